//! When a record was last changed, how often, and by which browser.

use super::Json;
use super::json::{Out, Reading, Text, Wrong, record, through_value};
use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

/// A moment in UTC as RFC 3339 text (`2026-11-23T10:00:00.000Z`), so that text
/// order is time order. A date alone (`2020-04-30`) is a moment too.
#[derive(Clone, PartialEq, Eq)]
pub struct Timestamp(Moment);

/// The text of a moment. Each answer has one: as Rilievo writes it, it stands in its place.
#[derive(Clone, PartialEq, Eq)]
enum Moment {
    Usual([u8; USUAL]),
    Other(Box<str>),
}

/// Bytes of a moment as Rilievo writes it.
const USUAL: usize = "2026-11-23T10:00:00.000Z".len();

impl Timestamp {
    /// Takes RFC 3339 text as the caller's clock gives it.
    pub fn new(text: impl AsRef<str>) -> Self {
        let text = text.as_ref();
        let usual = text.as_bytes().try_into().ok().map(Moment::Usual);
        Self(usual.unwrap_or_else(|| Moment::Other(text.into())))
    }

    /// The text as it is stored.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Moment::Usual(bytes) => str::from_utf8(bytes).unwrap_or_default(),
            Moment::Other(text) => text,
        }
    }

    /// The day, `2026-11-23`.
    pub fn day(&self) -> &str {
        let text = self.as_str();
        text.get(..10).unwrap_or(text)
    }
}

impl Ord for Timestamp {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl PartialOrd for Timestamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Debug for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

impl Json for Timestamp {
    fn blank() -> Self {
        Self::new("")
    }

    fn read(&mut self, text: &mut Text) -> Reading<()> {
        *self = Self::new(text.borrowed("a text")?);
        Ok(())
    }

    fn write(&self, out: &mut Out) {
        out.string(self.as_str());
    }

    fn is_silent(&self) -> bool {
        self.as_str().is_empty()
    }
}

through_value!(Timestamp);

/// What an edit is signed with: the moment, and the browser that made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// When.
    pub at: Timestamp,
    /// A random name of the browser, not of the person.
    pub by: String,
}

/// How many edits other browsers have made, by their names: what the version
/// vector of a record needs beside its last browser. An object in JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts(Vec<(String, u32)>);

impl Counts {
    fn of(&self, by: &str) -> u32 {
        let found = self.0.iter().find(|(name, _)| name == by);
        found.map_or(0, |(_, n)| *n)
    }

    /// All of them, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        self.0.iter().map(|(name, n)| (name.as_str(), *n))
    }

    fn total(&self) -> u32 {
        self.0.iter().fold(0, |sum, (_, n)| sum.saturating_add(*n))
    }

    /// Raises the count of a browser to `n`.
    fn raise(&mut self, by: &str, n: u32) {
        match self.0.iter().position(|(name, _)| name.as_str() >= by) {
            Some(at) if self.0[at].0 == by => self.0[at].1 = n.max(self.0[at].1),
            at if n > 0 => self.0.insert(at.unwrap_or(self.0.len()), (by.into(), n)),
            _ => {}
        }
    }

    /// Takes out the count of a browser.
    fn take(&mut self, by: &str) -> u32 {
        let at = self.0.iter().position(|(name, _)| name == by);
        at.map_or(0, |at| self.0.remove(at).1)
    }
}

impl Json for Counts {
    fn blank() -> Self {
        Self::default()
    }

    fn read(&mut self, text: &mut Text) -> Reading<()> {
        text.object(&mut |text, name| {
            let mut n = 0;
            u32::read(&mut n, text)?;
            // In the order of the names, in which they are written.
            let at = self.0.partition_point(|(known, _)| known.as_str() < name);
            if self.0.get(at).is_some_and(|(known, _)| known == name) {
                return Err(Wrong::Twice.into());
            }
            self.0.insert(at, (name.into(), n));
            Ok(())
        })?;
        let all = self.0.len();
        self.0.retain(|(_, n)| *n > 0);
        if self.0.len() < all {
            text.differs();
        }
        Ok(())
    }

    fn write(&self, out: &mut Out) {
        out.text.push('{');
        for (index, (name, n)) in self.iter().enumerate() {
            out.name(index, name);
            out.number(n.into());
        }
        out.text.push('}');
    }

    fn is_silent(&self) -> bool {
        self.0.is_empty()
    }
}

/// How two versions of one record stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Neither knows an edit that the other does not know.
    Same,
    /// The other knows every edit of this one, and more.
    Older,
    /// This one knows every edit of the other, and more.
    Newer,
    /// Each knows an edit that the other does not: they were written apart.
    Apart,
}

record! {
/// How often a record was edited since it was made, and the last edit.
/// A record that nobody has edited has none of it.
///
/// It is a version vector: `n` edits in all, of which `others` tells how many
/// were made by browsers other than `by`; the rest is its own
/// (`docs/adr/0014-version-vectors.md`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Revision {
    /// Number of edits.
    pub n: u32 = optional,
    /// Moment of the last edit.
    pub at: Option<Timestamp> = optional,
    /// Browser of the last edit.
    pub by: Option<Arc<str>> = optional,
    /// Edits by other browsers.
    pub others: Counts = optional,
}
}

impl Revision {
    /// Counts one more edit.
    pub fn bump(&mut self, stamp: &Stamp) {
        // More edits by others than there are in all is nothing that Rilievo
        // writes; a further edit counts all the same.
        let all = self.n.max(self.others.total());
        if self.by.as_deref() != Some(stamp.by.as_str()) {
            let before = self.of_last();
            let last = self.by.take().unwrap_or_default();
            self.others.raise(&last, before);
            self.others.take(&stamp.by);
        }
        self.n = all.saturating_add(1);
        self.at = Some(stamp.at.clone());
        self.by = Some(stamp.by.as_str().into());
    }

    /// Edits that a browser has made.
    pub fn edits_by(&self, by: &str) -> u32 {
        if self.by.as_deref().unwrap_or_default() == by {
            self.of_last()
        } else {
            self.others.of(by)
        }
    }

    /// How this version stands to another of the same record.
    pub fn order(&self, other: &Self) -> Order {
        match (self.knows(other), other.knows(self)) {
            (true, true) => Order::Same,
            (false, true) => Order::Older,
            (true, false) => Order::Newer,
            (false, false) => Order::Apart,
        }
    }

    /// One that knows the edits of both; its last edit is the later one.
    pub fn joined(&self, other: &Self) -> Self {
        let (late, early) = if self.last() >= other.last() {
            (self, other)
        } else {
            (other, self)
        };
        let by = late.by.as_deref().unwrap_or_default();
        let mut others = late.others.clone();
        for (name, n) in early.others.iter() {
            others.raise(name, n);
        }
        others.raise(early.by.as_deref().unwrap_or_default(), early.of_last());
        let own = others.take(by).max(late.of_last());
        Self {
            n: own.saturating_add(others.total()),
            at: late.at.clone(),
            by: late.by.clone(),
            others,
            extra: late.extra.clone(),
        }
    }

    /// The one of two that knows the edits of the other, or one that knows the
    /// edits of both.
    pub fn knowing(&self, other: &Self) -> Self {
        match self.order(other) {
            Order::Newer => self.clone(),
            Order::Older => other.clone(),
            Order::Same | Order::Apart => self.joined(other),
        }
    }

    /// Of two versions that were written apart, the one that stands: it knows
    /// the edits of both, and one more, by which it follows either. Whoever
    /// settles the same two without asking anybody gets the same.
    pub fn settled(&self, other: &Self) -> Self {
        let mut settled = self.joined(other);
        settled.n = settled.n.saturating_add(1);
        settled
    }

    /// When and by whom it was last edited: orders edits that were made apart
    /// in the same way everywhere.
    pub fn last(&self) -> (&Option<Timestamp>, &Option<Arc<str>>) {
        (&self.at, &self.by)
    }

    /// Edits of the browser that has edited last.
    fn of_last(&self) -> u32 {
        self.n.saturating_sub(self.others.total())
    }

    /// Whether every edit of the other is in this one.
    fn knows(&self, other: &Self) -> bool {
        let last = other.by.as_deref().unwrap_or_default();
        let knows = |name: &str, n: u32| self.edits_by(name).cmp(&n) != Ordering::Less;
        knows(last, other.edits_by(last)) && other.others.iter().all(|(name, n)| knows(name, n))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(revision: &Revision, by: &str, second: u32) -> Revision {
        let mut revision = revision.clone();
        revision.bump(&Stamp {
            at: Timestamp::new(format!("2026-11-23T10:00:{second:02}.000Z")),
            by: by.into(),
        });
        revision
    }

    #[test]
    fn an_edit_follows_what_it_was_made_on() {
        let first = edited(&Revision::default(), "a", 1);
        let second = edited(&first, "b", 2);
        let third = edited(&second, "a", 3);
        assert_eq!(Revision::default().order(&first), Order::Older);
        assert_eq!(second.order(&first), Order::Newer);
        assert_eq!(third.order(&second), Order::Newer);
        assert_eq!(first.order(&third), Order::Older);
        assert_eq!(third.order(&third), Order::Same);
        assert_eq!(
            (third.n, third.edits_by("a"), third.edits_by("b")),
            (3, 2, 1)
        );
    }

    #[test]
    fn an_edit_counts_even_where_others_are_said_to_have_made_more_than_all() {
        let others = Counts(vec![("b".into(), 5)]);
        let odd = Revision {
            n: 1,
            by: Some("a".into()),
            others,
            ..Revision::default()
        };
        for by in ["a", "b", "c"] {
            let next = edited(&odd, by, 1);
            assert_eq!(next.order(&odd), Order::Newer, "{by}");
            assert_eq!(odd.order(&next), Order::Older, "{by}");
        }
    }

    #[test]
    fn edits_made_apart_are_known_as_such_and_joined_know_both() {
        let first = edited(&Revision::default(), "a", 1);
        let (b, c) = (
            edited(&first, "b", 2),
            edited(&edited(&first, "c", 3), "c", 4),
        );
        assert_eq!(b.order(&c), Order::Apart);
        let both = b.joined(&c);
        assert_eq!(both, c.joined(&b));
        assert_eq!((both.n, both.by.as_deref()), (4, Some("c")));
        assert_eq!(both.order(&b), Order::Newer);
        assert_eq!(both.order(&c), Order::Newer);
        assert_eq!(both.joined(&b), both);
    }
}
