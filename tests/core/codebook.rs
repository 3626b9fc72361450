//! The codebook: how it reads what was typed, and how it is edited.

mod any;
mod edits;
mod laws;

use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::{self, CodebookUse};
use rilievo::model::{QuestionId, TermId};

fn id(term: &str) -> TermId {
    TermId::new(term).unwrap()
}

fn question(id: &str) -> QuestionId {
    QuestionId::new(id).unwrap()
}

fn read(s: &Scenario, of: &str) -> CodebookUse {
    let questionnaire = &s.survey.head.questionnaire;
    let question = questionnaire.question(&question(of)).unwrap();
    analysis::codebook(&s.population(), question).0
}

/// Every spelling that a body typed, with the term that reads it, and then
/// what is not read.
fn typed_by(s: &Scenario, of: &str, body: &str) -> Vec<(String, String)> {
    let read = read(s, of);
    let is_body = |bodies: &[usize]| s.names(bodies.iter().copied()).contains(&body);
    let entries = read.counted.iter().chain(&read.ignored);
    let typed = entries.flat_map(|e| e.typed.iter().map(|t| (t, e.term.as_str())));
    let typed = typed.filter(|(t, _)| is_body(&t.bodies));
    let typed = typed.map(|(t, term)| (t.text.clone(), term.to_owned()));
    let unread = read.unread.iter().filter(|p| is_body(&p.bodies));
    let unread = unread.map(|p| (p.text.clone(), "?".to_owned()));
    typed.chain(unread).collect()
}

#[track_caller]
fn check_typed(of: &str, body: &str, expected: &[(&str, &str)]) {
    let found = typed_by(&Scenario::example(), of, body);
    let found: Vec<_> = found
        .iter()
        .map(|(t, e)| (t.as_str(), e.as_str()))
        .collect();
    assert_eq!(found, expected, "{of}, {body}");
}

#[test]
fn lists_without_clear_separators_give_their_terms_as_typed() {
    // "Oracle-MS sqlserver - postgresql - access"
    check_typed(
        "q5",
        "9",
        &[
            ("postgresql", "PostgreSQL"),
            ("Oracle", "Oracle"),
            ("MS sqlserver", "SQL Server"),
            ("access", "Access"),
        ],
    );
    // "VMWare vSphere Linux"
    check_typed(
        "q6",
        "2",
        &[("Linux", "Linux"), ("VMWare vSphere", "VMware vSphere")],
    );
    // "MyPay e MyPivot"
    check_typed("q14", "8", &[("MyPay", "MyPay"), ("MyPivot", "MyPivot")]);
    // "Piattaforma MyPay Riuso gruppo SPAC"
    check_typed(
        "q6",
        "4",
        &[
            ("MyPay", "MyPay"),
            ("Piattaforma", "?"),
            ("Riuso gruppo SPAC", "?"),
        ],
    );
    let e_procurement = typed_by(&Scenario::example(), "q6", "9");
    assert!(e_procurement.contains(&("e procurement".into(), "E-procurement".into())));
}

#[test]
fn every_spelling_is_shown_as_it_was_typed_with_who_typed_it() {
    let s = Scenario::example();
    let read = read(&s, "q5");
    assert_eq!(read.answered, 8);
    let postgresql = &read.counted[0];
    assert_eq!(postgresql.id, id("postgresql"));
    let typed = postgresql.typed.iter();
    let typed: Vec<_> = typed
        .map(|t| (t.text.as_str(), s.names(t.bodies.iter().copied())))
        .collect();
    assert_eq!(
        typed,
        [
            ("PostgreSQL", vec!["EC", "5"]),
            ("Postgress", vec!["6", "7"]),
            ("PostGres", vec!["3"]),
            ("Postgres", vec!["2"]),
            ("Postgresql", vec!["4"]),
            ("postgresql", vec!["9"]),
        ]
    );
    assert_eq!(postgresql.bodies.len(), 8);
    // What the codebook knows and nobody typed.
    let oracle = &read.counted[1];
    assert_eq!(oracle.untyped, ["Oracle Database", "Oracle DB"]);
    let ignored: Vec<_> = read.ignored.iter().map(|e| e.term.as_str()).collect();
    assert_eq!(ignored, ["altri"]);
    assert_eq!(s.names(read.ignored[0].bodies.iter().copied()), ["3"]);
    let elsewhere: Vec<_> = read.ignored[0]
        .elsewhere
        .iter()
        .map(QuestionId::as_str)
        .collect();
    assert_eq!(elsewhere, ["q6", "q7", "q14", "q21"]);
    assert!(read.unused.is_empty() && read.unread.is_empty());
}

#[test]
fn entries_that_nobody_uses_stand_apart_and_unread_pieces_say_where_they_are_known() {
    let s = Scenario::example();
    let known = |of: &str| -> Vec<(String, Option<TermId>)> {
        let unread = read(&s, of).unread.into_iter();
        unread.map(|p| (p.text, p.known_as)).collect()
    };
    assert_eq!(
        known("q14"),
        [
            ("Java 1.7".into(), None),
            ("pagoPA".into(), None),
            ("Postgresql".into(), Some(id("postgresql"))),
            ("Tomcat".into(), Some(id("tomcat"))),
        ]
    );
    let mut other = Scenario::of(museums());
    other.partner("civico").answer("software", "Excel").submit();
    let unused: Vec<_> = read(&other, "software")
        .unused
        .into_iter()
        .map(|e| e.term)
        .collect();
    assert_eq!(unused, ["Access", "Samira", "SIGECweb"]);
}
