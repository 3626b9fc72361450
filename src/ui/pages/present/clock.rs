//! What the speaker's time is: a clock, and a timer that is started, stopped and
//! set back.

use crate::ui::el::{El, button, el, span};
use crate::ui::t;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsValue;

/// A timer, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Timer {
    /// Since when it has run, while it does.
    since: Option<f64>,
    /// How long it had run before.
    before: f64,
}

impl Timer {
    fn elapsed(self, now: f64) -> f64 {
        self.before + self.since.map_or(0.0, |since| (now - since).max(0.0))
    }

    /// Stopped where it runs, started where it does not.
    fn toggled(self, now: f64) -> Self {
        match self.since {
            Some(_) => Self {
                since: None,
                before: self.elapsed(now),
            },
            None => Self {
                since: Some(now),
                ..self
            },
        }
    }

    /// Set back to zero; it goes on where it runs.
    fn reset(self, now: f64) -> Self {
        Self {
            since: self.since.map(|_| now),
            before: 0.0,
        }
    }
}

/// `7:05`, and from an hour on `1:07:05`.
fn written(milliseconds: f64) -> String {
    let seconds = (milliseconds / 1000.0) as u64;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{seconds:02}")
    } else {
        format!("{minutes}:{seconds:02}")
    }
}

/// The time of day as people of a language write it.
fn time_of_day(language: &str) -> String {
    let style = js_sys::Object::new();
    for name in ["hour", "minute"] {
        // Fails only on what is no object.
        let _ = js_sys::Reflect::set(&style, &name.into(), &JsValue::from_str("2-digit"));
    }
    let now = js_sys::Date::new_0();
    now.to_locale_time_string_with_options(language, &style)
        .into()
}

/// Clock and timer.
pub fn clock() -> El {
    let t = t();
    let now = RwSignal::new(js_sys::Date::now());
    let timer = RwSignal::new(Timer::default());
    let tick = move || now.set(js_sys::Date::now());
    if let Ok(ticking) = set_interval_with_handle(tick, Duration::from_millis(500)) {
        on_cleanup(move || ticking.clear());
    }
    let time = move || {
        now.track();
        time_of_day(t.code())
    };
    let elapsed = move || written(timer.get().elapsed(now.get()));
    let toggle = button("button", "", move || {
        tick();
        timer.update(|timer| *timer = timer.toggled(now.get_untracked()));
    })
    .attr("data-timer", "toggle")
    .live_in_place(move || {
        if timer.get().since.is_some() {
            t.speaker_pause()
        } else {
            t.speaker_start()
        }
    });
    let reset = button("button secondary", t.speaker_reset(), move || {
        tick();
        timer.update(|timer| *timer = timer.reset(now.get_untracked()));
    })
    .attr("data-timer", "reset");
    el("div")
        .class("speaker-time")
        .child(
            el("p")
                .child(span("label", t.speaker_clock()))
                .child(span("figures", "").live_in_place(time)),
        )
        .child(
            el("p").child(span("label", t.speaker_timer())).child(
                span("figures", "")
                    .attr("role", "timer")
                    .attr("aria-label", t.speaker_timer())
                    .live_in_place(elapsed),
            ),
        )
        .child([toggle, reset])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timer_stops_goes_on_and_is_set_back() {
        let started = Timer::default().toggled(1000.0);
        assert_eq!(started.elapsed(4000.0), 3000.0);
        let stopped = started.toggled(4000.0);
        assert_eq!(stopped.elapsed(9000.0), 3000.0);
        let again = stopped.toggled(10_000.0);
        assert_eq!(again.elapsed(11_000.0), 4000.0);
        assert_eq!(again.reset(12_000.0).elapsed(12_500.0), 500.0);
        assert_eq!(stopped.reset(12_000.0), Timer::default());
        // A clock that was set back takes nothing away.
        assert_eq!(started.elapsed(0.0), 0.0);
    }

    #[test]
    fn times_are_written_as_on_a_watch() {
        assert_eq!(written(0.0), "0:00");
        assert_eq!(written(425_999.0), "7:05");
        assert_eq!(written(4_025_000.0), "1:07:05");
    }
}
