//! A number as people write it, exact: its decimal digits and nothing else.

use super::Json;
use super::json::{Out, Reading, Text, through_value};
use std::fmt;

/// Most digits that a number may have; every reader of JSON can hold as many.
const MAX_DIGITS: usize = 15;

/// A decimal number: `-1234.5`, without needless zeros and without exponent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal(String);

impl Decimal {
    /// Takes what was typed: a comma, or a single point that is not followed
    /// by exactly three digits, is the decimal mark; other points group digits.
    /// `None` is no number, or one of more than 15 digits.
    pub fn typed(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let single = text.matches('.').count() == 1;
        let groups = text.rsplit('.').next().is_some_and(|tail| tail.len() == 3);
        // By its bytes: looking for a character brings the search of whole texts along.
        let plain = if text.as_bytes().contains(&b',') {
            text.replace('.', "").replacen(',', ".", 1)
        } else if single && !groups {
            text
        } else {
            text.replace('.', "")
        };
        Self::plain(&plain)
    }

    /// Takes digits with an optional sign and an optional point.
    fn plain(text: &str) -> Option<Self> {
        let (minus, digits) = match text.strip_prefix('-') {
            Some(digits) => ("-", digits),
            None => ("", text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.len() + fraction.len() == 0 || !all_digits(whole) || !all_digits(fraction) {
            return None;
        }
        let whole = whole.trim_start_matches('0');
        let fraction = fraction.trim_end_matches('0');
        if whole.len() + fraction.len() > MAX_DIGITS {
            return None;
        }
        let shown = if whole.is_empty() { "0" } else { whole };
        Some(Self(match (whole, fraction) {
            ("", "") => "0".into(),
            (_, "") => format!("{minus}{shown}"),
            _ => format!("{minus}{shown}.{fraction}"),
        }))
    }

    /// The digits, with a point as decimal mark.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Json for Decimal {
    fn blank() -> Self {
        Self("0".into())
    }

    fn read(&mut self, text: &mut Text) -> Reading<()> {
        *self = text.name("a decimal number of at most 15 digits, as text", |text| {
            Self::plain(text).filter(|number| number.0 == text)
        })?;
        Ok(())
    }

    fn write(&self, out: &mut Out) {
        out.string(&self.0);
    }

    fn is_silent(&self) -> bool {
        false
    }
}

through_value!(Decimal);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written_here() {
        for (text, number) in [
            ("12", Some("12")),
            ("1.234", Some("1234")),
            ("1.234,5", Some("1234.5")),
            ("12.5", Some("12.5")),
            ("12,", Some("12")),
            (",5", Some("0.5")),
            ("007,50", Some("7.5")),
            ("-3", Some("-3")),
            ("-0", Some("0")),
            ("1 000", Some("1000")),
            ("123456789012345", Some("123456789012345")),
            ("1234567890123456", None),
            ("1,2,3", None),
            ("dodici", None),
            ("1e400", None),
            ("-", None),
            ("", None),
        ] {
            let read = Decimal::typed(text);
            assert_eq!(read.as_ref().map(Decimal::as_str), number, "{text}");
        }
    }

    #[test]
    fn in_json_a_number_is_written_in_one_way() {
        assert!(Decimal::from_json("7.5".into()).is_ok());
        for bad in ["7,5", "7.50", "+7", "", "x"] {
            assert!(Decimal::from_json(bad.into()).is_err(), "{bad}");
        }
        assert!(Decimal::from_json(7.into()).is_err());
    }
}
