//! One slide in the list: how it looks, what it is called, and what can be done
//! with it.

use super::desk::{Desk, id};
use super::fields::fields;
use super::thumb::thumb;
use crate::report::deck::Slide;
use crate::report::deck::edit::Edit;
use crate::ui::el::{El, Text, button, el, p, span};
use leptos::prelude::*;

/// A slide of the list.
#[derive(Clone, Copy)]
pub struct Place {
    pub desk: Desk,
    of: StoredValue<String>,
    /// It, and the slides on which it goes on.
    slides: Memo<Vec<Slide>>,
}

impl Place {
    /// What it shows.
    pub fn of(self) -> String {
        self.of.get_value()
    }

    /// Looks at it.
    pub fn with<T>(self, look: impl FnOnce(&Slide) -> T) -> Option<T> {
        self.slides.with(|slides| slides.first().map(look))
    }

    /// What it is called.
    pub fn title(self) -> Text {
        let title = self.with(|slide| slide.title.clone()).unwrap_or_default();
        if title.trim().is_empty() {
            self.desk.t.slides_untitled().into()
        } else {
            title.into()
        }
    }

    fn is_hidden(self) -> bool {
        self.with(|slide| slide.hidden).unwrap_or_default()
    }

    fn is_open(self) -> bool {
        let of = self.of();
        self.desk.open.with(|open| *open == of)
    }

    /// Decides something about it, and says what was done.
    fn decide(self, edit: &Edit, told: impl FnOnce() -> Text) {
        let told = match self.desk.edit(edit) {
            Some(_) => told(),
            None => "".into(),
        };
        self.desk.told.set(told.into_owned());
    }
}

pub fn item(desk: Desk, of: String) -> El {
    let shown = of.clone();
    let place = Place {
        desk,
        of: StoredValue::new(of.clone()),
        slides: Memo::new(move |_| desk.slides(&shown)),
    };
    let heading = id("slide", &of);
    let about = el("div").class("slide-about").child([
        p("slide-over", "").live_in_place(move || over(place)),
        el("h3")
            .attr("id", heading.clone())
            .live_in_place(move || place.title()),
        p("slide-state", "").live(move || state(place)),
        actions(place),
    ]);
    let class = move || {
        let class = match (place.is_hidden(), place.is_open()) {
            (true, _) => "slide-item left-out",
            (_, true) => "slide-item open",
            _ => "slide-item",
        };
        Some(class.into())
    };
    el("li")
        .live_attr("class", class)
        .attr("data-slide", of)
        .child([thumb(place), about])
        .live(move || place.is_open().then(|| untrack(|| fields(place))))
}

/// Its number, and the dimension it belongs to.
fn over(place: Place) -> String {
    let number = place.desk.number(&place.of());
    let number = number.map(|number| number.to_string());
    let over = place.with(|slide| slide.over.clone());
    let parts = [number, over].into_iter().flatten();
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

/// What is special about it.
fn state(place: Place) -> Vec<El> {
    let t = place.desk.t;
    let mut said = Vec::new();
    if place.is_hidden() {
        said.push(span("badge", t.slides_hidden()).attr("data-hidden", ""));
    }
    let more = place.slides.with(Vec::len).saturating_sub(1);
    if more > 0 {
        said.push(span("hint", t.slides_goes_on(more)));
    }
    said
}

/// A button that is named by what it does, and to which slide.
fn named(place: Place, button: El, what: impl Fn() -> &'static str + Send + 'static) -> El {
    let t = place.desk.t;
    button.live_attr("aria-label", move || {
        Some(t.slides_of(what(), place.title()).into())
    })
}

fn actions(place: Place) -> El {
    let (desk, t, of) = (place.desk, place.desk.t, place.of());
    let hide = button("button secondary small", "", move || {
        let hidden = !untrack(|| place.is_hidden());
        place.decide(&Edit::Hide(place.of(), hidden), || {
            let said = if hidden {
                t.slides_now_hidden()
            } else {
                t.slides_now_shown()
            };
            said.into()
        });
    });
    let hide_name = move || {
        if place.is_hidden() {
            t.slides_show()
        } else {
            t.slides_hide()
        }
    };
    let open = button("button secondary small", t.slides_edit(), move || {
        let of = place.of();
        if untrack(|| place.is_open()) {
            desk.open.set(String::new());
        } else {
            desk.open_at(&of);
        }
    })
    .attr("id", id("edit", &of))
    .live_attr("aria-expanded", move || {
        let open = place.is_open();
        Some(if open { "true" } else { "false" }.into())
    });
    let add = button("link", t.slides_add_text(), move || {
        let id = desk.app.new_text_slide();
        let added = id.and_then(|id| desk.edit(&Edit::AddText(place.of(), id)));
        if let Some(added) = added {
            desk.told.set(String::new());
            desk.open_at(&added);
        }
    });
    el("div").class("actions slide-actions").child([
        named(place, shift(place, true), move || t.slides_up()),
        named(place, shift(place, false), move || t.slides_down()),
        named(place, hide.live_in_place(hide_name), hide_name).attr("data-hide", ""),
        named(place, open, move || t.slides_edit()),
        named(place, add, move || t.slides_add_text()).attr("data-add-text", ""),
    ])
}

/// The button that moves it up, or down; the keyboard stays on it.
fn shift(place: Place, up: bool) -> El {
    let (desk, t) = (place.desk, place.desk.t);
    let (sign, what, name) = if up {
        ("↑", "up", t.slides_up())
    } else {
        ("↓", "down", t.slides_down())
    };
    let neighbour = move || {
        let of = place.of();
        desk.order.with(|order| {
            let at = order.iter().position(|one| *one == of)?;
            let to = if up { at.checked_sub(1)? } else { at + 2 };
            (to <= order.len()).then(|| order.get(to).cloned())
        })
    };
    let press = move || {
        let Some(before) = untrack(neighbour) else {
            return;
        };
        let of = place.of();
        place.decide(&Edit::Move(of.clone(), before), || desk.where_it_is(&of));
        desk.focus(what, &of);
    };
    button("icon", sign, press)
        .attr("id", id(what, &place.of()))
        .attr("title", name)
        .live_attr("aria-disabled", move || {
            neighbour().is_none().then(|| "true".into())
        })
}
