//! The rule for one record of which there are two versions.

use crate::model::{Order, Revision};

/// A record that knows its edits.
pub trait Versioned: Clone + PartialEq {
    /// Its edits.
    fn revision(&self) -> &Revision;

    /// The same, to be changed.
    fn revision_mut(&mut self) -> &mut Revision;

    /// All of it as text: puts two versions into an order where nothing else
    /// does.
    fn as_text(&self) -> String;

    /// What stands of two versions that were written apart, where the field has
    /// a rule for it; it makes no difference which of them is asked.
    fn reconciled(&self, _other: &Self) -> Option<Self> {
        None
    }

    /// Takes over what the other version has beside, and what is never lost.
    fn unite(&mut self, _other: &Self) {}

    /// Whether two versions differ in nothing but who wrote them when.
    fn says_the_same(&self, other: &Self) -> bool {
        if self == other {
            return true;
        }
        let mut like = other.clone();
        self.revision().clone_into(like.revision_mut());
        *self == like
    }
}

/// What is to be said of two versions.
#[derive(Clone, Debug, PartialEq)]
pub enum Ruling<T> {
    /// This stands.
    Stands(T),
    /// Both were edited, each in its own way: somebody has to decide.
    Clash,
}

/// What stands of two versions of one record. The one that knows the edits of
/// the other does; of two that were written apart, the one that changed since
/// `base`, where it is known that only one did.
pub fn rule<T: Versioned>(base: Option<&T>, mine: &T, theirs: &T) -> Ruling<T> {
    if mine == theirs {
        return Ruling::Stands(mine.clone());
    }
    let order = mine.revision().order(theirs.revision());
    let mut stands = match order {
        Order::Newer => mine.clone(),
        Order::Older => theirs.clone(),
        Order::Same | Order::Apart => {
            let one = if mine.says_the_same(theirs) || base == Some(theirs) {
                Some(mine.clone())
            } else if base == Some(mine) {
                Some(theirs.clone())
            } else {
                mine.reconciled(theirs)
            };
            let Some(mut one) = one else {
                return Ruling::Clash;
            };
            *one.revision_mut() = mine.revision().joined(theirs.revision());
            one
        }
    };
    stands.unite(mine);
    stands.unite(theirs);
    Ruling::Stands(stands)
}
