//! One question counted within groups of bodies: small multiples on one axis,
//! with their table.

use super::{choice, option, option_group, title};
use crate::analysis::compare::{self, BodyGroup, GroupBy, GroupKey, tally_by};
use crate::analysis::{OptionTally, Population, Tally, words};
use crate::chart::{Frame, Mark, Multiples, Panel, Theme, Tone, multiples};
use crate::i18n::Locale;
use crate::model::{EffectiveState, Question, QuestionId, QuestionKind, SurveyHead};
use crate::report::counts::{self as table, Of, Who};
use crate::report::{Group, Table};
use crate::ui::components::{Picture, picture};
use crate::ui::el::{El, el, p};
use crate::ui::{Query, app, query, t};
use leptos::prelude::*;
use std::sync::Arc;

/// The options of the address: what makes the groups, and what is counted.
const BY: &str = "by";
const COUNT: &str = "q";

/// Stands before the question whose answers make the groups.
const ANSWER: &str = "is:";

/// What is drawn, and the table behind it.
#[derive(Clone, PartialEq)]
struct Shown {
    title: String,
    base: String,
    panels: Vec<Panel>,
    caption: String,
    /// The groups, each with its heading and its rows.
    groups: Vec<(String, Vec<table::Row>)>,
}

impl Shown {
    /// The table, with `most` names in each row.
    fn table(&self, t: Locale, most: usize) -> Table {
        let groups = self.groups.iter().map(|(heading, rows)| Group {
            heading: heading.clone(),
            rows: rows.iter().map(|row| table::line(t, row, most)).collect(),
        });
        table::of_groups(t, self.caption.clone(), groups.collect())
    }
}

/// The form and the chart.
pub fn groups() -> El {
    let (app, t, query) = (app(), t(), query());
    let by = Memo::new(move |_| query.with(by));
    let counted = Memo::new(move |_| {
        let found = app.with_head(|head| Some(query.with(|q| counted(head, q))?.id.clone()));
        found.flatten()
    });
    let shown = Memo::new(move |_| {
        let selection = query.with(|q| q.selection.clone());
        let (by, counted) = (by.get(), counted.get()?);
        let shown = app.with_population(&selection, |head, population| {
            let question = head.questionnaire.question(&counted)?;
            Some(Arc::new(shown(t, population, question, &by)))
        });
        shown.flatten()
    });
    el("div").child(form(by, counted)).live(move || {
        let shown = shown.get();
        untrack(|| match shown {
            Some(shown) => el("section")
                .class("card")
                .attr("data-groups", "")
                .attr("aria-label", shown.title.clone())
                .child(el("h2").child(shown.title.clone()))
                .child(drawn(shown)),
            None => p("empty", t.compare_no_closed()),
        })
    })
}

fn by(query: &Query) -> GroupBy {
    let by = query.get(BY);
    if by == "role" {
        return GroupBy::Role;
    }
    let question = by.strip_prefix(ANSWER).map(QuestionId::new);
    match question {
        Some(Ok(question)) => GroupBy::Answer(question),
        _ => GroupBy::Kind,
    }
}

/// The question that is counted: the first closed one where the address names
/// none.
fn counted<'a>(head: &'a SurveyHead, query: &Query) -> Option<&'a Question> {
    let mut named = closed(head).filter(|q| q.id.as_str() == query.get(COUNT));
    named.next().or_else(|| closed(head).next())
}

fn closed(head: &SurveyHead) -> impl Iterator<Item = &Question> {
    let questions = head.questionnaire.on_sheet();
    questions.filter(|question| question.kind.is_closed())
}

fn form(by: Memo<GroupBy>, counted: Memo<Option<QuestionId>>) -> El {
    let (app, t) = (app(), t());
    let questions = |prefix: &str| {
        let questions = app.with_head(|head| {
            let option = |q: &Question| option([prefix, q.id.as_str()].concat(), title(t, q));
            closed(head).map(option).collect::<Vec<_>>()
        });
        questions.unwrap_or_default()
    };
    let mut ways = vec![
        option("kind".into(), t.filter_kind().into()),
        option("role".into(), t.role().into()),
    ];
    ways.extend(option_group(t.compare_by_answer(), questions(ANSWER)));
    let by = Memo::new(move |_| match by.get() {
        GroupBy::Kind => "kind".to_owned(),
        GroupBy::Role => "role".to_owned(),
        GroupBy::Answer(question) => [ANSWER, question.as_str()].concat(),
    });
    let counted = Memo::new(move |_| counted.get().map_or_else(String::new, |id| id.to_string()));
    el("div")
        .class("compare-form")
        .child(choice(t.compare_count(), COUNT, questions(""), counted))
        .child(choice(t.compare_by(), BY, ways, by))
}

fn drawn(shown: Arc<Shown>) -> El {
    let t = t();
    let (drawn, base, table) = (Arc::clone(&shown), Arc::clone(&shown), Arc::clone(&shown));
    let draw = move |width: u32, theme: &Theme| {
        let spec = Multiples {
            frame: Frame {
                id: "groups".into(),
                title: drawn.title.clone(),
                description: [&drawn.base, " ", &in_a_sentence(&drawn.panels)].concat(),
                width,
                more: t.and_more_names().into(),
            },
            axis: t.axis_bodies().into(),
            panels: drawn.panels.clone(),
        };
        multiples::render(&spec, theme)
    };
    picture(Picture {
        id: "groups".into(),
        title: shown.title.clone(),
        draw: Arc::new(draw),
        base: Arc::new(move || base.base.clone()),
        table: Arc::new(move |most| table.table(t, most)),
    })
}

/// What the panels say, for those who do not see them.
fn in_a_sentence(panels: &[Panel]) -> String {
    let panels = panels.iter().map(|panel| {
        let marks = panel.marks.iter();
        let marks: Vec<_> = marks
            .map(|m| [&m.label, ": ", &m.figure].concat())
            .collect();
        [&panel.title, ": ", &marks.join(", ")].concat()
    });
    panels.collect::<Vec<_>>().join("; ")
}

fn shown(t: Locale, population: &Population, question: &Question, by: &GroupBy) -> Shown {
    let head = population.head();
    let groups = compare::groups(population, by);
    let tallies = tally_by(population, question, &groups);
    let asked = title(t, question);
    let named: Vec<(String, &Tally)> = groups
        .iter()
        .map(|group| name(t, head, by, group))
        .zip(&tallies)
        .collect();
    let keys = groups.iter().enumerate().map(|(at, _)| at.to_string());
    let panels = named
        .iter()
        .zip(keys)
        .map(|((name, tally), key)| panel(t, population, question, name, tally, key));
    Shown {
        base: t.compare_groups_base(groups.len(), population.bodies().len()),
        panels: panels.collect(),
        caption: t.compare_groups_caption(&asked),
        groups: named
            .iter()
            .map(|(name, tally)| rows(t, population, question, name, tally))
            .collect(),
        title: match by {
            GroupBy::Kind => t.compare_per_kind(asked),
            GroupBy::Role => t.compare_per_role(asked),
            GroupBy::Answer(id) => {
                let by = head.questionnaire.question(id);
                t.compare_per_answer(asked, by.map_or(id.as_str(), |q| &q.number))
            }
        },
    }
}

/// What the bodies of a group have in common.
fn name(t: Locale, head: &SurveyHead, by: &GroupBy, group: &BodyGroup) -> String {
    match &group.key {
        GroupKey::Kind(Some(kind)) => words::kind(t, &kind.0),
        GroupKey::Kind(None) => t.kind_none().into(),
        GroupKey::Role(role) => words::role(t, *role).into(),
        GroupKey::Options(places) => {
            let question = match by {
                GroupBy::Answer(id) => head.questionnaire.question(id),
                GroupBy::Kind | GroupBy::Role => None,
            };
            let option = |at: &usize| question?.options.get(*at);
            let options = places.iter().filter_map(option);
            let labels: Vec<_> = options.map(|o| o.label.get(t.code())).collect();
            labels.join(" + ")
        }
        GroupKey::State(EffectiveState::Given) => t.answer_other().into(),
        GroupKey::State(state) => words::state(t, *state).into(),
        GroupKey::Withheld => t.answer_withheld().into(),
    }
}

fn panel(
    t: Locale,
    population: &Population,
    question: &Question,
    title: &str,
    tally: &Tally,
    key: String,
) -> Panel {
    let answered = tally.answered();
    let options = question.options.iter().zip(&tally.options).enumerate();
    let marks = options.map(|(at, (option, counted))| Mark {
        key: option.id.to_string(),
        label: option.label.get(t.code()).to_owned(),
        value: count(counted.ticks.len()),
        figure: t.of(counted.ticks.len(), answered),
        names: first(population, counted),
        others: counted.ticks.len().saturating_sub(Mark::NAMES),
        // Of a yes/no question the second choice is the no.
        tone: if question.kind == QuestionKind::YesNo && at == 1 {
            Tone::No
        } else {
            Tone::Primary
        },
    });
    Panel {
        key,
        title: title.into(),
        base: count(answered),
        figure: base(t, tally),
        marks: marks.collect(),
    }
}

/// How many of those asked answered, as in the table; a body without a sheet was
/// not asked, and is said apart.
fn base(t: Locale, tally: &Tally) -> String {
    let base = t.compare_group_base(tally.answered(), tally.asked());
    let state = EffectiveState::Missing;
    match tally.state(state).len() {
        0 => base,
        missing => [
            &base,
            " · ",
            words::state(t, state),
            ": ",
            &missing.to_string(),
        ]
        .concat(),
    }
}

fn rows(
    t: Locale,
    population: &Population,
    question: &Question,
    name: &str,
    tally: &Tally,
) -> (String, Vec<table::Row>) {
    let base = t.question_base(tally.answered(), tally.asked(), tally.bodies);
    let options = question.options.iter().zip(&tally.options);
    let options = options.map(|(option, counted)| table::Row {
        of: Of::Option,
        key: option.id.to_string(),
        label: option.label.get(t.code()).to_owned(),
        who: ticked(population, counted),
        people: population.people(),
    });
    let gaps = tally.states.iter();
    let gaps = gaps.filter(|s| s.state != EffectiveState::Given && !s.bodies.is_empty());
    let gaps = gaps.map(|state| table::Row {
        of: Of::State,
        key: state.state.code().into(),
        label: words::state(t, state.state).into(),
        who: table::all(population, &state.bodies),
        people: population.people(),
    });
    ([name, " — ", &base].concat(), options.chain(gaps).collect())
}

/// The first of those who chose an option, as a mark names them.
fn first(population: &Population, counted: &OptionTally) -> Vec<String> {
    let ticks = counted.ticks.iter().take(Mark::NAMES);
    let row = table::Row {
        of: Of::Option,
        key: String::new(),
        label: String::new(),
        who: ticks
            .filter_map(|tick| table::who(population, tick.body, &tick.qualifier))
            .collect(),
        people: population.people(),
    };
    row.names(Mark::NAMES)
}

/// Who chose an option, each with what it wrote beside it.
fn ticked(population: &Population, counted: &OptionTally) -> Vec<Who> {
    let ticks = counted.ticks.iter();
    ticks
        .filter_map(|tick| table::who(population, tick.body, &tick.qualifier))
        .collect()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
