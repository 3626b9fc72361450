//! Components that more than one page shows.

mod badge;
mod confirm;
mod figure;
mod header;
mod import;
mod names;
mod notices;
mod rename;
mod survey_bar;

pub use badge::{StateBadge, StatusBadge};
pub use confirm::Confirm;
pub use figure::{Figure, chart_width, tone};
pub use header::Header;
pub use import::Import;
pub use names::some_names;
pub use notices::NoticeList;
pub use rename::Rename;
pub use survey_bar::SurveyBar;
