//! What is shown in the meeting when the authors have tied the slides to a
//! version that was issued: its answers and its fingerprint, with the words that
//! the authors wrote since.

use crate::scenario::forms::example;
use rilievo::bundle::content_fingerprint;
use rilievo::i18n::Locale;
use rilievo::model::{Raw, Revision, Slide, SlideId};
use rilievo::report::compose::Scope;
use rilievo::report::deck::{Data, Deck, Options, compose, html};

fn slides(notes: &str, data: Data) -> Deck {
    let mut survey = example();
    let slide = Slide {
        id: SlideId::new("one").unwrap(),
        shows: "title".into(),
        chart: String::new(),
        title: String::new(),
        text: String::new(),
        notes: notes.into(),
        hidden: false,
        revision: Revision::default(),
        extra: Default::default(),
    };
    survey.head.slides = Raw::new(&vec![slide]);
    let options = Options {
        language: Locale::It,
        scope: Scope::Internal,
        data,
    };
    compose(&survey, &options, "2026-11-27")
}

#[test]
fn slides_of_an_issued_version_carry_its_fingerprint_and_the_notes_of_today() {
    let issued = content_fingerprint(&example()).to_string();
    let live = slides("Salutare chi ascolta.", Data::Live);
    assert_ne!(live.stamp.fingerprint, issued, "a note is content");
    let data = Data::Issued {
        version: "1.0".into(),
        on: "2020-04-30".into(),
        fingerprint: issued.clone(),
    };
    let tied = slides("Salutare chi ascolta.", data);
    assert_eq!(tied.stamp.fingerprint, issued);
    assert_eq!(tied.slides[0].notes, "Salutare chi ascolta.");
    for at in 0..tied.shown().count() {
        let slide = html(&tied, at);
        assert!(slide.contains(&issued[..4]), "slide {at} says which");
        assert!(slide.contains("1.0"), "slide {at} says which version");
    }
}
