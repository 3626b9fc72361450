//! Rilievo: surveys among partner bodies, without a server.
//!
//! The house has floors; a module imports only from floors below its own
//! (`tests/core/floors.rs` holds every `use crate::` against this table).
//!
//! | floor | module       | what lives there                                            |
//! |-------|--------------|-------------------------------------------------------------|
//! | 0     | [`model`]    | ids, questionnaire, partners, answers, sheets, validation    |
//! | 0     | [`i18n`]     | locales and every text of the interface                     |
//! | 1     | [`bundle`]   | JSON bundles: parse, migrate, restore, validate, fingerprint |
//! | 1     | [`analysis`] | one method of counting per file                             |
//! | 1     | [`chart`]    | pure functions from a chart's data to SVG                    |
//! | 2     | [`report`]   | documents of tables, written as HTML and CSV                |
//! | 2     | [`storage`]  | where surveys are kept between visits                       |
//! | 3     | [`state`]    | the one reactive store and every action on it               |
//! | 4     | [`ui`]       | pages and components                                        |
//!
//! Floors 0 to 2 (without the browser's local storage) build and test natively:
//! `cargo test --no-default-features`.

pub mod analysis;
pub mod bundle;
pub mod chart;
pub mod i18n;
pub mod model;
pub mod report;
#[cfg(feature = "web")]
pub mod state;
pub mod storage;
#[cfg(feature = "web")]
pub mod ui;
