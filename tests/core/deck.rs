//! The deck of the example: its slides beside the report, what the authors say of
//! them, and what a reader in the last row can read.

use crate::scenario::forms::example;
use rilievo::i18n::Locale;
use rilievo::report::compose::Scope;
use rilievo::report::deck::{Data, Deck, Options, compose, html, html_of};
use std::path::{Path, PathBuf};

const ON: &str = "2026-11-27";

fn options(language: Locale) -> Options {
    Options {
        language,
        scope: Scope::Internal,
        data: Data::Live,
    }
}

fn at(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// All slides one under the other, for whoever wants to look at them: a file of
/// its own, opened with a browser.
#[test]
fn the_slides_can_be_looked_at() {
    for language in Locale::ALL {
        let deck = compose(&example(), &options(language), ON);
        write_to_look_at(&deck, &format!("deck-{}", language.code()));
    }
}

fn write_to_look_at(deck: &Deck, name: &str) {
    let slides = (0..deck.shown().count()).map(|at| {
        let slide = html(deck, at);
        format!("<div class=\"slide-box\">{slide}</div>\n")
    });
    let slides: String = slides.collect();
    let face = |weight: u32| {
        format!(
            "@font-face {{ font-family: \"Titillium Web\"; font-weight: {weight}; \
             src: url(../public/fonts/titillium-web-latin-{weight}-normal.woff2) }}\n"
        )
    };
    let faces: String = [400, 600, 700].map(face).concat();
    let page = format!(
        "<!doctype html><html lang=\"it\"><meta charset=\"utf-8\"><title>{name}</title>\n\
         <base href=\"../../style/\"><link rel=\"stylesheet\" href=\"tokens.css\">\
         <link rel=\"stylesheet\" href=\"base.css\"><link rel=\"stylesheet\" href=\"later/deck.css\">\n\
         <style>{faces}</style>\n{slides}"
    );
    let to = at("target/tmp");
    std::fs::create_dir_all(&to).unwrap();
    std::fs::write(to.join(format!("{name}.html")), page).unwrap();
    let first = &deck.slides[0];
    assert!(html_of(deck, first, None).starts_with("<article class=\"slide slide-cover\""));
}
