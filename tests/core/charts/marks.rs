//! What a mark says, and how it is reached: every figure by keyboard, with the names behind it.

use rilievo::chart::{Mark, Terms, Theme, Tone, terms};

use super::examples::*;
use super::real::*;
use super::svg::*;

#[test]
fn every_mark_can_be_reached_and_says_its_figure() {
    for svg in super::all() {
        let marks: Vec<&str> = elements(&svg, "g class=\"mark\"").collect();
        assert!(!marks.is_empty());
        for (place, mark) in marks.iter().enumerate() {
            assert_eq!(attribute(mark, "role"), "img");
            assert!(!attribute(mark, "data-key").is_empty());
            assert!(attribute(mark, "aria-label").contains(": "), "{mark}");
            // The tab key stops once in a chart, at its first mark.
            let tabindex = if place == 0 { "0" } else { "-1" };
            assert_eq!(attribute(mark, "tabindex"), tabindex);
        }
        let reached = tags(&svg).filter(|tag| tag.contains("tabindex="));
        assert_eq!(reached.count(), marks.len());
    }
}

#[test]
fn every_mark_is_hit_where_a_finger_can_hit_it() {
    for svg in super::all() {
        for mark in svg.split("<g class=\"mark\"").skip(1) {
            let (_, first) = mark.split_once("</title>\n<").unwrap();
            assert!(first.starts_with("rect class=\"hit\""), "{first}");
            let hit = first.split('>').next().unwrap();
            assert!(number(hit, "height") >= 24.0 && number(hit, "width") >= 2.0);
            assert_eq!(attribute(hit, "pointer-events"), "all");
            // A bar lies within its place.
            let own = mark.split("</g>").next().unwrap();
            let (left, right) = span(hit);
            for bar in elements(own, "rect class=\"tone-").filter(|bar| !bar.contains("rx=")) {
                assert!(
                    span(bar).0 >= left && span(bar).1 <= right,
                    "{bar} in {hit}"
                );
            }
        }
    }
}

#[test]
fn the_root_is_a_group_that_marks_can_be_found_in() {
    for svg in super::all() {
        assert_eq!(attribute(&svg, "role"), "group");
    }
}

#[test]
fn a_tooltip_names_twelve_and_counts_the_rest() {
    let svg = long_labels(640);
    let title = svg
        .split("<title>")
        .find(|t| t.starts_with("Nessuna risposta: 120 di 1504"));
    let title = title.unwrap().split("</title>").next().unwrap();
    assert!(title.starts_with("Nessuna risposta: 120 di 1504 — Regione Lazio, Roma Capitale, "));
    assert!(title.ends_with("Regione Veneto, Regione Lazio, Roma Capitale, e altri 3"));
}

#[test]
fn a_mark_says_more_names_than_its_tooltip_and_counts_the_rest() {
    let label = |svg: &str| {
        attribute(svg.split("<g class=\"mark\"").nth(1).unwrap(), "aria-label").to_owned()
    };
    let drawn = |people: usize| {
        let names: Vec<String> = (1..=people).map(|n| format!("Ente {n}")).collect();
        let spec = Terms {
            frame: frame("many", "Molti", "Molti.", 640),
            base: 0,
            terms: vec![Mark {
                names,
                ..mark("t", "Termine", 1, 1, Tone::Primary)
            }],
            states: vec![],
        };
        label(&terms::render(&spec, &Theme::light()))
    };
    assert!(drawn(15).ends_with("Ente 14, Ente 15"));
    assert!(drawn(60).ends_with("Ente 59, Ente 60"));
    assert!(drawn(1500).ends_with("Ente 59, Ente 60, e altri 1440"));
}

#[test]
fn a_mark_in_a_row_says_which_row() {
    let said = |svg: String, label: &str| {
        assert!(svg.contains(&format!("aria-label=\"{label}")), "{label}")
    };
    said(completeness(640), "A. Organizzativa, Data: 43 di 50 — ");
    said(
        readings(640),
        "D · L&#39;interesse a fare da intermediario, Favorisce: 8 di 18\"",
    );
    said(
        changes(640),
        "Interno, Ora: 5 di 9 — Regione Umbria, Città metropolitana di Roma Capitale\"",
    );
    said(
        groups(640),
        "Città metropolitane, Interno: 1 di 2 — Città metropolitana di Roma Capitale\"",
    );
    said(
        combinations(640),
        "Solo esterno: 1 di 9 — Città metropolitana di Bari\"",
    );
}

#[test]
fn what_only_repeats_the_marks_is_silent() {
    for svg in super::all() {
        for class in ["axis", "lanes"] {
            for group in elements(&svg, &format!("g class=\"{class}\"")) {
                assert_eq!(attribute(group, "aria-hidden"), "true");
            }
        }
    }
}
