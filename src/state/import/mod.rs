//! Import of files: first a plan of what would come of them, with what the person
//! decides about it, then, when they say so, all of it in one step.
//!
//! All of it lives in the part `exchange` (see [`super::part`]); the rest of the
//! program knows only whether files wait. What is large a worker reads and plans
//! ([`away`]); what is not, the page.

mod away;
mod incoming;
mod writing;

pub use away::warm;
pub use incoming::{Confirmed, Incoming, Lack};

use super::library::new_id;
use super::{App, AppDataStoreFields, Doing, Fetched, browser, in_part};
use crate::bundle::{self, Arrival, Decisions, Fate, Outcome};
use crate::model::SurveyId;
use crate::storage::{StoreError, library, trash};
use away::LARGE;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

in_part! {
    exchange =>
    /// Reads files and shows what would come of them; nothing changes yet.
    pub fn preview(app: App, files: Vec<File>) -> Fetched<Doing> {
        Ok(Box::pin(app.preview(files)))
    }
}

in_part! {
    exchange =>
    /// The same for a text that was pasted, under this name.
    pub fn preview_text(app: App, name: String, text: String) -> Fetched<()> {
        app.receive_text(name, &text);
        Ok(())
    }
}

impl App {
    /// Tells one choice of files from the next; 0 while none wait.
    pub fn incoming(self) -> u32 {
        self.data.incoming().get()
    }

    /// Forgets the chosen files.
    pub fn clear_incoming(self) {
        self.env.update_value(|env| env.incoming = None);
        self.data.incoming().set(0);
    }
}

// What follows is called by code in the part alone.
impl App {
    /// Shows what would come of bytes that arrived in another way than by a
    /// file; nothing changes yet.
    pub fn receive(self, name: String, bytes: &[u8]) {
        let mut incoming = Incoming::default();
        incoming.take(name, bytes);
        self.show_incoming(incoming);
    }

    /// The same for what was read already.
    pub(super) fn receive_arrival(self, arrival: Arrival) {
        let mut incoming = Incoming::default();
        incoming.arrivals.push(arrival);
        self.show_incoming(incoming);
    }

    /// What would come of a bundle if nothing was decided about it; `None` where
    /// the store cannot be read, which the person is told.
    pub(super) fn fate_of(self, arrival: &Arrival) -> Option<(Fate, Option<Outcome>)> {
        let received = arrival.read.as_ref().ok()?;
        let mine = self.told(self.stored(&received.survey.head.id))?;
        let plan = bundle::plan(
            std::slice::from_ref(arrival),
            |_| mine.clone(),
            &Decisions::default(),
            &self.stamp(),
            str::to_owned,
        );
        let fate = plan.files.into_iter().next()?.fate;
        Some((fate, plan.surveys.into_iter().next()))
    }

    /// The same for a text that was pasted; where it is the link of an
    /// invitation, the page goes there.
    pub fn receive_text(self, name: String, text: &str) {
        let text = text.trim();
        match link_in(text) {
            Some(address) => browser::go(&address),
            None => self.receive(name, text.as_bytes()),
        }
    }

    async fn preview(self, files: Vec<File>) {
        let size: f64 = files.iter().map(|file| file.size()).sum();
        if size <= LARGE || !self.preview_away(&files, Decisions::default()) {
            self.preview_here(files).await;
        }
    }

    /// The same, read by this page.
    async fn preview_here(self, files: Vec<File>) {
        let mut incoming = Incoming::default();
        for file in files {
            let name = file.name();
            // Refused by its size before it is read: a wrong file costs no memory.
            if let Some(refusal) = bundle::too_large(file.size() as u64) {
                let (file, read) = (name, Err(refusal));
                incoming.arrivals.push(Arrival { file, read });
                continue;
            }
            match JsFuture::from(file.array_buffer()).await {
                Ok(buffer) => incoming.take(name, &js_sys::Uint8Array::new(&buffer).to_vec()),
                Err(_) => incoming.unreadable.push(name),
            }
        }
        self.show_incoming(incoming);
    }

    fn show_incoming(self, mut incoming: Incoming) {
        self.plan_anew(&mut incoming);
        self.keep_incoming(incoming);
        self.tell_incoming();
    }

    /// Tells the page that other files wait, or that they are read.
    fn tell_incoming(self) {
        self.data
            .incoming()
            .update(|n| *n = n.wrapping_add(1).max(1));
    }

    fn keep_incoming(self, incoming: Incoming) {
        self.env
            .update_value(|env| env.incoming = Some(Box::new(incoming)));
        self.data.planned().update(|n| *n = n.wrapping_add(1));
    }

    fn take_incoming(self) -> Option<Incoming> {
        let taken = self.env.try_update_value(|env| env.incoming.take());
        let taken = taken.flatten()?.downcast::<Incoming>().ok()?;
        Some(*taken)
    }

    /// Looks at the files that wait; wakes when they are planned anew.
    pub fn with_incoming<T>(self, look: impl FnOnce(&Incoming) -> T) -> Option<T> {
        self.data.planned().track();
        self.env.with_value(|env| {
            let incoming = env.incoming.as_ref()?;
            incoming.downcast_ref::<Incoming>().map(look)
        })
    }

    /// Changes what is decided about the files, and plans anew.
    pub fn decide(self, change: impl FnOnce(&mut Decisions)) {
        if let Some(mut incoming) = self.take_incoming() {
            change(&mut incoming.decisions);
            if incoming.away.is_some() {
                self.keep_incoming(incoming);
                self.ask_away(false);
                return;
            }
            self.plan_with(&mut incoming);
            self.keep_incoming(incoming);
        }
    }

    /// Plans with the surveys as they are in this browser now.
    fn plan_anew(self, incoming: &mut Incoming) {
        if self.has_unsaved() {
            self.flush();
        }
        incoming.here.clear();
        for arrival in &incoming.arrivals {
            let Ok(received) = &arrival.read else {
                continue;
            };
            let id = &received.survey.head.id;
            if incoming.here.iter().all(|survey| survey.head.id != *id) {
                let here = self.told(self.stored(id)).flatten();
                incoming.here.extend(here.map(Arc::new));
            }
        }
        self.plan_with(incoming);
    }

    fn plan_with(self, incoming: &mut Incoming) {
        let locale = self.data.locale().get_untracked();
        // A copy that an earlier import has made is asked for by an id of its own.
        let here = |id: &SurveyId| {
            let known = incoming.here.iter().find(|s| s.head.id == *id).cloned();
            known.or_else(|| self.told(self.stored(id)).flatten().map(Arc::new))
        };
        incoming.plan = bundle::plan(
            &incoming.arrivals,
            here,
            &incoming.decisions,
            &self.stamp(),
            |title| locale.imported_title(title),
        );
        incoming.stands = incoming.plan.stands();
    }

    /// Gives a survey in the trash another id, so that one with the same can
    /// be added.
    pub(super) fn make_way(self, id: &SurveyId) -> Result<(), StoreError> {
        let (vault, now) = (self.vault(), browser::milliseconds());
        // What cannot be moved stays, and so does what was to come.
        let loaded = library::load(&vault, id, now)?;
        let Some(mut loaded) = loaded else {
            // A mark that was left behind: it goes when the survey is added.
            return Ok(());
        };
        let Some(other) = new_id() else {
            return Err(StoreError::NotKept);
        };
        loaded.survey.head.id = other.clone();
        let mut writes = library::add(&vault, &loaded.survey, now)?;
        let mut along = vec![trash::put_in(&vault, &other, now)?];
        along.extend(library::moved_along(&vault, id, &other, now)?);
        vault.keep(along.clone())?;
        writes.extend(along);
        self.journal(writes);
        let removals = library::removals(&vault, id, now)?;
        let done = vault.keep_in_order(removals.clone());
        self.journal(removals);
        done
    }
}

/// Where the link of an invitation leads within the app, if the text is one.
fn link_in(text: &str) -> Option<String> {
    let link = text.trim();
    let is_link = ["http", "file:", "#/open/"]
        .iter()
        .any(|start| link.starts_with(start));
    let at = link.find("#/open/").filter(|_| is_link)?;
    // Mail programs break long lines.
    Some(link[at..].split_whitespace().collect())
}
