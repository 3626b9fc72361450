//! Making, naming, copying and deleting surveys.

use crate::model::SurveyId;
use crate::state::{App, Example};
use crate::ui::components::{confirm, rename as naming};
use crate::ui::el::El;
use crate::ui::{Page, Route, app, document, t};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where the questionnaire of a new survey comes from.
#[derive(Clone)]
pub enum Model {
    /// From an example.
    Example(Example),
    /// From a survey of this browser.
    Here(SurveyId),
}

fn open_overview(id: SurveyId) {
    document::go(&Route::Survey(id, Page::overview()).href());
}

/// See [`super::Manage::rename`].
pub fn rename(id: SurveyId, title: String, renaming: RwSignal<bool>) -> El {
    let (app, t) = (app(), t());
    let on_name = Callback::new(move |name: String| {
        renaming.set(false);
        let was_open = untrack(|| app.open_id()).as_ref() == Some(&id);
        app.rename(&id, &name);
        if !was_open {
            app.close();
        }
    });
    let on_cancel = Callback::new(move |()| renaming.set(false));
    naming(title, t.new_title(), on_name, on_cancel)
}

/// See [`super::Manage::ask_to_delete`].
pub fn ask_to_delete(id: SurveyId, title: &str) -> El {
    let (app, t) = (app(), t());
    confirm(
        RwSignal::new(true),
        t.delete_question(title),
        t.delete_explained().into(),
        t.delete(),
        Callback::new(move |()| app.delete(&id)),
    )
}

/// See [`super::Manage::duplicate`].
pub fn duplicate(app: App, id: &SurveyId, title: &str) {
    app.duplicate(id, title);
}

/// See [`super::Manage::create`].
pub fn create(app: App, model: Model, title: String) {
    spawn_local(async move {
        let made = match model {
            Model::Example(example) => app.create_from_example(&example, &title).await,
            Model::Here(id) => app.create_from(&id, &title),
        };
        if let Some(id) = made {
            open_overview(id);
        }
    });
}

/// See [`super::Manage::open_example`].
pub fn open_example(app: App, example: Example) {
    spawn_local(async move {
        if let Some(id) = app.add_example(&example).await {
            open_overview(id);
        }
    });
}

/// See [`super::Manage::set_target`].
pub fn set_target(app: App, typed: &str) {
    if let Ok(target) = typed.parse() {
        app.set_target(target);
    }
}
