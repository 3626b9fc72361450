//! Filters: who is looked at by kind of body, state of the sheet, and answers.

use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::{Population, Selection, tally, words};
use rilievo::i18n::Locale;
use rilievo::model::QuestionId;

/// What an address says of who is looked at.
fn asked(address: &str) -> Selection {
    let mut selection = Selection::default();
    for (key, value) in address.split('&').filter_map(|pair| pair.split_once('=')) {
        selection.read(key, value);
    }
    selection
}

/// The bodies of the example that are looked at.
#[track_caller]
fn check(address: &str, bodies: &str) {
    let survey = Scenario::example().survey;
    let population = Population::selected(&survey.head, &survey.sheets, &asked(address));
    let found: Vec<_> = population
        .bodies()
        .iter()
        .map(|b| b.partner.id.as_str())
        .collect();
    assert_eq!(found.join(" "), bodies, "{address}");
}

#[test]
fn by_kind_of_body() {
    check("kind=comune", "EC");
    check("kind=regione", "1 2 3 4 5 6");
    check("kind=comune,citta_metropolitana", "EC 7 9");
    check("kind=unione", "");
}

#[test]
fn by_state_of_the_sheet() {
    check("status=submitted", "EC 2 3 4 5 6 7 8 9");
    check("status=missing", "1");
    check("status=approved,missing", "1");
}

#[test]
fn by_answers() {
    check("is=q2:in_house", "4 5 8");
    check("is=q1:~unclear", "EC 5");
    check("is=q5:=mongodb", "2");
    check("is=q16:~off-condition", "7");
    check("is=q1:~missing", "1");
    // One of several answers to a question is enough; of two questions, both.
    check("is=q2:in_house,q2:esterno", "EC 2 3 4 5 7 8 9");
    check("is=q2:esterno,q24:no", "");
    check("is=q2:esterno,q13:si", "2 3 7 9");
    check("kind=regione&is=q2:in_house", "4 5");
}

#[test]
fn what_the_survey_does_not_have_is_asked_of_nobody() {
    check("kind=comune&is=q99:foo", "EC");
    check("kind=comune&is=q2:nope,q5:=gone", "EC");
    check("is=q2:in_house,q2:nope", "4 5 8");
}

#[test]
fn who_is_off_condition_chose_nothing() {
    // Roma ticks no external company, and names one.
    let survey = Scenario::example().survey;
    let selection = asked("is=q15:esterno");
    let population = Population::selected(&survey.head, &survey.sheets, &selection);
    let names = population.bodies().iter().map(|b| b.partner.id.as_str());
    assert!(!names.collect::<Vec<_>>().contains(&"7"));
}

#[test]
fn an_address_keeps_what_it_says_and_drops_what_it_does_not_know() {
    let address = "kind=comune,citt%c3%a0%2c&status=submitted,approved&is=q2:interno,q4:~blank,q5:=oracle&drafts=1";
    let selection = asked(address);
    assert_eq!(selection.kinds[1].0, "città,");
    let written = selection.write();
    let again: Vec<_> = written.iter().map(|(k, v)| format!("{k}={v}")).collect();
    assert_eq!(again.join("&"), address);
    assert_eq!(
        asked("kind=&status=gone&is=q2,:x,q4:~gone,a b:c&drafts=yes"),
        Selection::default()
    );
}

#[test]
fn whoever_asks_for_drafts_sees_them() {
    let mut s = Scenario::of(museums());
    s.partner("civico").answer("catalogue", "no");
    s.partner("mare").answer("catalogue", "yes").submit();
    let (head, sheets) = (&s.survey.head, &s.survey.sheets);
    let catalogue = head
        .questionnaire
        .question(&QuestionId::new("catalogue").unwrap())
        .unwrap();
    let answered = |address: &str| {
        let population = Population::selected(head, sheets, &asked(address));
        (
            tally(&population, catalogue).0.answered(),
            population.bodies().len(),
        )
    };
    assert_eq!(answered("status=draft"), (1, 1));
    assert_eq!(answered("status=draft,submitted"), (2, 2));
    assert_eq!(answered("drafts=1"), (2, 5));
    assert_eq!(answered(""), (1, 5));
}

#[test]
fn each_criterion_can_be_taken_away_and_is_said_in_words() {
    let head = Scenario::example().survey.head;
    let selection =
        asked("kind=citta_metropolitana&status=approved&is=q2:in_house,q5:=sql_server,q4:~blank");
    let said: Vec<_> = selection
        .criteria()
        .iter()
        .map(|criterion| words::criterion(Locale::It, &head, criterion))
        .collect();
    assert_eq!(
        said,
        [
            "Tipo di ente: Città metropolitana",
            "Scheda: Approvata",
            "Domanda 2: in house",
            "Domanda 5: SQL Server",
            "Domanda 4: Vuota",
        ]
    );
    let mut left = selection.clone();
    for criterion in selection.criteria() {
        assert!(left.asks(&criterion));
        left = left.toggled(criterion);
    }
    assert!(left.is_everybody());
}
