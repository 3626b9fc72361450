//! The report in the making: numbers chapters, tables, figures and annexes in
//! the order in which they come.

use crate::analysis::Population;
use crate::analysis::findings::{Finding, findings, sentence};
use crate::analysis::words;
use crate::chart::{Frame, still};
use crate::i18n::Locale;
use crate::model::PartnerId;
use crate::report::whole::{Block, Figure, Section, Span};
use crate::report::{Cell, Column, Group, Inline, Row, Table};

use super::Options;

/// Width of figures in CSS pixels: the text of a page of A4.
const WIDTH: u32 = 640;

/// What is written, and from what.
pub(super) struct Writer<'a> {
    pub(super) t: Locale,
    pub(super) options: &'a Options,
    pub(super) population: &'a Population<'a>,
    /// Everything that the data say, in order.
    pub(super) findings: Vec<Finding>,
    pub(super) sections: Vec<Section>,
    chapter: usize,
    section: usize,
    annexes: usize,
    tables: usize,
    figures: usize,
}

impl<'a> Writer<'a> {
    pub(super) fn new(population: &'a Population<'a>, options: &'a Options) -> Self {
        Self {
            t: options.language,
            options,
            population,
            findings: findings(population),
            sections: Vec::new(),
            chapter: 0,
            section: 0,
            annexes: 0,
            tables: 0,
            figures: 0,
        }
    }

    /// Begins what comes before the first chapter.
    pub(super) fn front(&mut self, id: &str, heading: &str, new_page: bool) {
        self.begin(id, 1, String::new(), heading, new_page);
    }

    /// Begins a chapter.
    pub(super) fn chapter(&mut self, id: &str, heading: &str, new_page: bool) {
        self.chapter += 1;
        self.section = 0;
        self.begin(id, 1, self.chapter.to_string(), heading, new_page);
    }

    /// Begins a section of the chapter.
    pub(super) fn section(&mut self, id: &str, heading: &str) {
        self.section += 1;
        let number = format!("{}.{}", self.chapter, self.section);
        self.begin(id, 2, number, heading, false);
    }

    /// Begins a part of the section.
    pub(super) fn part(&mut self, id: &str, heading: &str) {
        self.begin(id, 3, String::new(), heading, false);
    }

    /// Begins an annex.
    pub(super) fn annex(&mut self, id: &str, heading: &str) {
        self.annexes += 1;
        let number = self.t.doc_annex(self.annexes);
        self.begin(id, 1, number, heading, true);
    }

    fn begin(&mut self, id: &str, level: u8, number: String, heading: &str, new_page: bool) {
        self.sections.push(Section {
            id: id.to_owned(),
            level,
            number,
            heading: heading.to_owned(),
            new_page,
            blocks: Vec::new(),
        });
    }

    /// Adds a block to what was begun last.
    pub(super) fn block(&mut self, block: Block) {
        if let Some(section) = self.sections.last_mut() {
            section.blocks.push(block);
        }
    }

    /// A paragraph; nothing where there are no words.
    pub(super) fn say(&mut self, words: impl Into<String>) {
        let words = words.into();
        if !words.is_empty() {
            self.block(Block::Paragraph(vec![Span::Text(words)]));
        }
    }

    /// Something about the report itself.
    pub(super) fn note(&mut self, words: impl Into<String>) {
        self.block(Block::Note(vec![Span::Text(words.into())]));
    }

    /// A list of lines.
    pub(super) fn list(&mut self, lines: impl IntoIterator<Item = Vec<Span>>) {
        let items = lines.into_iter().map(|line| vec![Block::Paragraph(line)]);
        self.block(Block::List {
            ordered: false,
            items: items.collect(),
        });
    }

    /// A table with its number.
    pub(super) fn table(&mut self, caption: impl Into<String>, table: Table) {
        self.tables += 1;
        let mut table = table.plain();
        table.caption = caption.into();
        self.block(Block::Table {
            number: self.t.doc_table(self.tables),
            table,
        });
    }

    /// A chart with its number; nothing where nothing was drawn. `draw` gets
    /// the frame with `title` and the base as description.
    pub(super) fn figure(
        &mut self,
        id: &str,
        title: &str,
        base: &str,
        draw: impl FnOnce(Frame) -> String,
    ) {
        let frame = Frame {
            id: id.to_owned(),
            title: title.to_owned(),
            description: base.to_owned(),
            width: WIDTH,
            more: self.t.and_more_names().into(),
        };
        let Some(drawn) = still(draw(frame)) else {
            return;
        };
        self.figures += 1;
        let caption = [title, ". ", base].concat();
        self.block(Block::Figure(Figure {
            id: id.to_owned(),
            number: self.t.doc_figure(self.figures),
            caption: caption.trim_end_matches(['.', ' ']).to_owned(),
            alternative: drawn.alternative,
            svg: drawn.svg,
            size: drawn.size,
        }));
    }

    /// What a finding says now.
    pub(super) fn says(&self, id: &str) -> Option<String> {
        let finding = self.findings.iter().find(|finding| finding.id == id)?;
        Some(sentence(self.t, self.population, finding))
    }

    /// A body by name: struck out where no sheet of it counts.
    pub(super) fn body(&self, partner: &PartnerId) -> Inline {
        let at = self.population.index_of(partner);
        let body = at.and_then(|at| self.population.body(at));
        match body {
            Some(body) if body.sheet.is_some() => Inline::Text(body.partner.name.clone()),
            Some(body) => Inline::Struck(body.partner.name.clone()),
            None => Inline::Text(partner.to_string()),
        }
    }

    /// Names of bodies, as a text.
    pub(super) fn names(&self, bodies: &[usize]) -> String {
        let name = |body: &usize| Some(self.population.body(*body)?.partner.name.as_str());
        let names: Vec<&str> = bodies.iter().filter_map(name).collect();
        names.join(", ")
    }

    /// `k di n`.
    pub(super) fn of(&self, k: usize, n: usize) -> String {
        self.t.of(k, n)
    }

    /// The day of a moment, in words.
    pub(super) fn day(&self, moment: &str) -> String {
        words::day(self.t, moment.get(..10).unwrap_or(moment))
    }

    /// Dimension `A`, with its title.
    pub(super) fn dimension(&self, dimension: &crate::model::Dimension) -> String {
        let title = dimension.title.get(self.t.code());
        [dimension.id.as_str(), " · ", title].concat()
    }
}

/// A table of plain words; the first cell of each row is its heading.
pub(super) fn plain(columns: &[&str], rows: Vec<Vec<String>>) -> Table {
    let rows = rows.into_iter().map(|row| {
        let mut cells = row.into_iter().map(|text| vec![Inline::Text(text)]);
        Row {
            heading: cells.next().unwrap_or_default(),
            cells: cells.map(cell).collect(),
            ..Row::default()
        }
    });
    of_rows(columns, rows.collect())
}

/// A table of rows in one group.
pub(super) fn of_rows(columns: &[&str], rows: Vec<Row>) -> Table {
    let heading = String::new();
    of_groups(columns, vec![Group { heading, rows }])
}

/// A table of groups.
pub(super) fn of_groups(columns: &[&str], groups: Vec<Group>) -> Table {
    let columns = columns.iter().map(|name| Column {
        name: (*name).to_owned(),
        number: false,
    });
    Table {
        class: "table".into(),
        columns: columns.collect(),
        groups,
        ..Table::default()
    }
}

/// The same with figures in these columns, which then stand to the right.
pub(super) fn with_figures(mut table: Table, columns: &[usize]) -> Table {
    for (at, column) in table.columns.iter_mut().enumerate() {
        column.number = columns.contains(&at);
    }
    for row in table.groups.iter_mut().flat_map(|group| &mut group.rows) {
        for (at, cell) in row.cells.iter_mut().enumerate() {
            if columns.contains(&(at + 1)) {
                cell.class = "number".into();
            }
        }
    }
    table
}

/// A cell with words.
pub(super) fn cell(content: Vec<Inline>) -> Cell {
    Cell {
        content,
        ..Cell::default()
    }
}

/// A cell with plain words.
pub(super) fn text(text: impl Into<String>) -> Cell {
    cell(vec![Inline::Text(text.into())])
}
