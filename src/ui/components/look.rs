//! How charts look in the page: as somebody chose, or as the browser says that
//! they see best; and without colour while the page is printed.

use crate::chart::Theme;
use crate::i18n::Locale;
use crate::ui::app;
use crate::ui::lazy::Title;
use leptos::ev;
use leptos::prelude::*;

/// The looks that can be chosen, by their names in the settings, and their names
/// for people.
pub const LOOKS: [(&str, Title); 4] = [
    ("light", Locale::look_light),
    ("dark", Locale::look_dark),
    ("contrast", Locale::look_contrast),
    ("print", Locale::look_print),
];

/// Whether the page is being printed.
#[derive(Clone, Copy)]
struct Printing(RwSignal<bool>);

/// Follows the printing of the page; once, for all charts.
pub fn follow_printing() {
    let printing = RwSignal::new(false);
    provide_context(Printing(printing));
    let before = window_event_listener(ev::beforeprint, move |_| printing.set(true));
    let after = window_event_listener(ev::afterprint, move |_| printing.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

/// Whether the page is being printed, following it.
pub fn printing() -> impl Fn() -> bool + Copy + Send + 'static {
    let printing = use_context::<Printing>();
    move || printing.is_some_and(|printing| printing.0.get())
}

/// The name of the look that is in use.
pub fn look() -> impl Fn() -> String + Copy + Send + 'static {
    let app = app();
    move || {
        let chosen = app.look();
        chosen.unwrap_or_else(|| if sees_better() { "contrast" } else { "light" }.into())
    }
}

/// The theme of the charts, following what changes it.
pub fn theme() -> impl Fn() -> Theme + Copy + Send + 'static {
    let look = look();
    let printing = printing();
    move || {
        if printing() {
            return Theme::print();
        }
        match look().as_str() {
            "dark" => Theme::dark(),
            "contrast" => Theme::contrast(),
            "print" => Theme::print(),
            _ => Theme::light(),
        }
    }
}

/// Whether the person has asked their system for more contrast.
fn sees_better() -> bool {
    let asked = window().match_media("(prefers-contrast: more), (forced-colors: active)");
    asked.ok().flatten().is_some_and(|asked| asked.matches())
}
