//! Components that more than one page shows.

mod arrivals;
mod badge;
mod confirm;
mod copy_reminder;
mod deadline;
mod dry_run;
mod figure;
mod fingerprint;
mod header;
mod import;
mod look;
mod names;
mod notices;
mod picture;
mod raster;
mod refusal;
mod rename;
mod save;
mod survey_bar;
mod undo_import;

pub use arrivals::keep_the_page;
pub use badge::{state_badge, state_mark, status_badge, symbol};
pub use confirm::confirm;
pub use copy_reminder::copy_reminder;
pub use deadline::days_left;
pub use figure::{chart_width, figure, tone};
pub use fingerprint::fingerprint;
pub use header::header;
pub use import::import;
pub use look::{LOOKS, follow_printing, look, printing};
pub use names::some_names;
pub use notices::notice_list;
pub use picture::{Picture, picture};
pub use rename::rename;
pub use save::save_menu;
pub use survey_bar::survey_bar;
