//! Bodies side by side: in which questions they say the same.

use super::{places, question};
use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::compare::{Alike, alike, side_by_side};
use rilievo::model::{Answer, AnswerState, LocalText, Value};

/// Which questions are the same, different, and of which nobody can tell.
fn sorted(s: &Scenario, bodies: &[&str]) -> [String; 3] {
    let sides = side_by_side(&s.population(), &places(s, bodies));
    [Alike::Same, Alike::Different, Alike::Untold].map(|wanted| {
        let found = sides.iter().filter(|side| side.alike == wanted);
        let ids: Vec<_> = found.map(|side| side.question.as_str()).collect();
        ids.join(" ")
    })
}

#[test]
fn two_bodies_of_the_example() {
    let s = Scenario::example();
    // 16: 6 was asked and 7 was not; 21: neither was.
    assert_eq!(
        sorted(&s, &["6", "7"]),
        [
            "q1 q4 q5 q6 q7 q11 q12 q13 q17 q19 q20 q21 q24",
            "q2 q3 q8 q9 q10 q14 q15 q16 q18 q25",
            "",
        ]
    );
    let sides = side_by_side(&s.population(), &places(&s, &["6", "7"]));
    let share = alike(&sides);
    assert_eq!((share.k, share.n), (13, 23));
}

#[test]
fn nobody_can_tell_what_an_unreadable_mark_says() {
    let s = Scenario::example();
    let [same, different, untold] = sorted(&s, &["EC", "5"]);
    assert_eq!(same, "q6 q7 q20 q21");
    assert_eq!(untold, "q1 q4 q11 q12 q13 q15 q17 q19 q24");
    assert!(different.starts_with("q2 q3 q5"));
    let [_, different, untold] = sorted(&s, &["5", "2", "9"]);
    assert_eq!(untold, "q1 q11 q13 q24", "the others agree");
    assert!(different.contains("q4"), "two that are known differ");
    let [same, _, untold] = sorted(&s, &["1", "2"]);
    assert_eq!(same, "", "without a sheet there is nothing to compare");
    assert_eq!(untold.split(' ').count(), 23);
}

#[test]
fn what_is_compared_is_what_an_answer_says() {
    let mut s = Scenario::of(museums());
    s.partner("civico")
        .answer("entry", "free")
        .answer("visitors", "1.200")
        .answer("guides", "staff")
        .answer("guides", "company")
        .qualify("guides", "company", "50%")
        .answer("catalogue", "yes")
        .answer("software", "SIGECweb, Excel ed altri")
        .answer("address", "https://example.org/Civico")
        .submit();
    s.partner("mare")
        .declare("entry", AnswerState::Unknown)
        .answer("visitors", "1200")
        .answer("guides", "company")
        .answer("guides", "staff")
        .answer("catalogue", "yes")
        .answer("software", "foglio di calcolo; sigec web")
        .answer("address", " HTTPS://example.org/Civico ")
        .submit();
    assert_eq!(
        sorted(&s, &["civico", "mare"]),
        [
            "opened visitors guides catalogue software online address",
            "entry",
            ""
        ]
    );
    let sides = side_by_side(&s.population(), &places(&s, &["mare", "civico"]));
    assert_eq!(
        s.names(sides[0].answers.iter().map(|(body, _)| *body)),
        ["mare", "civico"],
        "in the order in which they are named"
    );
    s.partner("mare")
        .answer("software", "Excel, SIGECweb, Samira");
    assert!(sorted(&s, &["civico", "mare"])[1].contains("software"));
}

#[test]
fn an_answer_that_was_taken_out_may_say_anything() {
    let mut s = Scenario::of(museums());
    for body in ["civico", "mare", "carta"] {
        s.partner(body)
            .answer("address", "https://example.org")
            .submit();
    }
    let withheld = Answer::given(Value::Withheld(LocalText::new("it", "copia pubblica")));
    let sheet = &mut s.survey.sheets[2];
    sheet.answers.insert(question("address"), withheld);
    assert_eq!(sorted(&s, &["civico", "mare"])[2], "address");
    assert_eq!(sorted(&s, &["civico", "mare", "carta"])[2], "address");
    s.partner("carta").answer("address", "https://example.com");
    assert!(sorted(&s, &["civico", "mare", "carta"])[1].contains("address"));
}

#[test]
fn a_body_that_there_is_not_is_left_out() {
    let s = Scenario::example();
    let sides = side_by_side(&s.population(), &[0, 99]);
    assert!(sides.iter().all(|side| side.answers.len() == 1));
    assert!(side_by_side(&s.population(), &[])[0].answers.is_empty());
}
