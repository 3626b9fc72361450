//! What the authors decide of the deck: laws for any decisions, and what two of
//! them meet who decide apart.

use crate::cases;
use proptest::prelude::*;
use proptest::sample::Index;
use rilievo::model::{
    Extra, HeadChange, IssuedId, QuestionId, Raw, Revision, Slide, SlideId, Stamp, SurveyHead,
    SurveyId, Timestamp,
};
use rilievo::report::deck::edit::{Edit, record_of, text_id};
use rilievo::report::deck::order::{arrange, frozen_to, is_ordered};
use std::collections::BTreeSet;

const ALL: &str = "title about dimension/A question/q1 question/q2 question/q7 question/q9 \
                   question/q10 conclusion/A sources";

/// What the survey gives, in its order: of the charts those that tell most, and
/// those that have a record.
fn given_of(told: &[&str], records: &[Slide]) -> Vec<String> {
    let there = |one: &&str| {
        !one.starts_with("question/")
            || told.contains(one)
            || records.iter().any(|record| record.shows == *one)
    };
    ALL.split_whitespace()
        .filter(there)
        .map(String::from)
        .collect()
}

const TOLD: [&str; 2] = ["question/q2", "question/q10"];

fn given() -> Vec<String> {
    given_of(&TOLD, &[])
}

fn order(given: &[String], records: &[Slide]) -> Vec<String> {
    let places = arrange(records, given).into_iter();
    places.map(|place| place.shows).collect()
}

fn deck(records: &[Slide]) -> String {
    order(&given(), records).join(" ")
}

fn text(name: &str) -> SlideId {
    text_id(name).unwrap()
}

fn question(name: &str) -> QuestionId {
    QuestionId::new(name).unwrap()
}

/// A decision, of any slide.
#[derive(Clone, Debug)]
enum Decision {
    Say(Index, u8, String),
    Hide(Index, bool),
    Reset(Index),
    Move(Index, Option<Index>),
    AddText(Index, u16),
    AddChart(&'static str),
    Remove(Index),
    Freeze(bool),
}

fn any_decision() -> impl Strategy<Value = Decision> {
    let at = || any::<Index>();
    let charts = proptest::sample::select(vec!["q1", "q2", "q7", "q10"]);
    prop_oneof![
        2 => (at(), 0_u8..4, "[ab]{0,2}").prop_map(|(at, what, text)| Decision::Say(at, what, text)),
        2 => (at(), any::<bool>()).prop_map(|(at, hidden)| Decision::Hide(at, hidden)),
        1 => at().prop_map(Decision::Reset),
        2 => (at(), proptest::option::of(at())).prop_map(|(at, to)| Decision::Move(at, to)),
        2 => (at(), any::<u16>()).prop_map(|(at, id)| Decision::AddText(at, id)),
        1 => charts.prop_map(Decision::AddChart),
        1 => at().prop_map(Decision::Remove),
        1 => any::<bool>().prop_map(Decision::Freeze),
    ]
}

impl Decision {
    fn edit(&self, all: &[String]) -> Edit {
        let of = |at: &Index| at.get(all).clone();
        match self {
            Self::Say(at, 0, text) => Edit::Title(of(at), text.clone()),
            Self::Say(at, 1, text) => Edit::Text(of(at), text.clone()),
            Self::Say(at, 2, text) => Edit::Chart(of(at), text.clone()),
            Self::Say(at, _, text) => Edit::Notes(of(at), text.clone()),
            Self::Hide(at, hidden) => Edit::Hide(of(at), *hidden),
            Self::Reset(at) => Edit::Reset(of(at)),
            Self::Move(at, to) => Edit::Move(of(at), to.as_ref().map(of)),
            Self::AddText(at, id) => Edit::AddText(of(at), text(&id.to_string())),
            Self::AddChart(id) => Edit::AddChart(question(id)),
            Self::Remove(at) => Edit::Remove(of(at)),
            Self::Freeze(yes) => Edit::Freeze(yes.then(|| IssuedId::new("v1").unwrap())),
        }
    }
}

fn without(all: &[String], one: &str) -> Vec<String> {
    all.iter().filter(|other| *other != one).cloned().collect()
}

fn are_apart<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    let mut seen = BTreeSet::new();
    names.into_iter().all(|name| seen.insert(name))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(2_000, 50_000)))]

    #[test]
    fn a_decision_does_what_it_says_and_leaves_the_rest(
        decisions in proptest::collection::vec(any_decision(), 1..25),
    ) {
        let mut told = TOLD.to_vec();
        let mut records = Vec::new();
        for (turn, decision) in decisions.iter().enumerate() {
            // The answers change, and other charts tell most.
            if turn == decisions.len() / 2 {
                told = vec!["question/q9", "question/q10"];
            }
            let before = order(&given_of(&told, &records), &records);
            let edit = decision.edit(&before);
            let given = match &edit {
                Edit::AddChart(id) => given_of(&[&told[..], &[&format!("question/{id}")]].concat(), &records),
                _ => given_of(&told, &records),
            };
            let was = records.clone();
            let about = edit.apply(&mut records, &given);
            prop_assert_eq!(about.is_some(), records != was);
            let after = order(&given_of(&told, &records), &records);
            let Some(about) = about else { continue };
            match &edit {
                Edit::Move(of, to) => {
                    let mut wanted = without(&before, of);
                    let at = to.as_ref().and_then(|to| wanted.iter().position(|one| one == to));
                    wanted.insert(at.unwrap_or(wanted.len()), of.clone());
                    prop_assert_eq!(&after, &wanted);
                }
                Edit::AddText(behind, _) => {
                    prop_assert_eq!(&without(&after, &about), &before);
                    let at = before.iter().position(|one| one == behind).unwrap();
                    prop_assert_eq!(&after[at + 1], &about);
                }
                Edit::AddChart(_) => {
                    prop_assert_eq!(&without(&after, &about), &without(&before, &about));
                    prop_assert!(after.contains(&about));
                }
                Edit::Remove(of) if told.contains(&of.as_str()) => {
                    prop_assert_eq!(&without(&after, of), &without(&before, of));
                }
                Edit::Remove(of) => prop_assert_eq!(&after, &without(&before, of)),
                _ => prop_assert_eq!(&after, &before),
            }
            match &edit {
                Edit::Title(of, title) => prop_assert_eq!(&record_of(&records, of).unwrap().title, title),
                Edit::Hide(of, hidden) => prop_assert_eq!(record_of(&records, of).unwrap().hidden, *hidden),
                Edit::Freeze(version) => prop_assert_eq!(frozen_to(&records), version.as_ref().map(IssuedId::as_str)),
                _ => {}
            }
            prop_assert!(are_apart(records.iter().map(|slide| slide.id.as_str())));
            let shown = records.iter().map(|slide| slide.shows.as_str());
            prop_assert!(are_apart(shown.filter(|shows| *shows != "text")));
        }
    }
}

#[test]
fn only_what_differs_has_a_record() {
    let mut records = Vec::new();
    let given = given();
    let mut edit = |edit: Edit| edit.apply(&mut records, &given).is_some();
    assert!(!edit(Edit::Hide("question/q2".into(), false)));
    assert!(!edit(Edit::Title("title".into(), String::new())));
    assert!(!edit(Edit::Freeze(None)));
    assert!(!edit(Edit::Move("title".into(), Some("about".into()))));
    assert!(!edit(Edit::Remove("title".into())));
    assert!(!edit(Edit::Notes("question/none".into(), "di che?".into())));
    assert!(edit(Edit::Hide("question/q2".into(), true)));
    assert!(!edit(Edit::Hide("question/q2".into(), true)));
    assert_eq!(records.len(), 1);
    assert_eq!(
        (records[0].id.as_str(), records[0].shows.as_str()),
        ("question-q2", "question/q2")
    );
}

#[test]
fn a_slide_of_ones_own_follows_what_it_was_put_behind_whatever_the_answers_say() {
    let mut records = Vec::new();
    let edit = Edit::AddText("question/q2".into(), text("mia"));
    let added = edit.apply(&mut records, &given());
    assert_eq!(added.as_deref(), Some("text/0mia"));
    // Other charts tell more by now.
    let given = given_of(&["question/q1", "question/q9"], &records);
    assert_eq!(
        order(&given, &records).join(" "),
        "title about dimension/A question/q1 question/q2 text/0mia question/q9 conclusion/A sources"
    );
    // Moved alone it needs no order of all the others.
    for (before, begins) in [
        ("about", "title text/0mia about"),
        ("title", "text/0mia title"),
    ] {
        let edit = Edit::Move("text/0mia".into(), Some(before.into()));
        edit.apply(&mut records, &given).unwrap();
        assert!(!is_ordered(&records));
        assert!(order(&given, &records).join(" ").starts_with(begins));
    }
}

#[test]
fn a_chart_that_is_added_stands_in_its_dimension_also_where_slides_were_moved() {
    let mut records = Vec::new();
    let edit = Edit::Move("sources".into(), Some("title".into()));
    edit.apply(&mut records, &given()).unwrap();
    let edit = Edit::AddChart(question("q7"));
    let given = given_of(&["question/q2", "question/q7", "question/q10"], &records);
    assert_eq!(
        edit.apply(&mut records, &given).as_deref(),
        Some("question/q7")
    );
    assert_eq!(edit.apply(&mut records, &given), None);
    assert_eq!(
        order(&given, &records).join(" "),
        "sources title about dimension/A question/q2 question/q7 question/q10 conclusion/A"
    );
}

fn stamp(second: u32, by: &str) -> Stamp {
    Stamp {
        at: Timestamp::new(format!("2026-11-23T10:00:{second:02}.000Z")),
        by: by.into(),
    }
}

fn decide(head: &mut SurveyHead, by: &str, second: u32, edit: &Edit) {
    head.edit(&stamp(second, by), |head| {
        let mut records = head.slides.or_default();
        edit.apply(&mut records, &given()).unwrap();
        head.slides = Raw::new(&records);
    });
}

#[test]
fn a_slide_that_only_holds_its_place_was_not_edited_and_is_again_when_it_says_nothing() {
    let mut head = SurveyHead::new(SurveyId::new("s").unwrap(), "S");
    decide(
        &mut head,
        "una",
        1,
        &Edit::Move("sources".into(), Some("title".into())),
    );
    let records = head.slides.or_default();
    assert_eq!(records.len(), given().len() + 1);
    assert!(
        records
            .iter()
            .all(|slide| slide.revision == Revision::default())
    );
    decide(&mut head, "una", 2, &Edit::Hide("about".into(), true));
    decide(&mut head, "una", 3, &Edit::Reset("about".into()));
    let records = head.slides.or_default();
    assert_eq!(record_of(&records, "about").unwrap().revision.n, 2);
    assert_eq!(
        records.iter().filter(|slide| slide.revision.n > 0).count(),
        1
    );
}

#[test]
fn a_move_is_taken_back_whole() {
    let before = SurveyHead::new(SurveyId::new("s").unwrap(), "S");
    let mut head = before.clone();
    decide(
        &mut head,
        "una",
        1,
        &Edit::Move("sources".into(), Some("title".into())),
    );
    let step = HeadChange::between(&before, &head);
    let (mut done, mut left) = (HeadChange::default(), HeadChange::default());
    head.edit(&stamp(2, "una"), |head| {
        (done, left) = step.back().apply(head)
    });
    assert!(left.is_empty() && !done.is_empty());
    assert!(head.slides.is_empty());
    head.edit(&stamp(3, "una"), |head| {
        step.apply(head);
    });
    assert!(deck(&head.slides.or_default()).starts_with("sources title about"));
}

/// What only a strange file holds breaks no order.
#[test]
fn records_of_nothing_twice_and_of_other_ids_do_no_harm() {
    let record = |id: &str, shows: &str| Slide {
        id: SlideId::new(id).unwrap(),
        shows: shows.into(),
        chart: String::new(),
        title: String::new(),
        text: String::new(),
        notes: String::new(),
        hidden: false,
        revision: Revision::default(),
        extra: Extra::new(),
    };
    let mut records = vec![
        record("a", "dimension/Z"),
        record("question-q2", "text"),
        record("b", ""),
        record("c", "about"),
        record("d", "about"),
        record("order", "text"),
    ];
    let natural = "text/question-q2 title about text/order dimension/A question/q2 \
                   question/q10 conclusion/A sources";
    assert_eq!(deck(&records), natural);
    let given = given();
    for edit in [
        Edit::Hide("question/q2".into(), true),
        Edit::Title("about".into(), "Perché".into()),
        Edit::Move("about".into(), None),
    ] {
        edit.apply(&mut records, &given).unwrap();
    }
    let mut moved = without(&order(&given, &[]), "about");
    moved.push("about".into());
    let shown = without(&order(&given, &records), "text/order");
    assert_eq!(without(&shown, "text/question-q2"), moved);
    assert_eq!(
        record_of(&records, "question/q2").unwrap().id.as_str(),
        "question-q2-2"
    );
    let long = format!("question/{}", "q".repeat(64));
    let edit = Edit::Hide(long.clone(), true);
    let mut records = Vec::new();
    edit.apply(&mut records, std::slice::from_ref(&long))
        .unwrap();
    assert!(record_of(&records, &long).unwrap().hidden);
}
