//! Opening a survey, as a whole or at one of its sheets, and closing it.
//!
//! Of a survey that is opened at a sheet, the rest is read a little later; until then
//! it has that one body. Only the page of the sheet
//! is shown meanwhile, and whoever asks for more has the rest read before: the
//! survey as a whole, its population, its list, another page, or another page of the
//! browser that has written something.

use super::steps::Steps;
use super::unsaved::{Known, Unsaved, Version};
use super::{App, AppDataStoreFields, browser};
use crate::model::{Extra, PartnerId, Survey, SurveyId};
use crate::storage::library::{self, Bodies, Body, Rest};
use crate::storage::trash;
use leptos::prelude::*;
use std::time::Duration;

/// So long after the opening the rest is read: the page stands by then.
const PAUSE: Duration = Duration::from_millis(500);
/// So long it is read at a time, in milliseconds: who begins to type feels nothing of it.
const AT_A_TIME: u64 = 6;
/// So long after an edit nothing is read, in milliseconds: the next may follow, and on a
/// slow machine the reading would have the processor when it does.
const LULL: u64 = 1_000;

impl App {
    /// Opens a survey of this browser; says whether it is here.
    pub fn open(self, id: &SurveyId) -> bool {
        self.open_with(id, None)
    }

    /// Opens a survey of this browser at one of its sheets, which is all that there is
    /// of a long one until somebody asks for more; says whether it is here.
    pub fn open_at(self, id: &SurveyId, partner: &PartnerId) -> bool {
        self.open_with(id, Some(partner))
    }

    fn open_with(self, id: &SurveyId, at: Option<&PartnerId>) -> bool {
        let already = self
            .data
            .head()
            .with_untracked(|h| h.as_ref().is_some_and(|h| h.id == *id));
        if already {
            if at.is_none_or(|partner| self.position(partner).is_none()) {
                self.complete();
            }
            return true;
        }
        self.close();
        let vault = self.vault();
        if self.told(trash::since(&vault, id)).flatten().is_some() {
            return false;
        }
        let now = browser::milliseconds();
        let begun = at.and_then(|partner| {
            let begun = library::load_at(&vault, id, partner, now);
            self.told(begun).flatten()
        });
        let (loaded, rest) = match begun {
            Some((loaded, rest)) => (loaded, Some(rest)),
            None => match self.told(library::load(&vault, id, now)).flatten() {
                Some(loaded) => (loaded, None),
                None => return false,
            },
        };
        if !loaded.set_aside.is_empty() {
            let keys = loaded.set_aside.into_iter();
            self.tell_set_aside(keys.map(|aside| aside.key).collect());
        }
        self.env.update_value(|env| {
            env.known = Known {
                head: loaded.head_stamp,
                kept: loaded.kept,
                replaced: Vec::new(),
            };
        });
        let Survey {
            head,
            sheets,
            extra,
        } = loaded.survey;
        self.data.extra().set(extra);
        self.data.sheets().set(sheets);
        self.data.head().set(Some(head));
        if let Some(rest) = rest {
            self.read_on_later(rest);
        }
        self.care_when_idle();
        true
    }

    /// Closes the open survey.
    pub fn close(self) {
        if self.has_unsaved() {
            self.flush();
        }
        self.env.update_value(|env| {
            env.unsaved = Unsaved::default();
            env.known = Known::default();
            env.steps = Steps::default();
            env.rest = None;
        });
        if self.data.head().read_untracked().is_some() {
            self.data.stepped().set(0);
            self.data.head().set(None);
            self.data.sheets().set(Vec::new());
        }
    }

    /// Keeps the rest to be read a little later, or as soon as it is asked for.
    pub(super) fn read_on_later(self, rest: Rest) {
        self.env.update_value(|env| env.rest = Some(rest));
        set_timeout(move || self.read_on(), PAUSE);
    }

    fn read_on(self) {
        let vault = self.vault();
        let now = browser::milliseconds();
        // Either way: a clock may be set back.
        if now.abs_diff(self.env.with_value(|env| env.typed)) < LULL {
            set_timeout(move || self.read_on(), PAUSE);
            return;
        }
        let more = || browser::milliseconds() < now + AT_A_TIME;
        let read = self.env.try_update_value(|env| {
            let rest = env.rest.as_mut()?;
            Some(rest.read(&vault, now, more))
        });
        match read.flatten() {
            Some(Ok(true)) => set_timeout(move || self.read_on(), Duration::ZERO),
            Some(_) => self.complete(),
            None => {}
        }
    }

    /// Reads what of the open survey is not read yet.
    pub(super) fn complete(self) {
        let rest = self.env.try_update_value(|env| env.rest.take());
        let Some(mut rest) = rest.flatten() else {
            return;
        };
        let read = rest.read(&self.vault(), browser::milliseconds(), || true);
        if self.told(read).is_none() {
            // Half a survey is none.
            self.close();
            browser::go_home();
            return;
        }
        let set_aside = std::mem::take(&mut rest.set_aside);
        if !set_aside.is_empty() {
            self.tell_set_aside(set_aside.into_iter().map(|aside| aside.key).collect());
        }
        let kept = self.env.with_value(|env| env.known.kept.first().copied());
        let (Some(Version { partner, sheet }), Some(kept)) = (self.version(0), kept) else {
            return;
        };
        let mine = Body {
            partner,
            sheet,
            place: kept.place,
            after: 0,
            extra: Extra::new(),
        };
        let Bodies {
            partners,
            sheets,
            kept,
        } = rest.with(mine, kept.stamp);
        self.env.update_value(|env| env.known.kept = kept);
        self.data.sheets().set(sheets);
        self.data.head().update(|head| {
            if let Some(head) = head {
                head.partners = partners;
            }
        });
    }
}
