//! The slides of a dimension: its divider, the charts that tell most, and what
//! else the answers say.

use super::compose::{Maker, empty};
use super::figures::{self, Asked};
use super::{Body, Slide, fit};
use crate::analysis::findings::{Finding, Kind, claim, sentence};
use crate::analysis::telling::{can_be_drawn, said_of, telling};
use crate::analysis::{Population, completeness};
use crate::model::{self, Dimension, Question, QuestionId};
use crate::report::whole::Block;

/// So many more findings of a dimension at most.
const MORE: usize = 6;

/// What can be shown of the dimensions, in printed order.
pub(super) fn keys(
    population: &Population<'_>,
    found: &[Finding],
    records: &[model::Slide],
) -> Vec<String> {
    let mut keys = Vec::new();
    for dimension in &population.head().questionnaire.dimensions {
        let id = dimension.id.as_str();
        keys.push(["dimension/", id].concat());
        for question in charted(population, found, records, dimension) {
            keys.push(["question/", question.id.as_str()].concat());
        }
        if !further(population, found, records, dimension).is_empty() {
            keys.push(["findings/", id].concat());
        }
        if super::authors::has_conclusion(population, Some(&dimension.id)) {
            keys.push(["conclusion/", id].concat());
        }
    }
    keys
}

/// The questions whose charts are shown: those that tell most, and those that the
/// authors added.
fn charted<'a>(
    population: &Population<'a>,
    found: &[Finding],
    records: &[model::Slide],
    dimension: &'a Dimension,
) -> Vec<&'a Question> {
    let told = telling(population, found, &dimension.id);
    let is_told = |question: &QuestionId| told.iter().any(|told| told.question == *question);
    let is_added = |question: &QuestionId| {
        let mut shown = records
            .iter()
            .filter_map(|r| r.shows.strip_prefix("question/"));
        shown.any(|id| id == question.as_str())
    };
    let questions = population.head().questionnaire.in_dimension(&dimension.id);
    let shown = questions.filter(|question| {
        can_be_drawn(question) && (is_told(&question.id) || is_added(&question.id))
    });
    shown.collect()
}

/// Findings that no title says and that a meeting may hear.
fn further<'f>(
    population: &Population<'_>,
    found: &'f [Finding],
    records: &[model::Slide],
    dimension: &Dimension,
) -> Vec<&'f Finding> {
    let titles: Vec<&str> = charted(population, found, records, dimension)
        .into_iter()
        .filter_map(|question| Some(said_of(found, question)?.id.as_str()))
        .collect();
    let of_it = found.iter().filter(|finding| {
        finding.dimension.as_ref() == Some(&dimension.id)
            && !finding.is_remark()
            && !titles.contains(&finding.id.as_str())
            && !says_nobody(finding)
    });
    let mut of_it: Vec<&Finding> = of_it.collect();
    // What the answers mean for the transfer comes first.
    model::sort_by_key(&mut of_it, |finding| order(&finding.kind));
    of_it
}

/// That nobody did is worth a line in the report, and no place in a meeting.
fn says_nobody(finding: &Finding) -> bool {
    finding.bodies().is_empty()
}

fn order(kind: &Kind) -> u8 {
    match kind {
        Kind::Read { .. } => 0,
        Kind::Report(_) => 1,
        Kind::Minority => 2,
        Kind::Terms => 3,
        Kind::Most => 4,
        Kind::Together => 5,
        _ => 6,
    }
}

fn dimension<'a>(m: &Maker<'a>, id: &str) -> Option<&'a Dimension> {
    let dimensions = &m.population.head().questionnaire.dimensions;
    dimensions.iter().find(|d| d.id.as_str() == id)
}

/// What stands above the titles of a dimension.
pub(super) fn over(m: &Maker<'_>, dimension: &Dimension) -> String {
    let title = dimension.title.get(m.t.code());
    let over = [dimension.id.as_str(), " · ", title].concat();
    fit::first_fit(&over, fit::WIDTH, &[(28, 1)]).said
}

/// The first slide of a dimension.
pub(super) fn divider(m: &Maker<'_>, id: &str) -> Vec<Slide> {
    let Some(found) = dimension(m, id) else {
        return Vec::new();
    };
    let t = m.t;
    let done = completeness::of_dimension(m.population, &found.id);
    let questions = &m.population.head().questionnaire;
    let asked = t.deck_questions(questions.in_dimension(&found.id).count());
    vec![Slide {
        over: t.deck_dimension(id),
        title: found.title.get(t.code()).to_owned(),
        body: Body::Divider {
            mark: id.to_owned(),
            about: t.deck_dimension_about(asked, done.answered(), done.asked()),
        },
        ..empty()
    }]
}

/// The chart of a question, under the sentence of the finding that tells most.
pub(super) fn question(m: &Maker<'_>, id: &str, title: &str, chart: &str) -> Vec<Slide> {
    let (t, population) = (m.t, m.population);
    let questionnaire = &population.head().questionnaire;
    let found = questionnaire.questions.iter();
    let Some(question) = found.into_iter().find(|q| q.id.as_str() == id) else {
        return Vec::new();
    };
    let told = said_of(&m.findings, question);
    let said = match (title, told) {
        ("", Some(finding)) => claim(t, population, finding),
        ("", None) => question.label.get(t.code()).to_owned(),
        (title, _) => title.to_owned(),
    };
    let over = dimension(m, question.dimension.as_str()).map_or_else(String::new, |d| over(m, d));
    let mut slide = Slide {
        over,
        title: said,
        ..empty()
    };
    let asked = Asked {
        t,
        population,
        question,
        title: &slide.title,
        id: &["slide-", id].concat(),
    };
    // The foot takes room from the chart, and says what found none.
    slide.foot = t.deck_question_base(
        &question.number,
        [
            &t.question_base(8888, 8888, 8888),
            " ",
            t.several_choices_base(),
            " ",
            &t.deck_more_rows(88),
        ]
        .concat(),
    );
    let Some(drawn) = figures::draw(&asked, told, chart, fit::room(&slide)) else {
        return Vec::new();
    };
    slide.foot = figures::base(t, question, &drawn);
    slide.body = Body::Figure(drawn.figure);
    slide.charts = drawn.kinds;
    slide.chart = drawn.kind;
    vec![slide]
}

/// What else the answers say.
pub(super) fn findings(m: &Maker<'_>, id: &str, title: &str) -> Vec<Slide> {
    let Some(found) = dimension(m, id) else {
        return Vec::new();
    };
    let t = m.t;
    let all = further(m.population, &m.findings, &m.records, found);
    let title = match title {
        "" => t.deck_findings(),
        title => title,
    };
    let mut slide = Slide {
        over: over(m, found),
        title: title.to_owned(),
        ..empty()
    };
    let said: Vec<Vec<Block>> = all
        .iter()
        .map(|finding| vec![Maker::line(sentence(t, m.population, finding))])
        .collect();
    // As many as one slide takes.
    for shown in (1..=said.len().min(MORE)).rev() {
        let more = said.len() - shown;
        slide.foot = match more {
            0 => String::new(),
            more => t.deck_more_findings(more),
        };
        slide.body = Body::Words(vec![Block::List {
            ordered: false,
            items: said.iter().take(shown).cloned().collect(),
        }]);
        if fit::fits(&slide) {
            break;
        }
    }
    vec![slide]
}
