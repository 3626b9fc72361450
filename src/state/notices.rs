//! What the person has to be told, until they close it; among it what can be
//! taken back.

use super::{App, AppDataStoreFields, OtherAnswer};
use crate::model::{Partner, Sheet, SurveyId};
use crate::storage::{Key, StoreError};
use leptos::prelude::*;

/// Tells notices apart.
pub type NoticeId = u32;

/// Something that was removed and can be brought back while the page is open.
#[derive(Clone, Debug)]
pub enum Removed {
    /// A whole survey, by its id and its title: it is in the trash.
    Survey(SurveyId, String),
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
            Self::Survey(..) => None,
            Self::Partner { survey, .. } => Some(survey),
        }
    }

    /// What it was called.
    pub fn name(&self) -> &str {
        match self {
            Self::Survey(_, title) => title,
            Self::Partner { partner, .. } => &partner.name,
        }
    }
}

/// A notice.
#[derive(Clone, Debug)]
pub struct Notice {
    /// Tells it apart.
    pub id: NoticeId,
    /// What it is about.
    pub about: About,
}

/// What a person has to be told.
#[derive(Clone, Debug)]
pub enum About {
    /// The browser keeps nothing: the surveys last as long as the page.
    OnlyInMemory,
    /// A crash of the browser may cost the last seconds: it has no journal for
    /// this page.
    NoJournal,
    /// The store was written by a newer version of the app.
    Older,
    /// The store is nearly full.
    NearlyFull,
    /// Records could not be read; their texts are kept under these keys.
    SetAside(Vec<Key>),
    /// The store refused something other than an edit.
    StoreRefused(StoreError),
    /// The survey that the file carries cannot be read.
    CarriedDamaged,
    /// The example could not be fetched.
    ExampleNotThere,
    /// A part of the program could not be fetched; what needs it can be tried
    /// again.
    PartNotThere,
    /// A new version of the app is ready.
    NewVersion,
    /// Other pages use a new version of the app already.
    UpdatedElsewhere,
    /// Two pages changed the same answer at the same time; what does not stand.
    EditedTwice(Box<OtherAnswer>),
    /// Something was removed, and can be brought back.
    CanUndo(Removed),
    /// An invitation to the survey of this title was opened.
    Invited(String),
    /// So many files were imported; that can be undone.
    Imported(usize),
    /// The last import was undone.
    ImportUndone,
    /// An import, or its undoing, could not be written: nothing has changed.
    ImportRefused(StoreError),
    /// So many records came back from snapshots, of so many.
    Restored(usize, usize),
}

impl App {
    /// What the person has to be told, oldest first.
    pub fn notices(self) -> Vec<Notice> {
        self.data.notices().get()
    }

    /// Closes a notice.
    pub fn dismiss(self, id: NoticeId) {
        self.data.notices().update(|all| all.retain(|n| n.id != id));
    }

    /// Tells that a part of the program could not be fetched.
    pub fn part_not_there(self) {
        self.notify(About::PartNotThere);
    }

    /// Tells of a new version, which waits, or which other pages use already; or
    /// takes back what was told of one.
    pub fn tell_version(self, elsewhere: Option<bool>) {
        let version = |about: &About| matches!(about, About::NewVersion | About::UpdatedElsewhere);
        let notices = self.data.notices();
        notices.update(|all| all.retain(|notice| !version(&notice.about)));
        match elsewhere {
            Some(true) => self.notify(About::UpdatedElsewhere),
            Some(false) => self.notify(About::NewVersion),
            None => {}
        }
    }

    /// Text of a record that was set aside.
    pub fn text_set_aside(self, key: &Key) -> Option<String> {
        self.vault().read(&key.to_string()).ok().flatten()
    }

    /// Tells that a part of the program could not be fetched.
    pub fn tell_not_fetched(self) {
        self.notify_once(About::PartNotThere);
    }

    pub(super) fn notify(self, about: About) {
        let id = self.env.try_update_value(|env| {
            env.next_notice += 1;
            env.next_notice
        });
        let id = id.unwrap_or_default();
        let notice = Notice { id, about };
        self.data.notices().update(|all| all.push(notice));
    }

    /// The same, unless there is one of this kind already.
    pub(super) fn notify_once(self, about: About) {
        let kind = std::mem::discriminant(&about);
        let same = |notice: &Notice| std::mem::discriminant(&notice.about) == kind;
        if !self.data.notices().read_untracked().iter().any(same) {
            self.notify(about);
        }
    }

    /// Tells of records that were set aside: once of each, and of all in one
    /// notice.
    pub(super) fn tell_set_aside(self, mut keys: Vec<Key>) {
        let news = self.env.try_update_value(|env| {
            let before = env.told_aside.len();
            for key in &keys {
                if !env.told_aside.contains(key) {
                    env.told_aside.push(key.clone());
                }
            }
            env.told_aside.len() > before
        });
        if news != Some(true) {
            return;
        }
        self.data.notices().update(|all| {
            all.retain(|notice| {
                let About::SetAside(told) = &notice.about else {
                    return true;
                };
                for key in told {
                    if !keys.contains(key) {
                        keys.push(key.clone());
                    }
                }
                false
            });
        });
        self.notify(About::SetAside(keys));
    }

    /// Tells of a refusal of the store, and gives back what was done otherwise.
    pub(super) fn told<T>(self, result: Result<T, StoreError>) -> Option<T> {
        match result {
            Ok(done) => Some(done),
            Err(error) => {
                self.notify(About::StoreRefused(error));
                None
            }
        }
    }
}
