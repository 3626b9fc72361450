//! What is suggested while a list is typed, and how what is pasted is read.

use crate::scenario::forms::{forms, museums};
use crate::scenario::{Scenario, forms};
use rilievo::analysis::suggest::{Known, Typing, known_terms, pasted};
use rilievo::model::{PartnerId, QuestionId, SurveyHead};

fn known(s: &Scenario, question: &str, but: &str) -> Vec<Known> {
    let question = QuestionId::new(question).unwrap();
    let question = s.survey.head.questionnaire.question(&question).unwrap();
    known_terms(&s.population(), question, &PartnerId::new(but).unwrap())
}

fn typing<'t>(head: &SurveyHead, question: &str, text: &'t str) -> Typing<'t> {
    Typing::new(&head.codebook, &QuestionId::new(question).unwrap(), text)
}

/// Three museums named their software; the fourth fills in its sheet.
fn shared() -> Scenario {
    let mut s = Scenario::of(museums());
    s.partner("civico")
        .answer("software", "Samira, Fotobase; Excel")
        .submit();
    s.partner("diocesano")
        .answer("software", "excel e fotobase ed altri")
        .submit();
    s
}

/// What is suggested to the body `mare` after it typed `text`.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let s = shared();
    let known = known(&s, "software", "mare");
    let typing = typing(&s.survey.head, "software", text);
    let suggested = typing.suggested(&known, 3);
    let suggested: Vec<_> = suggested.iter().map(|known| known.term.as_str()).collect();
    assert_eq!(suggested, expected, "{text:?}");
}

/// What choosing the first suggestion after `text` makes of it.
#[track_caller]
fn check_chosen(text: &str, expected: &str) {
    let s = shared();
    let known = known(&s, "software", "mare");
    let typing = typing(&s.survey.head, "software", text);
    let suggested = typing.suggested(&known, 1);
    assert_eq!(typing.with(suggested[0]), expected, "{text:?}");
}

#[test]
fn what_most_bodies_name_is_suggested_first_known_to_the_codebook_or_not() {
    check("", &["Excel", "Fotobase", "Samira"]);
    let s = shared();
    let known = known(&s, "software", "mare");
    let named: Vec<_> = known.iter().map(|k| (k.term.as_str(), k.bodies)).collect();
    assert_eq!(
        named[..3],
        [("Excel", 2), ("Fotobase", 2), ("Samira", 1)],
        "{named:?}"
    );
    assert!(named[3..].iter().all(|(_, bodies)| *bodies == 0));
    assert!(
        !named.iter().any(|(term, _)| *term == "altri"),
        "is read, not counted"
    );
}

#[test]
fn a_body_does_not_suggest_to_itself() {
    let s = shared();
    let known = known(&s, "software", "civico");
    let named = |term: &str| known.iter().find(|k| k.term == term).map(|k| k.bodies);
    assert_eq!(
        named("Samira"),
        Some(0),
        "of the codebook, named by nobody else"
    );
    assert_eq!(named("Fotobase"), Some(1));
    let mut alone = Scenario::of(museums());
    alone
        .partner("civico")
        .answer("software", "Fotobase")
        .submit();
    let known = self::known(&alone, "software", "civico");
    assert!(known.iter().all(|k| k.term != "Fotobase"));
}

#[test]
fn what_stands_in_the_list_is_left_out() {
    check("EXCEL, ", &["Fotobase", "Samira", "Access"]);
    check("fotobase; samira; ", &["Excel", "Access", "SIGECweb"]);
}

#[test]
fn while_a_piece_is_typed_what_begins_with_it_is_suggested() {
    check("Samira, fot", &["Fotobase"]);
    // "foglio di calcolo" is a spelling of Excel.
    check("Samira, fo", &["Excel", "Fotobase"]);
    check("Samira fot", &["Fotobase"]);
    check("ms ex", &["Excel"]);
    check("Samira, zz", &[]);
    // A term already: what comes next can be anything.
    check("Samira", &["Excel", "Fotobase", "Access"]);
}

#[test]
fn choosing_completes_the_piece_or_adds_another() {
    check_chosen("", "Excel");
    check_chosen("Samira, ex", "Samira, Excel");
    check_chosen("Samira ex", "Samira Excel");
    check_chosen("Samira", "Samira, Excel");
    check_chosen("Samira ", "Samira, Excel");
    check_chosen("Samira,", "Samira, Excel");
    check_chosen("Samira; altro", "Samira; altro; Excel");
    check_chosen("Samira\nAccess", "Samira\nAccess\nExcel");
    check_chosen("Samira - ", "Samira - Excel");
    check_chosen("Samira e ", "Samira e Excel");
}

#[test]
fn a_chosen_term_is_read_in_every_questionnaire() {
    for form in forms() {
        let (list, term, _) = form.list;
        let [first, second, _] = form.bodies;
        let mut s = form.blank();
        s.partner(first).answer(list, term).submit();
        let known = known(&s, list, second);
        assert_eq!((known[0].term.as_str(), known[0].bodies), (term, 1));
        for begun in ["", "qualcosa, ", "qualcosa"] {
            let text = typing(&s.survey.head, list, begun).with(&known[0]);
            let read = typing(&s.survey.head, list, &text);
            assert_eq!(
                read.entries().last().map(String::as_str),
                Some(term),
                "{text}"
            );
        }
    }
}

#[test]
fn a_list_is_shown_as_it_is_read() {
    let example = forms::example().head;
    let text = "postgres, ORACLE DB e Firebird; Postgresql altri";
    let read = typing(&example, "q5", text);
    assert_eq!(read.entries(), ["PostgreSQL", "Oracle", "Firebird"]);
}

#[test]
fn lines_cells_and_bullets_are_pasted_as_entries() {
    let paste = |text: &str| pasted("", text, "").unwrap();
    assert_eq!(paste("Oracle\r\nPostgreSQL\r\n"), "Oracle, PostgreSQL");
    assert_eq!(paste("Oracle\tSQL Server\n"), "Oracle, SQL Server");
    assert_eq!(paste("•\tOracle\n•\tMySQL"), "Oracle, MySQL");
    assert_eq!(
        paste("1. Oracle\n2) MySQL\n3.\tAccess"),
        "Oracle, MySQL, Access"
    );
    assert_eq!(
        paste("o Oracle\n\n- MySQL\n  * Access"),
        "Oracle, MySQL, Access"
    );
    assert_eq!(paste("e procurement\nDell-EMC"), "e procurement, Dell-EMC");
}

#[test]
fn a_pasted_list_is_an_entry_beside_what_stands_there() {
    let paste = |before, after| pasted(before, "Oracle\nMySQL", after).unwrap();
    assert_eq!(paste("Access", ""), ", Oracle, MySQL");
    assert_eq!(paste("Access, ", ""), "Oracle, MySQL");
    assert_eq!(paste("Access;", "; altri"), " Oracle, MySQL");
    assert_eq!(paste("", "Access"), "Oracle, MySQL, ");
}

#[test]
fn one_line_is_pasted_as_it_is() {
    assert_eq!(pasted("", "Oracle; MySQL", ""), None);
    assert_eq!(pasted("", "  Oracle\n", ""), None);
    assert_eq!(pasted("", "", ""), None);
}
