//! How each question is read: its rules, who gives them, and the bodies behind
//! each.

use super::question::question;
use crate::analysis::findings::condition;
use crate::analysis::rules::{RuleTally, by_rule};
use crate::analysis::{BodyIndex, Population, readings};
use crate::i18n::Locale;
use crate::model::{Factor, Question, Reading, Source};
use crate::ui::el::{El, el, keyed, p};
use crate::ui::{app, query, t};
use leptos::prelude::*;

/// How the questions of a survey are read.
#[derive(Clone, Default, PartialEq)]
pub struct All {
    pub questions: Vec<Read>,
    /// Names of the bodies that are looked at.
    pub names: Vec<String>,
}

/// How one question is read.
#[derive(Clone, PartialEq)]
pub struct Read {
    pub id: String,
    pub title: String,
    pub factor: Option<Factor>,
    pub off: bool,
    pub rules: Vec<Rule>,
    /// Bodies with a sheet, but without an answer to read.
    pub unread: Vec<BodyIndex>,
}

/// One rule; the last of a question is where no other holds.
#[derive(Clone, PartialEq)]
pub struct Rule {
    pub words: String,
    pub reading: Reading,
    /// What its source says.
    pub said: Reading,
    pub source: Source,
    pub bodies: Vec<BodyIndex>,
}

impl Read {
    /// How many answers are read.
    pub fn answers(&self) -> usize {
        self.rules.iter().map(|rule| rule.bodies.len()).sum()
    }

    /// How many answers have a reading.
    pub fn count(&self, reading: Reading) -> usize {
        let rules = self.rules.iter().filter(|rule| rule.reading == reading);
        rules.map(|rule| rule.bodies.len()).sum()
    }
}

/// The card with all questions that are read.
pub fn rules() -> El {
    let (app, t, query) = (app(), t(), query());
    let selection = Memo::new(move |_| query.with(|q| q.selection.clone()));
    let all = Memo::new(move |_| {
        let all = selection.with(|s| app.with_population(s, |_, population| all(t, population)));
        all.unwrap_or_default()
    });
    let edit = untrack(|| app.may_edit());
    // A question with other rules, which only an import brings, is shown anew.
    let items = move || {
        all.with(|all| {
            let questions = all.questions.iter();
            let item = |read: &Read| (read.id.clone(), read.title.clone(), read.rules.len());
            questions.map(item).collect::<Vec<_>>()
        })
    };
    let list = keyed(
        items,
        |(id, title, rules)| format!("{id} {rules} {title}"),
        move |(id, title, _)| question(id, title, all, edit),
    );
    let none = move || all.with(|all| all.questions.is_empty());
    el("section")
        .class("card")
        .attr("aria-labelledby", "rules-title")
        .child(el("h2").attr("id", "rules-title").child(t.rules()))
        .child(p("base", t.rules_explained()))
        .child(edit.then(|| p("hint", t.rules_edit())))
        .live(move || none().then(|| p("empty", t.rules_none())))
        .child(el("ul").class("rules-list").child(list))
}

fn all(t: Locale, population: &Population) -> All {
    let questions = population.head().questionnaire.on_sheet();
    let bodies = population.bodies().iter();
    All {
        questions: questions.filter_map(|q| read(t, population, q)).collect(),
        names: bodies.map(|b| b.partner.name.clone()).collect(),
    }
}

/// Also of a question that is switched off: its rules are still there.
fn read(t: Locale, population: &Population, question: &Question) -> Option<Read> {
    let readings = question.readings.as_ref()?;
    let counted = by_rule(population, question).unwrap_or_default();
    let bodies = |place: Option<usize>| {
        let counted = counted
            .iter()
            .find(|tally: &&RuleTally| tally.rule == place);
        counted.map_or_else(Vec::new, |tally| tally.bodies.clone())
    };
    let questionnaire = &population.head().questionnaire;
    let own = Some(&question.id);
    let rules = readings.rules.iter().enumerate().map(|(at, rule)| Rule {
        words: condition(t, questionnaire, own, &rule.when),
        reading: rule.reading,
        said: rule.said(),
        source: rule.source,
        bodies: bodies(Some(at)),
    });
    let otherwise = Rule {
        words: t.rule_otherwise().into(),
        reading: readings.otherwise,
        said: readings.otherwise_was.unwrap_or(readings.otherwise),
        source: Source::Proposed,
        bodies: bodies(None),
    };
    let unread = readings::of_question(population, question);
    Some(Read {
        id: question.id.to_string(),
        title: [&question.number, " · ", question.label.get(t.code())].concat(),
        factor: question.factor,
        off: readings.off,
        rules: rules.chain([otherwise]).collect(),
        unread: unread.map_or_else(Vec::new, |read| read.bodies(Reading::Unknown)),
    })
}
