//! The palette of every theme against what eyes and printers do to it: contrast, grey, and the three
//! common colour-vision deficiencies.
//!
//! Two tones can be told apart in one of three ways, and each test says which it asks for:
//!
//! - by **lightness**: the contrast of WCAG between their papers, which grey keeps;
//! - by **colour alone**: the distance in OKLab between their mean colours (ink and paper mixed as
//!   the pattern mixes them, as seen from afar) is at least [`APART`], for every kind of eye;
//! - by **pattern**: they lie differently, whatever their colours.
//!
//! Whatever their colours, two marks never touch: bars and dots have rows of their own, and between
//! two segments two pixels of background part two edges of at least 3:1.

use plotters::style::RGBColor;
use rilievo::chart::theme::{Paint, Pattern};
use rilievo::chart::{Theme, Tone};

/// Least distance in OKLab between tones that colour alone must tell apart. A difference that is
/// just seen side by side is about 0.02.
const APART: f64 = 0.12;

const ANSWERS: [Tone; 3] = [Tone::Primary, Tone::Given, Tone::No];
const READINGS: [Tone; 3] = [Tone::Hindering, Tone::Neutral, Tone::Enabling];
const GAPS: [Tone; 9] = [
    Tone::OffCondition,
    Tone::Unclear,
    Tone::Unknown,
    Tone::Declined,
    Tone::NotApplicable,
    Tone::Blank,
    Tone::NotAsked,
    Tone::Withheld,
    Tone::Missing,
];

fn themes() -> [(&'static str, Theme); 4] {
    [
        ("light", Theme::light()),
        ("dark", Theme::dark()),
        ("contrast", Theme::contrast()),
        ("print", Theme::print()),
    ]
}

/// Each pair of a list once.
fn pairs(tones: &[Tone]) -> impl Iterator<Item = (Tone, Tone)> {
    let later = |i: usize| tones.iter().skip(i + 1);
    let all = tones.iter().enumerate();
    all.flat_map(move |(i, a)| later(i).map(|b| (*a, *b)))
}

/// Red, green and blue from 0 to 1, in proportion to light.
type Linear = [f64; 3];
type Matrix = [[f64; 3]; 3];

/// Kinds of eyes. The deficiencies are those of Machado, Oliveira and Fernandes, "A
/// Physiologically-based Model for Simulation of Color Vision Deficiency" (IEEE Transactions on
/// Visualization and Computer Graphics 15(6), 2009), at full severity, on linear light.
const EYES: [(&str, Matrix); 4] = [
    (
        "common",
        [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
    ),
    (
        "protanopia",
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ],
    ),
    (
        "deuteranopia",
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ],
    ),
    (
        "tritanopia",
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ],
    ),
];

fn linear(RGBColor(r, g, b): RGBColor) -> Linear {
    [r, g, b].map(|v| {
        let v = f64::from(v) / 255.0;
        if v <= 0.04045 {
            v / 12.92
        } else {
            ((v + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn times(matrix: &Matrix, color: Linear) -> [f64; 3] {
    matrix.map(|row| row.iter().zip(color).map(|(a, b)| a * b).sum())
}

/// Contrast as WCAG 2 defines it.
fn contrast(a: RGBColor, b: RGBColor) -> f64 {
    let luminance = |color| {
        let [r, g, b] = linear(color);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Björn Ottosson's OKLab (2020).
fn oklab(color: Linear) -> [f64; 3] {
    let cones = times(
        &[
            [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
            [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
            [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
        ],
        color,
    );
    times(
        &[
            [0.210_454_255_3, 0.793_617_785, -0.004_072_046_8],
            [1.977_998_495_1, -2.428_592_205, 0.450_593_709_9],
            [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766],
        ],
        cones.map(f64::cbrt),
    )
}

/// Share of the ink in a pattern, from its tile.
fn ink(pattern: Pattern) -> f64 {
    match pattern {
        Pattern::Solid => 0.0,
        Pattern::Dashes => 0.10,
        Pattern::Lying => 0.125,
        Pattern::Plus => 0.16,
        Pattern::ThinStripes => 0.18,
        Pattern::Dots | Pattern::Crosses => 0.22,
        Pattern::Zigzag => 0.25,
        Pattern::Squares => 0.27,
        Pattern::Rings => 0.28,
        Pattern::Crosshatch => 0.32,
        Pattern::Upright => 0.33,
        Pattern::Chessboard => 0.5,
        Pattern::BroadStripes => 0.53,
        Pattern::Redacted => 0.625,
    }
}

/// What is left of a tone when its pattern is too fine to be seen.
fn mean(paint: Paint) -> Linear {
    let share = ink(paint.pattern);
    let (ink, paper) = (linear(paint.ink), linear(paint.paper));
    std::array::from_fn(|i| share * ink[i] + (1.0 - share) * paper[i])
}

/// The distance of two tones by colour alone, for the eye that has most trouble with them.
fn distance(theme: &Theme, a: Tone, b: Tone) -> (f64, &'static str) {
    let seen = |eye: &Matrix, tone| {
        let color = times(eye, mean(theme.paint(tone)));
        oklab(color.map(|v| v.clamp(0.0, 1.0)))
    };
    let distances = EYES.iter().map(|(name, eye)| {
        let (a, b) = (seen(eye, a), seen(eye, b));
        let squares = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b));
        (squares.sum::<f64>().sqrt(), *name)
    });
    distances.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap()
}

#[track_caller]
fn assert_apart_by_colour(pairs: impl Iterator<Item = (Tone, Tone)> + Clone) {
    for (name, theme) in themes() {
        for (a, b) in pairs.clone() {
            let (found, eye) = distance(&theme, a, b);
            assert!(
                found >= APART,
                "{name}: {a:?} and {b:?} are {found:.3} apart with {eye}"
            );
        }
    }
}

#[test]
fn the_measures_are_the_known_ones() {
    let (white, black) = (RGBColor(255, 255, 255), RGBColor(0, 0, 0));
    assert!((contrast(white, black) - 21.0).abs() < 1e-9);
    assert!((contrast(white, RGBColor(0, 0x66, 0xcc)) - 5.57).abs() < 0.01);
    let [lightness, a, b] = oklab(linear(white));
    assert!((lightness - 1.0).abs() < 1e-4 && a.abs() < 1e-4 && b.abs() < 1e-4);
    let red = oklab(linear(RGBColor(255, 0, 0)));
    assert!((red[0] - 0.628).abs() < 1e-3 && (red[1] - 0.225).abs() < 1e-3);
    // No eye changes a grey.
    for (name, eye) in EYES {
        let grey = times(&eye, [0.5; 3]);
        assert!(grey.iter().all(|v| (v - 0.5).abs() < 1e-3), "{name}");
    }
}

#[test]
fn the_deficiencies_are_simulated() {
    let seen = |eye: &Matrix, color| oklab(times(eye, linear(color)).map(|v| v.clamp(0.0, 1.0)));
    let far = |eye: &Matrix, a, b| {
        let (a, b) = (seen(eye, a), seen(eye, b));
        a.iter()
            .zip(b)
            .map(|(a, b)| (a - b).powi(2))
            .sum::<f64>()
            .sqrt()
    };
    // A red and a green, a blue and a green, as light as each other.
    let (red, green) = (RGBColor(0xb8, 0x4a, 0x3a), RGBColor(0x5f, 0x7a, 0x2c));
    let (azure, jade) = (RGBColor(0x2b, 0x8f, 0xb3), RGBColor(0x2c, 0x93, 0x8a));
    let [(_, common), (_, protan), (_, deutan), (_, tritan)] = EYES;
    assert!(far(&deutan, red, green) < far(&common, red, green) / 2.0);
    assert!(far(&protan, red, green) < far(&common, red, green) / 2.0);
    assert!(far(&tritan, azure, jade) < far(&common, azure, jade) / 2.0);
}

#[test]
fn readings_are_three_steps_of_lightness_apart() {
    for (name, theme) in themes() {
        for (a, b) in pairs(&READINGS) {
            let found = contrast(theme.paint(a).paper, theme.paint(b).paper);
            assert!(found >= 3.0, "{name}: {a:?} and {b:?} have {found:.2}:1");
        }
    }
}

#[test]
fn readings_are_told_apart_by_colour_alone() {
    assert_apart_by_colour(pairs(&READINGS).collect::<Vec<_>>().into_iter());
    // What could not be read stands in a column of its own; only neutral resembles it, and lies
    // differently.
    let decided = [Tone::Hindering, Tone::Enabling];
    assert_apart_by_colour(decided.map(|tone| (tone, Tone::Unread)).into_iter());
    for (_, theme) in themes() {
        let (neutral, unread) = (theme.paint(Tone::Neutral), theme.paint(Tone::Unread));
        assert_ne!(neutral.pattern, unread.pattern);
    }
}

#[test]
fn no_is_told_from_yes_and_from_every_gap_by_colour_alone() {
    let gaps = GAPS.map(|gap| (Tone::No, gap));
    assert_apart_by_colour(gaps.into_iter());
    assert_apart_by_colour([(Tone::No, Tone::Primary)].into_iter());
}

#[test]
fn answers_are_told_from_gaps_and_from_a_second_series_by_colour_alone() {
    let all = ANSWERS.map(|answer| GAPS.map(|gap| (answer, gap)));
    assert_apart_by_colour(all.into_iter().flatten());
    assert_apart_by_colour([(Tone::Primary, Tone::Secondary)].into_iter());
}

#[test]
fn gaps_are_told_apart_by_pattern() {
    for (name, theme) in themes() {
        for (a, b) in pairs(&GAPS) {
            let (pa, pb) = (theme.paint(a).pattern, theme.paint(b).pattern);
            assert_ne!(pa, pb, "{name}: {a:?} and {b:?}");
        }
    }
}

#[test]
fn no_two_tones_look_alike_in_colour_or_in_grey() {
    for (name, theme) in themes() {
        for (a, b) in pairs(Tone::ALL) {
            let (pa, pb) = (theme.paint(a), theme.paint(b));
            if pa.pattern == pb.pattern {
                let grey = contrast(pa.paper, pb.paper);
                assert!(
                    grey >= 1.6,
                    "{name}: {a:?} and {b:?} are {grey:.2}:1 in grey"
                );
            }
        }
    }
}

#[test]
fn a_tone_lies_the_same_way_in_every_theme() {
    for tone in Tone::ALL {
        let lies =
            themes().map(|(_, theme)| (theme.paint(*tone).pattern, theme.paint(*tone).dashed));
        assert!(lies.iter().all(|one| *one == lies[0]), "{tone:?}");
    }
}

#[test]
fn every_edge_stands_out_from_the_background() {
    for (name, theme) in themes() {
        let least = if name == "contrast" { 7.0 } else { 3.0 };
        for tone in Tone::ALL {
            let found = contrast(theme.paint(*tone).edge, theme.background);
            assert!(found >= least, "{name}: {tone:?} has {found:.2}:1");
        }
        let axis = contrast(theme.axis, theme.background);
        assert!(axis >= least, "{name}: the axis has {axis:.2}:1");
    }
}

#[test]
fn ink_is_seen_on_its_paper() {
    for (name, theme) in themes() {
        for tone in Tone::ALL {
            let paint = theme.paint(*tone);
            if paint.pattern != Pattern::Solid {
                let found = contrast(paint.ink, paint.paper);
                assert!(found >= 3.0, "{name}: {tone:?} has {found:.2}:1");
            }
        }
    }
}

#[test]
fn text_is_read_wherever_it_stands() {
    for (name, theme) in themes() {
        for tone in Tone::ALL {
            let paint = theme.paint(*tone);
            // On a pattern, text has a plate of the background.
            if paint.pattern == Pattern::Solid {
                let found = contrast(paint.text, paint.paper);
                assert!(found >= 4.5, "{name}: {tone:?} has {found:.2}:1");
            }
        }
        for ink in [theme.text, theme.muted] {
            assert!(contrast(ink, theme.background) >= 4.5, "{name}");
        }
    }
}

#[test]
fn print_has_no_colour() {
    let theme = Theme::print();
    let quiet = [
        theme.background,
        theme.text,
        theme.muted,
        theme.grid,
        theme.axis,
    ];
    let tones = Tone::ALL.iter().flat_map(|tone| {
        let paint = theme.paint(*tone);
        [paint.ink, paint.paper, paint.edge, paint.text]
    });
    for RGBColor(r, g, b) in quiet.into_iter().chain(tones) {
        assert!(r == g && g == b, "{r} {g} {b}");
    }
}
