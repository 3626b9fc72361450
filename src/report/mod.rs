//! Floor 2: documents of tables, and how they are written. A document
//! knows no survey and no language: whoever makes it puts the words in.

pub mod citing;
pub mod compose;
pub mod counts;
mod csv;
pub mod data;
pub mod deck;
mod document;
#[cfg(feature = "exporters")]
pub mod export;
pub mod file;
mod html;
mod kind;
mod links;
pub mod page;
pub mod prose;
pub mod since;
pub mod whole;

pub use csv::{Separator, csv, tsv};
pub use document::{Cell, Column, Group, Inline, Mark, Row, Table};
pub use html::{Html, html, table};
pub use kind::Kind;
pub use links::links;
