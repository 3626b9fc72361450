//! Where in the JSON a line and column stand, as a path of keys and indices.
//!
//! The parser knows only line and column. A path is found by walking the text
//! once more, and only after something went wrong. Wrapping the parser so that
//! it keeps the path (`serde_path_to_error`) doubles the generated code: 29 kB
//! of the compressed page.

/// An object or array that is open at some place of a text.
enum Open<'a> {
    /// The last key, and whether its colon has passed.
    Object { key: &'a str, named: bool },
    /// The current index.
    Array { index: usize },
}

/// Path of what stands at `line` and `column` (the last byte that counts, both
/// from 1) of a text that is JSON: `survey.sheets[3].answers.q2`. At the end
/// of an object it is the path of the object; at the top it is empty.
pub(super) fn path(text: &str, line: usize, column: usize) -> String {
    let before: usize = text
        .split_inclusive('\n')
        .take(line.saturating_sub(1))
        .map(str::len)
        .sum();
    let end = before.saturating_add(column).min(text.len());
    let bytes = text.as_bytes();
    let mut open = Vec::new();
    let mut at = 0;
    while at < end {
        match bytes[at] {
            b'"' => {
                let content = string(bytes, at);
                if let Some(Open::Object { key, named: false }) = open.last_mut() {
                    *key = text.get(content.clone()).unwrap_or_default();
                }
                at = content.end;
            }
            b'{' => open.push(Open::Object {
                key: "",
                named: false,
            }),
            b'[' => open.push(Open::Array { index: 0 }),
            b'}' | b']' => {
                open.pop();
            }
            b':' => {
                if let Some(Open::Object { named, .. }) = open.last_mut() {
                    *named = true;
                }
            }
            b',' => match open.last_mut() {
                Some(Open::Object { named, .. }) => *named = false,
                Some(Open::Array { index }) => *index += 1,
                None => {}
            },
            _ => {}
        }
        at += 1;
    }
    written(&open)
}

/// The bytes between the quotes of the string that begins at `start`.
fn string(bytes: &[u8], start: usize) -> std::ops::Range<usize> {
    let mut at = start + 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    start + 1..at
}

fn written(open: &[Open]) -> String {
    let mut path = String::new();
    for level in open {
        match level {
            Open::Object { key: "", .. } => {}
            Open::Object { key, .. } => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
            Open::Array { index } => path.push_str(&format!("[{index}]")),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The path of what ends at the mark `^`.
    #[track_caller]
    fn check(marked: &str, expected: &str) {
        let column = marked.find('^').unwrap_or(marked.len());
        assert_eq!(path(&marked.replace('^', ""), 1, column), expected);
    }

    #[test]
    fn a_place_is_the_path_to_what_stands_there() {
        check(r#"{^"a": {"b": [1, "]", {"c": 7}]}, "d": 5}"#, "");
        check(r#"{"a"^: {"b": [1, "]", {"c": 7}]}, "d": 5}"#, "a");
        check(r#"{"a": {"b": [1^, "]", {"c": 7}]}, "d": 5}"#, "a.b[0]");
        check(r#"{"a": {"b": [1, "]"^, {"c": 7}]}, "d": 5}"#, "a.b[1]");
        check(r#"{"a": {"b": [1, "]", {"c": 7^}]}, "d": 5}"#, "a.b[2].c");
        check(r#"{"a": {"b": [1, "]", {"c": 7}^]}, "d": 5}"#, "a.b[2]");
        check(r#"{"a": {"b": [1, "]", {"c": 7}]}^, "d": 5}"#, "a");
        check(r#"{"a": {"b": [1, "]", {"c": 7}]}, "d": 5^}"#, "d");
        check(r#"{"a": {"b": [1, "]", {"c": 7}]}, "d": 5}^"#, "");
        check(r#"[{"a\"{": "}\\", "b": 5^}]"#, "[0].b");
    }

    #[test]
    fn lines_are_counted_and_no_place_is_out_of_reach() {
        let text = "{\r\n \"a\": [\n  1,\n  2";
        assert_eq!(path(text, 4, 3), "a[1]");
        assert_eq!(path(text, 99, 99), "a[1]");
        assert_eq!(path("\"\\", 1, 99), "");
        assert_eq!(path("", 0, 0), "");
    }
}
