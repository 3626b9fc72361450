//! Import of files: first a plan of what would come of them, with what the person
//! decides about it, then, when they say so, all of it in one step.
//!
//! All of it lives in the part `exchange` (see [`super::part`]); the rest of the
//! program knows only whether files wait.

use super::library::new_id;
use super::{About, App, AppDataStoreFields, Doing, Fetched, browser, in_part};
use crate::bundle::{self, Arrival, Decisions, Fate, Kind, Outcome, Plan};
use crate::model::{Direction, Exchanged, Extra, PartnerId, Survey, SurveyId, Timestamp};
use crate::storage::snapshots::Why;
use crate::storage::{StoreError, import, library, record, trash};
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Files that wait for a decision, and what would come of them.
#[derive(Default)]
pub struct Incoming {
    /// Names of files that the browser could not read.
    pub unreadable: Vec<String>,
    /// What was decided so far.
    pub decisions: Decisions,
    /// What would come of the others.
    pub plan: Plan,
    /// The surveys of this browser that they have to do with.
    pub here: Vec<Survey>,
    arrivals: Vec<Arrival>,
}

/// What has come of the yes to an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confirmed {
    /// Something has changed meanwhile, and more is to be decided.
    Again,
    /// It could not be written; nothing has changed, and the files still wait.
    Refused,
    /// It is done, and this survey is what it was about.
    Survey(SurveyId),
    /// It is done, and this sheet is to be filled in.
    Sheet(SurveyId, PartnerId),
    /// It is done.
    Several,
}

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
                incoming.here.extend(self.told(self.stored(id)).flatten());
            }
        }
        self.plan_with(incoming);
    }

    fn plan_with(self, incoming: &mut Incoming) {
        let locale = self.data.locale().get_untracked();
        // A copy that an earlier import has made is asked for by an id of its own.
        let here = |id: &SurveyId| {
            let known = incoming.here.iter().find(|s| s.head.id == *id).cloned();
            known.or_else(|| self.told(self.stored(id)).flatten())
        };
        incoming.plan = bundle::plan(
            &incoming.arrivals,
            here,
            &incoming.decisions,
            &self.stamp(),
            |title| locale.imported_title(title),
        );
    }

    /// Does what the plan says, all of it in one step. It is planned anew first,
    /// because something may have changed meanwhile.
    pub fn confirm_incoming(self) -> Confirmed {
        let Some(mut incoming) = self.take_incoming() else {
            return Confirmed::Refused;
        };
        let shown = std::mem::take(&mut incoming.plan);
        self.plan_anew(&mut incoming);
        // Nothing is done that was not seen: what was decided about another
        // version is to be looked at again.
        if incoming.plan.open() > 0 || !incoming.plan.asks_the_same(&shown) {
            self.keep_incoming(incoming);
            return Confirmed::Again;
        }
        incoming.note_received(&browser::now());
        let files = incoming.files();
        if incoming.plan.surveys.is_empty() {
            // Decided so that nothing changes: there is nothing to write, and
            // nothing to undo.
            self.clear_incoming();
            return incoming.goes_on_at();
        }
        let surveys = incoming.plan.surveys.iter().map(|s| s.after.clone());
        if let Err(error) = self.write_import(&surveys.collect::<Vec<_>>(), files) {
            self.notify(About::ImportRefused(error));
            self.keep_incoming(incoming);
            return Confirmed::Refused;
        }
        self.clear_incoming();
        self.drop_import_notices();
        let goes_on = incoming.goes_on_at();
        let title = incoming.plan.surveys.first().map(|s| &s.after.head.title);
        self.notify(match (&goes_on, title) {
            (Confirmed::Sheet(..), Some(title)) => About::Invited(title.clone()),
            _ => About::Imported(files as usize),
        });
        goes_on
    }

    fn write_import(self, surveys: &[Survey], files: u32) -> Result<(), StoreError> {
        let vault = self.vault();
        vault.squeeze_with(record::squeezed);
        for survey in surveys {
            let id = &survey.head.id;
            if trash::since(&vault, id)?.is_some() {
                self.make_way(id)?;
            } else {
                self.take_snapshot(id, Why::Import);
            }
        }
        let open = self.close_to_write();
        let written = import::apply(&vault, surveys, files, browser::milliseconds());
        let written = written.map(|writes| self.journal(writes));
        self.open_again(open);
        written
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

impl Incoming {
    /// Reads what has arrived: a bundle, or several in one file.
    fn take(&mut self, file: String, bytes: &[u8]) {
        let read = bundle::read_all(bytes).unwrap_or_else(|refusal| vec![Err(refusal)]);
        let arrivals = read.into_iter().map(|read| Arrival {
            file: file.clone(),
            read,
        });
        self.arrivals.extend(arrivals);
    }

    /// Notes each sheet that comes from a partner as the last file of it, in what
    /// is written. A file that changes nothing is not noted.
    fn note_received(&mut self, now: &Timestamp) {
        for planned in &self.plan.files {
            let (Some(content), Fate::Merged(_)) = (&planned.content, &planned.fate) else {
                continue;
            };
            let Some(sender) = content.from.as_ref() else {
                continue;
            };
            let mut surveys = self.plan.surveys.iter_mut().map(|s| &mut s.after.head);
            let survey = surveys.find(|head| head.id == content.survey);
            // Who was invited has no desk.
            let survey = survey.filter(|head| head.invited.is_empty());
            if let Some(head) = survey.filter(|_| content.kind != Kind::Invitation) {
                head.note_exchange(Exchanged {
                    partner: sender.partner.clone(),
                    direction: Direction::Received,
                    at: now.clone(),
                    file: planned.file.clone(),
                    fingerprint: content.fingerprint.to_string(),
                    extra: Extra::new(),
                });
            }
        }
    }

    /// The survey that the file at a place has brought.
    pub fn received(&self, at: usize) -> Option<&Survey> {
        let read = self.arrivals.get(at)?.read.as_ref().ok()?;
        Some(&read.survey)
    }

    /// How many of the files change something.
    pub fn files(&self) -> u32 {
        let mut names: Vec<&str> = Vec::new();
        for file in &self.plan.files {
            let changes = matches!(file.fate, Fate::New | Fate::Merged(_) | Fate::Beside(_));
            if changes && !names.contains(&file.file.as_str()) {
                names.push(&file.file);
            }
        }
        names.len().try_into().unwrap_or(u32::MAX)
    }

    /// Where it makes sense to go on, when all of it is done.
    pub fn goes_on_at(&self) -> Confirmed {
        if let [file] = &self.plan.files[..]
            && let Some(content) = &file.content
            && content.kind == Kind::Invitation
            && let Some(sender) = &content.from
        {
            return Confirmed::Sheet(content.survey.clone(), sender.partner.clone());
        }
        match &self.plan.surveys[..] {
            [one] => Confirmed::Survey(one.after.head.id.clone()),
            _ => Confirmed::Several,
        }
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
