//! What of a survey leaves for whom: everything, the sheet of one partner, or
//! what anyone may see.

use super::bound::without_words;
use super::{Fingerprint, fingerprint};
use crate::model::{
    Answer, AnswerState, Choice, Chosen, Citation, Condition, ContactField, Dimension, Extra,
    GlossaryTerm, LocalText, Partner, PartnerId, Question, Questionnaire, Raw, ReadingRule,
    Revision, Sheet, Survey, SurveyHead, Value,
};
use litemap::LiteMap;

/// The survey as one partner may see it: what is asked, the project lines,
/// that partner and its sheet as it stands. `None` where the survey has no
/// such partner.
///
/// It holds nothing of the others, and nothing that was worked out from their
/// answers: no codebook, readings, factors, notes of the editor, conclusions,
/// slides, indicator, version table. Unknown fields of the survey and its head
/// stay behind too, because nobody can say what is in them.
pub fn for_partner(survey: &Survey, partner: &PartnerId) -> Option<Survey> {
    let head = &survey.head;
    let found = head.partner(partner)?.clone();
    let sheet = survey.sheet(partner);
    let sheet = sheet
        .cloned()
        .unwrap_or_else(|| Sheet::expected(found.id.clone()));
    let mut document = head.document.clone();
    document.versions.clear();
    document.extra.clear();
    let mut parts: LiteMap<String, Revision> = head.parts.or_default();
    parts.retain(|part, _| {
        matches!(part.as_str(), "title" | "questionnaire" | "glossary")
            || part.starts_with("document.") && part != "document.versions"
    });
    let mut kept = SurveyHead {
        created: head.created.clone(),
        document,
        questionnaire: head.questionnaire.as_asked(),
        glossary: bare_glossary(head),
        partners: vec![found],
        // The revision of the head as a whole stays behind: this is not that head.
        ..SurveyHead::new(head.id.clone(), head.title.clone())
    };
    if !parts.is_empty() {
        kept.parts = Raw::new(&parts);
    }
    Some(Survey {
        head: kept,
        sheets: vec![sheet],
        extra: Extra::new(),
    })
}

/// The response of an invited partner, and the sheet as the invitation had it.
pub fn response(survey: &Survey, partner: &PartnerId) -> Option<(Survey, Option<Sheet>)> {
    let invited = &survey.head.invited;
    let base = invited.iter().find(|i| i.partner == *partner);
    let base = base.and_then(|invited| invited.sheet.read().ok());
    Some((for_partner(survey, partner)?, base))
}

/// The survey for those who run it: all of it, but for what this browser alone
/// knows of its invitations.
pub fn for_coordinator(survey: &Survey) -> Survey {
    let mut survey = survey.clone();
    survey.head.invited.clear();
    survey.head.exchanged = Raw::default();
    survey
}

/// The fingerprint of what a survey says: that of the survey as those who run it
/// export it, so that an invitation which goes out changes nothing. Whatever is
/// made of a survey carries this one; of a copy, that of the survey it was made from.
pub fn content_fingerprint(survey: &Survey) -> Fingerprint {
    match Fingerprint::parse(&survey.head.copy_of) {
        Some(original) => original,
        None => fingerprint(&for_coordinator(survey)),
    }
}

/// The reasons that stand in place of what a public copy leaves out.
#[derive(Clone, Debug, PartialEq)]
pub struct Withholding {
    /// In place of a contact.
    pub contacts: LocalText,
    /// In place of a free text; `None` where free texts leave.
    pub free_text: Option<LocalText>,
}

/// The survey as anyone may see it: questions, names of the bodies, answers and
/// their states, conclusions.
///
/// Contacts are withheld. Comments, notes of the editor, remarks, revisions,
/// slides with their speaker's notes, values that stand behind another state
/// than `given`, and fields that this version does not know stay behind. Where
/// free texts are withheld too, so is what was made of them: the codebook, and
/// what conclusions quote of findings.
pub fn for_anyone(survey: &Survey, withholding: &Withholding) -> Survey {
    let head = &survey.head;
    let texts_leave = withholding.free_text.is_none();
    let mut document = head.document.clone();
    document.extra.clear();
    for issue in &mut document.versions {
        // They name people.
        issue.prepared_by.clear();
        issue.verified_by.clear();
        issue.extra.clear();
    }
    let mut kept = SurveyHead {
        created: head.created.clone(),
        document,
        questionnaire: bare_questionnaire(&head.questionnaire),
        glossary: bare_glossary(head),
        partners: head.partners.iter().map(bare_partner).collect(),
        indicator: head.indicator.clone(),
        ..SurveyHead::new(head.id.clone(), head.title.clone())
    };
    if let Some(indicator) = &mut kept.indicator {
        indicator.extra.clear();
        indicator.counts.extra.clear();
    }
    if texts_leave {
        kept.codebook = head.codebook.clone();
        for entry in &mut kept.codebook {
            entry.revision = Revision::default();
            entry.extra.clear();
        }
    }
    let mut conclusions = head.conclusions.or_default();
    for conclusion in &mut conclusions {
        conclusion.revision = Revision::default();
        conclusion.extra.clear();
        if !texts_leave {
            conclusion.text = without_words(&conclusion.text);
        }
        bare_citations(&mut conclusion.cites, texts_leave);
    }
    if !conclusions.is_empty() {
        kept.conclusions = Raw::new(&conclusions);
    }
    let mut influences = head.influences.or_default();
    for influence in &mut influences {
        influence.revision = Revision::default();
        influence.extra.clear();
        // It may name a person.
        influence.who.clear();
        bare_citations(&mut influence.cites, texts_leave);
    }
    if !influences.is_empty() {
        kept.influences = Raw::new(&influences);
    }
    let sheets = survey.sheets.iter();
    Survey {
        head: kept,
        sheets: sheets
            .map(|sheet| public_sheet(sheet, withholding))
            .collect(),
        extra: Extra::new(),
    }
}

/// Findings that something rests on; what they said may quote what bodies wrote.
fn bare_citations(cites: &mut [Citation], texts_leave: bool) {
    for citation in cites {
        citation.extra.clear();
        if !texts_leave {
            citation.seen.clear();
            citation.said.clear();
        }
    }
}

fn public_sheet(sheet: &Sheet, withholding: &Withholding) -> Sheet {
    let answers = sheet.answers.iter().map(|(id, answer)| {
        let answer = public_answer(answer, withholding.free_text.as_ref());
        (id.clone(), answer)
    });
    let contacts = sheet.contacts.iter().map(|(id, contact)| {
        let mut contact = public_answer(contact, None);
        if contact.value.is_some() {
            contact.value = Some(Value::Withheld(withholding.contacts.clone()));
        }
        (id.clone(), contact)
    });
    Sheet {
        status: sheet.status,
        since: sheet.since.clone(),
        transcribed: sheet.transcribed,
        answers: answers.collect(),
        contacts: contacts.collect(),
        ..Sheet::expected(sheet.partner.clone())
    }
}

fn public_answer(answer: &Answer, texts: Option<&LocalText>) -> Answer {
    let given = answer.state == AnswerState::Given;
    let value = answer.value.as_ref().filter(|_| given);
    let value = value.map(|value| match (value, texts) {
        (Value::Text(_), Some(reason)) => Value::Withheld(reason.clone()),
        (Value::Choices(chosen), _) => {
            let bare = |chosen: &Chosen| Chosen {
                qualifier: match texts {
                    Some(_) => String::new(),
                    None => chosen.qualifier.clone(),
                },
                ..Chosen::new(chosen.option.clone())
            };
            Value::Choices(chosen.iter().map(bare).collect())
        }
        (other, _) => other.clone(),
    });
    Answer {
        value,
        ..Answer::in_state(answer.state)
    }
}

/// The glossary without unknown fields.
fn bare_glossary(head: &SurveyHead) -> Raw<Vec<GlossaryTerm>> {
    let mut terms = head.glossary.or_default();
    for term in &mut terms {
        term.extra.clear();
    }
    if terms.is_empty() {
        return Raw::default();
    }
    Raw::new(&terms)
}

fn bare_partner(partner: &Partner) -> Partner {
    Partner {
        revision: Revision::default(),
        extra: Extra::new(),
        ..partner.clone()
    }
}

/// The questionnaire without revisions, notes of the editor and unknown fields.
fn bare_questionnaire(questionnaire: &Questionnaire) -> Questionnaire {
    let mut bare = questionnaire.clone();
    let Questionnaire {
        dimensions,
        questions,
        contacts,
        extra,
        ..
    } = &mut bare;
    extra.clear();
    for Dimension { extra, .. } in dimensions {
        extra.clear();
    }
    for ContactField { extra, .. } in contacts {
        extra.clear();
    }
    for question in questions {
        let Question {
            options,
            asked_when,
            readings,
            note,
            extra,
            ..
        } = question;
        extra.clear();
        *note = LocalText::default();
        for Choice { extra, .. } in options {
            extra.clear();
        }
        if let Some(condition) = asked_when {
            bare_condition(condition);
        }
        if let Some(readings) = readings {
            readings.revision = Revision::default();
            readings.extra.clear();
            for ReadingRule { when, extra, .. } in &mut readings.rules {
                bare_condition(when);
                extra.clear();
            }
        }
    }
    bare
}

fn bare_condition(condition: &mut Condition) {
    match condition {
        Condition::All(inner) | Condition::Any(inner) => inner.iter_mut().for_each(bare_condition),
        Condition::Not(inner) => bare_condition(inner),
        Condition::Includes(includes) => includes.extra.clear(),
        Condition::State(state) => state.extra.clear(),
    }
}
