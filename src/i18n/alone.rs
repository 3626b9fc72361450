//! Texts about the app as one file.

use super::texts;

texts! {}
