//! What counting knows by ids, in words: names of states, statuses and kinds; an
//! answer, as one line, where no form stands around it; what a selection asks.

use super::{Clause, Criterion, Says};
use crate::i18n::Locale;
use crate::model::{
    Answer, AnswerState, Chosen, EffectiveState, Factor, Question, Reading, Role, SheetStatus,
    SurveyHead, Value, days_between,
};

/// Name of an answer's state.
pub const fn state(t: Locale, state: EffectiveState) -> &'static str {
    match state {
        EffectiveState::Given => t.state_given(),
        EffectiveState::Blank => t.state_blank(),
        EffectiveState::Unknown => t.state_unknown(),
        EffectiveState::Declined => t.state_declined(),
        EffectiveState::NotApplicable => t.state_not_applicable(),
        EffectiveState::Unclear => t.state_unclear(),
        EffectiveState::NotAsked => t.state_not_asked(),
        EffectiveState::OffCondition => t.state_off_condition(),
        EffectiveState::Missing => t.state_missing(),
    }
}

/// Name of a sheet's status.
pub const fn status(t: Locale, status: SheetStatus) -> &'static str {
    match status {
        SheetStatus::Expected => t.status_expected(),
        SheetStatus::Draft => t.status_draft(),
        SheetStatus::Submitted => t.status_submitted(),
        SheetStatus::Returned => t.status_returned(),
        SheetStatus::Approved => t.status_approved(),
        SheetStatus::Missing => t.status_missing(),
    }
}

/// What a body does with the practice.
pub const fn role(t: Locale, role: Option<Role>) -> &'static str {
    match role {
        Some(Role::Lead) => t.role_lead(),
        Some(Role::Giver) => t.role_giver(),
        Some(Role::Reuser) => t.role_reuser(),
        None => t.role_none(),
    }
}

/// The readings in the order in which they are shown.
pub const READINGS: [Reading; 4] = [
    Reading::Hindering,
    Reading::Neutral,
    Reading::Enabling,
    Reading::Unknown,
];

/// The kinds of factor.
pub const FACTORS: [Factor; 4] = [
    Factor::Organisational,
    Factor::Technological,
    Factor::Administrative,
    Factor::Regulatory,
];

/// Answers with a reading.
pub const fn answers(t: Locale, reading: Reading) -> &'static str {
    match reading {
        Reading::Enabling => t.reading_enabling(),
        Reading::Hindering => t.reading_hindering(),
        Reading::Neutral => t.reading_neutral(),
        Reading::Unknown => t.reading_unknown(),
    }
}

/// Name of a kind of factor.
pub const fn factor(t: Locale, factor: Factor) -> &'static str {
    match factor {
        Factor::Organisational => t.factor_organisational(),
        Factor::Technological => t.factor_technological(),
        Factor::Administrative => t.factor_administrative(),
        Factor::Regulatory => t.factor_regulatory(),
    }
}

/// Name of a kind of body; a kind that a survey brings itself is its own name.
pub fn kind(t: Locale, kind: &str) -> String {
    match kind {
        "comune" => t.kind_comune(),
        "regione" => t.kind_regione(),
        "citta_metropolitana" => t.kind_citta_metropolitana(),
        "provincia" => t.kind_provincia(),
        "provincia_autonoma" => t.kind_provincia_autonoma(),
        other => other,
    }
    .into()
}

/// What a selection asks for.
pub fn criterion(t: Locale, head: &SurveyHead, criterion: &Criterion) -> String {
    match criterion {
        Criterion::Kind(kind_of) => t.with_name(t.filter_kind(), kind(t, &kind_of.0)),
        Criterion::Status(of) => t.with_name(t.filter_status(), status(t, *of)),
        Criterion::Answer(clause) => {
            let question = head.questionnaire.question(&clause.question);
            let number = question.map_or(clause.question.as_str(), |q| q.number.as_str());
            t.with_name(t.question_number(number), says(t, head, clause))
        }
    }
}

/// What a clause wants to be said.
pub fn says(t: Locale, head: &SurveyHead, clause: &Clause) -> String {
    let question = head.questionnaire.question(&clause.question);
    match &clause.says {
        Says::Option(option) => choice(t, question, &Chosen::new(option.clone())),
        Says::Term(term) => {
            let entry = head.codebook.iter().find(|entry| entry.id == *term);
            entry.map_or(term.as_str(), |entry| &entry.term).to_owned()
        }
        Says::State(of) => state(t, *of).to_owned(),
    }
}

/// An answer in words: what was chosen or written, the state where it is not
/// given, and what was added. `question` names the choices; without it they are
/// called by their ids.
pub fn answer(t: Locale, question: Option<&Question>, answer: &Answer) -> String {
    let mut parts = Vec::new();
    if answer.state != AnswerState::Given {
        parts.push(state(t, answer.state.into()).to_owned());
    }
    if let Some(given) = &answer.value {
        parts.push(value(t, question, given));
    }
    parts.extend(additions(t, answer));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// What was added to an answer: a comment, evidence, the transcriber's note.
pub fn additions(t: Locale, answer: &Answer) -> Vec<String> {
    let added = [
        (t.comment(), answer.comment.as_str()),
        (t.evidence(), &answer.evidence),
        (t.transcription_note(), answer.note.get(t.code())),
    ];
    let added = added.into_iter().filter(|(_, text)| !text.is_empty());
    added.map(|(name, text)| t.with_name(name, text)).collect()
}

/// A value in words; `question` names the choices.
pub fn value(t: Locale, question: Option<&Question>, value: &Value) -> String {
    match value {
        Value::Choices(chosen) => {
            let chosen = chosen.iter().map(|chosen| choice(t, question, chosen));
            chosen.collect::<Vec<_>>().join(", ")
        }
        Value::Text(text) | Value::Date(text) => text.clone(),
        Value::Number(number) => t.number(number.as_str()),
        Value::Withheld(reason) => t.withheld(reason.get(t.code())),
    }
}

fn choice(t: Locale, question: Option<&Question>, chosen: &Chosen) -> String {
    let option = question.and_then(|question| question.option(&chosen.option));
    let label = option.map_or(chosen.option.as_str(), |option| option.label.get(t.code()));
    match chosen.qualifier.as_str() {
        "" => label.to_owned(),
        qualifier => format!("{label} ({qualifier})"),
    }
}

/// A day such as `2020-04-30` as people of this language write it; anything else
/// stays as it is.
pub fn day(t: Locale, day: &str) -> String {
    let written = || {
        let number =
            |range: std::ops::Range<usize>| -> Option<usize> { day.get(range)?.parse().ok() };
        let (year, month, of_month) = (day.get(..4)?, number(5..7)?, number(8..10)?);
        let is_day = days_between(day, day).is_some();
        let month = t.month_names().split(' ').nth(month.checked_sub(1)?)?;
        is_day.then(|| t.day_month_year(of_month, month, year))
    };
    written().unwrap_or_else(|| day.to_owned())
}

/// Names in a sentence before the rest is only counted.
const SHOWN: usize = 5;

/// The first of `count` names, and how many more there are.
pub fn first_names(t: Locale, count: usize, names: &mut dyn Iterator<Item = &str>) -> String {
    let shown = names.take(SHOWN).collect::<Vec<_>>().join(", ");
    match count.saturating_sub(SHOWN) {
        0 => shown,
        more => format!("{shown} {}", t.and_more(more)),
    }
}

/// A text of somebody else on a line of ours: what steers a terminal or turns the
/// reading direction is shown as `�`, and no more than `most` characters, the
/// last ones of them too, because a file's name ends in its kind.
pub fn on_a_line(text: &str, most: usize) -> String {
    const END: usize = 12;
    let letters: Vec<char> = text.trim().chars().map(harmless).collect();
    if letters.len() <= most {
        return letters.into_iter().collect();
    }
    let end = END.min(most / 2);
    let (first, last) = (&letters[..most - end - 1], &letters[letters.len() - end..]);
    first.iter().chain(['…'].iter()).chain(last).collect()
}

fn harmless(letter: char) -> char {
    match letter {
        '\t' | '\n' | '\r' => ' ',
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' => '\u{FFFD}',
        // Marks, overrides and isolates of the reading direction; nothing that
        // takes no room.
        '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' => '\u{FFFD}',
        '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' => '\u{FFFD}',
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_name_stays_on_its_line_and_shows_what_it_is() {
        let name = "scheda\u{202E}txt.exe";
        assert_eq!(on_a_line(name, 80), "scheda\u{FFFD}txt.exe");
        assert_eq!(on_a_line(" a\n\tb\0 ", 80), "a  b\u{FFFD}");
        let long = on_a_line(&format!("{}.json", "x".repeat(100_000)), 60);
        assert_eq!(long.chars().count(), 60);
        assert!(long.starts_with("xxx") && long.contains("x…x") && long.ends_with(".json"));
        assert_eq!(on_a_line("città di Forlì", 14), "città di Forlì");
    }
}
