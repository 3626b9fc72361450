//! One module for each page. A page that a sheet and its results do not need is
//! declared by `lazy!`, with the part that it lives in.

mod carried;
mod codebook;
mod compare;
mod conclusions;
mod document;
mod exchange;
mod factors;
mod findings;
mod home;
mod matrix;
mod overview;
mod present;
mod report;
mod results;
mod settings;
mod sheet;
mod slides;

pub use home::home;
pub use results::{fetch_charts, results};
pub use sheet::{sheet, step_section};

use super::lazy::lazy;
use crate::i18n::Locale;
use crate::state::{Fetched, in_part};

lazy! { exchange, Locale::exchange => /// The exchange page.
pub fn exchange() = exchange::exchange() }

lazy! { exchange, Locale::open_title => /// An invitation that came as a link.
pub fn open(link: String) = exchange::open(&link) }

lazy! { exchange, Locale::carried_copying =>
/// The survey that the file carries, copied into this browser.
pub fn copy_carried() = carried::copy() }

lazy! { exchange => /// What stands above a survey that the file carries.
pub fn carried_banner() = carried::banner() }

lazy! { exchange, Locale::carried_not_here_title =>
/// A page that a survey which is only shown does not have.
pub fn only_shown() = carried::only_shown() }

lazy! { settings, Locale::settings => /// What this browser keeps.
pub fn settings() = settings::settings() }

lazy! { settings =>
/// Whether the app can be used without a network, in a word.
pub fn offline_word() = settings::offline_word() }

in_part! {
    settings =>
    /// Fetches the code of that word.
    pub fn fetch_offline_word() -> Fetched<()> {
        Ok(())
    }
}

lazy! { meaning, Locale::codebook => /// How lists are read.
pub fn codebook() = codebook::codebook() }

lazy! { insight =>
/// Bodies by questions.
pub fn matrix() = matrix::matrix() }

lazy! { meaning =>
/// What the data say by themselves.
pub fn findings() = findings::findings() }

lazy! { meaning =>
/// What the answers mean for the transfer.
pub fn factors() = factors::factors() }

lazy! { overview, Locale::overview =>
/// Who has answered, the indicator, completeness.
pub fn overview() = overview::overview() }

lazy! { meaning =>
/// Bodies, groups, moments side by side.
pub fn compare() = compare::compare() }

lazy! { writing, Locale::conclusions => /// What the authors write.
pub fn conclusions() = conclusions::conclusions() }

lazy! { report, Locale::document_data =>
/// What the report says of the project, and its issued versions.
pub fn document() = document::document() }

lazy! { report, Locale::report => /// The report.
pub fn report() = report::report() }

lazy! { presenting, Locale::presentation =>
/// What the authors decide about the slides.
pub fn slides() = slides::slides() }

lazy! { presenting => /// The slides in the meeting.
pub fn present() = present::present() }
