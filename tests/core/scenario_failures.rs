//! The scenario language itself: a test that is wrong fails, and says where.

use crate::scenario::{Scenario, forms::museums};
use rilievo::model::{Actor, SheetAction};

#[test]
#[should_panic(expected = "question entry, free")]
fn a_wrong_count_names_the_question_and_the_option() {
    let mut s = Scenario::of(museums());
    s.partner("civico").answer("entry", "free").submit();
    s.expect("entry").option("free", &["mare"]);
}

#[test]
#[should_panic(expected = "question entry, asked")]
fn a_wrong_base_names_the_question() {
    Scenario::of(museums()).expect("entry").asked(1);
}

#[test]
#[should_panic(expected = "question entry has no option `barter`")]
fn an_option_that_does_not_exist_is_not_ticked() {
    Scenario::of(museums())
        .partner("civico")
        .answer("entry", "barter");
}

#[test]
#[should_panic(expected = "partner civico, question software is asked")]
fn what_the_form_shows_is_held() {
    Scenario::of(museums())
        .partner("civico")
        .does_not_see("software");
}

#[test]
#[should_panic(expected = "partner civico: Approve in Expected")]
fn a_step_that_is_not_allowed_is_not_taken() {
    Scenario::of(museums())
        .partner("civico")
        .may(Actor::Coordinator, SheetAction::Approve);
}

#[test]
#[should_panic(expected = "the survey is not sound")]
fn a_survey_that_contradicts_itself_is_no_scenario() {
    let mut head = museums();
    head.questionnaire.questions.swap(4, 5);
    Scenario::of(head);
}
