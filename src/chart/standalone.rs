//! A finished chart as a picture of its own, for a file: what the page says around it (title, base,
//! filter, survey, fingerprint, date) stands in the picture.

use super::canvas::{self, Align, Ink};
use super::metrics::{self, Weight};
use super::rows::{PAD, held};
use super::{Frame, Theme};

const TITLE: Ruled = Ruled {
    size: 18,
    line: 24,
    weight: Weight::Semibold,
};
const BELOW: Ruled = Ruled {
    size: 12,
    line: 17,
    weight: Weight::Regular,
};
/// Around everything.
const MARGIN: i32 = 12;
/// More lines than this a text never gets.
const LINES: usize = 8;

/// What stands around a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caption {
    /// Above the chart.
    pub title: String,
    /// Below the chart, each from a line of its own.
    pub lines: Vec<String>,
}

struct Ruled {
    size: u32,
    line: i32,
    weight: Weight,
}

impl Ruled {
    fn wrap(&self, text: &str, room: u32) -> Vec<String> {
        metrics::wrap(text, room, self.size, self.weight, LINES)
    }

    fn height(&self, lines: &[String]) -> i32 {
        self.line * i32::try_from(lines.len()).unwrap_or(0)
    }
}

/// Puts title and caption around `svg`, a chart that was drawn with the same theme. Where its font
/// is not installed the picture is shown with another; [`with_fonts`] prevents this.
pub fn standalone(svg: &str, caption: &Caption, theme: &Theme) -> String {
    let (width, height) = size(svg).unwrap_or((held(0), 0));
    let room = (width - 2 * PAD).max(1).unsigned_abs();
    let title = TITLE.wrap(&caption.title, room);
    let below = caption.lines.iter().flat_map(|line| BELOW.wrap(line, room));
    let below: Vec<String> = below.collect();
    let chart_top = MARGIN + TITLE.height(&title) + MARGIN;
    let below_top = chart_top + height + MARGIN;
    let whole = (
        width + 2 * MARGIN,
        below_top + BELOW.height(&below) + MARGIN,
    );
    let frame = Frame {
        id: "picture".to_owned(),
        title: caption.title.clone(),
        description: caption.lines.join(" · "),
        width: whole.0.unsigned_abs(),
        more: String::new(),
    };
    canvas::page(&frame, "standalone", whole, theme, |canvas| {
        canvas.plate((0, 0), whole, theme.background)?;
        let texts = [
            (TITLE, &title, MARGIN, theme.text),
            (BELOW, &below, below_top, theme.muted),
        ];
        for (ruled, lines, top, color) in texts {
            let ink = Ink {
                size: ruled.size,
                weight: ruled.weight,
                color,
            };
            let mut y = top + ruled.line / 2;
            for line in lines {
                canvas.text(line, (MARGIN + PAD, y), Align::Left, ink)?;
                y += ruled.line;
            }
        }
        // Where the font is missing, a word may need some of the margin.
        let svg = svg.replacen("<svg ", "<svg overflow=\"visible\" ", 1);
        canvas.markup(format!(
            "<g transform=\"translate({MARGIN} {chart_top})\">\n{svg}</g>\n"
        ))
    })
}

/// A font to put into a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Face {
    /// 400 or 600: no chart uses another.
    pub weight: u32,
    /// The WOFF2 file in base64.
    pub woff2: String,
}

/// Puts fonts into a picture, so that it looks the same everywhere. Only for files and images: in a
/// page, its policy would forbid them.
pub fn with_fonts(picture: &str, theme: &Theme, faces: &[Face]) -> String {
    let style = ["<style>", &font_rules(theme, faces), "</style>"].concat();
    match picture.split_once('>') {
        Some((root, rest)) => format!("{root}>\n{style}{rest}"),
        None => picture.to_owned(),
    }
}

/// The rules of a style that holds these fonts.
pub fn font_rules(theme: &Theme, faces: &[Face]) -> String {
    let family = theme.font_family.split(',').next().unwrap_or_default();
    let rules = faces.iter().map(|Face { weight, woff2 }| {
        format!(
            "@font-face{{font-family:{family};font-weight:{weight};\
             src:url(data:font/woff2;base64,{woff2})}}"
        )
    });
    rules.collect()
}

/// Width and height of a chart, as its first line says.
pub(super) fn size(svg: &str) -> Option<(i32, i32)> {
    let (_, rest) = svg.split_once("viewBox=\"0 0 ")?;
    let (size, _) = rest.split_once('"')?;
    let (width, height) = size.split_once(' ')?;
    Some((width.parse().ok()?, height.parse().ok()?))
}
