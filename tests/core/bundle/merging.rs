//! Merging two versions of a sheet: what each side wrote stands, or is given
//! back; it makes no difference which side is called mine.

use super::{partner, question};
use proptest::prelude::*;
use rilievo::bundle::{Clash, merge_heads, merge_sheets};
use rilievo::model::{Answer, Sheet, Stamp, Timestamp};

/// An edit: which of three questions, what, and at which second.
type Edit = (usize, u8, u8);

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec((0..3_usize, 0..4_u8, 0..60_u8), 0..5)
}

fn with(sheet: &Sheet, edits: &[Edit], by: &str) -> Sheet {
    let mut sheet = sheet.clone();
    for (at, text, second) in edits {
        let stamp = Stamp {
            at: Timestamp::new(format!("2026-11-23T10:00:{second:02}.000Z")),
            by: by.into(),
        };
        let id = question(["q1", "q2", "q3"][*at]);
        sheet.edit(&id, &stamp, |answer| answer.set_text(&format!("t{text}")));
    }
    sheet
}

fn says(answer: Option<&Answer>) -> String {
    answer.map_or_else(String::new, |answer| answer.text().into())
}

fn sorted(mut clashes: Vec<Clash>) -> Vec<(String, String)> {
    clashes.sort_by(|a, b| a.id.cmp(&b.id));
    let of = |clash: Clash| (clash.id.clone(), says(Some(&clash.other)));
    clashes.into_iter().map(of).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(2_000, 10_000)))]

    #[test]
    fn both_sides_see_the_same_and_nothing_is_lost(
        before in edits(), mine in edits(), theirs in edits(), known in any::<bool>(),
    ) {
        let base = with(&Sheet::expected(partner("EC")), &before, "a");
        let (mine, theirs) = (with(&base, &mine, "b"), with(&base, &theirs, "c"));
        let known = known.then_some(&base);
        let here = merge_sheets(known, &mine, &theirs);
        let there = merge_sheets(known, &theirs, &mine);
        prop_assert_eq!(&here.sheet, &there.sheet);
        prop_assert_eq!(sorted(here.clashes.clone()), sorted(there.clashes));

        // Merged once more with either side, nothing changes.
        for side in [&mine, &theirs] {
            let again = merge_sheets(Some(side), side, &here.sheet);
            prop_assert_eq!(&again.sheet, &here.sheet);
            prop_assert_eq!(again.clashes, []);
        }

        // What a side wrote stands, or was given back.
        if known.is_some() {
            for id in ["q1", "q2", "q3"].map(question) {
                for side in [&mine, &theirs] {
                    let wrote = says(side.answers.get(&id));
                    let stands = says(here.sheet.answers.get(&id)) == wrote;
                    let back = here.clashes.iter().any(|c| c.id == id.as_str() && says(Some(&c.other)) == wrote);
                    let untouched = side.answers.get(&id) == base.answers.get(&id);
                    prop_assert!(stands || back || untouched, "{id}: {wrote} is lost");
                }
            }
        }
    }
}

#[test]
fn edits_of_different_answers_both_stand() {
    let base = with(
        &Sheet::expected(partner("EC")),
        &[(0, 1, 0), (1, 1, 0)],
        "a",
    );
    let merged = merge_sheets(
        Some(&base),
        &with(&base, &[(0, 2, 10)], "b"),
        &with(&base, &[(1, 3, 20)], "c"),
    );
    assert_eq!(merged.clashes, []);
    assert_eq!(says(merged.sheet.answers.get(&question("q1"))), "t2");
    assert_eq!(says(merged.sheet.answers.get(&question("q2"))), "t3");
}

#[test]
fn of_two_edits_of_one_answer_the_later_stands() {
    let base = with(&Sheet::expected(partner("EC")), &[(0, 1, 0)], "a");
    // Many keystrokes do not make an edit later.
    let early = with(&base, &[(0, 2, 10), (0, 3, 11), (0, 2, 12)], "b");
    let late = with(&base, &[(0, 3, 30)], "c");
    let merged = merge_sheets(Some(&base), &early, &late);
    assert_eq!(says(merged.sheet.answers.get(&question("q1"))), "t3");
    assert_eq!(sorted(merged.clashes), [("q1".into(), "t2".into())]);
}

#[test]
fn the_same_word_on_both_sides_is_no_clash() {
    let base = Sheet::expected(partner("EC"));
    let merged = merge_sheets(
        Some(&base),
        &with(&base, &[(0, 2, 10)], "b"),
        &with(&base, &[(0, 2, 20)], "c"),
    );
    assert_eq!(merged.clashes, []);
}

#[test]
fn parts_of_a_head_changed_apart_both_stand() {
    let base = super::sound().head;
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    let stamp = |second: u8| Stamp {
        at: Timestamp::new(format!("2026-11-23T10:00:{second:02}.000Z")),
        by: "b".into(),
    };
    mine.title = "Altro titolo".into();
    mine.revision.bump(&stamp(10));
    theirs.notes.clear();
    theirs.indicator = None;
    theirs.revision.bump(&stamp(20));
    for merged in [
        merge_heads(&base, &mine, &theirs),
        merge_heads(&base, &theirs, &mine),
    ] {
        assert_eq!(merged.title, "Altro titolo");
        assert_eq!(merged.indicator, None);
    }
}
