//! Export of the open survey, and import of files: first a dry run, then, when
//! the person says so, the change.

use super::library::as_copy;
use super::{About, App, AppDataStoreFields, browser};
use crate::bundle::{self, Changes, Received, Refusal};
use crate::model::SurveyId;
use crate::storage::snapshots::Why;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

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

impl App {
    /// Name and text of a bundle of the open survey.
    pub fn export(self) -> Option<(String, String)> {
        let survey = self.survey()?;
        self.copied();
        let now = browser::now();
        let name = bundle::file_name(&survey, &now);
        Some((name, bundle::write(&survey, &now)))
    }

    /// Files that wait for a decision.
    pub fn incoming(self) -> Vec<Incoming> {
        self.data.incoming().get()
    }

    /// Forgets the chosen files.
    pub fn clear_incoming(self) {
        self.data.incoming().set(Vec::new());
    }

    /// Reads files and shows what would come of them; nothing changes yet.
    pub async fn preview(self, files: Vec<web_sys::File>) {
        let mut incoming = Vec::new();
        for file in files {
            let outcomes = self.outcomes(&file).await;
            for outcome in outcomes {
                let file = file.name();
                incoming.push(Incoming { file, outcome });
            }
        }
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
                Outcome::New(received) => received.survey,
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
    async fn outcomes(self, file: &web_sys::File) -> Vec<Outcome> {
        // Refused by its size before it is read: a wrong file costs no memory.
        if let Some(refusal) = bundle::too_large(file.size() as u64) {
            return vec![Outcome::Refused(refusal)];
        }
        let Ok(buffer) = JsFuture::from(file.array_buffer()).await else {
            return vec![Outcome::Unreadable];
        };
        let read = bundle::read_all(&js_sys::Uint8Array::new(&buffer).to_vec());
        let read = read.unwrap_or_else(|refusal| vec![Err(refusal)]);
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
