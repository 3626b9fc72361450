//! Merging what was written apart, record by record.
//!
//! [`rule`] says what stands of two versions of one record. What is merged
//! without anybody to ask, between two pages of one browser, is in [`tabs`];
//! what a file brings is merged by the plan, which asks.

pub(super) mod order;
mod record;
mod rule;
mod tabs;

pub(super) use record::{Own, in_order};
pub(super) use rule::{Ruling, Versioned, rule};
pub use tabs::{Clash, Merged, merge_heads, merge_partners, merge_sheets};
