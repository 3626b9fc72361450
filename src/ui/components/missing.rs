//! What is missing on a sheet: the questions without an answer, each a way to it.

use crate::analysis::completeness;
use crate::model::{Actor, PartnerId, Question};
use crate::ui::el::{El, el, link};
use crate::ui::{Page, Route, app, document, t};

/// So many letters tell a question from the others.
const LABEL: usize = 60;

/// The first words of a question.
fn short(label: &str) -> String {
    let end = label.char_indices().nth(LABEL).map(|(at, _)| at);
    match end.and_then(|end| label.get(..end)) {
        Some(start) => [
            start.rsplit_once(' ').map_or(start, |(words, _)| words),
            "…",
        ]
        .concat(),
        None => label.into(),
    }
}

/// The questions without an answer on a sheet as it stands now.
pub fn missing(partner: &PartnerId) -> El {
    let (app, t) = (app(), t());
    let questionnaire = app.questionnaire();
    let survey = app.open_id();
    let blank = app.with_sheet(partner, |sheet| completeness::blank(&questionnaire, sheet));
    let way = |question: &Question| {
        let id = question.id.clone();
        let page = Page::Question(partner.clone(), id.clone());
        let href = Route::Survey(survey.clone()?, page).href();
        let label = short(question.label.get(t.code()));
        let name = [question.number.as_str(), ". ", &label].concat();
        let address = href.clone();
        let here = move |_| {
            // The address leads there already, and the browser stays where it is.
            if document::hash() == address {
                document::focus_question(id.as_str());
            }
        };
        Some(el("li").child(link(href, name).on("click", here)))
    };
    let blank = blank.unwrap_or_default();
    let ways: Vec<_> = blank.into_iter().filter_map(way).collect();
    let (none, said) = match app.actor() {
        Actor::Partner => (t.nothing_missing(), t.missing(ways.len())),
        // Nothing is left for them to do or to leave.
        Actor::Coordinator => (t.no_blanks(), t.blanks(ways.len())),
    };
    let missing = el("div").attr("data-missing", ways.len().to_string());
    if ways.is_empty() {
        return missing.child(el("p").child(none));
    }
    missing
        .child(el("p").child(said))
        .child(el("ul").class("missing").child(ways))
}
