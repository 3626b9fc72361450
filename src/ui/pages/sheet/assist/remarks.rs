//! What reviewers ask beside an answer, and how to ask.

use super::super::sheet_context;
use super::thread::thread;
use super::writing::{Writing, writing};
use crate::model::{About, Actor, PartnerId, Questionnaire, Remark, RemarkId, RemarkState, Sheet};
use crate::ui::el::{El, el, keyed, live};
use crate::ui::{app, t};
use leptos::prelude::*;
use std::sync::Arc;

pub use super::clarify::to_clarify;

/// A place of the sheet about which something is asked.
pub struct Place {
    /// Whose sheet it is.
    pub partner: PartnerId,
    /// What is asked about.
    pub about: About,
    /// What it is called.
    pub name: String,
    /// What is asked on this sheet.
    pub questionnaire: Arc<Questionnaire>,
    /// The sheet without its answers.
    pub frame: RwSignal<Sheet>,
}

impl Place {
    /// A place of the sheet that is being built.
    pub fn new(about: About) -> StoredValue<Self> {
        let t = t();
        let context = sheet_context();
        let questionnaire = context.questionnaire;
        let name = match &about {
            About::Sheet => t.whole_sheet().into(),
            About::Question(id) => {
                let number = questionnaire.question(id).map(|q| q.number.clone());
                t.question_number(number.unwrap_or_else(|| id.to_string()))
            }
            About::Contact(id) => {
                let mut contacts = questionnaire.contacts.iter();
                let contact = contacts.find(|contact| contact.id == *id);
                contact.map_or_else(|| id.to_string(), |c| c.label.get(t.code()).into())
            }
        };
        StoredValue::new(Self {
            partner: context.partner,
            about,
            name,
            questionnaire,
            frame: context.records.frame,
        })
    }

    /// Whether a remark stands here. What is about something that the sheet does
    /// not show stands with what is about the sheet as a whole.
    pub fn holds(&self, remark: &Remark) -> bool {
        let about = remark.about();
        about == self.about || self.about == About::Sheet && self.is_gone(&about)
    }

    /// Whether the sheet does not show what this is about.
    pub fn is_gone(&self, about: &About) -> bool {
        match about {
            About::Sheet => false,
            About::Question(id) => self.questionnaire.on_sheet().all(|q| q.id != *id),
            About::Contact(id) => self.questionnaire.contacts.iter().all(|c| c.id != *id),
        }
    }

    /// A mark that names it.
    pub fn mark(&self) -> String {
        match &self.about {
            About::Sheet => "sheet".into(),
            About::Question(id) => id.to_string(),
            About::Contact(id) => ["contact-", id.as_str()].concat(),
        }
    }

    /// Where its remarks stand in the page.
    pub fn id(&self) -> String {
        ["remarks-", &self.mark()].concat()
    }
}

/// What reviewers ask about an answer, and how to ask.
pub fn remarks(about: About) -> Option<El> {
    let place = Place::new(about);
    Some(threads(place).child(raising(place)))
}

/// The button with which a remark is raised, and its form, while there is
/// something to ask about: for whoever runs the survey, once the sheet has come.
pub fn raising(place: StoredValue<Place>) -> AnyView {
    let app = app();
    let frame = place.with_value(|place| place.frame);
    let received = Memo::new(move |_| frame.read().status.is_received());
    let parts = move || {
        let (button, form) = raise(place);
        el("div").class("raise").child(button).child(form)
    };
    live(move || (received.get() && app.actor() == Actor::Coordinator).then(|| untrack(parts)))
}

/// Everything that is asked at a place: what is open in sight, what is settled
/// behind a line.
pub fn threads(place: StoredValue<Place>) -> El {
    let t = t();
    let ids = move |state: RemarkState| {
        Memo::new(move |_| {
            place.with_value(|place| {
                let sheet = place.frame.read();
                let here = sheet.remarks.iter();
                let here = here.filter(|r| r.state == state && place.holds(r));
                here.map(|remark| remark.id.clone()).collect::<Vec<_>>()
            })
        })
    };
    let list = move |ids: Memo<Vec<RemarkId>>, name: String| {
        let items = move || ids.get();
        el("ul")
            .class("threads")
            .attr("aria-label", name)
            .child(keyed(items, RemarkId::to_string, move |id| {
                thread(place, id)
            }))
    };
    let (open, settled) = (ids(RemarkState::Open), ids(RemarkState::Resolved));
    let any_open = Memo::new(move |_| !open.read().is_empty());
    let any_settled = Memo::new(move |_| !settled.read().is_empty());
    let name = place.with_value(|place| place.name.clone());
    let open_name = t.open_remarks_on(&name);
    let (open_name, all_name) = (StoredValue::new(open_name), t.remarks_on(&name));
    let settled_name = StoredValue::new(all_name.clone());
    let behind = move || {
        let count = move || t.settled_remarks(settled.read().len());
        el("details")
            .class("settled")
            .child(el("summary").live_in_place(count))
            .child(list(settled, settled_name.get_value()))
    };
    el("div")
        .class("remarks")
        .attr("id", place.with_value(Place::id))
        .attr("role", "group")
        .attr("aria-label", all_name)
        .attr("tabindex", "-1")
        .live(move || {
            any_open
                .get()
                .then(|| untrack(|| list(open, open_name.get_value())))
        })
        .child(live(move || any_settled.get().then(|| untrack(behind))))
}

fn raise(place: StoredValue<Place>) -> (El, AnyView) {
    let (app, t) = (app(), t());
    let keep = move |text: String| {
        let (partner, about) = place.with_value(|p| (p.partner.clone(), p.about.clone()));
        let id = app.raise_remark(&partner, about, &text, "")?;
        Some(thread_id(&id))
    };
    let (mark, name, about) = place.with_value(|p| (p.mark(), p.name.clone(), p.about.clone()));
    let (class, open) = match about {
        About::Sheet => ("button secondary", t.remark_on_sheet()),
        _ => ("link", t.remark()),
    };
    writing(Writing {
        class,
        mark: ("data-raise", mark),
        open,
        open_about: t.action_on(t.remark(), &name),
        label: t.what_to_clarify(),
        hint: "",
        add: t.add_remark(),
        keep: Callback::new(keep),
    })
}

/// Where a remark stands in the page.
pub fn thread_id(id: &RemarkId) -> String {
    ["remark-", id.as_str()].concat()
}
