//! Edits of a head: each counts in the parts that it changes.

use super::{Part, Parts, Stamp, SurveyHead};
use serde_json::Value;

impl SurveyHead {
    /// Edits the head: counts one edit of it, and one of each part that
    /// changes. A part that carries its own revision is counted there, unless
    /// the change has done it. A slide that holds a place and says nothing yet
    /// is no edit of it: whoever says something elsewhere has said more.
    pub fn edit(&mut self, stamp: &Stamp, change: impl FnOnce(&mut Self)) {
        let before = Parts::of(self);
        change(self);
        let mut after = Parts::of(self);
        self.revision.bump(stamp);
        let mut touched = Vec::new();
        for part in &mut after.all {
            let old = before.get(&part.name);
            let changed = match old {
                Some(old) => old.value != part.value,
                None => !part.holds_a_place(),
            };
            if changed && old.is_none_or(|old| old.revision == part.revision) {
                touched.push(part.name.clone());
                part.revision.bump(stamp);
            }
        }
        for old in &before.all {
            if after.get(&old.name).is_none() && !Part::is_item(&old.name) {
                let mut gone = Part::new(old.name.clone(), Value::Null);
                gone.revision = old.revision.clone();
                gone.revision.bump(stamp);
                after.all.push(gone);
            }
        }
        after.rest = before.rest;
        // Each of the parts was just written from the head.
        if let Ok(edited) = after.into_head(self) {
            *self = edited;
        }
    }
}
