//! What the plain page of the measurements reads is what the bundle says, and the
//! counts that every page is held against are those of the analysis.

#[path = "../shared/plain.rs"]
mod plain;

use crate::generated::generate;
use rilievo::analysis::{Counting, Population, Selection, tally};
use rilievo::bundle;
use rilievo::model::{AnswerState, SheetStatus, Survey, Timestamp};
use serde_json::{Value, json};

/// A generated survey, as whoever reads its bundle has it.
fn received() -> Survey {
    let survey = generate::survey(3, 400);
    let file = bundle::write(&survey, &Timestamp::new("2026-12-24T10:00:00.000Z"));
    bundle::read(file.as_bytes()).unwrap().into_survey()
}

#[test]
fn the_plain_input_says_what_the_bundle_says() {
    let survey = received();
    let input: Value = serde_json::from_str(&plain::input(&survey)).unwrap();
    let sheets = input["schede"].as_array().unwrap();
    assert_eq!(sheets.len(), 400);
    for ((plain, sheet), partner) in sheets.iter().zip(&survey.sheets).zip(&survey.head.partners) {
        assert_eq!(plain[0], partner.name);
        assert_eq!(plain[1], sheet.status.code());
        for (at, question) in input["domande"].as_array().unwrap().iter().enumerate() {
            let question = question.as_str().unwrap();
            let said = &plain[2][at];
            let Some(answer) = sheet.answers.iter().find(|(id, _)| id.as_str() == question) else {
                assert_eq!(*said, json!(0));
                continue;
            };
            let answer = answer.1;
            match said {
                Value::String(text) => assert_eq!(text, answer.text()),
                Value::Array(options) => {
                    let chosen: Vec<_> =
                        answer.choices().iter().map(|c| c.option.as_str()).collect();
                    assert_eq!(*options, chosen);
                }
                state => {
                    let at = state.as_u64().unwrap() as usize + 1;
                    assert_eq!(AnswerState::ALL[at], answer.state);
                }
            }
            let comment = plain[3].get(question).and_then(Value::as_str);
            assert_eq!(comment.unwrap_or_default(), answer.comment);
        }
        let contacts = plain[4].as_array().unwrap();
        for (field, text) in survey.head.questionnaire.contacts.iter().zip(contacts) {
            let contact = sheet.contacts.get(&field.id);
            assert_eq!(text, contact.map_or("", |answer| answer.text()));
        }
    }
}

#[test]
fn the_counts_that_pages_are_held_against_are_those_of_the_analysis() {
    let survey = received();
    let approved = Selection {
        statuses: vec![SheetStatus::Approved],
        ..Selection::default()
    };
    for (selection, counts) in [
        (
            Selection::counting(Counting::Received),
            plain::counts(&survey, |_| true),
        ),
        (
            approved,
            plain::counts(&survey, |sheet| sheet.status == SheetStatus::Approved),
        ),
    ] {
        let population = Population::selected(&survey.head, &survey.sheets, &selection);
        let questions = survey.head.questionnaire.questions.iter();
        let mut counted = 0;
        for question in questions.filter(|q| q.repeats.is_none()) {
            let (tally, _) = tally(&population, question);
            let expected = &counts[question.id.as_str()];
            for state in &tally.states {
                let there = expected["states"][state.state.code()].as_u64();
                assert_eq!(there.unwrap_or(0), state.bodies.len() as u64);
            }
            for option in &tally.options {
                let there = expected["options"][option.option.as_str()].as_u64();
                assert_eq!(there, Some(option.ticks.len() as u64));
            }
            counted += tally.options.len();
        }
        assert!(counted > 10, "{counted} options were counted");
    }
}
