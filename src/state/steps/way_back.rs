//! The way back, and forth again: edits that set records to what they said.

use super::super::notices::{About, Removed};
use super::super::sheets::is_worth_keeping;
use super::super::{App, AppDataStoreFields, Fetched, browser, in_part};
use super::{Outcome, Step, StepAbout, What};
use crate::model::{Answer, HeadChange, PartnerId, Sheet, SheetChange, SheetRecord};
use crate::storage::history::Past;
use leptos::prelude::*;

in_part! {
    keeping =>
    /// Lets answers and contacts of a sheet say what they said once. That is an
    /// edit like any other; the status stays.
    pub fn go_back(
        app: App,
        partner: PartnerId,
        answers: Vec<(SheetRecord, Answer)>,
    ) -> Fetched<()> {
        let change = app.with_sheet(&partner, |sheet| SheetChange::answering(sheet, answers));
        if let Some(change) = change {
            app.change_sheet(&partner, &change);
        }
        Ok(())
    }
}

impl App {
    /// What would be undone (`back`), or done again.
    pub fn next_step(self, back: bool) -> Option<StepAbout> {
        self.data.stepped().track();
        let about = self.env.try_update_value(|env| {
            let step = env.steps.stacks().of(back).last()?;
            Some(step.what.about())
        });
        about.flatten()
    }

    /// Undoes the last step (`back`), or does again what was undone last.
    pub fn take_step(self, back: bool) -> Option<(StepAbout, Outcome)> {
        let step = self.env.try_update_value(|env| {
            let step = env.steps.stacks().of(back).pop();
            env.steps.replaying = step.is_some();
            step
        });
        let Step { at, what, .. } = step.flatten()?;
        let about = what.about();
        let told = back && self.was_told(&what, at);
        // What is done again is done now.
        let since = if back { at } else { browser::milliseconds() };
        let (did, all) = self.redo(what, back, since);
        let outcome = match (&did, all) {
            (None, _) if told => Outcome::Told,
            (None, _) => Outcome::Not,
            (Some(_), true) => Outcome::Done,
            (Some(_), false) => Outcome::Partly,
        };
        self.env.update_value(|env| {
            env.steps.replaying = false;
            let stack = env.steps.stacks().of(!back);
            stack.extend(did.map(|what| Step {
                at: since,
                open: false,
                what,
            }));
        });
        self.data.stepped().update(|n| *n += 1);
        Some((about, outcome))
    }

    /// Whether a file for a partner was made after a moment.
    fn was_sent(self, partner: &PartnerId, since: u64) -> bool {
        let sent = untrack(|| self.with_head(|head| head.sent_last(partner)));
        let sent = sent.flatten().and_then(|at| browser::moment(&at));
        sent.is_some_and(|sent| sent >= since)
    }

    /// Whether a partner was told of a step, or of a part of it.
    fn was_told(self, what: &What, since: u64) -> bool {
        match what {
            What::Sheet(partner, change) => {
                change.records().any(SheetRecord::is_told) && self.was_sent(partner, since)
            }
            What::Several(_, all) => all.iter().any(|what| self.was_told(what, since)),
            _ => false,
        }
    }

    /// Does again what a step did, or undoes it (`back`); what partners have
    /// been told of since stays. Gives what of it was done, and whether that was
    /// all.
    fn redo(self, what: What, back: bool, since: u64) -> (Option<What>, bool) {
        match what {
            What::Several(name, mut all) => {
                if back {
                    all.reverse();
                }
                let (mut done, mut whole) = (Vec::new(), true);
                for what in all {
                    let (did, all) = self.redo(what, back, since);
                    done.extend(did);
                    whole &= all;
                }
                if back {
                    done.reverse();
                }
                let some = !done.is_empty();
                (some.then_some(What::Several(name, done)), whole)
            }
            What::Sheet(partner, change) => {
                let mut change = if back { change.back() } else { change };
                let stays = back && self.was_sent(&partner, since);
                let told = if stays {
                    change.take_told()
                } else {
                    SheetChange::default()
                };
                let (done, all) = self.change_sheet(&partner, &change);
                let all = all && told.is_empty();
                let done = if back { done.back() } else { done };
                (
                    (!done.is_empty()).then_some(What::Sheet(partner, done)),
                    all,
                )
            }
            What::Head(change) => {
                let change = if back { change.back() } else { change };
                let (done, all) = self.change_head(&change);
                let done = if back { done.back() } else { done };
                ((!done.is_empty()).then_some(What::Head(done)), all)
            }
            What::Listed(at, version, added) => {
                let partner = version.partner.id.clone();
                let here = self.position(&partner).and_then(|at| self.version(at));
                let (version, done) = match here {
                    None if added != back => {
                        self.insert_partner(at, version.partner.clone(), version.sheet.clone());
                        self.forget_removed(&partner);
                        (version, true)
                    }
                    // Whoever has written on it since does not lose it.
                    Some(here)
                        if added == back
                            && SheetChange::between(&here.sheet, &version.sheet).is_empty() =>
                    {
                        self.remove_partner(&partner);
                        self.forget_removed(&partner);
                        (Box::new(here), self.position(&partner).is_none())
                    }
                    _ => (version, false),
                };
                (done.then_some(What::Listed(at, version, added)), done)
            }
            What::Named(names) => {
                let (before, after) = &*names;
                let (from, to) = if back {
                    (after, before)
                } else {
                    (before, after)
                };
                let here = self.position(&from.id).and_then(|at| self.version(at));
                let done = here.is_some_and(|here| {
                    here.partner.name == from.name && here.partner.role == from.role
                });
                if done {
                    self.edit_partner(&from.id, |partner| {
                        partner.name.clone_from(&to.name);
                        partner.role = to.role;
                    });
                }
                (done.then_some(What::Named(names)), done)
            }
            What::Moved(partner, by) => {
                let before = self.position(&partner);
                self.move_partner(&partner, if back { -by } else { by });
                let done = self.position(&partner) != before;
                (done.then_some(What::Moved(partner, by)), done)
            }
        }
    }

    /// Does this to a sheet, where it says what it said before; gives what was
    /// done, and whether that was all. Answers that are overwritten go into the
    /// history like those of any edit.
    fn change_sheet(self, partner: &PartnerId, change: &SheetChange) -> (SheetChange, bool) {
        let (mut done, mut all, mut past) = (SheetChange::default(), false, Vec::new());
        let author = self.author();
        self.edit_sheet(partner, |sheet, stamp| {
            past = change
                .records()
                .filter_map(|record| stands(sheet, record))
                .collect();
            let left;
            (done, left) = change.apply(sheet, &author, stamp);
            all = left.is_empty();
            past.retain(|past: &Past| is_worth_keeping(&past.answer, &stamp.by));
            (!done.is_empty(), None)
        });
        if !done.is_empty() {
            for past in past {
                self.keep_past(partner, past);
            }
        }
        (done, all)
    }

    /// Does this to the head, where it says what it said before.
    fn change_head(self, change: &HeadChange) -> (HeadChange, bool) {
        let trial = untrack(|| self.with_head(|head| change.apply(&mut head.clone())));
        let (done, left) = trial.unwrap_or_default();
        if !done.is_empty() {
            self.edit_head(|head| {
                change.apply(head);
            });
        }
        (done, left.is_empty())
    }

    /// The notice that a partner was removed has no more to offer.
    fn forget_removed(self, id: &PartnerId) {
        self.data.notices().update(|all| {
            all.retain(|notice| {
                !matches!(&notice.about, About::CanUndo(Removed::Partner { partner, .. }) if partner.id == *id)
            });
        });
    }
}

/// The answer or the contact that stands on a sheet.
fn stands(sheet: &Sheet, record: &SheetRecord) -> Option<Past> {
    match record {
        SheetRecord::Answer(id) => {
            let answer = sheet.answers.get(id)?;
            Some(Past::new(id.as_str(), false, answer.clone()))
        }
        SheetRecord::Contact(id) => {
            let answer = sheet.contacts.get(id)?;
            Some(Past::new(id.as_str(), true, answer.clone()))
        }
        _ => None,
    }
}
