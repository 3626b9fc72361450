//! Export of the open survey, and import of files: first a dry run, then, when
//! the person says so, the change.
//!
//! Bundles are read and written in the part `exchange` (see [`super::part`]).

use super::library::as_copy;
use super::{About, App, AppDataStoreFields, Doing, Fetched, browser, in_part};
use crate::bundle::{self, Changes, Received, Refusal};
use crate::model::{Survey, SurveyId};
use crate::storage::snapshots::Why;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// A chosen file and what would come of it.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Name of the file.
    pub file: String,
    /// What would come of it.
    pub outcome: Outcome,
}

/// What would come of a file.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// It cannot be taken.
    Refused(Refusal),
    /// The browser could not read the file.
    Unreadable,
    /// A survey that is not in this browser: it will be added.
    New(Box<Received>),
    /// The same survey is here, and equal: nothing changes.
    Identical(Box<Received>),
    /// The same survey is here, and differs: the file's will be added beside
    /// it, and mine stays as it is.
    Beside(Box<Received>, Changes),
}

in_part! {
    exchange =>
    /// The survey of a bundle, if it is one.
    pub(super) fn read_survey(bytes: Vec<u8>) -> Fetched<Option<Survey>> {
        Ok(bundle::read(&bytes).ok().map(|received| received.survey))
    }
}

in_part! {
    exchange =>
    /// Name and text of a bundle of all these surveys.
    pub(super) fn written_together(surveys: Vec<Survey>) -> Fetched<(String, String)> {
        let now = browser::now();
        Ok((bundle::backup_name(&now), bundle::write_backup(&surveys, &now)))
    }
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
    /// Fetches the part, so that it is here when it is asked for.
    pub fn fetch_exchange() -> Fetched<()> {
        Ok(())
    }
}

impl App {
    /// Name and text of a bundle of the open survey; none where no survey is
    /// open. To be called by code in a part.
    pub fn export(self) -> Option<(String, String)> {
        let survey = untrack(|| self.survey())?;
        let now = browser::now();
        let name = bundle::file_name(&survey, &now);
        let text = bundle::write(&survey, &now);
        self.copied();
        Some((name, text))
    }

    /// Files that wait for a decision.
    pub fn incoming(self) -> Vec<Incoming> {
        self.data.incoming().get()
    }

    /// Forgets the chosen files.
    pub fn clear_incoming(self) {
        self.data.incoming().set(Vec::new());
    }

    async fn preview(self, files: Vec<File>) {
        let mut incoming = Vec::new();
        for file in files {
            for outcome in self.outcomes(&file).await {
                let file = file.name();
                incoming.push(Incoming { file, outcome });
            }
        }
        self.data.incoming().set(incoming);
    }

    /// Puts what has come another way than by file among the files that wait for
    /// a decision, under this name. To be called by code in a part.
    pub fn receive(self, name: String, bytes: &[u8]) {
        let named = |outcome| Incoming {
            file: name.clone(),
            outcome,
        };
        let incoming = self.outcomes_of(bytes).into_iter().map(named).collect();
        self.data.incoming().set(incoming);
    }

    /// Does what the dry run says; gives the last survey that was added. What
    /// each file does is looked at again, because the one before it may have
    /// brought the same survey.
    pub fn confirm_incoming(self, copy_title: impl Fn(&str) -> String) -> Option<SurveyId> {
        let incoming = self.incoming();
        self.clear_incoming();
        let mut added = Vec::new();
        for file in incoming {
            if let Outcome::Beside(received, _) = &file.outcome {
                self.take_snapshot(&received.survey.head.id, Why::Import);
            }
            let received = match file.outcome {
                Outcome::New(received) | Outcome::Beside(received, _) => received,
                Outcome::Refused(_) | Outcome::Unreadable | Outcome::Identical(_) => continue,
            };
            let survey = match self.compared(received) {
                Outcome::New(received) => bundle::taken(*received),
                Outcome::Beside(received, _) => {
                    let mut survey = received.survey;
                    let title = copy_title(&survey.head.title);
                    if as_copy(&mut survey, &title).is_none() {
                        continue;
                    }
                    survey
                }
                Outcome::Refused(_) | Outcome::Unreadable | Outcome::Identical(_) => continue,
            };
            added.extend(self.add(&survey));
        }
        let surveys = added.len();
        if surveys > 0 {
            self.notify(About::Imported(surveys));
        }
        added.pop()
    }

    /// What would come of a file: of each survey in it.
    async fn outcomes(self, file: &File) -> Vec<Outcome> {
        // Refused by its size before it is read: a wrong file costs no memory.
        if let Some(refusal) = bundle::too_large(file.size() as u64) {
            return vec![Outcome::Refused(refusal)];
        }
        let Ok(buffer) = JsFuture::from(file.array_buffer()).await else {
            return vec![Outcome::Unreadable];
        };
        self.outcomes_of(&js_sys::Uint8Array::new(&buffer).to_vec())
    }

    /// What would come of these bytes.
    fn outcomes_of(self, bytes: &[u8]) -> Vec<Outcome> {
        let read = bundle::read_all(bytes).unwrap_or_else(|refusal| vec![Err(refusal)]);
        let compared = read.into_iter().map(|received| match received {
            Ok(received) => self.compared(Box::new(received)),
            Err(refusal) => Outcome::Refused(refusal),
        });
        compared.collect()
    }

    fn compared(self, received: Box<Received>) -> Outcome {
        let mine = self.told(self.stored(&received.survey.head.id)).flatten();
        let Some(mine) = mine else {
            return Outcome::New(received);
        };
        let changes = bundle::compare(&mine, &received.survey);
        if changes.identical() {
            Outcome::Identical(received)
        } else {
            Outcome::Beside(received, changes)
        }
    }
}
