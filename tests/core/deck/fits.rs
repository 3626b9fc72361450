//! Every slide fits, and is read from the last row: the example, and surveys that
//! nobody would wish to present.

use super::{ON, deck, example, fit, options, record, slide, with, write_to_look_at};
use crate::generated::generate;
use rilievo::i18n::Locale;
use rilievo::model::{
    Conclusion, ConclusionId, Effect, Extra, Factor, Influence, InfluenceId, LocalText, OptionId,
    PartnerId, Raw, Revision, Survey,
};
use rilievo::report::deck::{Body, Deck, compose, html};

/// The sizes of the words in a drawing, in pixels of the slide.
fn sizes(svg: &str) -> Vec<f64> {
    let (_, rest) = svg.split_once("viewBox=\"0 0 ").unwrap();
    let width: f64 = rest.split(' ').next().unwrap().parse().unwrap();
    let sizes = svg.split("font-size=\"").skip(1);
    let sizes = sizes.map(|part| part.split('"').next().unwrap().parse::<f64>().unwrap());
    sizes
        .map(|size| size * f64::from(fit::WIDTH) / width)
        .collect()
}

#[track_caller]
fn check(deck: &Deck) {
    assert!(!deck.slides.is_empty());
    check_style(deck);
    for (at, slide) in deck.slides.iter().enumerate() {
        assert!(fit::fits(slide), "{} does not fit", slide.key);
        let title = fit::title(&slide.title);
        assert!(
            title.size >= fit::SMALLEST && title.lines.len() <= 7,
            "{}",
            slide.key
        );
        if let Body::Figure(figure) = &slide.body {
            let sizes = sizes(&figure.svg);
            assert!(!sizes.is_empty(), "{}", slide.key);
            let small: Vec<_> = sizes.iter().filter(|size| **size < 24.0).collect();
            assert!(small.is_empty(), "{}: {small:?}", slide.key);
        }
        let written = html(deck, at);
        for class in written.split("at-").skip(1) {
            let digits: String = class.chars().take_while(char::is_ascii_digit).collect();
            if let Ok(size) = digits.parse::<u32>() {
                assert!(size >= fit::SMALLEST, "{}: {size}", slide.key);
            }
        }
        let twice = deck
            .slides
            .iter()
            .filter(|other| other.key == slide.key)
            .count();
        assert_eq!(twice, 1, "{}", slide.key);
    }
}

/// Every size that a slide may ask for is in its style.
fn check_style(deck: &Deck) {
    let style = include_str!("../../../style/later/deck.css");
    for at in 0..deck.shown().count() {
        let written = html(deck, at);
        for part in written.split(" at-").skip(1) {
            let size: String = part.chars().take_while(char::is_ascii_digit).collect();
            let rule = format!(".at-{size} {{ font-size: calc({size} * var(--u)); }}");
            assert!(style.contains(&rule), "{rule}");
        }
    }
}

#[test]
fn the_example_fits_in_both_languages() {
    for language in Locale::ALL {
        check(&compose(&example(), &options(language), ON));
    }
}

fn long(n: usize) -> String {
    let words = [
        "gestione",
        "interoperabilità",
        "di",
        "piattaforme",
        "e",
        "«kit»",
        "pagoPA",
    ];
    let words = words.iter().cycle().take(n);
    words.copied().collect::<Vec<_>>().join(" ")
}

fn text(said: impl Into<String>) -> LocalText {
    LocalText::new("it", said)
}

/// Forty bodies with long names, thirty choices, titles and conclusions without
/// end.
fn nasty() -> Survey {
    let mut survey = example();
    survey.head.title = long(60);
    survey.head.document.activity = long(300);
    survey.head.document.funds = vec![long(40); 12];
    let bodies = survey.head.partners.clone();
    let sheets = survey.sheets.clone();
    for at in 10..40 {
        let of = at % bodies.len();
        let mut partner = bodies[of].clone();
        partner.id = PartnerId::new(&format!("n{at}")).unwrap();
        partner.code = format!("N{at}");
        partner.name = format!("{} {at}", long(12));
        if let Some(sheet) = sheets.iter().find(|sheet| sheet.partner == bodies[of].id) {
            let mut sheet = sheet.clone();
            sheet.partner = partner.id.clone();
            survey.sheets.push(sheet);
        }
        survey.head.partners.push(partner);
    }
    let questionnaire = &mut survey.head.questionnaire;
    for dimension in &mut questionnaire.dimensions {
        dimension.title = text(long(50));
    }
    for question in &mut questionnaire.questions {
        question.label = text(format!("{} {}?", question.number, long(45)));
        let Some(option) = question.options.first().cloned() else {
            continue;
        };
        if question.options.len() > 2 {
            for at in question.options.len()..30 {
                let mut option = option.clone();
                option.id = OptionId::new(&format!("o{at}")).unwrap();
                option.label = text(format!("{} {at}", long(20)));
                question.options.push(option);
            }
        }
    }
    let list = (1..60).map(|n| format!("{n}. {}", long(n)));
    let list: String = list.collect::<Vec<_>>().join("\n");
    let prose = format!(
        "{}\n\n{list}\n\n- {}\n- {}\n\n{}",
        long(900),
        long(500),
        long(3),
        "x".repeat(3000)
    );
    let conclusion = |id: &str, dimension| Conclusion {
        id: ConclusionId::new(id).unwrap(),
        dimension,
        text: prose.clone(),
        cites: Vec::new(),
        revision: Revision::default(),
        extra: Extra::new(),
    };
    let first = survey.head.questionnaire.dimensions[0].id.clone();
    let conclusions = vec![conclusion("one", Some(first)), conclusion("all", None)];
    survey.head.conclusions = Raw::new(&conclusions);
    let factor = |at: usize| Influence {
        id: InfluenceId::new(&format!("f{at}")).unwrap(),
        factor: Factor::Technological,
        effect: if at.is_multiple_of(2) {
            Effect::Helps
        } else {
            Effect::Hinders
        },
        text: long(at * 9),
        cites: Vec::new(),
        partners: survey
            .head
            .partners
            .iter()
            .take(at)
            .map(|p| p.id.clone())
            .collect(),
        action: long(at * 12),
        who: long(at * 7),
        due: if at.is_multiple_of(3) {
            "2027-02-28".into()
        } else {
            String::new()
        },
        revision: Revision::default(),
        extra: Extra::new(),
    };
    let factors: Vec<Influence> = (0..24).map(factor).collect();
    survey.head.influences = Raw::new(&factors);
    survey
}

#[test]
fn a_survey_that_nobody_would_wish_to_present_fits_too() {
    let deck = deck(&nasty());
    check(&deck);
    write_to_look_at(&deck, "deck-nasty");
    // What finds no room goes on, and says so.
    let first = slide(&deck, "conclusion~2");
    assert!(
        first.title.starts_with("In conclusione (2/"),
        "{}",
        first.title
    );
    let bodies = deck.slides.iter().filter(|s| s.shows == "partners");
    let listed = bodies.map(|slide| match &slide.body {
        Body::Bodies(bodies) => bodies.len(),
        _ => 0,
    });
    assert_eq!(listed.sum::<usize>(), 40);
}

#[test]
fn a_chart_with_too_many_rows_says_how_many_are_left_out() {
    let records = [record("q", "question/q2")];
    let mut survey = nasty();
    let mut bars = records[0].clone();
    bars.chart = "bars".into();
    survey.head.slides = Raw::new(&vec![bars]);
    let deck = deck(&survey);
    let shown = slide(&deck, "question/q2");
    assert_eq!(shown.chart, "bars");
    let Body::Figure(figure) = &shown.body else {
        panic!("no chart");
    };
    let options = figure
        .marks
        .iter()
        .filter(|mark| mark.key != "missing")
        .count();
    let left = 30 - options;
    assert!(options > 3 && left > 0);
    assert!(
        shown.foot.contains(&format!("altre {left} voci")),
        "{}",
        shown.foot
    );
    assert!(
        figure.marks.iter().any(|mark| mark.key == "missing"),
        "what is no answer stays"
    );
}

#[test]
fn a_region_with_all_its_municipalities_can_be_presented() {
    for bodies in [1, 31, 400] {
        let survey = generate::survey(3, bodies);
        let deck = deck(&survey);
        check(&deck);
        let listed = deck.slides.iter().filter(|s| s.shows == "partners").count();
        assert!(listed <= 4, "{listed} slides of bodies");
    }
}

#[test]
fn a_title_of_the_authors_may_be_long() {
    for words in [0, 1, 20, 60, 400] {
        let mut own = record("q", "question/q11");
        own.title = long(words);
        let mut text = record("t", "text");
        text.title = long(words);
        text.text = long(words * 3);
        check(&deck(&with(&[own, text])));
    }
}
