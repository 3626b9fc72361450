//! Taking a survey along: one file with the app and the survey inside, for the
//! readers that are chosen.

use crate::bundle::{self, Opens, Scope, Withholding};
use crate::i18n::Locale;
use crate::model::{Survey, Timestamp};
use crate::ui::el::{El, button, card, el, p, span};
use crate::ui::{document, t, wording};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// The survey that is taken along in a file that opens so, as it stands when a
/// button is pressed.
pub type Taken = Arc<dyn Fn(Opens) -> Option<Survey> + Send + Sync>;

/// What is chosen, and what is being done.
#[derive(Clone, Copy)]
struct Bag {
    t: Locale,
    public: RwSignal<bool>,
    no_text: RwSignal<bool>,
    said: RwSignal<String>,
    failed: RwSignal<bool>,
    taken: StoredValue<Taken>,
}

/// The card.
pub fn take_along(taken: Taken) -> El {
    let t = t();
    let bag = Bag {
        t,
        public: RwSignal::new(false),
        no_text: RwSignal::new(false),
        said: RwSignal::new(String::new()),
        failed: RwSignal::new(false),
        taken: StoredValue::new(taken),
    };
    let save = |opens: Opens, name: &'static str, hint: &'static str| {
        let press = move || bag.save(opens);
        let button = button("button secondary", name, press).attr("data-take", opens.code());
        el("div").child(button).child(p("hint", hint))
    };
    let failed = move || {
        bag.failed
            .get()
            .then(|| p("notice danger", t.take_not_there()).attr("role", "alert"))
    };
    card("take-along", t.take_along())
        .class("card take-along")
        .child(p("", t.take_along_text()))
        .child(readers(bag))
        .child(el("div").class("take-buttons").child([
            save(Opens::Deck, t.take_deck(), t.take_deck_hint()),
            save(Opens::Results, t.take_file(), t.take_file_hint()),
        ]))
        .live(failed)
        .child(
            p("hint", "")
                .attr("role", "status")
                .live_in_place(move || bag.said.get()),
        )
}

/// For whom the file is, each with what it means.
fn readers(bag: Bag) -> El {
    let t = bag.t;
    let radio = |public: bool, name: &'static str, about: &'static str| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "take-scope")
            .attr("value", if public { "public" } else { "internal" })
            .prop("checked", move || (bag.public.get() == public).into())
            .on("change", move |_| bag.public.set(public));
        let words = el("span")
            .child(el("strong").child(name))
            .child(p("hint", about));
        el("label").class("tick").child([input, words])
    };
    let no_text = move || {
        bag.public.get().then(|| {
            let input = el("input")
                .attr("type", "checkbox")
                .prop("checked", move || bag.no_text.get().into())
                .on("change", move |event| {
                    bag.no_text.set(event_target_checked(&event));
                });
            let name = span("", t.take_no_text());
            el("label").class("tick inner").child([input, name])
        })
    };
    el("fieldset")
        .class("readers")
        .child(el("legend").child(t.take_for()))
        .child([
            radio(false, t.take_internal(), t.take_internal_text()),
            radio(true, t.take_public(), t.take_public_text()),
        ])
        .live(no_text)
}

impl Bag {
    fn save(self, opens: Opens) {
        let taken = self.taken.get_value();
        let Some(survey) = untrack(|| taken(opens)) else {
            return;
        };
        let public = self.public.get_untracked();
        let withholding = public.then(|| wording::withholding(self.no_text.get_untracked()));
        self.failed.set(false);
        self.said.set(self.t.take_making().into());
        spawn_local(async move {
            let made = made(&survey, withholding.as_ref(), opens).await;
            let said = made.as_ref().map(|(name, size)| {
                let size = self.t.number(&format!("{:.1}", *size as f64 / 1e6));
                self.t.take_made(name, size)
            });
            // The page may have gone meanwhile.
            let _ = self.failed.try_set(said.is_none());
            let _ = self.said.try_set(said.unwrap_or_default());
        });
    }
}

/// Makes the file and offers it; gives its name and its size in bytes. `None` where
/// the app's own file cannot be had.
async fn made(
    survey: &Survey,
    withholding: Option<&Withholding>,
    opens: Opens,
) -> Option<(String, usize)> {
    let address = document::asset("alone")?;
    let file = document::fetched(&address).await.ok()?;
    let file = js_sys::Uint8Array::new(&file).to_vec();
    let scope = match withholding {
        Some(_) => Scope::Public,
        None => Scope::Coordinator,
    };
    let copy = bundle::taken_along(survey, withholding);
    let today = document::today();
    let now = Timestamp::new([&today, "T00:00:00Z"].concat());
    let file = bundle::carrying(&file, &copy, scope, opens, &now)?;
    let part = match (opens, withholding) {
        (Opens::Deck, None) => "presentazione",
        (Opens::Deck, Some(_)) => "presentazione-pubblica",
        (Opens::Results, None) => "file-unico",
        (Opens::Results, Some(_)) => "file-unico-pubblico",
    };
    let name = bundle::dated_name(&survey.head, part, &today, "html");
    let bytes = js_sys::Uint8Array::from(file.as_slice());
    // A browser that refuses a download says so itself.
    let _ = document::download(&name, "text/html", &bytes.into());
    Some((name, file.len()))
}
