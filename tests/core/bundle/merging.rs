//! Merging two versions of a sheet: what each side wrote stands, or is given
//! back; it makes no difference which side is called mine.

use super::planning_coordinators::remark;
use super::{partner, question};
use proptest::prelude::*;
use rilievo::bundle::{Clash, merge_heads, merge_sheets};
use rilievo::model::{
    Answer, Conclusion, ConclusionId, Direction, Dismissed, Exchanged, Extra, Invited, Order,
    Parts, Raw, RemarkState, Reply, ReplyId, Revision, Sheet, Stamp, Survey, SurveyHead, Timestamp,
};

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

#[test]
fn of_two_edits_made_apart_the_one_that_stands_knows_both() {
    let base = with(&Sheet::expected(partner("EC")), &[(0, 1, 0)], "a");
    let (mine, theirs) = (
        with(&base, &[(0, 2, 10)], "b"),
        with(&base, &[(0, 3, 30)], "c"),
    );
    let of = |sheet: &Sheet| sheet.answers[&question("q1")].revision.clone();
    for base in [Some(&base), None] {
        let merged = merge_sheets(base, &mine, &theirs);
        assert_eq!(merged.clashes.len(), 1);
        for side in [&mine, &theirs] {
            assert_eq!(of(&merged.sheet).order(&of(side)), Order::Newer);
        }
        // Without knowing what they began from, too, it follows both.
        let again = merge_sheets(None, &mine, &merged.sheet);
        assert_eq!((again.sheet, again.clashes), (merged.sheet, Vec::new()));
    }
}

#[test]
fn remarks_of_both_pages_stand_with_their_replies() {
    let mut base = Sheet::expected(partner("EC"));
    base.remarks.push(remark("r1", "Perché?"));
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    let stamp = |by: &str, second: u8| Stamp {
        at: Timestamp::new(format!("2026-11-23T10:00:{second:02}.000Z")),
        by: by.into(),
    };
    let reply = |id: &str| Reply {
        id: ReplyId::new(id).unwrap(),
        author: String::new(),
        text: id.into(),
        at: None,
        extra: Extra::new(),
    };
    mine.remarks[0].replies.push(reply("x"));
    mine.remarks[0].state = RemarkState::Resolved;
    mine.remarks[0].revision.bump(&stamp("b", 20));
    mine.remarks.push(remark("r2", "mio"));
    theirs.remarks[0].replies.push(reply("y"));
    theirs.remarks[0].revision.bump(&stamp("c", 10));
    theirs.remarks.push(remark("r3", "loro"));
    let here = merge_sheets(Some(&base), &mine, &theirs).sheet;
    assert_eq!(here, merge_sheets(Some(&base), &theirs, &mine).sheet);
    let texts: Vec<_> = here.remarks.iter().map(|r| r.text.as_str()).collect();
    assert_eq!(texts, ["Perché?", "mio", "loro"]);
    assert_eq!(here.remarks[0].state, RemarkState::Open);
    assert_eq!(here.remarks[0].replies, [reply("x"), reply("y")]);
}

#[test]
fn a_remark_worded_anew_on_both_pages_keeps_both_wordings() {
    let mut base = Sheet::expected(partner("EC"));
    base.remarks.push(remark("r1", "Perché?"));
    let worded = |text: &str, by: &str| {
        let mut sheet = base.clone();
        sheet.remarks[0].text = text.into();
        let at = Timestamp::new("2026-11-23T10:00:00.000Z");
        sheet.remarks[0].revision.bump(&Stamp { at, by: by.into() });
        sheet
    };
    let (mine, theirs) = (worded("Come mai?", "b"), worded("Per quale motivo?", "c"));
    let here = merge_sheets(Some(&base), &mine, &theirs).sheet;
    assert_eq!(here, merge_sheets(Some(&base), &theirs, &mine).sheet);
    let remark = &here.remarks[0];
    let mut texts = vec![remark.text.as_str(), remark.replies[0].text.as_str()];
    texts.sort_unstable();
    assert_eq!(texts, ["Come mai?", "Per quale motivo?"]);
}

#[test]
fn what_two_pages_write_into_one_head_comes_together() {
    let base = super::sound().head;
    let stamp = |second: u8| Stamp {
        at: Timestamp::new(format!("2026-11-23T10:00:{second:02}.000Z")),
        // Two pages of one browser.
        by: "b".into(),
    };
    let conclusion = |id: &str| Conclusion {
        id: ConclusionId::new(id).unwrap(),
        dimension: None,
        text: id.into(),
        cites: Vec::new(),
        revision: Revision::default(),
        extra: Extra::new(),
    };
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.edit(&stamp(10), |head| {
        head.conclusions = Raw::new(&vec![conclusion("c1")]);
        head.document.cup = "mio".into();
        head.codebook.remove(0);
    });
    theirs.edit(&stamp(20), |head| {
        head.conclusions = Raw::new(&vec![conclusion("c2")]);
        head.document.cup = "loro".into();
        head.invited.push(Invited {
            partner: partner("EC"),
            at: None,
            sheet: Raw::default(),
            sent: Raw::default(),
            extra: Extra::new(),
        });
    });
    let merged = merge_heads(&base, &mine, &theirs);
    assert_eq!(merged, merge_heads(&base, &theirs, &mine));
    let conclusions = merged.conclusions.read().unwrap();
    let ids: Vec<_> = conclusions.iter().map(|c| c.id.as_str()).collect();
    assert_eq!(ids, ["c1", "c2"]);
    assert_eq!(merged.document.cup, "loro");
    assert_eq!(merged.codebook.len(), base.codebook.len() - 1);
    assert_eq!(merged.invited.len(), 1);
    let cup = |head: &SurveyHead| Parts::of(head).part("document.cup").revision;
    for side in [&mine, &theirs] {
        assert_eq!(cup(&merged).order(&cup(side)), Order::Newer);
    }
    assert_eq!(merge_heads(&mine, &mine, &merged), merged);
}

#[test]
fn an_edit_of_the_head_counts_the_parts_that_it_changes() {
    let mut head = super::sound().head;
    let stamp = |second: u8| Stamp {
        at: Timestamp::new(format!("2026-11-23T10:00:{second:02}.000Z")),
        by: "b".into(),
    };
    // Edited as a whole before: every part was.
    head.revision.bump(&stamp(1));
    let before = Parts::of(&head);
    let edits = head.revision.n;
    head.edit(&stamp(2), |head| {
        head.title = "Altro".into();
        head.codebook[0].term = "Postgres".into();
        head.document.project.clear();
    });
    let after = Parts::of(&head);
    assert_eq!(head.revision.n, edits + 1);
    for part in &before.all {
        let edited = ["title", "codebook/postgresql", "document.project"];
        let more = u32::from(edited.contains(&part.name.as_str()));
        let n = after.part(&part.name).revision.n;
        assert_eq!(n, part.revision.n + more, "{}", part.name);
    }
    assert_eq!(head.codebook[0].revision.n, 1);
    // It travels.
    let survey = Survey {
        head,
        ..super::sound()
    };
    let text = rilievo::bundle::write(&survey, &super::now());
    let read = rilievo::bundle::read(text.as_bytes()).unwrap();
    assert_eq!(*read.survey, survey);
    assert_eq!(Parts::of(&read.survey.head), after);
}

/// What was put aside or taken back up: which of three findings, on whose sheet.
fn put_aside() -> impl Strategy<Value = Vec<Dismissed>> {
    let one = (0..3_usize, 0..2_usize, any::<bool>()).prop_map(|(finding, body, back)| Dismissed {
        finding: ["differs/q1", "no_reference/q2", "off_condition/q3"][finding].into(),
        partner: partner(["EC", "1"][body]),
        taken_back: back,
        extra: Extra::new(),
    });
    let key = |one: &Dismissed| (one.finding.clone(), one.partner.clone());
    let all = prop::collection::vec(one, 0..5);
    all.prop_map(move |all| {
        let all = all.into_iter().map(|one| (key(&one), one));
        std::collections::BTreeMap::from_iter(all)
            .into_values()
            .collect()
    })
}

proptest! {
    #[test]
    fn what_is_put_aside_is_united_whoever_asks_in_whatever_order(
        one in put_aside(), other in put_aside(), third in put_aside(),
    ) {
        let both = Dismissed::united(&one, &other);
        prop_assert_eq!(&both, &Dismissed::united(&other, &one));
        prop_assert_eq!(&both, &Dismissed::united(&both, &one));
        prop_assert_eq!(&one, &Dismissed::united(&one, &one));
        let rest = Dismissed::united(&other, &third);
        prop_assert_eq!(Dismissed::united(&both, &third), Dismissed::united(&one, &rest));
        for put in one.iter().chain(&other) {
            let stands = both.iter().find(|o| (&o.finding, &o.partner) == (&put.finding, &put.partner));
            prop_assert!(stands.is_some_and(|stands| stands.taken_back || !put.taken_back));
        }
    }
}

#[test]
fn files_that_two_pages_noted_stand_both_and_of_one_body_the_later() {
    let file = |body: &str, minute: u8| Exchanged {
        partner: partner(body),
        direction: Direction::Sent,
        at: Timestamp::new(format!("2026-11-23T10:{minute:02}:00.000Z")),
        file: format!("{body}-{minute}.json"),
        fingerprint: format!("{body}{minute}"),
        extra: Extra::new(),
    };
    let mut base = super::sound().head;
    base.note_exchange(file("EC", 1));
    let (mut mine, mut theirs) = (base.clone(), base.clone());
    mine.note_exchange(file("1", 5));
    mine.note_exchange(file("EC", 7));
    theirs.note_exchange(file("2", 3));
    theirs.note_exchange(file("EC", 6));
    let merged = merge_heads(&base, &mine, &theirs);
    assert_eq!(merged, merge_heads(&base, &theirs, &mine));
    assert_eq!(
        merged.exchanged.or_default(),
        [file("2", 3), file("1", 5), file("EC", 7)]
    );
    // Where one page noted nothing, what the other noted stands as it is.
    assert_eq!(merge_heads(&mine, &mine, &merged), merged);
}
