//! When a follow-up is asked, and how its answer counts, on every questionnaire.

use crate::scenario::forms::forms;
use rilievo::model::AnswerState;

#[test]
fn the_parents_answer_opens_it_or_closes_it() {
    for form in forms() {
        let [first, second, third] = form.bodies;
        let mut s = form.blank();
        s.partner(first)
            .answer(form.parent, form.opens)
            .sees(form.follow_up)
            .answer(form.follow_up, "Uno")
            .submit();
        s.partner(second)
            .answer(form.parent, form.closes)
            .does_not_see(form.follow_up)
            .submit();
        s.partner(third).answer(form.parent, form.opens).submit();
        s.expect(form.follow_up)
            .asked(2)
            .answered(1)
            .state("given", &[first])
            .state("not_asked", &[second])
            .state("blank", &[third]);
    }
}

#[test]
fn while_the_parent_is_anything_but_given_it_is_asked() {
    for form in forms() {
        let [first, second, third] = form.bodies;
        let mut s = form.blank();
        s.partner(first).sees(form.follow_up).submit();
        for (body, state) in [
            (second, AnswerState::Unknown),
            (third, AnswerState::Unclear),
        ] {
            s.partner(body)
                .answer(form.parent, form.closes)
                .does_not_see(form.follow_up)
                .declare(form.parent, state)
                .sees(form.follow_up)
                .submit();
        }
        s.expect(form.follow_up).asked(3).state("not_asked", &[]);
    }
}

#[test]
fn an_answer_that_was_not_asked_for_is_kept_and_counts_apart() {
    for form in forms() {
        let [first, second, _] = form.bodies;
        let mut s = form.blank();
        s.partner(first)
            .answer(form.follow_up, "Uno")
            .answer(form.parent, form.closes)
            .does_not_see(form.follow_up)
            .submit();
        s.partner(second)
            .answer(form.parent, form.closes)
            .answer(form.follow_up, "-")
            .submit();
        s.expect(form.follow_up)
            .asked(0)
            .state("off-condition", &[first])
            .state("not_asked", &[second])
            .value(first, Some(rilievo::model::Value::Text("Uno".into())))
            .terms(&[])
            .unread(&[]);
        s.partner(first)
            .untick(form.parent, form.closes)
            .sees(form.follow_up);
        s.expect(form.follow_up)
            .state("given", &[first])
            .unread(&[("Uno", &[first])]);
    }
}

#[test]
fn a_body_without_a_sheet_was_not_asked() {
    for form in forms() {
        let mut s = form.blank();
        s.partner(form.bodies[0])
            .answer(form.parent, form.opens)
            .submit();
        s.expect(form.follow_up)
            .asked(1)
            .state("blank", &[form.bodies[0]]);
    }
}
