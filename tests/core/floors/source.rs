//! Rust text, read just well enough to tell code, comments and strings apart.

use std::ops::Range;

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Comment,
    String,
}

/// The text of a file, and where its comments and strings are.
pub struct Source {
    text: String,
    marks: Vec<(Kind, Range<usize>)>,
}

impl Source {
    pub fn new(text: String) -> Self {
        let marks = marks(&text);
        Self { text, marks }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text without what is compiled for tests only.
    pub fn without_tests(&self) -> String {
        blank(&self.text, self.tests())
    }

    /// The same without comments; strings stay.
    pub fn without_tests_and_comments(&self) -> String {
        let comments = self.marks.iter().filter(|(k, _)| *k == Kind::Comment);
        let comments = comments.map(|(_, range)| range.clone());
        blank(&self.text, comments.chain(self.tests()))
    }

    /// First names of all paths that start at the crate's root: after
    /// `crate::` (also in a group) or `rilievo::`.
    pub fn imports(&self) -> Vec<String> {
        let words = words(&self.code());
        let mut found = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let starts = at == 0 || words[at - 1] != "::";
            if starts && matches!(word.as_str(), "crate" | "rilievo") {
                found.extend(first_names(&words[at + 1..]));
            }
        }
        found
    }

    /// First names after at least `depth` times `super::`: those of a file
    /// `depth` modules deep that may have climbed to the crate's root. Inside
    /// a module within the file they may be its own.
    pub fn climbs(&self, depth: usize) -> Vec<String> {
        let words = words(&self.code());
        let mut found = Vec::new();
        for (at, word) in words.iter().enumerate() {
            let starts = at == 0 || words[at - 1] != "::";
            if starts && word == "super" {
                let rest = &words[at + 1..];
                let more = rest.chunks(2).take_while(|c| *c == ["::", "super"]);
                let more = more.count();
                if more + 1 >= depth {
                    found.extend(first_names(&rest[more * 2..]));
                }
            }
        }
        found
    }

    /// The text without comments and strings, in the same places.
    fn code(&self) -> String {
        blank(&self.text, self.marks.iter().map(|(_, r)| r.clone()))
    }

    /// Items behind `#[cfg(test)]`, up to their closing brace or semicolon.
    fn tests(&self) -> Vec<Range<usize>> {
        let code = self.code();
        let mut found = Vec::new();
        for (start, _) in code.match_indices("#[cfg(test)]") {
            let mut open = 0;
            let mut end = code.len();
            for (at, c) in code[start..].char_indices() {
                match c {
                    '{' => open += 1,
                    '}' => open -= 1,
                    _ => {}
                }
                if open == 0 && matches!(c, '}' | ';') {
                    end = start + at + 1;
                    break;
                }
            }
            found.push(start..end);
        }
        found
    }
}

/// The text with some ranges as spaces, so that places stay what they are.
fn blank(text: &str, ranges: impl IntoIterator<Item = Range<usize>>) -> String {
    let mut text = text.to_owned();
    for range in ranges {
        let spaces = " ".repeat(range.len());
        text.replace_range(range, &spaces);
    }
    text
}

/// The first name after a `::`, or the first names of the group there.
fn first_names(rest: &[String]) -> Vec<String> {
    let [colons, name, ..] = rest else {
        return Vec::new();
    };
    if colons != "::" {
        return Vec::new();
    }
    if name != "{" {
        return vec![name.clone()];
    }
    let mut open = 0;
    let mut names = Vec::new();
    for pair in rest[1..].windows(2) {
        match pair[0].as_str() {
            "{" => open += 1,
            "}" => open -= 1,
            _ => {}
        }
        if open == 0 {
            break;
        }
        if open == 1 && matches!(pair[0].as_str(), "{" | ",") && pair[1] != "}" {
            names.push(pair[1].clone());
        }
    }
    names
}

/// Names, `::`, and single other signs.
fn words(code: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut in_name = false;
    for c in code.chars() {
        let is_name = c.is_alphanumeric() || c == '_';
        match words.last_mut() {
            Some(last) if is_name && in_name => last.push(c),
            Some(last) if c == ':' && last == ":" => last.push(c),
            _ if c.is_whitespace() => {}
            _ => words.push(c.into()),
        }
        in_name = is_name;
    }
    words
}

/// Where comments and the insides of strings are.
fn marks(text: &str) -> Vec<(Kind, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let part = if rest.starts_with("//") {
            Some((Kind::Comment, rest.find('\n').unwrap_or(rest.len())))
        } else if rest.starts_with("/*") {
            Some((Kind::Comment, rest.find("*/").map_or(rest.len(), |e| e + 2)))
        } else if c == '"' {
            Some((Kind::String, quoted(rest, '"')))
        } else if c == '\'' && is_character(rest) {
            Some((Kind::String, quoted(rest, '\'')))
        } else if c == 'r' && !ends_in_name(&text[..at]) {
            raw(rest).map(|length| (Kind::String, length))
        } else {
            None
        };
        let length = part.map_or(c.len_utf8(), |(_, length)| length);
        found.extend(part.map(|(kind, length)| (kind, at..at + length)));
        at += length;
    }
    found
}

fn ends_in_name(text: &str) -> bool {
    text.ends_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// `'x'` or `'\n'`, and not the lifetime `'x`.
fn is_character(rest: &str) -> bool {
    let mut chars = rest.chars().skip(1);
    chars.next() == Some('\\') || chars.next() == Some('\'')
}

/// Length of a quoted text with its quotes.
fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// Length of `r"…"` or `r#"…"#`, if it is one.
fn raw(rest: &str) -> Option<usize> {
    let hashes = rest[1..].bytes().take_while(|b| *b == b'#').count();
    let start = 1 + hashes;
    if !rest[start..].starts_with('"') {
        return None;
    }
    let close = format!("\"{}", "#".repeat(hashes));
    let end = rest[start + 1..].find(&close)?;
    Some(start + 1 + end + close.len())
}
