//! Filling in a sheet: steps, what is missing, checks, suggestions.

use super::texts;

texts! {}
