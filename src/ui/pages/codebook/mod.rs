//! The codebook: how each list question is read, and what can be done about it.
//! The question stands in the address (`q`).

mod bar;
mod bench;
mod choose;
mod panel;
mod stay;
mod terms;
mod unread;
mod words;

use crate::analysis::{self, CodebookUse, Population};
use crate::i18n::Locale;
use crate::model::{Question, QuestionKind, SurveyHead};
use crate::ui::el::{El, Part, el, live, p, span};
use crate::ui::pages::results::views;
use crate::ui::{Page, Route, app, query, t};
use bar::{Last, bar};
use bench::Bench;
use leptos::prelude::*;
use stay::{List, TITLE};

/// Option of the address: the question that is looked at.
const QUESTION: &str = "q";

/// What the page shows of one question.
#[derive(Clone, Default, PartialEq)]
struct Read {
    base: String,
    uses: CodebookUse,
    /// Names of all bodies.
    names: Vec<String>,
}

/// The page.
pub fn codebook() -> El {
    let (app, t, query) = (app(), t(), query());
    let lists = move || app.with_head(lists).unwrap_or_default();
    let chosen = Memo::new(move |_| {
        let asked = query.with(|q| q.get(QUESTION).to_owned());
        let mut lists = lists().into_iter();
        let first = lists.clone().next();
        lists.find(|q| q.id.as_str() == asked).or(first)
    });
    let last = RwSignal::new(Last::default());
    let filtered = move || query.with(|q| !q.selection.is_everybody());
    el("div")
        .class("page results codebook")
        .child(el("h1").child(t.codebook()))
        .child(views(None))
        .child(p("base", t.codebook_intro()))
        .live(move || filtered().then(|| p("base", t.codebook_everybody())))
        .child(questions(untrack(lists), chosen))
        .live(move || match chosen.get() {
            Some(question) => untrack(|| one(question, last)).part(),
            None => p("empty", t.codebook_no_lists()).part(),
        })
        .child(bar(last))
}

/// The list questions of a sheet.
fn lists(head: &SurveyHead) -> Vec<Question> {
    let questions = head.questionnaire.on_sheet();
    let lists = questions.filter(|q| q.kind == QuestionKind::List);
    lists.cloned().collect()
}

/// Leads to each list question, and says where something is left to read.
fn questions(lists: Vec<Question>, chosen: Memo<Option<Question>>) -> El {
    let (app, t, query) = (app(), t(), query());
    let counted = lists.clone();
    let left = Memo::new(move |_| {
        let everybody = query.with(|q| q.selection.everybody());
        let left = app.with_population(&everybody, |_, population| {
            let lists = counted.iter();
            let left = lists.map(|q| analysis::terms(population, q).0.unread.len());
            left.collect::<Vec<_>>()
        });
        left.unwrap_or_default()
    });
    let link = |(at, question): (usize, Question)| {
        let id = question.id.to_string();
        let (there, here) = (id.clone(), id.clone());
        let href = move || {
            let page = Page::Codebook(query.get().set(QUESTION, &there));
            let survey = untrack(|| app.open_id())?;
            Some(Route::Survey(survey, page).href().into())
        };
        let current = move || {
            let current = chosen.with(|c| c.as_ref().is_some_and(|q| q.id.as_str() == here));
            current.then_some("page".into())
        };
        let left = move || {
            let n = left.with(|left| left.get(at).copied().unwrap_or_default());
            (n > 0).then(|| span("about", t.codebook_left(n)))
        };
        let link = el("a")
            .live_attr("href", href)
            .live_attr("aria-current", current)
            .attr("data-list", id)
            .child(span("code", question.number.clone()))
            .child(question.label.get(t.code()).to_owned())
            .live(left);
        el("li").child(link)
    };
    let links: Vec<_> = lists.into_iter().enumerate().map(link).collect();
    el("nav")
        .class("lists")
        .attr("aria-label", t.codebook_lists())
        .child(el("ul").child(links))
}

/// One question.
fn one(question: Question, last: RwSignal<Last>) -> El {
    let (app, t, query) = (app(), t(), query());
    let number = span("code", question.number.clone());
    let label = question.label.get(t.code()).to_owned();
    let title = el("h2").attr("id", TITLE).attr("tabindex", "-1").child([
        number.part(),
        " ".part(),
        label.part(),
    ]);
    let id = question.id.clone();
    let read = Memo::new(move |_| {
        let everybody = query.with(|q| q.selection.everybody());
        let read = app.with_population(&everybody, |_, population| read(t, population, &question));
        read.unwrap_or_default()
    });
    let bench = Bench::new(id.clone(), read, last);
    let base = move || read.with(|read| read.base.clone());
    el("div")
        .attr("data-codebook", id.to_string())
        .child(title)
        .child(p("base", live(base)))
        .child(unread::unread(bench))
        .child(terms::counted(bench))
        .child(terms::ignored(bench))
        .child(terms::unused(bench))
}

fn read(t: Locale, population: &Population, question: &Question) -> Read {
    let (tally, _) = analysis::tally(population, question);
    let bodies = population.bodies().iter();
    let mut base = t.question_base(tally.answered(), tally.asked(), tally.bodies);
    let withheld = tally.withheld.len();
    if withheld > 0 {
        base = [base, t.codebook_withheld(withheld)].join(" ");
    }
    Read {
        base,
        uses: analysis::codebook(population, question).0,
        names: bodies.map(|body| body.partner.name.clone()).collect(),
    }
}

/// A section of the page; its heading takes the keyboard where nothing else is
/// left in it.
fn section(list: List, title: &'static str) -> El {
    let heading = el("h3")
        .attr("id", list.name())
        .attr("tabindex", "-1")
        .child(title);
    el("section")
        .class("card")
        .attr("aria-labelledby", list.name())
        .child(heading)
}
