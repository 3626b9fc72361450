//! Words explained.

use super::texts;

texts! {}
