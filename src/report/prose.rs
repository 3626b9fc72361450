//! What authors write, as blocks of a report: paragraphs, lists, bold, italics
//! and links of CommonMark, and nothing else. What is no part of that stands
//! there as it was typed: no heading, picture, code or HTML gets into a report.
//!
//! A link to `finding:<id>` is bound: what stands in it is what that finding
//! says now, whatever the text said when it was written.

use super::links::is_safe;
use super::whole::{Block, Span};
use pulldown_cmark::{Event, OffsetIter, Options, Parser, Tag};
use std::ops::Range;

/// How the address of a bound finding begins.
pub const BOUND: &str = "finding:";
/// A text as blocks. `says` gives what a finding says now; where it gives
/// nothing, the words that were written stay.
pub fn blocks(text: &str, says: &dyn Fn(&str) -> Option<String>) -> Vec<Block> {
    let events = Parser::new_ext(text, Options::empty()).into_offset_iter();
    Reading { text, says, events }.blocks()
}

/// The ids of the findings that are bound in a text, each once, in order.
pub fn bound(text: &str) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for (_, id) in bound_at(text) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// Where findings are bound in a text, and which.
pub fn bound_at(text: &str) -> Vec<(Range<usize>, String)> {
    let events = Parser::new_ext(text, Options::empty()).into_offset_iter();
    let links = events.filter_map(|(event, range)| match event {
        Event::Start(Tag::Link { dest_url, .. }) => {
            Some((range, dest_url.strip_prefix(BOUND)?.to_owned()))
        }
        _ => None,
    });
    links.collect()
}

/// A finding as it is bound in a text.
pub fn binding(id: &str, sentence: &str) -> String {
    let mut words = String::new();
    for sign in sentence.chars() {
        // Signs that mean something would end the link, or change its words.
        if matches!(sign, '\\' | '[' | ']' | '*' | '_' | '`' | '<' | '&') {
            words.push('\\');
        }
        words.push(sign);
    }
    format!("[{words}](<{BOUND}{id}>)")
}

struct Reading<'a> {
    text: &'a str,
    says: &'a dyn Fn(&str) -> Option<String>,
    events: OffsetIter<'a>,
}

impl Reading<'_> {
    /// Blocks, up to the end of what they stand in. Words that stand in it
    /// without a paragraph, as in a short list, are one.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut loose = Vec::new();
        while let Some((event, range)) = self.events.next() {
            let block = match event {
                Event::End(_) => break,
                Event::Start(Tag::Paragraph) => Some(Block::Paragraph(self.spans())),
                Event::Start(Tag::List(first)) => Some(self.list(first.is_some())),
                Event::Start(
                    tag @ (Tag::Strong | Tag::Emphasis | Tag::Link { .. } | Tag::Image { .. }),
                ) => {
                    self.styled(tag, range, &mut loose);
                    None
                }
                Event::Start(_) => {
                    self.skip();
                    Some(self.typed(range))
                }
                Event::Rule => Some(self.typed(range)),
                word => {
                    self.word(word, range, &mut loose);
                    None
                }
            };
            if let Some(block) = block {
                if !loose.is_empty() {
                    blocks.push(Block::Paragraph(std::mem::take(&mut loose)));
                }
                blocks.push(block);
            }
        }
        if !loose.is_empty() {
            blocks.push(Block::Paragraph(loose));
        }
        blocks
    }

    fn list(&mut self, ordered: bool) -> Block {
        let mut items = Vec::new();
        while let Some((Event::Start(_), _)) = self.events.next() {
            items.push(self.blocks());
        }
        Block::List { ordered, items }
    }

    /// Words, up to the end of what they stand in.
    fn spans(&mut self) -> Vec<Span> {
        let mut spans = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) => self.styled(tag, range, &mut spans),
                word => self.word(word, range, &mut spans),
            }
        }
        spans
    }

    fn styled(&mut self, tag: Tag<'_>, range: Range<usize>, spans: &mut Vec<Span>) {
        match tag {
            Tag::Strong => spans.push(Span::Strong(self.spans())),
            Tag::Emphasis => spans.push(Span::Emphasis(self.spans())),
            Tag::Link { dest_url, .. } => {
                let text = self.spans();
                match dest_url.strip_prefix(BOUND) {
                    Some(id) => match (self.says)(id) {
                        Some(now) => push(spans, &now),
                        None => spans.extend(text),
                    },
                    None if is_safe(&dest_url) => spans.push(Span::Link {
                        href: dest_url.to_string(),
                        text,
                    }),
                    None => push(spans, self.source(range)),
                }
            }
            _ => {
                self.skip();
                push(spans, self.source(range));
            }
        }
    }

    fn word(&self, event: Event<'_>, range: Range<usize>, spans: &mut Vec<Span>) {
        match event {
            Event::Text(text) => push(spans, &text),
            Event::SoftBreak => push(spans, " "),
            Event::HardBreak => spans.push(Span::Break),
            _ => push(spans, self.source(range)),
        }
    }

    /// What is no part of the language, as it was typed.
    fn typed(&self, range: Range<usize>) -> Block {
        Block::Paragraph(vec![Span::text(self.source(range))])
    }

    fn source(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default().trim_end()
    }

    /// Passes over the rest of what has just begun.
    fn skip(&mut self) {
        let mut inside = 1;
        while inside > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => inside += 1,
                Some((Event::End(_), _)) => inside -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }
}

/// Adds words; those that follow words are one span with them.
fn push(spans: &mut Vec<Span>, words: &str) {
    match spans.last_mut() {
        Some(Span::Text(text)) => text.push_str(words),
        _ => spans.push(Span::text(words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now(id: &str) -> Option<String> {
        (id == "share/q2/interno").then(|| "6 enti su 7 scelgono [interno].".into())
    }

    /// A text in small print: `*` emphasis, `**` strong, `(href|words)`.
    fn shown(blocks: &[Block]) -> String {
        fn spans(all: &[Span]) -> String {
            let one = |span: &Span| match span {
                Span::Text(text) => text.clone(),
                Span::Strong(inner) => format!("**{}**", spans(inner)),
                Span::Emphasis(inner) => format!("*{}*", spans(inner)),
                Span::Link { href, text } => format!("({href}|{})", spans(text)),
                Span::Struck(inner) => format!("~{}~", spans(inner)),
                Span::Break => "⏎".into(),
            };
            all.iter().map(one).collect()
        }
        let one = |block: &Block| match block {
            Block::Paragraph(words) => format!("p {}", spans(words)),
            Block::List { ordered, items } => {
                let items: Vec<_> = items.iter().map(|item| shown(item)).collect();
                format!(
                    "{} [{}]",
                    if *ordered { "ol" } else { "ul" },
                    items.join(", ")
                )
            }
            other => format!("{other:?}"),
        };
        blocks.iter().map(one).collect::<Vec<_>>().join("; ")
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(shown(&blocks(text, &now)), expected, "{text}");
    }

    #[test]
    fn paragraphs_lists_bold_italics_and_links() {
        check(
            "Uno *due* **tre**\ne quattro.\n\nCinque.",
            "p Uno *due* **tre** e quattro.; p Cinque.",
        );
        check("- a\n- b\n  1. c\n  2. d", "ul [p a, p b; ol [p c, p d]]");
        check("- a\n\n- b", "ul [p a, p b]");
        check(
            "[legge](https://example.org/l)",
            "p (https://example.org/l|legge)",
        );
        check("riga  \naltra", "p riga⏎altra");
    }

    #[test]
    fn anything_else_stays_as_it_was_typed() {
        check("# Titolo", "p # Titolo");
        check("<script>x</script>", "p <script>x</script>");
        check("a <b>c</b>", "p a <b>c</b>");
        check("`codice`", "p `codice`");
        check(
            "![figura](https://example.org/f.png)",
            "p ![figura](https://example.org/f.png)",
        );
        check(
            "[male](javascript:alert(1))",
            "p [male](javascript:alert(1))",
        );
        check("> citato", "p > citato");
        check("- ![f](x) testo", "ul [p ![f](x) testo]");
        check("a\n\n---\n\nb", "p a; p ---; p b");
        check("", "");
    }

    #[test]
    fn a_bound_finding_says_what_it_says_now() {
        let text = binding("share/q2/interno", "5 enti su 7 [*interno*]");
        check(
            &format!("Oggi: {text} Poi."),
            "p Oggi: 6 enti su 7 scelgono [interno]. Poi.",
        );
        assert_eq!(bound(&text), ["share/q2/interno"]);
    }

    #[test]
    fn where_a_finding_is_no_more_the_words_stay() {
        let text = binding("gone", "5 enti su 7 [*interno*]");
        check(&text, "p 5 enti su 7 [*interno*]");
    }
}
