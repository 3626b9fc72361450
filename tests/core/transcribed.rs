//! Sheets that were typed in from paper.

use crate::scenario::forms::forms;
use rilievo::model::{Actor, SheetAction, SheetStatus, Stamp, Timestamp};

fn stamp() -> Stamp {
    Stamp {
        at: Timestamp::new("2026-11-24T10:00:00.000Z"),
        by: "here".into(),
    }
}

#[test]
fn only_who_runs_the_survey_says_that_a_sheet_came_on_paper() {
    for form in forms() {
        let mut s = form.blank();
        s.partner(form.bodies[0]).answer(form.parent, form.opens);
        let sheet = &mut s.survey.sheets[0];
        let before = sheet.clone();
        assert!(!sheet.mark_transcribed(true, Actor::Partner, &stamp()));
        assert!(!sheet.mark_transcribed(false, Actor::Coordinator, &stamp()));
        assert_eq!(*sheet, before, "nothing was said, nothing was changed");

        assert!(sheet.mark_transcribed(true, Actor::Coordinator, &stamp()));
        assert!(sheet.transcribed);
        assert_eq!(sheet.revision.n, before.revision.n + 1);
        assert_eq!(sheet.answers, before.answers);
    }
}

#[test]
fn an_approved_sheet_takes_nothing_in_until_it_is_sent_back() {
    for form in forms() {
        let mut s = form.blank();
        s.partner(form.bodies[0])
            .answer(form.parent, form.opens)
            .submit()
            .becomes(SheetStatus::Approved);
        let sheet = &mut s.survey.sheets[0];
        for actor in [Actor::Partner, Actor::Coordinator] {
            assert!(!sheet.may_write());
            assert!(sheet.would_become(SheetAction::Write, actor).is_err());
            assert!(!sheet.mark_transcribed(true, actor, &stamp()));
        }
        s.partner(form.bodies[0]).becomes(SheetStatus::Returned);
        assert!(s.survey.sheets[0].may_write());
    }
}
