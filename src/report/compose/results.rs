//! The chapters of the results: what was answered to each question, what the
//! answers mean for the transfer, and what the data say by themselves.

use super::writer::{Writer, of_groups, text, with_figures};
use crate::analysis::findings::{Finding, sentence};
use crate::analysis::readings::{by_dimension, by_factor};
use crate::analysis::{answers, words};
use crate::chart::Theme;
use crate::model::{DimensionId, EffectiveState, Question, QuestionKind};
use crate::report::counts::{
    Combined, ReadingsRow, counted, readings_chart, readings_table, table,
};
use crate::report::{Group, Inline, Row, Table};

/// The result of every question, dimension by dimension.
pub(super) fn results(w: &mut Writer<'_>) {
    let t = w.t;
    w.chapter("results", t.doc_results(), true);
    w.say(t.doc_results_intro());
    for dimension in &w.population.head().questionnaire.dimensions {
        let id = ["results-", dimension.id.as_str()].concat();
        w.section(&id, &w.dimension(dimension));
        let questionnaire = &w.population.head().questionnaire;
        for question in questionnaire.in_dimension(&dimension.id) {
            result(w, question);
        }
    }
}

fn result(w: &mut Writer<'_>, question: &Question) {
    let t = w.t;
    let label = question.label.get(t.code());
    let heading = [&question.number, " · ", label].concat();
    w.part(&["question-", question.id.as_str()].concat(), &heading);
    let counts = counted(t, w.population, question);
    if counts.kind.is_closed() || counts.kind == QuestionKind::List {
        let title = t.doc_answers_to(&question.number);
        let id = ["chart-", question.id.as_str()].concat();
        let base = match counts.kind {
            QuestionKind::Multiple => [&counts.base, " ", t.several_choices_base()].concat(),
            _ => counts.base.clone(),
        };
        w.figure(&id, &title, &base, |frame| {
            counts.answers(t, frame, &Theme::light())
        });
        if counts.kind == QuestionKind::Multiple {
            combinations(w, question);
        }
        let rows = table(t, String::new(), counts.rows.iter(), usize::MAX);
        w.table(t.doc_answers_table(&question.number), rows);
        // What was answered and is in no count is not lost.
        in_words(w, question, |state| state == EffectiveState::OffCondition);
    } else {
        w.say(&counts.base);
        in_words(w, question, |state| state != EffectiveState::Missing);
    }
}

/// Which choices go together.
fn combinations(w: &mut Writer<'_>, question: &Question) {
    let t = w.t;
    let combined = Combined::new(t, w.population, question);
    let id = ["combinations-", question.id.as_str()].concat();
    let title = t.doc_combinations_of(&question.number);
    let base = combined.counted.base.clone();
    w.figure(&id, &title, &base, |frame| {
        combined.draw(t, frame, &Theme::light())
    });
}

/// Answers in words, body by body, of those in some states.
fn in_words(w: &mut Writer<'_>, question: &Question, takes: fn(EffectiveState) -> bool) {
    let t = w.t;
    let said = answers(w.population, &question.id).into_iter();
    let said = said.filter(|answer| takes(answer.state));
    let rows = said.filter_map(|answer| {
        let partner = w.population.body(answer.body)?.partner;
        let mut content = Vec::new();
        if let Some(value) = &answer.value {
            let value = words::value(t, Some(question), value);
            content.push(Inline::Run(crate::report::links(&value)));
        }
        if answer.state != EffectiveState::Given {
            let state = words::state(t, answer.state);
            content.push(Inline::Remark(state.into()));
        }
        if !answer.comment.is_empty() {
            let comment = t.with_name(t.comment(), &answer.comment);
            content.push(Inline::Remark(comment));
        }
        Some(Row {
            heading: vec![Inline::Text(partner.name.clone())],
            cells: vec![super::writer::cell(content)],
            ..Row::default()
        })
    });
    let rows: Vec<Row> = rows.collect();
    if rows.is_empty() {
        return;
    }
    let caption = if question.kind.is_closed() || question.kind == QuestionKind::List {
        t.doc_off_condition_table(&question.number)
    } else {
        t.doc_answers_table(&question.number)
    };
    let heading = String::new();
    let table = of_groups(&[t.body(), t.body_answer()], vec![Group { heading, rows }]);
    w.table(caption, table);
}

/// Readings by dimension and factor, and the findings.
pub(super) fn readings_and_findings(w: &mut Writer<'_>) {
    let t = w.t;
    w.chapter("findings", t.doc_findings(), true);
    readings(w);
    w.section("findings-list", t.findings());
    w.say(t.findings_intro());
    let dimensions = &w.population.head().questionnaire.dimensions;
    let mut groups = vec![group(w, t.whole_survey().into(), None)];
    groups.extend(
        dimensions
            .iter()
            .map(|d| group(w, w.dimension(d), Some(&d.id))),
    );
    groups.retain(|group| !group.rows.is_empty());
    if !groups.is_empty() {
        let table = of_findings(w, groups);
        w.table(t.doc_findings_table(), table);
    }
}

fn readings(w: &mut Writer<'_>) {
    let (t, population) = (w.t, w.population);
    let questionnaire = &population.head().questionnaire;
    let of_dimensions = by_dimension(population);
    let lines = of_dimensions.iter().map(|group| {
        let title = questionnaire.dimension(&group.key);
        let label = title.map_or_else(|| group.key.to_string(), |d| w.dimension(d));
        ReadingsRow::new(population, group, group.key.to_string(), label, None)
    });
    let dimensions: Vec<_> = lines.collect();
    let of_factors = by_factor(population);
    let lines = of_factors.iter().map(|group| {
        let (key, label) = match group.key {
            Some(factor) => (factor.code(), words::factor(t, factor)),
            None => ("none", t.factor_unset()),
        };
        ReadingsRow::new(population, group, key.into(), label.into(), None)
    });
    let factors: Vec<_> = lines.collect();
    w.section("readings", t.doc_readings());
    w.say(t.factors_intro());
    let base = t.factors_base(population.counted().len());
    let shown = [
        ("readings-dimensions", t.factors_by_dimension(), dimensions),
        ("readings-factors", t.factors_by_factor(), factors),
    ];
    for (id, title, lines) in shown {
        w.figure(id, title, &base, |frame| {
            readings_chart(t, &lines, frame, &Theme::light())
        });
        if !lines.is_empty() {
            w.table(title, readings_table(t, &lines, title, usize::MAX));
        }
    }
}

/// The findings of a dimension, or of the survey as a whole.
fn group(w: &Writer<'_>, heading: String, dimension: Option<&DimensionId>) -> Group {
    let of_it = w.findings.iter();
    let of_it = of_it.filter(|finding| finding.dimension.as_ref() == dimension);
    Group {
        heading,
        rows: of_it.map(|finding| row(w, finding)).collect(),
    }
}

/// A finding: its sentence, *k di n*, and who.
pub(super) fn row(w: &Writer<'_>, finding: &Finding) -> Row {
    let bodies = finding.bodies();
    let who = match bodies.len() {
        0 => w.t.finding_nobody().to_owned(),
        _ => w.names(&bodies),
    };
    let said = sentence(w.t, w.population, finding);
    Row {
        heading: vec![Inline::Text(said)],
        cells: vec![
            text(w.of(bodies.len(), finding.base_bodies().len())),
            text(who),
        ],
        ..Row::default()
    }
}

/// A table of findings.
pub(super) fn of_findings(w: &Writer<'_>, groups: Vec<Group>) -> Table {
    let t = w.t;
    let columns = [t.finding_sentence(), t.doc_share(), t.finding_bodies()];
    with_figures(of_groups(&columns, groups), &[1])
}
