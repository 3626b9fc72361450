//! Texts of the slides themselves.

use super::texts;

texts! {}
