//! What stands at the head and the foot of every printed page.
//!
//! A browser cannot take it from the text, so it is written into the rules of
//! the printed pages: each report has pages of its own, by its name.

use super::super::whole::Report;
use crate::i18n::Locale;

/// Digits of the fingerprint that people compare.
const SHORT: usize = 12;

/// Signs of the title that fit into the head of a page.
const TITLE: usize = 90;

/// What stands on every page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Running {
    /// Title of the report, with the subtitle where there is room.
    pub title: String,
    /// Version and date.
    pub version: String,
    /// The first digits of the fingerprint, with their name.
    pub fingerprint: String,
}

/// What stands on every page of a report.
pub fn running(report: &Report) -> Running {
    let stamp = &report.stamp;
    let fingerprint = fingerprint(report.language, &stamp.fingerprint);
    let (title, subtitle) = (&report.cover.title, &report.cover.subtitle);
    let both = together(title, subtitle);
    let fits = both.chars().count() <= TITLE;
    Running {
        title: cut(if fits { &both } else { title }),
        version: together(&stamp.version, &stamp.date),
        fingerprint,
    }
}

/// The first digits of a fingerprint, with their name.
pub(in crate::report) fn fingerprint(t: Locale, whole: &str) -> String {
    match whole.get(..SHORT).unwrap_or(whole) {
        "" => String::new(),
        short => [t.fingerprint_short(), " ", short].concat(),
    }
}

pub(in crate::report) fn together(a: &str, b: &str) -> String {
    let parts = [a, b].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

pub(in crate::report) fn cut(title: &str) -> String {
    match title.char_indices().nth(TITLE) {
        Some((end, _)) => [title[..end].trim_end(), "…"].concat(),
        None => title.to_owned(),
    }
}

/// The rules of the printed pages of some reports, in the order in which they
/// stand in the document: A4, head and foot, and none of both on the cover.
pub fn page_rules(reports: &[Report]) -> String {
    let mut rules = String::new();
    for (at, report) in reports.iter().enumerate() {
        let Running {
            title,
            version,
            fingerprint,
        } = running(report);
        let name = ["report-", &(at + 1).to_string()].concat();
        rules.push_str(&format!(
            "@page {name} {{ size: A4; margin: 24mm 20mm 20mm; {}{}{}{} }}\n\
             [data-report=\"{at}\"] {{ page: {name}; }}\n",
            boxed("top-left", &quoted(&title)),
            boxed("top-right", &quoted(&version)),
            boxed("bottom-left", &quoted(&fingerprint)),
            boxed("bottom-right", "counter(page) \" / \" counter(pages)"),
        ));
    }
    rules
}

/// A box at the margin of a page.
pub(in crate::report) fn boxed(place: &str, content: &str) -> String {
    let align = if place.starts_with("top") {
        "bottom"
    } else {
        "top"
    };
    format!(
        "@{place} {{ content: {content}; vertical-align: {align}; padding: 3mm 0; \
         font: 8pt \"Titillium Web\", Tahoma, sans-serif; color: #444; }} "
    )
}

/// A text as CSS writes it. Signs that could end it are written by their
/// numbers.
pub(in crate::report) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for sign in text.chars() {
        match sign {
            '"' | '\\' | '<' | '>' | '&' => quoted.push_str(&format!("\\{:x} ", sign as u32)),
            sign if sign.is_control() => quoted.push(' '),
            sign => quoted.push(sign),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_gets_out_of_its_rule() {
        assert_eq!(
            quoted("a\"; } </style>\\\n"),
            "\"a\\22 ; } \\3c /style\\3e \\5c  \""
        );
    }

    #[test]
    fn a_long_title_is_cut_between_signs() {
        assert_eq!(cut(&"è".repeat(90)), "è".repeat(90));
        assert_eq!(cut(&"è".repeat(91)), ["è".repeat(90), "…".into()].concat());
    }
}
