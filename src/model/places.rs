//! Where each id stands in a list.
//!
//! One kind of index for all kinds of ids: one for each would be the same code
//! many times over.

/// From an id to its first place in a list.
#[derive(Clone, Debug, Default)]
pub struct Places<'a> {
    ids: Vec<&'a str>,
    /// At the slot of an id, or in the next that was free, its place and one; 0 where
    /// a slot is free. There are at least twice as many slots as ids, so that a search ends
    /// soon, and a power of two.
    slots: Vec<u32>,
}

impl<'a> Places<'a> {
    /// Takes the ids in the order of the list.
    pub fn new<T: AsRef<str> + 'a>(ids: impl Iterator<Item = &'a T>) -> Self {
        Self::of_all(ids.map(AsRef::as_ref).collect())
    }

    fn of_all(ids: Vec<&'a str>) -> Self {
        let slots = vec![0; (ids.len() * 2).next_power_of_two()];
        let mut places = Self { ids, slots };
        for place in 0..places.ids.len() {
            let slot = places.slot(places.ids[place]);
            if places.slots[slot] == 0 {
                places.slots[slot] = u32::try_from(place + 1).unwrap_or(0);
            }
        }
        places
    }

    /// The first place of an id.
    pub fn of(&self, id: &impl AsRef<str>) -> Option<usize> {
        self.find(id.as_ref())
    }

    fn find(&self, wanted: &str) -> Option<usize> {
        if self.ids.is_empty() {
            return None;
        }
        let place = *self.slots.get(self.slot(wanted))?;
        (place as usize).checked_sub(1)
    }

    /// The slot where an id stands, or would stand.
    fn slot(&self, id: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = hash(id) as usize & mask;
        loop {
            let known = (self.slots[at] as usize).checked_sub(1);
            match known.and_then(|place| self.ids.get(place)) {
                Some(known) if *known != id => at = (at + 1) & mask,
                _ => return at,
            }
        }
    }
}

/// FNV-1a.
fn hash(id: &str) -> u32 {
    let mix = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    id.bytes().fold(0x811c_9dc5, mix)
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

    #[test]
    fn every_one_of_many_ids_is_found() {
        let ids: Vec<_> = (0..10_000)
            .map(|n| PartnerId::new(&format!("ente-{n}")).unwrap())
            .collect();
        let places = Places::new(ids.iter());
        for (at, id) in ids.iter().enumerate() {
            assert_eq!(places.of(id), Some(at), "{id}");
        }
        assert_eq!(places.of(&PartnerId::new("ente-10000").unwrap()), None);
    }
}
