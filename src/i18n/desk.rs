//! The overview as the coordinator's desk.

use super::texts;

texts! {}
