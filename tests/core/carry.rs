//! Answers taken over from an earlier survey of the same body.

use crate::scenario::Scenario;
use crate::scenario::forms::{forms, museums};
use rilievo::analysis::carry::{Proposal, proposals, same_body, take_over};
use rilievo::model::{
    About, Answer, AnswerState, LocalText, Partner, PartnerId, QuestionKind, Sheet, Survey, Value,
};

fn sheet<'s>(survey: &'s Survey, partner: &str) -> &'s Sheet {
    survey.sheet(&PartnerId::new(partner).unwrap()).unwrap()
}

fn proposed(earlier: &Scenario, now: &Scenario, partner: &str) -> Vec<Proposal> {
    let (before, after) = (&earlier.survey, &now.survey);
    proposals(
        &before.head.questionnaire,
        sheet(before, partner),
        &after.head.questionnaire,
        sheet(after, partner),
    )
}

/// What is proposed, by question, and whether it fills a blank.
#[track_caller]
fn check(proposed: &[Proposal], expected: &[(&str, bool)]) {
    let found: Vec<_> = proposed
        .iter()
        .map(|proposal| match &proposal.about {
            About::Question(id) => (id.as_str(), proposal.fills_blank),
            About::Contact(id) => (id.as_str(), proposal.fills_blank),
            About::Sheet => panic!("a sheet is not taken over as a whole"),
        })
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn what_differs_is_proposed_in_the_order_of_the_questions() {
    for form in forms() {
        let [body, ..] = form.bodies;
        let (mut earlier, mut now) = (form.blank(), form.blank());
        let (list, term, synonym) = form.list;
        let (multiple, [one, two, _]) = form.multiple;
        earlier
            .partner(body)
            .answer(list, term)
            .answer(multiple, one)
            .answer(form.parent, form.opens);
        now.partner(body)
            .answer(list, synonym)
            .answer(form.parent, form.opens);
        let order = &now.survey.head.questionnaire.questions;
        let place = |id: &str| order.iter().position(|q| q.id.as_str() == id);
        let mut expected = vec![(list, false), (multiple, true)];
        expected.sort_by_key(|(id, _)| place(id));
        check(&proposed(&earlier, &now, body), &expected);
        // The same answer written in another order is another answer.
        now.partner(body).answer(multiple, two);
        assert!(
            proposed(&earlier, &now, body)
                .iter()
                .all(|p| !p.fills_blank)
        );
    }
}

#[test]
fn a_taken_answer_brings_its_comment_and_evidence_and_is_proposed_no_more() {
    let (mut earlier, mut now) = (Scenario::of(museums()), Scenario::of(museums()));
    earlier
        .partner("civico")
        .answer("software", "Samira")
        .comment("software", "dal 2019");
    let id = now.survey.head.questionnaire.questions.iter();
    let id = { id }
        .find(|q| q.kind == QuestionKind::List)
        .unwrap()
        .id
        .clone();
    let body = PartnerId::new("civico").unwrap();
    let then = earlier.survey.sheets.iter_mut().find(|s| s.partner == body);
    let then = then.unwrap().answers.get_mut(&id).unwrap();
    then.evidence = "delibera 12".into();
    then.note = LocalText::new("it", "letto sulla carta");

    let all = proposed(&earlier, &now, "civico");
    check(&all, &[("software", true)]);
    let stamp = now.stamp();
    let sheet = now.survey.sheets.iter_mut().find(|s| s.partner == body);
    let sheet = sheet.unwrap();
    assert!(sheet.edit(&id, &stamp, |answer| take_over(answer, &all[0].then)));
    let taken = &sheet.answers[&id];
    assert_eq!(
        (taken.text(), taken.comment.as_str()),
        ("Samira", "dal 2019")
    );
    assert_eq!(taken.evidence, "delibera 12");
    assert!(
        taken.note.is_empty(),
        "a note on paper stays with its sheet"
    );
    assert_eq!(
        taken.revision.edits_by(&stamp.by),
        1,
        "an edit like any other"
    );
    check(&proposed(&earlier, &now, "civico"), &[]);
}

#[test]
fn a_declared_state_is_taken_over_and_what_says_nothing_is_not() {
    let (mut earlier, mut now) = (Scenario::of(museums()), Scenario::of(museums()));
    earlier
        .partner("civico")
        .declare("software", AnswerState::Unknown)
        .answer("catalogue", "yes")
        .declare("catalogue", AnswerState::Unclear);
    check(&proposed(&earlier, &now, "civico"), &[("software", true)]);
    // A comment alone is something that would be overwritten.
    now.partner("civico").comment("software", "da verificare");
    check(&proposed(&earlier, &now, "civico"), &[("software", false)]);
    let withheld = Answer::given(Value::Withheld(LocalText::new("it", "tolto")));
    let sheet = &mut earlier.survey.sheets[0];
    for (_, answer) in &mut sheet.answers {
        *answer = withheld.clone();
    }
    check(&proposed(&earlier, &now, "civico"), &[]);
}

#[test]
fn what_does_not_fit_the_question_of_now_is_not_proposed() {
    let mut earlier = Scenario::of(museums());
    earlier
        .partner("civico")
        .answer("catalogue", "yes")
        .answer("software", "Samira")
        .answer("guides", "staff")
        .answer("guides", "company");
    let change = |change: &dyn Fn(&mut rilievo::model::Question), id: &str| {
        let mut head = museums();
        let questions = head.questionnaire.questions.iter_mut();
        change({ questions }.find(|q| q.id.as_str() == id).unwrap());
        let sheets = head.partners.iter().map(|p| Sheet::expected(p.id.clone()));
        let (sheets, head) = (sheets.collect::<Vec<_>>(), head.clone());
        let sheet = sheets[0].clone();
        let before = &earlier.survey.head.questionnaire;
        proposals(
            before,
            &earlier.survey.sheets[0],
            &head.questionnaire,
            &sheet,
        )
    };
    let ids = |all: &[Proposal]| -> Vec<String> {
        let id = |p: &Proposal| match &p.about {
            About::Question(id) => id.to_string(),
            other => panic!("{other:?}"),
        };
        all.iter().map(id).collect()
    };
    let all = change(&|_| {}, "guides");
    assert_eq!(ids(&all).len(), 3);
    assert!(all.iter().all(|p| p.asked_then.is_none()));
    // A choice that there is no more.
    let gone = change(
        &|q| q.options.retain(|o| o.id.as_str() != "company"),
        "guides",
    );
    assert!(!ids(&gone).contains(&"guides".into()));
    // Two choices where one is asked.
    let single = change(&|q| q.kind = QuestionKind::Single, "guides");
    assert!(!ids(&single).contains(&"guides".into()));
    // Words where a number is asked; words where other words are asked.
    let number = change(&|q| q.kind = QuestionKind::Number, "software");
    assert!(!ids(&number).contains(&"software".into()));
    let text = change(&|q| q.kind = QuestionKind::Text, "software");
    assert!(ids(&text).contains(&"software".into()));
    // The same question in other words: both are shown.
    let words = change(&|q| q.label = LocalText::new("it", "Programmi"), "software");
    let asked: Vec<_> = words.iter().filter_map(|p| p.asked_then.as_ref()).collect();
    assert_eq!(asked.len(), 1);
    assert_ne!(asked[0].get("it"), "Programmi");
    // Another id is another question.
    let renamed = change(
        &|q| q.id = rilievo::model::QuestionId::new("programs").unwrap(),
        "software",
    );
    assert!(!ids(&renamed).contains(&"software".into()));
}

#[test]
fn a_body_is_known_by_its_ipa_code_else_its_name_else_its_id() {
    let head = museums();
    let body = |id: &str, name: &str, ipa: &str| Partner {
        id: PartnerId::new(id).unwrap(),
        name: name.into(),
        ipa_code: ipa.into(),
        ..head.partners[0].clone()
    };
    let mut earlier = museums();
    earlier.partners = vec![
        body("1", "Comune di Uno", "c_001"),
        body("2", "Comune di Due", ""),
        body("3", "Comune di Tre", "c_003"),
    ];
    let found = |id: &str, name: &str, ipa: &str| {
        let found = same_body(&earlier, &body(id, name, ipa));
        found.map(|partner| partner.id.to_string())
    };
    assert_eq!(found("9", "Altro nome", "C_001").as_deref(), Some("1"));
    assert_eq!(found("1", "COMUNE di  due", "").as_deref(), Some("2"));
    assert_eq!(found("3", "Nome nuovo", "").as_deref(), Some("3"));
    assert_eq!(
        found("1", "Comune di Quattro", "c_004"),
        None,
        "another body"
    );
    assert_eq!(found("7", "Comune di Sette", ""), None);
    assert_eq!(found("7", "", ""), None);
}
