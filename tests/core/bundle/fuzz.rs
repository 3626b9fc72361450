//! Real bundles with something wrong in them, in bytes and in structure: nothing
//! panics, nothing hangs, what is read comes back the same when it is written,
//! and what is refused has a code.
//!
//! It runs for some seconds, and for ten minutes where `RILIEVO_LONG` is 1. A
//! case that fails prints its seed; with `RILIEVO_SEED` it begins there.

use super::digested::read_digested;
use super::mutate::{change_bytes, change_structure};
use super::schema::GOOD;
use super::{example, fixture, now};
use crate::generated::generate::Chance;
use rilievo::bundle::{self, Outgoing, Received, Refusal};
use serde::de::IgnoredAny;
use serde_json::Value;
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
    let mut some = bundle::read(&example()).unwrap().into_survey();
    some.head.partners.truncate(3);
    some.sheets.truncate(3);
    real.push(bundle::write(&some, &now()).into_bytes());
    let read = bundle::read_all(&fixture("backup.json")).unwrap();
    let surveys: Vec<_> = read
        .into_iter()
        .map(|read| read.unwrap().into_survey())
        .collect();
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
    assert_eq!(read_digested(&bytes), read);
    assert!(taken < TOO_LONG, "{taken:?} for {} bytes", bytes.len());
    if let Err(refusal) = &one {
        known(refusal);
    }
    match read {
        Ok(all) => {
            all.iter().for_each(comes_back);
            let taken = all.iter().any(Result::is_ok);
            let text = str::from_utf8(&bytes).unwrap_or_default();
            let text = text.trim_start_matches('\u{feff}');
            if taken && !text.is_empty() {
                // What is not JSON to others is none here.
                let json = serde_json::from_str::<IgnoredAny>(text);
                assert!(json.is_ok(), "{json:?}: {text}");
            }
            taken
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
    // Whether it was found on the way or afterwards.
    assert_eq!(received.fingerprint, bundle::fingerprint(&received.survey));
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
