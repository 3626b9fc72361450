//! Facts → survey. What the conversion cannot place stops it.

use super::facts::{Answered, Asked, Facts, Filled, Mixed, Proposed, Texts};
use anyhow::{Context, Result, bail, ensure};
use rilievo::model::{
    Answer, Chosen, CodebookEntry, Condition, Dimension, Extra, Indicator, LocalText, OptionId,
    Partner, Question, QuestionId, Questionnaire, Raw, Reading, ReadingRule, Readings, Revision,
    Sheet, SheetStatus, Source, Survey, SurveyHead, SurveyId, Timestamp, Value,
};
use std::collections::{BTreeMap, BTreeSet};

/// What the facts say a mixed model is; the rule below says the same.
const MIXED_MEANS: &str =
    "interno together with at least one other choice; qualifiers change nothing";

/// The survey that the facts give.
pub fn survey(mut facts: Facts, texts: &Texts, codebook: Vec<CodebookEntry>) -> Result<Survey> {
    check_notes(&facts, texts)?;
    let questions = std::mem::take(&mut facts.questions)
        .into_iter()
        .map(|asked| question(asked, texts))
        .collect::<Result<Vec<_>>>()?;
    let dimensions = facts.dimensions.into_iter().map(|group| Dimension {
        id: group.code,
        title: group.title,
        extra: Extra::new(),
    });
    let partners: Vec<_> = facts
        .partners
        .iter()
        .map(|body| Partner {
            id: body.id.clone(),
            code: body.id.to_string(),
            name: body.name.clone(),
            kind: body.kind.clone(),
            ipa_code: String::new(),
            role: None,
            revision: Revision::default(),
            extra: Extra::new(),
        })
        .collect();

    let mut sheets = Vec::new();
    for body in facts.partners {
        let filled = facts.sheets.remove(&body.id);
        ensure!(
            body.sheet_received == filled.is_some(),
            "sheet of {}",
            body.id
        );
        let mut sheet = Sheet::expected(body.id);
        match filled {
            Some(filled) => fill(&mut sheet, filled, &texts.transcription)?,
            None => sheet.status = SheetStatus::Missing,
        }
        sheets.push(sheet);
    }
    ensure!(facts.sheets.is_empty(), "a sheet of nobody");

    let indicator = Indicator {
        action: facts.indicator.action,
        name: LocalText::new("it", facts.indicator.name)
            .with("en", texts.indicator.name_en.as_str()),
        unit: LocalText::new("it", facts.indicator.unit)
            .with("en", texts.indicator.unit_en.as_str()),
        target: facts.indicator.target,
        ..Indicator::default()
    };
    let counted = partners.iter().zip(&sheets);
    let counted = counted.filter(|(p, s)| indicator.includes(p, s)).count();
    ensure!(
        counted == facts.indicator.result,
        "the facts count {}, the survey {counted}",
        facts.indicator.result
    );
    let questionnaire = Questionnaire {
        dimensions: dimensions.collect(),
        questions,
        contacts: facts.contacts,
        ..Questionnaire::default()
    };
    let head = SurveyHead {
        created: Some(Timestamp::new("2020-04-30")),
        document: facts.project.into_document(facts.document.versions),
        questionnaire,
        partners,
        indicator: Some(indicator),
        codebook,
        glossary: Raw::new(&texts.glossary),
        notes: texts.notes.values().cloned().collect(),
        ..SurveyHead::new(SurveyId::new("payflowpa-a21")?, "PayFlowPA A.2.1")
    };
    Ok(Survey {
        head,
        sheets,
        extra: Extra::new(),
    })
}

/// Every note of the facts is worded in two languages, and nothing else is.
fn check_notes(facts: &Facts, texts: &Texts) -> Result<()> {
    let on_questions = texts.question_notes.values().map(|note| &note.from);
    let worded: BTreeSet<_> = texts.notes.keys().chain(on_questions).collect();
    let noted: BTreeSet<_> = facts.notes.keys().collect();
    ensure!(worded == noted, "notes {noted:?}, worded {worded:?}");
    Ok(())
}

/// `q14` for 14.
pub fn question_id(number: u32) -> Result<QuestionId> {
    Ok(QuestionId::new(&format!("q{number}"))?)
}

fn question(asked: Asked, texts: &Texts) -> Result<Question> {
    let id = question_id(asked.number)?;
    let help = texts.help.get(&asked.number).cloned();
    ensure!(
        asked.on_sheet == asked.repeats.is_none() && asked.on_sheet == help.is_some(),
        "a question on the sheet has a help text, one that repeats another has none: {id}"
    );
    let note = texts.question_notes.get(&asked.number);
    ensure!(
        asked.printed_under.is_none() || note.is_some(),
        "{id} is printed under another dimension, and no note says so"
    );
    let asked_when = match asked.printed_as_follow_up_of {
        Some(parent) => Some(Condition::includes(
            question_id(parent.question)?,
            parent.includes,
        )),
        None => None,
    };
    let options: Vec<_> = asked.options.iter().map(|o| o.id.clone()).collect();
    let readings = match asked.proposed_reading {
        Some(proposed) => Some(readings(&id, &options, proposed)?),
        None => None,
    };
    Ok(Question {
        number: asked.number.to_string(),
        dimension: asked.dimension,
        kind: asked.kind,
        label: asked.label,
        help: help.unwrap_or_default(),
        options: asked.options,
        asked_when,
        repeats: asked.repeats.map(question_id).transpose()?,
        factor: asked.proposed_factor,
        readings,
        note: note.map_or_else(LocalText::default, |n| {
            LocalText::new("it", n.it.as_str()).with("en", n.en.as_str())
        }),
        extra: Extra::new(),
        id,
    })
}

fn readings(id: &QuestionId, options: &[OptionId], proposed: Proposed) -> Result<Readings> {
    let rule = |when, reading, source| ReadingRule {
        when,
        reading,
        source,
        was: None,
        extra: Extra::new(),
    };
    let includes = |option: &OptionId| Condition::includes(id.clone(), option.clone());
    let (rules, otherwise) = match proposed {
        Proposed::Mixed(Mixed {
            mixed,
            otherwise,
            mixed_means,
        }) => {
            ensure!(
                mixed_means == MIXED_MEANS,
                "another mixed model: {mixed_means}"
            );
            let interno = OptionId::new("interno")?;
            let others = options.iter().filter(|o| **o != interno).map(includes);
            let when = Condition::All(vec![includes(&interno), Condition::Any(others.collect())]);
            // The report itself recommends the mixed model.
            (vec![rule(when, mixed, Source::Report)], otherwise)
        }
        Proposed::ByOption(mut by_option) => {
            let mut rules = Vec::new();
            for option in options {
                let reading = by_option.remove(option);
                let reading = reading.with_context(|| format!("no reading of {id} {option}"))?;
                rules.push(rule(includes(option), reading, Source::Proposed));
            }
            ensure!(by_option.is_empty(), "a reading of no option of {id}");
            (rules, Reading::Neutral)
        }
    };
    Ok(Readings {
        rules,
        otherwise,
        ..Readings::default()
    })
}

/// Wordings by their English text.
type Words = BTreeMap<String, LocalText>;

/// An English wording of the facts in both languages.
fn worded(text: &str, words: &Words) -> Result<LocalText> {
    let words = words.get(text).cloned();
    words.with_context(|| format!("no wording for `{text}`"))
}

/// What a partner handed in on paper.
fn fill(sheet: &mut Sheet, filled: Filled, words: &Words) -> Result<()> {
    sheet.status = SheetStatus::Submitted;
    sheet.transcribed = true;
    for (number, answered) in filled.answers {
        let id = question_id(number)?;
        let place = format!("{} {id}", sheet.partner);
        sheet
            .answers
            .insert(id, answer(answered, words).context(place)?);
    }
    for (id, answered) in filled.contacts {
        let place = format!("{} {id}", sheet.partner);
        sheet
            .contacts
            .insert(id, answer(answered, words).context(place)?);
    }
    Ok(())
}

fn answer(answered: Answered, words: &Words) -> Result<Answer> {
    let mut qualifiers = answered.qualifiers;
    let value = match (answered.choices, answered.text, answered.withheld) {
        (None, None, None) => None,
        (Some(options), None, None) => Some(Value::Choices(
            options
                .into_iter()
                .map(|option| Chosen {
                    qualifier: qualifiers.remove(&option).unwrap_or_default(),
                    ..Chosen::new(option)
                })
                .collect(),
        )),
        (None, Some(text), None) => Some(Value::Text(text)),
        (None, None, Some(reason)) => Some(Value::Withheld(worded(&reason, words)?)),
        _ => bail!("two values for one answer"),
    };
    ensure!(qualifiers.is_empty(), "a qualifier beside no choice");
    Ok(Answer {
        state: answered.state,
        value,
        comment: answered.comment,
        note: if answered.note.is_empty() {
            LocalText::default()
        } else {
            worded(&answered.note, words)?
        },
        ..Answer::default()
    })
}
