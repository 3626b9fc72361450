//! A whole report, as data: the one source of every output. It knows no survey;
//! whoever composes it puts the words in, in the language of the report, and
//! every number of a section, a table or a figure.

use super::Table;
use crate::i18n::Locale;

/// A report. Writers add nothing to what it says and leave nothing out.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The language it is written in.
    pub language: Locale,
    /// What stands on the first page.
    pub cover: Cover,
    /// What tells this output from others of the same survey.
    pub stamp: Stamp,
    /// The sections in their order, those inside others included.
    pub sections: Vec<Section>,
}

/// The first page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cover {
    /// Title of the report.
    pub title: String,
    /// What stands below it.
    pub subtitle: String,
    /// Lines with their names: project, CUP, call, action …
    pub lines: Vec<(String, String)>,
    /// Funding lines.
    pub funds: Vec<String>,
}

/// What stands on every page, the same in all outputs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stamp {
    /// Name and version, such as `Versione 1.0`; where none was issued it says so.
    pub version: String,
    /// The day, as the language writes it.
    pub date: String,
    /// Fingerprint of the survey, 64 hexadecimal digits.
    pub fingerprint: String,
}

/// A section: a heading, and what stands below it up to the next one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// Its name inside the document, for links; unique, plain ASCII.
    pub id: String,
    /// 1 for a chapter, 2 for what is inside one, 3 at most.
    pub level: u8,
    /// Its number, such as `3.2` or `Allegato 4`; empty for none.
    pub number: String,
    /// Its heading, without the number.
    pub heading: String,
    /// Whether it begins on a new page.
    pub new_page: bool,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// What a section is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Span>),
    /// A list.
    List {
        /// Whether its items are numbered.
        ordered: bool,
        /// Each a list of blocks.
        items: Vec<Vec<Block>>,
    },
    /// A table; the number and the caption stand above it.
    Table {
        /// `Tabella 3`; empty for a table that is only laid out as one.
        number: String,
        /// What is in it; its caption is that of the report.
        table: Table,
    },
    /// A chart; the number and the caption stand below it.
    Figure(Figure),
    /// Something about the report itself that the reader has to know.
    Note(Vec<Span>),
}

/// A chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its name inside the document, and of its file: unique, plain ASCII.
    pub id: String,
    /// `Figura 3`.
    pub number: String,
    /// What it shows.
    pub caption: String,
    /// The same in words, with every figure, for those who do not see it.
    pub alternative: String,
    /// The drawing, standing alone, in the colours of paper.
    pub svg: String,
    /// Width and height of the drawing, in CSS pixels.
    pub size: (f64, f64),
}

/// Words in a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub enum Span {
    /// Plain words.
    Text(String),
    /// Words in bold.
    Strong(Vec<Span>),
    /// Words in italics.
    Emphasis(Vec<Span>),
    /// Words struck out: a body that did not answer.
    Struck(Vec<Span>),
    /// Words that lead to an address outside, `https:` or `mailto:`, or to a
    /// section of the report, `#id`.
    Link {
        /// The address.
        href: String,
        /// The words.
        text: Vec<Span>,
    },
    /// A line ends here, the paragraph does not.
    Break,
}

impl Span {
    /// Plain words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// What the words say, without how they look.
    pub fn plain(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Break => " ".into(),
            Self::Strong(inner)
            | Self::Emphasis(inner)
            | Self::Struck(inner)
            | Self::Link { text: inner, .. } => inner.iter().map(Self::plain).collect(),
        }
    }
}
