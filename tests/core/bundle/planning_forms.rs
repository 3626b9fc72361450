//! Two coordinators, and answers to an older questionnaire.

use super::planning_world::{Browser, merged};
use super::{question, sound};
use rilievo::bundle::{
    Becomes, ChangeKind, Decision, Decisions, Fate, FormChange, FormItem, Record,
};
use rilievo::model::{
    Citation, CodebookEntry, Conclusion, ConclusionId, Extra, LocalText, OptionId, Partner,
    PartnerId, QuestionKind, Raw, Remark, RemarkId, RemarkState, Revision, Sheet, Survey, TermId,
    Timestamp, validate,
};
use std::slice::from_ref;

pub fn remark(id: &str, text: &str) -> Remark {
    Remark {
        id: RemarkId::new(id).unwrap(),
        question: None,
        contact: None,
        author: "Coordinamento".into(),
        text: text.into(),
        at: Some(Timestamp::new("2026-11-23T10:05:00.000Z")),
        state: RemarkState::Open,
        answer: None,
        replies: Vec::new(),
        revision: Revision::default(),
        extra: Extra::new(),
    }
}

/// Two coordinators with the same survey.
fn two() -> (Browser, Browser) {
    let mut one = Browser::with("una", sound());
    let mut other = Browser::new("altra");
    other.import(&[one.export()], Decision::Mine);
    assert_eq!(one.surveys, other.surveys);
    other.second = 100;
    (one, other)
}

fn part(name: &str) -> Record {
    Record::Part(name.into())
}

fn records(merge: &rilievo::bundle::Merge) -> Vec<&Record> {
    merge.changes.iter().map(|change| &change.record).collect()
}

#[test]
fn parts_of_the_head_that_two_coordinators_changed_come_together() {
    let (mut one, mut other) = two();
    one.edit_head(|head| head.title = "Titolo nuovo".into());
    one.edit_head(|head| head.document.cup = "B81C26000010001".into());
    other.edit_head(|head| head.document.project = "Pilota due".into());
    other.edit_head(|head| head.notes.push(LocalText::new("it", "nota")));
    other.edit_head(|head| head.codebook[0].synonyms.push("ORA".into()));
    other.edit_head(|head| {
        let readings = head.questionnaire.questions[0].readings.as_mut().unwrap();
        readings.off = true;
    });
    other.edit_head(|head| {
        head.extra.insert("domani".into(), "nuovo".into());
    });
    let plan = one.import(&[other.export()], Decision::Mine);
    let merge = merged(&plan, 0);
    assert_eq!(merge.conflicts, []);
    assert_eq!(merge.form, None);
    let id = one.survey().head.codebook[0].id.clone();
    let codebook = part(&format!("codebook/{id}"));
    let expected = [
        &codebook,
        &part("document.project"),
        &part("extra.domani"),
        &part("notes"),
        &part("readings/q1"),
    ];
    assert_eq!(records(merge), expected);
    let head = &one.survey().head;
    assert_eq!(head.title, "Titolo nuovo");
    assert_eq!(head.document.cup, "B81C26000010001");
    assert_eq!(head.document.project, "Pilota due");
    assert_eq!(head.extra["domani"], "nuovo");
    other.import(&[one.export()], Decision::Mine);
    assert_eq!(one.surveys, other.surveys);
    let plan = one.import(&[other.export()], Decision::Mine);
    assert_eq!(plan.files[0].fate, Fate::Known { newer: false });
}

#[test]
fn one_line_of_the_document_changed_on_both_sides_is_asked_about() {
    let (mut one, mut other) = two();
    one.edit_head(|head| head.document.cup = "uno".into());
    other.edit_head(|head| head.document.cup = "due".into());
    let plan = one.import(&[other.export()], Decision::Theirs);
    let [conflict] = &merged(&plan, 0).conflicts[..] else {
        panic!("{:?}", merged(&plan, 0).conflicts);
    };
    assert_eq!(conflict.record, part("document.cup"));
    assert!(!conflict.may_keep_both());
    assert_eq!(one.survey().head.document.cup, "due");
    other.import(&[one.export()], Decision::Mine);
    assert_eq!(one.surveys, other.surveys);
}

#[test]
fn a_line_that_was_emptied_stays_empty() {
    let (mut one, mut other) = two();
    one.edit_head(|head| head.document.project.clear());
    let plan = one.import(&[other.export()], Decision::Theirs);
    assert_eq!(plan.files[0].fate, Fate::Known { newer: true });
    assert_eq!(one.survey().head.document.project, "");
    other.import(&[one.export()], Decision::Mine);
    assert_eq!(one.surveys, other.surveys);
}

#[test]
fn conclusions_and_terms_of_both_come_together() {
    let (mut one, mut other) = two();
    let conclusion = |id: &str, text: &str| Conclusion {
        id: ConclusionId::new(id).unwrap(),
        dimension: None,
        text: text.into(),
        cites: vec![Citation {
            finding: "q1/si".into(),
            seen: "2 enti".into(),
            extra: Extra::new(),
        }],
        revision: Revision::default(),
        extra: Extra::new(),
    };
    one.edit_head(|head| head.conclusions = Raw::new(&vec![conclusion("c1", "una")]));
    other.edit_head(|head| head.conclusions = Raw::new(&vec![conclusion("c2", "altra")]));
    let entry = |id: &str| CodebookEntry {
        id: TermId::new(id).unwrap(),
        term: id.into(),
        questions: vec![question("q3")],
        synonyms: Vec::new(),
        ignored: false,
        revision: Revision::default(),
        extra: Extra::new(),
    };
    one.edit_head(|head| head.codebook.push(entry("z")));
    other.edit_head(|head| head.codebook.push(entry("a")));
    let (mine, theirs) = (one.export(), other.export());
    one.import(&[theirs], Decision::Mine);
    other.import(&[mine], Decision::Mine);
    assert_eq!(one.surveys, other.surveys);
    let all = one.survey().head.conclusions.read().unwrap();
    let texts: Vec<_> = all.iter().map(|c| c.text.as_str()).collect();
    assert_eq!(texts, ["una", "altra"]);
    assert_eq!(all[0].revision.n, 1);
    // The same conclusion, written anew on both sides.
    one.edit_head(|head| {
        let mut all = head.conclusions.read().unwrap();
        all[0].text = "di una".into();
        head.conclusions = Raw::new(&all);
    });
    other.edit_head(|head| {
        let mut all = head.conclusions.read().unwrap();
        all[0].text = "di altra".into();
        head.conclusions = Raw::new(&all);
    });
    let plan = one.import(&[other.export()], Decision::Mine);
    assert_eq!(merged(&plan, 0).conflicts[0].record, part("conclusions/c1"));
}

fn named(id: &str) -> Partner {
    Partner {
        id: PartnerId::new(id).unwrap(),
        code: id.into(),
        name: format!("Ente {id}"),
        ..sound().head.partners[0].clone()
    }
}

fn add(browser: &mut Browser, at: usize, id: &str) {
    browser.surveys[0].head.partners.insert(at, named(id));
    let sheet = Sheet::expected(PartnerId::new(id).unwrap());
    browser.surveys[0].sheets.insert(at, sheet);
}

fn ids(survey: &Survey) -> Vec<&str> {
    let partners: Vec<_> = survey.head.partners.iter().map(|p| p.id.as_str()).collect();
    let sheets: Vec<_> = survey.sheets.iter().map(|s| s.partner.as_str()).collect();
    assert_eq!(partners, sheets);
    partners
}

#[test]
fn bodies_that_were_added_on_both_sides_stand_where_they_were_put() {
    let (mut one, mut other) = two();
    add(&mut one, 1, "b");
    add(&mut other, 1, "a");
    add(&mut other, 4, "z");
    let (mine, theirs) = (one.export(), other.export());
    let plan = one.import(&[theirs], Decision::Mine);
    other.import(&[mine], Decision::Mine);
    assert_eq!(ids(one.survey()), ["EC", "a", "b", "1", "2", "z"]);
    assert_eq!(one.surveys, other.surveys);
    assert_eq!(merged(&plan, 0).conflicts, []);
    let added = merged(&plan, 0).changes.iter();
    let added = added.filter(|c| matches!(c.record, Record::Partner(_)));
    assert!(added.clone().all(|c| c.kind == ChangeKind::New));
    assert_eq!(added.count(), 2);
}

#[test]
fn the_order_of_the_bodies_follows_the_later_and_is_asked_about_when_both_changed_it() {
    let (mut one, mut other) = two();
    let turn = |browser: &mut Browser, a, b| {
        browser.edit_head(|head| head.partners.swap(a, b));
        browser.surveys[0].sheets.swap(a, b);
    };
    turn(&mut other, 0, 1);
    let plan = one.import(&[other.export()], Decision::Mine);
    assert_eq!(records(merged(&plan, 0)), [&part("order/partners")]);
    assert_eq!(ids(one.survey()), ["1", "EC", "2"]);
    turn(&mut one, 0, 2);
    turn(&mut other, 1, 2);
    let plan = one.import(&[other.export()], Decision::Theirs);
    assert_eq!(merged(&plan, 0).conflicts[0].record, part("order/partners"));
    assert_eq!(ids(one.survey()), ["1", "2", "EC"]);
    other.import(&[one.export()], Decision::Mine);
    assert_eq!(one.surveys, other.surveys);
}

#[test]
fn a_remark_that_one_side_settled_and_the_other_opened_again_is_open() {
    let (mut one, _) = two();
    one.change(|sheet, _| sheet.remarks.push(remark("r1", "Perché?")), "EC");
    let mut other = Browser::new("altra");
    other.import(&[one.export()], Decision::Mine);
    other.second = 100;
    let reply = |id: &str| rilievo::model::Reply {
        id: rilievo::model::ReplyId::new(id).unwrap(),
        author: "Ente".into(),
        text: id.into(),
        at: None,
        extra: Extra::new(),
    };
    one.change(
        |sheet, stamp| {
            sheet.remarks[0].state = RemarkState::Resolved;
            sheet.remarks[0].replies.push(reply("x"));
            sheet.remarks[0].revision.bump(stamp);
        },
        "EC",
    );
    let resolved = one.export();
    other.import(from_ref(&resolved), Decision::Mine);
    assert_eq!(other.sheet("EC").remarks[0].state, RemarkState::Resolved);
    other.change(
        |sheet, stamp| {
            sheet.remarks[0].state = RemarkState::Open;
            sheet.remarks[0].replies.push(reply("y"));
            sheet.remarks[0].revision.bump(stamp);
        },
        "EC",
    );
    one.change(
        |sheet, stamp| {
            sheet.remarks[0].replies.push(reply("z"));
            sheet.remarks[0].revision.bump(stamp);
        },
        "EC",
    );
    let (mine, theirs) = (one.export(), other.export());
    let plan = one.import(&[theirs], Decision::Mine);
    other.import(&[mine, resolved], Decision::Mine);
    assert_eq!(merged(&plan, 0).conflicts, []);
    assert_eq!(one.surveys, other.surveys);
    let remark = &one.sheet("EC").remarks[0];
    assert_eq!(remark.state, RemarkState::Open);
    let replies: Vec<_> = remark.replies.iter().map(|r| r.text.as_str()).collect();
    assert_eq!(replies, ["x", "y", "z"]);
}

/// An officer with the questionnaire as it was, who has answered; and the
/// coordinator, who has changed it since: q3 is gone, q2 has lost an option,
/// q4 is a number now, q1 has another wording, and there is a new question.
fn reworked() -> (Browser, Browser) {
    let mut survey = sound();
    for sheet in &mut survey.sheets {
        *sheet = Sheet::expected(sheet.partner.clone());
    }
    let mut coordinator = Browser::with("coordinamento", survey);
    let mut officer = Browser::new("toscana");
    officer.import(&[coordinator.invite("EC")], Decision::Mine);
    officer.second = 100;
    officer.answer("EC", "q3", "Oracle");
    officer.answer("EC", "q4", "tre server");
    officer.change(
        |sheet, stamp| {
            let tick = |sheet: &mut Sheet, q: &str, option: &str| {
                let option = OptionId::new(option).unwrap();
                sheet.edit(&question(q), stamp, |answer| {
                    answer.tick(&option, true, false, std::iter::once(&option));
                });
            };
            tick(sheet, "q1", "si");
            tick(sheet, "q2", "esterno");
        },
        "EC",
    );
    coordinator.second = 300;
    coordinator.edit_head(|head| {
        for entry in &mut head.codebook {
            entry.questions.retain(|id| id.as_str() != "q3");
        }
        let questions = &mut head.questionnaire.questions;
        let mut fresh = questions[0].clone();
        fresh.id = question("q99");
        fresh.readings = None;
        questions.push(fresh);
        questions.retain(|q| q.id.as_str() != "q3");
        for q in questions {
            match q.id.as_str() {
                "q1" => q.label = LocalText::new("it", "Esiste un ufficio ICT?"),
                "q2" => {
                    q.options.pop();
                    q.readings = None;
                }
                "q4" => q.kind = QuestionKind::Number,
                _ => {}
            }
        }
    });
    (coordinator, officer)
}

#[test]
fn answers_to_an_older_questionnaire_stay_or_become_remarks() {
    let (mut coordinator, mut officer) = reworked();
    assert_eq!(validate(coordinator.survey()), []);
    let form = coordinator.survey().head.questionnaire.clone();
    let file = officer.respond("EC");
    let plan = coordinator.import(from_ref(&file), Decision::Theirs);
    let merge = merged(&plan, 0);
    let diff = merge.form.as_ref().unwrap();
    assert!(!diff.asked, "mine stands");
    let item = |id: &str| FormItem::Question(question(id));
    let has = |found: &dyn Fn(&FormChange) -> bool| diff.changes.iter().any(found);
    // What theirs has and mine has not is what was taken out since.
    assert!(has(
        &|c| matches!(c, FormChange::Added(i, _) if *i == item("q3"))
    ));
    assert!(has(
        &|c| matches!(c, FormChange::Removed(i, _) if *i == item("q99"))
    ));
    assert!(has(
        &|c| matches!(c, FormChange::Reworded(i, ..) if *i == item("q1"))
    ));
    assert!(has(
        &|c| matches!(c, FormChange::Kind(q, _) if *q == question("q4"))
    ));
    assert!(has(&|c| matches!(c,
        FormChange::Options { question: q, added, .. } if *q == question("q2") && added.len() == 1)));
    let becomes: Vec<_> = diff
        .answers
        .iter()
        .map(|a| (a.question.as_str(), a.with_mine))
        .collect();
    let expected = [
        ("q1", Becomes::Stays),
        ("q2", Becomes::Remark),
        ("q4", Becomes::Remark),
        ("q3", Becomes::Remark),
    ];
    assert_eq!(becomes, expected);
    assert_eq!(merge.unfit.len(), 3);
    assert_eq!(coordinator.survey().head.questionnaire, form);
    let sheet = coordinator.sheet("EC");
    assert_eq!(
        sheet.answers.keys().map(|q| q.as_str()).collect::<Vec<_>>(),
        ["q1"]
    );
    let mut kept: Vec<_> = sheet
        .remarks
        .iter()
        .map(|r| {
            (
                r.question.as_ref().unwrap().as_str(),
                r.answer.clone().unwrap(),
            )
        })
        .collect();
    kept.sort_by_key(|(q, _)| *q);
    assert_eq!(
        kept.iter().map(|(q, _)| *q).collect::<Vec<_>>(),
        ["q2", "q3", "q4"]
    );
    assert_eq!(kept[1].1.text(), "Oracle");
    assert_eq!(validate(coordinator.survey()), []);
    // The same file again makes the same remarks once.
    let before = coordinator.survey().clone();
    let plan = coordinator.import(&[file], Decision::Theirs);
    assert!(
        matches!(plan.files[0].fate, Fate::Known { .. }),
        "{:?}",
        plan.files[0].fate
    );
    assert_eq!(coordinator.survey(), &before);
}

#[test]
fn another_questionnaire_is_never_taken_without_a_question() {
    for decision in [Decision::Mine, Decision::Theirs] {
        let (mut coordinator, mut officer) = reworked();
        // A colleague with the questionnaire as it was, and the answers to it.
        let mut colleague = Browser::with("collega", sound());
        for sheet in &mut colleague.surveys[0].sheets {
            *sheet = Sheet::expected(sheet.partner.clone());
        }
        colleague.import(&[officer.respond("EC")], Decision::Mine);
        colleague.second = 500;
        let file = coordinator.export();
        let plan = colleague.plan(from_ref(&file), &Decisions::default());
        let form = merged(&plan, 0).form.as_ref().unwrap();
        assert!(form.asked);
        assert_eq!(plan.open(), 1);
        let becomes: Vec<_> = form
            .answers
            .iter()
            .map(|a| (a.question.as_str(), a.with_theirs))
            .collect();
        let expected = [
            ("q1", Becomes::Stays),
            ("q2", Becomes::Remark),
            ("q3", Becomes::Remark),
            ("q4", Becomes::Remark),
        ];
        assert_eq!(becomes, expected);
        let plan = colleague.import(from_ref(&file), decision);
        assert_eq!(validate(colleague.survey()), []);
        let (questions, remarks) = match decision {
            Decision::Theirs => (&coordinator.survey().head.questionnaire, 3),
            _ => (&sound().head.questionnaire, 0),
        };
        let ids = |form: &rilievo::model::Questionnaire| -> Vec<_> {
            form.questions.iter().map(|q| q.id.clone()).collect()
        };
        let stands = &colleague.survey().head.questionnaire;
        assert_eq!(ids(stands), ids(questions));
        assert_eq!(colleague.sheet("EC").remarks.len(), remarks);
        let unfit = &merged(&plan, 0).unfit;
        let answers = unfit.iter().filter(|r| matches!(r, Record::Answer(..)));
        assert_eq!(answers.count(), remarks);
        // A reading that looks at an option which is gone goes with it.
        let readings = unfit.contains(&part("readings/q2"));
        assert_eq!(readings, decision == Decision::Theirs);
        let plan = colleague.import(&[file], Decision::Theirs);
        assert!(
            matches!(plan.files[0].fate, Fate::Known { .. }),
            "{:?}",
            plan.files[0].fate
        );
    }
}

#[test]
fn a_new_invitation_leaves_the_questionnaire_unless_the_officer_wants_the_new_one() {
    let (mut coordinator, mut officer) = reworked();
    let file = coordinator.invite("EC");
    let old = officer.survey().head.questionnaire.clone();
    let mut decisions = Decisions::default();
    let plan = officer.plan(from_ref(&file), &decisions);
    assert_eq!(plan.open(), 0);
    let mut stays = officer.clone();
    stays.take(&plan);
    assert_eq!(stays.survey().head.questionnaire, old);
    decisions.settle_form(0, Some(Decision::Theirs));
    let plan = officer.plan(&[file], &decisions);
    officer.take(&plan);
    let new = &officer.survey().head.questionnaire;
    assert_eq!(*new, coordinator.survey().head.questionnaire);
    assert_eq!(officer.sheet("EC").remarks.len(), 3);
    assert_eq!(validate(officer.survey()), []);
}
