//! What sections are made of, as HTML.

use super::Page;
use crate::report::links::is_safe;
use crate::report::whole::{Block, Figure, Span};
use crate::report::{Inline, Table};
use std::iter::repeat;

/// Columns above which a table is wider than a phone.
const NARROW: usize = 4;

impl Page {
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(words) => self.words("", words),
            Block::Note(words) => self.words("doc-note", words),
            Block::List { ordered, items } => {
                let tag = if *ordered { "ol" } else { "ul" };
                self.html.open(tag, "", &[]);
                for item in items {
                    self.html.raw("<li>");
                    match item.as_slice() {
                        // An item that is one paragraph is no paragraph to the eye.
                        [Block::Paragraph(words)] => self.spans(words),
                        several => self.blocks(several),
                    }
                    self.html.raw("</li>");
                }
                self.html.close(tag);
            }
            Block::Table { number, table } => self.table(number, table),
            Block::Figure(figure) => self.figure(figure),
        }
    }

    fn words(&mut self, class: &str, words: &[Span]) {
        self.html.open("p", class, &[]);
        self.spans(words);
        self.html.close("p");
    }

    fn spans(&mut self, spans: &[Span]) {
        spans.iter().for_each(|span| self.span(span));
    }

    fn span(&mut self, span: &Span) {
        match span {
            Span::Text(text) => self.html.text(text),
            Span::Strong(inner) => self.within("strong", inner),
            Span::Emphasis(inner) => self.within("em", inner),
            Span::Struck(inner) => {
                self.html.raw("<s>");
                self.html
                    .element("span", "unseen", self.language.report_struck());
                self.html.raw(" ");
                self.spans(inner);
                self.html.raw("</s>");
            }
            Span::Link { href, text } => self.link(href, text),
            Span::Break => self.html.raw("<br>"),
        }
    }

    fn within(&mut self, tag: &str, inner: &[Span]) {
        self.html.open(tag, "", &[]);
        self.spans(inner);
        self.html.close(tag);
    }

    /// Leads to a section of this report or to a safe address; words that lead
    /// anywhere else are words.
    fn link(&mut self, href: &str, text: &[Span]) {
        if let Some(href) = self.inside(href) {
            self.html.open("a", "", &[("href", href)]);
        } else if is_safe(href) {
            let marks = [
                ("href", href.to_owned()),
                ("rel", "noopener noreferrer".into()),
                ("target", "_blank".into()),
            ];
            self.html.open("a", "", &marks);
        } else {
            return self.spans(text);
        }
        self.spans(text);
        self.html.close("a");
    }

    /// The address of a section of this report. What begins with `#/` is a page
    /// of the app, which no file knows.
    fn inside(&self, href: &str) -> Option<String> {
        let name = href
            .strip_prefix('#')
            .filter(|name| !name.starts_with('/'))?;
        Some(["#", &self.id(name)].concat())
    }

    /// On a small screen a wide table is moved from side to side; the keyboard
    /// can stand on it for that.
    fn table(&mut self, number: &str, table: &Table) {
        let table = self.printed(table);
        let wide = table.columns.len() > NARROW;
        if wide {
            let name = [number, &table.caption].join(" ");
            let marks = [
                ("role", "group".to_owned()),
                ("tabindex", "0".into()),
                ("aria-label", name.trim().to_owned()),
            ];
            self.html.open("div", "wide", &marks);
        }
        self.html.table(&table, number);
        if wide {
            self.html.close("div");
        }
    }

    /// The table as it can be printed: nothing to press but links that lead
    /// somewhere from a file as well. How it looks in the app, and the marks by
    /// which the app finds its places, are not of the report.
    fn printed(&self, table: &Table) -> Table {
        let mut table = table.clone();
        table.class.clear();
        table.marks.clear();
        for row in table.groups.iter_mut().flat_map(|group| &mut group.rows) {
            row.marks.clear();
            row.heading.iter_mut().for_each(|part| self.print(part));
            // Under the heads of all columns but the first.
            let heads = table.columns.iter().skip(1).map(|head| head.number);
            for (cell, number) in row.cells.iter_mut().zip(heads.chain(repeat(false))) {
                cell.marks.clear();
                if number {
                    cell.class = "number".into();
                }
                cell.content.iter_mut().for_each(|part| self.print(part));
            }
        }
        table
    }

    fn print(&self, part: &mut Inline) {
        match part {
            Inline::Link { href, text } => match self.inside(href) {
                Some(inside) => *href = inside,
                None => *part = Inline::Text(std::mem::take(text)),
            },
            Inline::More { text, .. } => *part = Inline::Text(std::mem::take(text)),
            Inline::Run(parts) => parts.iter_mut().for_each(|part| self.print(part)),
            Inline::Text(_)
            | Inline::Struck(_)
            | Inline::Outside(_)
            | Inline::Remark(_)
            | Inline::Badge { .. }
            | Inline::Choice { .. } => {}
        }
    }

    fn figure(&mut self, figure: &Figure) {
        let id = self.id(&figure.id);
        self.html.open("figure", "", &[("id", id.clone())]);
        let said = match figure.alternative.as_str() {
            "" => &figure.caption,
            alternative => alternative,
        };
        let drawing = super::drawing::drawing(&figure.svg, &id, said);
        self.html.raw(&drawing);
        self.html.raw("<figcaption>");
        self.html.numbered(&figure.number, &figure.caption);
        self.html.raw("</figcaption></figure>");
    }
}
