//! Overview: who has answered, the indicator, completeness by dimension.

mod completeness;
mod partners;

pub use completeness::CompletenessByDimension;
use partners::Partners;

use crate::analysis::{self, Counting};
use crate::ui::components::Rename;
use crate::ui::{app, t};
use leptos::prelude::*;

/// The overview page.
#[component]
pub fn Overview() -> impl IntoView {
    view! {
        <div class="page">
            <Title/>
            <Tiles/>
            <CompletenessByDimension counting=Counting::Received links=false/>
            <Partners/>
        </div>
    }
}

/// Title and project lines; the title can be changed here.
#[component]
fn Title() -> impl IntoView {
    let (app, t) = (app(), t());
    let renaming = RwSignal::new(false);
    let title = Memo::new(move |_| app.with_head(|h| h.title.clone()).unwrap_or_default());
    let on_name = Callback::new(move |name: String| {
        renaming.set(false);
        if let Some(id) = app.open_id() {
            app.rename(&id, &name);
        }
    });
    let project = move || app.with_head(|h| h.document.project.clone());
    let activity = move || app.with_head(|h| h.document.activity.clone());
    view! {
        <div class="title-row">
            {move || if renaming.get() {
                view! { <Rename name=title.get() label=t.new_title() on_name on_cancel=Callback::new(move |()| renaming.set(false))/> }.into_any()
            } else {
                view! {
                    <h1>{title.get()}</h1>
                    <button type="button" class="link" on:click=move |_| renaming.set(true)>{t.rename()}</button>
                }.into_any()
            }}
        </div>
        <p class="project">{project}</p>
        <p class="activity">{activity}</p>
    }
}

/// What a coordinator wants to know first.
struct Figures {
    bodies: usize,
    received: usize,
    missing: Vec<String>,
    indicator: Option<(usize, u32, String)>,
}

/// The figures of the survey.
#[component]
fn Tiles() -> impl IntoView {
    let (app, t) = (app(), t());
    let figures = move || {
        app.with_population(Counting::Received, |head, population| Figures {
            bodies: population.bodies().len(),
            received: population.received().len(),
            missing: population
                .missing()
                .iter()
                .filter_map(|body| Some(population.body(*body)?.partner.name.clone()))
                .collect(),
            indicator: analysis::indicator(population).map(|i| {
                let name = head
                    .indicator
                    .as_ref()
                    .map(|i| i.name.get(t.code()).to_owned());
                (i.result(), i.target, name.unwrap_or_default())
            }),
        })
    };
    move || {
        figures().map(|figures| {
            let missing = if figures.missing.is_empty() {
                t.nobody_missing().to_owned()
            } else {
                super::super::components::some_names(t, &figures.missing)
            };
            let indicator = figures.indicator.map(|(result, target, name)| {
                let change = move |event: leptos::ev::Event| {
                    if let Ok(target) = event_target_value(&event).parse() {
                        app.set_target(target);
                    }
                };
                view! {
                    <div class="tile wide" data-tile="indicator">
                        <dt>{t.tile_indicator()}</dt>
                        <dd>
                            <span class="figure-line"><strong data-indicator-result=result>{result}</strong> " "
                            <span>{t.indicator_result_of()}</span> " "
                            <label class="inline"><span class="hidden">{t.target()}</span>
                            <input type="number" min="0" max="99999" prop:value=target.to_string() data-indicator-target=target on:change=change/></label></span>
                            <span class="about">{name}</span>
                        </dd>
                    </div>
                }
            });
            view! {
                <dl class="tiles">
                    <div class="tile" data-tile="bodies"><dt>{t.tile_bodies()}</dt><dd><strong>{figures.bodies}</strong></dd></div>
                    <div class="tile" data-tile="received"><dt>{t.tile_received()}</dt><dd><strong>{figures.received}</strong> " " <span>{t.out_of(figures.bodies)}</span></dd></div>
                    <div class="tile" data-tile="missing"><dt>{t.tile_missing()}</dt><dd><strong>{figures.missing.len()}</strong> <span class="about">{missing}</span></dd></div>
                    {indicator}
                </dl>
            }
        })
    }
}
