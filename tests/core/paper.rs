//! A sheet on paper, held against the sheets as they came: every question and
//! every contact in the printed order, with what stands beside it.

use crate::laws::any::any_survey;
use crate::scenario::{Scenario, forms::museums};
use proptest::prelude::*;
use rilievo::analysis::paper::{Line, Paper, paper};
use rilievo::i18n::Locale;
use rilievo::model::{AnswerState, EffectiveState, Sheet, SheetStatus};
use serde_json::Value;

/// What was transcribed from the sheets, before any of it became a bundle.
const TRANSCRIBED: &str = include_str!("../../xtask/data/payflowpa-survey.json");

/// The nine bodies that sent a sheet.
const NINE: [&str; 9] = ["EC", "2", "3", "4", "5", "6", "7", "8", "9"];

#[track_caller]
fn printed(s: &Scenario, t: Locale, partner: &str, contacts: bool) -> Paper {
    let mut sheets = s.survey.sheets.iter();
    let sheet = sheets.find(|sheet| sheet.partner.as_str() == partner);
    let sheet = sheet.unwrap_or_else(|| panic!("no sheet of {partner}"));
    paper(t, &s.survey.head.questionnaire, sheet, contacts)
}

fn lines(paper: &Paper) -> Vec<&Line> {
    paper.sections.iter().flat_map(|s| &s.lines).collect()
}

#[track_caller]
fn line<'p>(paper: &'p Paper, id: &str) -> &'p Line {
    let found = lines(paper).into_iter().find(|line| line.id == id);
    found.unwrap_or_else(|| panic!("no line {id}"))
}

/// The boxes as they look: `[X] interno 50% [ ] esterno`.
fn boxes(line: &Line) -> String {
    let boxes = line.ticks.iter().map(|tick| {
        let mark = if tick.on { "[X]" } else { "[ ]" };
        format!("{mark} {} {}", tick.label, tick.qualifier)
            .trim_end()
            .to_owned()
    });
    boxes.collect::<Vec<_>>().join(" ")
}

#[test]
fn each_of_the_nine_sheets_has_the_rows_of_the_original() {
    let s = Scenario::example();
    let facts: Value = serde_json::from_str(TRANSCRIBED).expect("the facts can be read");
    let asked = facts["questions"].as_array().expect("questions");
    let asked: Vec<&Value> = asked.iter().filter(|q| q["on_sheet"] != false).collect();
    let fields = facts["contacts"].as_array().expect("contacts");
    assert_eq!((asked.len(), fields.len()), (23, 2));
    for partner in NINE {
        let paper = printed(&s, Locale::It, partner, true);
        let rows = lines(&paper);
        let heads = rows.iter().map(|l| (l.number.clone(), l.label.as_str()));
        let questions = asked
            .iter()
            .map(|q| (q["number"].to_string(), q["label"]["it"].as_str().unwrap()));
        let contacts = fields
            .iter()
            .map(|c| (String::new(), c["label"]["it"].as_str().unwrap()));
        let original: Vec<_> = questions.chain(contacts).collect();
        assert_eq!(heads.collect::<Vec<_>>(), original, "{partner}");
        let sheet = &facts["sheets"][partner];
        for (question, row) in asked.iter().zip(&rows) {
            let number = question["number"].to_string();
            let fact = &sheet["answers"][&number];
            let at = format!("{partner}, question {number}");
            assert_eq!(boxes(row), boxes_of(question, fact), "{at}");
            assert_eq!(row.text, fact["text"].as_str().unwrap_or(""), "{at}");
            says_its_state(row, fact, &at);
            let comment = fact["comment"].as_str();
            let comment = comment.map(|text| format!("Commento: {text}"));
            assert!(comment.is_none_or(|c| row.notes.contains(&c)), "{at}");
            let noted = row.notes.iter().any(|n| n.starts_with("Nota di chi"));
            assert_eq!(noted, fact["note"].is_string(), "{at}");
        }
        for (field, row) in fields.iter().zip(&rows[23..]) {
            let id = field["id"].as_str().unwrap();
            let (fact, at) = (&sheet["contacts"][id], format!("{partner}, contact {id}"));
            match fact["withheld"].as_str() {
                // The survey says in both languages why it is left out.
                Some(_) => assert!(row.text.contains("casella personale"), "{at}: {}", row.text),
                None => assert_eq!(row.text, fact["text"].as_str().unwrap_or(""), "{at}"),
            }
            says_its_state(row, fact, &at);
        }
    }
}

/// The boxes of a question as the sheet has them: all options, with a cross at
/// those that were chosen.
fn boxes_of(question: &Value, fact: &Value) -> String {
    let none = Vec::new();
    let options = question["options"].as_array().unwrap_or(&none);
    let chosen = fact["choices"].as_array().unwrap_or(&none);
    let boxes = options.iter().map(|option| {
        let label = option["label"]["it"].as_str().unwrap();
        let mark = if chosen.contains(&option["id"]) {
            "[X]"
        } else {
            "[ ]"
        };
        let beside = &fact["qualifiers"][option["id"].as_str().unwrap()];
        let beside = beside.as_str().unwrap_or("");
        format!("{mark} {label} {beside}").trim_end().to_owned()
    });
    boxes.collect::<Vec<_>>().join(" ")
}

/// Blank, unknown and "no" never look alike.
#[track_caller]
fn says_its_state(row: &Line, fact: &Value, at: &str) {
    let said = match (row.state, fact["state"].as_str().unwrap_or("blank")) {
        (EffectiveState::NotAsked, "blank") => {
            assert!(
                row.said.starts_with("Non richiesta, per la risposta"),
                "{at}"
            );
            return;
        }
        (EffectiveState::OffCondition, "given") => {
            assert!(row.said.starts_with("Risposta fuori condizione"), "{at}");
            return;
        }
        (_, "given") => "",
        (_, "blank") => "Nessuna risposta",
        (_, "unknown") => "Non so",
        (_, "unclear") => "Non leggibile",
        (_, "not_applicable") => "Non applicabile",
        (_, other) => panic!("{at}: {other}"),
    };
    assert_eq!(row.said, said, "{at}");
}

#[test]
fn the_one_answer_that_was_not_asked_for_stands_there_and_says_so() {
    let s = Scenario::example();
    for partner in NINE {
        let paper = printed(&s, Locale::It, partner, true);
        let off = lines(&paper)
            .into_iter()
            .filter(|line| line.state == EffectiveState::OffCondition)
            .map(|line| (line.number.as_str(), line.text.as_str()));
        let expected: &[_] = match partner {
            "7" => &[("16", "Società in House Capitale Lavoro spa")],
            _ => &[],
        };
        assert_eq!(off.collect::<Vec<_>>(), expected, "{partner}");
    }
    let paper = printed(&s, Locale::En, "7", true);
    assert_eq!(
        line(&paper, "q16").said,
        "Off-condition answer: question 15 did not call for it. It is kept and counts nowhere."
    );
}

#[test]
fn contacts_can_be_left_out() {
    let s = Scenario::example();
    let (with, without) = (
        printed(&s, Locale::It, "2", true),
        printed(&s, Locale::It, "2", false),
    );
    let titles = |paper: &Paper| paper.sections.iter().map(|s| s.title.clone()).collect();
    let titles: [Vec<String>; 2] = [titles(&with), titles(&without)];
    assert_eq!(titles[0].len(), 6);
    assert_eq!(titles[0][..5], titles[1]);
    assert_eq!(titles[0][0], "A · Indagine della gestione dei servizi ICT");
    assert_eq!(titles[0][5], "Contatti");
    assert_eq!((lines(&with).len(), lines(&without).len()), (25, 23));
}

#[test]
fn a_sheet_on_which_nothing_stands_is_a_form_for_the_pen() {
    let mut s = Scenario::of(museums());
    let blank = printed(&s, Locale::It, "civico", true);
    assert!(blank.by_hand);
    for line in lines(&blank) {
        assert_eq!((line.text.as_str(), line.said.as_str()), ("", ""));
        assert!(line.ticks.iter().all(|tick| !tick.on), "{}", line.id);
    }
    assert!(!line(&blank, "entry").ticks.is_empty());
    // One word, and it is a sheet with gaps; one that was handed in is no form.
    s.partner("civico").comment("entry", "a domenica");
    let begun = printed(&s, Locale::It, "civico", true);
    assert!(!begun.by_hand);
    assert_eq!(line(&begun, "entry").said, "Nessuna risposta");
    assert_eq!(line(&begun, "entry").notes, ["Commento: a domenica"]);
    s.partner("mare").submit();
    assert!(!printed(&s, Locale::It, "mare", true).by_hand);
}

#[test]
fn what_stood_there_before_somebody_said_that_they_do_not_know_is_no_answer() {
    let mut s = Scenario::of(museums());
    s.partner("civico")
        .answer("catalogue", "yes")
        .answer("software", "SIGECweb")
        .declare("software", AnswerState::Unknown)
        .answer("guides", "staff")
        .qualify("guides", "staff", "80%")
        .declare("guides", AnswerState::Declined);
    let paper = printed(&s, Locale::En, "civico", true);
    let software = line(&paper, "software");
    assert_eq!(
        (software.text.as_str(), software.said.as_str()),
        ("", "Do not know")
    );
    let guides = line(&paper, "guides");
    assert!(
        guides
            .ticks
            .iter()
            .all(|tick| !tick.on && tick.qualifier.is_empty())
    );
    assert_eq!(guides.said, "Prefer not to answer");
    // Words that say so themselves stand as they were typed.
    s.partner("civico").answer("software", "N/A");
    let paper = printed(&s, Locale::En, "civico", true);
    let software = line(&paper, "software");
    assert_eq!(
        (software.text.as_str(), software.said.as_str()),
        ("N/A", "Not applicable")
    );
}

#[test]
fn a_text_stands_as_it_was_typed() {
    let mut s = Scenario::of(museums());
    let typed = "first line\n  second: <b>\"100%\"</b>";
    s.partner("mare")
        .answer("catalogue", "yes")
        .answer("software", typed)
        .becomes(SheetStatus::Submitted);
    let paper = printed(&s, Locale::It, "mare", true);
    assert_eq!(line(&paper, "software").text, typed);
}

#[test]
fn numbers_are_written_as_the_language_does_and_evidence_stands_below() {
    let mut s = Scenario::of(museums());
    s.partner("civico").answer("visitors", "1234.5").submit();
    let sheets = s.survey.sheets.iter_mut();
    for (_, answer) in sheets.flat_map(|sheet| &mut sheet.answers) {
        answer.evidence = "delibera 12/2025".into();
    }
    for (t, number, evidence) in [
        (Locale::It, "1234,5", "Riscontro: delibera 12/2025"),
        (Locale::En, "1234.5", "Evidence: delibera 12/2025"),
    ] {
        let paper = printed(&s, t, "civico", true);
        let visitors = line(&paper, "visitors");
        assert_eq!(visitors.text, number);
        assert_eq!(visitors.notes, [evidence]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(64, 1024)))]

    #[test]
    fn nothing_is_missing_on_paper_and_no_box_is_crossed_by_itself(survey in any_survey()) {
        let questionnaire = &survey.head.questionnaire;
        for sheet in &survey.sheets {
            let paper = paper(Locale::It, questionnaire, sheet, false);
            let dimensions = questionnaire.dimensions.iter();
            let form = dimensions.flat_map(|d| questionnaire.in_dimension(&d.id));
            let form: Vec<_> = form.collect();
            let lines = lines(&paper);
            let ids: Vec<_> = lines.iter().map(|line| line.id.as_str()).collect();
            let asked: Vec<_> = form.iter().map(|q| q.id.as_str()).collect();
            prop_assert_eq!(ids, asked);
            for (question, line) in form.iter().zip(lines) {
                let answer = sheet.answers.get(&question.id).cloned().unwrap_or_default();
                let given = answer.state == AnswerState::Given;
                for (option, tick) in question.option_ids().zip(&line.ticks) {
                    prop_assert_eq!(tick.on, given && answer.has(option));
                }
                // What was chosen and is no choice of the question stands behind.
                let mut foreign = line.ticks.iter().skip(question.options.len());
                prop_assert!(foreign.all(|tick| given && tick.on));
                let silent = line.state == EffectiveState::Given
                    || paper.by_hand && line.state == EffectiveState::Blank;
                prop_assert_eq!(line.said.is_empty(), silent);
            }
        }
    }
}

#[test]
fn no_sheet_at_all_is_an_empty_form() {
    let s = Scenario::example();
    let questionnaire = &s.survey.head.questionnaire;
    let partner = s.survey.head.partners[0].id.clone();
    let paper = paper(Locale::It, questionnaire, &Sheet::expected(partner), true);
    assert!(paper.by_hand);
    assert_eq!(lines(&paper).len(), 25);
}
