//! Answers to an older questionnaire, and surveys with another one.

use super::planning_world::{Browser, merged};
use super::{question, sound};
use rilievo::bundle::{Becomes, Decision, Decisions, Fate, FormChange, FormItem, Record};
use rilievo::model::{LocalText, OptionId, QuestionKind, Sheet, validate};
use std::slice::from_ref;

fn part(name: &str) -> Record {
    Record::Part(name.into())
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
fn a_new_invitation_asks_the_officer_which_questionnaire_stands() {
    let (mut coordinator, mut officer) = reworked();
    let file = coordinator.invite("EC");
    let old = officer.survey().head.questionnaire.clone();
    let mut decisions = Decisions::default();
    let plan = officer.plan(from_ref(&file), &decisions);
    assert_eq!(plan.open(), 1);
    decisions.settle_form(0, Some(Decision::Mine));
    let plan = officer.plan(from_ref(&file), &decisions);
    assert_eq!(plan.open(), 0);
    let mut stays = officer.clone();
    stays.take(&plan);
    assert_eq!(stays.survey().head.questionnaire, old);
    // Decided once, the same invitation is no question again.
    let plan = stays.plan(from_ref(&file), &Decisions::default());
    assert_eq!(plan.open(), 0);
    assert!(matches!(plan.files[0].fate, Fate::Known { .. }));
    decisions.settle_form(0, Some(Decision::Theirs));
    let plan = officer.plan(&[file], &decisions);
    officer.take(&plan);
    let new = &officer.survey().head.questionnaire;
    assert_eq!(*new, coordinator.survey().head.questionnaire);
    assert_eq!(officer.sheet("EC").remarks.len(), 3);
    assert_eq!(validate(officer.survey()), []);
}
