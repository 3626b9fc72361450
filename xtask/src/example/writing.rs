//! What the authors of the example write, on what its sheets say: `{id}` in a
//! text is the finding of that id, bound.

use anyhow::{Context, Result};
use rilievo::analysis::findings::findings;
use rilievo::analysis::stale::Says;
use rilievo::analysis::{Counting, Population};
use rilievo::i18n::Locale;
use rilievo::model::{
    Conclusion, ConclusionId, DimensionId, Effect, Extra, Factor, Influence, InfluenceId,
    LocalText, PartnerId, Raw, Revision, Survey,
};
use rilievo::report::{citing, prose};
use serde::Deserialize;

/// `payflowpa-writing.json`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Writing {
    /// What is to be known of it.
    note: LocalText,
    conclusions: Vec<Concluded>,
    influences: Vec<Influencing>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Concluded {
    id: ConclusionId,
    #[serde(default)]
    dimension: Option<DimensionId>,
    /// Paragraphs.
    text: Vec<String>,
    cites: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Influencing {
    id: InfluenceId,
    factor: Factor,
    effect: Effect,
    text: String,
    cites: Vec<String>,
    #[serde(default)]
    partners: Vec<PartnerId>,
    action: String,
    who: String,
}

/// Writes it into the survey.
pub fn write(survey: &mut Survey, writing: Writing) -> Result<()> {
    let said = said(survey);
    let now = |id: &str| {
        let found = said.iter().find(|(known, _)| known == id);
        found.map(|(_, says)| says.clone())
    };
    let known = |id: &str| now(id).with_context(|| format!("no finding `{id}`"));
    let mut conclusions = Vec::new();
    for concluded in writing.conclusions {
        let mut conclusion = Conclusion {
            id: concluded.id,
            dimension: concluded.dimension,
            text: String::new(),
            cites: Vec::new(),
            revision: Revision::default(),
            extra: Extra::new(),
        };
        let text = with_findings(&concluded.text.join("\n\n"), &|id| Ok(known(id)?.said))?;
        let (old, cites) = (&mut conclusion.text, &mut conclusion.cites);
        citing::rewrite(old, cites, &text, &now);
        for id in concluded.cites {
            known(&id)?;
            citing::cite(cites, &id, &now);
        }
        conclusions.push(conclusion);
    }
    let mut influences = Vec::new();
    for written in writing.influences {
        let mut influence = Influence {
            id: written.id,
            factor: written.factor,
            effect: written.effect,
            text: written.text,
            cites: Vec::new(),
            partners: written.partners,
            action: written.action,
            who: written.who,
            due: String::new(),
            revision: Revision::default(),
            extra: Extra::new(),
        };
        for id in written.cites {
            known(&id)?;
            citing::cite(&mut influence.cites, &id, &now);
        }
        influences.push(influence);
    }
    survey.head.notes.push(writing.note);
    survey.head.conclusions = Raw::new(&conclusions);
    survey.head.influences = Raw::new(&influences);
    Ok(())
}

/// What every finding says, in the language of the survey.
fn said(survey: &Survey) -> Vec<(String, Says)> {
    let population = Population::new(&survey.head, &survey.sheets, Counting::Received);
    let found = findings(&population).into_iter();
    let said = found.map(|finding| {
        let says = Says::of(Locale::It, &population, &finding);
        (finding.id, says)
    });
    said.collect()
}

/// The text with each `{id}` as the finding of that id, bound.
fn with_findings(text: &str, said: &dyn Fn(&str) -> Result<String>) -> Result<String> {
    let mut bound = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (id, after) = after.split_once('}').context("a brace is not closed")?;
        bound.push_str(before);
        bound.push_str(&prose::binding(id, &said(id)?));
        rest = after;
    }
    bound.push_str(rest);
    Ok(bound)
}
