//! Sealed records: whatever is sealed comes back, whatever is damaged is
//! noticed, and whatever else stands in the store does no harm.

use proptest::prelude::*;
use rilievo::storage::record::{Damage, Record, Stamp64, open, seal, stamp_of};

/// A sheet as the app writes it.
const SHEET: &str = r#"{"answers":{"q1":{"state":"given","value":{"choices":[{"option":"si"}]}},"q2":{"comment":"è così","revision":{"at":"2026-11-23T10:00:00.000Z","by":"k3x9a0bz","n":2},"state":"given","value":{"text":"Oracle, Postgres"}}},"partner":"EC","status":"draft"}"#;

/// The same, as format 1 seals it.
const SEALED: &str = "\
    \u{5001}\u{5000}\u{5688}\u{5FB2}\u{717B}\u{5002}\u{A829}\u{59D8}\u{9AE9}\u{9C42}\
    \u{A006}\u{50C0}\u{7E85}\u{7FD0}\u{5014}\u{9D3A}\u{6CC5}\u{BCC3}\u{9BD4}\u{53A8}\
    \u{91C0}\u{A068}\u{5FE2}\u{940E}\u{BF51}\u{55CC}\u{B403}\u{A5A5}\u{A341}\u{8C42}\
    \u{752F}\u{CF43}\u{5354}\u{57D0}\u{6777}\u{C1F4}\u{6A27}\u{AE23}\u{7B20}\u{CBB3}\
    \u{9F81}\u{6A14}\u{89A4}\u{5592}\u{8831}\u{BB53}\u{7AD3}\u{89DC}\u{6F8A}\u{5590}\
    \u{61AA}\u{B73A}\u{60D9}\u{9464}\u{C46F}\u{9B4B}\u{733C}\u{967E}\u{989D}\u{83E8}";

const MOMENT: u64 = 1_795_428_000_123;

fn stamp() -> Stamp64 {
    Stamp64::new(MOMENT)
}

#[test]
fn a_record_opens_as_it_was_sealed() {
    let sealed = seal(stamp(), SHEET);
    let record = open(&sealed).unwrap();
    assert_eq!(record.text, SHEET);
    assert_eq!(record.stamp.milliseconds(), MOMENT);
    assert_eq!(stamp_of(&sealed), Some(stamp()));
    assert!(sealed.chars().count() * 2 < SHEET.len());
}

#[test]
fn the_format_is_what_it_was() {
    let kept = Record {
        stamp: stamp(),
        text: SHEET.into(),
    };
    // Browsers hold records like this one: it opens for ever.
    assert_eq!(open(SEALED), Ok(kept));
    // A newer compressor may find a shorter way to say the same. Then the
    // record above stays here, and the new one is added below it.
    assert_eq!(seal(stamp(), SHEET), SEALED);
}

#[test]
fn a_record_of_the_first_format_opens_with_stamp_zero() {
    let record = Record {
        stamp: Stamp64::default(),
        text: SHEET.into(),
    };
    assert_eq!(open(SHEET), Ok(record));
    assert_eq!(stamp_of(SHEET), Some(Stamp64::default()));
    assert_eq!(open(&SHEET[..SHEET.len() - 1]), Err(Damage::Cut));
}

#[test]
fn what_is_no_record_is_told() {
    for foreign in ["null", "[]", "1", " {}", "\u{FEFF}{}", "😀", "}"] {
        assert_eq!(open(foreign), Err(Damage::Foreign), "{foreign}");
        assert_eq!(stamp_of(foreign), None, "{foreign}");
    }
    for cut in ["", "{", "倁", "倁倀倀倀倀倀倀"] {
        assert_eq!(open(cut), Err(Damage::Cut), "{cut}");
    }
}

#[test]
fn every_changed_dropped_and_doubled_letter_is_noticed() {
    let sealed: Vec<char> = seal(stamp(), SHEET).chars().collect();
    let opened = |letters: &[char]| open(&letters.iter().collect::<String>());
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        for bit in 0..15 {
            let flipped = (u32::from(sealed[at]) - 0x5000) ^ (1 << bit);
            changed[at] = char::from_u32(0x5000 + flipped).unwrap();
            assert!(opened(&changed).is_err(), "bit {bit} of letter {at}");
        }
        for other in ['\0', ' ', '{', '}', 'a', '\u{4FFF}', '\u{D000}', '😀'] {
            changed[at] = other;
            assert!(opened(&changed).is_err(), "{other:?} for letter {at}");
        }
        changed.remove(at);
        assert!(opened(&changed).is_err(), "without letter {at}");
        assert!(opened(&sealed[..at]).is_err(), "up to letter {at}");
        let mut doubled = sealed.clone();
        doubled.insert(at, sealed[at]);
        assert!(opened(&doubled).is_err(), "letter {at} twice");
    }
}

#[test]
fn the_latest_possible_stamp_is_far_away() {
    let late = Stamp64::new(u64::MAX);
    assert_eq!(open(&seal(late, "")).unwrap().stamp, late);
    assert!(late > stamp());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_text_comes_back(text in any::<String>(), moment in any::<u64>()) {
        let stamp = Stamp64::new(moment);
        let sealed = seal(stamp, &text);
        prop_assert_eq!(stamp_of(&sealed), Some(stamp));
        prop_assert_eq!(open(&sealed), Ok(Record { stamp, text }));
    }

    #[test]
    fn any_value_in_the_store_is_opened_or_refused(text in any::<String>(), begin in "|\\{|倁") {
        let text = begin + &text;
        let _ = stamp_of(&text);
        if let Ok(record) = open(&text) {
            prop_assert_eq!(record.text, text);
        }
    }

    #[test]
    fn letters_that_nobody_sealed_are_refused(text in "[\u{5000}-\u{CFFF}]{0,60}") {
        prop_assert!(open(&text).is_err());
    }

    #[test]
    fn any_other_letter_in_its_place_is_noticed(at in any::<prop::sample::Index>(), other in any::<char>()) {
        let mut letters: Vec<char> = seal(stamp(), SHEET).chars().collect();
        let at = at.index(letters.len());
        prop_assume!(letters[at] != other);
        letters[at] = other;
        prop_assert!(open(&letters.iter().collect::<String>()).is_err());
    }
}
