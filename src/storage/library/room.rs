//! Room for the records that are about to be read.

use std::hint::black_box;

/// For so many records room is asked for at once.
const AT_ONCE: usize = 512;

/// What a record takes once it is read, in bytes: a sheet of 25 answers takes six
/// thousand.
const EACH: usize = 7_000;

/// Sees now and then that there is room in one piece for the next records; `read` of
/// `all` are read.
///
/// Without it the allocator of the browser asks for 64 KiB at a time. Before each it
/// looks through every gap that may be too small, and each makes the browser move the
/// end of the memory and look for garbage: half the time of opening thousands of
/// records.
pub(super) fn room_for(read: usize, all: usize) {
    if read.is_multiple_of(AT_ONCE) {
        let next = all.saturating_sub(read).min(AT_ONCE);
        drop(black_box(Vec::<u8>::with_capacity(next * EACH)));
    }
}
