//! The same as the library's inflating, for sound data and for damaged.
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use super::inflate;
use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, compress_to_output, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

const MOST: usize = 200_000;

fn deflated(bytes: &[u8], before: &[u8], level: i32) -> Vec<u8> {
    let flags = create_comp_flags_from_zip_params(level, -15, 0);
    let mut compressor = CompressorOxide::new(flags);
    compress_to_output(&mut compressor, before, TDEFLFlush::Sync, |_| true);
    let mut deflated = Vec::new();
    compress_to_output(&mut compressor, bytes, TDEFLFlush::Finish, |part| {
        deflated.extend_from_slice(part);
        true
    });
    deflated
}

/// What the library makes of it.
fn by_library(deflated: &[u8], before: &[u8]) -> Option<Vec<u8>> {
    let mut out = before.to_vec();
    out.resize(MOST + 1, 0);
    let mut inflater = DecompressorOxide::new();
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, read, written) =
        decompress(&mut inflater, deflated, &mut out, before.len(), flags);
    let whole = status == TINFLStatus::Done && read == deflated.len();
    let length = before.len() + written;
    (whole && length <= MOST).then(|| out[..length].to_vec())
}

/// Numbers that are always the same.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most as u64) as usize
    }

    fn text(&mut self, length: usize) -> Vec<u8> {
        let words: [&[u8]; 5] = [b"{\"state\":\"", b"given", b"\"}", b"q", b"\xc3\xa8"];
        let kind = self.below(4);
        let mut text = Vec::new();
        while text.len() < length {
            match kind {
                0 => text.push(self.below(256) as u8),
                1 => text.push(self.below(3) as u8),
                _ => text.extend_from_slice(words[self.below(words.len())]),
            }
        }
        text
    }
}

#[test]
fn what_was_deflated_comes_back_and_damage_is_what_it_is_for_the_library() {
    let mut chance = Chance(0x9E37_79B9_7F4A_7C15);
    let known = chance.text(700);
    for round in 0..1_500 {
        let length = chance.below(if round % 100 == 0 { 70_000 } else { 900 });
        let text = chance.text(length);
        let before = if chance.below(2) == 0 {
            &known[..]
        } else {
            b""
        };
        let mut bytes = deflated(&text, before, chance.below(11) as i32);
        let whole = [before, &text].concat();
        assert_eq!(inflate(&bytes, before.to_vec(), MOST), Some(whole));
        let place = chance.below(bytes.len());
        match chance.below(3) {
            0 => bytes[place] ^= 1 << chance.below(8),
            1 => bytes.truncate(place),
            _ => bytes.push(chance.below(256) as u8),
        }
        let library = by_library(&bytes, before);
        assert_eq!(inflate(&bytes, before.to_vec(), MOST), library, "{round}");
    }
}

#[test]
fn what_is_no_deflate_is_refused() {
    for bytes in [
        &[][..],
        // A kind of block that does not exist; a stored one that contradicts itself.
        &[7],
        &[1, 1, 0, 0, 0, 9],
        // Fixed codes: looks back to before the beginning; a sign that does not exist.
        &[0x03, 0x02, 0x00],
        &[0x1b, 0x03, 0x00],
        // Codes of lengths of which there are too many.
        &[0x05, 0xe0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    ] {
        assert_eq!(inflate(bytes, Vec::new(), MOST), None, "{bytes:?}");
        assert_eq!(by_library(bytes, b""), None, "{bytes:?}");
    }
}
