//! Remarks, replies, and the steps of a sheet's life.

use super::texts;

texts! {}
