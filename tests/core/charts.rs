//! Charts against their golden files, and what holds for every chart.
//!
//! Each chart is drawn for a phone (320) and a page (640). To accept a new picture, run the test
//! with `UPDATE_GOLDENS=1` and look at what changed in `tests/golden/charts`.

use std::fs;
use std::path::Path;

use rilievo::chart::{
    Bars, Diverging, Dots, Dumbbell, Multiples, Stack, Stacks, Terms, Theme, Tone, UpSet, bars,
    diverging, dots, dumbbell, multiples, stacked, terms, upset,
};

use awkward::*;
use examples::*;
use real::*;
use svg::*;

mod awkward;
mod examples;
mod kinds;
mod marks;
mod pictures;
mod real;
mod svg;

/// Holds `actual` against its golden file, or rewrites that file when asked to.
#[track_caller]
fn check(name: &str, actual: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let golden = root.join("tests/golden/charts").join(name);
    if std::env::var_os("UPDATE_GOLDENS").is_some_and(|v| v == "1") {
        fs::write(&golden, actual).unwrap();
        return;
    }
    let expected = fs::read_to_string(&golden).unwrap_or_default();
    if expected == actual {
        return;
    }
    let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&kept, actual).unwrap();
    panic!(
        "{} differs.\nDrawn now: {}\nTo accept it: UPDATE_GOLDENS=1 cargo test --no-default-features --test core charts",
        golden.display(),
        kept.display()
    );
}

macro_rules! goldens {
    ($($name:ident),+) => {
        $(mod $name {
            #[test]
            fn narrow() {
                super::check(concat!(stringify!($name), "-320.svg"), &super::$name(320));
            }
            #[test]
            fn wide() {
                super::check(concat!(stringify!($name), "-640.svg"), &super::$name(640));
            }
        })+

        /// Every chart in both widths.
        fn all() -> Vec<String> {
            vec![$($name(320), $name(640)),+]
        }
    };
}

goldens!(
    yes_no,
    choices,
    long_labels,
    completeness,
    every_tone,
    databases,
    unit_dots,
    unit_dots_in_print,
    unit_dots_in_contrast,
    dots_of_no,
    combinations,
    readings,
    readings_in_the_dark,
    readings_in_print,
    changes,
    groups,
    picture,
    picture_in_the_dark,
    thirty_dots,
    eight_sets,
    uneven_readings,
    one_reading,
    far_changes,
    uneven_groups
);

#[test]
fn every_chart_keeps_a_strict_content_policy() {
    for svg in all() {
        for tag in tags(&svg) {
            let element = tag.split_whitespace().next().unwrap();
            assert!(!["style", "script", "a", "image", "use", "foreignObject"].contains(&element));
            let names: String = tag.split('"').step_by(2).collect();
            for forbidden in [" style=", "href=", " on"] {
                assert!(!names.contains(forbidden), "{forbidden:?} in {tag}");
            }
            // What is said aloud is text of the caller, and only text.
            let own = tag.replace("http://www.w3.org/2000/svg", "");
            let own = own.split("aria-label=\"").next().unwrap();
            for forbidden in ["@import", "//"] {
                assert!(!own.contains(forbidden), "{forbidden:?} in {tag}");
            }
        }
    }
}

#[test]
fn every_chart_is_well_formed_and_named() {
    for svg in all() {
        assert_well_formed(&svg);
        // A picture has two: its own, and that of the chart in it.
        let roots = svg.split("<svg ").skip(1);
        let ids: Vec<&str> = roots
            .map(|root| attribute(root, "aria-labelledby"))
            .map(|names| names.split_once("-title").unwrap().0)
            .collect();
        for id in &ids {
            assert!(svg.contains(&format!("<title id=\"{id}-title\">")));
            assert!(svg.contains(&format!("<desc id=\"{id}-desc\">")));
        }
        for reference in svg.split("url(#").skip(1) {
            let target = reference.split(')').next().unwrap();
            assert!(
                ids.iter().any(|id| target.starts_with(id)),
                "{target} could meet another chart's pattern"
            );
            assert!(
                svg.contains(&format!("<pattern id=\"{target}\"")),
                "{target}"
            );
        }
    }
}

#[test]
fn no_text_is_smaller_than_twelve_pixels() {
    for svg in all() {
        for rest in svg.split("font-size=\"").skip(1) {
            let size: u32 = rest.split('"').next().unwrap().parse().unwrap();
            assert!(size >= 12);
        }
    }
}

#[test]
fn nothing_leaves_the_picture() {
    for svg in all() {
        let (width, height) = (number(&svg, "width"), number(&svg, "height"));
        // What is in a pattern's tile has no place in the picture.
        let body = svg.rsplit("</defs>").next().unwrap();
        for rect in elements(body, "rect ").filter(|rect| rect.contains(" x=")) {
            let (left, right) = span(rect);
            assert!(left >= 0.0 && right <= width, "{rect}");
            let bottom = number(rect, "y") + number(rect, "height");
            assert!(bottom <= height, "{rect}");
        }
        for text in elements(body, "text ") {
            let (x, y) = (number(text, "x"), number(text, "y"));
            assert!((0.0..=width).contains(&x), "{text}");
            assert!((0.0..=height).contains(&y), "{text}");
        }
    }
}

#[test]
fn the_same_data_gives_the_same_picture() {
    assert_eq!(all(), all());
}

#[test]
fn labels_that_look_like_markup_stay_text() {
    let svg = long_labels(640);
    assert!(
        svg.contains("R&amp;D &lt;b&gt;&quot;in proprio&quot;&lt;/b&gt; dell&#39;ente: 1 di 1504")
    );
    assert!(!svg.contains("<b>"));
    assert!(!svg.contains('\u{7}'));
}

#[test]
fn a_count_of_zero_shows_its_figure_and_a_hairline() {
    let svg = long_labels(640);
    let group = group(&svg, "data-key=\"d\"");
    assert!(group.contains(">0 di 1504</text>"));
    assert!(group.contains("width=\"2\" height=\"24\""));
}

#[test]
fn charts_without_data_are_small_and_valid() {
    let empty = frame("none", "Niente", "Nessuna risposta.", 320);
    let theme = Theme::light();
    let bars = Bars {
        frame: empty.clone(),
        base: 0,
        axis: String::new(),
        options: vec![],
        states: vec![],
    };
    let stacks = Stacks {
        frame: empty.clone(),
        base: 0,
        axis: String::new(),
        rows: vec![],
    };
    let list = Terms {
        frame: empty.clone(),
        base: 0,
        terms: vec![],
        states: vec![],
    };
    let dots = Dots {
        frame: empty.clone(),
        options: vec![],
        states: vec![],
    };
    let upset = UpSet {
        frame: empty.clone(),
        base: 0,
        axis: String::new(),
        sets: vec![],
        combinations: vec![],
    };
    let diverging = Diverging {
        frame: empty.clone(),
        axis: String::new(),
        rows: vec![],
    };
    let dumbbell = Dumbbell {
        frame: empty.clone(),
        base: 0,
        axis: String::new(),
        before: "prima".to_owned(),
        after: "dopo".to_owned(),
        rows: vec![],
    };
    let multiples = Multiples {
        frame: empty,
        axis: String::new(),
        panels: vec![],
    };
    for svg in [
        bars::render(&bars, &theme),
        stacked::render(&stacks, &theme),
        terms::render(&list, &theme),
        dots::render(&dots, &theme),
        upset::render(&upset, &theme),
        diverging::render(&diverging, &theme),
        dumbbell::render(&dumbbell, &theme),
        multiples::render(&multiples, &theme),
    ] {
        assert_well_formed(&svg);
        assert_eq!(attribute(&svg, "viewBox"), "0 0 320 1");
        assert!(svg.contains("Nessuna risposta."));
    }
}

#[test]
fn a_base_of_zero_draws_its_options() {
    let spec = Bars {
        frame: frame("zero", "Domanda senza risposte", "Nessuno.", 640),
        base: 0,
        axis: "enti".to_owned(),
        options: vec![mark("si", "Sì", 0, 0, Tone::Primary)],
        states: vec![],
    };
    let svg = bars::render(&spec, &Theme::light());
    assert_well_formed(&svg);
    assert!(svg.contains(">0 di 0</text>"));
}

#[test]
fn counts_beyond_reason_do_not_panic() {
    let segments = vec![
        mark("a", "A", u32::MAX, 9, Tone::Given),
        mark("b", "B", u32::MAX, 9, Tone::Missing),
    ];
    let spec = Stacks {
        frame: frame("huge", "Enorme", "Enorme.", u32::MAX),
        base: 9,
        axis: String::new(),
        rows: vec![Stack {
            key: "r".to_owned(),
            label: "Riga".to_owned(),
            figure: "x".repeat(500),
            segments,
        }],
    };
    assert_well_formed(&stacked::render(&spec, &Theme::light()));
}

#[test]
fn one_municipality_of_a_region_is_seen_in_its_bar() {
    let values = [1500, 1, 2, 1];
    let tones = [Tone::Given, Tone::Unknown, Tone::Blank, Tone::Missing];
    let segments = values.iter().zip(tones);
    let spec = Stacks {
        frame: frame("region", "Comuni", "Quasi tutti.", 640),
        base: 0,
        axis: "comuni".to_owned(),
        rows: vec![Stack {
            key: "A".to_owned(),
            label: "A".to_owned(),
            figure: "1500 di 1504".to_owned(),
            segments: segments
                .map(|(value, tone)| mark(tone.slug(), tone.slug(), *value, 1504, tone))
                .collect(),
        }],
    };
    let svg = stacked::render(&spec, &Theme::light());
    let row = svg.split("class=\"row\"").nth(1).unwrap();
    let lefts = row.split("<rect class=\"tone-").skip(1).map(|rect| {
        let x = attribute(rect, "x");
        x.parse::<f64>().unwrap()
    });
    let lefts: Vec<f64> = lefts.collect();
    assert_eq!(lefts.len(), 4);
    assert!(
        lefts.windows(2).all(|pair| pair[1] - pair[0] >= 4.0),
        "{lefts:?}"
    );
}

#[test]
fn terms_keep_the_order_of_the_caller() {
    let svg = databases(640);
    let at = |key: &str| svg.find(&format!("data-key=\"{key}\"")).unwrap();
    assert!(at("Oracle Database") < at("Microsoft SQL Server"));
    assert!(at("SQLite") < at("Firebird"));
}
