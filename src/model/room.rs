//! Room for what is about to be read.

use std::hint::black_box;

/// Room that is asked for at once, in bytes.
const ROOM: usize = 1 << 20;

/// Sees that there is a stretch of a mebibyte to take from. To be called now and then
/// by whatever reads records by the thousand.
///
/// The allocator of the browser asks for pages one by one, and before each it looks
/// through every gap that may be too small; with thousands of records these are
/// tens of thousands, and looking took longer than reading.
pub fn ask_for_room() {
    drop(black_box(Vec::<u8>::with_capacity(ROOM)));
}
