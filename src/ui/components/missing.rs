//! What is missing on a sheet: the questions without an answer, each a way to it.

use crate::analysis::completeness;
use crate::model::{Actor, DimensionId, PartnerId, Question};
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
    missing_in(partner, None)
}

/// The same; with `step`, those of this dimension, and how many there are in
/// others.
pub fn missing_in(partner: &PartnerId, step: Option<&DimensionId>) -> El {
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
    let all = blank.len();
    let is_here = |q: &&Question| step.is_none_or(|step| q.dimension == *step);
    let here = blank.into_iter().filter(is_here);
    let ways: Vec<_> = here.filter_map(way).collect();
    // Who runs the survey has nothing to do or to leave.
    let (none, some) = match app.actor() {
        Actor::Partner => (t.nothing_missing(), t.missing(ways.len())),
        Actor::Coordinator => (t.no_blanks(), t.blanks(ways.len())),
    };
    let missing = el("div").attr("data-missing", all.to_string());
    if all == 0 {
        return missing.child(el("p").child(none));
    }
    let elsewhere = all - ways.len();
    let said = if ways.is_empty() {
        t.nothing_missing_here().into()
    } else {
        some
    };
    missing
        .child(el("p").child(said))
        .child(el("ul").class("missing").child(ways))
        .child((elsewhere > 0).then(|| el("p").child(t.missing_elsewhere(elsewhere))))
}
