//! Unit dots: one dot is one body, with its code in it and its name below, and the states that are
//! no answer apart. For as many bodies as can be counted with the eye.

use super::canvas::{self, Canvas, Drawn};
use super::metrics::{self, Weight};
use super::names::{Names, coded};
use super::rows::{self, APART, Columns, PAD, Rhythm, Row};
use super::segment::inscribe;
use super::{Frame, Mark, Theme, xml};

const RADIUS: i32 = 14;
/// From one dot to the next, and from one line of dots to the next.
const PITCH: i32 = 2 * RADIUS + 4;
const RHYTHM: Rhythm = Rhythm {
    bar: 2 * RADIUS,
    gap: 14,
};
const TOP: i32 = 8;
/// Between the dots and the names.
const NAMES_ROOM: i32 = 4;
const CODE: u32 = 12;
/// The widest code that a dot has room for.
const CODE_ROOM: u32 = 24;

/// One body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// What the page recognises the body by; written to `data-key`.
    pub key: String,
    /// Two or three letters or digits that stand in the dot.
    pub code: String,
    /// The name of the body, written after its code below the dots.
    pub name: String,
}

/// A row of dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DotRow {
    /// What the row counts.
    pub mark: Mark,
    /// The bodies behind it, one dot each.
    pub units: Vec<Unit>,
}

/// Bodies by their answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dots {
    /// Name, text alternative and width.
    pub frame: Frame,
    /// The options, from top to bottom.
    pub options: Vec<DotRow>,
    /// What is no answer (blank, unclear, missing …): drawn apart, below.
    pub states: Vec<DotRow>,
}

/// A row at its place.
struct Placed<'a> {
    of: &'a DotRow,
    row: Row,
    names: Names,
    /// Where the names begin.
    names_top: i32,
    bottom: i32,
}

/// Draws the chart; without any row it holds only its name and text alternative.
pub fn render(spec: &Dots, theme: &Theme) -> String {
    let all = spec.options.iter().chain(&spec.states);
    let texts = all.map(|row| (row.mark.label.as_str(), row.mark.figure.as_str()));
    let columns = Columns::new(spec.frame.width, texts);
    let place = |rows, top| place(rows, &columns, top, &spec.frame.more);
    let (options, end) = place(&spec.options, TOP);
    let apart = !options.is_empty() && !spec.states.is_empty();
    let below = if apart { end + APART } else { end };
    let (states, bottom) = place(&spec.states, below);
    if options.is_empty() && states.is_empty() {
        return canvas::page(&spec.frame, "dots", (columns.width(), 1), theme, |_| Ok(()));
    }

    let size = (columns.width(), bottom + TOP);
    canvas::page(&spec.frame, "dots", size, theme, |canvas| {
        if apart {
            rows::rule(canvas, &columns, end + APART / 2)?;
        }
        for (class, rows) in [("options", &options), ("states", &states)] {
            if rows.is_empty() {
                continue;
            }
            canvas.open(class)?;
            for row in rows {
                draw(canvas, &columns, row)?;
            }
            canvas.close()?;
        }
        Ok(())
    })
}

/// Places rows from `top`; gives them and where the last one ends.
fn place<'a>(
    rows: &'a [DotRow],
    columns: &Columns,
    top: i32,
    more: &str,
) -> (Vec<Placed<'a>>, i32) {
    let (mut placed, mut end) = (Vec::new(), top);
    for of in rows {
        let at = if placed.is_empty() {
            top
        } else {
            end + RHYTHM.gap
        };
        let row = Row::place(columns, RHYTHM, at, &of.mark.label, &of.mark.figure);
        let names: Vec<String> = of.units.iter().map(name).collect();
        let names = Names::fit(&names, columns.outer.end - PAD - columns.plot.start, more);
        let lines = of.units.len().div_ceil(per_line(columns)).max(1);
        let dots = PITCH * i32::try_from(lines).unwrap_or(0) - (PITCH - 2 * RADIUS);
        let names_top = row.bar.start + dots + NAMES_ROOM;
        end = row.bottom.max(names_top + names.height());
        placed.push(Placed {
            of,
            row,
            names,
            names_top,
            bottom: end,
        });
    }
    (placed, end)
}

fn name(unit: &Unit) -> String {
    coded(&unit.code, &unit.name)
}

fn per_line(columns: &Columns) -> usize {
    let whole = (columns.plot_width() + PITCH - 2 * RADIUS) / PITCH;
    usize::try_from(whole).unwrap_or(0).max(1)
}

fn draw(canvas: &Canvas<'_, '_>, columns: &Columns, placed: &Placed<'_>) -> Drawn {
    let Placed { of, row, .. } = placed;
    canvas.open_mark("", &of.mark)?;
    canvas.hit(columns.outer.clone(), row.top..placed.bottom)?;
    row.draw_label(canvas, columns)?;
    let per_line = per_line(columns);
    let mut y = row.bar.start + RADIUS;
    for line in of.units.chunks(per_line) {
        let mut x = columns.plot.start + RADIUS;
        for unit in line {
            draw_unit(canvas, &of.mark, unit, (x, y))?;
            x += PITCH;
        }
        y += PITCH;
    }
    let widest = i32::try_from(of.units.len().min(per_line)).unwrap_or(0);
    // Without any dot the figure stands where they would begin.
    let end = columns.plot.start + (PITCH * widest - 4).max(-8);
    row.draw_figure(canvas, end)?;
    placed
        .names
        .draw(canvas, (columns.plot.start, placed.names_top))?;
    canvas.close()
}

fn draw_unit(canvas: &Canvas<'_, '_>, mark: &Mark, unit: &Unit, at: (i32, i32)) -> Drawn {
    canvas.markup(format!(
        "<g class=\"unit\" data-key=\"{}\">\n<title>{}</title>\n",
        xml::escape(&unit.key),
        xml::escape(&name(unit)),
    ))?;
    canvas.tone_dot(at, RADIUS, mark.tone)?;
    let code = metrics::shorten(&unit.code, CODE_ROOM, CODE, Weight::Semibold);
    inscribe(canvas, mark, &code, CODE, at)?;
    canvas.close()
}
