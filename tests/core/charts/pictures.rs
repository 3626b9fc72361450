//! Charts in other themes, and as pictures of their own.

use rilievo::chart::{Caption, Face, Theme, standalone, with_fonts};

use super::real::*;
use super::svg::*;

#[test]
fn a_chart_brings_its_background_unless_it_is_white() {
    let background = |svg: &str| {
        elements(svg, "rect class=\"background\"")
            .next()
            .map(|rect| attribute(rect, "fill").to_owned())
    };
    assert_eq!(background(&readings(320)), None);
    assert_eq!(background(&unit_dots_in_print(320)), None);
    assert_eq!(
        background(&readings_in_the_dark(320)).as_deref(),
        Some("#131b24")
    );
    assert_eq!(
        background(&unit_dots_in_contrast(320)).as_deref(),
        Some("#000000")
    );
}

#[test]
fn a_picture_holds_the_chart_and_what_the_page_says_around_it() {
    let (chart, svg) = (combinations(640), picture(640));
    let inner = chart.split_once("<svg ").unwrap().1;
    assert!(svg.contains(inner));
    assert!(svg.contains(">2 · Modalità di gestione dei servizi ICT</text>"));
    assert!(svg.contains(">Filtro: nessuno</text>"));
    assert!(svg.contains(
        ">Base: 9 enti che hanno risposto, su 10. Si può scegliere più di una voce.</text>"
    ));
    assert!(
        svg.contains("fill=\"#ffffff\"/>"),
        "a picture has a background, white too"
    );
    assert!(number(&svg, "height") > number(&chart, "height"));
}

#[test]
fn a_long_caption_is_wrapped_and_not_cut() {
    let svg = picture(320);
    let said: String = svg
        .split("<text ")
        .filter_map(|text| text.split(['>', '<']).nth(1))
        .collect();
    assert!(said.contains("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
}

#[test]
fn a_picture_of_no_chart_is_only_its_caption() {
    let caption = Caption {
        title: "<b>".to_owned(),
        lines: vec![String::new(), "x & y".to_owned()],
    };
    for odd in ["", "viewBox=\"0 0 a b\"", "viewBox=\"0 0 9"] {
        let svg = standalone(odd, &caption, &Theme::light());
        assert!(svg.contains("&lt;b&gt;</text>") && svg.contains("x &amp; y</text>"));
    }
}

#[test]
fn a_picture_can_carry_its_fonts() {
    let face = |weight| Face {
        weight,
        woff2: format!("d09GMg{weight}"),
    };
    let theme = Theme::light();
    let svg = with_fonts(&picture(320), &theme, &[face(400), face(600)]);
    assert_well_formed(&svg);
    assert!(svg.contains(
        "<style>@font-face{font-family:'Titillium Web';font-weight:400;\
         src:url(data:font/woff2;base64,d09GMg400)}@font-face{"
    ));
    assert!(svg.ends_with(picture(320).split_once('>').unwrap().1));
}
