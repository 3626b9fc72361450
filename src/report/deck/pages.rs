//! Prose that goes on from one slide to the next: nothing is cut, and no slide
//! holds more than fits.

use super::fit::{self, WIDTH};
use crate::chart::{Weight, wrap};
use crate::report::whole::{Block, Span};
use crate::report::{Group, Inline, Row};

/// The size at which prose begins to go on to the next slide, and tables.
const PROSE: u32 = 30;
const TABLE: u32 = 28;

/// Blocks on as many pages as they need, each of them no higher than `room`, and
/// all of about the same height.
pub fn pages(blocks: Vec<Block>, room: u32) -> Vec<Vec<Block>> {
    if blocks.is_empty() {
        return Vec::new();
    }
    let size = fit::prose_size(&blocks, room);
    if fit::height(&blocks, size, WIDTH) <= room {
        return vec![blocks];
    }
    let is_table = blocks.iter().any(|b| matches!(b, Block::Table { .. }));
    let size = if is_table { TABLE } else { PROSE };
    let filled = fill(&blocks, size, room);
    // As few pages as there must be, and none of them nearly empty.
    let evener = (5..10).map(|tenths| fill(&blocks, size, room * tenths / 10));
    let mut evener = evener.filter(|pages| pages.len() == filled.len());
    evener.next().unwrap_or(filled)
}

/// Pages, each as full as it can be.
fn fill(blocks: &[Block], size: u32, room: u32) -> Vec<Vec<Block>> {
    let mut pages = vec![Vec::new()];
    let mut rest: Vec<Block> = blocks.iter().rev().cloned().collect();
    while let Some(block) = rest.pop() {
        let Some(page) = pages.last_mut() else {
            break;
        };
        page.push(block);
        if fit::height(page, size, WIDTH) <= room {
            continue;
        }
        let Some(block) = page.pop() else {
            break;
        };
        let taken = match page.len() {
            0 => 0,
            // What stands there, and the gap behind it.
            _ => fit::height(page, size, WIDTH) + size * 7 / 10,
        };
        match split(&block, size, room.saturating_sub(taken)) {
            Some((first, more)) => {
                page.push(first);
                rest.push(more);
                pages.push(Vec::new());
            }
            None if page.is_empty() => {
                // It cannot be made smaller.
                page.push(block);
                pages.push(Vec::new());
            }
            None => {
                rest.push(block);
                pages.push(Vec::new());
            }
        }
    }
    pages.retain(|page| !page.is_empty());
    pages
}

/// A block in two, the first of which fits; nothing where none of it does.
fn split(block: &Block, size: u32, room: u32) -> Option<(Block, Block)> {
    match block {
        Block::Paragraph(spans) => paragraph(spans, size, room),
        Block::List {
            ordered: false,
            items,
        } => list(items, size, room),
        // The numbers of a list go on with it.
        Block::List { items, .. } => list(&numbered(items), size, room),
        Block::Table { number, table } => {
            let of = |groups: Vec<Group>| {
                let mut table = table.clone();
                table.groups = groups;
                let number = number.clone();
                Block::Table { number, table }
            };
            let fits = |groups: Vec<Group>| fit::height(&[of(groups)], size, WIDTH) <= room;
            let all: usize = table.groups.iter().map(|group| group.rows.len()).sum();
            let most = (1..all).rev().find(|n| fits(rows(&table.groups, 0, *n)));
            most.map(|n| {
                let (first, more) = (rows(&table.groups, 0, n), rows(&table.groups, n, all));
                (of(first), of(more))
            })
        }
        Block::Note(_) | Block::Figure(_) => None,
    }
}

/// Some of the rows, with the headings of their groups.
fn rows(groups: &[Group], from: usize, to: usize) -> Vec<Group> {
    let mut at = 0;
    let mut some = Vec::new();
    for group in groups {
        let of_it = group.rows.iter().filter(|_| {
            at += 1;
            (from..to).contains(&(at - 1))
        });
        let rows: Vec<Row> = of_it.cloned().collect();
        if !rows.is_empty() {
            let heading = group.heading.clone();
            some.push(Group { heading, rows });
        }
    }
    some
}

fn list(items: &[Vec<Block>], size: u32, room: u32) -> Option<(Block, Block)> {
    let of = |items: &[Vec<Block>]| Block::List {
        ordered: false,
        items: items.to_vec(),
    };
    let fits = |n: &usize| {
        let some = items.get(..*n).unwrap_or_default();
        fit::height(&[of(some)], size, WIDTH) <= room
    };
    if let Some(n) = (1..items.len()).rev().find(fits) {
        let (first, more) = items.split_at(n);
        return Some((of(first), of(more)));
    }
    // One item that is longer than a page, on a page of its own.
    let [first, more @ ..] = items else {
        return None;
    };
    let words = first.iter().map(words).collect::<Vec<_>>().join("\n");
    let inner = room.saturating_sub(size);
    let (first, rest) = paragraph(&[Span::Text(words)], size, inner)?;
    let mut rest = vec![vec![rest]];
    rest.extend(more.iter().cloned());
    Some((of(&[vec![first]]), of(&rest)))
}

/// Items with their numbers in front.
fn numbered(items: &[Vec<Block>]) -> Vec<Vec<Block>> {
    let with_number = items.iter().enumerate().map(|(at, item)| {
        let mut item = item.clone();
        if let Some(Block::Paragraph(spans)) = item.first_mut() {
            spans.insert(0, Span::Text(format!("{}. ", at + 1)));
        }
        item
    });
    with_number.collect()
}

/// What a block says, plainly.
fn words(block: &Block) -> String {
    match block {
        Block::Paragraph(spans) | Block::Note(spans) => fit::plain(spans),
        Block::List { items, .. } => {
            let said = items.iter().flatten().map(words);
            said.collect::<Vec<_>>().join("\n")
        }
        Block::Table { .. } | Block::Figure(_) => String::new(),
    }
}

/// A paragraph in two, at the end of a sentence where there is one.
fn paragraph(spans: &[Span], size: u32, room: u32) -> Option<(Block, Block)> {
    let text = fit::plain(spans);
    let of = |text: &str| Block::Paragraph(vec![Span::Text(text.trim().to_owned())]);
    let ends = |sign: char| sign.is_whitespace();
    let places: Vec<usize> = text
        .char_indices()
        .filter(|(_, sign)| ends(*sign))
        .map(|(at, _)| at)
        .collect();
    let fits = |at: &usize| {
        let first = text.get(..*at).unwrap_or_default();
        fit::height(&[of(first)], size, WIDTH - size * 3 / 2) <= room
    };
    // More words are never lower: the last place that fits is found by halves.
    let fitting = places.partition_point(fits);
    let within = places.get(..fitting).unwrap_or_default();
    let is_end = |at: &&usize| {
        let before = text.get(..**at).unwrap_or_default();
        before.ends_with(['.', ';', ':', '!', '?', '\n'])
    };
    let sentence = within.iter().rfind(is_end);
    let far = |at: &&usize| **at * 2 > within.last().copied().unwrap_or(0);
    let cut = match sentence.filter(far).or(within.last()) {
        Some(at) => *at,
        // A word without end, such as an address.
        None => {
            let line = wrap(&text, WIDTH / 2, size, Weight::Semibold, 2);
            let first = line.first().filter(|_| line.len() > 1)?;
            let is_low = fit::height(&[of(first)], size, WIDTH) <= room;
            text.find(first.as_str()).filter(|_| is_low)? + first.len()
        }
    };
    let (first, more) = (text.get(..cut)?, text.get(cut..)?);
    (!first.trim().is_empty() && !more.trim().is_empty()).then(|| (of(first), of(more)))
}

/// The words of a cell that is too high for any page, in parts that are not.
pub fn shorter_rows(row: Row, most: usize) -> Vec<Row> {
    let long = |parts: &[Inline]| {
        parts
            .iter()
            .any(|part| matches!(part, Inline::Text(text) if text.chars().count() > most))
    };
    let cells = row.cells.iter().map(|cell| &cell.content);
    if !std::iter::once(&row.heading).chain(cells).any(|c| long(c)) {
        return vec![row];
    }
    let mut first = row;
    let mut rest = first.clone();
    let cut = |parts: &mut Vec<Inline>, more: &mut Vec<Inline>| {
        more.clear();
        for part in parts.iter_mut() {
            let Inline::Text(text) = part else { continue };
            let Some((at, _)) = text.char_indices().nth(most) else {
                continue;
            };
            let space = text.get(..at).and_then(|head| head.rfind(' '));
            let tail = text.split_off(space.unwrap_or(at));
            more.push(Inline::Text(tail.trim_start().to_owned()));
        }
    };
    cut(&mut first.heading, &mut rest.heading);
    for (cell, more) in first.cells.iter_mut().zip(&mut rest.cells) {
        cut(&mut cell.content, &mut more.content);
    }
    let mut rows = vec![first];
    rows.extend(shorter_rows(rest, most));
    rows
}
