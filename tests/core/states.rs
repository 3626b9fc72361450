//! "No" and "we do not know" never look alike: every state has its own count.

use crate::scenario::forms::forms;
use crate::scenario::{Scenario, forms::museums};
use rilievo::model::{Answer, AnswerState, LocalText, Value};

#[test]
fn each_state_is_counted_by_itself() {
    for form in forms() {
        let (single, [one, other]) = form.single;
        let [first, second, third] = form.bodies;
        let mut s = form.blank();
        s.partner(first).answer(single, one).submit();
        s.partner(second).answer(single, other).submit();
        s.partner(third).submit();
        for (state, code) in [
            (AnswerState::Unknown, "unknown"),
            (AnswerState::Declined, "declined"),
            (AnswerState::NotApplicable, "not_applicable"),
            (AnswerState::Unclear, "unclear"),
            (AnswerState::Blank, "blank"),
        ] {
            s.partner(third).declare(single, state);
            s.expect(single)
                .asked(3)
                .answered(2)
                .state("given", &[first, second])
                .state(code, &[third])
                .option(one, &[first])
                .option(other, &[second]);
        }
    }
}

#[test]
fn a_state_declared_over_an_answer_takes_it_out_of_the_count_and_keeps_it() {
    for form in forms() {
        let (single, [one, _]) = form.single;
        let body = form.bodies[0];
        let mut s = form.blank();
        s.partner(body)
            .answer(single, one)
            .declare(single, AnswerState::Declined)
            .has_ticked(single, &[one])
            .submit();
        s.expect(single).option(one, &[]).state("declined", &[body]);
        s.partner(body).declare(single, AnswerState::Given);
        s.expect(single).option(one, &[body]);
    }
}

#[test]
fn a_typed_text_says_its_own_state() {
    let mut s = Scenario::of(museums());
    s.partner("civico").answer("software", "non so").submit();
    s.partner("diocesano").answer("software", " --- ").submit();
    s.partner("mare").answer("software", "N/A").submit();
    s.partner("scienze").answer("software", "Samira").submit();
    s.expect("software")
        .state("unknown", &["civico"])
        .state("blank", &["diocesano"])
        .state("not_applicable", &["mare"])
        .state("given", &["scienze"])
        .state("missing", &["carta"]);
}

#[test]
fn a_withheld_answer_is_given_and_in_no_option() {
    let mut s = Scenario::of(museums());
    s.partner("civico").answer("entry", "free").submit();
    let withheld = Value::Withheld(LocalText::new("it", "public"));
    for (id, answer) in &mut s.survey.sheets[0].answers {
        assert_eq!(id.as_str(), "entry");
        *answer = Answer::given(withheld.clone());
    }
    s.expect("entry")
        .asked(1)
        .answered(1)
        .option("free", &[])
        .value("civico", Some(withheld))
        .combinations(&[])
        .warnings(&[]);
    let questions = &s.survey.head.questionnaire.questions;
    let entry = questions.iter().find(|q| q.id.as_str() == "entry").unwrap();
    let (tally, _) = rilievo::analysis::tally(&s.population(), entry);
    assert_eq!(s.names(tally.withheld), ["civico"]);
}
