//! Last step of reading: a survey that contradicts itself is refused with the
//! place; what is merely odd is passed on.

use super::envelope::{Incoming, Kind, unfit};
use super::{Damage, Refusal};
use crate::model::{
    Json, Misfit, PartnerId, Places, Problem, Raw, Rule, Severity, Sheet, Survey, validate,
};

/// What is odd about the survey.
///
/// # Errors
/// The first contradiction, as damage.
pub(super) fn odd(survey: &Survey) -> Result<Vec<Problem>, Refusal> {
    kept_raw(survey)?;
    let problems = validate(survey);
    match problems
        .iter()
        .position(|p| p.rule.severity() == Severity::Error)
    {
        None => Ok(problems),
        Some(at) => {
            let Problem { place, rule } = problems[at].clone();
            let problem = Damage::Rule(rule);
            Err(Refusal::Damaged { place, problem })
        }
    }
}

/// Refuses an invitation or a response that is not of one partner alone.
pub(super) fn parties(incoming: &Incoming) -> Result<(), Refusal> {
    let one = matches!(incoming.kind, Kind::Invitation | Kind::Response);
    let survey = &incoming.survey;
    let partners = &survey.head.partners;
    if one && partners.len() != 1 {
        return Err(unfit("survey.head.partners", "one partner"));
    }
    if one && survey.sheets.len() != 1 {
        return Err(unfit("survey.sheets", "one sheet"));
    }
    let known = |id: &PartnerId| partners.iter().any(|partner| partner.id == *id);
    match &incoming.base {
        Some(base) if !known(&base.partner) => {
            Err(unfit("base.partner", "a partner of the survey"))
        }
        _ => Ok(()),
    }
}

/// Reads what is kept as JSON until somebody needs it, so that it can be read
/// when they do.
fn kept_raw(survey: &Survey) -> Result<(), Refusal> {
    let head = &survey.head;
    if let Some(conclusions) = sound("conclusions", &head.conclusions)? {
        unique("conclusions", conclusions.iter().map(|c| &c.id))?;
    }
    if let Some(influences) = sound("influences", &head.influences)? {
        unique("influences", influences.iter().map(|i| &i.id))?;
    }
    if let Some(issued) = sound("issued", &head.issued)? {
        unique("issued", issued.iter().map(|i| &i.id))?;
    }
    if let Some(slides) = sound("slides", &head.slides)? {
        unique("slides", slides.iter().map(|s| &s.id))?;
    }
    sound("parts", &head.parts)?;
    sound("glossary", &head.glossary)?;
    sound("dismissed", &head.dismissed)?;
    sound("exchanged", &head.exchanged)?;
    let with_steps = |(_, sheet): &(usize, &Sheet)| !sheet.steps.is_null();
    for (at, sheet) in survey.sheets.iter().enumerate().filter(with_steps) {
        sound_at(&format!("survey.sheets[{at}].steps"), &sheet.steps)?;
    }
    for (at, invited) in head.invited.iter().enumerate() {
        sound(&format!("invited[{at}].sent"), &invited.sent)?;
        let place = format!("invited[{at}].sheet");
        if let Some(sheet) = sound(&place, &invited.sheet)?
            && sheet.partner != invited.partner
        {
            let place = format!("survey.head.{place}.partner");
            return Err(unfit(&place, "the partner that is invited"));
        }
    }
    Ok(())
}

/// A record of the head, unless there is none.
fn sound<T: Json>(place: &str, raw: &Raw<T>) -> Result<Option<T>, Refusal> {
    sound_at(&["survey.head.", place].concat(), raw)
}

/// A record at a place of the file, unless there is none.
fn sound_at<T: Json>(place: &str, raw: &Raw<T>) -> Result<Option<T>, Refusal> {
    if raw.is_null() {
        return Ok(None);
    }
    let below = |misfit: Misfit| {
        let dot = if misfit.path.is_empty() || misfit.path.starts_with('[') {
            ""
        } else {
            "."
        };
        unfit(&format!("{place}{dot}{}", misfit.path), misfit.expected)
    };
    raw.read().map(Some).map_err(below)
}

fn unique<'a, T: AsRef<str> + 'a>(
    place: &str,
    ids: impl Iterator<Item = &'a T> + Clone,
) -> Result<(), Refusal> {
    let places = Places::new(ids.clone());
    let twice = ids.enumerate().find(|(at, id)| places.of(*id) != Some(*at));
    match twice {
        None => Ok(()),
        Some((_, id)) => Err(Refusal::Damaged {
            place: place.into(),
            problem: Damage::Rule(Rule::DuplicateId(id.as_ref().into())),
        }),
    }
}
