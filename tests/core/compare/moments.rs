//! Two moments of a survey: what changed, and who changed it.

use super::question;
use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::compare::{Changes, changes, in_common, in_words, looked_at};
use rilievo::analysis::{Clause, Counting, Population, Says, Selection, tally};
use rilievo::i18n::Locale;
use rilievo::model::{
    Answer, AnswerState, EffectiveState, LocalText, OptionId, PartnerId, SheetStatus, Value,
};

fn ids(partners: &[PartnerId]) -> String {
    let ids: Vec<_> = partners.iter().map(PartnerId::as_str).collect();
    ids.join(" ")
}

fn who(partners: &Option<Vec<PartnerId>>) -> Option<String> {
    partners.as_ref().map(|partners| ids(partners))
}

/// Who changed which answer from what to what.
fn told(changes: &Changes, before: &Scenario, after: &Scenario) -> Vec<[String; 4]> {
    let (before, after) = (before.population(), after.population());
    let line = changes.answers.iter().map(|c| {
        [
            c.partner.to_string(),
            c.question.to_string(),
            in_words(Locale::En, &before, c.before, &c.question),
            in_words(Locale::En, &after, c.after, &c.question),
        ]
    });
    line.collect()
}

#[test]
fn an_edit_of_the_example_is_told_with_what_follows_from_it() {
    let before = Scenario::example();
    let mut after = Scenario::example();
    after
        .partner("7")
        .answer("q15", "esterno")
        .comment("q1", "decides nothing");
    after.partner("9").answer("q20", "no");
    after.partner("8").becomes(SheetStatus::Returned);
    let changes = changes(&before.population(), &after.population());
    assert_eq!(
        told(&changes, &before, &after),
        [
            ["7", "q15", "internal", "internal, external"],
            [
                "7",
                "q16",
                "Off-condition · Società in House Capitale Lavoro spa",
                "Società in House Capitale Lavoro spa"
            ],
            ["9", "q20", "YES", "NO"],
            [
                "9",
                "q21",
                "InnovaPuglia S.p.A",
                "Off-condition · InnovaPuglia S.p.A"
            ],
        ]
    );
    let staff = changes
        .questions
        .iter()
        .find(|q| q.question.as_str() == "q15");
    let staff = staff.unwrap();
    assert!(staff.asked_alike);
    assert_eq!((staff.asked, staff.answered), ((9, 9), (8, 8)));
    let external = &staff.options[1];
    assert_eq!(external.key, OptionId::new("esterno").unwrap());
    assert_eq!(who(&external.before).unwrap(), "2 3 5 6 8 9");
    assert_eq!(who(&external.after).unwrap(), "2 3 5 6 7 8 9");
    assert_eq!(staff.options[0].before, staff.options[0].after);
    assert_eq!(ids(&changes.both), "EC 2 3 4 5 6 7 8 9");
    assert_eq!(changes.questions.len(), 23);
    assert!(changes.questions_before.is_empty() && changes.untold.is_empty());
}

#[test]
fn a_sheet_that_came_in_is_told_once() {
    let before = Scenario::example();
    let mut after = Scenario::example();
    after
        .partner("1")
        .becomes(SheetStatus::Draft)
        .answer("q1", "si")
        .submit();
    let there = changes(&before.population(), &after.population());
    assert_eq!(ids(&there.came), "1");
    assert!(there.went.is_empty() && there.answers.is_empty());
    let first = &there.questions[0];
    assert_eq!(who(&first.options[0].after).unwrap(), "1 2 3 4 6 7 8 9");
    assert_eq!((first.asked, first.answered), ((9, 10), (7, 8)));
    let missing = first
        .states
        .iter()
        .find(|s| s.key == EffectiveState::Missing);
    assert_eq!(who(&missing.unwrap().before).unwrap(), "1");
    assert_eq!(who(&missing.unwrap().after).unwrap(), "");
    let back = changes(&after.population(), &before.population());
    assert_eq!(
        (ids(&back.came), ids(&back.went)),
        (String::new(), "1".into())
    );
}

#[test]
fn what_stands_on_one_side_only_is_said() {
    let mut before = Scenario::of(museums());
    before.partner("civico").answer("entry", "offer").submit();
    before.partner("mare").answer("entry", "offer").submit();
    let mut head = museums();
    head.partners.remove(2);
    head.partners.push(museums().partners[2].clone());
    head.partners[4].id = PartnerId::new("aria").unwrap();
    let questions = &mut head.questionnaire.questions;
    questions.retain(|q| q.id != question("address"));
    questions[0].id = question("founded");
    let entry = questions
        .iter_mut()
        .find(|q| q.id == question("entry"))
        .unwrap();
    entry.options[2].id = OptionId::new("gift").unwrap();
    let mut after = Scenario::of(head);
    after.partner("civico").answer("entry", "gift").submit();
    let changes = changes(&before.population(), &after.population());
    assert_eq!(ids(&changes.bodies_before), "mare");
    assert_eq!(ids(&changes.bodies_after), "aria");
    assert_eq!(
        changes.questions_before,
        ["opened", "address"].map(question)
    );
    assert_eq!(changes.questions_after, [question("founded")]);
    let asked = changes
        .questions
        .iter()
        .find(|q| q.question == question("entry"));
    let asked = asked.unwrap();
    assert!(!asked.asked_alike);
    let counted: Vec<_> = asked
        .options
        .iter()
        .map(|o| (o.key.as_str(), who(&o.before), who(&o.after)))
        .collect();
    let nobody = || Some(String::new());
    assert_eq!(
        counted,
        [
            ("free", nobody(), nobody()),
            ("ticket", nobody(), nobody()),
            ("gift", None, Some("civico".into())),
            ("offer", Some("civico mare".into()), None),
        ]
    );
    assert_eq!(
        told(&changes, &before, &after),
        [["civico", "entry", "donation", "donation"]],
        "another option of the same name"
    );
}

#[test]
fn of_what_was_taken_out_nobody_can_tell_whether_it_changed() {
    let mut before = Scenario::of(museums());
    before
        .partner("civico")
        .answer("address", "https://example.org")
        .answer("entry", "free")
        .submit();
    let mut after = Scenario::with(before.survey.clone());
    let withheld = Answer::given(Value::Withheld(LocalText::new("it", "copia pubblica")));
    let sheet = &mut after.survey.sheets[0];
    sheet.answers.insert(question("address"), withheld);
    let told = changes(&before.population(), &after.population());
    assert!(told.answers.is_empty());
    assert_eq!(told.untold.len(), 1);
    after
        .partner("civico")
        .declare("address", AnswerState::Declined);
    let told = changes(&before.population(), &after.population());
    assert_eq!((told.answers.len(), told.untold.len()), (1, 0));
}

#[test]
fn what_is_written_beside_a_choice_is_part_of_the_answer() {
    let mut before = Scenario::of(museums());
    before
        .partner("civico")
        .answer("guides", "staff")
        .answer("guides", "company")
        .submit();
    let mut after = Scenario::with(before.survey.clone());
    let guides = after.survey.sheets[0].answers.get_mut(&question("guides"));
    if let Some(Value::Choices(chosen)) = &mut guides.unwrap().value {
        chosen.reverse();
    }
    let same = changes(&before.population(), &after.population());
    assert!(same.answers.is_empty(), "the order says nothing");
    after.partner("civico").qualify("guides", "company", "50%");
    let other = changes(&before.population(), &after.population());
    assert_eq!(other.answers.len(), 1);
}

#[test]
fn the_counts_of_each_side_are_those_of_its_own_results() {
    let before = Scenario::example();
    let after = Scenario::of(before.survey.head.clone());
    let changes = changes(&before.population(), &after.population());
    assert_eq!(ids(&changes.went), "EC 2 3 4 5 6 7 8 9");
    for change in &changes.questions {
        let asked = before.survey.head.questionnaire.question(&change.question);
        let (tally, _) = tally(&before.population(), asked.unwrap());
        assert_eq!(change.answered, (tally.answered(), 0));
        for (option, counted) in tally.options.iter().zip(&change.options) {
            let names = before.names(option.bodies()).join(" ");
            assert_eq!(who(&counted.before), Some(names));
        }
    }
}

#[test]
fn a_filter_decides_by_what_is_there_now() {
    let before = Scenario::example();
    let mut after = Scenario::example();
    after.partner("9").answer("q20", "no");
    let says_no = Selection {
        answers: vec![Clause {
            question: question("q20"),
            says: Says::Option(OptionId::new("no").unwrap()),
        }],
        ..Selection::default()
    };
    let later = Population::selected(&after.survey.head, &after.survey.sheets, &says_no);
    let head = looked_at(&before.survey.head, &later);
    let earlier = Population::new(&head, &before.survey.sheets, Counting::Received);
    let told = changes(&earlier, &later);
    assert_eq!(ids(&told.both), "EC 2 4 5 6 7 8 9");
    assert!(told.bodies_before.is_empty() && told.bodies_after.is_empty());
    let changed: Vec<_> = told.answers.iter().map(|c| c.partner.as_str()).collect();
    assert_eq!(changed, ["9", "9"], "what it said then is told");
}

#[test]
fn surveys_have_the_questions_in_common_that_they_ask_alike() {
    let example = Scenario::example().survey.head.questionnaire;
    assert_eq!(in_common(&example, &example), 23, "two are never asked");
    let museums = museums().questionnaire;
    assert_eq!(in_common(&example, &museums), 0);
    let mut other = museums.clone();
    other.questions[2].options.pop();
    other.questions[3].label = LocalText::new("it", "Chi guida");
    other.questions[4].id = question("inventory");
    assert_eq!(in_common(&museums, &other), 5);
}
