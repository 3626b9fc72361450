//! The grid in the page: it scrolls, only what is seen of it stands there, and
//! the keyboard moves over its cells.

use super::html;
use super::layout::{COLUMN, HEADS, Layout, ROW, View, Window};
use crate::analysis::Selection;
use crate::ui::components::printing;
use crate::ui::el::{El, Reference, el};
use crate::ui::{app, ask, query, t};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Id of the cell on which the keyboard stands.
const HERE: &str = "matrix-here";

/// Id of the table, which has the keyboard.
pub const GRID: &str = "matrix";

/// What the grid is made of.
#[derive(Clone, Copy)]
struct Grid {
    layout: Memo<Option<Layout>>,
    /// The element that scrolls.
    pane: Reference,
    view: RwSignal<View>,
    /// Row and column of the cell on which the keyboard stands.
    here: RwSignal<(usize, usize)>,
}

/// The grid.
pub fn grid(layout: Memo<Option<Layout>>, selection: Memo<Selection>) -> El {
    let (app, t, query) = (app(), t(), query());
    let printing = printing();
    let grid = Grid {
        layout,
        pane: Reference::new(),
        view: RwSignal::new(View::default()),
        here: RwSignal::new((0, 0)),
    };
    let window = Memo::new(move |_| {
        let view = grid.view.get();
        let printing = printing();
        layout.with(|layout| {
            let layout = layout.as_ref()?;
            Some(if printing {
                layout.whole()
            } else {
                layout.window(view)
            })
        })
    });
    let shown = move || {
        let window: Option<Window> = window.get();
        let html = app.with_population(&selection.get(), |_, population| {
            layout.with(|layout| {
                let (layout, window) = (layout.as_ref()?, window.as_ref()?);
                Some(html::grid(t, population, layout, window))
            })
        });
        html.flatten().unwrap_or_default()
    };
    let count = move |of: fn(&Layout) -> usize| {
        let count = layout.with(|layout| layout.as_ref().map(of));
        Some(count.unwrap_or_default().to_string().into())
    };
    let listener = window_event_listener(ev::resize, move |_| grid.look());
    on_cleanup(move || listener.remove());
    // The sizes are known once the element stands in the page.
    Effect::new(move |_| {
        if grid.pane.get().is_some() {
            request_animation_frame(move || grid.look());
        }
    });
    // An answer that is open is where the keyboard stands, also when the page
    // begins with it; its panel must not cover it.
    let open = Memo::new(move |_| query.with(|q| q.get("cell").to_owned()));
    Effect::new(move |_| {
        let (open, there) = (open.get(), grid.pane.get().is_some());
        let place = layout.with(|layout| layout.as_ref()?.place(&open));
        if let Some(place) = place.filter(|_| there) {
            request_animation_frame(move || grid.reveal(place));
        }
    });
    // After each new part of the grid, and each step of the keyboard.
    Effect::new(move |_| {
        window.track();
        let _ = (layout.track(), grid.here.get());
        grid.mark();
    });
    let table = el("table")
        .class("matrix")
        .attr("id", GRID)
        .attr("role", "grid")
        .attr("tabindex", "0")
        .attr("aria-label", t.matrix())
        .attr("aria-describedby", "matrix-keys")
        .live_attr("aria-rowcount", move || {
            count(|layout| layout.rows.len() + 2)
        })
        .live_attr("aria-colcount", move || {
            count(|layout| layout.columns.len() + 1)
        })
        .on("keydown", move |event| grid.key(&event))
        .on("click", move |event| grid.click(&event))
        .html(shown);
    el("div")
        .class("matrix-pane")
        .reference(grid.pane)
        .on("scroll", move |_| grid.look())
        .child(table)
}

impl Grid {
    /// Notes what is seen of the grid.
    fn look(self) {
        let Some(pane) = self.pane.try_get_untracked().flatten() else {
            return;
        };
        let view = View {
            top: pixels(pane.scroll_top()),
            left: pixels(pane.scroll_left()),
            height: pixels(pane.client_height()),
            width: pixels(pane.client_width()),
        };
        self.view.set(view);
    }

    /// Puts the mark of the keyboard on its cell.
    fn mark(self) {
        let before = document().get_element_by_id(HERE);
        if let Some(before) = before {
            let _ = before.remove_attribute("id");
        }
        let Some(grid) = document().get_element_by_id(GRID) else {
            return;
        };
        // The cell may have been scrolled out of the page.
        let _ = match self.cell() {
            Some(cell) => cell
                .set_attribute("id", HERE)
                .and_then(|()| grid.set_attribute("aria-activedescendant", HERE)),
            None => grid.remove_attribute("aria-activedescendant"),
        };
    }

    /// The cell of the keyboard, where it is in the page.
    fn cell(self) -> Option<Element> {
        let (row, column) = self.here.get_untracked();
        let mark = self
            .layout
            .with_untracked(|l| l.as_ref()?.mark(row, column))?;
        let selector = ["[data-cell=\"", &mark, "\"]"].concat();
        document().query_selector(&selector).ok()?
    }

    fn key(self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let whole = key.ctrl_key() || key.meta_key();
        let (row, column) = self.here.get_untracked();
        let sizes = self
            .layout
            .with_untracked(|layout| layout.as_ref().map(|l| (l.rows.len(), l.columns.len())));
        let Some((rows, columns)) = sizes.filter(|(rows, columns)| *rows > 0 && *columns > 0)
        else {
            return;
        };
        let screen = self.view.get_untracked().height / ROW;
        let (last_row, last_column) = (rows - 1, columns - 1);
        let to = match key.key().as_str() {
            "ArrowDown" => (row + 1, column),
            "ArrowUp" => (row.saturating_sub(1), column),
            "ArrowRight" => (row, column + 1),
            "ArrowLeft" => (row, column.saturating_sub(1)),
            "PageDown" => (row + screen.max(1), column),
            "PageUp" => (row.saturating_sub(screen.max(1)), column),
            "Home" if whole => (0, 0),
            "End" if whole => (last_row, last_column),
            "Home" => (row, 0),
            "End" => (row, last_column),
            "Enter" | " " => {
                event.prevent_default();
                return self.open();
            }
            _ => return,
        };
        event.prevent_default();
        let to = (to.0.min(last_row), to.1.min(last_column));
        self.show(to);
        self.here.set(to);
    }

    fn click(self, event: &Event) {
        let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
        let cell = target.and_then(|target| target.closest("[data-cell]").ok()?);
        let Some(mark) = cell.and_then(|cell| cell.get_attribute("data-cell")) else {
            return;
        };
        let found = self.layout.with_untracked(|layout| {
            let layout = layout.as_ref()?;
            let window = layout.window(self.view.get_untracked());
            let mut cells = window
                .rows
                .flat_map(|row| window.columns.clone().map(move |column| (row, column)));
            cells.find(|(row, column)| layout.mark(*row, *column).as_ref() == Some(&mark))
        });
        if let Some(here) = found {
            self.here.set(here);
            self.open();
        }
    }

    /// Opens the answer of the cell.
    fn open(self) {
        let (row, column) = self.here.get_untracked();
        let mark = self
            .layout
            .with_untracked(|l| l.as_ref()?.mark(row, column));
        if let Some(mark) = mark {
            let now = crate::ui::Route::parse(&crate::ui::document::hash()).query();
            ask(now.set("cell", &mark));
        }
    }

    /// Puts the keyboard on a cell and shows it, clear of what lies over the page.
    fn reveal(self, place: (usize, usize)) {
        if self.here.try_get_untracked().is_none() {
            return;
        }
        self.show(place);
        self.here.set(place);
        request_animation_frame(move || {
            if let Some(cell) = self.cell() {
                let nearest = ScrollIntoViewOptions::new();
                nearest.set_block(ScrollLogicalPosition::Nearest);
                nearest.set_inline(ScrollLogicalPosition::Nearest);
                cell.scroll_into_view_with_scroll_into_view_options(&nearest);
            }
        });
    }

    /// Scrolls until a cell is seen, not hidden by the heads.
    fn show(self, (row, column): (usize, usize)) {
        let Some(pane) = self.pane.get_untracked() else {
            return;
        };
        let view = self.view.get_untracked();
        let heading = pane
            .query_selector("col.heading")
            .ok()
            .flatten()
            .map_or(0, |heading| {
                heading.get_bounding_client_rect().width() as usize
            });
        let top = seen(view.top, view.height.saturating_sub(HEADS), ROW, row);
        let left = seen(
            view.left,
            view.width.saturating_sub(heading),
            COLUMN,
            column,
        );
        pane.set_scroll_top(top as i32);
        pane.set_scroll_left(left as i32);
        self.look();
    }
}

/// From where a length has to begin so that line `at` is in it.
fn seen(from: usize, length: usize, size: usize, at: usize) -> usize {
    let (start, end) = (size * at, size * (at + 1));
    if start < from {
        start
    } else if end > from + length {
        end.saturating_sub(length)
    } else {
        from
    }
}

/// Pixels that a browser tells; it tells none below zero here.
fn pixels(told: i32) -> usize {
    usize::try_from(told).unwrap_or_default()
}
