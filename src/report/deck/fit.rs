//! Text that fits: how large the words of a slide are, measured with the widths
//! of the font, and where prose goes on to the next slide. All in pixels of a
//! slide of 1920 by 1080.

use super::{Body, Slide};
use crate::chart::{Weight, width, wrap};
use crate::report::whole::{Block, Span};
use crate::report::{Inline, Row, Table};

/// Width and height of a slide.
pub const SLIDE: (u32, u32) = (1920, 1080);
/// No words on a slide are smaller.
pub const SMALLEST: u32 = 24;
/// From the edge to what stands on a slide, at the left and at the right.
const SIDE: u32 = 96;
/// The width of what stands on a slide.
pub const WIDTH: u32 = SLIDE.0 - 2 * SIDE;
/// From the edge to the line above the title, that line, and the gap below it.
const HEAD: u32 = 64 + 36 + 12;
/// Between title and body, and between body and foot.
const GAP: u32 = 40;
/// The line in the corner with the room around it.
const CORNER: u32 = 36 + 44;
/// Size of the base, and from one line of it to the next.
const BASE: (u32, u32) = (26, 36);

/// Sizes of titles, each with the lines that it may have.
const TITLES: [(u32, usize); 6] = [(56, 2), (48, 2), (44, 3), (40, 4), (36, 5), (32, 7)];
/// Sizes of prose.
const PROSE: [u32; 5] = [36, 34, 32, 30, 28];
/// Sizes of tables.
const TABLES: [u32; 4] = [32, 30, 28, 26];

/// Lines in thousandths of their size, for titles and for prose.
const TITLE_LINE: u32 = 1150;
const LINE: u32 = 1350;

/// A text broken into lines at some size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    /// Size of the words.
    pub size: u32,
    /// The lines.
    pub lines: Vec<String>,
    /// What they say: the text itself, or where it was too long as much of it as
    /// there is room for.
    pub said: String,
}

/// A title at the largest size at which it has few lines. One that is too long
/// at any size ends in an ellipsis.
pub fn title(text: &str) -> Lines {
    first_fit(text, WIDTH, &TITLES)
}

/// A text at the first size at which it has no more lines than go with it.
pub fn first_fit(text: &str, room: u32, sizes: &[(u32, usize)]) -> Lines {
    let at = |size, most| wrap(text, room, size, Weight::Semibold, most);
    let whole = sizes.iter().find_map(|(size, most)| {
        let lines = at(*size, most + 1);
        (lines.len() <= *most).then(|| Lines {
            size: *size,
            lines,
            said: text.to_owned(),
        })
    });
    let (size, most) = sizes.last().copied().unwrap_or((SMALLEST, 1));
    whole.unwrap_or_else(|| {
        let lines = at(size, most);
        let said = lines.join(" ");
        Lines { size, lines, said }
    })
}

/// So many lines of a title in pixels.
fn title_height(title: &Lines) -> u32 {
    count(title.lines.len()) * line(title.size, TITLE_LINE)
}

/// The height of the foot above the corner.
fn foot_height(foot: &str) -> u32 {
    match lines(foot, WIDTH, BASE.0) {
        0 => 0,
        lines => lines * BASE.1 + GAP / 2,
    }
}

/// The height of what a slide shows between title and foot.
pub fn room(slide: &Slide) -> u32 {
    let taken = HEAD + title_height(&title(&slide.title)) + GAP + foot_height(&slide.foot) + CORNER;
    (SLIDE.1 - 16).saturating_sub(taken)
}

/// The size of the words of a slide: the largest at which they fit.
pub fn prose_size(blocks: &[Block], room: u32) -> u32 {
    let sizes = sizes(blocks);
    let fits = sizes
        .iter()
        .find(|size| height(blocks, **size, WIDTH) <= room);
    fits.or(sizes.last()).copied().unwrap_or(SMALLEST)
}

fn sizes(blocks: &[Block]) -> &'static [u32] {
    let is_table = |block: &Block| matches!(block, Block::Table { .. });
    if blocks.iter().any(is_table) {
        &TABLES
    } else {
        &PROSE
    }
}

/// Whether everything on a slide fits.
pub fn fits(slide: &Slide) -> bool {
    let room = room(slide);
    match &slide.body {
        Body::Words(blocks) => height(blocks, prose_size(blocks, room), WIDTH) <= room,
        Body::Bodies(bodies) => super::bodies::columns(bodies, room).is_some(),
        Body::Figure(_) | Body::Numbers(_) | Body::Cover { .. } | Body::Divider { .. } => true,
    }
}

/// The height of some blocks at a size, within a width.
pub fn height(blocks: &[Block], size: u32, room: u32) -> u32 {
    let heights = blocks.iter().map(|block| block_height(block, size, room));
    let gaps = count(blocks.len().saturating_sub(1)) * size * 7 / 10;
    heights.sum::<u32>() + gaps
}

fn block_height(block: &Block, size: u32, room: u32) -> u32 {
    match block {
        Block::Paragraph(spans) => lines(&plain(spans), room, size) * line(size, LINE),
        Block::Note(spans) => {
            lines(&plain(spans), room.saturating_sub(40), size) * line(size, LINE) + size
        }
        Block::List { items, .. } => {
            let inner = room.saturating_sub(size * 3 / 2);
            let heights = items.iter().map(|item| height(item, size, inner));
            heights.sum::<u32>() + count(items.len().saturating_sub(1)) * size * 2 / 5
        }
        Block::Table { table, .. } => table_height(table, size, room),
        Block::Figure(_) => 0,
    }
}

/// The shares of the columns of a table on a slide; its style has the same.
fn shares(table: &Table) -> &'static [u32] {
    match (table.class.as_str(), table.columns.len()) {
        ("slide-factors", _) => &[42, 20, 38],
        ("slide-next", _) => &[56, 27, 17],
        (_, 3) => &[40, 30, 30],
        _ => &[22, 78],
    }
}

fn table_height(table: &Table, size: u32, room: u32) -> u32 {
    let head = if table.columns.iter().all(|column| column.name.is_empty()) {
        0
    } else {
        line(SMALLEST, LINE) + 16
    };
    let mut height = head;
    for group in &table.groups {
        if !group.heading.is_empty() {
            height += line(SMALLEST, LINE) + 20;
        }
        let rows = group.rows.iter();
        height += rows
            .map(|row| row_height(table, row, size, room))
            .sum::<u32>();
    }
    height
}

fn row_height(table: &Table, row: &Row, size: u32, room: u32) -> u32 {
    let cells = std::iter::once(&row.heading).chain(row.cells.iter().map(|cell| &cell.content));
    let heights = cells.zip(shares(table)).map(|(content, share)| {
        let inner = (room * share / 100).saturating_sub(36);
        inlines_height(content, size, inner)
    });
    // Room above and below, and the rule.
    heights.max().unwrap_or(0) + 2 * (size / 2) + 2
}

/// Words of a cell; what is only remarked stands on a line of its own, smaller.
fn inlines_height(content: &[Inline], size: u32, room: u32) -> u32 {
    let (mut words, mut height) = (String::new(), 0);
    for part in content {
        match part {
            Inline::Remark(text) => {
                height += lines(text, room, remark(size)) * line(remark(size), LINE);
            }
            other => words.push_str(&inline(other)),
        }
    }
    height + lines(&words, room, size) * line(size, LINE)
}

/// The size of a remark beside words of a size.
pub const fn remark(size: u32) -> u32 {
    let smaller = size - 4;
    if smaller < SMALLEST {
        SMALLEST
    } else {
        smaller
    }
}

fn inline(part: &Inline) -> String {
    match part {
        Inline::Text(text)
        | Inline::Struck(text)
        | Inline::Outside(text)
        | Inline::Remark(text)
        | Inline::Link { text, .. }
        | Inline::Badge { text, .. }
        | Inline::Choice { text, .. }
        | Inline::More { text, .. } => text.clone(),
        Inline::Run(parts) => parts.iter().map(inline).collect(),
    }
}

/// What the words say; a line that ends ends here too.
pub fn plain(spans: &[Span]) -> String {
    let said = spans.iter().map(|span| match span {
        Span::Break => "\n".to_owned(),
        Span::Strong(inner) | Span::Emphasis(inner) | Span::Struck(inner) => plain(inner),
        Span::Link { text, .. } => plain(text),
        Span::Text(text) => text.clone(),
    });
    said.collect()
}

/// Lines of a text; it is measured bold, so that no word in bold is a surprise.
fn lines(text: &str, room: u32, size: u32) -> u32 {
    let of = |line: &str| {
        let found = wrap(line, room, size, Weight::Semibold, usize::MAX).len();
        count(found)
    };
    let wide = text.split('\n').map(of);
    wide.sum()
}

/// Whether a text stands on one line.
pub fn is_short(text: &str, room: u32, size: u32) -> bool {
    width(text, size, Weight::Semibold) <= room
}

/// A line of a size, in pixels.
const fn line(size: u32, thousandths: u32) -> u32 {
    (size * thousandths).div_ceil(1000)
}

pub(super) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
