//! The root: language, address, header, notices, and the page of the address.

use super::components::{follow_printing, header, keep_the_page, notice_list, survey_bar};
use super::el::{El, Part, el, link, live};
use super::lazy::lazy;
use super::manage;
use super::pages;
use super::{Page, Query, Route, View, app, document, t};
use crate::bundle::Opens;
use crate::i18n::Locale;
use crate::state::{App, CARRIED, Opened, Saving};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The whole app.
pub fn root(opened: Opened) -> AnyView {
    let app = App::start(opened);
    provide_context(app);
    let route = RwSignal::new(here(app));
    open_survey_of(app, &route.get_untracked());
    let listener = window_event_listener(ev::hashchange, move |_| {
        let next = here(app);
        open_survey_of(app, &next);
        let before = route.get_untracked();
        if next != before {
            let stays = next.place() == before.place();
            let leads = matches!(next, Route::Survey(_, Page::Question(..) | Page::Step(..)));
            route.set(next);
            if leads || !stays {
                request_animation_frame(move || arrive(&route.get_untracked()));
            }
        }
    });
    on_cleanup(move || listener.remove());
    keep_the_page();
    follow_printing();
    Effect::new(move |_| {
        let saved = app.saving() == Saving::Saved;
        document::mark("data-saved", if saved { "1" } else { "0" });
    });
    Effect::new(move |_| document::mark("lang", app.locale().code()));
    Effect::new(move |_| document::mark("data-ready", "1"));
    if route.with_untracked(leads_into_the_page) {
        request_animation_frame(move || arrive(&route.get_untracked()));
    }
    provide_context(Memo::new(move |_| route.with(Route::query)));
    // A new language builds the page anew; texts need not be reactive.
    live(move || {
        provide_context(app.locale());
        untrack(|| frame(route))
    })
}

/// Where the address leads. Who opens a file that shows one survey is led to that.
fn here(app: App) -> Route {
    let route = Route::parse(&document::hash());
    match app.carried() {
        Some(carried) if route.survey() != Some(&carried.survey) => {
            let page = match carried.opens {
                Opens::Deck => Page::Present(String::new(), Query::default()),
                Opens::Results => Page::Results(View::All, Query::default()),
            };
            let route = Route::Survey(carried.survey, page);
            document::forget_in_address(&route.href());
            route
        }
        _ => route,
    }
}

fn open_survey_of(app: App, route: &Route) {
    match route {
        Route::Survey(
            id,
            Page::Sheet(partner) | Page::Question(partner, _) | Page::Step(partner, _),
        ) => {
            app.open_at(id, partner);
        }
        Route::Survey(id, page) => {
            if matches!(page, Page::Results(View::Dimension(_), _)) {
                pages::fetch_charts();
            }
            app.open_in_turns(id);
        }
        _ => app.close(),
    }
}

/// Puts the keyboard and the view where the address leads.
fn arrive(route: &Route) {
    match route {
        Route::Survey(_, Page::Question(_, question)) => {
            document::focus_question(question.as_str())
        }
        Route::Survey(_, Page::Step(_, step)) => {
            document::focus(&pages::step_section(step.as_ref()));
        }
        Route::Survey(_, Page::Results(View::Dimension(_), query)) => match query.question() {
            Some(question) => document::focus_result(question.as_str()),
            None => document::focus_content(),
        },
        _ => document::focus_content(),
    }
}

/// Whether an address leads to a place in its page.
fn leads_into_the_page(route: &Route) -> bool {
    match route {
        Route::Survey(_, Page::Question(..) | Page::Step(..)) => true,
        Route::Survey(_, Page::Results(View::Dimension(_), query)) => query.question().is_some(),
        _ => false,
    }
}

/// What surrounds every page.
fn frame(route: RwSignal<Route>) -> AnyView {
    let (app, t) = (app(), t());
    let skip = link("#content".into(), t.skip_to_content())
        .class("skip")
        .on("click", |event| {
            event.prevent_default();
            document::focus_content();
        });
    let open = Memo::new(move |_| app.open_id());
    let bar = live(move || {
        let id = open.get()?;
        Some(untrack(|| survey_bar(&id, route)))
    });
    let place = Memo::new(move |_| route.with(Route::place));
    let reading = Memo::new(move |_| app.reading().is_some());
    let main = el("main")
        .attr("id", "content")
        .attr("tabindex", "-1")
        .live(move || {
            let place = place.get();
            if reading.get() {
                return untrack(|| how_far(route).part());
            }
            untrack(|| page(&place))
        });
    let stepped = Memo::new(move |_| app.has_steps());
    let keys = live(move || stepped.get().then(|| untrack(follow_keys)));
    let only_shows = app.only_shows();
    let banner = only_shows.then(pages::carried_banner);
    let settings = (!only_shows).then(|| link(Route::Settings.href(), t.settings()));
    let footer = el("footer").class("footer").child(
        el("p")
            .child(el("span").child(t.privacy_line()))
            .child(offline_word())
            .child(settings),
    );
    [
        skip.part(),
        header().part(),
        bar,
        banner.part(),
        notice_list().part(),
        main.part(),
        footer.part(),
        keys,
    ]
    .part()
}

/// Whether the app can be used without a network, once that is known; its code is
/// fetched then, and says nothing where it is not to be had.
fn offline_word() -> AnyView {
    let here = RwSignal::new(false);
    let fetch = move || {
        if !here.get_untracked()
            && document::there("html[data-offline]:not([data-offline=unavailable])")
        {
            spawn_local(async move {
                if pages::fetch_offline_word().await.is_ok() && here.try_get_untracked().is_some() {
                    here.set(true);
                }
            });
        }
    };
    fetch();
    let listener = window_event_listener_untyped("rilievo-offline", move |_| fetch());
    on_cleanup(move || listener.remove());
    live(move || here.get().then(|| untrack(pages::offline_word)))
}

lazy! { keeping =>
/// The keys that undo and redo.
fn follow_keys() = manage::follow_keys() }

/// How far a long survey is read that is opened; the page of the address follows.
fn how_far(route: RwSignal<Route>) -> El {
    let (app, t) = (app(), t());
    on_cleanup(move || {
        if route.with_untracked(leads_into_the_page) {
            request_animation_frame(move || arrive(&route.get_untracked()));
        }
    });
    let far = move || {
        app.reading()
            .map(|hundredths| hundredths.to_string().into())
    };
    let bar = el("progress")
        .attr("max", "100")
        .attr("aria-label", t.reading_sheets())
        .live_attr("value", far);
    el("div")
        .class("page")
        .attr("data-reading", "")
        .child(el("h1").child(t.reading_sheets()))
        .child(bar)
}

fn page(route: &Route) -> AnyView {
    let (app, t) = (app(), t());
    document::set_title(t.app_name());
    let Route::Survey(id, page) = route else {
        return match route {
            Route::Settings => pages::settings(),
            Route::Open(link) if link == CARRIED => pages::copy_carried(),
            Route::Open(link) => pages::open(link.clone()),
            Route::NotFound => nowhere(t.nowhere_title(), t.nowhere_text()).part(),
            _ => pages::home().part(),
        };
    };
    let title = app.with_head(|h| (h.id == *id).then(|| h.title.clone()));
    let Some(title) = title.flatten() else {
        return nowhere(t.not_here_title(), t.not_here_text()).part();
    };
    let name = page_name(t, page);
    let parts = [name, title, t.app_name().to_owned()];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    document::set_title(&parts.join(" · "));
    if app.only_shows() && !page.is_shown() {
        return pages::only_shown();
    }
    match page.clone() {
        Page::Overview(_) => pages::overview(),
        Page::Sheet(partner) | Page::Question(partner, _) | Page::Step(partner, _) => {
            pages::sheet(&partner).part()
        }
        Page::Results(view, _) => pages::results(view),
        Page::Codebook(_) => pages::codebook(),
        Page::Conclusions(_) => pages::conclusions(),
        Page::Document => pages::document(),
        Page::Report(_) => pages::report(),
        Page::Slides => pages::slides(),
        Page::Present(..) => pages::present(),
        Page::Exchange => pages::exchange(),
    }
}

/// What tells a view of the results from the others in the browser's history.
fn page_name(t: Locale, page: &Page) -> String {
    match page {
        Page::Results(View::All, _) => t.results().into(),
        Page::Results(View::Dimension(id), _) => [t.results(), " ", id.as_str()].concat(),
        Page::Results(View::Matrix, _) => t.matrix().into(),
        Page::Results(View::Factors, _) => t.factors().into(),
        Page::Results(View::Compare, _) => t.compare().into(),
        Page::Results(View::Findings, _) => t.findings().into(),
        Page::Codebook(_) => t.codebook().into(),
        Page::Conclusions(_) => t.conclusions().into(),
        Page::Document => t.document_data().into(),
        Page::Report(_) => t.report().into(),
        Page::Slides | Page::Present(..) => t.presentation().into(),
        _ => String::new(),
    }
}

fn nowhere(title: &'static str, text: &'static str) -> El {
    let t = t();
    let home = link(Route::Home.href(), t.back_home()).class("button");
    el("div")
        .class("page narrow")
        .child(el("h1").child(title))
        .child(el("p").child(text))
        .child(el("p").child(home))
}
