//! A report as HTML: cover, contents, sections. The same HTML is shown in the
//! page, printed, and put into a file.
//!
//! Several reports can stand in one document: the ids of each begin with its
//! place, so that none of them leads into another.

mod blocks;
mod drawing;
mod running;

pub(in crate::report) use drawing::drawing;
pub use running::{Running, page_rules, running};
pub(super) use running::{boxed, cut, fingerprint, quoted, together};

use super::Html;
use super::whole::{Block, Cover, Report, Section};
use crate::i18n::Locale;

/// Levels of sections that the table of contents shows.
const CONTENTS: u8 = 2;

/// A report as HTML; `at` is its place among those that stand in the document.
pub fn page(report: &Report, at: usize) -> String {
    let mut page = Page {
        html: Html::default(),
        language: report.language,
        prefix: prefix(at),
    };
    let marks = [
        ("data-report", at.to_string()),
        ("lang", report.language.code().into()),
        ("aria-labelledby", page.id("title")),
    ];
    page.html.open("article", "report-doc", &marks);
    page.cover(report);
    page.contents(&report.sections);
    for section in &report.sections {
        page.section(section);
    }
    page.html.close("article");
    page.html.finish()
}

/// Blocks as HTML, without a report around them.
pub(in crate::report) fn within(language: Locale, blocks: &[Block]) -> String {
    let mut page = Page {
        html: Html::default(),
        language,
        prefix: String::new(),
    };
    page.blocks(blocks);
    page.html.finish()
}

/// With what the ids of the report at a place begin.
fn prefix(at: usize) -> String {
    format!("r{}-", at + 1)
}

/// A report that is being written.
struct Page {
    html: Html,
    language: Locale,
    prefix: String,
}

impl Page {
    /// The id of something of this report.
    fn id(&self, name: &str) -> String {
        [self.prefix.as_str(), name].concat()
    }

    fn cover(&mut self, report: &Report) {
        let Cover {
            title,
            subtitle,
            lines,
            funds,
        } = &report.cover;
        self.html.open("div", "cover", &[]);
        self.html.open("h1", "title", &[("id", self.id("title"))]);
        self.html.text(title);
        self.html.close("h1");
        if !subtitle.is_empty() {
            self.html.element("p", "subtitle", subtitle);
        }
        if !lines.is_empty() {
            self.html.open("dl", "facts", &[]);
            for (name, said) in lines {
                self.html.raw("<div>");
                self.html.element("dt", "", name);
                self.html.element("dd", "", said);
                self.html.raw("</div>");
            }
            self.html.close("dl");
        }
        if !funds.is_empty() {
            self.html.open("div", "funds", &[]);
            for line in funds {
                self.html.element("p", "", line);
            }
            self.html.close("div");
        }
        self.html.open("p", "stamp", &[]);
        let stamp = &report.stamp;
        for (i, said) in [&stamp.version, &stamp.date]
            .into_iter()
            .filter(|said| !said.is_empty())
            .enumerate()
        {
            if i > 0 {
                self.html.raw(" · ");
            }
            self.html.element("span", "", said);
        }
        if !stamp.fingerprint.is_empty() {
            self.html.raw("<br>");
            self.html.text(self.language.fingerprint_short());
            self.html.raw(" ");
            self.html.element("code", "", &stamp.fingerprint);
        }
        self.html.close("p");
        self.html.close("div");
    }

    /// Where everything is, as lists in lists.
    fn contents(&mut self, sections: &[Section]) {
        let listed = sections.iter().filter(|s| s.level <= CONTENTS);
        let listed: Vec<&Section> = listed.collect();
        if listed.is_empty() {
            return;
        }
        let heading = self.id("contents");
        let names = [heading.as_str(), " ", &self.id("title")].concat();
        let name = [("aria-labelledby", names)];
        self.html.open("nav", "contents", &name);
        self.html.open("h2", "", &[("id", heading)]);
        self.html.text(self.language.report_contents());
        self.html.close("h2");
        // The levels whose lists are open; an item stays open for what is in it.
        let mut open: Vec<u8> = Vec::new();
        for section in listed {
            while open.last().is_some_and(|level| *level > section.level) && open.len() > 1 {
                self.html.raw("</li></ol>");
                open.pop();
            }
            match open.last_mut() {
                Some(level) if *level >= section.level => {
                    *level = section.level;
                    self.html.raw("</li>");
                }
                _ => {
                    self.html.raw("<ol>");
                    open.push(section.level);
                }
            }
            self.html.raw("<li>");
            let href = ["#", &self.id(&section.id)].concat();
            self.html.open("a", "", &[("href", href)]);
            self.heading_words(section);
            self.html.close("a");
        }
        for _ in open {
            self.html.raw("</li></ol>");
        }
        self.html.close("nav");
    }

    fn heading_words(&mut self, section: &Section) {
        if !section.number.is_empty() {
            self.html.element("span", "nr", &section.number);
            self.html.raw(" ");
        }
        self.html.text(&section.heading);
    }

    /// The title of the report is the heading above those of all sections.
    fn section(&mut self, section: &Section) {
        let level = section.level.clamp(1, 3);
        let class = if section.new_page {
            "section new-page"
        } else {
            "section"
        };
        let marks = [
            ("id", self.id(&section.id)),
            ("data-level", level.to_string()),
        ];
        self.html.open("section", class, &marks);
        let tag = ["h2", "h3", "h4"][usize::from(level - 1)];
        self.html.open(tag, "", &[]);
        self.heading_words(section);
        self.html.close(tag);
        self.blocks(&section.blocks);
        self.html.close("section");
    }
}
