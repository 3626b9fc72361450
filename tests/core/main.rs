//! The scenario tests of the core: they use the crate as a second client beside the app.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at the first surprise"
)]

mod charts;
