//! The files that a report goes out as, read back: by what stands in them here,
//! and by other programs in `tests/python/`.

mod docx;
mod files;
mod sample;
