//! Steps that can be undone, and done again, while a survey stays open.
//!
//! Every action on the open survey notes what stood there before and after.
//! What comes of that is in the part `keeping`: which edits are one step, and the
//! way back (`way_back.rs`), which is an edit like any other.

mod together;
mod way_back;

use super::unsaved::Version;
use super::{App, AppDataStoreFields, browser};
use crate::model::{
    HeadChange, Partner, PartnerId, SheetChange, SheetRecord, SheetStatus, SurveyHead,
};
use leptos::prelude::*;
use std::any::Any;

pub use way_back::go_back;

/// So many steps can be undone.
const MOST: usize = 200;
/// What is typed into one field is one step, as long as no pause between two
/// edits is as long as this. Milliseconds.
const PAUSE: u64 = 1500;

/// A change of the open survey.
pub(super) enum Change {
    /// A partner or its sheet, before and after; where it stood, or stands.
    Body(usize, Option<Box<Version>>, Option<Box<Version>>),
    /// A partner was moved so far in the list.
    Moved(PartnerId, isize),
    /// The head, before and after.
    Head(Box<SurveyHead>, Box<SurveyHead>),
    /// What follows is one step of this name, as far as the next of these, which
    /// has no name.
    Together(Option<String>),
}

/// Steps of the open survey.
#[derive(Default)]
pub(super) struct Steps {
    /// Changes of which nothing has been made yet, and their moments.
    waiting: Vec<(u64, Change)>,
    /// What is noted now is the way back.
    replaying: bool,
    /// What is noted now is one step: none of it is forgotten.
    together: bool,
    /// What was made of them: [`Stacks`], which only the part takes apart.
    stacks: Option<Box<dyn Any>>,
}

/// Steps in the order in which they were taken.
#[derive(Default)]
struct Stacks {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// What belongs together with what comes, and how that is called.
    together: Option<(String, Vec<What>)>,
}

struct Step {
    /// Moment of its last edit.
    at: u64,
    /// Further edits may belong to it.
    open: bool,
    what: What,
}

enum What {
    Sheet(PartnerId, SheetChange),
    Head(HeadChange),
    /// A partner was added at a place, or removed from it (`false`).
    Listed(usize, Box<Version>, bool),
    Named(Box<(Partner, Partner)>),
    Moved(PartnerId, isize),
    /// Several of them, which somebody did as one.
    Several(String, Vec<What>),
}

/// What a step is about.
#[derive(Clone, Debug, PartialEq)]
pub enum StepAbout {
    /// Records of the sheet of a partner, and its status before and after.
    Sheet(
        PartnerId,
        Vec<SheetRecord>,
        Option<(SheetStatus, SheetStatus)>,
    ),
    /// Parts of the head, by their names.
    Head(Vec<String>),
    /// A partner of this name was added.
    Added(String),
    /// A partner of this name was removed.
    Removed(String),
    /// What a partner is called was changed, or its role; its name now.
    Named(String),
    /// A partner was moved in the list.
    Moved(PartnerId),
    /// Several things were done at once, which are called so.
    Several(String),
}

/// What came of undoing a step, or of doing it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was done.
    Done,
    /// A part of it: the rest says something else by now.
    Partly,
    /// None of it: everything says something else by now.
    Not,
    /// None of it: the partner was told of it in an invitation.
    Told,
}

impl App {
    /// Notes a change of the open survey, which can be undone from now on.
    pub(super) fn note_step(self, change: Change) {
        let at = browser::milliseconds();
        self.env.update_value(|env| {
            let waiting = &mut env.steps.waiting;
            if waiting.len() >= MOST && !env.steps.together {
                waiting.remove(0);
            }
            waiting.push((at, change));
        });
        self.sort_steps();
    }

    /// Makes steps of the changes that wait, if what does it is here.
    pub(super) fn sort_steps(self) {
        if let Some(keeping) = self.env.with_value(|env| env.keeping) {
            (keeping.sort_steps)(self);
        }
    }

    /// Whether anything was changed since the survey was opened.
    pub fn has_steps(self) -> bool {
        self.data.stepped().get() > 0
    }
}

/// Makes steps of the changes that wait.
pub(super) fn sort(app: App) {
    let invited = untrack(|| app.is_invited());
    let news = app.env.try_update_value(|env| {
        let steps = &mut env.steps;
        let waiting = std::mem::take(&mut steps.waiting);
        if steps.replaying {
            return false;
        }
        let mut news = false;
        for (at, change) in waiting {
            if let Change::Together(name) = change {
                news |= steps.stacks().together(at, name);
                continue;
            }
            for what in What::of(change) {
                // What was sent off cannot be taken back.
                if !(invited && what.hands_in()) {
                    news |= steps.stacks().take(at, what);
                }
            }
        }
        news
    });
    if news == Some(true) {
        app.data.stepped().update(|n| *n += 1);
    }
}

impl Steps {
    /// What was made of the changes so far.
    fn stacks(&mut self) -> &mut Stacks {
        let stacks = self.stacks.get_or_insert_with(|| Box::<Stacks>::default());
        match stacks.downcast_mut() {
            Some(stacks) => stacks,
            None => unreachable!("nothing else is kept there"),
        }
    }
}

impl Stacks {
    /// What can be undone (`back`), or done again.
    fn of(&mut self, back: bool) -> &mut Vec<Step> {
        if back {
            &mut self.done
        } else {
            &mut self.undone
        }
    }

    /// Takes what was done now: as a step of its own, or as more of the last.
    /// Says whether there is another step by now.
    fn take(&mut self, at: u64, what: What) -> bool {
        if let Some((_, all)) = &mut self.together {
            all.push(what);
            return false;
        }
        self.undone.clear();
        let last = self.done.pop();
        let what = match last {
            Some(last)
                if last.open && at.saturating_sub(last.at) < PAUSE && last.what.goes_on(&what) =>
            {
                last.what.then(what)
            }
            other => {
                self.done.extend(other);
                what
            }
        };
        // Typed, and deleted again at once: nothing.
        if !what.is_empty() {
            let open = true;
            self.done.push(Step { at, open, what });
        }
        if self.done.len() > MOST {
            self.done.remove(0);
        }
        true
    }
}

impl What {
    /// What a change is, if it is anything that can be undone.
    fn of(change: Change) -> Vec<Self> {
        let mut all = Vec::new();
        match change {
            Change::Body(_, Some(before), Some(after)) => {
                let id = after.partner.id.clone();
                let change = SheetChange::between(&before.sheet, &after.sheet);
                all.push(Self::Sheet(id, change));
                let said = |partner: &Partner| (partner.name.clone(), partner.role);
                if said(&before.partner) != said(&after.partner) {
                    let names = (before.partner, after.partner);
                    all.push(Self::Named(Box::new(names)));
                }
            }
            Change::Body(at, None, Some(after)) => {
                all.push(Self::Listed(at, after, true));
            }
            Change::Body(at, Some(before), None) => {
                all.push(Self::Listed(at, before, false));
            }
            Change::Body(_, None, None) | Change::Together(_) => {}
            Change::Moved(partner, by) => all.push(Self::Moved(partner, by)),
            Change::Head(before, after) => {
                all.push(Self::Head(HeadChange::between(&before, &after)));
            }
        }
        all.retain(|what| !what.is_empty());
        all
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Sheet(_, change) => change.is_empty(),
            Self::Head(change) => change.is_empty(),
            Self::Several(_, all) => all.is_empty(),
            _ => false,
        }
    }

    /// Whether a sheet was handed in.
    fn hands_in(&self) -> bool {
        let Self::Sheet(_, change) = self else {
            return false;
        };
        matches!(change.status(), Some((_, SheetStatus::Submitted)))
    }

    /// Whether `next` goes on with what was typed here.
    fn goes_on(&self, next: &Self) -> bool {
        match (self, next) {
            (Self::Sheet(of, one), Self::Sheet(also_of, other)) => {
                let typed = one.typed();
                of == also_of && typed.is_some() && typed == other.typed()
            }
            (Self::Head(one), Self::Head(other)) => {
                let typed = one.typed();
                typed.is_some() && typed == other.typed()
            }
            _ => false,
        }
    }

    fn then(self, next: Self) -> Self {
        match (self, next) {
            (Self::Sheet(of, one), Self::Sheet(_, other)) => Self::Sheet(of, one.then(other)),
            (Self::Head(one), Self::Head(other)) => Self::Head(one.then(other)),
            (_, next) => next,
        }
    }

    fn about(&self) -> StepAbout {
        match self {
            Self::Sheet(partner, change) => {
                let records = change.records().cloned().collect();
                StepAbout::Sheet(partner.clone(), records, change.status())
            }
            Self::Head(change) => StepAbout::Head(change.parts().map(Into::into).collect()),
            Self::Listed(_, version, true) => StepAbout::Added(version.partner.name.clone()),
            Self::Listed(_, version, false) => StepAbout::Removed(version.partner.name.clone()),
            Self::Named(names) => StepAbout::Named(names.1.name.clone()),
            Self::Moved(partner, _) => StepAbout::Moved(partner.clone()),
            Self::Several(name, _) => StepAbout::Several(name.clone()),
        }
    }
}
