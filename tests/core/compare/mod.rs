//! Bodies side by side, groups of bodies, two moments of a survey. What is
//! expected of the nine sheets was counted by hand from the sheets.

mod groups;
mod moments;
mod sides;

use crate::scenario::Scenario;
use rilievo::analysis::compare::{in_words, said};
use rilievo::i18n::Locale;
use rilievo::model::{PartnerId, QuestionId};

fn question(id: &str) -> QuestionId {
    QuestionId::new(id).unwrap()
}

fn places(s: &Scenario, bodies: &[&str]) -> Vec<usize> {
    let population = s.population();
    let place = |id: &&str| population.index_of(&PartnerId::new(id).unwrap()).unwrap();
    bodies.iter().map(place).collect()
}

#[test]
fn an_answer_in_words_says_how_it_counts() {
    let s = Scenario::example();
    let population = s.population();
    let said = |body: &str, id: &str| {
        let body = places(&s, &[body])[0];
        in_words(Locale::It, &population, body, &question(id))
    };
    assert_eq!(said("2", "q2"), "interno, esterno");
    assert_eq!(said("8", "q15"), "interno (50%), esterno (50%)");
    assert_eq!(said("1", "q2"), "Senza scheda");
    assert_eq!(said("4", "q16"), "Non richiesta");
    assert_eq!(said("6", "q9"), "Vuota");
    assert_eq!(
        said("7", "q16"),
        "Fuori condizione · Società in House Capitale Lavoro spa"
    );
}

#[test]
fn what_an_answer_says_and_how_it_counts_are_told_apart() {
    let s = Scenario::example();
    let population = s.population();
    let what = |body: &str, id: &str| {
        let body = places(&s, &[body])[0];
        said(Locale::It, &population, body, &question(id))
    };
    assert_eq!(what("7", "q16"), "Società in House Capitale Lavoro spa");
    assert_eq!(
        what("EC", "q24"),
        "Commento: Direttive interne agli Uffici · \
         Nota di chi ha trascritto: nella fonte le due caselle portano lo stesso segno"
    );
    assert_eq!(what("1", "q2"), "");
    assert_eq!(what("6", "q9"), "");
}
