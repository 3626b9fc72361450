//! Texts of the stage and of the speaker's window.

use super::texts;

texts! {}
