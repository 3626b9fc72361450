//! Undo, the history of a sheet, and answers taken over from an earlier one.

use super::texts;

texts! {}
