//! How a question is read can be changed; what is asked, answered and counted
//! stays as it is.

use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::findings::{findings, sentence};
use rilievo::i18n::Locale;
use rilievo::model::ReadingChange::{self, Factor as Looks, Off, Reading as Reads};
use rilievo::model::{Factor, Parts, QuestionId, Reading, SurveyHead};

/// One change, as the page makes it.
#[track_caller]
fn change(s: &mut Scenario, question: &str, change: ReadingChange) {
    let id = QuestionId::new(question).unwrap();
    let stamp = s.stamp();
    s.survey.head.edit(&stamp, |head| {
        let mut questions = head.questionnaire.questions.iter_mut();
        let question = questions.find(|q| q.id == id).unwrap();
        assert!(question.change_reading(change), "nothing changed");
    });
}

fn filled_in() -> Scenario {
    let mut s = Scenario::of(museums());
    s.partner("civico")
        .answer("guides", "staff")
        .answer("guides", "company")
        .answer("entry", "free")
        .submit();
    s.partner("mare")
        .answer("guides", "staff")
        .answer("entry", "ticket")
        .submit();
    s
}

fn revision(head: &SurveyHead, part: &str) -> u32 {
    Parts::of(head).part(part).revision.n
}

#[test]
fn the_authors_say_otherwise_and_come_back() {
    let mut s = filled_in();
    let before = s.survey.head.questionnaire.clone();
    change(&mut s, "guides", Reads(Some(0), Reading::Hindering));
    change(&mut s, "guides", Reads(None, Reading::Enabling));
    s.expect("guides")
        .reading(Reading::Hindering, &["civico"])
        .reading(Reading::Enabling, &["mare"])
        .option("staff", &["civico", "mare"]);
    // What the report says is kept beside it.
    let guides = QuestionId::new("guides").unwrap();
    let readings = |s: &Scenario| {
        let question = s.survey.head.questionnaire.question(&guides).unwrap();
        question.readings.clone().unwrap()
    };
    let changed = readings(&s);
    assert_eq!(changed.rules[0].was, Some(Reading::Enabling));
    assert_eq!(changed.rules[0].said(), Reading::Enabling);
    assert_eq!(changed.otherwise_was, Some(Reading::Neutral));
    // It travels.
    let text = serde_json::to_string(&s.survey).unwrap();
    let back: rilievo::model::Survey = serde_json::from_str(&text).unwrap();
    assert_eq!(back, s.survey);
    // A second thought keeps the first source; the first thought leaves nothing.
    change(&mut s, "guides", Reads(Some(0), Reading::Neutral));
    assert_eq!(readings(&s).rules[0].was, Some(Reading::Enabling));
    change(&mut s, "guides", Reads(Some(0), Reading::Enabling));
    change(&mut s, "guides", Reads(None, Reading::Neutral));
    let mut after = s.survey.head.questionnaire.clone();
    for question in &mut after.questions {
        if let Some(readings) = &mut question.readings {
            readings.revision = Default::default();
        }
    }
    assert_eq!(after, before);
    assert_eq!(revision(&s.survey.head, "readings/guides"), 5);
}

#[test]
fn each_change_is_an_edit_of_its_own_part() {
    let mut s = filled_in();
    change(&mut s, "entry", Off(true));
    change(&mut s, "entry", Looks(Some(Factor::Regulatory)));
    let head = &s.survey.head;
    assert_eq!(revision(head, "readings/entry"), 1);
    assert_eq!(revision(head, "factor/entry"), 1);
    assert_eq!(revision(head, "readings/guides"), 0);
    assert_eq!(revision(head, "questionnaire"), 0);
    assert_eq!(
        head.questionnaire.as_asked(),
        museums().questionnaire.as_asked()
    );
}

#[test]
fn what_changes_nothing_says_so() {
    let mut head = museums();
    let questions = &mut head.questionnaire.questions;
    let mut tell = |id: &str, change| {
        let mut questions = questions.iter_mut();
        let question = questions.find(|q| q.id.as_str() == id).unwrap();
        question.change_reading(change)
    };
    assert!(!tell("entry", Off(false)));
    assert!(!tell("entry", Looks(Some(Factor::Administrative))));
    assert!(!tell("entry", Reads(Some(0), Reading::Enabling)));
    assert!(
        !tell("entry", Reads(Some(9), Reading::Hindering)),
        "no such rule"
    );
    assert!(!tell("opened", Reads(None, Reading::Hindering)), "not read");
    assert!(tell("opened", Looks(Some(Factor::Regulatory))));
}

#[test]
fn a_finding_tells_whose_reading_it_is() {
    let mut s = filled_in();
    let said = |s: &Scenario, id: &str| {
        let population = s.population();
        let found = findings(&population).into_iter().find(|f| f.id == id);
        sentence(Locale::En, &population, &found.unwrap())
    };
    assert!(said(&s, "enabling/B").contains("according to the report (base"));
    assert!(said(&s, "hindering/A").contains("according to the readings proposed by Rilievo"));
    change(&mut s, "guides", Reads(None, Reading::Enabling));
    assert!(said(&s, "enabling/B").contains("according to the report and the authors (base"));
    // The report still says what it says.
    let report = said(&s, "report/guides/enabling");
    change(&mut s, "guides", Reads(Some(0), Reading::Hindering));
    assert_eq!(said(&s, "report/guides/enabling"), report);
    assert!(said(&s, "hindering/B").contains("according to the authors (base"));
}
