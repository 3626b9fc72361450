//! Shorter ways to write a sheet's revisions, to see what they would spare.

use rilievo::model::{Json, Sheet};
use serde_json::{Value, json};

/// Each revision as `[n, "moment", "by"]`, the moment in milliseconds.
pub fn arrays(sheet: &Sheet) -> String {
    written(sheet, &mut |revision| {
        let at = base36(milliseconds(revision["at"].as_str().unwrap_or_default()));
        json!([revision["n"], at, revision["by"]])
    })
}

/// Each revision as `"n moment"`: the moment as what has passed since the one
/// before, and the name only where it changes.
pub fn differences(sheet: &Sheet) -> String {
    let mut before = 0;
    let mut name = Value::Null;
    written(sheet, &mut |revision| {
        let at = milliseconds(revision["at"].as_str().unwrap_or_default());
        let mut text = format!("{} {}", revision["n"], signed(at as i64 - before));
        before = at as i64;
        if revision["by"] != name {
            name = revision["by"].clone();
            text.push(' ');
            text.push_str(name.as_str().unwrap_or_default());
        }
        text.into()
    })
}

fn written(sheet: &Sheet, shorten: &mut dyn FnMut(&Value) -> Value) -> String {
    let mut value = sheet.to_json();
    replace(&mut value, shorten);
    value.to_string()
}

/// Puts a short field `r` in the place of every revision.
fn replace(value: &mut Value, shorten: &mut dyn FnMut(&Value) -> Value) {
    let Value::Object(fields) = value else { return };
    if let Some(revision) = fields.remove("revision") {
        fields.insert("r".into(), shorten(&revision));
    }
    for (_, inner) in fields.iter_mut() {
        replace(inner, shorten);
    }
}

/// Milliseconds since the start of 2026 of a moment as the generator writes
/// it; months of 31 days do for a measurement.
fn milliseconds(moment: &str) -> u64 {
    let numbers = moment.split(|c: char| !c.is_ascii_digit());
    let numbers: Vec<u64> = numbers.filter_map(|n| n.parse().ok()).collect();
    let [_, month, day, hour, minute, second, thousandths] = numbers[..] else {
        return 0;
    };
    let days = (month - 1) * 31 + day;
    (((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000 + thousandths
}

fn signed(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    format!("{sign}{}", base36(number.unsigned_abs()))
}

fn base36(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        digits.push(b"0123456789abcdefghijklmnopqrstuvwxyz"[(number % 36) as usize]);
        number /= 36;
        if number == 0 {
            break;
        }
    }
    digits.iter().rev().map(|d| char::from(*d)).collect()
}
