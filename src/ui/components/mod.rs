//! Components that more than one page shows.

mod badge;
mod confirm;
mod copy_reminder;
mod dry_run;
mod figure;
mod fingerprint;
mod header;
mod import;
mod names;
mod notices;
mod refusal;
mod rename;
mod survey_bar;

pub use badge::{state_badge, state_mark, status_badge};
pub use confirm::confirm;
pub use copy_reminder::copy_reminder;
pub use figure::{chart_width, figure, tone};
pub use fingerprint::fingerprint;
pub use header::header;
pub use import::import;
pub use names::some_names;
pub use notices::notice_list;
pub use rename::rename;
pub use survey_bar::survey_bar;
