//! Values of any kind: numbers, words of the language, and whatever nobody knows.

use super::Text;
use crate::model::Extra;
use crate::model::json::fault::{Reading, Wrong, unfit};
use crate::model::json::number;
use serde_json::Value;

impl<'a> Text<'a> {
    /// Reads a whole number that is not negative.
    pub fn whole(&mut self, expected: &'static str) -> Reading<u64> {
        match self.next() {
            b'0'..=b'9' => {}
            _ => return unfit(expected),
        }
        let digits = self.number()?;
        digits.parse().or_else(|_| unfit(expected))
    }

    /// Passes a number; gives its text.
    fn number(&mut self) -> Reading<&'a str> {
        let start = self.at;
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let (length, plain) = number::length(rest).ok_or(Wrong::Syntax)?;
        self.at += length;
        self.canonical &= plain;
        Ok(self.since(start))
    }

    /// Passes a word of the language.
    fn word(&mut self, word: &str) -> Reading<()> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        if !rest.starts_with(word.as_bytes()) {
            return Err(Wrong::Syntax.into());
        }
        self.at += word.len();
        Ok(())
    }

    /// Whether nothing stands here, and passes that.
    pub fn null(&mut self) -> Reading<bool> {
        if self.next() != b'n' {
            return Ok(false);
        }
        self.word("null").map(|()| true)
    }

    /// Reads true or false.
    pub fn truth(&mut self) -> Reading<bool> {
        match self.next() {
            b't' => self.word("true").map(|()| true),
            b'f' => self.word("false").map(|()| false),
            _ => unfit("true or false"),
        }
    }

    /// Reads any value.
    pub fn value(&mut self) -> Reading<Value> {
        match self.next() {
            b'{' => {
                let mut fields = Extra::new();
                self.object(&mut |text, name| text.unknown_field(&mut fields, name))?;
                Ok(Value::Object(fields))
            }
            b'[' => {
                let mut list = Vec::new();
                self.list(&mut |text, _| {
                    list.push(text.value()?);
                    Ok(())
                })?;
                Ok(Value::Array(list))
            }
            b'"' => self.string("").map(Value::String),
            b'n' => self.word("null").map(|()| Value::Null),
            b't' | b'f' => self.truth().map(Value::Bool),
            _ => {
                let number = self.number()?.parse();
                number.map(Value::Number).or_else(|_| unfit("a number"))
            }
        }
    }

    /// Reads a value into the fields that nobody knows.
    pub fn unknown_field(&mut self, fields: &mut Extra, name: &str) -> Reading<()> {
        if fields.contains_key(name) {
            return Err(Wrong::Twice.into());
        }
        let value = self.value()?;
        fields.insert(name.into(), value);
        Ok(())
    }

    /// Passes a value of any depth, without looking whether it is JSON; gives its
    /// text.
    pub fn skip(&mut self) -> &'a str {
        self.next();
        let start = self.at;
        let mut open = 0_usize;
        loop {
            match self.byte() {
                b'"' => {
                    if self.quoted().is_err() {
                        self.at = self.text.len();
                    }
                }
                b'{' | b'[' => {
                    open += 1;
                    self.at += 1;
                }
                b'}' | b']' if open > 0 => {
                    open -= 1;
                    self.at += 1;
                }
                0 if self.at >= self.text.len() => return self.since(start),
                b'}' | b']' | b',' if open == 0 => return self.since(start),
                b' ' | b'\t' | b'\r' | b'\n' if open == 0 => return self.since(start),
                _ => {
                    self.at += 1;
                    continue;
                }
            }
            if open == 0 {
                return self.since(start);
            }
        }
    }
}
