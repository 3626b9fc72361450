//! What the person has to be told, until they close it; among it what can be
//! taken back.

use super::{App, AppDataStoreFields};
use crate::model::{Partner, Sheet, Survey, SurveyId};
use crate::storage::{Key, StoreError};
use leptos::prelude::*;

/// Tells notices apart.
pub type NoticeId = u32;

/// Something that was removed and can be brought back while the page is open.
#[derive(Clone, Debug)]
pub enum Removed {
    /// A whole survey.
    Survey(Box<Survey>),
    /// A partner with its sheet, from a place in the list of a survey.
    Partner {
        /// The survey it was in.
        survey: SurveyId,
        /// Where it stood.
        index: usize,
        /// The partner.
        partner: Box<Partner>,
        /// Its sheet.
        sheet: Box<Sheet>,
    },
}

impl Removed {
    /// The survey that it belongs to, where it is not a survey itself.
    pub fn survey(&self) -> Option<&SurveyId> {
        match self {
            Self::Survey(_) => None,
            Self::Partner { survey, .. } => Some(survey),
        }
    }

    /// What it was called.
    pub fn name(&self) -> &str {
        match self {
            Self::Survey(survey) => &survey.head.title,
            Self::Partner { partner, .. } => &partner.name,
        }
    }
}

/// A notice.
#[derive(Clone, Debug)]
pub enum Notice {
    /// The browser keeps nothing: the surveys last as long as the page.
    OnlyInMemory {
        /// Which notice.
        id: NoticeId,
    },
    /// Records could not be read; their texts are kept under these keys.
    SetAside {
        /// Which notice.
        id: NoticeId,
        /// Where the texts are.
        keys: Vec<Key>,
    },
    /// The store refused something other than an edit.
    StoreRefused {
        /// Which notice.
        id: NoticeId,
        /// Why.
        error: StoreError,
    },
    /// The example could not be fetched.
    ExampleNotThere {
        /// Which notice.
        id: NoticeId,
    },
    /// A part of the program could not be fetched; what needs it can be tried
    /// again.
    PartNotThere {
        /// Which notice.
        id: NoticeId,
    },
    /// Something was removed.
    CanUndo {
        /// Which notice.
        id: NoticeId,
        /// What can be brought back.
        removed: Removed,
    },
    /// Surveys were imported.
    Imported {
        /// Which notice.
        id: NoticeId,
        /// How many.
        surveys: usize,
    },
}

impl Notice {
    /// Tells notices apart.
    pub const fn id(&self) -> NoticeId {
        match self {
            Self::OnlyInMemory { id }
            | Self::SetAside { id, .. }
            | Self::StoreRefused { id, .. }
            | Self::ExampleNotThere { id }
            | Self::PartNotThere { id }
            | Self::CanUndo { id, .. }
            | Self::Imported { id, .. } => *id,
        }
    }
}

impl App {
    /// What the person has to be told, oldest first.
    pub fn notices(self) -> Vec<Notice> {
        self.data.notices().get()
    }

    /// Closes a notice.
    pub fn dismiss(self, id: NoticeId) {
        self.data
            .notices()
            .update(|all| all.retain(|n| n.id() != id));
    }

    /// Text of a record that was set aside.
    pub fn text_set_aside(self, key: &Key) -> Option<String> {
        self.with_storage(|storage| storage.read(&key.to_string()))
            .ok()
            .flatten()
    }

    pub(super) fn notify(self, notice: impl FnOnce(NoticeId) -> Notice) {
        let id = self.env.try_update_value(|env| {
            env.next_notice += 1;
            env.next_notice
        });
        let notice = notice(id.unwrap_or_default());
        self.data.notices().update(|all| all.push(notice));
    }

    /// Tells of a refusal of the store, and gives back what was done otherwise.
    pub(super) fn told<T>(self, result: Result<T, StoreError>) -> Option<T> {
        match result {
            Ok(done) => Some(done),
            Err(error) => {
                self.notify(|id| Notice::StoreRefused { id, error });
                None
            }
        }
    }
}
