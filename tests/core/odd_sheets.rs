//! Sheets that contradict the questionnaire are counted as well as they can
//! be, and what is odd is said.

use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::Warning;
use rilievo::model::{Answer, Chosen, Decimal, OptionId, PartnerId, QuestionId, Sheet, Value};

fn id(text: &str) -> QuestionId {
    QuestionId::new(text).unwrap()
}

fn answered() -> Scenario {
    let mut s = Scenario::of(museums());
    s.partner("civico").answer("entry", "free").submit();
    s.partner("mare").answer("entry", "free").submit();
    s
}

#[test]
fn a_choice_that_the_question_does_not_have_is_given_and_in_no_option() {
    let mut s = answered();
    let option = OptionId::new("barter").unwrap();
    let strange = Value::Choices(vec![Chosen::new(option.clone())]);
    s.survey.sheets[0]
        .answers
        .insert(id("entry"), Answer::given(strange));
    s.expect("entry")
        .answered(2)
        .option("free", &["mare"])
        .combinations(&[(&["free"], &["mare"])])
        .warnings(&[Warning::UnknownOption { body: 0, option }]);
}

#[test]
fn a_value_of_another_kind_is_given_and_said() {
    let mut s = answered();
    let text = Answer::given(Value::Text("gratis".into()));
    s.survey.sheets[2].answers.insert(id("entry"), text);
    s.expect("entry")
        .answered(2)
        .option("free", &["civico"])
        .warnings(&[Warning::OtherKind { body: 2 }]);
    let number = Answer::given(Value::Number(Decimal::typed("4").unwrap()));
    s.survey.sheets[2].answers.insert(id("software"), number);
    let question = s.survey.head.questionnaire.question(&id("software"));
    let (terms, warnings) = rilievo::analysis::terms(&s.population(), question.unwrap());
    assert_eq!((terms.answered, terms.terms.len()), (1, 0));
    assert_eq!(warnings, [Warning::OtherKind { body: 2 }]);
}

#[test]
fn a_doubled_tick_is_one_tick() {
    let mut s = answered();
    let free = || Chosen::new(OptionId::new("free").unwrap());
    let twice = Answer::given(Value::Choices(vec![free(), free()]));
    s.survey.sheets[0].answers.insert(id("entry"), twice);
    s.expect("entry").option("free", &["civico", "mare"]);
}

#[test]
fn a_second_sheet_and_a_sheet_of_nobody_are_in_no_count() {
    let mut s = answered();
    let mut second = s.survey.sheets[0].clone();
    second.answers.clear();
    let nobody = PartnerId::new("nobody").unwrap();
    s.survey.sheets.push(second);
    s.survey.sheets.push(Sheet::expected(nobody.clone()));
    let civico = PartnerId::new("civico").unwrap();
    assert_eq!(
        s.population().warnings(),
        [Warning::SecondSheet(civico), Warning::SheetOfNobody(nobody)]
    );
    s.expect("entry").option("free", &["civico", "mare"]);
}

#[test]
fn a_question_of_another_questionnaire_was_asked_of_nobody() {
    let s = answered();
    let mut question = s.survey.head.questionnaire.questions[2].clone();
    question.id = id("elsewhere");
    let (tally, warnings) = rilievo::analysis::tally(&s.population(), &question);
    assert_eq!((tally.asked(), tally.bodies), (0, 5));
    assert_eq!(warnings, [Warning::UnknownQuestion(question.id)]);
}
