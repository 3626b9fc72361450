//! Real bundles with something wrong in them, in bytes and in structure: nothing
//! panics, nothing hangs, what is read comes back the same when it is written,
//! and what is refused has a code.
//!
//! It runs for some seconds, and for ten minutes where `RILIEVO_LONG` is 1. A
//! case that fails prints its seed; with `RILIEVO_SEED` it begins there.

use super::schema::GOOD;
use super::{example, fixture, now};
use crate::generated::generate::Chance;
use rilievo::bundle::{self, Outgoing, Received, Refusal};
use serde_json::{Value, json};
use std::time::{Duration, Instant, SystemTime};

/// More time than any case may take, on a busy machine and unoptimized.
const TOO_LONG: Duration = Duration::from_secs(20);

const CODES: [&str; 5] = [
    "not-json",
    "not-a-bundle",
    "too-new",
    "damaged",
    "too-large",
];

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

/// Prints the seed of a case that ends in a panic.
struct Seed(u64);

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("RILIEVO_SEED={}", self.0);
        }
    }
}

#[test]
fn whatever_happens_to_a_bundle_it_is_read_or_refused() {
    let mut real: Vec<Vec<u8>> = GOOD.iter().map(|name| fixture(name)).collect();
    // Smaller than the example, so that more cases fit into the time.
    let mut some = bundle::read(&example()).unwrap().survey;
    some.head.partners.truncate(3);
    some.sheets.truncate(3);
    real.push(bundle::write(&some, &now()).into_bytes());
    let read = bundle::read_all(&fixture("backup.json")).unwrap();
    let surveys: Vec<_> = read.into_iter().map(|read| read.unwrap().survey).collect();
    real.push(bundle::write_backup(&surveys, &now()).into_bytes());

    let given = std::env::var("RILIEVO_SEED").ok();
    let given = given.and_then(|seed| seed.parse::<u64>().ok());
    let since = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
    let first = given.unwrap_or(since.as_micros() as u64);
    let time = Duration::from_secs(crate::cases(8, 600).into());
    let started = Instant::now();
    let (mut cases, mut taken) = (0, 0);
    while started.elapsed() < time {
        let seed = Seed(first + cases);
        taken += u64::from(one_case(&real, &mut Chance::new(seed.0)));
        cases += 1;
    }
    println!("first seed {first}: {cases} cases, {taken} of them read");
    assert!(taken > 0 && taken < cases, "{taken} of {cases} were read");
}

/// Says whether the case was read.
fn one_case(real: &[Vec<u8>], chance: &mut Chance) -> bool {
    let mut bytes = real[chance.below(real.len() as u64) as usize].clone();
    if chance.in_hundred(50) {
        let mut bundle: Value = serde_json::from_slice(&bytes).unwrap();
        for _ in 0..1 + chance.below(3) {
            change_structure(&mut bundle, chance);
        }
        bytes = bundle.to_string().into_bytes();
    }
    if chance.in_hundred(60) {
        for _ in 0..1 + chance.below(3) {
            change_bytes(&mut bytes, real, chance);
        }
    }
    let started = Instant::now();
    let read = bundle::read_all(&bytes);
    let one = bundle::read(&bytes);
    let taken = started.elapsed();
    assert!(taken < TOO_LONG, "{taken:?} for {} bytes", bytes.len());
    if let Err(refusal) = &one {
        known(refusal);
    }
    match read {
        Ok(all) => {
            all.iter().for_each(comes_back);
            all.iter().any(Result::is_ok)
        }
        Err(refusal) => {
            known(&refusal);
            false
        }
    }
}

fn known(refusal: &Refusal) {
    assert!(CODES.contains(&refusal.code()), "{refusal:?}");
}

fn comes_back(read: &Result<Received, Refusal>) {
    let received = match read {
        Ok(received) => received,
        Err(refusal) => return known(refusal),
    };
    let outgoing = Outgoing {
        kind: received.kind,
        scope: received.scope,
        survey: &received.survey,
        base: received.base.as_ref(),
        extra: &received.extra,
    };
    let text = outgoing.write(&now());
    let again = bundle::read(text.as_bytes()).unwrap();
    assert_eq!(again.survey, received.survey);
    assert_eq!(again.fingerprint, received.fingerprint);
    assert_eq!(again.base, received.base);
    assert_eq!(again.extra, received.extra);
    assert_eq!((again.kind, again.scope), (received.kind, received.scope));
    let text_again = Outgoing {
        survey: &again.survey,
        base: again.base.as_ref(),
        ..outgoing
    };
    assert_eq!(text_again.write(&now()), text);
}

fn change_bytes(bytes: &mut Vec<u8>, real: &[Vec<u8>], chance: &mut Chance) {
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

fn change_structure(bundle: &mut Value, chance: &mut Chance) {
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
