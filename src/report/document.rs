//! What a document is made of.

/// A mark by which a place is found again: the name of an attribute, and its
/// value.
pub type Mark = (&'static str, String);

/// A table; each row begins with its heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// How it looks.
    pub class: String,
    /// Its marks.
    pub marks: Vec<Mark>,
    /// What it shows, for those who do not see what stands around it.
    pub caption: String,
    /// The heads of the columns, that of the rows' headings first.
    pub columns: Vec<Column>,
    /// The rows.
    pub groups: Vec<Group>,
}

/// The head of a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Whether it holds numbers.
    pub number: bool,
}

/// Rows that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Its name; a group without one has no line of its own.
    pub heading: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its marks.
    pub marks: Vec<Mark>,
    /// What it is about.
    pub heading: Vec<Inline>,
    /// What it says.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// How it looks.
    pub class: String,
    /// Its marks.
    pub marks: Vec<Mark>,
    /// What stands in it.
    pub content: Vec<Inline>,
}

/// Words in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain words.
    Text(String),
    /// Words that lead to `href`.
    Link {
        /// An address that the program made itself.
        href: String,
        /// The words.
        text: String,
    },
    /// A safe address outside, which [`links`](super::links) found in a text.
    Outside(String),
    /// Words struck out: a body that did not answer.
    Struck(String),
    /// Words that stand together without a space between them.
    Run(Vec<Inline>),
    /// A remark beside the words.
    Remark(String),
    /// A symbol, which says nothing that the words do not, and words.
    Badge {
        /// How it looks.
        class: String,
        /// The symbol.
        symbol: String,
        /// The words.
        text: String,
    },
    /// A choice on a form, with a box that is crossed where it was made.
    Choice {
        /// Whether it was made.
        made: bool,
        /// What can be chosen.
        text: String,
        /// What was written beside it.
        beside: String,
    },
    /// Words that are shown on demand.
    More {
        /// What asks for them.
        summary: String,
        /// The words.
        text: String,
    },
}

impl Table {
    /// The same words without anything to be pressed: for where nobody can see
    /// what the keyboard would stand on.
    pub fn plain(mut self) -> Self {
        for row in self.groups.iter_mut().flat_map(|group| &mut group.rows) {
            row.heading.iter_mut().for_each(Inline::flatten);
            let cells = row.cells.iter_mut();
            cells
                .flat_map(|cell| &mut cell.content)
                .for_each(Inline::flatten);
        }
        self
    }

    /// How many rows its longest group has.
    pub fn longest(&self) -> usize {
        let rows = self.groups.iter().map(|group| group.rows.len());
        rows.max().unwrap_or(0)
    }

    /// The first `most` rows of each group; the heading of one that has more tells how
    /// many of how many they are, in the words of `told`.
    pub fn up_to(mut self, most: usize, told: &dyn Fn(usize, usize) -> String) -> Self {
        for group in &mut self.groups {
            let all = group.rows.len();
            if all > most {
                group.rows.truncate(most);
                group.heading = [&group.heading, " · ", &told(most, all)].concat();
            }
        }
        self
    }

    /// The words that are shown on demand, in their order.
    pub fn on_demand(&self) -> impl Iterator<Item = &str> {
        let rows = self.groups.iter().flat_map(|group| &group.rows);
        let parts = rows.flat_map(|row| {
            let cells = row.cells.iter().flat_map(|cell| &cell.content);
            row.heading.iter().chain(cells)
        });
        parts.filter_map(|part| match part {
            Inline::More { text, .. } => Some(text.as_str()),
            _ => None,
        })
    }
}

impl Inline {
    fn flatten(&mut self) {
        match self {
            Self::Link { text, .. } | Self::Outside(text) | Self::More { text, .. } => {
                *self = Self::Text(std::mem::take(text));
            }
            Self::Run(parts) => parts.iter_mut().for_each(Self::flatten),
            Self::Text(_)
            | Self::Struck(_)
            | Self::Remark(_)
            | Self::Badge { .. }
            | Self::Choice { .. } => {}
        }
    }
}

impl Cell {
    /// A number, or words on a number; its `marks` say it again for programs.
    pub fn number(text: impl Into<String>, marks: Vec<Mark>) -> Self {
        Self {
            class: "number".into(),
            marks,
            content: vec![Inline::Text(text.into())],
        }
    }
}
