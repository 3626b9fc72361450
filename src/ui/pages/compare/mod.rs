//! Comparing: bodies side by side, groups of bodies, and the survey with how it
//! was. What is compared stands in the address.

mod bodies;
mod changes;
mod earlier;
mod groups;
mod sides;

use crate::i18n::Locale;
use crate::report::since::title;
use crate::ui::el::{El, el, span};
use crate::ui::{Query, Route, ask, document, query, t};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

/// What is compared, by its name in the address.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Bodies,
    Groups,
    Earlier,
}

impl Mode {
    const ALL: [Self; 3] = [Self::Bodies, Self::Groups, Self::Earlier];

    const fn code(self) -> &'static str {
        match self {
            Self::Bodies => "",
            Self::Groups => "groups",
            Self::Earlier => "earlier",
        }
    }

    const fn name(self, t: Locale) -> &'static str {
        match self {
            Self::Bodies => t.compare_bodies(),
            Self::Groups => t.compare_groups(),
            Self::Earlier => t.compare_earlier(),
        }
    }

    fn of(query: &Query) -> Self {
        let mut all = Self::ALL.into_iter();
        let found = all.find(|mode| mode.code() == query.get("mode"));
        found.unwrap_or(Self::Bodies)
    }
}

/// The comparison that the address asks for.
pub fn compare() -> El {
    let query = query();
    let mode = Memo::new(move |_| query.with(Mode::of));
    el("div").class("compare").child(modes(mode)).live(move || {
        let mode = mode.get();
        untrack(|| match mode {
            Mode::Bodies => bodies::bodies(),
            Mode::Groups => groups::groups(),
            Mode::Earlier => earlier::earlier(),
        })
    })
}

/// Leads to each comparison; what was chosen in the others is not forgotten.
fn modes(current: Memo<Mode>) -> El {
    let (t, query) = (t(), query());
    let links = Mode::ALL.map(|mode| {
        let to = move || Some(address(&query.get().set("mode", mode.code()))?.into());
        let here = move || (current.get() == mode).then(|| "page".into());
        let link = el("a")
            .live_attr("href", to)
            .live_attr("aria-current", here)
            .child(mode.name(t));
        el("li").child(link)
    });
    el("nav")
        .class("tabs dimensions")
        .attr("aria-label", t.compare_what())
        .child(el("ul").child(links))
}

/// The address of this page with another query.
fn address(query: &Query) -> Option<String> {
    let Route::Survey(id, page) = Route::parse(&document::hash()) else {
        return None;
    };
    Some(Route::Survey(id, page.with(query.clone())).href())
}

/// A choice of one among several, which stands in the address.
fn choice(name: &'static str, option: &'static str, options: Vec<El>, chosen: Memo<String>) -> El {
    let query = query();
    let select = el("select")
        .child(options)
        .prop("value", move || JsValue::from_str(&chosen.get()))
        .on("change", move |event| {
            let value = event_target_value(&event);
            ask(query.get_untracked().set(option, &value));
        });
    el("label").child([span("label", name), select])
}

fn option(value: String, name: String) -> El {
    el("option").attr("value", value).child(name)
}

fn option_group(name: &'static str, options: Vec<El>) -> Option<El> {
    let some = !options.is_empty();
    some.then(|| el("optgroup").attr("label", name).child(options))
}
