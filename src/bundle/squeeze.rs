//! Deflate with a dictionary that both sides know beforehand.
//!
//! The library has no call for such a dictionary. So the compressor reads the
//! dictionary first, and what it writes of it is dropped: the flush ends on a
//! whole byte, and what follows looks back over it. The reader finds the
//! dictionary at the start of the buffer into which it inflates.

use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, compress_to_output, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};
use std::cell::RefCell;

/// How hard the compressor looks for repetitions, of 10. More makes records a
/// thousandth smaller.
const LEVEL: i32 = 6;

/// Compresses to raw deflate. What is longer than `most` bytes is stored as it
/// is, so that [`expand`] never has to trust a great promise.
pub fn squeeze(bytes: &[u8], dictionary: &[u8], most: usize) -> Vec<u8> {
    let level = if bytes.len() > most { 0 } else { LEVEL };
    // The window's size is negative where no header is wanted.
    let flags = create_comp_flags_from_zip_params(level, -15, 0);
    let mut compressor = CompressorOxide::new(flags);
    compress_to_output(&mut compressor, dictionary, TDEFLFlush::Sync, |_| true);
    let mut squeezed = Vec::new();
    compress_to_output(&mut compressor, bytes, TDEFLFlush::Finish, |part| {
        squeezed.extend_from_slice(part);
        true
    });
    squeezed
}

/// Bytes as they are, in blocks that inflate to themselves (RFC 1951, 3.2.4).
pub fn store(bytes: &[u8]) -> Vec<u8> {
    /// Greatest length of such a block.
    const BLOCK: usize = 0xFFFF;
    let mut stored = Vec::with_capacity(bytes.len() + 5 * (bytes.len() / BLOCK + 1));
    let mut rest = bytes;
    loop {
        let (block, after) = rest.split_at(rest.len().min(BLOCK));
        let length = (block.len() as u16).to_le_bytes();
        stored.push(u8::from(after.is_empty()));
        stored.extend_from_slice(&length);
        stored.extend_from_slice(&length.map(|byte| !byte));
        stored.extend_from_slice(block);
        if after.is_empty() {
            return stored;
        }
        rest = after;
    }
}

thread_local! {
    /// What inflates, and where it writes: a survey has a record for each of
    /// thousands of bodies.
    static AT_WORK: RefCell<(Box<DecompressorOxide>, Vec<u8>)> = RefCell::default();
}

/// So much room is kept for the next text, in bytes.
const KEPT: usize = 1 << 16;

/// Inflates what [`squeeze`] or [`store`] made with the same dictionary. `None` where it is
/// something else, where something follows it, or where it would be longer
/// than `most` bytes and than itself.
pub fn expand(squeezed: &[u8], dictionary: &[u8], most: usize) -> Option<Vec<u8>> {
    AT_WORK.with_borrow_mut(|(inflater, buffer)| {
        inflater.init();
        let text = inflated(inflater, buffer, squeezed, dictionary, most);
        buffer.truncate(KEPT);
        buffer.shrink_to(KEPT);
        text
    })
}

/// What stands in the buffer before is written over.
fn inflated(
    inflater: &mut DecompressorOxide,
    buffer: &mut Vec<u8>,
    squeezed: &[u8],
    dictionary: &[u8],
    most: usize,
) -> Option<Vec<u8>> {
    let most = most.max(squeezed.len());
    let start = dictionary.len();
    // One byte more than allowed tells what is longer.
    let end = start + most + 1;
    let mut room = end.min(start + squeezed.len() * 8);
    let (mut read, mut written) = (0, start);
    loop {
        if buffer.len() < room {
            buffer.resize(room, 0);
        }
        if read == 0 {
            buffer.get_mut(..start)?.copy_from_slice(dictionary);
        }
        let (status, taken, made) = decompress(
            inflater,
            squeezed.get(read..)?,
            buffer.get_mut(..room)?,
            written,
            TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
        );
        read += taken;
        written += made;
        match status {
            TINFLStatus::Done if read == squeezed.len() && written < end => break,
            TINFLStatus::HasMoreOutput if room < end => room = end.min(room * 2),
            _ => return None,
        }
    }
    Some(buffer.get(start..written)?.to_vec())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // a test stops at the first surprise
mod tests {
    use super::*;

    const KNOWN: &[u8] = b"the quick brown fox jumps over the lazy dog";

    #[test]
    fn the_dictionary_spares_what_it_holds() {
        let text = b"the quick brown fox sleeps";
        let with = squeeze(text, KNOWN, 1_000);
        assert!(with.len() < squeeze(text, b"", 1_000).len());
        assert_eq!(expand(&with, KNOWN, 1_000).unwrap(), text);
        assert_ne!(expand(&with, b"", 1_000).as_deref(), Some(&text[..]));
    }

    #[test]
    fn texts_of_any_length_come_back() {
        for length in [0, 1, 40, 100, 5_000, 40_000, 100_000] {
            let text: Vec<u8> = (0..length)
                .map(|n: u32| (n.wrapping_mul(n) / 7) as u8)
                .collect();
            for dictionary in [b"", KNOWN] {
                let squeezed = squeeze(&text, dictionary, 200_000);
                assert_eq!(expand(&squeezed, dictionary, 200_000).unwrap(), text);
                let stored = store(&text);
                assert_eq!(expand(&stored, dictionary, 200_000).unwrap(), text);
            }
        }
    }

    #[test]
    fn what_grows_beyond_the_limit_is_refused() {
        let text = vec![b'a'; 10_000];
        let bomb = squeeze(&text, KNOWN, 10_000);
        assert!(bomb.len() < 100);
        assert_eq!(expand(&bomb, KNOWN, 10_000).unwrap(), text);
        assert_eq!(expand(&bomb, KNOWN, 9_999), None);
        // Such a text is not squeezed in the first place, and so comes back.
        let stored = squeeze(&text, KNOWN, 9_999);
        assert!(stored.len() > text.len());
        assert_eq!(expand(&stored, KNOWN, 9_999).unwrap(), text);
    }

    #[test]
    fn what_was_cut_or_goes_on_is_refused() {
        let mut squeezed = squeeze(b"something to say, and to say again", KNOWN, 1_000);
        for length in 0..squeezed.len() {
            assert_eq!(expand(&squeezed[..length], KNOWN, 1_000), None);
        }
        squeezed.push(0);
        assert_eq!(expand(&squeezed, KNOWN, 1_000), None);
    }
}
