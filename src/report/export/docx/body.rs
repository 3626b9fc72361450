//! From the report to the body of the file: cover, table of contents, sections.

use super::table::table;
use super::words::{Links, Look, clean, field, run};
use crate::i18n::Locale;
use crate::report::whole::{Block, Figure, Report, Section, Span};
use docx_rs::{
    DocumentChild, FieldCharType, Hyperlink, HyperlinkType, IndentLevel, InstrText, NumberingId,
    Paragraph, Pic, Run,
};

/// One pixel of the page, in the units of drawings.
const PIXEL: f64 = 9525.0;
/// The most that a figure may measure: the text on a page, and what leaves room
/// for its caption.
const MOST: (f64, f64) = (5_940_000.0, 7_600_000.0);

/// The body, and what has to be said beside it.
pub struct Body {
    /// Paragraphs and tables.
    pub children: Vec<DocumentChild>,
    /// What each picture shows, in their order: its name, and in words.
    pub pictures: Vec<(String, String)>,
    /// How many ordered lists there are, each of which begins at one.
    pub ordered: usize,
    links: Links,
    marks: usize,
    t: Locale,
}

/// The numbering of lists that are not ordered; ordered ones follow it. The first
/// one is the library's own.
pub const BULLETS: usize = 2;

impl Body {
    /// The body of a report.
    pub fn of(report: &Report, pictures: &dyn Fn(&str) -> Option<Vec<u8>>) -> Self {
        let mut links = Links::default();
        for (at, section) in report.sections.iter().enumerate() {
            links.places.insert(section.id.clone(), place(at, section));
        }
        let mut body = Self {
            children: Vec::new(),
            pictures: Vec::new(),
            ordered: 0,
            links,
            marks: 0,
            t: report.language,
        };
        body.cover(report);
        body.contents(report);
        for (at, section) in report.sections.iter().enumerate() {
            body.section(at, section);
            body.blocks(&section.blocks, pictures);
        }
        body
    }

    fn p(&mut self, p: Paragraph) {
        self.children.push(DocumentChild::Paragraph(Box::new(p)));
    }

    fn line(&mut self, style: &str, text: &str) {
        if !text.is_empty() {
            let words = run(text, Look::default());
            self.p(Paragraph::new().style(style).add_run(words));
        }
    }

    fn cover(&mut self, report: &Report) {
        let (cover, stamp) = (&report.cover, &report.stamp);
        self.line("Title", &cover.title);
        self.line("Subtitle", &cover.subtitle);
        for (name, words) in &cover.lines {
            let name = run(&[name, ": "].concat(), Look::strong());
            let p = Paragraph::new().style("CoverLine").add_run(name);
            self.p(p.add_run(run(words, Look::default())));
        }
        for fund in &cover.funds {
            self.line("CoverFunds", fund);
        }
        let when = [stamp.version.as_str(), &stamp.date];
        let when: Vec<_> = when.into_iter().filter(|text| !text.is_empty()).collect();
        self.line("CoverStamp", &when.join(" · "));
        let fingerprint = [self.t.file_fingerprint(), " ", &stamp.fingerprint].concat();
        self.line("CoverStamp", &fingerprint);
    }

    /// The table of contents stands there as it is now, without numbers of
    /// pages; the word processor is asked to make it anew.
    fn contents(&mut self, report: &Report) {
        let title = Paragraph::new().style("TOCHeading").page_break_before(true);
        self.p(title.add_run(run(self.t.doc_contents(), Look::default())));
        let mut begin = Some(
            Run::new()
                .add_field_char(FieldCharType::Begin, true)
                .add_instr_text(InstrText::Unsupported(r#"TOC \o "1-3" \h \z \u"#.into()))
                .add_field_char(FieldCharType::Separate, false),
        );
        for (at, section) in report.sections.iter().enumerate() {
            let mut p = Paragraph::new().style(&format!("TOC{}", level(section)));
            if let Some(begin) = begin.take() {
                p = p.add_run(begin);
            }
            let link = Hyperlink::new(place(at, section), HyperlinkType::Anchor);
            self.p(p.add_hyperlink(link.add_run(run(&title_of(section), Look::default()))));
        }
        let end = Run::new().add_field_char(FieldCharType::End, false);
        let end = Paragraph::new().style("TOC1").add_run(end);
        if begin.is_none() {
            self.p(end);
        }
    }

    fn section(&mut self, at: usize, section: &Section) {
        self.marks += 1;
        let p = Paragraph::new()
            .style(&format!("Heading{}", level(section)))
            .add_bookmark_start(self.marks, place(at, section))
            .add_run(run(&title_of(section), Look::default()))
            .add_bookmark_end(self.marks);
        let new_page = section.new_page || at == 0;
        self.p(if new_page {
            p.page_break_before(true)
        } else {
            p
        });
    }

    fn blocks(&mut self, blocks: &[Block], pictures: &dyn Fn(&str) -> Option<Vec<u8>>) {
        for block in blocks {
            match block {
                Block::Paragraph(words) => self.words("BodyText", words),
                Block::Note(words) => self.words("Note", words),
                Block::List { ordered, items } => self.list(*ordered, items, 0, pictures),
                Block::Table { number, table: t } => {
                    self.caption(number, &t.caption, true);
                    let made = table(t, &mut self.links);
                    self.children.push(DocumentChild::Table(Box::new(made)));
                    // Two tables that touch would be one.
                    self.p(Paragraph::new().style("AfterTable"));
                }
                Block::Figure(figure) => self.figure(figure, pictures),
            }
        }
    }

    fn words(&mut self, style: &str, words: &[Span]) {
        let p = Paragraph::new().style(style);
        let p = self.links.spans(p, words, Look::default());
        self.p(p);
    }

    /// What follows the first paragraph of an item stands below it.
    fn list(
        &mut self,
        ordered: bool,
        items: &[Vec<Block>],
        deep: usize,
        pictures: &dyn Fn(&str) -> Option<Vec<u8>>,
    ) {
        let id = if ordered {
            self.ordered += 1;
            BULLETS + self.ordered
        } else {
            BULLETS
        };
        for item in items {
            let mut first = true;
            for block in item {
                match block {
                    Block::Paragraph(words) => {
                        let p = Paragraph::new().style("ListParagraph");
                        let p = if std::mem::take(&mut first) {
                            p.numbering(NumberingId::new(id), IndentLevel::new(deep))
                        } else {
                            let left = i32::try_from(deep + 1).unwrap_or(1) * 360;
                            p.indent(Some(left), None, None, None)
                        };
                        let p = self.links.spans(p, words, Look::default());
                        self.p(p);
                    }
                    Block::List { ordered, items } => {
                        self.list(*ordered, items, (deep + 1).min(8), pictures);
                    }
                    other => self.blocks(std::slice::from_ref(other), pictures),
                }
            }
        }
    }

    fn figure(&mut self, figure: &Figure, pictures: &dyn Fn(&str) -> Option<Vec<u8>>) {
        let p = Paragraph::new().style("Figure");
        match pictures(&figure.id) {
            Some(png) => {
                let (width, height) = extent(figure.size);
                let nth = self.pictures.len() + 1;
                let picture = Pic::new_with_dimensions(png, 1, 1)
                    .id(format!("rIdImage{nth}"))
                    .size(width, height);
                self.p(p.add_run(Run::new().add_image(picture)));
                let named = [&figure.number, " ", &figure.caption];
                let name: String = named.iter().map(|text| clean(text)).collect();
                self.pictures.push((name, clean(&figure.alternative)));
            }
            None => {
                let why = run(self.t.file_no_picture(), Look::default());
                let words = run(&[" ", &figure.alternative].concat(), Look::default());
                let p = Paragraph::new().style("Note").keep_next(true);
                self.p(p.add_run(why).add_run(words));
            }
        }
        self.caption(&figure.number, &figure.caption, false);
    }

    /// A caption counts by itself where its number ends in one.
    fn caption(&mut self, number: &str, caption: &str, above: bool) {
        if number.is_empty() && (caption.is_empty() || above) {
            return;
        }
        let mut p = Paragraph::new().style("Caption").keep_next(above);
        let split = number.rsplit_once(' ');
        p = match split.filter(|(_, n)| n.bytes().all(|b| b.is_ascii_digit())) {
            Some((kind, n)) => p
                .add_run(run(&[kind, " "].concat(), Look::default()))
                .add_run(field(&format!("SEQ {} \\* ARABIC", clean(kind)), n)),
            None => p.add_run(run(number, Look::default())),
        };
        if !caption.is_empty() {
            let stop = if number.is_empty() { "" } else { ". " };
            p = p.add_run(run(&[stop, caption].concat(), Look::default()));
        }
        self.p(p);
    }
}

/// The level of a heading that there is a style for.
fn level(section: &Section) -> u8 {
    section.level.clamp(1, 3)
}

/// Number and heading, as in the table of contents.
fn title_of(section: &Section) -> String {
    let parts = [section.number.as_str(), &section.heading];
    let parts: Vec<_> = parts.into_iter().filter(|text| !text.is_empty()).collect();
    parts.join(" ")
}

/// The name of a section's bookmark: letters, digits and lines, forty at most.
fn place(at: usize, section: &Section) -> String {
    let id = section.id.chars();
    let id: String = id
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .take(32)
        .collect();
    format!("s{at}_{id}")
}

/// Size of a picture on the page: its own, unless that is too large.
fn extent((width, height): (f64, f64)) -> (u32, u32) {
    let (width, height) = (width.max(1.0) * PIXEL, height.max(1.0) * PIXEL);
    let less = (MOST.0 / width).min(MOST.1 / height).min(1.0);
    ((width * less) as u32, (height * less) as u32)
}
