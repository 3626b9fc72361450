//! What the answers mean for the transfer, by question, dimension and factor.

use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::readings::{by_dimension, by_factor, of_question};
use rilievo::analysis::{GroupReadings, ReadingCounts};
use rilievo::model::Factor::{Administrative, Organisational, Technological};
use rilievo::model::Reading::{Enabling, Hindering, Neutral, Unknown};
use rilievo::model::{AnswerState, QuestionId};

fn filled_in() -> Scenario {
    let mut s = Scenario::of(museums());
    s.partner("civico")
        .answer("entry", "free")
        .answer("guides", "staff")
        .answer("guides", "company")
        .qualify("guides", "company", "10%")
        .answer("catalogue", "yes")
        .submit();
    s.partner("diocesano")
        .answer("entry", "offer")
        .answer("guides", "volunteers")
        .answer("catalogue", "no")
        .submit();
    s.partner("mare")
        .answer("entry", "ticket")
        .declare("entry", AnswerState::Unclear)
        .answer("guides", "staff")
        .submit();
    s
}

#[test]
fn the_first_rule_that_holds_decides_and_qualifiers_change_nothing() {
    let s = filled_in();
    s.expect("entry")
        .reading(Enabling, &["civico"])
        .reading(Hindering, &[])
        .reading(Neutral, &["diocesano"])
        .reading(Unknown, &["mare"]);
    s.expect("guides")
        .reading(Enabling, &["civico"])
        .reading(Neutral, &["diocesano", "mare"]);
    s.expect("catalogue")
        .reading(Enabling, &["civico"])
        .reading(Hindering, &["diocesano"])
        .reading(Unknown, &["mare"]);
}

#[test]
fn a_group_adds_up_its_questions_for_a_body_and_for_all() {
    let s = filled_in();
    let population = s.population();
    let dimensions = by_dimension(&population);
    let keys: Vec<_> = dimensions.iter().map(|g| g.key.as_str()).collect();
    assert_eq!(keys, ["A", "B", "C"]);
    assert_eq!(
        dimensions[2].total(),
        ReadingCounts {
            enabling: 1,
            hindering: 1,
            neutral: 0,
            unknown: 1
        }
    );
    let factors = by_factor(&population);
    let keys: Vec<_> = factors.iter().map(|g| g.key).collect();
    assert_eq!(
        keys,
        [Organisational, Technological, Administrative].map(Some)
    );
    let of = |group: &GroupReadings<_>, body| group.of_body(body);
    assert_eq!(of(&factors[1], 1).hindering, 1);
    assert_eq!(
        of(&factors[1], 4),
        ReadingCounts::default(),
        "no sheet, no reading"
    );
}

#[test]
fn questions_without_a_factor_are_a_group_of_their_own() {
    let mut s = filled_in();
    let sum = |groups: Vec<ReadingCounts>| {
        let each = |c: &ReadingCounts| c.enabling + c.hindering + c.neutral + c.unknown;
        groups.iter().map(each).sum::<usize>()
    };
    assert!(by_factor(&s.population()).iter().all(|g| g.key.is_some()));
    let mut questions = s.survey.head.questionnaire.questions.iter_mut();
    let guides = questions.find(|q| q.id.as_str() == "guides").unwrap();
    guides.factor = None;
    let population = s.population();
    let factors = by_factor(&population);
    let last = factors.last().unwrap();
    assert_eq!(last.key, None);
    let read: Vec<_> = last.questions.iter().map(|q| q.question.as_str()).collect();
    assert_eq!(read, ["guides"]);
    assert_eq!((last.total().enabling, last.total().neutral), (1, 2));
    let dimensions = by_dimension(&population)
        .iter()
        .map(|g| g.total())
        .collect();
    assert_eq!(
        sum(factors.iter().map(|g| g.total()).collect()),
        sum(dimensions)
    );
}

#[test]
fn readings_that_are_switched_off_are_not_read() {
    let mut s = filled_in();
    for question in &mut s.survey.head.questionnaire.questions {
        if let Some(readings) = &mut question.readings {
            readings.off = question.id.as_str() == "entry";
        }
    }
    let entry = QuestionId::new("entry").unwrap();
    let question = s.survey.head.questionnaire.question(&entry).unwrap();
    assert_eq!(of_question(&s.population(), question), None);
    assert!(by_dimension(&s.population())[0].questions.is_empty());
    // A count never depends on readings.
    s.expect("entry").option("free", &["civico"]).answered(2);
}

#[test]
fn an_answer_that_was_not_asked_for_has_no_reading() {
    let mut head = museums();
    let rule = head.questionnaire.questions[4].readings.clone();
    let online = QuestionId::new("online").unwrap();
    for question in &mut head.questionnaire.questions {
        if question.id == online {
            question.readings = rule.clone();
        }
    }
    let mut s = Scenario::of(head);
    s.partner("civico")
        .answer("online", "yes")
        .answer("catalogue", "no")
        .submit();
    s.expect("online")
        .state("off-condition", &["civico"])
        .reading(Hindering, &[])
        .reading(Unknown, &["civico"]);
    s.partner("civico").answer("catalogue", "yes");
    s.expect("online").reading(Enabling, &["civico"]);
}
