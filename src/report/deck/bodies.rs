//! Bodies by name in columns, as large as they fit.

use super::Listed;
use super::fit::{self, WIDTH};
use crate::chart::{Weight, wrap};

/// Sizes of names, each with the number of columns.
const LAYOUTS: [(u32, u32); 6] = [(34, 1), (34, 2), (30, 2), (28, 2), (26, 3), (24, 3)];
/// Between columns.
const GUTTER: u32 = 48;
/// What stands before a name: its mark and its code.
const BEFORE: u32 = 120;
/// Rows of one column that are read at a glance.
const GLANCE: usize = 6;

/// Size and number of columns in which these bodies fit; nothing where they do
/// not.
pub fn columns(bodies: &[Listed], room: u32) -> Option<(u32, u32)> {
    let fits = |(size, columns): &(u32, u32)| {
        let one = *columns == 1 && bodies.len() > GLANCE;
        !one && height(bodies, *size, *columns) <= room
    };
    LAYOUTS.into_iter().find(fits)
}

/// The height of the highest column, when they are filled one after the other.
fn height(bodies: &[Listed], size: u32, columns: u32) -> u32 {
    let width = (WIDTH - GUTTER * (columns - 1)) / columns;
    let per_column = bodies.len().div_ceil(columns as usize).max(1);
    let of = |body: &Listed| {
        let lines = wrap(
            &said(body),
            width - BEFORE,
            size,
            Weight::Semibold,
            usize::MAX,
        );
        fit::count(lines.len()) * (size * 125 / 100 + 1) + size * 6 / 10
    };
    let heights = bodies.chunks(per_column);
    let heights = heights.map(|column| column.iter().map(of).sum::<u32>());
    heights.max().unwrap_or(0)
}

fn said(body: &Listed) -> String {
    match body.role.as_str() {
        "" => body.name.clone(),
        role => [&body.name, " · ", role].concat(),
    }
}

/// So many of the bodies as fit on one slide.
pub fn most(bodies: &[Listed], room: u32) -> usize {
    let fits = |n: &usize| columns(bodies.get(..*n).unwrap_or_default(), room).is_some();
    (1..=bodies.len()).rev().find(fits).unwrap_or(1)
}
