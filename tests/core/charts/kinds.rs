//! What each kind of chart promises beyond its picture.

use rilievo::chart::{
    Diverging, DivergingRow, DotRow, Dots, Dumbbell, DumbbellRow, Multiples, Panel, Theme, Tone,
    Unit, UpSet, diverging, dots, dumbbell, multiples, upset,
};

use super::awkward::*;
use super::examples::{completeness, every_tone, frame, mark};
use super::real::*;
use super::svg::*;

/// The texts that are drawn, in order.
fn texts(svg: &str) -> Vec<&str> {
    let after = svg.split("<text ").skip(1);
    after
        .map(|text| text.split(['>', '<']).nth(1).unwrap())
        .collect()
}

#[test]
fn one_dot_is_one_body_with_its_code() {
    let svg = unit_dots(640);
    assert_eq!(elements(&svg, "g class=\"unit\"").count(), 10);
    let yes = svg.split("data-key=\"si\"").nth(1).unwrap();
    let yes = yes.split("data-key=\"no\"").next().unwrap();
    let codes: Vec<_> = texts(yes)
        .into_iter()
        .filter(|text| text.len() == 1)
        .collect();
    assert_eq!(codes, ["2", "3", "4", "6", "7", "8", "9"]);
    assert!(svg.contains("<title>EC\u{a0}Comune di Bari</title>"));
}

#[test]
fn a_print_of_dots_says_who() {
    let printed = texts(&unit_dots(640)).join(" ").replace('\u{a0}', " ");
    for body in [
        "2 Regione Toscana",
        "7 Città metropolitana di Roma Capitale",
        "9 Città metropolitana di Bari",
        "EC Comune di Bari · 5 Regione Puglia",
        "1 Regione Veneto",
    ] {
        assert!(printed.contains(body), "{body} in {printed}");
    }
    assert!(
        texts(&thirty_dots(320))
            .iter()
            .any(|text| text.contains("e altri 2"))
    );
}

#[test]
fn joined_dots_show_the_members_of_a_combination() {
    let svg = combinations(640);
    let members = |key: &str| {
        let start = format!("class=\"mark\" data-key=\"{key}\" role=\"img\" tabindex=\"-1\"");
        let group = svg.rsplit(start.as_str()).next().unwrap();
        let group = group.split("</g>").next().unwrap();
        let dots = elements(group, "circle ").filter(|dot| dot.contains("fill=\"#1a1a1a\""));
        let places: Vec<f64> = dots.map(|dot| number(dot, "cx")).collect();
        (places, group.contains("stroke-width=\"4\""))
    };
    let (both, joined) = members("interno+esterno");
    let (only, alone) = members("in_house");
    assert_eq!((both.len(), joined), (2, true));
    assert_eq!((only.len(), alone), (1, false));
    assert!(both[0] < only[0] && only[0] < both[1]);
    // A member that is no set is left out.
    assert!(eight_sets(640).contains("data-key=\"c5\""));
}

#[test]
fn neutral_is_centred_and_the_rest_stands_to_its_sides() {
    for svg in [
        readings(320),
        readings(640),
        uneven_readings(640),
        one_reading(320),
    ] {
        let middle = |rect: &str| f64::midpoint(span(rect).0, span(rect).1);
        let rects = |tone: &str| {
            let start = format!("rect class=\"tone-{tone}\"");
            let body = svg.split("class=\"row\"").skip(1);
            let found = body.filter_map(move |row| tags(row).find(|tag| tag.starts_with(&start)));
            found.map(str::to_owned).collect::<Vec<_>>()
        };
        let zeros: Vec<f64> = rects("neutral").iter().map(|rect| middle(rect)).collect();
        let zero = zeros[0];
        assert!(
            zeros.iter().all(|other| (other - zero).abs() <= 0.5),
            "{zeros:?}"
        );
        assert!(rects("hindering").iter().all(|rect| span(rect).1 < zero));
        let enabling = rects("enabling");
        assert!(enabling.iter().all(|rect| span(rect).0 > zero));
        let end = enabling
            .iter()
            .map(|rect| span(rect).1)
            .fold(zero, f64::max);
        assert!(rects("unread").iter().all(|rect| span(rect).0 > end));
    }
}

#[test]
fn all_readings_have_one_scale() {
    let svg = readings(640);
    let row = |key: &str| {
        svg.split(&format!("class=\"row\" data-key=\"{key}\""))
            .nth(1)
            .unwrap()
    };
    let width = |key: &str, tone: &str| {
        let start = format!("rect class=\"tone-{tone}\"");
        let (left, right) = span(tags(row(key)).find(|tag| tag.starts_with(&start)).unwrap());
        right - left
    };
    let per_count = width("A", "enabling") / 21.0;
    for (key, tone, count) in [
        ("A", "neutral", 11.0),
        ("B", "enabling", 19.0),
        ("A", "unread", 4.0),
        ("B", "unread", 5.0),
        ("D", "enabling", 8.0),
    ] {
        let found = width(key, tone);
        assert!(
            (found - per_count * count).abs() <= 3.0,
            "{key} {tone}: {found}"
        );
    }
}

#[test]
fn segments_are_parted_by_background() {
    for svg in [
        completeness(320),
        every_tone(320),
        readings(320),
        uneven_readings(640),
    ] {
        for row in svg.split("class=\"row\"").skip(1) {
            let rects = elements(row, "rect class=\"tone-").map(span);
            let rects: Vec<(f64, f64)> = rects.collect();
            let gaps = rects.windows(2).map(|pair| pair[1].0 - pair[0].1);
            assert!(
                gaps.clone().all(|gap| gap >= 2.0),
                "{:?}",
                gaps.collect::<Vec<_>>()
            );
        }
    }
}

#[test]
fn every_segment_has_its_count_in_the_picture() {
    for svg in [
        completeness(320),
        completeness(640),
        every_tone(320),
        readings(320),
        readings(640),
        uneven_readings(320),
        one_reading(320),
    ] {
        for row in svg.split("class=\"row\"").skip(1) {
            // Where the count stands, from left to right, apart for those below the bar.
            let mut counts: Vec<(f64, f64, f64)> = Vec::new();
            for mark in row.split("<g class=\"mark\"").skip(1) {
                let mark = mark.split("</g>").next().unwrap();
                let figure = attribute(mark, "aria-label").rsplit(": ").next().unwrap();
                let value = figure.split(' ').next().unwrap();
                assert_eq!(texts(mark), [value], "{mark}");
                let text = elements(mark, "text ").next().unwrap();
                let digits = f64::from(u32::try_from(value.len()).unwrap());
                counts.push((number(text, "y"), number(text, "x"), 7.0 * digits));
            }
            counts.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
            for pair in counts.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
                let apart = pair[1].1 - pair[0].1;
                assert!(apart > f64::midpoint(pair[0].2, pair[1].2), "{counts:?}");
            }
        }
    }
}

#[test]
fn a_count_of_zero_in_a_group_has_no_ink() {
    let svg = uneven_groups(320);
    for mark in svg.split("<g class=\"mark\"").skip(1) {
        let mark = mark.split("</g>").next().unwrap();
        let none = attribute(mark, "aria-label").contains(": 0 di ");
        assert_eq!(mark.contains("<rect class=\"tone-"), !none, "{mark}");
    }
}

#[test]
fn before_and_after_have_a_dot_and_a_figure_each() {
    let svg = changes(640);
    let interno = svg
        .split("class=\"row\" data-key=\"interno\"")
        .nth(1)
        .unwrap();
    let interno = interno.split("class=\"row\"").next().unwrap();
    assert_eq!(texts(interno), ["Interno", "3 di 5", "5 di 9"]);
    let dots: Vec<&str> = elements(interno, "rect class=\"tone-").collect();
    assert_eq!(dots.len(), 2);
    assert!(
        span(dots[0]).1 < span(dots[1]).0,
        "from left to right where it grew"
    );
}

#[test]
fn panels_share_one_scale_and_outline_their_base() {
    for width in [320, 640] {
        let svg = groups(width);
        let panel = |key: &str| {
            svg.split(&format!("class=\"row\" data-key=\"{key}\""))
                .nth(1)
                .unwrap()
        };
        let outline = |key: &str| {
            let (left, right) = span(
                elements(panel(key), "rect class=\"outline\"")
                    .next()
                    .unwrap(),
            );
            right - left
        };
        let one = outline("regione") / 5.0;
        assert!((outline("citta") - 2.0 * one).abs() <= 1.0);
        assert!((outline("comune") - one).abs() <= 1.0);
        let start = "rect class=\"tone-primary\"";
        let (left, right) = span(elements(panel("regione"), start).next().unwrap());
        assert!((right - left - 3.0 * one).abs() <= 1.0);
    }
}

#[test]
fn no_count_is_beyond_reason() {
    let most = |key: &str, tone| mark(key, key, u32::MAX, 9, tone);
    let wide = |id: &str| frame(id, "Enorme", "Enorme.", u32::MAX);
    let unit = || Unit {
        key: String::new(),
        code: String::new(),
        name: String::new(),
    };
    let units: Vec<Unit> = (0..2000).map(|_| unit()).collect();
    let theme = Theme::default();
    let row = DotRow {
        mark: most("a", Tone::No),
        units,
    };
    let drawn = [
        dots::render(
            &Dots {
                frame: frame("dots", "", "", 0),
                options: vec![row.clone()],
                states: vec![row],
            },
            &theme,
        ),
        upset::render(
            &UpSet {
                frame: wide("upset"),
                base: 1,
                axis: String::new(),
                sets: vec![most("a", Tone::Primary); 200],
                combinations: vec![],
            },
            &theme,
        ),
        diverging::render(
            &Diverging {
                frame: wide("diverging"),
                axis: String::new(),
                rows: vec![DivergingRow {
                    key: String::new(),
                    label: String::new(),
                    figure: "x".repeat(500),
                    hindering: most("h", Tone::Hindering),
                    neutral: most("n", Tone::Neutral),
                    enabling: most("e", Tone::Enabling),
                    unknown: most("u", Tone::Unread),
                }],
            },
            &theme,
        ),
        dumbbell::render(
            &Dumbbell {
                frame: frame("dumbbell", "", "", 0),
                base: 0,
                axis: String::new(),
                before: String::new(),
                after: String::new(),
                rows: vec![DumbbellRow {
                    key: String::new(),
                    label: "x".repeat(500),
                    before: most("b", Tone::Secondary),
                    after: mark("a", "", 0, 0, Tone::Primary),
                }],
            },
            &theme,
        ),
        multiples::render(
            &Multiples {
                frame: wide("multiples"),
                axis: String::new(),
                panels: vec![Panel {
                    key: String::new(),
                    title: String::new(),
                    base: 1,
                    figure: String::new(),
                    marks: vec![most("a", Tone::Primary)],
                }],
            },
            &theme,
        ),
    ];
    for svg in drawn {
        assert_well_formed(&svg);
        assert!(svg.contains("class=\"mark\""));
    }
}
