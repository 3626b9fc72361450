//! The answers to a list question as the codebook reads them, whoever is looked at.

use super::terms::ListReader;
use crate::model::{Answer, Places, Question, SurveyHead, Value, lowercase, sort_by};

/// A piece that the codebook does not know.
#[derive(Debug)]
pub(super) struct Piece {
    /// As it was typed.
    pub text: String,
    /// Pieces that are one but for their case have the same number: their place in
    /// alphabetical order.
    pub one: usize,
}

/// The lists of all partners.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// How many entries the codebook has.
    terms: usize,
    /// By the place of the partner: entries of the codebook by their places, and after all
    /// those the pieces by theirs.
    items: Vec<Vec<usize>>,
    pieces: Vec<Piece>,
    different: usize,
}

impl Lists {
    /// Reads the answers that were given, by the place of the partner.
    pub fn read<'s>(
        head: &SurveyHead,
        question: &Question,
        given: impl Iterator<Item = Option<&'s Answer>>,
    ) -> Self {
        let mut all = Self {
            terms: head.codebook.len(),
            ..Self::default()
        };
        let reader = ListReader::new(&head.codebook, &question.id);
        let places = Places::new(head.codebook.iter().map(|entry| &entry.id));
        for answer in given {
            let mut items = Vec::new();
            if let Some(Value::Text(text)) = answer.and_then(|answer| answer.value.as_ref()) {
                let list = reader.read(text);
                let counted = list.found.iter().filter(|found| !found.ignored);
                items.extend(counted.filter_map(|found| places.of(&found.term)));
                for piece in list.unread.into_iter().filter_map(|range| text.get(range)) {
                    items.push(all.terms + all.pieces.len());
                    all.pieces.push(Piece {
                        text: piece.into(),
                        one: 0,
                    });
                }
            }
            all.items.push(items);
        }
        all.put_together();
        all
    }

    /// Numbers the pieces.
    fn put_together(&mut self) {
        let keys = self.pieces.iter().map(|piece| lowercase(&piece.text));
        let mut keys: Vec<(String, usize)> = keys.zip(0..).collect();
        sort_by(&mut keys, |a, b| a.0.cmp(&b.0));
        let mut before = "";
        for (key, at) in &keys {
            // No piece is empty.
            self.different += usize::from(before != key);
            before = key;
            if let Some(piece) = self.pieces.get_mut(*at) {
                piece.one = self.different - 1;
            }
        }
    }

    /// What the partner at a place listed: places of entries of the codebook, and others
    /// that [`piece`](Self::piece) knows.
    pub fn items(&self, place: usize) -> &[usize] {
        self.items.get(place).map_or(&[], Vec::as_slice)
    }

    /// The piece that an item is.
    pub fn piece(&self, item: usize) -> Option<&Piece> {
        self.pieces.get(item.checked_sub(self.terms)?)
    }

    /// How many different pieces there are.
    pub const fn different(&self) -> usize {
        self.different
    }
}
