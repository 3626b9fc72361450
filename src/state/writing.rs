//! Actions on what the authors write: conclusions, and what helps or hinders.
//! All of it is called by code in the part `writing`; who was invited to fill in
//! a sheet writes none of it.

use super::{App, AppDataStoreFields, browser};
use crate::analysis::Selection;
use crate::analysis::findings::findings;
use crate::analysis::stale::{Says, Written};
use crate::model::{
    Citation, Conclusion, ConclusionId, DimensionId, Effect, Extra, Factor, Influence, InfluenceId,
    Raw, Revision,
};
use crate::report::citing;
use leptos::prelude::*;

impl App {
    /// What the authors conclude.
    pub fn conclusions(self) -> Vec<Conclusion> {
        self.with_head(|head| head.conclusions.or_default())
            .unwrap_or_default()
    }

    /// What the authors found to help or to hinder.
    pub fn influences(self) -> Vec<Influence> {
        self.with_head(|head| head.influences.or_default())
            .unwrap_or_default()
    }

    /// An id for a conclusion that nobody has written yet.
    pub fn new_conclusion(self) -> Option<ConclusionId> {
        ConclusionId::new(&browser::random_name()).ok()
    }

    /// Writes the text of a conclusion; one that is not there yet is of this
    /// dimension, or of the survey as a whole. Findings that are bound in the
    /// text are cited as they stand now.
    pub fn write_conclusion(self, id: &ConclusionId, dimension: Option<&DimensionId>, text: &str) {
        if untrack(|| self.is_invited()) {
            return;
        }
        let mut known = untrack(|| self.conclusions()).into_iter();
        let known = known.find(|c| c.id == *id);
        let is_new = known.is_none();
        let mut conclusion = known.unwrap_or_else(|| Conclusion {
            id: id.clone(),
            dimension: dimension.cloned(),
            text: String::new(),
            cites: Vec::new(),
            revision: Revision::default(),
            extra: Extra::new(),
        });
        if conclusion.text == text {
            return;
        }
        let now = self.said_now(citing::newly_bound(text, &conclusion.cites));
        let Conclusion {
            text: old, cites, ..
        } = &mut conclusion;
        citing::rewrite(old, cites, text, &|id| now.of(id));
        if is_new {
            self.edit_head(|head| head.conclusions.push(&conclusion));
        } else {
            self.put_conclusion(conclusion);
        }
    }

    /// Takes a conclusion away.
    pub fn remove_conclusion(self, id: &ConclusionId) {
        if untrack(|| self.is_invited()) {
            return;
        }
        let mut all = untrack(|| self.conclusions());
        let before = all.len();
        all.retain(|conclusion| conclusion.id != *id);
        if all.len() < before {
            self.edit_head(|head| head.conclusions = Raw::new(&all));
        }
    }

    /// Cites a finding as it stands now, or cites it no more.
    pub fn cite(self, on: &Written, finding: &str, cited: bool) {
        if untrack(|| self.is_invited()) {
            return;
        }
        let now = self.said_now(vec![finding.to_owned()]);
        self.change_written(on, &|_, cites| {
            if cited {
                citing::cite(cites, finding, &|id| now.of(id));
            } else {
                cites.retain(|cite| cite.finding != finding);
            }
        });
    }

    /// Confirms a text: what its findings say now is what it rests on.
    pub fn confirm_written(self, on: &Written) {
        if untrack(|| self.is_invited()) {
            return;
        }
        let cites = match on {
            Written::Conclusion(id) => {
                let mut all = untrack(|| self.conclusions()).into_iter();
                all.find(|c| c.id == *id).map(|c| c.cites)
            }
            Written::Influence(id) => {
                let mut all = untrack(|| self.influences()).into_iter();
                all.find(|i| i.id == *id).map(|i| i.cites)
            }
        };
        let cites = cites.unwrap_or_default().into_iter();
        let now = self.said_now(cites.map(|cite| cite.finding).collect());
        self.change_written(on, &|text, cites| {
            citing::confirm(text, cites, &|id| now.of(id));
        });
    }

    /// Adds something that helps or hinders, of which nothing is said yet; gives
    /// its id.
    pub fn add_influence(self, factor: Factor, effect: Effect) -> Option<InfluenceId> {
        if untrack(|| self.is_invited()) {
            return None;
        }
        let id = InfluenceId::new(&browser::random_name()).ok()?;
        let influence = Influence {
            id: id.clone(),
            factor,
            effect,
            text: String::new(),
            cites: Vec::new(),
            partners: Vec::new(),
            action: String::new(),
            who: String::new(),
            due: String::new(),
            revision: Revision::default(),
            extra: Extra::new(),
        };
        self.edit_head(|head| head.influences.push(&influence));
        Some(id)
    }

    /// Changes what is said of something that helps or hinders; what changes
    /// nothing is no edit.
    pub fn edit_influence(self, id: &InfluenceId, change: impl FnOnce(&mut Influence)) {
        if untrack(|| self.is_invited()) {
            return;
        }
        let mut all = untrack(|| self.influences());
        let Some(influence) = all.iter_mut().find(|i| i.id == *id) else {
            return;
        };
        let before = influence.clone();
        change(influence);
        if *influence != before {
            self.edit_head(|head| head.influences = Raw::new(&all));
        }
    }

    /// Moves it before the one of its kind that stands before it, or behind the
    /// one that stands behind it; says whether there is one.
    pub fn move_influence(self, id: &InfluenceId, up: bool) -> bool {
        if untrack(|| self.is_invited()) {
            return false;
        }
        let mut all = untrack(|| self.influences());
        let Some(at) = all.iter().position(|i| i.id == *id) else {
            return false;
        };
        let kind = |i: &Influence| (i.factor, i.effect);
        let same = |other: &usize| kind(&all[*other]) == kind(&all[at]);
        let other = if up {
            (0..at).rev().find(same)
        } else {
            (at + 1..all.len()).find(same)
        };
        let Some(other) = other else {
            return false;
        };
        all.swap(at, other);
        self.edit_head(|head| head.influences = Raw::new(&all));
        true
    }

    /// Removes it; gives its place, and what it said, by which it can be put
    /// back.
    pub fn remove_influence(self, id: &InfluenceId) -> Option<(usize, Influence)> {
        if untrack(|| self.is_invited()) {
            return None;
        }
        let mut all = untrack(|| self.influences());
        let at = all.iter().position(|i| i.id == *id)?;
        let removed = all.remove(at);
        self.edit_head(|head| head.influences = Raw::new(&all));
        Some((at, removed))
    }

    /// Puts back what was removed; nothing where it is there again.
    pub fn put_back_influence(self, at: usize, influence: Influence) {
        if untrack(|| self.is_invited()) {
            return;
        }
        let mut all = untrack(|| self.influences());
        if all.iter().all(|i| i.id != influence.id) {
            all.insert(at.min(all.len()), influence);
            self.edit_head(|head| head.influences = Raw::new(&all));
        }
    }

    /// Changes text and citations of what is written; what changes nothing is no
    /// edit.
    fn change_written(self, on: &Written, change: &dyn Fn(&mut String, &mut Vec<Citation>)) {
        match on {
            Written::Conclusion(id) => {
                let mut all = untrack(|| self.conclusions()).into_iter();
                let Some(before) = all.find(|c| c.id == *id) else {
                    return;
                };
                let mut after = before.clone();
                change(&mut after.text, &mut after.cites);
                if after != before {
                    self.put_conclusion(after);
                }
            }
            Written::Influence(id) => self.edit_influence(id, |influence| {
                // Its words are plain: nothing is bound in them.
                change(&mut String::new(), &mut influence.cites);
            }),
        }
    }

    fn put_conclusion(self, conclusion: Conclusion) {
        self.edit_head(|head| {
            let mut all = head.conclusions.or_default();
            if let Some(place) = all.iter_mut().find(|c| c.id == conclusion.id) {
                *place = conclusion;
            }
            head.conclusions = Raw::new(&all);
        });
    }

    /// What these findings say now, in the language of the interface. Nothing is
    /// counted where none is asked for.
    fn said_now(self, ids: Vec<String>) -> SaidNow {
        if ids.is_empty() {
            return SaidNow(Vec::new());
        }
        let t = self.data.locale().get_untracked();
        let said = untrack(|| {
            self.with_population(&Selection::default(), |_, population| {
                let found = findings(population).into_iter();
                let asked = found.filter(|finding| ids.contains(&finding.id));
                let said = asked.map(|finding| {
                    let says = Says::of(t, population, &finding);
                    (finding.id, says)
                });
                said.collect()
            })
        });
        SaidNow(said.unwrap_or_default())
    }
}

/// What some findings say now.
struct SaidNow(Vec<(String, Says)>);

impl SaidNow {
    fn of(&self, id: &str) -> Option<Says> {
        let found = self.0.iter().find(|(known, _)| known == id);
        found.map(|(_, says)| says.clone())
    }
}
