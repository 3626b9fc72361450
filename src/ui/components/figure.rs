//! A chart in the page. The chart is a string that floor 1 draws; its table
//! stands beside it in the page.

use crate::ui::el::{El, el};
use leptos::ev;
use leptos::prelude::*;

/// Widths for which charts are drawn: a phone, and everything else.
const NARROW: u32 = 320;
const WIDE: u32 = 640;

/// Tells the chart width that fits the window, following it.
pub fn chart_width() -> impl Fn() -> u32 + Copy + Send + 'static {
    let is_narrow = || {
        let width = window().inner_width().ok().and_then(|w| w.as_f64());
        width.is_some_and(|w| w < 576.0)
    };
    let narrow = RwSignal::new(is_narrow());
    let listener = window_event_listener(ev::resize, move |_| {
        // Only a change wakes the charts, not every pixel.
        if narrow.get_untracked() != is_narrow() {
            narrow.set(is_narrow());
        }
    });
    on_cleanup(move || listener.remove());
    move || if narrow.get() { NARROW } else { WIDE }
}

/// Shows the chart that `draw` gives as SVG text.
pub fn figure(draw: impl Fn() -> String + Send + 'static) -> El {
    el("div").class("figure").html(draw)
}
