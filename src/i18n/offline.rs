//! Texts about working without a network, and about new versions.

use super::texts;

texts! {}
