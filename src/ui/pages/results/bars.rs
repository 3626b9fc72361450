//! From counted rows to the chart that fits the question.

use super::table::{Of, Row, names};
use crate::analysis::{Population, StateTally};
use crate::chart::{Bars, Frame, Mark, Terms, Theme, Tone, bars, terms};
use crate::i18n::Locale;
use crate::model::QuestionKind;
use crate::ui::components::tone;
use crate::ui::wording;

/// A bar: what it counts, and its mark.
#[derive(Clone, PartialEq)]
pub struct Bar {
    of: Of,
    mark: Mark,
}

/// Bars of choices or terms, out of those who answered.
pub fn of(rows: &[Row], answered: usize, t: Locale) -> Vec<Bar> {
    rows.iter()
        .map(|row| Bar {
            of: row.of,
            mark: Mark {
                key: row.key.clone(),
                label: row.label.clone(),
                value: count(row.names.len()),
                figure: t.of(row.names.len(), answered),
                names: row.names.clone(),
                tone: match (row.of, row.key.as_str()) {
                    (Of::Unread, _) => Tone::Unread,
                    _ => Tone::Primary,
                },
            },
        })
        .collect()
}

/// The bar of a state, out of all bodies.
pub fn of_state(t: Locale, population: &Population, state: &StateTally) -> Bar {
    let names = names(population, state.bodies.iter().copied());
    Bar {
        of: Of::State,
        mark: Mark {
            key: state.state.code().into(),
            label: wording::state(t, state.state).into(),
            value: count(names.len()),
            figure: t.of(names.len(), population.bodies().len()),
            names,
            tone: tone(state.state),
        },
    }
}

/// Draws bars, or ranked terms for a list. The frame's description is the base;
/// what the bars say is added to it.
pub fn draw(t: Locale, mut frame: Frame, axis: usize, shown: &[Bar], kind: QuestionKind) -> String {
    let marks = |wanted: fn(Of) -> bool| -> Vec<Mark> {
        let wanted = shown.iter().filter(|bar| wanted(bar.of));
        wanted.map(|bar| bar.mark.clone()).collect()
    };
    let options = marks(|of| matches!(of, Of::Option | Of::Unread));
    let states = marks(|of| of == Of::State);
    let said = options.iter().chain(&states);
    let said: Vec<_> = said.map(|m| format!("{}: {}", m.label, m.figure)).collect();
    frame.description = format!("{} {}", frame.description, said.join("; "));
    if kind == QuestionKind::List {
        let spec = Terms {
            frame,
            base: count(axis),
            terms: options,
        };
        return terms::render(&spec, &Theme::light());
    }
    let spec = Bars {
        frame,
        base: count(axis),
        axis: t.axis_bodies().into(),
        options,
        states,
    };
    bars::render(&spec, &Theme::light())
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
