//! Surveys of any size, as the app would have written them: the questionnaire
//! of the example, and invented bodies that answer it.
//!
//! The same seed and size give the same survey. No body, person or address in
//! it exists.
#![allow(clippy::unwrap_used, reason = "the ids made here are well formed")]

#[path = "chance.rs"]
mod chance;
#[path = "words.rs"]
mod words;

pub use chance::Chance;
use rilievo::bundle;
use rilievo::model::{
    Answer, AnswerState, CodebookEntry, Decimal, Extra, LocalText, Partner, PartnerId, PartnerKind,
    Question, QuestionKind, Revision, Sheet, SheetStatus, Stamp, Survey, SurveyHead, SurveyId,
    Timestamp, Value, asked,
};
use std::collections::BTreeSet;

/// Milliseconds of a day.
const DAY: u64 = 86_400_000;

/// A survey of `n` bodies, most of which have answered.
pub fn survey(seed: u64, n: usize) -> Survey {
    let bytes = include_bytes!("../../public/examples/payflowpa-a21.json");
    let example = bundle::read(bytes).unwrap().into_survey();
    let created = Timestamp::new("2026-09-01T08:00:00.000Z");
    let id = SurveyId::new(&format!("generata-{n}")).unwrap();
    let mut survey = example.blank_copy(id, format!("Indagine generata, {n} enti"), created);
    let mut chance = Chance::new(seed);
    let mut names = BTreeSet::new();
    for code in 1..=n {
        let place = loop {
            let place = words::place(&mut chance);
            if names.insert(place.clone()) {
                break place;
            }
        };
        let partner = body(code, &place, &mut chance);
        let sheet = sheet(&survey.head, &partner.id, &place, &mut chance);
        survey.head.partners.push(partner);
        survey.sheets.push(sheet);
    }
    survey
}

fn body(code: usize, place: &str, chance: &mut Chance) -> Partner {
    Partner {
        id: PartnerId::new(&chance.name()).unwrap(),
        code: code.to_string(),
        name: format!("Comune di {place}"),
        kind: PartnerKind("comune".into()),
        ipa_code: format!("c_{}{:03}", words::letter(chance), chance.below(1_000)),
        role: None,
        revision: Revision::default(),
        extra: Extra::new(),
    }
}

/// Who writes on a sheet, and when: sittings of a quarter of an hour.
struct Pen {
    by: String,
    /// Milliseconds since the first day of the survey.
    at: u64,
}

impl Pen {
    fn new(chance: &mut Chance) -> Self {
        let office_hours = 7 * 3_600_000 + chance.below(9 * 3_600_000);
        Self {
            by: chance.name(),
            at: chance.below(50) * DAY + office_hours,
        }
    }

    /// The next moment of this session.
    fn stamp(&mut self, chance: &mut Chance) -> Stamp {
        self.at += 2_000 + chance.below(60_000);
        Stamp {
            at: moment(self.at),
            by: self.by.clone(),
        }
    }
}

/// A moment of autumn 2026, by milliseconds since the first of October.
fn moment(at: u64) -> Timestamp {
    let (day, time) = (at / DAY, at % DAY);
    let (month, day) = match day {
        0..31 => (10, day + 1),
        31..61 => (11, day - 30),
        _ => (12, (day - 61) % 31 + 1),
    };
    let (hours, minutes) = (time / 3_600_000, time / 60_000 % 60);
    let (seconds, thousandths) = (time / 1_000 % 60, time % 1_000);
    Timestamp::new(format!(
        "2026-{month}-{day:02}T{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}Z"
    ))
}

fn sheet(head: &SurveyHead, id: &PartnerId, place: &str, chance: &mut Chance) -> Sheet {
    use SheetStatus::{Approved, Draft, Expected, Missing, Returned, Submitted};
    let mut sheet = Sheet::expected(id.clone());
    let status = chance.weighted(&[
        (56, Submitted),
        (20, Approved),
        (12, Draft),
        (5, Returned),
        (4, Expected),
        (3, Missing),
    ]);
    let mut pen = Pen::new(chance);
    if status == Missing {
        sheet.step(Missing, "", &pen.stamp(chance));
    }
    if matches!(status, Expected | Missing) {
        return sheet;
    }
    sheet.transcribed = chance.in_hundred(2);
    let questions = &head.questionnaire.questions;
    for (at, question) in questions.iter().enumerate() {
        // A draft is half done.
        let skipped = status == Draft && chance.in_hundred(50);
        let follow_up = question.asked_when.is_some();
        let off = follow_up && !asked(&head.questionnaire, &sheet)[at] && !chance.in_hundred(4);
        if skipped || off || question.repeats.is_some() {
            continue;
        }
        let answered = answer(head, question, sheet.transcribed, chance);
        let stamp = pen.stamp(chance);
        sheet.edit(&question.id, &stamp, |answer| *answer = answered);
    }
    for contact in &head.questionnaire.contacts {
        let text = words::mailbox(place, chance);
        let stamp = pen.stamp(chance);
        sheet.edit_contact(&contact.id, &stamp, |answer| answer.set_text(&text));
    }
    for answer in sheet.written_mut() {
        // Each key that is pressed in a field is an edit.
        let strokes = answer.text().chars().count() + answer.comment.chars().count();
        answer.revision.n = strokes.max(1) as u32;
    }
    if status != Draft {
        sheet.step(Submitted, "", &pen.stamp(chance));
    }
    if matches!(status, Approved | Returned) {
        let mut coordinator = Pen {
            by: "coordin8".into(),
            at: pen.at + (1 + chance.below(9)) * DAY,
        };
        sheet.step(status, "Coordinamento", &coordinator.stamp(chance));
    }
    sheet
}

fn answer(
    head: &SurveyHead,
    question: &Question,
    transcribed: bool,
    chance: &mut Chance,
) -> Answer {
    let state = chance.weighted(&[
        (84, AnswerState::Given),
        (6, AnswerState::Blank),
        (4, AnswerState::Unknown),
        (2, AnswerState::Declined),
        (3, AnswerState::NotApplicable),
        (1, AnswerState::Unclear),
    ]);
    let mut answer = match state {
        AnswerState::Unclear if !transcribed => Answer::in_state(AnswerState::Unknown),
        AnswerState::Given => given(head, question, chance),
        state => Answer::in_state(state),
    };
    if answer.state == AnswerState::Unclear {
        answer.note = LocalText::new("it", "nella fonte nessuna casella porta un segno leggibile");
    }
    if chance.in_hundred(8) {
        answer.comment = words::remark(chance);
    }
    answer
}

fn given(head: &SurveyHead, question: &Question, chance: &mut Chance) -> Answer {
    let mut answer = Answer::default();
    match question.kind {
        QuestionKind::YesNo | QuestionKind::Single | QuestionKind::Multiple => {
            tick(&mut answer, question, chance);
        }
        QuestionKind::List => answer.set_text(&list(&head.codebook, question, chance)),
        QuestionKind::Text => answer.set_text(&words::phrase(chance)),
        QuestionKind::Url => answer.set_text(&words::address(chance)),
        QuestionKind::Number => {
            let number = Decimal::typed(&chance.below(10_000).to_string());
            answer = Answer::given(Value::Number(number.unwrap()));
        }
        QuestionKind::Date => answer.set_date_text(moment(chance.below(50) * DAY).day()),
    }
    answer
}

fn tick(answer: &mut Answer, question: &Question, chance: &mut Chance) {
    let single = question.kind.is_single();
    let options = &question.options;
    // The first option, often "yes", is the likelier one.
    let first = match chance.in_hundred(55) {
        true => 0,
        false => chance.below(options.len() as u64) as usize,
    };
    for (at, option) in options.iter().enumerate() {
        if at == first || !single && chance.in_hundred(30) {
            answer.tick(&option.id, true, single, question.option_ids());
            if !single && chance.in_hundred(15) {
                answer.qualify(&option.id, &words::qualifier(chance));
            }
        }
    }
}

/// Terms of the codebook in one of their spellings, and now and then one that
/// it does not know.
fn list(codebook: &[CodebookEntry], question: &Question, chance: &mut Chance) -> String {
    let known = codebook
        .iter()
        .filter(|e| e.questions.contains(&question.id));
    let mut known: Vec<&CodebookEntry> = known.collect();
    let mark = chance.weighted(&[(60, ", "), (15, " "), (15, " - "), (10, "; ")]);
    let mut text = String::new();
    for _ in 0..1 + chance.below(4) {
        let term = if known.is_empty() || chance.in_hundred(15) {
            words::product(chance)
        } else {
            let entry = known.swap_remove(chance.below(known.len() as u64) as usize);
            let spellings = entry.synonyms.len() as u64 + 1;
            let spelling = chance.below(spellings).checked_sub(1);
            spelling
                .map_or(&entry.term, |at| &entry.synonyms[at as usize])
                .clone()
        };
        if !text.is_empty() {
            text.push_str(mark);
        }
        text.push_str(&term);
    }
    match chance.below(10) {
        0 => text.to_uppercase(),
        1 => text.to_lowercase(),
        _ => text,
    }
}
