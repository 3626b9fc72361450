//! The root: language, address, header, notices, and the page of the address.

use super::components::{Header, NoticeList, SurveyBar};
use super::pages::{self, Home};
use super::{Page, Route, app, document, t};
use crate::state::{App, Saving};
use leptos::ev;
use leptos::prelude::*;

/// The whole app.
#[component]
pub fn Root() -> impl IntoView {
    let app = App::start();
    provide_context(app);
    let route = RwSignal::new(Route::parse(&document::hash()));
    open_survey_of(app, &route.get_untracked());
    let listener = window_event_listener(ev::hashchange, move |_| {
        let next = Route::parse(&document::hash());
        open_survey_of(app, &next);
        if next != route.get_untracked() {
            route.set(next);
            request_animation_frame(document::focus_content);
        }
    });
    on_cleanup(move || listener.remove());
    Effect::new(move |_| {
        let saved = app.saving() == Saving::Saved;
        document::mark("data-saved", if saved { "1" } else { "0" });
    });
    Effect::new(move |_| document::mark("lang", app.locale().code()));
    Effect::new(move |_| document::mark("data-ready", "1"));
    // A new language builds the page anew; texts need not be reactive.
    move || {
        provide_context(app.locale());
        view! { <Frame route/> }
    }
}

fn open_survey_of(app: App, route: &Route) {
    match route.survey() {
        Some(id) => {
            app.open(id);
        }
        None => app.close(),
    }
}

/// What surrounds every page.
#[component]
fn Frame(route: RwSignal<Route>) -> impl IntoView {
    let t = t();
    view! {
        <a class="skip" href="#content" on:click=|event| {
            event.prevent_default();
            document::focus_content();
        }>{t.skip_to_content()}</a>
        <Header/>
        <SurveyBar route/>
        <NoticeList/>
        <main id="content" tabindex="-1">{move || page(&route.get())}</main>
        <footer class="footer"><p>{t.privacy_line()}</p></footer>
    }
}

fn page(route: &Route) -> AnyView {
    let (app, t) = (app(), t());
    document::set_title(t.app_name());
    let Route::Survey(id, page) = route else {
        return match route {
            Route::NotFound => nowhere(t.nowhere_title(), t.nowhere_text()),
            _ => view! { <Home/> }.into_any(),
        };
    };
    let title = untrack(|| app.with_head(|h| (h.id == *id).then(|| h.title.clone())));
    let Some(title) = title.flatten() else {
        return nowhere(t.not_here_title(), t.not_here_text());
    };
    document::set_title(&format!("{title} · {}", t.app_name()));
    match page.clone() {
        Page::Overview => view! { <pages::Overview/> }.into_any(),
        Page::Sheet(partner) => view! { <pages::SheetPage partner/> }.into_any(),
        Page::Results(filter) => view! { <pages::Results filter/> }.into_any(),
        Page::Dimension(dimension, filter) => {
            view! { <pages::DimensionResults dimension filter/> }.into_any()
        }
        Page::Exchange => view! { <pages::Exchange/> }.into_any(),
    }
}

fn nowhere(title: &'static str, text: &'static str) -> AnyView {
    let t = t();
    view! {
        <div class="page narrow">
            <h1>{title}</h1>
            <p>{text}</p>
            <p><a class="button" href=Route::Home.href()>{t.back_home()}</a></p>
        </div>
    }
    .into_any()
}
