//! The sheet on paper.

use super::texts;

texts! {}
