//! Opening a survey, as a whole or at one of its sheets, and closing it.
//!
//! A long survey is not read in one go. Of one that is opened at a sheet, the rest is read
//! a little later; until then it has that one body, and the page of the sheet is shown. Of
//! one that is opened at another page nothing is shown but how much of it is read. Whoever
//! asks for more meanwhile has the rest read before: the survey as a whole, its
//! population, its list, or another page of the browser that has written something.

use super::steps::Steps;
use super::unsaved::{Known, Unsaved, Version};
use super::{App, AppDataStoreFields, browser};
use crate::model::{Extra, PartnerId, Survey, SurveyId};
use crate::storage::library::{self, Bodies, Body, Loaded, Rest, SetAside};
use crate::storage::trash;
use leptos::prelude::*;
use std::time::Duration;

/// So long after the opening at a sheet the rest is read: the page stands by then.
const PAUSE: Duration = Duration::from_millis(500);
/// So long it is read at a time, in milliseconds: who begins to type feels nothing of it.
const AT_A_TIME: u64 = 6;
/// So long after an edit nothing is read, in milliseconds: the next may follow, and on a
/// slow machine the reading would have the processor when it does.
const LULL: u64 = 1_000;
/// So long it is read at a time while nothing else is shown, in milliseconds. What takes no
/// longer needs no word of it; each further turn takes a frame, which says how far it is.
const A_TURN: u64 = 100;

impl App {
    /// Opens a survey of this browser; says whether it is here.
    pub fn open(self, id: &SurveyId) -> bool {
        if self.is_open(id) {
            self.complete();
            return true;
        }
        let Some((mut loaded, mut rest)) = self.begun(id) else {
            return false;
        };
        let read = rest.read(&self.vault(), browser::milliseconds(), || true);
        if self.told(read).is_none() {
            return false;
        }
        loaded.take(rest);
        self.show(loaded, None);
        true
    }

    /// Opens a survey of this browser at one of its sheets, which is all that there is
    /// of a long one until somebody asks for more.
    pub fn open_at(self, id: &SurveyId, partner: &PartnerId) {
        if self.is_open(id) {
            if self.position(partner).is_none() {
                self.complete();
            }
            return;
        }
        let Some((mut loaded, mut rest)) = self.begun(id) else {
            return;
        };
        let first = rest.read_first(&self.vault(), partner, browser::milliseconds());
        let Some((body, kept)) = self.told(first).flatten() else {
            return self.read_all(loaded, rest);
        };
        loaded.survey.head.partners.push(body.partner);
        loaded.survey.sheets.push(body.sheet);
        loaded.kept.push(kept);
        self.show(loaded, Some(rest));
        set_timeout(move || self.read_on(), PAUSE);
    }

    /// Opens a survey of this browser, in turns with the page's own work where it is long.
    pub fn open_in_turns(self, id: &SurveyId) {
        if !self.is_open(id) {
            if let Some((loaded, rest)) = self.begun(id) {
                self.read_all(loaded, rest);
            }
        } else if self.reads() && self.data.reading().get_untracked() == 0 {
            self.data.reading().set(1);
            self.read_on_for(A_TURN);
        }
    }

    /// How many in a hundred sheets of the survey are read, while it is opened in turns.
    pub fn reading(self) -> Option<u32> {
        Some(self.data.reading().get()).filter(|hundredths| *hundredths > 0)
    }

    /// Whether something of the open survey is still to be read.
    pub(super) fn reads(self) -> bool {
        self.env.with_value(|env| env.rest.is_some())
    }

    fn is_open(self, id: &SurveyId) -> bool {
        let head = self.data.head();
        head.with_untracked(|head| head.as_ref().is_some_and(|head| head.id == *id))
    }

    /// Closes what is open, and reads the head of another survey.
    fn begun(self, id: &SurveyId) -> Option<(Loaded, Rest)> {
        self.close();
        let vault = self.vault();
        if self.told(trash::since(&vault, id)).flatten().is_some() {
            return None;
        }
        let begun = library::begin(&vault, id, browser::milliseconds());
        self.told(begun).flatten()
    }

    /// Shows what is read; the rest waits to be read.
    fn show(self, loaded: Loaded, rest: Option<Rest>) {
        self.tell_unread(loaded.set_aside);
        self.env.update_value(|env| {
            env.known = Known {
                head: loaded.head_stamp,
                kept: loaded.kept,
                replaced: Vec::new(),
            };
            env.rest = rest;
        });
        let Survey {
            head,
            sheets,
            extra,
        } = loaded.survey;
        self.data.extra().set(extra);
        self.data.sheets().set(sheets);
        self.data.head().set(Some(head));
        self.care_when_idle();
    }

    fn tell_unread(self, set_aside: Vec<SetAside>) {
        if !set_aside.is_empty() {
            let keys = set_aside.into_iter();
            self.tell_set_aside(keys.map(|aside| aside.key).collect());
        }
    }

    /// Reads all bodies; where that takes longer, the page says how far it is.
    fn read_all(self, loaded: Loaded, rest: Rest) {
        self.show(loaded, Some(rest));
        self.data.reading().set(1);
        self.read_on_for(A_TURN);
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
            self.data.reading().set(0);
            self.data.stepped().set(0);
            self.data.head().set(None);
            self.data.sheets().set(Vec::new());
        }
    }

    fn read_on(self) {
        if self.data.reading().get_untracked() > 0 {
            return self.read_on_for(A_TURN);
        }
        // Either way: a clock may be set back.
        let typed = self.env.with_value(|env| env.typed);
        if browser::milliseconds().abs_diff(typed) < LULL {
            set_timeout(move || self.read_on(), PAUSE);
            return;
        }
        self.read_on_for(AT_A_TIME);
    }

    fn read_on_for(self, milliseconds: u64) {
        let vault = self.vault();
        let now = browser::milliseconds();
        let more = || browser::milliseconds() < now + milliseconds;
        let read = self.env.try_update_value(|env| {
            let rest = env.rest.as_mut()?;
            let read = rest.read(&vault, now, more);
            Some((read, rest.hundredths()))
        });
        match read.flatten() {
            Some((Ok(true), hundredths)) => {
                let reading = self.data.reading();
                if reading.get_untracked() > 0 {
                    reading.set(hundredths.max(1));
                }
                set_timeout(move || self.read_on(), Duration::ZERO);
            }
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
        self.tell_unread(std::mem::take(&mut rest.set_aside));
        let kept = self.env.with_value(|env| env.known.kept.first().copied());
        let mine = self.version(0).zip(kept);
        let Bodies {
            partners,
            sheets,
            kept,
        } = rest.with(mine.map(|(Version { partner, sheet }, kept)| {
            let body = Body {
                partner,
                sheet,
                place: kept.place,
                after: 0,
                extra: Extra::new(),
            };
            (body, kept)
        }));
        self.env.update_value(|env| env.known.kept = kept);
        self.data.sheets().set(sheets);
        self.data.head().update(|head| {
            if let Some(head) = head {
                head.partners = partners;
            }
        });
        self.data.reading().set(0);
    }
}
