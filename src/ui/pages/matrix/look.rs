//! How a cell looks: a sign and a style that belong together, so that it reads in
//! grey as well, and the words for it.

use crate::analysis::matrix::Cell;
use crate::i18n::Locale;
use crate::model::EffectiveState;
use crate::ui::components::symbol;
use crate::ui::wording;

/// More choices than this are told by their numbers.
const DOTS: usize = 4;

/// The sign of a cell and its class. `options` is how many choices the question
/// has: up to four are dots, of which the chosen ones are filled.
pub fn sign(t: Locale, cell: &Cell, options: usize) -> (String, &'static str) {
    let (sign, class) = match cell {
        Cell::Not(state) => (symbol(*state), state_class(*state)),
        Cell::Yes => (t.matrix_yes(), "yes"),
        Cell::No => (t.matrix_no(), "no"),
        Cell::Choices(places) => return (chosen(places, options), "picked"),
        Cell::List => ("≡", "open"),
        Cell::Text => ("Aa", "open"),
        Cell::Url => ("↗", "open"),
        Cell::Number => ("#", "open"),
        Cell::Date => ("▦", "open"),
        Cell::Withheld => ("▬", "withheld"),
        Cell::Other => ("*", "other"),
    };
    (sign.to_owned(), class)
}

const fn state_class(state: EffectiveState) -> &'static str {
    match state {
        EffectiveState::Given => "open",
        other => other.code(),
    }
}

fn chosen(places: &[usize], options: usize) -> String {
    if options <= DOTS {
        let dot = |at| if places.contains(&at) { '●' } else { '○' };
        return (0..options).map(dot).collect();
    }
    let numbers: Vec<_> = places.iter().map(|at| (at + 1).to_string()).collect();
    numbers.join("·")
}

/// Every look with its sign, its class and its words, for the legend.
pub fn legend(t: Locale) -> Vec<(String, &'static str, &'static str)> {
    let answers = [
        (Cell::Yes, t.matrix_legend_yes()),
        (Cell::No, t.matrix_legend_no()),
        (Cell::Choices(vec![0, 2]), t.matrix_legend_choices()),
        (Cell::List, t.matrix_legend_list()),
        (Cell::Text, t.matrix_legend_text()),
        (Cell::Url, t.matrix_legend_url()),
        (Cell::Number, t.matrix_legend_number()),
        (Cell::Date, t.matrix_legend_date()),
        (Cell::Withheld, t.matrix_legend_withheld()),
        (Cell::Other, t.matrix_legend_other()),
    ];
    let states = EffectiveState::ALL.into_iter();
    let states = states.filter(|s| *s != EffectiveState::Given);
    let states = states.map(|s| (Cell::Not(s), wording::state(t, s)));
    let all = answers.into_iter().chain(states);
    all.map(|(cell, words)| {
        let (sign, class) = sign(t, &cell, 3);
        (sign, class, words)
    })
    .collect()
}
