//! One thing that helps or hinders: what it is, on which findings, for which
//! bodies, and what to do.

use super::factors::{EFFECTS, FACTORS, Factors, effect_name, field_id, kind_name};
use super::review::review;
use crate::analysis::stale::Written;
use crate::bundle::MAX_TEXT;
use crate::model::{Influence, InfluenceId, PartnerId};
use crate::ui::document;
use crate::ui::el::{El, button, el, on_demand, p, span};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// One in the list.
#[derive(Clone, Copy)]
struct Place {
    all: Factors,
    id: StoredValue<InfluenceId>,
    influence: Memo<Option<Influence>>,
}

impl Place {
    fn with<T>(self, look: impl FnOnce(&Influence) -> T) -> Option<T> {
        self.influence
            .with(|influence| influence.as_ref().map(look))
    }

    fn edit(self, change: impl FnOnce(&mut Influence)) {
        let id = self.id.get_value();
        self.all.desk.app.edit_influence(&id, change);
    }

    fn field(self, name: &str) -> String {
        self.id.with_value(|id| field_id(name, id))
    }

    /// Puts the keyboard on a field, once the page has followed.
    fn focus(self, name: &'static str) {
        let field = self.field(name);
        request_animation_frame(move || document::focus(&field));
    }
}

pub fn factor(all: Factors, id: InfluenceId) -> El {
    let (desk, t) = (all.desk, all.desk.t);
    let of = id.clone();
    let place = Place {
        all,
        id: StoredValue::new(id.clone()),
        influence: Memo::new(move |_| {
            let find = |all: &Vec<Influence>| all.iter().find(|i| i.id == of).cloned();
            desk.influences.with(find)
        }),
    };
    let name = move || {
        let text = place.with(|i| i.text.clone()).unwrap_or_default();
        Some(match text.as_str() {
            "" => t.influence_new().into(),
            _ => text.into(),
        })
    };
    let what = typed(place, "what", t.influence_what(), true, |i| &mut i.text);
    let action = typed(place, "action", t.influence_action(), true, |i| {
        &mut i.action
    });
    let who = typed(place, "who", t.influence_who(), false, |i| &mut i.who);
    let who = who.child(span("hint", t.influence_who_hint()));
    let due = el("input")
        .attr("type", "date")
        .prop("value", move || {
            JsValue::from_str(&place.with(|i| i.due.clone()).unwrap_or_default())
        })
        .on("change", move |event| {
            let day = event_target_value(&event);
            place.edit(|i| i.due = day);
        });
    let due = el("label").child([span("label", t.influence_due()), due]);
    let again = move || document::focus(&place.field("what"));
    let form = el("div")
        .class("influence")
        .attr("role", "group")
        .live_attr("aria-label", name)
        .child(review(desk, Written::Influence(id.clone()), again))
        .child(what)
        .child(
            el("div")
                .class("choices")
                .child([findings(place), bodies(place)]),
        )
        .child(action)
        .child(
            el("div")
                .class("choices four")
                .child([who, due, kind(place), effect(place)]),
        )
        .child(buttons(place));
    el("li").attr("data-influence", id.to_string()).child(form)
}

/// A field that is typed into.
fn typed(
    place: Place,
    name: &'static str,
    label: &'static str,
    long: bool,
    text: fn(&mut Influence) -> &mut String,
) -> El {
    let field = if long {
        el("textarea").attr("rows", "2")
    } else {
        el("input").attr("type", "text")
    };
    let value = move || {
        let value = place.with(|i| std::mem::take(text(&mut i.clone())));
        JsValue::from_str(&value.unwrap_or_default())
    };
    let field = field
        .attr("id", place.field(name))
        .attr("maxlength", MAX_TEXT.to_string())
        .prop("value", value)
        .on("input", move |event| {
            let typed = event_target_value(&event);
            place.edit(|i| *text(i) = typed);
        });
    el("label").child([span("label", label), field])
}

fn kind(place: Place) -> El {
    let t = place.all.desk.t;
    let options = FACTORS.map(|kind| (kind.code(), kind_name(t, kind)));
    let now = move || place.with(|i| i.factor.code());
    chosen(
        place,
        "kind",
        t.influence_kind(),
        options.to_vec(),
        now,
        |i, code| {
            if let Some(kind) = FACTORS.into_iter().find(|kind| kind.code() == code) {
                i.factor = kind;
            }
        },
    )
}

fn effect(place: Place) -> El {
    let t = place.all.desk.t;
    let options = EFFECTS.map(|effect| (effect.code(), effect_name(t, effect)));
    let now = move || place.with(|i| i.effect.code());
    chosen(
        place,
        "effect",
        t.influence_effect(),
        options.to_vec(),
        now,
        |i, code| {
            if let Some(effect) = EFFECTS.into_iter().find(|effect| effect.code() == code) {
                i.effect = effect;
            }
        },
    )
}

/// A choice that moves it to another list; the keyboard goes along.
fn chosen(
    place: Place,
    name: &'static str,
    label: &'static str,
    options: Vec<(&'static str, &'static str)>,
    now: impl Fn() -> Option<&'static str> + Copy + Send + 'static,
    choose: fn(&mut Influence, &str),
) -> El {
    let options = options.into_iter().map(|(code, name)| {
        let is_now = move || (now() == Some(code)).into();
        el("option")
            .attr("value", code)
            .prop("selected", is_now)
            .child(name)
    });
    let change = move |event| {
        let code = event_target_value(&event);
        place.edit(|i| choose(i, &code));
        place.focus(name);
    };
    let select = el("select")
        .attr("id", place.field(name))
        .on("change", change)
        .child(options.collect::<Vec<_>>());
    el("label").child([span("label", label), select])
}

/// The findings that it rests on.
fn findings(place: Place) -> El {
    let (desk, t) = (place.all.desk, place.all.desk.t);
    let count = move || place.with(|i| i.cites.len()).unwrap_or_default();
    let summary = el("span").live_in_place(move || t.influence_findings(count()));
    on_demand(summary, move || {
        let told = desk.told.get_untracked();
        let groups = desk.groups().into_iter().map(|(dimension, name)| {
            let here = told.iter().filter(|told| told.dimension == dimension);
            let ticks = here.map(|told| {
                let (id, cited) = (told.id.clone(), told.id.clone());
                let is_cited = move || {
                    let is = |i: &Influence| i.cites.iter().any(|cite| cite.finding == cited);
                    place.with(is).unwrap_or_default()
                };
                let cite = move |on| {
                    let written = Written::Influence(place.id.get_value());
                    desk.app.cite(&written, &id, on);
                };
                tick(told.says.said.clone(), is_cited, cite).attr("data-cites", told.id.clone())
            });
            el("fieldset")
                .child(el("legend").child(name))
                .child(ticks.collect::<Vec<_>>())
        });
        el("div")
            .class("ticks-list")
            .child(groups.collect::<Vec<_>>())
    })
    .attr("data-findings", "")
}

/// The bodies that it concerns.
fn bodies(place: Place) -> El {
    let (app, t) = (place.all.desk.app, place.all.desk.t);
    let count = move || match place.with(|i| i.partners.len()) {
        Some(0) | None => t.influence_all_bodies().to_owned(),
        Some(n) => t.influence_bodies(n),
    };
    let summary = el("span").live_in_place(count);
    on_demand(summary, move || {
        let partners = app.with_head(|head| head.partners.clone());
        let ticks = partners.unwrap_or_default().into_iter().map(|partner| {
            let (id, concerned) = (partner.id.clone(), partner.id);
            let is_one = move || {
                let is = |i: &Influence| i.partners.contains(&concerned);
                place.with(is).unwrap_or_default()
            };
            let choose = move |on: bool| concern(place, &id, on);
            tick(partner.name, is_one, choose)
        });
        el("div")
            .class("ticks-list")
            .child(p("hint", t.influence_all_bodies_hint()))
            .child(ticks.collect::<Vec<_>>())
    })
    .attr("data-bodies", "")
}

/// Says whether it concerns a body; they stand in the order of the partners.
fn concern(place: Place, partner: &PartnerId, on: bool) {
    let order = untrack(|| {
        place.all.desk.app.with_head(|head| {
            let ids = head.partners.iter().map(|p| p.id.clone());
            ids.collect::<Vec<_>>()
        })
    });
    place.edit(|i| {
        let mut ids = order.unwrap_or_default();
        ids.retain(|id| {
            if id == partner {
                on
            } else {
                i.partners.contains(id)
            }
        });
        i.partners = ids;
    });
}

fn tick(
    name: String,
    is: impl Fn() -> bool + Send + 'static,
    choose: impl Fn(bool) + 'static,
) -> El {
    let input = el("input")
        .attr("type", "checkbox")
        .prop("checked", move || is().into())
        .on("change", move |event| choose(event_target_checked(&event)));
    el("label").class("tick").child([input, span("", name)])
}

/// Moves and removes it.
fn buttons(place: Place) -> El {
    let (desk, t) = (place.all.desk, place.all.desk.t);
    let shift = |up: bool, field: &'static str| {
        let (sign, name) = if up {
            ("↑", t.influence_up())
        } else {
            ("↓", t.influence_down())
        };
        let press = move || {
            let id = place.id.get_value();
            if desk.app.move_influence(&id, up) {
                desk.said.set(t.influence_moved());
                // A row that moves in the page may lose the keyboard.
                place.focus(field);
            }
        };
        button("icon", sign, press)
            .attr("id", place.field(field))
            .attr("aria-label", name)
            .attr("title", name)
    };
    let remove = button("link danger", t.influence_remove(), move || {
        place.all.remove(&place.id.get_value());
    });
    p("actions", [shift(true, "up"), shift(false, "down"), remove])
}
