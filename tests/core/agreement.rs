//! Who says what most bodies say. What is expected of the nine sheets was
//! counted by hand from the sheets.

use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::{Agreement, Share, agreement};
use rilievo::model::{AnswerState, QuestionId};
use std::cmp::Ordering;

fn k_of_n(share: Share) -> (usize, usize) {
    (share.k, share.n)
}

#[track_caller]
fn of_question(agreement: &Agreement, id: &str) -> (usize, usize) {
    k_of_n(agreement.of_question(&QuestionId::new(id).unwrap()))
}

#[test]
fn the_closed_questions_of_the_nine_sheets() {
    let agreement = agreement(&Scenario::example().population());
    let found: Vec<_> = agreement
        .questions
        .iter()
        .map(|q| {
            let most = q.most.iter().map(|c| {
                let options: Vec<_> = c.options.iter().map(|o| o.as_str()).collect();
                options.join("+")
            });
            let most: Vec<_> = most.collect();
            (q.question.as_str(), most.join(" or "), k_of_n(q.share()))
        })
        .collect();
    let expected = [
        ("q1", "si", (7, 7)),
        ("q2", "interno+esterno", (4, 9)),
        ("q3", "in_house", (4, 9)),
        ("q4", "si", (6, 7)),
        ("q11", "si", (7, 8)),
        ("q12", "ente", (6, 7)),
        ("q13", "si", (6, 7)),
        ("q15", "interno+esterno", (4, 8)),
        ("q17", "si", (6, 8)),
        ("q19", "si", (6, 8)),
        ("q20", "no", (7, 9)),
        ("q24", "si", (5, 6)),
    ];
    let found: Vec<_> = found.iter().map(|(q, m, s)| (*q, m.as_str(), *s)).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_nine_bodies() {
    let s = Scenario::example();
    let agreement = agreement(&s.population());
    let bodies = 0..agreement.bodies.len();
    let shares = agreement.bodies.iter().copied().map(k_of_n);
    let found: Vec<_> = s.names(bodies).into_iter().zip(shares).collect();
    assert_eq!(
        found,
        [
            ("EC", (2, 6)),
            ("1", (0, 0)),
            ("2", (11, 12)),
            ("3", (9, 11)),
            ("4", (10, 12)),
            ("5", (2, 4)),
            ("6", (11, 12)),
            ("7", (10, 12)),
            ("8", (9, 12)),
            ("9", (4, 12)),
        ]
    );
}

#[test]
fn of_several_as_frequent_answers_each_is_what_most_say() {
    let mut s = Scenario::of(museums());
    for (body, entry) in [
        ("civico", "free"),
        ("diocesano", "offer"),
        ("mare", "free"),
        ("scienze", "offer"),
        ("carta", "ticket"),
    ] {
        s.partner(body).answer("entry", entry).submit();
    }
    let agreement = agreement(&s.population());
    assert_eq!(of_question(&agreement, "entry"), (2, 5));
    let entry = &agreement.questions[0];
    let most: Vec<_> = entry
        .most
        .iter()
        .map(|c| (c.options[0].as_str(), s.names(c.bodies.clone())))
        .collect();
    assert_eq!(
        most,
        [
            ("free", vec!["civico", "mare"]),
            ("offer", vec!["diocesano", "scienze"])
        ]
    );
    let bodies: Vec<_> = agreement.bodies.iter().copied().map(k_of_n).collect();
    assert_eq!(bodies, [(1, 1), (1, 1), (1, 1), (1, 1), (0, 1)]);
}

#[test]
fn only_given_answers_to_closed_questions_are_looked_at() {
    let mut s = Scenario::of(museums());
    s.partner("civico")
        .answer("visitors", "10")
        .answer("guides", "staff")
        .answer("guides", "company")
        .qualify("guides", "company", "10%")
        .answer("catalogue", "no")
        .answer("online", "yes")
        .submit();
    s.partner("diocesano")
        .answer("guides", "company")
        .answer("guides", "staff")
        .declare("catalogue", AnswerState::Declined)
        .submit();
    s.partner("mare").answer("guides", "staff").submit();
    s.partner("carta").answer("guides", "staff");
    let agreement = agreement(&s.population());
    assert_eq!(
        of_question(&agreement, "guides"),
        (2, 3),
        "the whole set counts, without what is written beside it; a draft does not"
    );
    assert_eq!(of_question(&agreement, "catalogue"), (1, 1));
    assert_eq!(of_question(&agreement, "online"), (0, 0), "off-condition");
    assert_eq!(of_question(&agreement, "visitors"), (0, 0), "open");
    let bodies: Vec<_> = agreement.bodies.iter().copied().map(k_of_n).collect();
    assert_eq!(bodies, [(2, 2), (1, 1), (0, 1), (0, 0), (0, 0)]);
}

#[test]
fn shares_are_compared_without_rounding() {
    let share = |k, n| Share { k, n };
    assert_eq!(share(1, 3).compare(share(2, 6)), Some(Ordering::Equal));
    assert_eq!(share(333, 1000).compare(share(1, 3)), Some(Ordering::Less));
    assert_eq!(share(1, 1).compare(share(0, 0)), None);
}
