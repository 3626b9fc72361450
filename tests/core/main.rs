//! Tests that use the core (floors 0 to 2) as a second client beside the app, natively.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at the first surprise"
)]

mod agreement;
mod bundle;
mod carry;
mod charts;
mod charts_themes;
mod chronicle;
mod clarity;
mod codebook;
mod columns;
mod compare;
mod completeness;
mod counted;
mod data;
mod deck;
mod deck_edit;
mod desk;
mod dimension;
#[cfg(feature = "exporters")]
mod exports;
mod facts;
#[path = "../shared/faulty.rs"]
mod faulty;
mod findings;
mod floors;
mod follow_ups;
mod follow_ups_nested;
mod generated;
mod import_away;
mod indicator;
mod issuing;
mod laws;
#[path = "../shared/library.rs"]
mod library_life;
mod lifecycle;
mod lists;
mod matrix;
mod numbers_and_days_as_typed;
mod odd_sheets;
mod paper;
mod plain_input;
mod present;
mod proposals;
mod readings;
mod readings_changed;
mod records;
mod report;
mod report_page;
mod scenario;
mod scenario_failures;
mod selection;
mod states;
mod steps_back;
mod storage;
mod storage_crashes;
mod storage_fuzz;
mod storage_import;
mod storage_model;
mod storage_replay;
mod storage_room;
mod storage_tabs;
mod suggest;
mod ticking;
mod transcribed;
mod vaults;
mod writing;

/// How many random cases a test tries: a few seconds' worth, or, where
/// `RILIEVO_LONG` is 1, as many as the long run wants.
fn cases(short: u32, long: u32) -> u32 {
    match std::env::var("RILIEVO_LONG") {
        Ok(value) if value == "1" => long,
        _ => short,
    }
}
