//! List questions, read through the codebook.

use crate::scenario::forms::forms;
use crate::scenario::{Scenario, forms::museums};

#[test]
fn a_term_is_found_in_every_spelling_and_once_for_each_body() {
    for form in forms() {
        let (list, term, synonym) = form.list;
        let [first, second, third] = form.bodies;
        let mut s = form.blank();
        s.partner(first).answer(list, term).submit();
        s.partner(second)
            .answer(list, &format!("{}; {term}", synonym.to_uppercase()))
            .submit();
        s.partner(third).answer(list, &format!("x{term}")).submit();
        s.expect(list)
            .terms(&[(term, &[first, second])])
            .unread(&[(&format!("x{term}"), &[third])]);
    }
}

#[test]
fn terms_are_found_inside_the_text_and_the_rest_is_shown_as_typed() {
    let mut s = Scenario::of(museums());
    s.partner("civico")
        .answer("software", "Microsoft Excel Samira ed altri")
        .submit();
    s.partner("diocesano")
        .answer("software", "foglio  di calcolo e Samira-Access")
        .submit();
    s.partner("mare")
        .answer("software", "e procurement - Dell-EMC (excel), SIGEC Web")
        .submit();
    s.expect("software")
        .terms(&[
            ("Excel", &["civico", "diocesano", "mare"]),
            ("Samira", &["civico", "diocesano"]),
            ("Access", &["diocesano"]),
            ("SIGECweb", &["mare"]),
        ])
        .unread(&[("Dell-EMC", &["mare"]), ("e procurement", &["mare"])]);
}

#[test]
fn the_longest_spelling_wins() {
    let mut s = Scenario::of(museums());
    // "SIGEC web" is one term, not "SIGEC" and a "web" left over.
    s.partner("civico").answer("software", "SIGEC web").submit();
    s.partner("mare").answer("software", "sigec, web").submit();
    s.expect("software")
        .terms(&[("SIGECweb", &["civico", "mare"])])
        .unread(&[("web", &["mare"])]);
}

#[test]
fn a_place_taken_by_a_longer_spelling_does_not_hide_the_next_one() {
    let mut head = museums();
    head.codebook.truncate(2);
    for (entry, term) in head.codebook.iter_mut().zip(["Arte Due", "Due Due"]) {
        entry.term = term.into();
        entry.synonyms.clear();
    }
    let mut s = Scenario::of(head);
    s.partner("civico")
        .answer("software", "Arte Due Due Due")
        .submit();
    s.expect("software")
        .terms(&[("Arte Due", &["civico"]), ("Due Due", &["civico"])])
        .unread(&[]);
}

#[test]
fn without_a_codebook_everything_is_counted_as_typed() {
    let mut head = museums();
    head.codebook.clear();
    let mut s = Scenario::of(head);
    s.partner("civico")
        .answer("software", "Samira; Excel")
        .submit();
    s.partner("diocesano")
        .answer("software", "EXCEL, excel")
        .submit();
    s.partner("mare").answer("software", "Access").submit();
    s.expect("software").terms(&[]).unread(&[
        ("Excel", &["civico", "diocesano"]),
        ("Access", &["mare"]),
        ("Samira", &["civico"]),
    ]);
}

#[test]
fn only_given_answers_are_read() {
    for form in forms() {
        let (list, term, _) = form.list;
        let mut s = form.blank();
        s.partner(form.bodies[0])
            .answer(list, term)
            .declare(list, rilievo::model::AnswerState::Unclear)
            .submit();
        // A draft does not count.
        s.partner(form.bodies[1]).answer(list, term);
        s.expect(list).terms(&[]).unread(&[]);
    }
}
