//! Names of published files: a hash of the content, so that a browser may
//! keep a file for ever and still sees every change.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

/// Ten hexadecimal digits tell apart far more versions of a file than there
/// will be, and keep the page's head short.
const HASH_BYTES: usize = 5;

/// From a file's name in the project (`fonts/x.woff2`, `/` on every system) to
/// its name in the site.
pub type Names = BTreeMap<String, String>;

/// Whether a published file must keep its name: browsers, crawlers or people
/// look for it by that name, or another file that is not rewritten refers to it.
pub fn keeps_name(path: &str) -> bool {
    path.ends_with(".txt")
        || path.ends_with(".webmanifest")
        || path.starts_with("icons/")
        || matches!(path, "sw.js" | "favicon.ico")
}

/// The first digits of the hash of a content.
pub fn digits(content: &[u8]) -> String {
    let hash = Sha256::digest(content);
    let digits = hash.iter().take(HASH_BYTES);
    digits.map(|byte| format!("{byte:02x}")).collect()
}

/// `fonts/x.woff2` → `fonts/x-0123456789.woff2`.
pub fn hashed(path: &str, content: &[u8]) -> String {
    let hash = digits(content);
    let file = path.rfind('/').map_or(0, |slash| slash + 1);
    match path[file..].rfind('.') {
        Some(dot) => format!("{}-{hash}{}", &path[..file + dot], &path[file + dot..]),
        None => format!("{path}-{hash}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_follows_the_content() {
        // The first digits of SHA-256 of "abc".
        assert_eq!(hashed("fonts/x.woff2", b"abc"), "fonts/x-ba7816bf8f.woff2");
        assert_eq!(hashed("a.b/LICENSE", b"abc"), "a.b/LICENSE-ba7816bf8f");
        assert_ne!(hashed("x.css", b"abc"), hashed("x.css", b"abd"));
    }

    #[test]
    fn files_found_by_name_keep_it() {
        for path in [
            "fonts/OFL.txt",
            "manifest.webmanifest",
            "sw.js",
            "icons/a.svg",
        ] {
            assert!(keeps_name(path), "{path}");
        }
        for path in ["fonts/x.woff2", "examples/a.json", "other/sw.js"] {
            assert!(!keeps_name(path), "{path}");
        }
    }
}
