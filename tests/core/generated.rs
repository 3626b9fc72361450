//! Generated surveys: they are what the app could have written, and the same
//! at every run.

#[path = "../shared/generate.rs"]
pub mod generate;

use rilievo::bundle;
use rilievo::model::{
    AnswerState, EffectiveState, Json, SheetStatus, Timestamp, effective_states, validate,
};

#[test]
fn the_same_seed_gives_the_same_survey_and_another_one_another() {
    let text = |seed, n| generate::survey(seed, n).to_json().to_string();
    assert_eq!(text(1, 30), text(1, 30));
    assert_ne!(text(1, 30), text(2, 30));
}

#[test]
fn a_generated_survey_is_sound_and_travels() {
    let survey = generate::survey(7, 300);
    assert_eq!(survey.sheets.len(), 300);
    assert_eq!(validate(&survey), []);
    let file = bundle::write(&survey, &Timestamp::new("2026-12-24T10:00:00.000Z"));
    let received = bundle::read(file.as_bytes()).unwrap();
    assert_eq!(*received.survey, survey);
    assert_eq!(received.warnings, []);
}

#[test]
fn everything_that_can_be_on_a_sheet_is_on_some() {
    let survey = generate::survey(7, 1_500);
    let with = |status| survey.sheets.iter().any(|s| s.status == status);
    assert!(SheetStatus::ALL.into_iter().all(with));
    let answers = || survey.sheets.iter().flat_map(|s| s.answers.values());
    for state in AnswerState::ALL {
        assert!(answers().any(|a| a.state == state), "{state:?}");
    }
    assert!(answers().any(|a| !a.comment.is_empty()));
    assert!(answers().any(|a| a.choices().iter().any(|c| !c.qualifier.is_empty())));
    assert!(answers().all(|a| a.revision.n > 0 && a.revision.at.is_some()));
    let questionnaire = &survey.head.questionnaire;
    let states = |s| effective_states(questionnaire, Some(s));
    let mut states = survey.sheets.iter().flat_map(states);
    assert!(states.any(|s| s == EffectiveState::OffCondition));
    assert!(states.any(|s| s == EffectiveState::NotAsked));
}
