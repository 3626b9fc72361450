//! Two authors decide apart about the slides of one survey: both travel.

use super::planning_world::{Browser, merged};
use super::{question, sound};
use rilievo::bundle::{Decision, Fate, Record};
use rilievo::model::{IssuedId, Raw, Slide};
use rilievo::report::deck::edit::{Edit, record_of, text_id};
use rilievo::report::deck::order::{arrange, frozen_to};

/// What the survey gives, with the chart of a question that was added.
fn given() -> Vec<String> {
    let all =
        "title dimension/A question/q2 question/q3 question/q10 question/q1 conclusion/A sources";
    all.split(' ').map(String::from).collect()
}

fn decide(browser: &mut Browser, edit: Edit) {
    browser.edit_head(|head| {
        let mut records = head.slides.or_default();
        edit.apply(&mut records, &given()).unwrap();
        head.slides = Raw::new(&records);
    });
}

fn records(browser: &Browser) -> Vec<Slide> {
    browser.survey().head.slides.read().unwrap()
}

fn deck(browser: &Browser) -> String {
    let places = arrange(&records(browser), &given()).into_iter();
    let names: Vec<String> = places.map(|place| place.shows).collect();
    names.join(" ")
}

/// Two authors with the same survey.
fn two() -> (Browser, Browser) {
    let mut one = Browser::with("una", sound());
    let mut other = Browser::new("altra");
    other.import(&[one.export()], Decision::Mine);
    other.second = 100;
    (one, other)
}

/// Each takes in what the other has; nothing was asked, and both have the same.
#[track_caller]
fn exchange(one: &mut Browser, other: &mut Browser) {
    let plan = one.import(&[other.export()], Decision::Mine);
    assert_eq!(merged(&plan, 0).conflicts, []);
    let plan = other.import(&[one.export()], Decision::Mine);
    assert!(matches!(plan.files[0].fate, Fate::Merged(_)));
    assert_eq!(one.surveys, other.surveys);
    let plan = one.import(&[other.export()], Decision::Mine);
    assert_eq!(plan.files[0].fate, Fate::Known { newer: false });
}

#[test]
fn one_hides_a_slide_another_writes_notes_on_others_and_the_order_stays() {
    let (mut one, mut other) = two();
    decide(&mut one, Edit::Hide("question/q2".into(), true));
    decide(&mut one, Edit::Freeze(IssuedId::new("v1").ok()));
    // Their ids sort in another way than the slides stand.
    for of in ["question/q10", "question/q1", "title"] {
        decide(&mut other, Edit::Notes(of.into(), format!("Note su {of}")));
    }
    exchange(&mut one, &mut other);
    let all = records(&one);
    assert!(record_of(&all, "question/q2").unwrap().hidden);
    assert_eq!(record_of(&all, "title").unwrap().notes, "Note su title");
    assert_eq!(
        record_of(&all, "question/q1").unwrap().notes,
        "Note su question/q1"
    );
    assert_eq!(frozen_to(&all), Some("v1"));
    assert_eq!(deck(&one), given().join(" "));
}

#[test]
fn slides_that_both_added_stand_where_each_was_put() {
    let (mut one, mut other) = two();
    let text = |after: &str, id: &str| Edit::AddText(after.into(), text_id(id).unwrap());
    decide(&mut one, text("question/q2", "z"));
    decide(&mut one, Edit::Title("text/0z".into(), "Una pausa".into()));
    decide(&mut other, text("question/q10", "a"));
    decide(&mut other, Edit::AddChart(question("q3")));
    decide(&mut other, Edit::Hide("dimension/A".into(), true));
    exchange(&mut one, &mut other);
    assert_eq!(
        deck(&one),
        "title dimension/A question/q2 text/0z question/q3 question/q10 text/0a \
         question/q1 conclusion/A sources"
    );
    assert_eq!(
        record_of(&records(&one), "text/0z").unwrap().title,
        "Una pausa"
    );
}

#[test]
fn one_moves_a_slide_and_what_another_said_of_those_it_passed_stands() {
    let (mut one, mut other) = two();
    decide(
        &mut one,
        Edit::Move("sources".into(), Some("dimension/A".into())),
    );
    decide(
        &mut other,
        Edit::Notes("question/q10".into(), "Note".into()),
    );
    decide(&mut other, Edit::Hide("title".into(), true));
    exchange(&mut one, &mut other);
    assert!(deck(&one).starts_with("title sources dimension/A"));
    let all = records(&one);
    assert_eq!(record_of(&all, "question/q10").unwrap().notes, "Note");
    assert!(record_of(&all, "title").unwrap().hidden);
    // What was said once and is taken back is taken back elsewhere, too.
    decide(&mut one, Edit::Reset("title".into()));
    other.import(&[one.export()], Decision::Mine);
    assert!(!record_of(&records(&other), "title").unwrap().hidden);
}

#[test]
fn two_titles_of_one_slide_are_asked_about() {
    let (mut one, mut other) = two();
    decide(&mut one, Edit::Title("question/q2".into(), "Uno".into()));
    decide(
        &mut other,
        Edit::Title("question/q2".into(), "Altro".into()),
    );
    let plan = one.import(&[other.export()], Decision::Theirs);
    let [conflict] = &merged(&plan, 0).conflicts[..] else {
        panic!("{:?}", merged(&plan, 0).conflicts);
    };
    assert_eq!(conflict.record, Record::Part("slides/question-q2".into()));
    let title = |browser: &Browser| {
        record_of(&records(browser), "question/q2")
            .unwrap()
            .title
            .clone()
    };
    assert_eq!(title(&one), "Altro");
    other.import(&[one.export()], Decision::Mine);
    assert_eq!(one.surveys, other.surveys);
}
