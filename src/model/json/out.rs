//! Writing JSON: records add themselves to a text, fields in the order of their
//! names, without space.

use super::{Field, Json, Mode};
use crate::model::Extra;
use serde_json::Value;
use std::fmt::Write;

/// A text that is being written.
#[derive(Debug)]
pub struct Out {
    /// What is written so far.
    pub text: String,
    /// Whether this is the canonical form (RFC 8785). Numbers that nobody
    /// knows, and names beyond the Latin letters, are left as they came: what is in doubt
    /// counts as no.
    pub canonical: bool,
}

impl Default for Out {
    fn default() -> Self {
        Self {
            text: String::new(),
            canonical: true,
        }
    }
}

impl Out {
    /// Goes on after a text, which counts as canonical.
    pub const fn after(text: String) -> Self {
        Self {
            text,
            canonical: true,
        }
    }

    /// Writes a text, as JavaScript does: short escapes where there are any,
    /// `\u00xx` for other control characters, all else as it is.
    pub fn string(&mut self, text: &str) {
        self.text.push('"');
        let mut plain = 0;
        for (at, byte) in text.bytes().enumerate() {
            if byte >= 0x20 && byte != b'"' && byte != b'\\' {
                continue;
            }
            self.text.push_str(text.get(plain..at).unwrap_or_default());
            plain = at + 1;
            self.escape(byte);
        }
        self.text.push_str(text.get(plain..).unwrap_or_default());
        self.text.push('"');
    }

    fn escape(&mut self, byte: u8) {
        let short = match byte {
            b'"' => '"',
            b'\\' => '\\',
            b'\n' => 'n',
            b'\r' => 'r',
            b'\t' => 't',
            0x08 => 'b',
            0x0c => 'f',
            _ => {
                let hex = |half: u8| char::from_digit(half.into(), 16).unwrap_or('0');
                self.text.push_str("\\u00");
                self.text.push(hex(byte >> 4));
                self.text.push(hex(byte & 15));
                return;
            }
        };
        self.text.push('\\');
        self.text.push(short);
    }

    /// Writes a whole number.
    pub fn number(&mut self, number: u64) {
        // Writing to a text never fails.
        let _ = write!(self.text, "{number}");
        self.canonical &= number < 1 << 53;
    }

    /// Begins a field or an item, of which `index` stand before it.
    fn comma(&mut self, index: usize) {
        if index > 0 {
            self.text.push(',');
        }
    }

    /// Writes the name of a field.
    pub fn name(&mut self, index: usize, name: &str) {
        self.comma(index);
        self.string(name);
        self.text.push(':');
        // Beyond these, the canonical order is another than that of a map.
        self.canonical &= name.chars().all(|c| c <= '\u{d7ff}');
    }

    /// Writes any value.
    pub fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.text.push_str("null"),
            Value::Bool(true) => self.text.push_str("true"),
            Value::Bool(false) => self.text.push_str("false"),
            Value::String(text) => self.string(text),
            Value::Number(number) => {
                self.canonical &= number.as_str().len() < 16
                    && number.as_str().bytes().all(|b| b.is_ascii_digit());
                self.text.push_str(number.as_str());
            }
            Value::Array(items) => {
                self.text.push('[');
                for (index, item) in items.iter().enumerate() {
                    self.comma(index);
                    self.value(item);
                }
                self.text.push(']');
            }
            Value::Object(fields) => {
                self.text.push('{');
                for (index, (name, value)) in fields.iter().enumerate() {
                    self.name(index, name);
                    self.value(value);
                }
                self.text.push('}');
            }
        }
    }

    /// Writes a list.
    pub fn list<'v>(&mut self, items: impl Iterator<Item = &'v dyn Json>) {
        self.text.push('[');
        for (index, item) in items.enumerate() {
            self.comma(index);
            item.write(self);
        }
        self.text.push(']');
    }

    /// Writes a record: its fields, of which `order` gives the order of the names, and
    /// those that nobody knows between them.
    pub fn record(&mut self, fields: &[Field], order: &[u8], slots: &[&dyn Json], extra: &Extra) {
        self.text.push('{');
        let mut unknown = extra.iter().peekable();
        let mut index = 0;
        for at in order {
            let at = usize::from(*at);
            let (Some(field), Some(slot)) = (fields.get(at), slots.get(at)) else {
                continue;
            };
            if field.mode == Mode::Optional && slot.is_silent() {
                continue;
            }
            while let Some((name, value)) = unknown.next_if(|(name, _)| name.as_str() < field.name)
            {
                self.name(index, name);
                self.value(value);
                index += 1;
            }
            self.comma(index);
            self.text.push('"');
            self.text.push_str(field.name);
            self.text.push_str("\":");
            slot.write(self);
            index += 1;
        }
        for (name, value) in unknown {
            self.name(index, name);
            self.value(value);
            index += 1;
        }
        self.text.push('}');
    }
}
