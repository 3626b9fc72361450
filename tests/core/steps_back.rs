//! Undo: laws for any two edits, and what a person meets.

use crate::cases;
use crate::laws::any::any_survey;
use crate::scenario::forms::forms;
use proptest::prelude::*;
use proptest::sample::Index;
use rilievo::model::{
    About, Actor, Answer, AnswerState, CodebookEntry, ContactId, Extra, HeadChange, Order,
    PartnerId, QuestionId, Remark, RemarkId, RemarkState, Reply, ReplyId, Revision, Sheet,
    SheetAction, SheetChange, SheetRecord, SheetStatus, Stamp, SurveyHead, SurveyId, TermId,
    Timestamp,
};

fn stamp(second: u32, by: &str) -> Stamp {
    Stamp {
        at: Timestamp::new(format!("2026-11-23T10:00:{second:02}.000Z")),
        by: by.into(),
    }
}

fn question(name: &str) -> QuestionId {
    QuestionId::new(name).unwrap()
}

/// An edit of a sheet, whatever the sheet says.
#[derive(Clone, Debug)]
enum Edit {
    Text(&'static str, String),
    Comment(&'static str, String),
    Declare(&'static str, AnswerState),
    Contact(String),
    Act(SheetAction),
    Raise(u8),
    Reply(u8, u8),
    Settle(u8, RemarkState),
    Transcribed(bool),
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let name = || proptest::sample::select(vec!["a", "b", "c", "d", "new"]);
    let state = proptest::sample::select(AnswerState::ALL.to_vec());
    let action = proptest::sample::select(SheetAction::ALL.to_vec());
    let settled = proptest::sample::select(vec![RemarkState::Open, RemarkState::Resolved]);
    prop_oneof![
        4 => (name(), "[a-c]{0,3}").prop_map(|(q, text)| Edit::Text(q, text)),
        2 => (name(), "[a-c]{0,3}").prop_map(|(q, text)| Edit::Comment(q, text)),
        2 => (name(), state).prop_map(|(q, state)| Edit::Declare(q, state)),
        1 => "[a-c]{0,3}".prop_map(Edit::Contact),
        2 => action.prop_map(Edit::Act),
        1 => (0_u8..3).prop_map(Edit::Raise),
        1 => (0_u8..3, 0_u8..3).prop_map(|(remark, reply)| Edit::Reply(remark, reply)),
        1 => (0_u8..3, settled).prop_map(|(remark, state)| Edit::Settle(remark, state)),
        1 => any::<bool>().prop_map(Edit::Transcribed),
    ]
}

fn remark(n: u8) -> RemarkId {
    RemarkId::new(&format!("r{n}")).unwrap()
}

impl Edit {
    fn make(&self, sheet: &mut Sheet, stamp: &Stamp) {
        let writes = matches!(
            self,
            Self::Text(..) | Self::Comment(..) | Self::Declare(..) | Self::Contact(_)
        );
        if writes && !sheet.may_write() {
            return;
        }
        match self {
            Self::Text(q, text) => {
                sheet.edit(&question(q), stamp, |a| a.set_text(text));
            }
            Self::Comment(q, text) => {
                sheet.edit(&question(q), stamp, |a| a.comment.clone_from(text));
            }
            Self::Declare(q, state) => {
                sheet.edit(&question(q), stamp, |a| a.declare(*state));
            }
            Self::Contact(text) => {
                let contact = ContactId::new("ict").unwrap();
                sheet.edit_contact(&contact, stamp, |a| a.set_text(text));
            }
            Self::Act(action) => {
                // What is refused changes nothing.
                let _ = sheet.act(*action, Actor::Coordinator, "", stamp);
            }
            Self::Raise(n) => {
                sheet.raise(Remark::raised(
                    remark(*n),
                    About::Sheet,
                    "",
                    "Perché?",
                    stamp,
                ));
            }
            Self::Reply(of, n) => {
                let reply = Reply {
                    id: ReplyId::new(&format!("y{n}")).unwrap(),
                    author: String::new(),
                    text: "Così.".into(),
                    at: None,
                    extra: Extra::new(),
                };
                sheet.reply(&remark(*of), reply);
            }
            Self::Settle(of, state) => {
                sheet.settle_remark(&remark(*of), *state, stamp);
            }
            Self::Transcribed(on) => {
                sheet.mark_transcribed(*on, Actor::Coordinator, stamp);
            }
        }
    }
}

/// Whether a sheet may be moved to the status that it has.
fn allowed(sheet: &Sheet) -> bool {
    match sheet.status {
        SheetStatus::Approved => sheet.open_remarks() == 0,
        SheetStatus::Returned => sheet.open_remarks() > 0,
        _ => true,
    }
}

/// A sheet without who edited what when; an answer that says nothing is none.
fn content(sheet: &Sheet) -> Sheet {
    let mut sheet = sheet.clone();
    let strip = |answer: &mut Answer| answer.revision = Revision::default();
    sheet.written_mut().for_each(strip);
    sheet
        .answers
        .retain(|_, answer| *answer != Answer::default());
    sheet
        .contacts
        .retain(|_, answer| *answer != Answer::default());
    for remark in &mut sheet.remarks {
        remark.revision = Revision::default();
        remark.replies.sort_by_key(|reply| reply.id.to_string());
    }
    sheet.remarks.sort_by_key(|remark| remark.id.to_string());
    sheet.steps = Default::default();
    sheet.since = None;
    sheet.revision = Revision::default();
    sheet
}

/// Every revision of `after` knows the one of `before`.
fn only_grew(before: &Sheet, after: &Sheet) {
    let grew = |old: &Revision, new: &Revision| {
        assert!(
            matches!(new.order(old), Order::Same | Order::Newer),
            "{old:?} → {new:?}"
        );
    };
    for (id, answer) in &before.answers {
        grew(&answer.revision, &after.answers[id].revision);
    }
    for (id, answer) in &before.contacts {
        grew(&answer.revision, &after.contacts[id].revision);
    }
    grew(&before.revision, &after.revision);
    let (old, new) = (before.steps.or_default(), after.steps.or_default());
    assert_eq!(old[..], new[..old.len()], "steps are only added");
}

/// A sheet of a survey that has been through any hands.
fn any_sheet() -> impl Strategy<Value = Sheet> {
    (any_survey(), any::<Index>()).prop_map(|(survey, at)| {
        let none = || Sheet::expected(PartnerId::new("1").unwrap());
        let sheets = survey.sheets;
        match sheets.len() {
            0 => none(),
            n => sheets[at.index(n)].clone(),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(cases(128, 4096)))]

    #[test]
    fn undo_gives_what_was_before_and_redo_what_was_after(sheet in any_sheet(), edit in any_edit()) {
        let before = sheet.clone();
        let mut sheet = sheet;
        edit.make(&mut sheet, &stamp(1, "here"));
        let after = sheet.clone();
        let change = SheetChange::between(&before, &after);
        prop_assert_eq!(change.is_empty(), content(&before) == content(&after));

        let (done, left) = change.back().apply(&mut sheet, "", &stamp(2, "here"));
        let emptied = before.status == SheetStatus::Expected && !before.is_empty();
        // A sheet that was expected although something is written on it is
        // nothing that edits make; it does not become one again.
        prop_assume!(!emptied);
        // Nor is a sheet that was sent back without an open remark, or approved
        // with one.
        prop_assume!(before.status == after.status || allowed(&before));
        prop_assert!(left.is_empty(), "{left:?}");
        prop_assert_eq!(content(&sheet), content(&before));
        let gone = sheet.clone();
        only_grew(&before, &sheet);
        for (id, answer) in &after.answers {
            prop_assert!(gone.answers[id].revision.n >= answer.revision.n);
        }

        let (_, left) = done.back().apply(&mut sheet, "", &stamp(3, "here"));
        prop_assert!(left.is_empty(), "{left:?}");
        prop_assert_eq!(content(&sheet), content(&after));
        only_grew(&gone, &sheet);
    }

    #[test]
    fn what_somebody_else_wrote_since_stays(
        sheet in any_sheet(),
        edit in any_edit(),
        others in proptest::collection::vec(any_edit(), 1..4),
    ) {
        let before = sheet.clone();
        let mut sheet = sheet;
        edit.make(&mut sheet, &stamp(1, "here"));
        let change = SheetChange::between(&before, &sheet);
        let mine = sheet.clone();
        for other in &others {
            other.make(&mut sheet, &stamp(2, "elsewhere"));
        }
        let theirs = SheetChange::between(&mine, &sheet);
        let stood = sheet.clone();
        let (done, left) = change.back().apply(&mut sheet, "", &stamp(3, "here"));
        only_grew(&stood, &sheet);
        let undone = SheetChange::between(&stood, &sheet);
        for record in theirs.records() {
            prop_assert!(!undone.records().any(|r| r == record), "{record:?} was somebody else's");
        }
        // What it says of itself is so: done or left, record by record.
        prop_assert_eq!(done.records().count() + left.records().count(), change.records().count());
    }

    #[test]
    fn the_lifecycle_holds_on_the_way_back_and_forth(
        sheet in any_sheet(),
        edits in proptest::collection::vec(any_edit(), 1..4),
        others in proptest::collection::vec(any_edit(), 0..4),
        approved in any::<bool>(),
    ) {
        let before = sheet.clone();
        let mut sheet = sheet;
        for edit in &edits {
            edit.make(&mut sheet, &stamp(1, "here"));
        }
        let change = SheetChange::between(&before, &sheet);
        for other in &others {
            other.make(&mut sheet, &stamp(2, "elsewhere"));
        }
        if approved {
            sheet.status = SheetStatus::Approved;
        }
        for change in [change.back(), change] {
            let stood = sheet.clone();
            change.apply(&mut sheet, "", &stamp(3, "here"));
            if stood.status == sheet.status && !sheet.may_write() {
                prop_assert_eq!(&sheet.answers, &stood.answers);
                prop_assert_eq!(&sheet.contacts, &stood.contacts);
                prop_assert_eq!(sheet.transcribed, stood.transcribed);
            }
            prop_assert!(stood.status == sheet.status || allowed(&sheet));
        }
    }

    #[test]
    fn an_unrelated_edit_is_kept(sheet in any_sheet(), one in "[a-c]{1,3}", other in "[d-f]{1,3}") {
        prop_assume!(sheet.may_write());
        let mut sheet = sheet;
        sheet.edit(&question("b"), &stamp(0, "here"), |a| a.set_text("x"));
        let before = sheet.clone();
        sheet.edit(&question("a"), &stamp(1, "here"), |a| a.set_text(&one));
        let change = SheetChange::between(&before, &sheet);
        sheet.edit(&question("b"), &stamp(2, "here"), |a| a.set_text(&other));
        let (_, left) = change.back().apply(&mut sheet, "", &stamp(3, "here"));
        prop_assert!(left.is_empty());
        prop_assert_eq!(sheet.answers[&question("b")].text(), other);
        let (now, then) = (content(&sheet), content(&before));
        prop_assert_eq!(now.answers.get(&question("a")), then.answers.get(&question("a")));
    }

    #[test]
    fn a_head_goes_back_part_by_part(survey in any_survey(), title in "[a-c]{1,4}", target in 0_u32..20) {
        let mut head = survey.head;
        let before = head.clone();
        head.edit(&stamp(1, "here"), |head| {
            head.title.clone_from(&title);
            head.indicator.get_or_insert_default().target = target;
        });
        let change = HeadChange::between(&before, &head);
        head.edit(&stamp(2, "elsewhere"), |head| {
            head.document.deadline = "2026-12-31".into();
        });
        let mut done = HeadChange::default();
        head.edit(&stamp(3, "here"), |head| done = change.back().apply(head).0);
        let bare = |head: &SurveyHead| SurveyHead {
            parts: Default::default(),
            revision: Revision::default(),
            ..head.clone()
        };
        let mut expected = bare(&before);
        expected.document.deadline = "2026-12-31".into();
        prop_assert_eq!(bare(&head), expected);
        prop_assert_eq!(head.revision.n, before.revision.n + 3);

        head.edit(&stamp(4, "elsewhere"), |head| head.title = "theirs".into());
        let (_, left) = done.back().apply(&mut head);
        prop_assert_eq!(head.title.as_str(), if title == before.title { before.title.as_str() } else { "theirs" });
        prop_assert_eq!(left.is_empty(), title == before.title);
    }
}

#[test]
fn the_first_word_goes_and_the_sheet_is_expected_again() {
    for form in forms() {
        let mut s = form.blank();
        let (single, [one, _]) = form.single;
        let partner = PartnerId::new(form.bodies[0]).unwrap();
        let before = s.survey.sheet(&partner).unwrap().clone();
        s.partner(form.bodies[0]).answer(single, one);
        let mut sheet = s.survey.sheet(&partner).unwrap().clone();
        let change = SheetChange::between(&before, &sheet);
        assert_eq!(
            change.status(),
            Some((SheetStatus::Expected, SheetStatus::Draft))
        );
        change.back().apply(&mut sheet, "", &stamp(9, "here"));
        assert_eq!(sheet.status, SheetStatus::Expected);
        assert_eq!(content(&sheet), content(&before));
        assert_eq!(
            sheet.steps.or_default().len(),
            2,
            "there and back: two steps"
        );
    }
}

#[test]
fn a_sheet_on_which_somebody_else_writes_does_not_become_expected() {
    let before = Sheet::expected(PartnerId::new("1").unwrap());
    let mut sheet = before.clone();
    sheet.edit(&question("a"), &stamp(1, "here"), |a| a.set_text("mine"));
    let change = SheetChange::between(&before, &sheet);
    sheet.edit(&question("b"), &stamp(2, "elsewhere"), |a| {
        a.set_text("theirs")
    });
    let (_, left) = change.back().apply(&mut sheet, "", &stamp(3, "here"));
    assert_eq!(sheet.status, SheetStatus::Draft);
    assert_eq!(sheet.answers[&question("a")].text(), "");
    assert_eq!(sheet.answers[&question("b")].text(), "theirs");
    assert_eq!(
        left.status(),
        Some((SheetStatus::Draft, SheetStatus::Expected))
    );
}

#[test]
fn an_approved_sheet_is_not_written_on_and_not_approved_with_an_open_remark() {
    let before = Sheet::expected(PartnerId::new("1").unwrap());
    let mut sheet = before.clone();
    sheet.edit(&question("a"), &stamp(1, "here"), |a| a.set_text("mine"));
    let written = SheetChange::between(&before, &sheet);
    Edit::Act(SheetAction::Submit).make(&mut sheet, &stamp(2, "here"));
    let submitted = sheet.clone();
    Edit::Act(SheetAction::Approve).make(&mut sheet, &stamp(3, "elsewhere"));
    let approved = SheetChange::between(&submitted, &sheet);

    let (done, _) = written.back().apply(&mut sheet, "", &stamp(4, "here"));
    assert!(done.is_empty(), "{done:?}");
    assert_eq!(sheet.answers[&question("a")].text(), "mine");

    approved.back().apply(&mut sheet, "", &stamp(5, "here"));
    assert_eq!(sheet.status, SheetStatus::Submitted);
    Edit::Raise(1).make(&mut sheet, &stamp(6, "elsewhere"));
    let (done, _) = approved.apply(&mut sheet, "", &stamp(7, "here"));
    assert!(done.is_empty(), "{done:?}");
    assert_eq!(sheet.status, SheetStatus::Submitted);
}

#[test]
fn what_the_partner_was_told_is_told_from_the_rest() {
    let before = Sheet::expected(PartnerId::new("1").unwrap());
    let mut sheet = before.clone();
    sheet.edit(&question("a"), &stamp(1, "here"), |a| a.set_text("mine"));
    Edit::Raise(1).make(&mut sheet, &stamp(2, "here"));
    Edit::Reply(1, 1).make(&mut sheet, &stamp(2, "here"));
    let mut rest = SheetChange::between(&before, &sheet);
    let told = rest.take_told();
    assert_eq!(
        told.records().count(),
        3,
        "the remark, its reply, the status"
    );
    assert_eq!(
        rest.records().collect::<Vec<_>>(),
        [&SheetRecord::Answer(question("a"))]
    );
}

#[test]
fn a_remark_with_a_reply_is_not_taken_out() {
    let before = Sheet::expected(PartnerId::new("1").unwrap());
    let mut sheet = before.clone();
    Edit::Raise(1).make(&mut sheet, &stamp(1, "here"));
    let raised = SheetChange::between(&before, &sheet);
    let with_remark = sheet.clone();
    Edit::Reply(1, 1).make(&mut sheet, &stamp(2, "elsewhere"));
    let replied = SheetChange::between(&with_remark, &sheet);

    let (done, left) = raised.back().apply(&mut sheet, "", &stamp(3, "here"));
    assert!(done.is_empty() && !left.is_empty());
    assert_eq!(sheet.remarks.len(), 1);

    replied.back().apply(&mut sheet, "", &stamp(4, "here"));
    assert!(sheet.remarks[0].replies.is_empty());
    raised.back().apply(&mut sheet, "", &stamp(5, "here"));
    assert!(sheet.remarks.is_empty());
}

#[test]
fn typing_in_one_field_is_told_from_anything_else() {
    let before = Sheet::expected(PartnerId::new("1").unwrap());
    let typed = |from: &Sheet, change: &dyn Fn(&mut Answer)| {
        let mut to = from.clone();
        to.edit(&question("a"), &stamp(1, "here"), |a| change(a));
        (SheetChange::between(from, &to), to)
    };
    let (first, o) = typed(&before, &|a| a.set_text("O"));
    let (second, or) = typed(&o, &|a| a.set_text("Or"));
    let (comment, _) = typed(&or, &|a| a.comment = "!".into());
    let (declared, _) = typed(&or, &|a| a.declare(AnswerState::Unknown));
    assert!(first.typed().is_some());
    assert_eq!(first.typed(), second.typed());
    assert!(comment.typed().is_some());
    assert_ne!(comment.typed(), first.typed());
    assert_eq!(declared.typed(), None);

    let mut sheet = or;
    let whole = first.then(second);
    whole.back().apply(&mut sheet, "", &stamp(2, "here"));
    assert_eq!(content(&sheet), content(&before));
}

#[test]
fn a_term_that_was_taken_out_comes_back_with_its_edits() {
    let mut head = SurveyHead::new(SurveyId::new("s").unwrap(), "S");
    let entry = |id: &str| CodebookEntry {
        id: TermId::new(id).unwrap(),
        term: id.into(),
        questions: vec![question("a")],
        synonyms: Vec::new(),
        ignored: false,
        revision: Revision::default(),
        extra: Extra::new(),
    };
    head.edit(&stamp(1, "here"), |head| {
        head.codebook = vec![entry("t1"), entry("t2")]
    });
    let before = head.clone();
    head.edit(&stamp(2, "here"), |head| {
        head.codebook.remove(0);
    });
    let change = HeadChange::between(&before, &head);
    head.edit(&stamp(3, "here"), |head| {
        let (_, left) = change.back().apply(head);
        assert!(left.is_empty());
    });
    let ids: Vec<_> = head.codebook.iter().map(|e| e.id.as_str()).collect();
    assert_eq!(ids, ["t1", "t2"]);
    assert_eq!(
        head.codebook[0]
            .revision
            .order(&before.codebook[0].revision),
        Order::Newer
    );
}
