//! Words of a paragraph: spans, and the inlines of tables.

use crate::report::Inline;
use crate::report::whole::Span;
use docx_rs::{
    BreakType, FieldCharType, Hyperlink, HyperlinkData, HyperlinkType, InstrText, Paragraph, Run,
};
use std::collections::BTreeMap;

/// How words look.
#[derive(Clone, Copy, Default)]
pub struct Look {
    strong: bool,
    emphasis: bool,
    struck: bool,
    link: bool,
}

/// What links lead to.
#[derive(Default)]
pub struct Links {
    /// Names of the bookmarks, by the ids of sections.
    pub places: BTreeMap<String, String>,
    /// How many lead outside.
    outside: usize,
}

/// Words that no word processor refuses: control characters are left out.
pub fn clean(text: &str) -> String {
    let fine = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().filter(fine).collect()
}

/// Plain words; where a line ends in them, it ends in the file.
pub fn run(text: &str, look: Look) -> Run {
    let mut run = Run::new();
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        run = run.add_text(clean(line));
    }
    if look.strong {
        run = run.bold();
    }
    if look.emphasis {
        run = run.italic();
    }
    if look.struck {
        run = run.strike();
    }
    if look.link {
        run = run.style("Hyperlink");
    }
    run
}

/// A field: what the word processor puts in, and what stands there until then.
pub fn field(instruction: &str, shown: &str) -> Run {
    Run::new()
        .add_field_char(FieldCharType::Begin, false)
        .add_instr_text(InstrText::Unsupported(instruction.into()))
        .add_field_char(FieldCharType::Separate, false)
        .add_text(clean(shown))
        .add_field_char(FieldCharType::End, false)
}

impl Links {
    /// Adds words to a paragraph.
    pub fn spans(&mut self, mut p: Paragraph, spans: &[Span], look: Look) -> Paragraph {
        for span in spans {
            p = match span {
                Span::Text(text) => p.add_run(run(text, look)),
                Span::Break => p.add_run(Run::new().add_break(BreakType::TextWrapping)),
                Span::Strong(inner) => {
                    let strong = true;
                    self.spans(p, inner, Look { strong, ..look })
                }
                Span::Emphasis(inner) => {
                    let emphasis = true;
                    self.spans(p, inner, Look { emphasis, ..look })
                }
                Span::Struck(inner) => {
                    let struck = true;
                    self.spans(p, inner, Look { struck, ..look })
                }
                Span::Link { href, text } => self.link(p, href, text, look),
            };
        }
        p
    }

    /// Adds words that lead somewhere; where they lead nowhere in this file, they
    /// are words.
    fn link(&mut self, p: Paragraph, href: &str, text: &[Span], look: Look) -> Paragraph {
        let Some(link) = self.to(href) else {
            return self.spans(p, text, look);
        };
        let link_look = Look { link: true, ..look };
        // A link in a link there is none; its words may look as they like.
        let inside = self.spans(Paragraph::new(), text, link_look);
        let mut link = link;
        link.children = inside.children;
        p.add_hyperlink(link)
    }

    fn to(&mut self, href: &str) -> Option<Hyperlink> {
        if let Some(id) = href.strip_prefix('#') {
            let place = self.places.get(id)?;
            return Some(Hyperlink::new(place, HyperlinkType::Anchor));
        }
        let outside = ["https:", "http:", "mailto:"];
        if !outside.iter().any(|scheme| href.starts_with(scheme)) {
            return None;
        }
        let mut link = Hyperlink::new(clean(href), HyperlinkType::External);
        self.outside += 1;
        // The library counts through all documents that it ever made.
        if let HyperlinkData::External { rid, .. } = &mut link.link {
            *rid = format!("rIdLink{}", self.outside);
        }
        Some(link)
    }

    /// Adds what stands in a cell of a table.
    pub fn inlines(&mut self, mut p: Paragraph, parts: &[Inline], look: Look) -> Paragraph {
        let shown = parts.iter().filter(|part| says(part));
        for (at, part) in shown.enumerate() {
            if at > 0 {
                p = p.add_run(run(" ", look));
            }
            p = self.inline(p, part, look);
        }
        p
    }

    fn inline(&mut self, p: Paragraph, part: &Inline, look: Look) -> Paragraph {
        match part {
            Inline::Text(text) | Inline::More { text, .. } | Inline::Badge { text, .. } => {
                p.add_run(run(text, look))
            }
            Inline::Struck(text) => {
                let struck = true;
                p.add_run(run(text, Look { struck, ..look }))
            }
            Inline::Link { href, text } => self.link(p, href, &[Span::text(text.as_str())], look),
            Inline::Outside(to) => self.link(p, to, &[Span::text(to.as_str())], look),
            Inline::Run(parts) => parts.iter().fold(p, |p, part| self.inline(p, part, look)),
            Inline::Remark(text) => {
                let emphasis = true;
                p.add_run(run(text, Look { emphasis, ..look }))
            }
            Inline::Choice { made, text, beside } => {
                let mark = if *made { "☒ " } else { "☐ " };
                let strong = *made || look.strong;
                let p = p.add_run(run(mark, look));
                let p = p.add_run(run(text, Look { strong, ..look }));
                if beside.is_empty() {
                    p
                } else {
                    p.add_run(run(&[" ", beside].concat(), look))
                }
            }
        }
    }
}

impl Look {
    /// In bold.
    pub fn strong() -> Self {
        let strong = true;
        Self {
            strong,
            ..Self::default()
        }
    }
}

fn says(part: &Inline) -> bool {
    match part {
        Inline::Text(text) | Inline::Remark(text) => !text.is_empty(),
        _ => true,
    }
}
