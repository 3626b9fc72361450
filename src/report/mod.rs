//! Floor 2: documents of tables and lists, and how they are written. A document
//! knows no survey and no language: whoever makes it puts the words in.

mod document;
mod html;
mod links;

pub use document::{Cell, Column, Definition, Definitions, Group, Inline, Mark, Row, Table};
pub use html::{definitions, table};
pub use links::links;
