//! Results: who, how many, out of what, in several views.

mod answers;
mod card;
mod combinations;
mod dimension;
mod drawing;
mod filters;
mod landing;
mod shell;

pub use drawing::begin as fetch_charts;
pub use shell::{shell, views};

use crate::model::DimensionId;
use crate::ui::el::{El, Part, el, span};
use crate::ui::lazy::lazy;
use crate::ui::pages;
use crate::ui::{View, app, t};
use leptos::prelude::*;

/// The results, in one of their views.
pub fn results(view: View) -> AnyView {
    let t = t();
    match &view {
        View::All => shell(&view, t.results_title(), result_of_each()).part(),
        View::Dimension(id) => one_dimension(&view, id).part(),
        View::Matrix => shell(&view, t.matrix(), pages::matrix()).part(),
        View::Factors => shell(&view, t.factors(), pages::factors()).part(),
        View::Compare => shell(&view, t.compare(), pages::compare()).part(),
        View::Findings => shell(&view, t.findings(), pages::findings()).part(),
    }
}

lazy! { overview =>
/// The result of each dimension. Its chart is that of the overview, so it lives
/// in the same part.
fn result_of_each() = landing::landing() }

fn one_dimension(view: &View, id: &DimensionId) -> El {
    let (app, t) = (app(), t());
    let title = app.with_head(|head| {
        let dimension = head.questionnaire.dimension(id)?;
        Some(dimension.title.get(t.code()).to_owned())
    });
    match title.flatten() {
        Some(title) => {
            let title = [
                span("code", id.to_string()).part(),
                " ".part(),
                title.part(),
            ];
            shell(view, title, dimension::questions(id))
        }
        None => shell(
            &View::All,
            t.results_title(),
            el("p").child(t.no_dimension_text()),
        ),
    }
}
