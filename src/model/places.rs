//! Where each id stands in a list.
//!
//! One kind of index for all kinds of ids: one for each would be the same code
//! many times over.

use super::sort_by_key;

/// From an id to its first place in a list.
#[derive(Clone, Debug, Default)]
pub struct Places<'a>(Vec<(&'a str, usize)>);

impl<'a> Places<'a> {
    /// Takes the ids in the order of the list.
    pub fn new<T: AsRef<str> + 'a>(ids: impl Iterator<Item = &'a T>) -> Self {
        let ids = ids.enumerate().map(|(at, id)| (id.as_ref(), at));
        Self::sorted(ids.collect())
    }

    /// What is equal keeps its order, so that the first place is found first.
    fn sorted(mut ids: Vec<(&'a str, usize)>) -> Self {
        sort_by_key(&mut ids, |(id, _)| *id);
        Self(ids)
    }

    /// The first place of an id.
    pub fn of(&self, id: &impl AsRef<str>) -> Option<usize> {
        self.find(id.as_ref())
    }

    fn find(&self, wanted: &str) -> Option<usize> {
        let first = self.0.partition_point(|(id, _)| *id < wanted);
        let (id, place) = self.0.get(first)?;
        (*id == wanted).then_some(*place)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;
    use crate::model::PartnerId;

    #[test]
    fn an_id_is_found_at_its_first_place() {
        let id = |text: &str| PartnerId::new(text).unwrap();
        let ids = [id("c"), id("a"), id("b"), id("a")];
        let places = Places::new(ids.iter());
        assert_eq!(places.of(&id("a")), Some(1));
        assert_eq!(places.of(&id("c")), Some(0));
        assert_eq!(places.of(&id("d")), None);
        assert_eq!(Places::default().of(&id("a")), None);
    }
}
