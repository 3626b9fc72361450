//! Home: the surveys of this browser, a new one, import.

use crate::model::{SurveyHead, SurveyId};
use crate::state::Example;
use crate::ui::components::{Confirm, Import, Rename};
use crate::ui::{Page, Route, app, document, t};
use leptos::html::{Input, Select};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The home page.
#[component]
pub fn Home() -> impl IntoView {
    let (app, t) = (app(), t());
    let none = move || app.heads().is_empty();
    view! {
        <div class="page">
            <h1>{t.home_title()}</h1>
            <p class="lead">{t.home_intro()}</p>
            {move || none().then(|| view! { <p class="empty">{t.home_empty()}</p> })}
            <ul class="surveys">
                <For each=move || app.heads() key=|head| (head.id.clone(), head.title.clone(), head.partners.len()) let(head)>
                    <SurveyCard head/>
                </For>
            </ul>
            <OpenExamples/>
            <div class="columns">
                <NewSurvey/>
                <Import/>
            </div>
        </div>
    }
}

fn open_overview(id: SurveyId) {
    document::go(&Route::Survey(id, Page::Overview).href());
}

/// One button for each example that comes with the app.
#[component]
fn OpenExamples() -> impl IntoView {
    let (app, t) = (app(), t());
    let buttons: Vec<_> = document::examples()
        .into_iter()
        .map(|example| {
            let name = t.open_example(&example.name);
            let open = move |_| {
                let example = example.clone();
                spawn_local(async move {
                    if let Some(id) = app.add_example(&example).await {
                        open_overview(id);
                    }
                });
            };
            view! { <button type="button" class="button" on:click=open>{name}</button> }
        })
        .collect();
    view! { <p class="actions">{buttons}</p> }
}

/// A survey in the list, with what can be done to it.
#[component]
fn SurveyCard(head: SurveyHead) -> impl IntoView {
    let (app, t) = (app(), t());
    let SurveyHead { id, title, .. } = head;
    let href = Route::Survey(id.clone(), Page::Overview).href();
    let made = head
        .created
        .map(|moment| t.created_on(document::day(t, moment.day())));
    let about = [Some(t.bodies(head.partners.len())), made];
    let about = about.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let (renaming, deleting) = (RwSignal::new(false), RwSignal::new(false));
    let (to_rename, to_copy, to_delete) = (id.clone(), id.clone(), id);
    let named = |action: &'static str| t.action_on(action, &title);
    let (rename_label, copy_label, delete_label) =
        (named(t.rename()), named(t.duplicate()), named(t.delete()));
    let copy_title = t.copy_of(&title);
    let shown = title.clone();
    let on_name = Callback::new(move |name: String| {
        renaming.set(false);
        app.rename(&to_rename, &name);
        app.close();
    });
    view! {
        <li class="card survey-card">
            {move || if renaming.get() {
                view! { <Rename name=shown.clone() label=t.new_title() on_name on_cancel=Callback::new(move |()| renaming.set(false))/> }.into_any()
            } else {
                view! { <h2><a href=href.clone()>{shown.clone()}</a></h2> }.into_any()
            }}
            <p class="about">{about}</p>
            <p class="actions">
                <button type="button" class="link" aria-label=rename_label on:click=move |_| renaming.set(true)>{t.rename()}</button>
                <button type="button" class="link" aria-label=copy_label on:click=move |_| {
                    app.duplicate(&to_copy, &copy_title);
                }>{t.duplicate()}</button>
                <button type="button" class="link danger" aria-label=delete_label on:click=move |_| deleting.set(true)>{t.delete()}</button>
            </p>
            <Confirm open=deleting question=t.delete_question(&title) explained=t.delete_explained() action=t.delete()
                on_confirm=Callback::new(move |()| app.delete(&to_delete))/>
        </li>
    }
}

/// Where the questionnaire of a new survey comes from.
#[derive(Clone, PartialEq)]
enum Model {
    Example(Example),
    Here(SurveyId),
}

/// The form for a new survey.
#[component]
fn NewSurvey() -> impl IntoView {
    let (app, t) = (app(), t());
    let title = NodeRef::<Input>::new();
    let choice = NodeRef::<Select>::new();
    let models = Memo::new(move |_| {
        let examples = document::examples().into_iter();
        let examples = examples.map(|e| (t.questionnaire_of(&e.name), Model::Example(e)));
        let here = app.heads().into_iter();
        let here = here.map(|h| {
            (
                t.questionnaire_of(format!("«{}»", h.title)),
                Model::Here(h.id),
            )
        });
        examples.chain(here).collect::<Vec<_>>()
    });
    let create = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (Some(title), Some(choice)) = (title.get_untracked(), choice.get_untracked()) else {
            return;
        };
        let index = choice.value().parse::<usize>().unwrap_or_default();
        let (Some((_, model)), title) = (models.get_untracked().get(index).cloned(), title.value())
        else {
            return;
        };
        spawn_local(async move {
            let made = match model {
                Model::Example(example) => app.create_from_example(&example, &title).await,
                Model::Here(id) => app.create_from(&id, &title),
            };
            if let Some(id) = made {
                open_overview(id);
            }
        });
    };
    let options = move || {
        let names = models.get().into_iter().map(|(name, _)| name).enumerate();
        names
            .map(|(i, name)| view! { <option value=i.to_string()>{name}</option> })
            .collect::<Vec<_>>()
    };
    view! {
        <section class="card" aria-labelledby="new-title">
            <h2 id="new-title">{t.new_survey()}</h2>
            <form class="stack" on:submit=create>
                <label>{t.new_title()}<input type="text" node_ref=title required maxlength="200" name="title"/></label>
                <label>{t.new_questionnaire()}<select node_ref=choice name="questionnaire">{options}</select></label>
                <p class="actions"><button type="submit" class="button">{t.create()}</button></p>
            </form>
        </section>
    }
}
