//! A calm reminder: the surveys are in this browser only, and the last copy on
//! file is old, or there is none.

use crate::ui::el::{El, el, link, p};
use crate::ui::{Route, app, document, t};

/// From here on a copy is old, in milliseconds: fourteen days.
const OLD: u64 = 14 * 24 * 60 * 60 * 1000;

/// Says when a copy was last saved, with a way to save one; nothing where
/// there is no survey, or a copy of these days.
pub fn copy_reminder() -> El {
    let (app, t) = (app(), t());
    let line = move || {
        let last = app.last_copy();
        if app.surveys().is_empty() || last.is_some_and(is_fresh) {
            return None;
        }
        let said = match last {
            Some(at) => t.last_copy(document::moment(t, at)),
            None => t.no_copy_yet().into(),
        };
        let save = link(Route::Settings.href(), t.save_copy());
        let line = p("reminder", said).attr("data-copy-reminder", "");
        Some(line.child(" ").child(save))
    };
    el("div").live(line)
}

fn is_fresh(copied: u64) -> bool {
    (js_sys::Date::now() as u64).saturating_sub(copied) < OLD
}
