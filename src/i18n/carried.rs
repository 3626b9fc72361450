//! Texts of a survey that travels inside the app's file.

use super::texts;

texts! {}
