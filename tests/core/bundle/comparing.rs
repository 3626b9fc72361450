//! What a dry run shows when a survey of this id is already here.

use super::{example, now, partner, question, sound};
use rilievo::bundle::{self, HeadPart, SheetChange, SheetDifference, compare};
use rilievo::model::{Sheet, SheetStatus, Stamp, Survey};

#[track_caller]
fn check(mine: &Survey, theirs: &Survey, body: &str, expected: SheetDifference) {
    let changes = compare(mine, theirs);
    assert!(!changes.identical());
    for SheetChange {
        partner,
        difference,
    } in &changes.sheets
    {
        if partner.as_str() == body {
            assert_eq!(*difference, expected);
        } else {
            assert_eq!(*difference, SheetDifference::Identical, "{partner}");
        }
    }
}

fn stamp() -> Stamp {
    Stamp {
        at: now(),
        by: "b9".into(),
    }
}

#[test]
fn the_same_survey_changes_nothing() {
    let mine = bundle::read(&example()).unwrap().survey;
    let theirs = bundle::read(bundle::write(&mine, &now()).as_bytes()).unwrap();
    let changes = compare(&mine, &theirs.survey);
    assert!(changes.identical());
    assert_eq!(changes.sheets.len(), 10);
}

#[test]
fn differing_answers_are_counted_sheet_by_sheet() {
    let mine = sound();
    let mut theirs = mine.clone();
    let sheet = &mut theirs.sheets[1];
    sheet.edit(&question("q4"), &stamp(), |a| a.set_text("Oracle"));
    sheet.edit(&question("q3"), &stamp(), |a| a.set_text("nuova"));
    sheet.answers.remove(&question("q8"));
    let (answers, status) = (3, false);
    check(
        &mine,
        &theirs,
        "1",
        SheetDifference::Differs { answers, status },
    );
    check(
        &theirs,
        &mine,
        "1",
        SheetDifference::Differs { answers, status },
    );
}

#[test]
fn a_status_differs_without_any_answer() {
    let mine = sound();
    let mut theirs = mine.clone();
    assert!(theirs.sheets[1].advance(SheetStatus::Submitted, &stamp()));
    let (answers, status) = (0, true);
    check(
        &mine,
        &theirs,
        "1",
        SheetDifference::Differs { answers, status },
    );
}

#[test]
fn a_new_and_a_removed_body_change_the_head_and_the_sheets() {
    let mine = sound();
    let mut theirs = mine.clone();
    let mut body = theirs.head.partners[2].clone();
    body.id = partner("3");
    theirs.head.partners.push(body);
    theirs.sheets.push(Sheet::expected(partner("3")));
    check(&mine, &theirs, "3", SheetDifference::New);
    check(&theirs, &mine, "3", SheetDifference::Removed);
    assert_eq!(compare(&mine, &theirs).head, [HeadPart::Partners]);
}

#[test]
fn every_part_of_the_head_is_looked_at() {
    let mine = sound();
    let changed = |change: fn(&mut Survey)| {
        let mut theirs = mine.clone();
        change(&mut theirs);
        compare(&mine, &theirs).head
    };
    for (part, change) in [
        (
            HeadPart::Title,
            (|s| s.head.title.push('!')) as fn(&mut Survey),
        ),
        (HeadPart::Document, |s| s.head.document.cup.push('X')),
        (HeadPart::Questionnaire, |s| {
            s.head.questionnaire.version.push('X')
        }),
        (HeadPart::Partners, |s| s.head.partners.reverse()),
        (HeadPart::Indicator, |s| s.head.indicator = None),
        (HeadPart::Codebook, |s| s.head.codebook.clear()),
        (HeadPart::Notes, |s| s.head.notes.clear()),
        (HeadPart::Other, |s| s.head.created = None),
        (HeadPart::Other, |s| s.head.revision.n += 1),
        (HeadPart::Other, |s| {
            s.extra.insert("domani".into(), true.into());
        }),
    ] {
        assert_eq!(changed(change), [part]);
    }
}
