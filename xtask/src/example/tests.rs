//! Every fact is found again in the example, and the example is the one that
//! is checked in.
#![allow(clippy::unwrap_used, clippy::expect_used)] // the data of the test is checked in beside it

use super::*;
use rilievo::analysis::glossary::words;
use rilievo::bundle;
use rilievo::model::{Answer, Source, Value, validate};
use serde_json::Value as Json;

#[track_caller]
fn facts() -> Json {
    serde_json::from_str(FACTS).unwrap()
}

#[test]
fn the_checked_in_example_is_what_the_facts_give() {
    command(true).unwrap();
}

#[test]
fn the_example_is_read_without_a_single_warning() {
    let received = bundle::read(bundle().unwrap().as_bytes()).unwrap();
    assert_eq!(received.warnings, []);
    assert_eq!(*received.survey, survey().unwrap());
    assert_eq!(validate(&received.survey), []);
}

/// Holds one answer against the facts, field by field; says how many fields
/// of the facts there were.
#[track_caller]
fn check_answer(place: &str, fact: &Json, answer: &Answer) -> usize {
    let fact = fact.as_object().unwrap();
    for (field, fact) in fact {
        let found = match field.as_str() {
            "state" => serde_json::to_value(answer.state).unwrap(),
            "text" => match &answer.value {
                Some(Value::Text(text)) => text.as_str().into(),
                _ => Json::Null,
            },
            "withheld" => match &answer.value {
                Some(Value::Withheld(reason)) => reason.get("en").into(),
                _ => Json::Null,
            },
            "choices" => answer.choices().iter().map(|c| c.option.as_str()).collect(),
            "qualifiers" => answer
                .choices()
                .iter()
                .filter(|c| !c.qualifier.is_empty())
                .map(|c| (c.option.to_string(), Json::from(c.qualifier.as_str())))
                .collect::<serde_json::Map<_, _>>()
                .into(),
            "comment" => answer.comment.as_str().into(),
            "note" => answer.note.get("en").into(),
            other => panic!("{place}: nobody looks for `{other}`"),
        };
        assert_eq!(found, *fact, "{place} {field}");
    }
    let holds_value = ["text", "withheld", "choices"]
        .iter()
        .any(|f| fact.contains_key(*f));
    assert_eq!(answer.value.is_some(), holds_value, "{place} value");
    assert_eq!(
        answer.comment.is_empty(),
        !fact.contains_key("comment"),
        "{place}"
    );
    assert_eq!(
        answer.note.is_empty(),
        !fact.contains_key("note"),
        "{place}"
    );
    fact.len()
}

#[test]
fn every_answer_and_contact_of_the_facts_is_in_the_example_and_no_other() {
    let (facts, survey) = (facts(), survey().unwrap());
    let (mut answers, mut contacts, mut fields) = (0, 0, 0);
    for (body, fact) in facts["sheets"].as_object().unwrap() {
        let sheet = survey
            .sheets
            .iter()
            .find(|s| s.partner.as_str() == body)
            .expect(body);
        let facts_of = |part: &str| fact[part].as_object().unwrap().clone();
        for (number, fact) in facts_of("answers") {
            let id = convert::question_id(number.parse().unwrap()).unwrap();
            let place = format!("{body} {id}");
            fields += check_answer(&place, &fact, sheet.answers.get(&id).expect(&place));
        }
        for (id, fact) in facts_of("contacts") {
            let (_, answer) = sheet
                .contacts
                .iter()
                .find(|(key, _)| key.as_str() == id)
                .unwrap();
            fields += check_answer(&format!("{body} {id}"), &fact, answer);
        }
        assert_eq!(sheet.answers.len(), facts_of("answers").len());
        assert_eq!(sheet.contacts.len(), facts_of("contacts").len());
        answers += sheet.answers.len();
        contacts += sheet.contacts.len();
    }
    assert_eq!((answers, contacts), (9 * 23, 9 * 2));
    assert!(fields > answers + contacts, "{fields} fields were compared");
}

#[test]
fn the_questionnaire_is_that_of_the_facts() {
    let (facts, survey) = (facts(), survey().unwrap());
    let questions = &survey.head.questionnaire.questions;
    let printed = facts["questions"].as_array().unwrap();
    assert_eq!(questions.len(), printed.len());
    for (question, fact) in questions.iter().zip(printed) {
        let written = serde_json::to_value(question).unwrap();
        let number = fact["number"].to_string();
        assert_eq!(written["id"], format!("q{number}"));
        assert_eq!(written["number"], number);
        for (field, name) in [
            ("dimension", "dimension"),
            ("kind", "kind"),
            ("label", "label"),
            ("options", "options"),
            ("proposed_factor", "factor"),
        ] {
            assert_eq!(written.get(name), fact.get(field), "{number} {field}");
        }
        let repeated = fact.get("repeats").map(|n| Json::from(format!("q{n}")));
        assert_eq!(written.get("repeats"), repeated.as_ref(), "{number}");
        let follow_up = fact.get("printed_as_follow_up_of").map(|parent| {
            let option = parent.get("is").or(parent.get("includes")).unwrap();
            let parent = format!("q{}", parent["question"]);
            serde_json::json!({"includes": {"question": parent, "option": option}})
        });
        assert_eq!(written.get("asked_when"), follow_up.as_ref(), "{number}");
        assert_eq!(
            question.readings.is_some(),
            fact.get("proposed_reading").is_some()
        );
        let asked = question.repeats.is_none();
        for language in ["it", "en"] {
            assert_eq!(!question.help.get(language).is_empty(), asked, "{number}");
        }
    }
}

#[test]
fn each_asked_question_has_a_short_help_of_its_own_in_both_languages() {
    let survey = survey().unwrap();
    let questions = &survey.head.questionnaire.questions;
    let asked = questions
        .iter()
        .filter(|question| question.repeats.is_none());
    assert_eq!(asked.clone().count(), 23);
    let mut seen = std::collections::HashSet::new();
    for question in asked {
        let [it, en] = ["it", "en"].map(|language| question.help.get(language));
        assert_ne!(it, en, "{}", question.id);
        for help in [it, en] {
            let sentences = help.matches(". ").count() + 1;
            assert!(
                help.ends_with('.') && sentences <= 2,
                "{}: {help}",
                question.id
            );
            assert!(help.chars().count() <= 220, "{}: {help}", question.id);
            assert!(seen.insert(help), "{}: {help}", question.id);
        }
    }
}

#[test]
fn each_word_of_the_glossary_is_explained_and_stands_where_it_can_be_asked_for() {
    let survey = survey().unwrap();
    let glossary = survey.head.glossary.read().unwrap();
    assert_eq!(glossary.len(), 14);
    let questions = &survey.head.questionnaire.questions;
    let asked = questions
        .iter()
        .filter(|question| question.repeats.is_none());
    for language in ["it", "en"] {
        let texts = asked.clone().flat_map(|q| [&q.label, &q.help]);
        let explained = texts.flat_map(|text| words(&glossary, text.get(language)));
        let reached: std::collections::BTreeSet<_> = explained.map(|word| word.term).collect();
        for (place, entry) in glossary.iter().enumerate() {
            let term = entry.term.get(language);
            assert!(reached.contains(&place), "{term} stands in no question");
            let meaning = entry.meaning.get(language);
            assert!(meaning.ends_with(['.', ')']), "{term}: {meaning}");
        }
    }
    for entry in &glossary {
        assert_ne!(entry.meaning.get("it"), entry.meaning.get("en"));
    }
}

#[test]
fn only_the_mixed_model_is_a_reading_of_the_report() {
    let survey = survey().unwrap();
    for question in &survey.head.questionnaire.questions {
        let rules = question.readings.iter().flat_map(|r| &r.rules);
        let mixed = matches!(question.number.as_str(), "2" | "3" | "15");
        for rule in rules {
            assert_eq!(rule.source == Source::Report, mixed, "{}", question.id);
        }
    }
}

#[test]
fn every_note_of_the_facts_has_its_words_in_both_languages() {
    let (facts, survey) = (facts(), survey().unwrap());
    let texts: facts::Texts = serde_json::from_str(TEXTS).unwrap();
    let worded = |name: &str| {
        texts.notes.contains_key(name) || texts.question_notes.values().any(|n| n.from == name)
    };
    for name in facts.as_object().unwrap().keys() {
        if name == "what" || name.starts_with("note_on_") {
            assert!(worded(name), "{name}");
        }
    }
    // And one on what is written for the example.
    assert_eq!(survey.head.notes.len(), texts.notes.len() + 1);
    let questions = &survey.head.questionnaire.questions;
    let with_note = questions.iter().filter(|q| !q.note.is_empty());
    let numbers: Vec<_> = with_note.clone().map(|q| q.number.as_str()).collect();
    assert_eq!(numbers, ["14", "22", "23"]);
    for note in survey.head.notes.iter().chain(with_note.map(|q| &q.note)) {
        assert_ne!(note.get("it"), note.get("en"));
    }
}

#[test]
fn bodies_lines_and_indicator_are_those_of_the_facts() {
    let (facts, survey) = (facts(), survey().unwrap());
    let head = &survey.head;
    let bodies = facts["partners"].as_array().unwrap();
    assert_eq!(head.partners.len(), bodies.len());
    for ((partner, sheet), fact) in head.partners.iter().zip(&survey.sheets).zip(bodies) {
        assert_eq!(partner.id.as_str(), fact["id"]);
        assert_eq!(partner.code, fact["id"].as_str().unwrap());
        assert_eq!(partner.name, fact["name"].as_str().unwrap());
        assert_eq!(partner.kind.0, fact["kind"].as_str().unwrap());
        assert_eq!(sheet.status.is_received(), fact["sheet_received"] == true);
    }
    let document = serde_json::to_value(&head.document).unwrap();
    for (field, fact) in facts["project"].as_object().unwrap() {
        let name = if field == "name" { "project" } else { field };
        assert_eq!(document[name], *fact, "{field}");
    }
    assert_eq!(document["versions"], facts["document"]["versions"]);

    let indicator = head.indicator.as_ref().unwrap();
    assert_eq!(indicator.target, facts["indicator"]["target"]);
    assert_eq!(indicator.name.get("it"), facts["indicator"]["name"]);
    assert_eq!(indicator.unit.get("it"), facts["indicator"]["unit"]);
    assert_eq!(
        indicator.action,
        facts["indicator"]["action"].as_str().unwrap()
    );
    let counted = head.partners.iter().zip(&survey.sheets);
    let counted = counted.filter(|(p, s)| indicator.includes(p, s)).count();
    assert_eq!(counted, facts["indicator"]["result"]);
}

#[test]
fn a_codebook_entry_has_plain_ids_and_no_spelling_twice() {
    let survey = survey().unwrap();
    let mut seen = std::collections::HashSet::new();
    for entry in &survey.head.codebook {
        for question in &entry.questions {
            for spelling in std::iter::once(&entry.term).chain(&entry.synonyms) {
                let key = (question.clone(), spelling.to_lowercase());
                assert!(seen.insert(key), "{spelling} twice in {question}");
            }
        }
    }
    for q in ["q5", "q6", "q7", "q14", "q21"] {
        assert!(seen.iter().any(|(id, _)| id.as_str() == q), "{q}");
    }
}
