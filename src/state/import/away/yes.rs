//! The yes to large files: the worker gives what is to be written, the page writes it.

use super::{Done, number, texts};
use crate::model::SurveyId;
use crate::state::import::{Confirmed, Incoming};
use crate::state::worker::get;
use crate::state::{About, App, browser};
use crate::storage::import::{self, Ready, Seen};
use crate::storage::record::Stamp64;
use crate::storage::{StoreError, Write, library, trash};
use js_sys::Array;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};

impl App {
    /// The yes, where a worker has the files.
    pub(in crate::state::import) fn confirm_away(self, mut incoming: Incoming, done: Done) {
        if self.has_unsaved() {
            self.flush();
        }
        let vault = self.vault();
        let seen = incoming.away.as_ref().map(|away| &away.seen);
        let surveys = seen.map_or(&[][..], Seen::surveys).to_vec();
        let is_so = seen.is_some_and(|seen| seen.is_so(&vault) == Ok(true));
        if !is_so {
            self.keep_incoming(incoming);
            self.show_away(surveys);
            return done(Confirmed::Again);
        }
        if incoming.stands.is_empty() {
            self.clear_incoming();
            return done(incoming.goes_on_at());
        }
        let cleared = self.clear_place(&incoming).and_then(|cleared| {
            let seen = incoming.away.as_ref().map(|away| away.seen.newest(&vault));
            Ok((cleared, seen.transpose()?.unwrap_or_default()))
        });
        match cleared {
            Ok((cleared, newest)) => {
                if let Some(away) = &mut incoming.away {
                    away.ready.whole = cleared;
                    away.done = Some(done);
                }
                incoming.writing = Some((0.0, 1.0));
                self.keep_incoming(incoming);
                let after = vault.moment(browser::milliseconds()).max(newest);
                self.send_away(&[("after", (after as f64).into())]);
            }
            Err(error) => {
                self.notify(About::ImportRefused(error));
                self.keep_incoming(incoming);
                done(Confirmed::Refused);
            }
        }
    }

    /// Makes place for what comes; gives the writes that go with it.
    fn clear_place(self, incoming: &Incoming) -> Result<Vec<Write>, StoreError> {
        let ids: Vec<_> = incoming.stands.iter().map(|s| s.survey.clone()).collect();
        self.make_place(&ids)?;
        let vault = self.vault();
        let mut cleared = Vec::new();
        for id in &ids {
            if !trash::is_here(&vault, id)? {
                cleared.extend(library::clear(&vault, id, browser::milliseconds())?);
            }
        }
        Ok(cleared)
    }

    pub(super) fn take_writes(self, message: &JsValue) {
        let Some(mut incoming) = self.take_incoming() else {
            return;
        };
        let (made, all) = (number(message, "done"), number(message, "all"));
        let is_unseen = get(message, "isUnseen").is_truthy();
        let Some(away) = &mut incoming.away else {
            return;
        };
        let list: Array = get(message, "writes").unchecked_into();
        let writes = (0..list.length()).step_by(3).map(|at| Write {
            key: list.get(at).as_string().unwrap_or_default(),
            stamp: Stamp64::new(list.get(at + 1).as_f64().unwrap_or_default() as u64),
            text: list.get(at + 2).as_string(),
        });
        if is_unseen {
            away.ready.unseen.extend(writes);
        } else {
            away.ready.whole.extend(writes);
        }
        if made < all {
            incoming.writing = Some((made, all));
            return self.keep_incoming(incoming);
        }
        let added = texts(message, "added");
        let added = added.iter().filter_map(|id| SurveyId::new(id).ok());
        away.ready.added = added.collect();
        let (ready, done) = (std::mem::take(&mut away.ready), away.done.take());
        let confirmed = self.write_away(incoming, ready);
        if let Some(done) = done {
            done(confirmed);
        }
    }

    /// Writes what the worker has made ready, if everything is still as it was.
    fn write_away(self, mut incoming: Incoming, ready: Ready) -> Confirmed {
        let vault = self.vault();
        let seen = incoming.away.take();
        let is_so = seen.is_some_and(|away| away.seen.is_so(&vault) == Ok(true))
            && vault.is_ahead_of(&ready.unseen) == Ok(false)
            && vault.is_ahead_of(&ready.whole) == Ok(false);
        if !is_so {
            self.start_over(incoming);
            return Confirmed::Again;
        }
        match self.write_import(|vault| import::write(vault, ready)) {
            Ok(()) => self.end_import(&incoming),
            Err(error) => {
                self.notify(About::ImportRefused(error));
                self.start_over(incoming);
                Confirmed::Refused
            }
        }
    }

    /// The files wait as before: another worker reads them, for the first has given
    /// away what it had.
    fn start_over(self, incoming: Incoming) {
        let Incoming {
            files, decisions, ..
        } = incoming;
        if !self.preview_away(&files, decisions) {
            spawn_local(self.preview_here(files));
        }
    }
}
