//! The invitation of one body: its link, its file, and what goes into the mail.

use super::copying::copying;
use super::invites::save_invitation;
use crate::bundle::{self, Cover, MAX_LINK, Way};
use crate::i18n::Locale;
use crate::model::{Partner, PartnerId, Sheet, SheetStatus};
use crate::state::{App, invitation};
use crate::ui::el::{El, Part, button, el, p, span};
use crate::ui::{Route, app, document, t};
use leptos::prelude::*;

/// How the mail is written; the same for all bodies.
#[derive(Clone, Copy)]
pub struct Letter {
    language: RwSignal<Locale>,
    /// The day until which an answer is hoped for; may be empty.
    until: RwSignal<String>,
    /// The invitation is attached as a file, although its link would do.
    attached: RwSignal<bool>,
}

impl Letter {
    /// In the language of the interface, until the survey's deadline.
    pub fn new() -> Self {
        let (app, t) = (app(), t());
        let deadline = untrack(|| app.with_head(|head| head.document.deadline.clone()));
        Self {
            language: RwSignal::new(t),
            until: RwSignal::new(deadline.unwrap_or_default()),
            attached: RwSignal::new(false),
        }
    }
}

/// A link that can be sent, or why it cannot.
#[derive(Clone, PartialEq, Eq)]
enum Link {
    /// This one, of so many characters.
    Short(String, usize),
    /// It would have so many characters.
    Long(usize),
    /// The page was opened from a file: its address means nothing elsewhere.
    OnlyHere,
}

/// Link, file and covering text of a body's invitation.
pub fn panel(partner: &Partner, letter: Letter) -> El {
    let (app, t) = (app(), t());
    let id = StoredValue::new(partner.id.clone());
    // As it is when it is opened: a link must not change while it is copied.
    let file = untrack(|| app.survey());
    let file = file.and_then(|survey| invitation(&survey, &partner.id));
    let file = file.unwrap_or_default();
    let (name, found) = (file.name.clone(), link_of(&file.text));
    let file = StoredValue::new(file);
    let sent = move || id.with_value(|id| file.with_value(|file| app.note_sent(id, file)));
    let save = button("button secondary", t.invite_save_one(), move || {
        id.with_value(|id| save_invitation(app, id));
    })
    .attr("data-invite-file", "");
    let by_link = matches!(found, Link::Short(..));
    let first = match &found {
        Link::Short(link, length) => {
            let link = StoredValue::new(link.clone());
            let length =
                span("", t.link_length(length)).attr("data-link-length", length.to_string());
            let link = move || link.get_value();
            let label = t.the_link();
            let field = copying(label, "data-link", t.copy_link(), Some(save), link, sent);
            vec![p("hint", length), field]
        }
        Link::Long(length) => vec![
            p("notice", t.link_too_long(length, MAX_LINK)),
            p("actions", save),
        ],
        Link::OnlyHere => vec![
            p("notice", t.send_both(document::file_name())),
            p("actions", save),
        ],
    };
    let (title, coordinator) = app
        .with_head(|h| (h.title.clone(), h.document.action_coordinator.clone()))
        .unwrap_or_default();
    let remarks = untrack(|| remarks_that_go(app, &partner.id));
    let carries = (remarks > 0).then(|| p("notice", t.invite_carries_remarks(remarks)));
    let cover = StoredValue::new((title, coordinator, partner.name.clone(), name, found));
    let cover = move || {
        let own = document::file_name();
        let language = letter.language.get();
        let until = letter.until.get();
        let until = match until.as_str() {
            "" => String::new(),
            day => document::day(language, day),
        };
        cover.with_value(|(title, coordinator, body, file, link)| {
            let way = match link {
                Link::Short(link, _) if !letter.attached.get() => Way::Link(link),
                Link::OnlyHere => Way::Files(&own, file),
                _ => Way::File(file),
            };
            let cover = Cover {
                title,
                body,
                coordinator,
                until: &until,
                remarks,
                address: &document::address(),
                way,
            };
            cover.text(language)
        })
    };
    el("div")
        .class("panel")
        .child(carries)
        .child(first)
        .child(el("h3").child(t.cover_title()))
        .child(choices(letter, by_link))
        .child(copying(
            t.cover_title(),
            "data-cover",
            t.copy_cover(),
            None,
            cover,
            sent,
        ))
}

/// How many remarks go to a body with its sheet, where that is sent back.
pub fn remarks_that_go(app: App, partner: &PartnerId) -> usize {
    let look = |sheet: &Sheet| match sheet.status {
        SheetStatus::Returned => sheet.open_remarks(),
        _ => 0,
    };
    app.with_sheet(partner, look).unwrap_or_default()
}

/// The link of an invitation.
fn link_of(text: &str) -> Link {
    if document::is_a_file() {
        return Link::OnlyHere;
    }
    let route = Route::Open(bundle::to_link(text));
    let link = format!("{}{}", document::address(), route.href());
    match link.chars().count() {
        length if length > MAX_LINK => Link::Long(length),
        length => Link::Short(link, length),
    }
}

/// Language and last day of the mail, and whether the file is attached to it.
fn choices(letter: Letter, by_link: bool) -> El {
    let t = t();
    let choose = move |event| {
        if let Some(language) = Locale::of_code(&event_target_value(&event)) {
            letter.language.set(language);
        }
    };
    let option = |locale: Locale| {
        el("option")
            .attr("value", locale.code())
            .prop("selected", move || (letter.language.get() == locale).into())
            .child(locale.name())
    };
    let language = el("select")
        .attr("data-cover-language", "")
        .on("change", choose)
        .child(Locale::ALL.map(option));
    let until = el("input")
        .attr("type", "date")
        .attr("data-cover-until", "")
        .prop("value", move || letter.until.get().into())
        .on("input", move |event| {
            letter.until.set(event_target_value(&event))
        });
    let attached = el("input")
        .attr("type", "checkbox")
        .prop("checked", move || letter.attached.get().into())
        .on("change", move |event| {
            letter.attached.set(event_target_checked(&event));
        });
    let labelled = |text: &'static str, field: El| el("label").child([text.part(), field.part()]);
    let attached = by_link.then(|| {
        let name = el("span").child(t.cover_attached());
        el("label").class("tick").child([attached, name])
    });
    el("div")
        .class("letter")
        .child(labelled(t.cover_language(), language))
        .child(labelled(t.cover_until(), until))
        .child(attached)
}
