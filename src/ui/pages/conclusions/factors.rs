//! What helps the transfer and what gets in its way, by kind.

use super::desk::Desk;
use super::factor::factor;
use crate::i18n::Locale;
use crate::model::{Effect, Factor, Influence, InfluenceId};
use crate::ui::document;
use crate::ui::el::{El, button, el, keyed, p};
use leptos::prelude::*;

/// The kinds, in the order of the report.
pub const FACTORS: [Factor; 4] = [
    Factor::Organisational,
    Factor::Technological,
    Factor::Administrative,
    Factor::Regulatory,
];

/// The effects, in the order of the report.
pub const EFFECTS: [Effect; 2] = [Effect::Helps, Effect::Hinders];

/// Where the keyboard goes when something was removed.
const REMOVED: &str = "influence-removed";

/// Name of a kind.
pub const fn kind_name(t: Locale, factor: Factor) -> &'static str {
    match factor {
        Factor::Organisational => t.factor_organisational(),
        Factor::Technological => t.factor_technological(),
        Factor::Administrative => t.factor_administrative(),
        Factor::Regulatory => t.factor_regulatory(),
    }
}

/// Name of an effect.
pub const fn effect_name(t: Locale, effect: Effect) -> &'static str {
    match effect {
        Effect::Helps => t.influence_helps(),
        Effect::Hinders => t.influence_hinders(),
    }
}

/// The list, and what was removed from it last.
#[derive(Clone, Copy)]
pub struct Factors {
    pub desk: Desk,
    removed: RwSignal<Option<(usize, Influence)>>,
}

impl Factors {
    /// Removes one, and offers to put it back.
    pub fn remove(self, id: &InfluenceId) {
        let removed = self.desk.app.remove_influence(id);
        self.desk.said.set("");
        self.removed.set(removed);
        request_animation_frame(|| document::focus_in_place(REMOVED));
    }

    fn put_back(self) {
        let Some((at, influence)) = self.removed.get_untracked() else {
            return;
        };
        let id = influence.id.clone();
        self.desk.app.put_back_influence(at, influence);
        self.removed.set(None);
        self.desk.said.set(self.desk.t.influence_is_back());
        request_animation_frame(move || focus(&id));
    }

    fn add(self, factor: Factor, effect: Effect) {
        if let Some(id) = self.desk.app.add_influence(factor, effect) {
            self.desk.said.set("");
            self.removed.set(None);
            request_animation_frame(move || focus(&id));
        }
    }
}

/// Id of a field of a factor.
pub fn field_id(field: &str, id: &InfluenceId) -> String {
    [field, "-", id.as_str()].concat()
}

/// Puts the keyboard on what a factor says.
fn focus(id: &InfluenceId) {
    document::focus(&field_id("what", id));
}

pub fn factors(desk: Desk) -> El {
    let t = desk.t;
    let all = Factors {
        desk,
        removed: RwSignal::new(None),
    };
    let status = el("p")
        .class("hint said")
        .attr("role", "status")
        .live_in_place(move || desk.said.get());
    let removed = move || {
        let (_, influence) = all.removed.get()?;
        let what = match influence.text.as_str() {
            "" => t.influence_new(),
            text => text,
        };
        let back = button(
            "button secondary small",
            t.influence_put_back(),
            move || {
                all.put_back();
            },
        );
        Some(
            el("div")
                .class("notice removed")
                .attr("role", "group")
                .attr("id", REMOVED)
                .attr("tabindex", "-1")
                .child([p("", t.influence_removed(what)), p("actions", back)]),
        )
    };
    el("div")
        .attr("data-chapter", "factors")
        .child(el("h2").child(t.written_factors()))
        .child(p("hint", t.written_factors_intro()))
        .child(FACTORS.map(|kind| group(all, kind)))
        .child(status)
        .live(removed)
}

/// Those of one kind.
fn group(all: Factors, kind: Factor) -> El {
    let t = all.desk.t;
    let title = ["factors-", kind.code()].concat();
    el("section")
        .class("card")
        .attr("aria-labelledby", title.clone())
        .child(el("h2").attr("id", title).child(kind_name(t, kind)))
        .child(EFFECTS.map(|effect| side(all, kind, effect)))
}

/// Those that help, or those that hinder.
fn side(all: Factors, kind: Factor, effect: Effect) -> El {
    let (desk, t) = (all.desk, all.desk.t);
    let ids = move || {
        desk.influences.with(|influences| {
            let here = influences
                .iter()
                .filter(|i| (i.factor, i.effect) == (kind, effect));
            here.map(|i| i.id.clone()).collect::<Vec<_>>()
        })
    };
    let items = keyed(ids, |id| id.to_string(), move |id| factor(all, id));
    let name = t.influence_add_of(kind_name(t, kind), effect_name(t, effect));
    let add = button("button secondary small", t.influence_add(), move || {
        all.add(kind, effect);
    })
    .attr("aria-label", name);
    el("div")
        .class("side")
        .attr("data-side", [kind.code(), " ", effect.code()].concat())
        .child(
            el("h3")
                .class(["effect ", effect.code()].concat())
                .child(effect_name(t, effect)),
        )
        .child(el("ul").class("influences").child(items))
        .child(p("actions", add))
}
