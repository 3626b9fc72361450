//! A survey that is taken along inside the app's file: what of it leaves, and
//! that everything made of the copy agrees with what is made of the survey.

use super::{example, now};
use rilievo::bundle::{
    self, Opens, Scope, Withholding, content_fingerprint, fingerprint, for_coordinator, taken_along,
};
use rilievo::i18n::Locale::It;
use rilievo::model::{Extra, LocalText, Raw, Revision, Slide, SlideId, Stamp, Survey};
use rilievo::report::compose::{Options, Scope as Readers, compose};

fn reasons(free_text: bool) -> Withholding {
    Withholding {
        contacts: LocalText::new("it", "contatto"),
        free_text: free_text.then(|| LocalText::new("it", "testo")),
    }
}

fn slide(id: &str, shows: &str) -> Slide {
    let mut revision = Revision::default();
    revision.bump(&Stamp {
        at: now(),
        by: "secret-browser".into(),
    });
    Slide {
        id: SlideId::new(id).unwrap(),
        shows: shows.into(),
        chart: "bars".into(),
        title: "Un titolo".into(),
        text: "Un testo".into(),
        notes: "Da dire a voce".into(),
        hidden: true,
        revision,
        extra: Extra::new(),
    }
}

/// The example, with slides of its authors.
fn survey() -> Survey {
    let mut survey = bundle::read(&example()).unwrap().into_survey();
    survey.head.slides = Raw::new(&vec![slide("s1", "title"), slide("s2", "text")]);
    survey
}

#[test]
fn inside_the_project_everything_goes_along() {
    let survey = survey();
    let copy = taken_along(&survey, None);
    assert_eq!(copy, for_coordinator(&survey));
    assert_eq!(content_fingerprint(&copy), content_fingerprint(&survey));
}

#[test]
fn for_anyone_the_slides_go_along_without_what_the_speaker_says() {
    let copy = taken_along(&survey(), Some(&reasons(false)));
    let text = copy_text(&copy);
    for secret in ["Da dire a voce", "secret-browser"] {
        assert!(!text.contains(secret), "{secret}");
    }
    let slides = copy.head.slides.or_default();
    let said = slides
        .iter()
        .map(|s| (s.shows.as_str(), s.chart.as_str(), s.hidden));
    assert_eq!(
        said.collect::<Vec<_>>(),
        [("title", "bars", true), ("text", "bars", true)]
    );
    assert!(text.contains("Un titolo") && text.contains("Un testo"));

    let bare = copy_text(&taken_along(&survey(), Some(&reasons(true))));
    assert!(!bare.contains("Un titolo") && !bare.contains("Un testo"));
}

#[test]
fn what_is_made_of_a_copy_agrees_with_what_is_made_of_the_survey() {
    let survey = survey();
    let copy = taken_along(&survey, Some(&reasons(false)));
    let whole = content_fingerprint(&survey);
    assert_eq!(content_fingerprint(&copy), whole);
    assert_ne!(fingerprint(&copy), whole, "its own content is another");
    let mut options = Options::new(It);
    options.scope = Readers::Public;
    let report = compose(&survey, &options, "2026-11-27");
    let of_copy = compose(&copy, &options, "2026-11-27");
    assert_eq!(of_copy.stamp, report.stamp);
    assert_eq!(of_copy.cover, report.cover);
    let headings = |report: &rilievo::report::whole::Report| -> Vec<String> {
        report.sections.iter().map(|s| s.heading.clone()).collect()
    };
    assert_eq!(headings(&of_copy), headings(&report));
}

#[test]
fn a_survey_like_it_is_a_copy_no_more() {
    let copy = taken_along(&survey(), Some(&reasons(false)));
    let id = rilievo::model::SurveyId::new("other").unwrap();
    let blank = copy.blank_copy(id, "Altra".into(), now());
    assert_eq!(blank.head.copy_of, "");
}

#[test]
fn the_file_is_read_back_like_any_bundle() {
    let file = b"<title>Rilievo</title><body><!-- carried --></body>";
    let copy = taken_along(&survey(), Some(&reasons(false)));
    let carrying = bundle::carrying(file, &copy, Scope::Public, Opens::Results, &now());
    assert!(carrying.is_some_and(|file| file.is_ascii()));
    let read = bundle::read(copy_text(&copy).as_bytes()).unwrap();
    assert_eq!(*read.survey, copy);
    assert!(read.warnings.is_empty(), "{:?}", read.warnings);
}

fn copy_text(copy: &Survey) -> String {
    bundle::Outgoing {
        kind: bundle::Kind::Survey,
        scope: Scope::Public,
        survey: copy,
        base: None,
        extra: &Extra::new(),
    }
    .write(&now())
}
