//! Where each id stands in a list.
//!
//! One kind of map for all kinds of ids: a map for each would be the same code
//! many times over.

use std::collections::HashMap;

/// From an id to its first place in a list.
#[derive(Clone, Debug, Default)]
pub struct Places<'a>(HashMap<&'a str, usize>);

impl<'a> Places<'a> {
    /// Takes the ids in the order of the list.
    pub fn new<T: AsRef<str> + 'a>(ids: impl Iterator<Item = &'a T>) -> Self {
        let mut places = Self::default();
        for (at, id) in ids.enumerate() {
            places.add(id.as_ref(), at);
        }
        places
    }

    fn add(&mut self, id: &'a str, at: usize) {
        self.0.entry(id).or_insert(at);
    }

    /// The first place of an id.
    pub fn of(&self, id: &impl AsRef<str>) -> Option<usize> {
        self.find(id.as_ref())
    }

    fn find(&self, id: &str) -> Option<usize> {
        self.0.get(id).copied()
    }
}
