//! Bodies that work together without a server: what is invited, answered,
//! merged and decided, in the words of the field.

use super::planning_world::{Browser, merged};
use super::{question, sound};
use rilievo::bundle::{ChangeKind, Decision, Decisions, Fate, Record, Side, WhyBeside};
use rilievo::model::{AnswerState, PartnerId, RemarkState, SheetStatus, Survey};
use std::slice::from_ref;

/// The survey of the tests with two partners whose sheets are still empty, and
/// a third that is not asked.
fn pilot() -> Survey {
    let mut survey = sound();
    for sheet in &mut survey.sheets {
        *sheet = rilievo::model::Sheet::expected(sheet.partner.clone());
    }
    survey
}

fn partner(id: &str) -> PartnerId {
    PartnerId::new(id).unwrap()
}

fn answer(partner_id: &str, question_id: &str) -> Record {
    Record::Answer(partner(partner_id), question(question_id))
}

/// A coordinator, and two officers who were invited and have answered.
fn answered() -> (Browser, Browser, Browser) {
    let mut coordinator = Browser::with("coordinamento", pilot());
    let (mut toscana, mut umbria) = (Browser::new("toscana"), Browser::new("umbria"));
    coordinator.answer("EC", "q4", "prima di invitare");
    toscana.import(&[coordinator.invite("EC")], Decision::Mine);
    umbria.import(&[coordinator.invite("1")], Decision::Mine);
    toscana.second = 100;
    umbria.second = 200;
    toscana.answer("EC", "q3", "Oracle");
    toscana.answer("EC", "q4", "di Toscana");
    toscana.contact("EC", "ict", "ufficio ICT");
    toscana.advance("EC", SheetStatus::Submitted);
    umbria.answer("1", "q3", "MySQL");
    umbria.advance("1", SheetStatus::Submitted);
    coordinator.second = 300;
    (coordinator, toscana, umbria)
}

#[test]
fn an_officer_gets_the_own_sheet_and_nothing_of_the_others() {
    let (_, toscana, _) = answered();
    let survey = toscana.survey();
    assert_eq!(survey.head.partners.len(), 1);
    assert_eq!(survey.sheets.len(), 1);
    let invited = &survey.head.invited;
    assert_eq!(invited.len(), 1);
    assert_eq!(invited[0].partner, partner("EC"));
    assert!(invited[0].at.is_some());
    let base = invited[0].sheet.read().unwrap();
    assert_eq!(base.answers[&question("q4")].text(), "prima di invitare");
    assert_eq!(base.answers.len(), 1);
}

#[test]
fn a_response_is_taken_in_without_a_question() {
    let (mut coordinator, mut toscana, _) = answered();
    let plan = coordinator.import(&[toscana.respond("EC")], Decision::Mine);
    let merge = merged(&plan, 0);
    assert_eq!(merge.conflicts, []);
    let updated: Vec<_> = merge.changes.iter().map(|c| (&c.record, c.kind)).collect();
    assert_eq!(
        updated,
        [
            (&Record::Status(partner("EC")), ChangeKind::Updated),
            (&answer("EC", "q4"), ChangeKind::Updated),
            (&answer("EC", "q3"), ChangeKind::New),
            (
                &Record::Contact(
                    partner("EC"),
                    rilievo::model::ContactId::new("ict").unwrap()
                ),
                ChangeKind::New
            ),
        ]
    );
    assert_eq!(coordinator.says("EC", "q3"), "Oracle");
    assert_eq!(coordinator.sheet("EC").status, SheetStatus::Submitted);
    assert_eq!(
        coordinator.sheet("1"),
        pilot().sheet(&partner("1")).unwrap()
    );
    let content = plan.files[0].content.as_ref().unwrap();
    assert_eq!(content.from.as_ref().unwrap().partner, partner("EC"));
}

#[test]
fn one_answer_edited_on_both_sides_is_the_one_conflict() {
    let (mut coordinator, mut toscana, mut umbria) = answered();
    coordinator.answer("EC", "q4", "del coordinamento");
    let files = [toscana.respond("EC"), umbria.respond("1")];
    let plan = coordinator.plan(&files, &Decisions::default());
    assert_eq!(plan.open(), 1);
    let [conflict] = &merged(&plan, 0).conflicts[..] else {
        panic!("{:?}", merged(&plan, 0).conflicts);
    };
    assert_eq!(conflict.record, answer("EC", "q4"));
    let text = |side: &Side| match side {
        Side::Answer(answer) => answer.text().to_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(text(conflict.base.as_ref().unwrap()), "prima di invitare");
    assert_eq!(text(&conflict.mine), "del coordinamento");
    assert_eq!(text(&conflict.theirs), "di Toscana");
    assert_eq!(conflict.author, coordinator.survey().head.partners[0].name);
    assert!(conflict.may_keep_both());
    assert!(merged(&plan, 1).conflicts.is_empty());
    // Nothing was decided: mine stands for now, the rest comes in.
    coordinator.take(&plan);
    assert_eq!(coordinator.says("EC", "q4"), "del coordinamento");
    assert_eq!(coordinator.says("EC", "q3"), "Oracle");
    // It is asked about again, until somebody decides.
    let again = coordinator.plan(&files, &Decisions::default());
    assert_eq!(again.open(), 1);
    assert!(again.surveys.is_empty());
}

#[test]
fn the_order_of_the_files_makes_no_difference() {
    for decision in [Decision::Mine, Decision::Theirs, Decision::Both] {
        let (mut coordinator, mut toscana, mut umbria) = answered();
        coordinator.answer("EC", "q4", "del coordinamento");
        let (one, other) = (toscana.respond("EC"), umbria.respond("1"));
        let mut together = coordinator.clone();
        together.import(&[one.clone(), other.clone()], decision);
        let mut turned = coordinator.clone();
        turned.import(&[other.clone(), one.clone()], decision);
        assert_eq!(together.surveys, turned.surveys, "{decision:?}");
        // One after the other, on two days.
        let mut later = coordinator.clone();
        later.import(&[other], decision);
        later.second = together.second - 2;
        later.import(&[one], decision);
        assert_eq!(
            later.survey().sheets,
            together.survey().sheets,
            "{decision:?}"
        );
    }
}

#[test]
fn a_decision_holds_when_the_file_comes_again() {
    for (decision, stands) in [
        (Decision::Mine, "del coordinamento"),
        (Decision::Theirs, "di Toscana"),
        (Decision::Both, "del coordinamento"),
    ] {
        let (mut coordinator, mut toscana, _) = answered();
        coordinator.answer("EC", "q4", "del coordinamento");
        let file = toscana.respond("EC");
        coordinator.import(from_ref(&file), decision);
        assert_eq!(coordinator.says("EC", "q4"), stands);
        let remarks = &coordinator.sheet("EC").remarks;
        assert_eq!(remarks.len(), usize::from(decision == Decision::Both));
        for remark in remarks {
            assert_eq!(remark.state, RemarkState::Open);
            assert_eq!(remark.question, Some(question("q4")));
            assert_eq!(remark.author, coordinator.survey().head.partners[0].name);
            assert_eq!(remark.answer.as_ref().unwrap().text(), "di Toscana");
        }
        let plan = coordinator.plan(&[file], &Decisions::default());
        let newer = decision != Decision::Theirs;
        assert_eq!(plan.files[0].fate, Fate::Known { newer }, "{decision:?}");
        assert_eq!(plan.surveys, []);
    }
}

#[test]
fn a_response_that_comes_twice_changes_nothing() {
    let (mut coordinator, mut toscana, _) = answered();
    let file = toscana.respond("EC");
    coordinator.import(&[file.clone(), file.clone()], Decision::Mine);
    let before = coordinator.survey().clone();
    let plan = coordinator.import(&[file], Decision::Mine);
    assert_eq!(plan.files[0].fate, Fate::Known { newer: false });
    assert_eq!(coordinator.survey(), &before);
}

#[test]
fn what_the_officer_corrects_later_comes_in_alone() {
    let (mut coordinator, mut toscana, _) = answered();
    let first = toscana.respond("EC");
    toscana.answer("EC", "q3", "PostgreSQL");
    let second = toscana.respond("EC");
    coordinator.import(&[second.clone(), first.clone()], Decision::Mine);
    assert_eq!(coordinator.says("EC", "q3"), "PostgreSQL");
    let plan = coordinator.import(&[first], Decision::Theirs);
    assert_eq!(plan.files[0].fate, Fate::Known { newer: true });
    assert_eq!(coordinator.says("EC", "q3"), "PostgreSQL");
}

#[test]
fn a_response_to_another_survey_is_refused() {
    let (mut coordinator, mut toscana, mut umbria) = answered();
    coordinator.surveys[0].head.id = rilievo::model::SurveyId::new("altra").unwrap();
    let refused = |browser: &mut Browser, file| {
        let plan = browser.plan(&[file], &Decisions::default());
        assert_eq!(plan.surveys, []);
        match &plan.files[0].fate {
            Fate::Refused(refusal) => refusal.code(),
            other => panic!("{other:?}"),
        }
    };
    let file = toscana.respond("EC");
    assert_eq!(refused(&mut coordinator, file.clone()), "other-survey");
    // Umbria was invited to another sheet of the same survey.
    assert_eq!(refused(&mut umbria, file), "other-survey");
    let (mut coordinator, mut toscana, _) = answered();
    coordinator.surveys[0].head.partners.remove(0);
    coordinator.surveys[0].sheets.remove(0);
    assert_eq!(
        refused(&mut coordinator, toscana.respond("EC")),
        "other-survey"
    );
}

#[test]
fn a_survey_that_comes_with_its_responses_takes_them_in() {
    let (mut coordinator, mut toscana, _) = answered();
    let mut colleague = Browser::new("collega");
    let files = [toscana.respond("EC"), coordinator.export()];
    let plan = colleague.import(&files, Decision::Mine);
    assert_eq!(plan.files[1].fate, Fate::New);
    assert_eq!(merged(&plan, 0).changes.len(), 4);
    assert_eq!(plan.surveys.len(), 1);
    assert_eq!(colleague.says("EC", "q3"), "Oracle");
}

#[test]
fn an_invitation_in_the_coordinators_own_browser_changes_nothing() {
    let (mut coordinator, _, _) = answered();
    let before = coordinator.survey().clone();
    let file = coordinator.invite("EC");
    let plan = coordinator.import(&[file], Decision::Theirs);
    assert_eq!(plan.files[0].fate, Fate::Known { newer: false });
    assert_eq!(coordinator.survey(), &before);
}

#[test]
fn an_officer_may_serve_two_bodies() {
    let (mut coordinator, mut toscana, _) = answered();
    let plan = toscana.import(&[coordinator.invite("1")], Decision::Mine);
    let merge = merged(&plan, 0);
    assert_eq!(merge.changes[0].record, Record::Partner(partner("1")));
    let ids: Vec<_> = toscana
        .survey()
        .head
        .partners
        .iter()
        .map(|p| p.id.as_str())
        .collect();
    assert_eq!(ids, ["EC", "1"]);
    assert_eq!(toscana.survey().head.invited.len(), 2);
    assert_eq!(toscana.says("EC", "q3"), "Oracle");
    toscana.answer("1", "q3", "per l'altro ente");
    coordinator.import(
        &[toscana.respond("1"), toscana.respond("EC")],
        Decision::Mine,
    );
    assert_eq!(coordinator.says("1", "q3"), "per l'altro ente");
    assert_eq!(coordinator.says("EC", "q3"), "Oracle");
}

#[test]
fn a_sheet_that_was_sent_back_reaches_the_officer_with_its_remark() {
    let (mut coordinator, mut toscana, _) = answered();
    coordinator.import(&[toscana.respond("EC")], Decision::Mine);
    coordinator.advance("EC", SheetStatus::Returned);
    let mut remark = super::planning_coordinators::remark("r1", "Quale versione?");
    remark.question = Some(question("q3"));
    coordinator.change(|sheet, _| sheet.remarks.push(remark), "EC");
    toscana.second = 400;
    toscana.answer("EC", "q3", "Oracle 19");
    toscana.import(&[coordinator.invite("EC")], Decision::Mine);
    assert_eq!(toscana.sheet("EC").status, SheetStatus::Returned);
    assert_eq!(toscana.sheet("EC").remarks.len(), 1);
    assert_eq!(toscana.says("EC", "q3"), "Oracle 19");
    let base = toscana.survey().head.invited[0].sheet.read().unwrap();
    assert_eq!(base.status, SheetStatus::Returned);
    // An older invitation that is opened again does not turn back the clock.
    let at = toscana.survey().head.invited[0].at.clone();
    coordinator.second = 10;
    toscana.import(&[coordinator.invite("EC")], Decision::Mine);
    assert_eq!(toscana.survey().head.invited[0].at, at);
}

#[test]
fn a_received_status_stands_against_a_draft_without_a_question() {
    let (mut coordinator, mut toscana, _) = answered();
    // The coordinator gives up waiting, and then the response comes.
    coordinator.surveys[0].sheets[0].status = SheetStatus::Draft;
    coordinator.advance("EC", SheetStatus::Missing);
    let plan = coordinator.import(&[toscana.respond("EC")], Decision::Mine);
    assert_eq!(merged(&plan, 0).conflicts, []);
    assert_eq!(coordinator.sheet("EC").status, SheetStatus::Submitted);
}

#[test]
fn two_statuses_that_were_both_received_are_a_conflict() {
    let (mut coordinator, mut toscana, _) = answered();
    coordinator.import(&[toscana.respond("EC")], Decision::Mine);
    let mut colleague = Browser::new("collega");
    colleague.import(&[coordinator.export()], Decision::Mine);
    colleague.second = 400;
    colleague.advance("EC", SheetStatus::Approved);
    coordinator.advance("EC", SheetStatus::Returned);
    let plan = coordinator.import(&[colleague.export()], Decision::Theirs);
    let records: Vec<_> = merged(&plan, 0)
        .conflicts
        .iter()
        .map(|c| &c.record)
        .collect();
    assert_eq!(records, [&Record::Status(partner("EC"))]);
    assert_eq!(coordinator.sheet("EC").status, SheetStatus::Approved);
}

#[test]
fn a_public_copy_is_added_beside_and_never_merged() {
    let (mut coordinator, _, _) = answered();
    let file = coordinator.export_public();
    let same = coordinator.plan(from_ref(&file), &Decisions::default());
    assert_eq!(same.files[0].fate, Fate::Known { newer: false });
    coordinator.answer("EC", "q4", "dopo");
    let before = coordinator.survey().clone();
    let plan = coordinator.import(from_ref(&file), Decision::Theirs);
    assert_eq!(plan.files[0].fate, Fate::Beside(WhyBeside::Public));
    assert_eq!(coordinator.surveys[0], before);
    assert_eq!(coordinator.surveys[1].head.title, "Indagine pilota (copia)");
    // The same file gives the same copy.
    let plan = coordinator.import(&[file], Decision::Theirs);
    assert_eq!(plan.files[0].fate, Fate::Known { newer: false });
    assert_eq!(coordinator.surveys.len(), 2);
}

#[test]
fn a_file_may_be_added_beside_instead() {
    let (mut coordinator, _, _) = answered();
    let file = coordinator.export();
    coordinator.answer("EC", "q4", "dopo");
    let mut decisions = Decisions::default();
    decisions.set_beside(0, true);
    let plan = coordinator.plan(from_ref(&file), &decisions);
    assert_eq!(plan.files[0].fate, Fate::Beside(WhyBeside::Asked));
    assert_eq!(plan.surveys[0].before, None);
    decisions.set_beside(0, false);
    let plan = coordinator.plan(&[file], &decisions);
    assert_eq!(plan.files[0].fate, Fate::Known { newer: true });
}

#[test]
fn a_whole_survey_does_not_come_into_an_officers_sheet() {
    let (mut coordinator, mut toscana, _) = answered();
    let before = toscana.survey().clone();
    let plan = toscana.import(&[coordinator.export()], Decision::Theirs);
    assert_eq!(plan.files[0].fate, Fate::Beside(WhyBeside::Invited));
    assert_eq!(toscana.surveys[0], before);
    assert_eq!(toscana.surveys[1].sheets.len(), 3);
}

#[test]
fn whom_a_browser_was_invited_for_travels_in_a_backup_alone() {
    let (_, toscana, _) = answered();
    let at = rilievo::model::Timestamp::new("2026-11-23T12:00:00.000Z");
    let backup = rilievo::bundle::write_backup(&toscana.surveys, &at);
    let survey = rilievo::bundle::write(toscana.survey(), &at);
    for (text, invited) in [(backup, 1), (survey, 0)] {
        let read = rilievo::bundle::read_all(text.as_bytes())
            .unwrap()
            .remove(0);
        let file = "copia.json".into();
        let mut fresh = Browser::new("nuovo");
        fresh.import(&[rilievo::bundle::Arrival { file, read }], Decision::Mine);
        assert_eq!(fresh.survey().head.invited.len(), invited);
        assert_eq!(fresh.says("EC", "q3"), "Oracle");
    }
}

#[test]
fn a_sheet_alone_merges_like_a_response() {
    let (mut coordinator, _, _) = answered();
    let mut colleague = Browser::new("collega");
    colleague.import(&[coordinator.export()], Decision::Mine);
    colleague.second = 400;
    colleague.answer("1", "q3", "corretto");
    colleague.edit_head(|head| head.title = "altro titolo".into());
    coordinator.import(&[colleague.export_sheet("1")], Decision::Theirs);
    assert_eq!(coordinator.says("1", "q3"), "corretto");
    assert_eq!(coordinator.survey().head.title, "Indagine pilota");
}

#[test]
fn a_response_with_two_sheets_is_damaged() {
    let (mut coordinator, _, _) = answered();
    let mut file = coordinator.export();
    super::planning_world::received(&mut file).kind = rilievo::bundle::Kind::Response;
    let plan = coordinator.plan(&[file], &Decisions::default());
    match &plan.files[0].fate {
        Fate::Refused(refusal) => assert_eq!(refusal.code(), "damaged"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_answer_that_was_cleared_stays_cleared() {
    let (mut coordinator, mut toscana, _) = answered();
    coordinator.import(&[toscana.respond("EC")], Decision::Mine);
    let old = toscana.respond("EC");
    toscana.answer("EC", "q3", "");
    coordinator.import(&[toscana.respond("EC"), old], Decision::Theirs);
    let answers = &coordinator.sheet("EC").answers;
    assert_eq!(answers[&question("q3")].state, AnswerState::Blank);
}
