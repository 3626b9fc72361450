//! The report of one body, the unit that the indicator counts: where it stands
//! beside the others, what its answers mean, what was asked about them, and its
//! sheet.

use super::writer::{Writer, cell, of_groups, plain, text, with_figures};
use super::{Part, annexes, authors, results};
use crate::analysis::findings::Finding;
use crate::analysis::readings::by_dimension;
use crate::analysis::rules::{Authority, by_rule};
use crate::analysis::{
    Agreement, BodyIndex, agreement, compare, dimension_results, indicator, words,
};
use crate::chart::Theme;
use crate::model::{About, Dimension, Question, Reading, Remark, RemarkState};
use crate::report::counts::{ReadingsRow, readings_chart};
use crate::report::{Group, Inline, Row};

/// All chapters of the report of the body at this place.
pub(super) fn body(w: &mut Writer<'_>, at: BodyIndex) {
    let Some(body) = w.population.body(at) else {
        return;
    };
    about(w, at);
    let Some(sheet) = body.sheet else {
        return;
    };
    if w.options.has(Part::Results) {
        beside_others(w, at);
    }
    if w.options.has(Part::Findings) {
        readings(w, at);
        findings(w, at);
    }
    if w.options.has(Part::Factors) {
        authors::influences(w, Some(&body.partner.id));
    }
    remarks(w, &sheet.remarks);
    if w.options.has(Part::Annexes) {
        annexes::annex(w, &body, sheet);
    }
}

/// Who it is, and whether the indicator counts its sheet.
fn about(w: &mut Writer<'_>, at: BodyIndex) {
    let (t, population) = (w.t, w.population);
    let Some(body) = population.body(at) else {
        return;
    };
    let partner = body.partner;
    w.chapter("body", t.doc_the_body(), true);
    let mut rows = vec![
        (t.partner_code(), partner.code.clone()),
        (t.partner_name(), partner.name.clone()),
        (t.doc_kind(), words::kind(t, &partner.kind.0)),
        (t.partner_status(), words::status(t, body.status).to_owned()),
    ];
    if let Some(role) = partner.role {
        rows.push((t.doc_role(), words::role(t, Some(role)).to_owned()));
    }
    if body.sheet.is_some() {
        let done = crate::analysis::completeness::of_body(population, at);
        rows.push((t.answered(), w.of(done.answered(), done.asked())));
    }
    if let Some(counted) = indicator(population) {
        let counts = if counted.bodies.contains(&at) {
            t.doc_counts()
        } else {
            t.doc_counts_not()
        };
        rows.push((t.tile_indicator(), counts.to_owned()));
    }
    rows.retain(|(_, said)| !said.is_empty());
    let rows = rows
        .into_iter()
        .map(|(name, said)| vec![name.to_owned(), said]);
    let table = plain(&[t.doc_item(), t.doc_said()], rows.collect());
    w.table(t.doc_the_body(), table);
    if body.sheet.is_none() {
        w.note(t.doc_no_sheet());
    }
}

/// Dimension by dimension: its answers, and how many say the same.
fn beside_others(w: &mut Writer<'_>, at: BodyIndex) {
    let (t, population) = (w.t, w.population);
    w.chapter("beside", t.doc_beside(), true);
    w.say(t.doc_beside_intro());
    let agreed = agreement(population);
    let share = agreed.of_body(at);
    if share.n > 0 {
        w.say(t.doc_says_what_most(share.k, share.n));
    }
    let dimensions = dimension_results(population);
    let rows = dimensions.iter().filter_map(|result| {
        let own = result.bodies.iter().find(|own| own.body == at)?;
        let dimension = population
            .head()
            .questionnaire
            .dimension(&result.dimension)?;
        let of = |done: &crate::analysis::Completeness| w.of(done.answered(), done.asked());
        Some(vec![
            w.dimension(dimension),
            of(&own.completeness),
            own.readings.enabling.to_string(),
            own.readings.hindering.to_string(),
            of(&result.completeness),
            result.readings.enabling.to_string(),
            result.readings.hindering.to_string(),
        ])
    });
    let columns = [
        t.dimension(),
        t.doc_own_answered(),
        t.reading_enabling(),
        t.reading_hindering(),
        t.doc_all_answered(),
        t.doc_all_enabling(),
        t.doc_all_hindering(),
    ];
    let table = plain(&columns, rows.collect());
    w.table(
        t.doc_in_dimensions(),
        with_figures(table, &[1, 2, 3, 4, 5, 6]),
    );
    for dimension in &population.head().questionnaire.dimensions {
        let id = ["beside-", dimension.id.as_str()].concat();
        w.section(&id, &w.dimension(dimension));
        let table = sides(w, at, dimension, &agreed);
        w.table(t.doc_answers_beside(&dimension.id), table);
    }
}

/// The questions of a dimension: what the body says, and what most say.
fn sides(
    w: &Writer<'_>,
    at: BodyIndex,
    dimension: &Dimension,
    agreed: &Agreement,
) -> crate::report::Table {
    let (t, population) = (w.t, w.population);
    let questionnaire = &population.head().questionnaire;
    let rows = questionnaire.in_dimension(&dimension.id).map(|question| {
        let label = question.label.get(t.code());
        Row {
            heading: vec![Inline::Text([&question.number, " · ", label].concat())],
            cells: vec![
                text(compare::in_words(t, population, at, &question.id)),
                text(most(w, question, agreed)),
            ],
            ..Row::default()
        }
    });
    let rows = rows.collect();
    let heading = String::new();
    let columns = [t.doc_question(), t.body_answer(), t.doc_most_say()];
    of_groups(&columns, vec![Group { heading, rows }])
}

/// What most say to a closed question, with *k di n*.
fn most(w: &Writer<'_>, question: &Question, agreed: &Agreement) -> String {
    let found = agreed.questions.iter().find(|q| q.question == question.id);
    let Some(found) = found.filter(|found| !found.most.is_empty()) else {
        return "—".into();
    };
    let said = found.most.iter().map(|combination| {
        let labels = combination.options.iter().map(|id| {
            let option = question.option(id);
            option.map_or(id.as_str(), |option| option.label.get(w.t.code()))
        });
        labels.collect::<Vec<_>>().join(" + ")
    });
    let said: Vec<String> = said.collect();
    let share = found.share();
    w.t.figure_of(said.join("; "), w.of(share.k, share.n))
}

/// What its answers mean for the transfer, and who says so.
fn readings(w: &mut Writer<'_>, at: BodyIndex) {
    let (t, population) = (w.t, w.population);
    let questionnaire = &population.head().questionnaire;
    w.chapter("readings", t.doc_readings(), false);
    w.say(t.factors_intro());
    let groups = by_dimension(population);
    let lines = groups.iter().map(|group| {
        let title = questionnaire.dimension(&group.key);
        let label = title.map_or_else(|| group.key.to_string(), |d| w.dimension(d));
        ReadingsRow::new(population, group, group.key.to_string(), label, Some(at))
    });
    let lines: Vec<_> = lines.collect();
    let name = population.body(at).map_or("", |b| b.partner.name.as_str());
    let base = t.factors_base_of(name);
    w.figure("readings-body", t.factors_by_dimension(), &base, |frame| {
        readings_chart(t, &lines, frame, &Theme::light())
    });
    let rows = questionnaire.on_sheet().filter_map(|question| {
        let rules = by_rule(population, question)?;
        let rule = rules.into_iter().find(|rule| rule.bodies.contains(&at))?;
        Some(Row {
            heading: vec![Inline::Text(
                [&question.number, " · ", question.label.get(t.code())].concat(),
            )],
            cells: vec![
                text(compare::in_words(t, population, at, &question.id)),
                text(meaning(w, rule.reading)),
                text(match rule.authority() {
                    Authority::Report => t.rule_reported(),
                    Authority::Proposed => t.rule_proposed(),
                    Authority::Authors => t.doc_by_authors(),
                }),
            ],
            ..Row::default()
        })
    });
    let rows: Vec<Row> = rows.collect();
    if rows.is_empty() {
        return;
    }
    let heading = String::new();
    let columns = [
        t.doc_question(),
        t.body_answer(),
        t.factors_reading(),
        t.doc_who_says(),
    ];
    let table = of_groups(&columns, vec![Group { heading, rows }]);
    w.table(t.doc_readings_table(), table);
}

fn meaning(w: &Writer<'_>, reading: Reading) -> &'static str {
    match reading {
        Reading::Enabling => w.t.rule_enabling(),
        Reading::Neutral => w.t.rule_neutral(),
        Reading::Hindering => w.t.rule_hindering(),
        Reading::Unknown => w.t.rule_unknown(),
    }
}

/// The findings that it is behind.
fn findings(w: &mut Writer<'_>, at: BodyIndex) {
    let t = w.t;
    w.chapter("findings", t.findings(), false);
    let concerns = |finding: &&Finding| finding.bodies().contains(&at);
    let rows: Vec<Row> = w
        .findings
        .iter()
        .filter(concerns)
        .map(|f| results::row(w, f))
        .collect();
    if rows.is_empty() {
        w.note(t.doc_no_findings());
        return;
    }
    let heading = String::new();
    let table = results::of_findings(w, vec![Group { heading, rows }]);
    w.table(t.doc_findings_of_body(), table);
}

/// What reviewers asked, and what was said to it.
fn remarks(w: &mut Writer<'_>, remarks: &[Remark]) {
    let t = w.t;
    if remarks.is_empty() {
        return;
    }
    w.chapter("remarks", t.doc_remarks(), false);
    let questionnaire = &w.population.head().questionnaire;
    let rows = remarks.iter().map(|remark| {
        let about = match remark.about() {
            About::Sheet => t.doc_whole_sheet().to_owned(),
            About::Question(id) => {
                let question = questionnaire.question(&id);
                t.question_number(question.map_or(id.as_str(), |q| q.number.as_str()))
            }
            About::Contact(_) => t.contacts().to_owned(),
        };
        let mut said = vec![Inline::Text(signed(w, &remark.author, &remark.text))];
        let replies = remark.replies.iter();
        said.extend(replies.map(|r| Inline::Remark(signed(w, &r.author, &r.text))));
        let state = match remark.state {
            RemarkState::Open => t.doc_remark_open(),
            RemarkState::Resolved => t.doc_remark_resolved(),
        };
        Row {
            heading: vec![Inline::Text(about)],
            cells: vec![cell(said), text(state)],
            ..Row::default()
        }
    });
    let rows = rows.collect();
    let heading = String::new();
    let columns = [t.doc_about(), t.doc_remark(), t.doc_state()];
    let table = of_groups(&columns, vec![Group { heading, rows }]);
    w.table(t.doc_remarks(), table);
}

/// Words, with who said them where names are shown.
fn signed(w: &Writer<'_>, author: &str, said: &str) -> String {
    match author {
        "" => said.to_owned(),
        author => w.t.with_name(author, said),
    }
}
