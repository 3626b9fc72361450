//! The combinations of a multiple choice: which choices go together.

use super::{Counted, Of, Row, all, count, counted, say};
use crate::analysis::{Population, combinations};
use crate::chart::{Combination, Frame, Mark, Theme, UpSet, upset};
use crate::i18n::Locale;
use crate::model::Question;

/// What is drawn, and the table behind it.
#[derive(Clone, PartialEq)]
pub struct Combined {
    /// The choices one by one.
    pub counted: Counted,
    /// Sets of choices, with the places of their choices.
    pub sets: Vec<(Row, Vec<usize>)>,
}

impl Combined {
    /// Counts the combinations of one question.
    pub fn new(t: Locale, population: &Population, question: &Question) -> Self {
        Self {
            counted: counted(t, population, question),
            sets: sets(t, population, question),
        }
    }

    /// Draws the combinations; empty where nobody chose anything.
    pub fn draw(&self, t: Locale, mut frame: Frame, theme: &Theme) -> String {
        let counted = &self.counted;
        let combinations = self.sets.iter().map(|(row, members)| Combination {
            mark: counted.drawn(t, row),
            members: members.clone(),
        });
        let combinations: Vec<_> = combinations.collect();
        if combinations.is_empty() {
            return String::new();
        }
        frame.description.clone_from(&counted.base);
        let marks: Vec<Mark> = combinations.iter().map(|c| c.mark.clone()).collect();
        say(&mut frame, &marks);
        let spec = UpSet {
            frame,
            base: count(counted.answered),
            axis: t.axis_bodies().into(),
            sets: counted.all_drawn(t, counted.charted()),
            combinations,
        };
        upset::render(&spec, theme)
    }
}

/// The sets of choices that occur, with the places of their choices.
fn sets(t: Locale, population: &Population, question: &Question) -> Vec<(Row, Vec<usize>)> {
    combinations(population, question)
        .into_iter()
        .map(|set| {
            let keys: Vec<_> = set.options.iter().map(|o| o.as_str()).collect();
            let chosen = question.options.iter().enumerate();
            let chosen = chosen.filter(|(_, o)| set.options.contains(&o.id));
            let labels = chosen.clone().map(|(_, o)| o.label.get(t.code()));
            let row = Row {
                of: Of::Combination,
                key: keys.join("+"),
                label: labels.collect::<Vec<_>>().join(" + "),
                who: all(population, &set.bodies),
                people: population.people(),
            };
            (row, chosen.map(|(at, _)| at).collect())
        })
        .collect()
}
