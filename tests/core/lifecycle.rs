//! The life of a sheet, and from which moment it counts.

use crate::scenario::forms::forms;
use rilievo::model::NotAllowed::{
    self, Already, DeclaredMissing, NoOpenRemark, NotReceived, NotYours, OpenRemarks, Received,
};
use rilievo::model::SheetAction::{self, Approve, MarkMissing, Reopen, SendBack, Submit, Write};
use rilievo::model::SheetStatus::{self, Approved, Draft, Expected, Missing, Returned, Submitted};
use rilievo::model::{
    About, Actor, Extra, PartnerId, QuestionId, Remark, RemarkId, RemarkState, Reply, ReplyId,
    Sheet, Stamp, Timestamp,
};

/// What comes of an action: what the sheet becomes, or why it is refused.
type Outcome = Result<SheetStatus, NotAllowed>;

/// The lifecycle, written out. The sheet has no answers; it has no open remark
/// in the first two columns, and two in the last two.
#[rustfmt::skip]
fn table() -> Vec<(SheetAction, SheetStatus, [Outcome; 4])> {
    let to = |status| -> Outcome { Ok(status) };
    let (not_yours, already) = (Err(NotYours), Err(Already));
    let (not_received, received) = (Err(NotReceived), Err(Received));
    let (approved, missing) = (Err(NotAllowed::Approved), Err(DeclaredMissing));
    let (no_remark, two) = (Err(NoOpenRemark), Err(OpenRemarks(2)));
    vec![
        //                        no open remark                  two open remarks
        //                        partner         coordinator     partner         coordinator
        (Write, Expected,        [to(Draft),      to(Draft),      to(Draft),      to(Draft)]),
        (Write, Draft,           [to(Draft),      to(Draft),      to(Draft),      to(Draft)]),
        (Write, Submitted,       [to(Submitted),  to(Submitted),  to(Submitted),  to(Submitted)]),
        (Write, Returned,        [to(Returned),   to(Returned),   to(Returned),   to(Returned)]),
        (Write, Approved,        [approved,       approved,       approved,       approved]),
        (Write, Missing,         [to(Draft),      to(Draft),      to(Draft),      to(Draft)]),

        (Submit, Expected,       [to(Submitted),  to(Submitted),  to(Submitted),  to(Submitted)]),
        (Submit, Draft,          [to(Submitted),  to(Submitted),  to(Submitted),  to(Submitted)]),
        (Submit, Submitted,      [already,        already,        already,        already]),
        (Submit, Returned,       [to(Submitted),  to(Submitted),  to(Submitted),  to(Submitted)]),
        (Submit, Approved,       [approved,       approved,       approved,       approved]),
        (Submit, Missing,        [to(Submitted),  missing,        to(Submitted),  missing]),

        (Approve, Expected,      [not_yours,      not_received,   not_yours,      not_received]),
        (Approve, Draft,         [not_yours,      not_received,   not_yours,      not_received]),
        (Approve, Submitted,     [not_yours,      to(Approved),   not_yours,      two]),
        (Approve, Returned,      [not_yours,      to(Approved),   not_yours,      two]),
        (Approve, Approved,      [not_yours,      already,        not_yours,      already]),
        (Approve, Missing,       [not_yours,      missing,        not_yours,      missing]),

        (SendBack, Expected,     [not_yours,      not_received,   not_yours,      not_received]),
        (SendBack, Draft,        [not_yours,      not_received,   not_yours,      not_received]),
        (SendBack, Submitted,    [not_yours,      no_remark,      not_yours,      to(Returned)]),
        (SendBack, Returned,     [not_yours,      already,        not_yours,      already]),
        (SendBack, Approved,     [not_yours,      no_remark,      not_yours,      to(Returned)]),
        (SendBack, Missing,      [not_yours,      missing,        not_yours,      missing]),

        (MarkMissing, Expected,  [not_yours,      to(Missing),    not_yours,      to(Missing)]),
        (MarkMissing, Draft,     [not_yours,      to(Missing),    not_yours,      to(Missing)]),
        (MarkMissing, Submitted, [not_yours,      received,       not_yours,      received]),
        (MarkMissing, Returned,  [not_yours,      received,       not_yours,      received]),
        (MarkMissing, Approved,  [not_yours,      received,       not_yours,      received]),
        (MarkMissing, Missing,   [not_yours,      already,        not_yours,      already]),

        (Reopen, Expected,       [not_yours,      already,        not_yours,      already]),
        (Reopen, Draft,          [not_yours,      already,        not_yours,      already]),
        (Reopen, Submitted,      [not_yours,      to(Draft),      not_yours,      to(Draft)]),
        (Reopen, Returned,       [not_yours,      already,        not_yours,      already]),
        (Reopen, Approved,       [not_yours,      approved,       not_yours,      approved]),
        // With something on it, be it remarks, it is a draft again.
        (Reopen, Missing,        [not_yours,      to(Expected),   not_yours,      to(Draft)]),
    ]
}

#[test]
fn every_action_in_every_state_is_allowed_or_refused_with_its_reason() {
    let table = table();
    let all = SheetAction::ALL.into_iter();
    let all = all.flat_map(|action| SheetStatus::ALL.map(|status| (action, status)));
    let listed = table.iter().map(|(action, status, _)| (*action, *status));
    assert!(all.eq(listed), "the table has a row for each");
    for (action, status, outcomes) in table {
        let columns = [0, 2].map(|open| [(open, Actor::Partner), (open, Actor::Coordinator)]);
        for ((open, actor), expected) in columns.into_iter().flatten().zip(outcomes) {
            let at = format!("{actor:?}: {action:?} in {status:?}, {open} open remarks");
            let before = sheet(status, open);
            assert_eq!(before.would_become(action, actor), expected, "{at}");
            let mut after = before.clone();
            let done = after.act(action, actor, "Ufficio ICT", &stamp());
            assert_eq!(done, expected.map(|_| ()), "{at}");
            let Some(next) = expected.ok().filter(|next| *next != status) else {
                assert_eq!(after, before, "{at}: nothing has changed");
                continue;
            };
            // Who and when is on the sheet.
            assert_eq!(
                (after.status, &after.since),
                (next, &Some(stamp().at)),
                "{at}"
            );
            let steps = after.steps.read().unwrap();
            let last = steps
                .last()
                .map(|step| (step.status, step.author.as_str(), &step.at));
            assert_eq!(last, Some((next, "Ufficio ICT", &stamp().at)), "{at}");
            assert_eq!(after.revision.n, before.revision.n + 1, "{at}");
        }
    }
}

/// A sheet at this status, with so many open remarks.
fn sheet(status: SheetStatus, open: usize) -> Sheet {
    let mut sheet = Sheet::expected(PartnerId::new("EC").unwrap());
    sheet.status = status;
    for at in 0..open {
        let id = RemarkId::new(&format!("r{at}")).unwrap();
        sheet.raise(Remark::raised(id, About::Sheet, "", "Quale?", &stamp()));
    }
    sheet
}

fn stamp() -> Stamp {
    Stamp {
        at: Timestamp::new("2026-11-23T10:00:00.000Z"),
        by: "here".into(),
    }
}

#[test]
fn a_sheet_goes_back_and_forth_with_its_remarks() {
    use Actor::{Coordinator, Partner};
    for form in forms() {
        let (single, [one, other]) = form.single;
        let mut s = form.blank();
        s.partner(form.bodies[0])
            .is(Expected)
            .may_not(Coordinator, Approve, NotReceived)
            .answer(single, one)
            .is(Draft)
            .submit()
            .may_not(Coordinator, SendBack, NoOpenRemark)
            .remark("r1", single, "Da quando?")
            .may_not(Coordinator, Approve, OpenRemarks(1))
            .may(Coordinator, SendBack)
            .is(Returned)
            .answer(single, other)
            .is(Returned)
            .may_not(Partner, Approve, NotYours)
            .submit()
            .may_not(Coordinator, Approve, OpenRemarks(1))
            .settle("r1")
            .may(Coordinator, Approve)
            .is(Approved)
            .may_not(Coordinator, Reopen, NotAllowed::Approved)
            .may_not(Partner, Submit, NotAllowed::Approved)
            .remark("r2", single, "E adesso?")
            .may(Coordinator, SendBack)
            .is(Returned);
        let sheet = s.survey.sheet(&PartnerId::new(form.bodies[0]).unwrap());
        let steps = sheet.unwrap().steps.read().unwrap();
        let steps: Vec<_> = steps
            .iter()
            .map(|s| (s.status, s.author.as_str()))
            .collect();
        let expected = [
            (Draft, ""),
            (Submitted, "Partner"),
            (Returned, "Coordinator"),
            (Submitted, "Partner"),
            (Approved, "Coordinator"),
            (Returned, "Coordinator"),
        ];
        assert_eq!(steps, expected);
    }
}

#[test]
fn a_sheet_declared_missing_that_was_begun_is_a_draft_again_when_reopened() {
    let mut sheet = sheet(Missing, 0);
    sheet.edit(&QuestionId::new("q3").unwrap(), &stamp(), |a| {
        a.set_text("x")
    });
    sheet.status = Missing;
    let next = sheet.would_become(Reopen, Actor::Coordinator);
    assert_eq!(next, Ok(Draft));
}

#[test]
fn it_counts_from_the_moment_it_is_received() {
    for form in forms() {
        let (single, [one, _]) = form.single;
        let body = form.bodies[0];
        let mut s = form.blank();
        s.partner(body).answer(single, one).is(Draft);
        s.expect(single).asked(0).option(one, &[]);
        assert_eq!(s.names(s.population().drafts_left_out().to_vec()), [body]);
        s.partner(body).submit();
        for status in [Returned, Submitted, Approved] {
            s.partner(body).becomes(status);
            s.expect(single).asked(1).option(one, &[body]);
            assert_eq!(s.names(s.population().received().to_vec()), [body]);
        }
    }
}

#[test]
fn drafts_count_where_they_are_asked_for() {
    for form in forms() {
        let (single, [one, other]) = form.single;
        let [first, second, third] = form.bodies;
        let mut s = form.blank();
        s.partner(first).answer(single, one).submit();
        s.partner(second).answer(single, other);
        s.partner(third).becomes(Missing);
        s.expect(single).asked(1).option(other, &[]);
        let s = s.with_drafts();
        s.expect(single)
            .asked(2)
            .option(one, &[first])
            .option(other, &[second]);
        let population = s.population();
        assert_eq!(s.names(population.counted().to_vec()), [first, second]);
        assert_eq!(s.names(population.received().to_vec()), [first]);
        assert!(population.drafts_left_out().is_empty());
        let bodies = population.bodies().len();
        assert_eq!(population.missing().len(), bodies - 2);
    }
}

#[test]
fn a_body_declared_missing_is_missing_in_every_question() {
    for form in forms() {
        let mut s = form.blank();
        let body = form.bodies[1];
        s.partner(body).becomes(Missing);
        for other in s.survey.head.partners.clone() {
            if other.id.as_str() != body {
                s.partner(other.id.as_str()).submit();
            }
        }
        for question in form.head.questionnaire.on_sheet() {
            s.expect(question.id.as_str()).state("missing", &[body]);
        }
        // Writing on it makes it a draft again.
        let (single, [one, _]) = form.single;
        s.partner(body).answer(single, one).is(Draft).submit();
        s.expect(single).state("missing", &[]).option(one, &[body]);
    }
}

#[test]
fn a_remark_waits_for_a_word_of_the_other_side() {
    let at = |minute: u8| Stamp {
        at: Timestamp::new(format!("2026-11-23T10:{minute:02}:00.000Z")),
        by: "ufficio".into(),
    };
    let id = RemarkId::new("r").unwrap();
    let mut sheet = Sheet::expected(PartnerId::new("civico").unwrap());
    let remark = Remark::raised(id.clone(), About::Sheet, "Coordinamento", "Quale?", &at(0));
    sheet.raise(remark);
    let say = |sheet: &mut Sheet, author: &str, minute| {
        let reply = Reply {
            id: ReplyId::new(&format!("p{minute}")).unwrap(),
            author: author.into(),
            text: "La 19c.".into(),
            at: Some(at(minute).at),
            extra: Extra::new(),
        };
        assert!(sheet.reply(&id, reply));
        sheet.remarks[0].waits_for_reply()
    };
    assert!(sheet.remarks[0].waits_for_reply());
    assert!(!say(&mut sheet, "Ufficio ICT", 1));
    assert!(say(&mut sheet, "Coordinamento", 2));
    assert!(!say(&mut sheet, "", 3));
    // Settled it waits for nothing, opened again for another reply.
    sheet.settle_remark(&id, RemarkState::Resolved, &at(4));
    assert!(!sheet.remarks[0].waits_for_reply());
    sheet.settle_remark(&id, RemarkState::Open, &at(5));
    assert!(sheet.remarks[0].waits_for_reply());
    assert!(!say(&mut sheet, "Ufficio ICT", 6));
}
