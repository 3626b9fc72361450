//! Tests that drive the core, floors 0 to 2, from outside.

mod bundle;
