//! Which bodies are compared: the form, and what comes of it.

use super::{address, sides};
use crate::analysis::compare::{Alike, alike, side_by_side};
use crate::model::PartnerId;
use crate::report;
use crate::ui::components::some_names;
use crate::ui::el::{El, Part, el, keyed, link, p, span};
use crate::ui::{Query, app, ask, query, t};
use leptos::prelude::*;

/// Bodies offered without a search.
const OFFERED: usize = 30;

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
    same: String,
    untold: usize,
    html: String,
}

/// The form and the answers side by side.
pub fn bodies() -> El {
    let (app, t, query) = (app(), t(), query());
    let chosen = Memo::new(move |_| query.with(chosen));
    let only = Memo::new(move |_| query.with(|q| !q.get(ONLY).is_empty()));
    let shown = Memo::new(move |_| {
        let selection = query.with(|q| q.selection.clone());
        let shown = app.with_population(&selection, |head, population| {
            let places = chosen.with(|ids| {
                let place = |id| population.index_of(id);
                ids.iter().filter_map(place).collect::<Vec<_>>()
            });
            let out = chosen.with(|ids| {
                let out = ids.iter().filter(|id| population.index_of(id).is_none());
                let out = out.filter_map(|id| head.partner(id));
                out.map(|partner| partner.name.clone()).collect()
            });
            if places.len() < 2 {
                return Shown {
                    out,
                    compared: places.len(),
                    ..Shown::default()
                };
            }
            let found = side_by_side(population, &places);
            let share = alike(&found);
            let untold = found.iter().filter(|side| side.alike == Alike::Untold);
            let table = sides::table(t, population, &places, &found, only.get());
            Shown {
                out,
                compared: places.len(),
                same: t.compare_same(share.k, share.n),
                untold: untold.count(),
                html: if table.groups.is_empty() {
                    String::new()
                } else {
                    report::table(&table)
                },
            }
        });
        shown.unwrap_or_default()
    });
    el("div").child(form(chosen)).live(move || {
        let shown = shown.get();
        untrack(|| result(shown, only))
    })
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

fn result(shown: Shown, only: Memo<bool>) -> El {
    let (t, query) = (t(), query());
    let out = (!shown.out.is_empty()).then(|| p("hint", t.compare_out(some_names(t, &shown.out))));
    if shown.compared < 2 {
        let hint = p("empty", t.compare_choose_two());
        return el("div").child(out).child(hint);
    }
    let toggle = move || {
        let (name, value) = if only.get() {
            (t.compare_all_questions(), "")
        } else {
            (t.compare_only_differences(), "1")
        };
        let href = address(&query.get_untracked().set(ONLY, value))?;
        Some(link(href, name).attr("data-only", ""))
    };
    let untold = (shown.untold > 0).then(|| [" ", &t.compare_untold(shown.untold)].concat());
    let none = shown
        .html
        .is_empty()
        .then(|| p("empty", t.compare_no_difference()));
    let html = shown.html;
    el("section")
        .class("card")
        .attr("data-sides", "")
        .attr("aria-label", t.compare_caption())
        .child(out)
        .child(p("base", [shown.same.part(), untold.part()]))
        .child(p("", toggle()))
        .child(none)
        .child(
            el("div")
                .class("scroll")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", t.compare_caption())
                .html(move || html.clone()),
        )
        .child(p("hint", t.compare_rule()))
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
        let wanted = crate::model::lowercase(wanted.get().trim());
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
    let fits =
        |offer: &&Offer| wanted.is_empty() || crate::model::lowercase(&offer.name).contains(wanted);
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
