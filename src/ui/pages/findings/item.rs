//! One finding: its sentence, who is behind it, and the ways to the answers.

use super::{Said, Told};
use crate::analysis::BodyIndex;
use crate::i18n::Locale;
use crate::model::{QuestionId, SurveyId};
use crate::ui::el::{El, Part, el, link, on_demand, p};
use crate::ui::{Page, Query, Route, View, app, query, t};
use leptos::prelude::*;

/// A finding. Who is behind it is made when it is asked for.
pub fn item(said: Said, told: Memo<Told>) -> El {
    let t = t();
    let finding = said.finding;
    let id = finding.id.clone();
    let (k, n) = (finding.bodies().len(), finding.base_bodies().len());
    let links: Vec<_> = finding.questions.iter().filter_map(question).collect();
    // By which a text elsewhere can cite it.
    let code = el("code").class("finding-code").child(id.clone());
    let who = on_demand(t.finding_who(k, n), move || who(&id, told));
    el("li")
        .class("finding")
        .attr("data-finding", finding.id.clone())
        .attr("data-count", k.to_string())
        .attr("data-of", n.to_string())
        .child(p("sentence", said.sentence))
        .child(el("div").class("tools").child(links).child(who).child(code))
}

/// Leads to the result of a question, for the same bodies.
fn question(id: &QuestionId) -> Option<El> {
    let (app, t, query) = (app(), t(), query());
    let (number, dimension) = app
        .with_head(|head| {
            let question = head.questionnaire.question(id)?;
            Some((question.number.clone(), question.dimension.clone()))
        })
        .flatten()?;
    let id = id.to_string();
    let href = move || {
        let survey = untrack(|| app.open_id())?;
        let query = Query::of(query.with(|q| q.selection.clone())).set("q", &id);
        let page = Page::Results(View::Dimension(dimension.clone()), query);
        Some(Route::Survey(survey, page).href().into())
    };
    Some(
        el("a")
            .live_attr("href", href)
            .child(t.question_number(number)),
    )
}

/// The bodies behind each figure of a finding, and its base; it follows what is
/// counted.
fn who(id: &str, told: Memo<Told>) -> El {
    let (app, t) = (app(), t());
    let id = id.to_owned();
    let survey = untrack(|| app.open_id());
    let lines = move || {
        told.with(|told| {
            let said = told.said.iter().find(|s| s.finding.id == id)?;
            let finding = &said.finding;
            let about = finding.bodies();
            // Where a reviewer may want to ask, each name leads to the answer.
            let question = finding.questions.first().filter(|_| finding.is_remark());
            let figures = finding.figures.iter().zip(&said.counted);
            let lines = figures.map(|(figure, counted)| {
                let counted = match counted.as_str() {
                    "" => t.finding_bodies(),
                    counted => counted,
                };
                let count = figure.bodies.len().to_string();
                let to_ask = figure.bodies.iter().all(|b| about.binary_search(b).is_ok());
                let place = survey.as_ref().zip(question.filter(|_| to_ask));
                let who = named(t, told, &figure.bodies, place);
                line([counted, " (", &count, ")"].concat(), who)
            });
            let mut lines: Vec<El> = lines.collect();
            let base = finding.base_bodies();
            let name = t.finding_base_is(said.base, base.len());
            lines.push(line(name, named(t, told, &base, None)));
            Some(lines)
        })
    };
    el("dl").class("who").live(lines)
}

fn line(name: String, who: AnyView) -> El {
    let name = el("dt").child(name);
    el("div").child([name, el("dd").child(who)])
}

/// The names of bodies; with a question, each leads to its answer on the sheet.
fn named(
    t: Locale,
    told: &Told,
    bodies: &[BodyIndex],
    place: Option<(&SurveyId, &QuestionId)>,
) -> AnyView {
    let bodies = bodies.iter().filter_map(|body| told.bodies.get(*body));
    let Some((survey, question)) = place else {
        let names: Vec<&str> = bodies.map(|(_, name)| name.as_str()).collect();
        return match names.as_slice() {
            [] => t.finding_nobody().part(),
            names => names.join(", ").part(),
        };
    };
    let links = bodies.map(|(id, name)| {
        let page = Page::Question(id.clone(), question.clone());
        let href = Route::Survey(survey.clone(), page).href();
        el("li").child(link(href, name.clone()))
    });
    el("ul").child(links.collect::<Vec<_>>()).part()
}
