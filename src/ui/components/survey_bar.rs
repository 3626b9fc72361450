//! Title and pages of the open survey.

use crate::ui::routes::Filter;
use crate::ui::{Page, Route, app, t};
use leptos::prelude::*;

/// Title and pages of the open survey; nothing where none is open.
#[component]
pub fn SurveyBar(route: RwSignal<Route>) -> impl IntoView {
    let (app, t) = (app(), t());
    let open = Memo::new(move |_| app.open_id());
    let title = move || app.with_head(|h| h.title.clone());
    let pages = [
        (t.overview(), Page::Overview),
        (t.results(), Page::Results(Filter::default())),
        (t.exchange(), Page::Exchange),
    ];
    move || {
        let id = open.get()?;
        let links = pages.clone().map(|(name, page)| {
            let href = Route::Survey(id.clone(), page.clone()).href();
            let current = move || is_part_of(&route.get(), &page).then_some("page");
            view! { <li><a href=href aria-current=current>{name}</a></li> }
        });
        Some(view! {
            <section class="survey-bar" aria-labelledby="survey-title">
                <p class="survey-title" id="survey-title">{title}</p>
                <nav aria-label=t.survey_pages()><ul>{links}</ul></nav>
            </section>
        })
    }
}

/// A dimension's results belong to the results, a sheet to the overview.
fn is_part_of(route: &Route, tab: &Page) -> bool {
    let Route::Survey(_, page) = route else {
        return false;
    };
    matches!(
        (page, tab),
        (Page::Overview | Page::Sheet(_), Page::Overview)
            | (Page::Results(_) | Page::Dimension(..), Page::Results(_))
            | (Page::Exchange, Page::Exchange)
    )
}
