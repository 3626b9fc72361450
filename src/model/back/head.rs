//! What was changed in a head, part by part.

use super::super::{Part, Parts, SurveyHead};

/// What was changed in a head: each part that says something else after than
/// before. The list of partners is not among it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeadChange(Vec<(Part, Part)>);

impl HeadChange {
    /// What tells `after` from `before`.
    pub fn between(before: &SurveyHead, after: &SurveyHead) -> Self {
        let (before, after) = (Parts::of(before), Parts::of(after));
        let mut names: Vec<&str> = before.all.iter().map(|part| part.name.as_str()).collect();
        for part in &after.all {
            if !names.contains(&part.name.as_str()) {
                names.push(&part.name);
            }
        }
        names.retain(|name| *name != "order/partners");
        let pairs = names
            .into_iter()
            .map(|name| (before.part(name), after.part(name)));
        Self(pairs.filter(|(old, new)| old.value != new.value).collect())
    }

    /// Whether nothing was changed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Names of the parts that it touches.
    pub fn parts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(part, _)| part.name.as_str())
    }

    /// Each part before and after.
    pub fn pairs(&self) -> impl Iterator<Item = &(Part, Part)> {
        self.0.iter()
    }

    /// The way back.
    pub fn back(&self) -> Self {
        let pairs = self.0.iter();
        Self(pairs.map(|(old, new)| (new.clone(), old.clone())).collect())
    }

    /// This change and then another, as one.
    pub fn then(mut self, later: Self) -> Self {
        for (old, new) in later.0 {
            match self.0.iter_mut().find(|(part, _)| part.name == old.name) {
                Some((_, after)) => *after = new,
                None => self.0.push((old, new)),
            }
        }
        self.0.retain(|(old, new)| old.value != new.value);
        self
    }

    /// The one part that was changed, if it is one.
    pub fn typed(&self) -> Option<&str> {
        let mut parts = self.parts();
        let one = parts.next()?;
        parts.next().is_none().then_some(one)
    }

    /// Does this to a head, wherever it says what it said before. Gives what was
    /// done, and what was left because it says something else by now. To be done
    /// inside [`SurveyHead::edit`], which counts it.
    pub fn apply(&self, head: &mut SurveyHead) -> (Self, Self) {
        let mut parts = Parts::of(head);
        let stands = |(old, _): &&(Part, Part)| parts.part(&old.name).value == old.value;
        let (mut done, mut left): (Vec<_>, Vec<_>) = {
            let (done, left): (Vec<_>, Vec<_>) = self.0.iter().partition(stands);
            (
                done.into_iter().cloned().collect(),
                left.into_iter().cloned().collect(),
            )
        };
        for (old, new) in &done {
            match parts.all.iter_mut().find(|part| part.name == old.name) {
                Some(part) => part.value = new.value.clone(),
                None => parts.all.push(new.clone()),
            }
        }
        // Where a list has grown since, its order is its own.
        left.retain(|(part, _): &(Part, Part)| !part.name.starts_with("order/"));
        match parts.into_head(head) {
            Ok(changed) => *head = changed,
            Err(_) => left.append(&mut done),
        }
        (Self(done), Self(left))
    }
}
