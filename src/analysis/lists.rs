//! The answers to a list question as the codebook reads them, whoever is looked at.

use super::terms::{Found, ListReader};
use crate::model::{Places, Question, Sheet, SurveyHead, Value, lowercase, sort_by};

/// What kind of answer a body has given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Given {
    /// A list.
    List,
    /// One that was taken out of the export that brought it.
    Withheld,
    /// Nothing, or something else.
    Other,
}

/// A piece that the codebook does not know, as it was typed.
#[derive(Debug)]
pub(super) struct Piece {
    /// As it was typed.
    pub text: String,
    /// Pieces that are one but for their case have the same number; it is their place in
    /// alphabetical order.
    pub one: usize,
}

/// One thing in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// An entry of the codebook, by its place there.
    Term(usize),
    /// A piece, by its place among all.
    Unread(usize),
}

/// The lists of all partners.
#[derive(Debug, Default)]
pub(super) struct Lists {
    given: Vec<Given>,
    /// Where the items of each partner end.
    ends: Vec<usize>,
    items: Vec<Item>,
    pieces: Vec<Piece>,
}

impl Lists {
    /// Reads the answers for which `given` holds; takes the sheets by the place of their
    /// partner.
    pub fn read(
        head: &SurveyHead,
        question: &Question,
        sheets: &[Option<&Sheet>],
        given: impl Fn(usize) -> bool,
    ) -> Self {
        let mut all = Self::default();
        let reader = ListReader::new(&head.codebook, &question.id);
        let places = Places::new(head.codebook.iter().map(|entry| &entry.id));
        for (place, sheet) in sheets.iter().enumerate() {
            let answer = sheet.filter(|_| given(place));
            let answer = answer.and_then(|sheet| sheet.answers.get(&question.id));
            let given = match answer.and_then(|answer| answer.value.as_ref()) {
                Some(Value::Text(text)) => {
                    all.add(&reader, &places, text);
                    Given::List
                }
                Some(Value::Withheld(_)) => Given::Withheld,
                _ => Given::Other,
            };
            all.given.push(given);
            all.ends.push(all.items.len());
        }
        all.put_together();
        all
    }

    fn add(&mut self, reader: &ListReader, places: &Places, text: &str) {
        let list = reader.read(text);
        let counted = list.found.iter().filter(|found| !found.ignored);
        let counted = counted.filter_map(|Found { term, .. }| places.of(term));
        self.items.extend(counted.map(Item::Term));
        for piece in list.unread.into_iter().filter_map(|range| text.get(range)) {
            self.items.push(Item::Unread(self.pieces.len()));
            self.pieces.push(Piece {
                text: piece.into(),
                one: 0,
            });
        }
    }

    /// Numbers the pieces.
    fn put_together(&mut self) {
        let keys = self.pieces.iter().map(|piece| lowercase(&piece.text));
        let mut keys: Vec<(String, usize)> = keys.zip(0..).collect();
        sort_by(&mut keys, |a, b| a.0.cmp(&b.0));
        let mut one = 0;
        let mut before: Option<&str> = None;
        for (key, at) in &keys {
            one += usize::from(before.is_some_and(|before| before != key));
            before = Some(key);
            if let Some(piece) = self.pieces.get_mut(*at) {
                piece.one = one;
            }
        }
    }

    /// What kind of answer the partner at a place has given.
    pub fn given(&self, place: usize) -> Given {
        self.given.get(place).copied().unwrap_or(Given::Other)
    }

    /// What the partner at a place listed, as it stands in the text: known terms first.
    pub fn items(&self, place: usize) -> &[Item] {
        let end = |place: usize| self.ends.get(place).copied().unwrap_or_default();
        let start = place.checked_sub(1).map_or(0, end);
        self.items.get(start..end(place)).unwrap_or_default()
    }

    /// A piece.
    pub fn piece(&self, at: usize) -> Option<&Piece> {
        self.pieces.get(at)
    }

    /// How many different pieces there are.
    pub fn different(&self) -> usize {
        self.pieces
            .iter()
            .map(|piece| piece.one + 1)
            .max()
            .unwrap_or(0)
    }
}
