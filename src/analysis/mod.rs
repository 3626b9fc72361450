//! Floor 1: what the answers say. One method of counting per file.
//!
//! Every method is a pure function over a [`Population`], which knows which
//! bodies count and in which state each of their answers counts. Nothing here
//! fails: where something odd is met, [`Warning`]s stand beside the result.
//! Nothing that counts words anything: results are ids, numbers and bodies;
//! [`words`] puts a single answer into words.
//!
//! A body is named by its place among those that are looked at
//! ([`Population::bodies`]), so that results own their data, compare cheaply and
//! stay small with thousands of bodies. Lists of bodies are always in the order
//! of the partners.

pub mod agreement;
pub mod answers;
pub mod combinations;
pub mod compare;
pub mod completeness;
pub use findings::{Finding, findings};
