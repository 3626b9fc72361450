//! When a follow-up is asked, and how its answer counts, on every questionnaire.

use crate::scenario::forms::forms;
use rilievo::model::{AnswerState, Truth, Value};

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
            .value(first, Some(Value::Text("Uno".into())))
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

#[test]
fn what_calls_for_it_comes_and_goes_and_the_answer_stays() {
    for form in forms() {
        let [first, ..] = form.bodies;
        let mut s = form.blank();
        s.partner(first)
            .knows(form.parent, None)
            .knows(form.follow_up, Some(Truth::Unknown))
            .answer(form.parent, form.opens)
            .knows(form.follow_up, Some(Truth::True))
            .answer(form.follow_up, "Uno")
            .submit();
        s.expect(form.follow_up)
            .answered(1)
            .state("given", &[first]);

        s.partner(first)
            .untick(form.parent, form.opens)
            .answer(form.parent, form.closes)
            .knows(form.follow_up, Some(Truth::False));
        s.expect(form.follow_up)
            .answered(0)
            .state("off-condition", &[first])
            .value(first, Some(Value::Text("Uno".into())));

        s.partner(first)
            .untick(form.parent, form.closes)
            .answer(form.parent, form.opens);
        s.expect(form.follow_up)
            .answered(1)
            .state("given", &[first])
            .value(first, Some(Value::Text("Uno".into())));

        s.partner(first)
            .untick(form.parent, form.opens)
            .answer(form.parent, form.closes)
            .comment(form.follow_up, "da sentire")
            .takes_away(form.follow_up);
        s.expect(form.follow_up)
            .state("not_asked", &[first])
            .state("off-condition", &[])
            .value(first, None);
    }
}

#[test]
fn what_is_not_asked_is_not_missing_and_what_is_called_for_is() {
    for form in forms() {
        let [first, ..] = form.bodies;
        let mut s = form.blank();
        let on_sheet = s.survey.head.questionnaire.on_sheet();
        let all: Vec<_> = on_sheet.map(|q| q.id.to_string()).collect();
        let but = |answered: &[&str]| -> Vec<String> {
            let left = all.iter().filter(|id| !answered.contains(&id.as_str()));
            left.cloned().collect()
        };
        let ids = |all: &[String]| -> Vec<&'static str> {
            // Leaked for the length of a test.
            all.iter().map(|id| &*id.clone().leak()).collect()
        };
        let filling = s.partner(first).lacks(&ids(&but(&[])));
        let filling = filling
            .answer(form.parent, form.opens)
            .lacks(&ids(&but(&[form.parent])));
        filling
            .declare(form.follow_up, AnswerState::Unknown)
            .lacks(&ids(&but(&[form.parent, form.follow_up])));
    }
}
