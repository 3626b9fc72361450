//! What the buttons of a text do to it: pure functions over the text and what is
//! selected in it. Places are counted as the browser does, in UTF-16.

/// What a button does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Bold,
    Italic,
    List,
    Link,
}

impl Format {
    /// Name in the page.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Bold => "bold",
            Self::Italic => "italic",
            Self::List => "list",
            Self::Link => "link",
        }
    }
}

/// What comes in place of a part of the text, and what is selected then.
#[derive(Debug, PartialEq, Eq)]
pub struct Edit {
    pub start: u32,
    pub end: u32,
    pub text: String,
    pub select: (u32, u32),
}

/// Puts a format on what is selected, or takes it off; `words` stand in a link
/// of nothing.
pub fn format(format: Format, text: &str, start: u32, end: u32, words: &str) -> Edit {
    let units: Vec<u16> = text.encode_utf16().collect();
    match format {
        Format::Bold => around(&units, start, end, "**"),
        Format::Italic => around(&units, start, end, "*"),
        Format::List => list(&units, start, end),
        Format::Link => {
            let selected = part(&units, start, end);
            let words = if selected.is_empty() {
                words.to_owned()
            } else {
                selected
            };
            let address = "https://";
            let at = start + length(&words) + 3;
            Edit {
                start,
                end,
                text: format!("[{words}]({address})"),
                select: (at, at + length(address)),
            }
        }
    }
}

/// Puts something where the cursor is, apart from the words around it.
pub fn insert(what: &str, text: &str, start: u32, end: u32) -> Edit {
    let units: Vec<u16> = text.encode_utf16().collect();
    let blank = |unit: Option<&u16>| unit.is_none_or(|unit| [0x20, 0x0a].contains(unit));
    let before = start.checked_sub(1).map(|at| at as usize);
    let before = blank(before.and_then(|at| units.get(at)));
    let after = blank(units.get(end as usize));
    let text = [
        if before { "" } else { " " },
        what,
        if after { "" } else { " " },
    ]
    .concat();
    let at = start + length(&text);
    Edit {
        start,
        end,
        text,
        select: (at, at),
    }
}

fn around(units: &[u16], start: u32, end: u32, sign: &str) -> Edit {
    let selected = part(units, start, end);
    let inner = selected
        .strip_prefix(sign)
        .and_then(|rest| rest.strip_suffix(sign));
    // `**a**` is bold, not twice in italics.
    let inner = inner.filter(|inner| sign == "**" || !inner.starts_with('*'));
    if let Some(inner) = inner {
        return Edit {
            start,
            end,
            text: inner.to_owned(),
            select: (start, start + length(inner)),
        };
    }
    // Spaces at the ends stay outside: with them it would be no format.
    let words = selected.trim();
    let lead = length(&selected) - length(selected.trim_start());
    let trail = length(&selected) - length(selected.trim_end());
    let (start, end) = if words.is_empty() {
        (start, end)
    } else {
        (start + lead, end - trail)
    };
    let at = start + length(sign);
    Edit {
        start,
        end,
        text: [sign, words, sign].concat(),
        select: (at, at + length(words)),
    }
}

/// Makes items of the lines that are touched, or lines of items.
fn list(units: &[u16], start: u32, end: u32) -> Edit {
    const ITEM: &str = "- ";
    let newline = |unit: &u16| *unit == 0x0a;
    let head = units.get(..start as usize).unwrap_or_default();
    let first = head.iter().rposition(newline).map_or(0, |at| at + 1);
    let tail = units.get(end as usize..).unwrap_or_default();
    let last = tail.iter().position(newline).unwrap_or(tail.len()) + end as usize;
    let (first, last) = (first as u32, last as u32);
    let lines = part(units, first, last);
    let all = lines.lines().all(|line| line.starts_with(ITEM)) && !lines.is_empty();
    let changed: Vec<String> = match lines.is_empty() {
        true => vec![ITEM.to_owned()],
        false => lines
            .lines()
            .map(|line| {
                if all {
                    line.strip_prefix(ITEM).unwrap_or(line).to_owned()
                } else if line.trim().is_empty() || line.starts_with(ITEM) {
                    line.to_owned()
                } else {
                    [ITEM, line].concat()
                }
            })
            .collect(),
    };
    let mut text = changed.join("\n");
    // A list begins apart from the paragraph before it.
    let begins = first == 0
        || units
            .get(first.saturating_sub(2) as usize)
            .is_some_and(newline);
    if !all && !begins {
        text.insert(0, '\n');
    }
    let at = first + length(&text);
    Edit {
        start: first,
        end: last,
        text,
        select: (at, at),
    }
}

fn part(units: &[u16], start: u32, end: u32) -> String {
    String::from_utf16_lossy(units.get(start as usize..end as usize).unwrap_or_default())
}

fn length(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is selected stands between bars.
    #[track_caller]
    fn check(how: impl Fn(&str, u32, u32) -> Edit, before: &str, after: &str) {
        let start = before
            .find('|')
            .map(|at| length(&before[..at]))
            .unwrap_or_default();
        let bare = before.replacen('|', "", 1);
        let end = bare.find('|').map_or(start, |at| length(&bare[..at]));
        let bare = bare.replacen('|', "", 1);
        let edit = how(&bare, start, end);
        let mut units: Vec<u16> = bare.encode_utf16().collect();
        units.splice(
            edit.start as usize..edit.end as usize,
            edit.text.encode_utf16(),
        );
        units.insert(edit.select.1 as usize, u16::from(b'|'));
        if edit.select.0 != edit.select.1 {
            units.insert(edit.select.0 as usize, u16::from(b'|'));
        }
        assert_eq!(String::from_utf16_lossy(&units), after, "{before}");
    }

    #[test]
    fn bold_and_italics_go_on_and_off() {
        let bold = |text: &str, a, b| format(Format::Bold, text, a, b, "");
        let italic = |text: &str, a, b| format(Format::Italic, text, a, b, "");
        check(bold, "però |così| è", "però **|così|** è");
        check(bold, "|**così**|", "|così|");
        check(bold, "a| b |c", "a **|b|** c");
        check(bold, "a |b", "a **|**b");
        check(italic, "𝛼 |b|", "𝛼 *|b|*");
        check(italic, "|**b**|", "*|**b**|*");
    }

    #[test]
    fn lines_become_items_and_items_lines() {
        let list = |text: &str, a, b| format(Format::List, text, a, b, "");
        check(list, "", "- |");
        check(list, "u|no\ndu|e\ntre", "- uno\n- due|\ntre");
        check(list, "|- uno\n- due|", "uno\ndue|");
        check(list, "Ecco\nu|no", "Ecco\n\n- uno|");
        check(list, "Ecco\n\nu|no", "Ecco\n\n- uno|");
    }

    #[test]
    fn a_link_has_words_and_an_address_to_type() {
        let link = |text: &str, a, b| format(Format::Link, text, a, b, "testo");
        check(link, "la |legge|", "la [legge](|https://|)");
        check(link, "|", "[testo](|https://|)");
    }

    #[test]
    fn what_is_put_in_stands_apart() {
        let put = |text: &str, a, b| insert("X", text, a, b);
        check(put, "a|b", "a X |b");
        check(put, "|", "X|");
        check(put, "a |", "a X|");
        check(put, "a\n| b", "a\nX| b");
    }
}
