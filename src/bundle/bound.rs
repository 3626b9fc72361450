//! Findings that are bound in a text of the authors, without the words that
//! stand there for them: those may quote what bodies wrote.

/// What the address of a bound finding begins with, in the two ways of writing
/// an address.
const BOUND: [&str; 2] = ["](<finding:", "](finding:"];

/// The text with the id of each bound finding in place of its words.
pub(super) fn without_words(text: &str) -> String {
    let mut bare = String::with_capacity(text.len());
    let mut from = 0;
    while let Some((end, id)) = next(text, from) {
        let before = text.get(from..end).unwrap_or_default();
        match opening(before) {
            Some(start) => {
                bare.push_str(before.get(..=start).unwrap_or_default());
                bare.push_str(id);
            }
            None => bare.push_str(before),
        }
        bare.push(']');
        from = end + 1;
    }
    bare.push_str(text.get(from..).unwrap_or_default());
    bare
}

/// Where the words of the next bound finding end, and its id.
fn next(text: &str, from: usize) -> Option<(usize, &str)> {
    let rest = text.get(from..)?;
    let found = BOUND.iter().filter_map(|sign| {
        let at = rest.find(sign)?;
        let id = rest.get(at + sign.len()..)?;
        let id = id.split(['>', ')']).next().unwrap_or_default();
        Some((from + at, id))
    });
    found.min_by_key(|(at, _)| *at)
}

/// Where the bracket stands that the end of these words closes.
fn opening(words: &str) -> Option<usize> {
    let bytes = words.as_bytes();
    let escaped = |at: usize| {
        let signs = bytes.iter().take(at).rev();
        signs.take_while(|sign| **sign == b'\\').count() % 2 == 1
    };
    let mut open = 1;
    for (at, sign) in bytes.iter().enumerate().rev() {
        match sign {
            b'[' if !escaped(at) => open -= 1,
            b']' if !escaped(at) => open += 1,
            _ => continue,
        }
        if open == 0 {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::without_words;

    #[test]
    fn only_the_words_of_bound_findings_go() {
        for (text, bare) in [
            ("nulla [a](https://b.it)", "nulla [a](https://b.it)"),
            (
                "è [7 \\[su\\] 7](<finding:most/x>). E [è *b* [c]](finding:y) fine",
                "è [most/x](<finding:most/x>). E [y](finding:y) fine",
            ),
            ("senza inizio](<finding:x>)", "senza inizio](<finding:x>)"),
        ] {
            assert_eq!(without_words(text), bare);
        }
    }
}
