//! Small multiples: a panel of bars for each group, all on one axis of counts, so that a group of
//! two never looks as great as one of nine. Around each bar an outline shows how many the group has.

use std::ops::Range;

use super::axis::Axis;
use super::canvas::{self, Align, Canvas, Drawn, Ink, Plot};
use super::metrics::{self, Weight};
use super::rows::{Columns, PAD, Rhythm, Row, bands, held, texts};
use super::{Frame, Mark, Theme};

const RHYTHM: Rhythm = Rhythm { bar: 14, gap: 8 };
/// Panels stand side by side when each has this width.
const WIDTH: i32 = 300;
const TOP: i32 = 8;
/// Between one panel and the next below.
const GAP: i32 = 24;
const TITLE: u32 = 14;
const LINE: i32 = 18;

/// The bars of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// What the page recognises the panel by; written to `data-key`.
    pub key: String,
    /// Name of the group.
    pub title: String,
    /// How many the group has: where the outline of its bars ends.
    pub base: u32,
    /// The base in words, e.g. "3 enti"; may be empty.
    pub figure: String,
    /// The bars, the same in each panel, from top to bottom.
    pub marks: Vec<Mark>,
}

/// Groups on one axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Multiples {
    /// Name, text alternative and width.
    pub frame: Frame,
    /// What the axis counts; may be empty.
    pub axis: String,
    /// The panels, line by line.
    pub panels: Vec<Panel>,
}

/// A panel at its place.
struct Placed<'a> {
    of: &'a Panel,
    columns: Columns,
    heading: Vec<(String, Ink)>,
    top: i32,
    rows: Vec<Row>,
    bottom: i32,
}

/// Draws the chart; without any panel it holds only its name and text alternative.
pub fn render(spec: &Multiples, theme: &Theme) -> String {
    let width = held(spec.frame.width);
    let across = (width / WIDTH).unsigned_abs() as usize;
    let across = across.clamp(1, spec.panels.len().max(1));
    let columns = columns(&spec.panels, width, across);
    let (panels, end) = place(&spec.panels, &columns, theme);
    if panels.is_empty() {
        return canvas::page(&spec.frame, "multiples", (width, 1), theme, |_| Ok(()));
    }
    let values = |panel: &Panel| {
        panel
            .marks
            .iter()
            .map(|m| m.value)
            .fold(panel.base, u32::max)
    };
    let max = spec.panels.iter().map(values).fold(0, u32::max);
    // The name stands once, below the first column.
    let name = |column: usize| if column == 0 { spec.axis.as_str() } else { "" };
    let axes = columns.iter().enumerate();
    let axes: Vec<Axis> = axes
        .map(|(i, columns)| Axis::new(max, name(i), columns))
        .collect();
    let below = axes.first().map_or(0, Axis::height);
    let size = (width, end + 8 + below + 4);

    canvas::page(&spec.frame, "multiples", size, theme, |canvas| {
        for (column, (axis, columns)) in axes.iter().zip(&columns).enumerate() {
            let bands = column_bands(&panels, column, across);
            axis.draw(canvas, columns, &bands)?;
        }
        for panel in &panels {
            let plot = canvas.plot(max, panel.columns.plot.clone());
            draw(canvas, &plot, panel)?;
        }
        Ok(())
    })
}

/// The columns of panels side by side, each with the same plot.
fn columns(panels: &[Panel], width: i32, across: usize) -> Vec<Columns> {
    let count = i32::try_from(across).unwrap_or(1);
    let edges = (0..count).map(|i| width * i / count..width * (i + 1) / count);
    let all = || panels.iter().flat_map(|panel| texts(&panel.marks));
    edges
        .map(|outer| Columns::within(outer, true, all()))
        .collect()
}

/// Places the panels line by line; gives them and where the last line ends.
fn place<'a>(panels: &'a [Panel], columns: &[Columns], theme: &Theme) -> (Vec<Placed<'a>>, i32) {
    let (mut placed, mut top, mut end) = (Vec::new(), TOP, 0);
    for line in panels.chunks(columns.len().max(1)) {
        let line = || line.iter().zip(columns);
        let headings: Vec<_> = line().map(|(of, c)| heading(of, c, theme)).collect();
        let most = headings.iter().map(Vec::len).max().unwrap_or(0);
        let below = top + LINE * i32::try_from(most).unwrap_or(0) + 6;
        let rows = line().map(|(of, c)| Row::place_all(c, RHYTHM, below, texts(&of.marks)));
        let rows: Vec<(Vec<Row>, i32)> = rows.collect();
        end = rows.iter().map(|(_, bottom)| *bottom).fold(end, i32::max);
        let parts = line().zip(headings).zip(rows);
        placed.extend(parts.map(|(((of, columns), heading), (rows, _))| Placed {
            of,
            columns: columns.clone(),
            heading,
            top,
            rows,
            bottom: end,
        }));
        top = end + GAP;
    }
    (placed, end)
}

/// The title and the base, each in up to two lines.
fn heading(of: &Panel, columns: &Columns, theme: &Theme) -> Vec<(String, Ink)> {
    let room = (columns.outer.end - columns.outer.start - 2 * PAD).unsigned_abs();
    let title = Ink {
        size: TITLE,
        weight: Weight::Semibold,
        color: theme.text,
    };
    let base = Ink {
        weight: Weight::Regular,
        color: theme.muted,
        ..title
    };
    let lines = |text: &str, ink: Ink, most| {
        let lines = metrics::wrap(text, room, ink.size, ink.weight, most);
        lines.into_iter().map(move |line| (line, ink))
    };
    let title = lines(&of.title, title, 2);
    title.chain(lines(&of.figure, base, 2)).collect()
}

/// The heights of all bars in one column of panels, down to where its axis stands.
fn column_bands(panels: &[Placed<'_>], column: usize, across: usize) -> Vec<Range<i32>> {
    let panels = panels.iter().skip(column).step_by(across);
    let bands = panels.flat_map(|panel| {
        let all = panel.top..panel.bottom + 8;
        bands(&panel.columns, &panel.rows, all)
    });
    bands.collect()
}

fn draw(canvas: &Canvas<'_, '_>, plot: &Plot<'_, '_>, panel: &Placed<'_>) -> Drawn {
    let Placed { of, columns, .. } = panel;
    canvas.open_row(&of.key)?;
    let mut y = panel.top + LINE / 2;
    for (line, ink) in &panel.heading {
        canvas.text(line, (columns.outer.start + PAD, y), Align::Left, *ink)?;
        y += LINE;
    }
    let pixel = |count: u32| plot.map_coordinate(&(u64::from(count), 0)).0;
    for (mark, row) in of.marks.iter().zip(&panel.rows) {
        canvas.open_mark(&of.title, mark)?;
        row.draw_hit(canvas, columns.outer.clone())?;
        row.draw_label(canvas, columns)?;
        if of.base > 0 {
            let to = (pixel(of.base), row.bar.end);
            canvas.outline((pixel(0), row.bar.start), to)?;
        }
        // In an outline a hairline would look like the start of a bar.
        if mark.value > 0 {
            row.draw_bar(canvas, plot, mark)?;
        }
        row.draw_figure(canvas, pixel(mark.value.max(of.base)))?;
        canvas.close()?;
    }
    canvas.close()
}
