//! The deck on paper: a slide a page, or three a page with what is said to them.

use super::super::Html;
use super::super::page::{boxed, cut, fingerprint, quoted, together};
use super::{Deck, html_of};

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paper {
    /// A slide a page, as wide as a screen.
    Slides,
    /// Three slides a page of A4, each with its notes beside it, or with lines to
    /// write on where it has none.
    Handout,
}

/// The slides that are shown, for paper.
pub fn paper(deck: &Deck, paper: Paper) -> String {
    let mut page = Html::default();
    let language = deck.language.code();
    let class = match paper {
        Paper::Slides => "paper-slides",
        Paper::Handout => "paper-handout",
    };
    page.open("div", class, &[("lang", language.into())]);
    for (at, slide) in deck.shown().enumerate() {
        page.open("section", "paper-slide", &[]);
        page.open("div", "slide-box", &[]);
        page.raw(&html_of(deck, slide, Some(at + 1)));
        page.close("div");
        if paper == Paper::Handout {
            page.open("div", "paper-notes", &[]);
            let lines = slide.notes.lines().map(str::trim);
            let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
            for line in &lines {
                page.element("p", "", line);
            }
            if lines.is_empty() {
                page.raw("<div class=\"paper-lines\"></div>");
            }
            page.close("div");
        }
        page.close("section");
    }
    page.close("div");
    page.finish()
}

/// The rules of its pages. On the handout stands what it is of; a slide says so
/// itself.
pub fn page_rules(deck: &Deck, paper: Paper) -> String {
    if paper == Paper::Slides {
        return "@page { size: 320mm 180mm; margin: 0; }".into();
    }
    let print = fingerprint(deck.language, &deck.stamp.fingerprint);
    [
        "@page { size: A4; margin: 18mm 14mm; ",
        &boxed("top-left", &quoted(&cut(&deck.title))),
        &boxed("top-right", &quoted(&deck.stamp.date)),
        &boxed("bottom-left", &quoted(&together(&deck.data, &print))),
        &boxed("bottom-right", "counter(page) \" / \" counter(pages)"),
        "}",
    ]
    .concat()
}
