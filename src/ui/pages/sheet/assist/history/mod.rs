//! What was changed on a sheet, and the way back: the last steps undone, and a
//! list of everything that is kept, with the way back to any point of it.

mod event;
mod go_back;

use super::super::sheet_context;
use crate::analysis::chronicle::{Event, Happened, Version, chronicle};
use crate::analysis::words;
use crate::i18n::Locale;
use crate::model::{Answer, PartnerId, Questionnaire, SheetRecord, Timestamp};
use crate::state::{App, Saving, go_back as set_back};
use crate::ui::el::{El, Part, el, live, on_demand, p, span};
use crate::ui::lazy::lazy;
use crate::ui::{app, document, manage, t};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Where the keyboard goes when what it stood on has gone.
const HERE: &str = "sheet-history";
/// The value of the filter that shows only changes of the status.
const STEPS: &str = "/steps";

/// The history of a sheet, while it is looked at.
#[derive(Clone)]
struct Look {
    app: App,
    t: Locale,
    partner: PartnerId,
    questionnaire: Arc<Questionnaire>,
    past: RwSignal<Vec<Version>>,
    events: RwSignal<Vec<Event>>,
    /// Which of them are shown: all, those of one record, or the steps.
    filter: RwSignal<String>,
    /// The moment of which it is shown what would change.
    point: RwSignal<Option<Timestamp>>,
    said: RwSignal<&'static str>,
    /// Whether the sheet can be written on, so that there is a way back.
    writable: Memo<bool>,
}

/// What was changed on a sheet, and the way back.
pub fn history() -> El {
    let (app, t) = (app(), t());
    let context = sheet_context();
    let summary = span("", t.history())
        .attr("id", HERE)
        .attr("tabindex", "-1");
    let details = on_demand(summary, move || {
        let id = context.partner.clone();
        let look = Look {
            app,
            t,
            writable: Memo::new(move |_| app.may_write(&id)),
            partner: context.partner.clone(),
            questionnaire: context.questionnaire.clone(),
            past: RwSignal::new(Vec::new()),
            events: RwSignal::new(Vec::new()),
            filter: RwSignal::new(String::new()),
            point: RwSignal::new(None),
            said: RwSignal::new(""),
        };
        look.follow();
        look.shown()
    });
    details.class("tool sheet-history").attr("data-history", "")
}

/// The buttons that undo and redo.
pub fn steps() -> AnyView {
    let app = app();
    let has_steps = Memo::new(move |_| app.has_steps());
    live(move || {
        if has_steps.get() {
            untrack(step_buttons)
        } else {
            untrack(no_steps).part()
        }
    })
}

lazy! { keeping =>
/// The same buttons, with what they undo and redo.
fn step_buttons() = manage::buttons() }

/// The same as long as there is nothing to undo.
fn no_steps() -> El {
    let t = t();
    let one = |name: &'static str| {
        el("button")
            .attr("type", "button")
            .class("button secondary")
            .attr("disabled", "")
            .child(name)
    };
    el("div")
        .class("step-buttons")
        .attr("role", "group")
        .attr("aria-label", t.steps_label())
        .child([one(t.step_back()), one(t.step_again())])
}

impl Look {
    /// Reads what is kept, now and whenever something was saved.
    fn follow(&self) {
        let Self {
            app,
            past,
            events,
            partner,
            ..
        } = self.clone();
        let read = move || {
            past.set(app.past_answers(&partner));
            let all = past.with_untracked(|past| {
                untrack(|| app.with_sheet(&partner, |sheet| chronicle(sheet, past)))
            });
            events.set(all.unwrap_or_default());
        };
        untrack(&read);
        Effect::new(move |before: Option<()>| {
            let saved = app.saving() == Saving::Saved;
            if before.is_some() && saved {
                untrack(&read);
            }
        });
    }

    fn shown(self) -> Vec<AnyView> {
        let t = self.t;
        let said = self.said;
        let list = {
            let look = self.clone();
            move || {
                let filter = look.filter.get();
                let events = look.events.read();
                let shown = events.iter().filter(|event| is_shown(event, &filter));
                let shown: Vec<&Event> = shown.collect();
                let minute = |at: usize| shown.get(at)?.at.as_str().get(..16);
                let row = |(at, event): (usize, &&Event)| {
                    let beside = [at.wrapping_sub(1), at + 1];
                    let exact = beside.iter().any(|&by| minute(by) == minute(at));
                    look.row(event, exact)
                };
                let shown: Vec<El> = shown.iter().enumerate().map(row).collect();
                if shown.is_empty() {
                    p("hint", t.history_empty())
                } else {
                    el("ol").class("events").child(shown)
                }
            }
        };
        let status = p("hint", "")
            .attr("role", "status")
            .live(move || said.get());
        vec![
            p("hint", t.history_hint()).part(),
            self.choice().part(),
            status.part(),
            self.way_back(),
            live(list),
        ]
    }

    /// Chooses which events are shown.
    fn choice(&self) -> El {
        let (t, filter) = (self.t, self.filter);
        let option =
            |value: &str, name: String| el("option").attr("value", value.to_owned()).child(name);
        let questions = self.questionnaire.questions.iter();
        let asked = questions.filter(|q| q.repeats.is_none());
        let questions = asked.map(|q| SheetRecord::Answer(q.id.clone()));
        let contacts = self.questionnaire.contacts.iter();
        let contacts = contacts.map(|c| SheetRecord::Contact(c.id.clone()));
        let records = questions.chain(contacts);
        let records = records.map(|record| option(&key(&record), self.name(&record)));
        let first = [
            option("", t.history_all().into()),
            option(STEPS, t.history_steps().into()),
        ];
        let all: Vec<El> = first.into_iter().chain(records).collect();
        let select = el("select")
            .attr("data-history-filter", "")
            .child(all)
            .on("change", move |event| {
                filter.set(event_target_value(&event))
            });
        el("label")
            .class("field")
            .child([span("label", t.history_filter()), select])
    }

    /// A record in words: the number of the question and how it begins.
    fn name(&self, record: &SheetRecord) -> String {
        let t = self.t;
        match record {
            SheetRecord::Answer(id) => match self.questionnaire.question(id) {
                Some(q) => {
                    let label = words::on_a_line(q.label.get(t.code()), 60);
                    t.with_name(t.question_number(&q.number), label)
                }
                None => t.question_number(id),
            },
            SheetRecord::Contact(id) => {
                let mut contacts = self.questionnaire.contacts.iter();
                let found = contacts.find(|c| c.id == *id);
                found.map_or(id.as_str(), |c| c.label.get(t.code())).into()
            }
            _ => String::new(),
        }
    }

    /// An answer of a record in words.
    fn says(&self, record: &SheetRecord, answer: &Answer) -> String {
        let question = match record {
            SheetRecord::Answer(id) => self.questionnaire.question(id),
            _ => None,
        };
        words::answer(self.t, question, answer)
    }

    fn when(&self, at: &Timestamp) -> String {
        document::moment_of(self.t, at.as_str())
    }

    /// Lets answers say what they said once.
    fn set_back(&self, answers: Vec<(SheetRecord, Answer)>) {
        let Self {
            app,
            t,
            partner,
            point,
            said,
            ..
        } = self.clone();
        spawn_local(async move {
            let done = set_back(app, partner, answers).await;
            if done.is_err() {
                return app.tell_not_fetched();
            }
            // The page may have gone meanwhile.
            let _ = point.try_set(None);
            let _ = said.try_set(t.taken_again());
            document::focus_in_place(HERE);
        });
    }
}

/// A record as the filter names it.
fn key(record: &SheetRecord) -> String {
    match record {
        SheetRecord::Answer(id) => ["q/", id.as_str()].concat(),
        SheetRecord::Contact(id) => ["c/", id.as_str()].concat(),
        _ => String::new(),
    }
}

fn is_shown(event: &Event, filter: &str) -> bool {
    match &event.what {
        _ if filter.is_empty() => true,
        Happened::Became(..) => filter == STEPS,
        Happened::Written { record, .. } => key(record) == filter,
        Happened::Remarked { about, .. } => {
            event::of(about).is_some_and(|record| key(&record) == filter)
        }
    }
}
