//! A finished chart as a figure of a document: one picture with one text
//! alternative. Whoever puts it somewhere decides what of it can be reached.

use super::standalone::size;

/// A chart in a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Still {
    /// The drawing, as it was drawn.
    pub svg: String,
    /// What it shows, and its result with every figure.
    pub alternative: String,
    /// Width and height in CSS pixels.
    pub size: (f64, f64),
}

/// Reads what a chart says that one of the renderers drew; `None` where there is
/// nothing drawn.
pub fn still(svg: String) -> Option<Still> {
    let (width, height) = size(&svg)?;
    let said = [element(&svg, "title")?, element(&svg, "desc")?];
    let said: Vec<String> = said.iter().map(|part| plain(part)).collect();
    let said: Vec<&str> = said
        .iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    let alternative = said.join(". ");
    Some(Still {
        svg,
        alternative,
        size: (width.into(), height.into()),
    })
}

/// What stands in the first element of a name, escaped as it is there.
fn element<'a>(svg: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = svg.split_once(&["<", name, " "].concat())?;
    let (_, rest) = rest.split_once('>')?;
    Some(rest.split_once("</")?.0)
}

/// Escaped words as they are read.
fn plain(escaped: &str) -> String {
    let signs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
    ];
    let words = signs
        .iter()
        .fold(escaped.to_owned(), |words, (code, sign)| {
            words.replace(code, sign)
        });
    // Last, because what it gives may look like another of them.
    words.replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::super::{Bars, Frame, Mark, Theme, Tone, bars};
    use super::*;

    #[test]
    fn a_chart_becomes_one_picture_with_its_words() {
        let mark = Mark {
            key: "in".into(),
            label: "R&D \"inside\"".into(),
            value: 2,
            figure: "2 of 3".into(),
            names: vec!["Bari".into()],
            others: 0,
            tone: Tone::Primary,
        };
        let spec = Bars {
            frame: Frame {
                id: "f1".into(),
                title: "Question 2".into(),
                description: "3 bodies. R&D \"inside\": 2 of 3".into(),
                width: 640,
                more: "{n} more".into(),
            },
            base: 3,
            axis: "Bodies".into(),
            options: vec![mark],
            states: Vec::new(),
        };
        let drawn = bars::render(&spec, &Theme::light());
        let Some(figure) = still(drawn.clone()) else {
            panic!("no figure of {drawn}");
        };
        assert_eq!(figure.svg, drawn);
        let said = "Question 2. 3 bodies. R&D \"inside\": 2 of 3";
        assert_eq!(figure.alternative, said);
        assert_eq!(figure.size.0, 640.0);
        assert_eq!(still(String::new()), None);
        assert_eq!(still("<svg viewBox=\"0 0 2\">".into()), None);
    }
}
