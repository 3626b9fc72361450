//! What can happen to a bundle on the way: to its bytes, and to its structure.

use crate::generated::generate::Chance;
use serde_json::{Value, json};

/// Words of the format, in places where nobody expects them.
const WORDS: [&str; 24] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "1e999",
    "-0",
    "\\ud800",
    "\\u0000",
    "\"state\":\"given\",",
    "\"id\":\"q1\",",
    "\"kind\":\"backup\",",
    "\"type\":1,",
    "\"format\":2,",
    "\"survey\":{},",
    "\"others\":{\"b\":9},",
    "\u{feff}",
    "\u{202e}",
    "{\"$serde_json::private::Number\":\"1\"}",
    "\u{0}",
];

/// Names of fields, of which not every bundle has each.
const NAMES: [&str; 12] = [
    "id",
    "x",
    "others",
    "scope",
    "base",
    "invited",
    "conclusions",
    "slides",
    "parts",
    "remarks",
    "q1",
    "",
];

/// Changes some bytes of a bundle.
pub fn change_bytes(bytes: &mut Vec<u8>, real: &[Vec<u8>], chance: &mut Chance) {
    let length = bytes.len() as u64;
    let from = chance.below(length + 1) as usize;
    let reach = [1, 8, 64, 4_096][chance.below(4) as usize];
    let to = (from + 1 + chance.below(reach) as usize).min(bytes.len());
    match chance.below(8) {
        0 => {
            if let Some(byte) = bytes.get_mut(from) {
                *byte ^= 1 << chance.below(8);
            }
        }
        1 => {
            if let Some(byte) = bytes.get_mut(from) {
                *byte = chance.below(256) as u8;
            }
        }
        2 => bytes.truncate(from),
        3 => {
            bytes.drain(from..to);
        }
        4 => {
            let part = bytes[from..to].to_vec();
            bytes.splice(from..from, part);
        }
        5 => {
            let part: Vec<u8> = bytes.drain(from..to).collect();
            let at = chance.below(bytes.len() as u64 + 1) as usize;
            bytes.splice(at..at, part);
        }
        6 => {
            let other = &real[chance.below(real.len() as u64) as usize];
            let at = chance.below(other.len() as u64) as usize;
            let end = (at + (to - from)).min(other.len());
            bytes.splice(from..from, other[at..end].to_vec());
        }
        _ => {
            let word = chance.one_of(&WORDS).as_bytes().to_vec();
            // After a bracket it has the best prospects.
            let near = bytes[from..]
                .iter()
                .position(|b| matches!(b, b'{' | b'[' | b','));
            let at = near.map_or(from, |near| from + near + 1);
            bytes.splice(at..at, word);
        }
    }
}

/// Changes a value of a bundle, or one of its fields.
pub fn change_structure(bundle: &mut Value, chance: &mut Chance) {
    let other = some_value(bundle, chance);
    // From the top down, so that fields that are there once have their turn
    // beside those that each answer has.
    if chance.in_hundred(60) {
        return change(below(bundle, chance), &other, chance);
    }
    let mut count = 0;
    visit(bundle, &mut |_| {
        count += 1;
        false
    });
    let mut left = chance.below(count);
    visit(bundle, &mut |value| {
        if left > 0 {
            left -= 1;
            return false;
        }
        change(value, &other, chance);
        true
    });
}

/// A value somewhere below, by a way drawn at random.
fn below<'a>(value: &'a mut Value, chance: &mut Chance) -> &'a mut Value {
    let inside = match value {
        Value::Array(items) => items.len(),
        Value::Object(fields) => fields.len(),
        _ => 0,
    };
    if inside == 0 || chance.in_hundred(20) {
        return value;
    }
    let nth = chance.below(inside as u64) as usize;
    let child = match value {
        Value::Array(items) => &mut items[nth],
        Value::Object(fields) => fields.values_mut().nth(nth).unwrap(),
        leaf => leaf,
    };
    below(child, chance)
}

/// Calls `see` for every value, from the inside out, until it says so.
fn visit(value: &mut Value, see: &mut dyn FnMut(&mut Value) -> bool) -> bool {
    let inside = match value {
        Value::Array(items) => items.iter_mut().any(|item| visit(item, see)),
        Value::Object(fields) => fields.values_mut().any(|field| visit(field, see)),
        _ => false,
    };
    inside || see(value)
}

fn change(value: &mut Value, other: &Value, chance: &mut Chance) {
    match (chance.below(4), &mut *value) {
        (0, Value::Object(fields)) => {
            let nth = chance.below(fields.len() as u64 + 1) as usize;
            if let Some(name) = fields.keys().nth(nth).cloned() {
                fields.remove(&name);
            }
        }
        (1, Value::Object(fields)) => {
            let name = chance.one_of(&NAMES);
            fields.insert(name.into(), other.clone());
        }
        (0, Value::Array(items)) if !items.is_empty() => {
            items.remove(chance.below(items.len() as u64) as usize);
        }
        (1, Value::Array(items)) if !items.is_empty() => {
            let item = items[chance.below(items.len() as u64) as usize].clone();
            items.insert(chance.below(items.len() as u64 + 1) as usize, item);
        }
        (2, Value::Array(items)) if items.len() > 1 => {
            let at = chance.below(items.len() as u64 - 1) as usize;
            items.swap(at, at + 1);
        }
        (2, Value::String(text)) => {
            let length = [10, 1_000, 200_000, 200_001][chance.below(4) as usize];
            let longer = format!("{text}<b>\u{202e}è");
            *text = longer.chars().cycle().take(length).collect();
        }
        _ => *value = other.clone(),
    }
}

/// A value from elsewhere in the bundle, or one of another type.
fn some_value(bundle: &mut Value, chance: &mut Chance) -> Value {
    match chance.below(12) {
        0 => Value::Null,
        1 => chance.in_hundred(50).into(),
        2 => json!(chance.below(u64::MAX)),
        3 => json!(-1.5),
        4 => "".into(),
        5 => chance
            .one_of(&["q1", "EC", "si", "given", "è", "javascript:alert(1)"])
            .into(),
        6 => json!([]),
        7 => json!({}),
        8 => {
            let mut deep = json!({"not": 1});
            for _ in 0..chance.below(140) {
                deep = json!({"not": deep});
            }
            deep
        }
        _ => {
            let mut left = chance.below(2_000);
            let mut found = Value::Null;
            visit(bundle, &mut |value| {
                found = value.clone();
                left = left.saturating_sub(1);
                left == 0
            });
            found
        }
    }
}
