//! Which bodies are compared: the form, and what comes of it.

use super::{address, sides};
use crate::analysis::compare::{Alike, alike, side_by_side};
use crate::analysis::{Population, Share};
use crate::i18n::Locale;
use crate::model::{PartnerId, lowercase};
use crate::report;
use crate::ui::components::some_names;
use crate::ui::el::{El, el, keyed, p, span};
use crate::ui::{Query, app, ask, query, t};
use leptos::prelude::*;

/// Bodies offered without a search.
const OFFERED: usize = 30;

/// So many can be compared.
const LEAST: usize = 2;

/// The option of the address that holds the bodies, and the one that leaves out
/// questions in which they say the same.
const BODIES: &str = "bodies";
const ONLY: &str = "only";

/// A body that can be chosen.
#[derive(Clone, PartialEq)]
struct Offer {
    id: PartnerId,
    name: String,
}

/// What is shown of the chosen bodies.
#[derive(Clone, Default, PartialEq)]
struct Shown {
    /// Names of chosen bodies that the filter leaves out.
    out: Vec<String>,
    /// How many are left.
    compared: usize,
    /// In how many questions they say the same.
    same: Share,
    /// In how many it cannot be told.
    untold: usize,
    /// The answers; empty where there is no difference to show.
    table: String,
}

/// The form and the answers side by side.
pub fn bodies() -> El {
    let (app, t, query) = (app(), t(), query());
    let chosen = Memo::new(move |_| query.with(chosen));
    let only = Memo::new(move |_| query.with(|q| !q.get(ONLY).is_empty()));
    let shown = Memo::new(move |_| {
        let selection = query.with(|q| q.selection.clone());
        let shown = app.with_population(&selection, |_, population| {
            chosen.with(|chosen| shown(t, population, chosen, only.get()))
        });
        shown.unwrap_or_default()
    });
    el("div").child(form(chosen)).child(result(shown, only))
}

fn shown(t: Locale, population: &Population, chosen: &[PartnerId], only: bool) -> Shown {
    let (here, out): (Vec<_>, Vec<_>) = chosen
        .iter()
        .map(|id| (population.index_of(id), id))
        .partition(|(place, _)| place.is_some());
    let names = out.into_iter();
    let names = names.filter_map(|(_, id)| population.head().partner(id));
    let mut shown = Shown {
        out: names.map(|partner| partner.name.clone()).collect(),
        compared: here.len(),
        ..Shown::default()
    };
    if shown.compared < LEAST {
        return shown;
    }
    let places: Vec<_> = here.into_iter().filter_map(|(place, _)| place).collect();
    let sides = side_by_side(population, &places);
    let untold = sides.iter().filter(|side| side.alike == Alike::Untold);
    shown.same = alike(&sides);
    shown.untold = untold.count();
    let table = sides::table(t, population, &places, &sides, only);
    if !table.groups.is_empty() {
        shown.table = report::table(&table);
    }
    shown
}

/// The bodies in the address, each once.
fn chosen(query: &Query) -> Vec<PartnerId> {
    let mut ids = Vec::new();
    for id in query.get(BODIES).split(',') {
        if let Ok(id) = PartnerId::new(id)
            && !ids.contains(&id)
        {
            ids.push(id);
        }
    }
    ids
}

/// Its parts stay while the choice changes, and with them the keyboard.
fn result(shown: Memo<Shown>, only: Memo<bool>) -> El {
    let (t, query) = (t(), query());
    let few = Memo::new(move |_| shown.with(|s| s.compared < LEAST));
    let said = move || shown.with(|shown| said(t, shown));
    let href = move || {
        let value = if only.get() { "" } else { "1" };
        Some(address(&query.get().set(ONLY, value))?.into())
    };
    let name = move || {
        if only.get() {
            t.compare_all_questions()
        } else {
            t.compare_only_differences()
        }
    };
    let none = move || {
        let none = shown.with(|s| s.compared >= LEAST && s.table.is_empty());
        none.then(|| p("empty", t.compare_no_difference()))
    };
    let answers = el("div")
        .class("scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", t.compare_caption())
        .html(move || shown.with(|s| s.table.clone()));
    let toggle = el("a").live_attr("href", href).live_in_place(name);
    let sides = el("div")
        .live_attr("hidden", move || few.get().then(|| "".into()))
        .attr("data-sides", "")
        .child(p("", toggle))
        .live(none)
        .live(move || (!few.get()).then(|| p("hint", t.compare_rule())))
        .child(answers);
    el("section")
        .class("card")
        .attr("aria-label", t.compare())
        .child(p("base", "").attr("role", "status").live_in_place(said))
        .child(sides)
}

/// What can be said of the choice in a few words.
fn said(t: Locale, shown: &Shown) -> String {
    let mut said = Vec::new();
    if !shown.out.is_empty() {
        said.push(t.compare_out(some_names(t, &shown.out)));
    }
    if shown.compared < LEAST {
        said.push(t.compare_choose_two().into());
    } else {
        said.push(t.compare_same(shown.same.k, shown.same.n));
        if shown.untold > 0 {
            said.push(t.compare_untold(shown.untold));
        }
    }
    said.join(" ")
}

/// The bodies to choose from: those that are looked at. Of many, those that are
/// chosen and those whose name was typed.
fn form(chosen: Memo<Vec<PartnerId>>) -> El {
    let (app, t, query) = (app(), t(), query());
    let wanted = RwSignal::new(String::new());
    let all = Memo::new(move |_| {
        let selection = query.with(|q| q.selection.clone());
        let all = app.with_population(&selection, |_, population| {
            let bodies = population.bodies().iter();
            let offers = bodies.map(|body| Offer {
                id: body.partner.id.clone(),
                name: body.partner.name.clone(),
            });
            offers.collect::<Vec<_>>()
        });
        all.unwrap_or_default()
    });
    let offered = Memo::new(move |_| {
        let wanted = lowercase(wanted.get().trim());
        all.with(|all| chosen.with(|chosen| offered(all, chosen, &wanted)))
    });
    let search = move || {
        let many = all.with(Vec::len) > OFFERED;
        many.then(|| {
            let input = el("input").attr("type", "text").on("input", move |event| {
                wanted.set(event_target_value(&event));
            });
            el("label").child([span("label", t.compare_find_body()), input])
        })
    };
    let more = move || {
        let more = offered.with(|(_, more)| *more);
        (more > 0).then(|| p("hint", t.compare_more_bodies(more)))
    };
    let ticks = keyed(
        move || offered.with(|(offers, _)| offers.clone()),
        |offer| offer.id.to_string(),
        move |offer| tick(offer, chosen),
    );
    el("fieldset")
        .class("card choose")
        .child(el("legend").child(t.compare_choose_bodies()))
        .live(search)
        .child(el("div").class("ticks").child(ticks))
        .live(more)
}

/// Those that are offered, in the order of the survey, and how many are not.
fn offered(all: &[Offer], chosen: &[PartnerId], wanted: &str) -> (Vec<Offer>, usize) {
    let fits = |offer: &&Offer| wanted.is_empty() || lowercase(&offer.name).contains(wanted);
    let mut room = OFFERED;
    let mut offers = Vec::new();
    let mut more = 0;
    for offer in all {
        if chosen.contains(&offer.id) {
            offers.push(offer.clone());
        } else if fits(&offer) {
            if room > 0 {
                room -= 1;
                offers.push(offer.clone());
            } else {
                more += 1;
            }
        }
    }
    (offers, more)
}

fn tick(offer: Offer, chosen: Memo<Vec<PartnerId>>) -> El {
    let query = query();
    let id = offer.id.clone();
    let checked = move || chosen.with(|ids| ids.contains(&id)).into();
    let id = offer.id.clone();
    let change = move |_| {
        let mut ids = chosen.get_untracked();
        match ids.iter().position(|other| *other == id) {
            Some(at) => {
                ids.remove(at);
            }
            None => ids.push(id.clone()),
        }
        let ids: Vec<_> = ids.iter().map(PartnerId::as_str).collect();
        ask(query.get_untracked().set(BODIES, &ids.join(",")));
    };
    let input = el("input")
        .attr("type", "checkbox")
        .attr("value", offer.id.to_string())
        .prop("checked", checked)
        .on("change", change);
    el("label")
        .class("tick")
        .child([input, span("", offer.name)])
}
