//! What somebody does who keeps surveys, and not somebody who fills in a sheet:
//! making, naming, copying and deleting surveys, and editing the list of
//! partners. It lives in the part `keeping`.
//!
//! Pages show its buttons, and call what is behind them through [`Manage`].

mod notices;
mod partners;
mod steps;
mod surveys;

pub use notices::actions;
pub use steps::{buttons, follow_keys};
pub use surveys::Model;

use crate::model::{Partner, SurveyId};
use crate::state::{App, Example, Fetched, in_part};
use crate::ui::el::El;
use leptos::prelude::RwSignal;
use leptos::task::spawn_local;
use std::cell::Cell;

/// What the part can do; the main module knows it by its types alone.
pub struct Manage {
    /// A form that renames a survey from this title, in place of its heading;
    /// sets the signal to false when it is done.
    pub rename: fn(SurveyId, String, RwSignal<bool>) -> El,
    /// The question before a survey with this title is deleted, which it shows
    /// at once.
    pub ask_to_delete: fn(SurveyId, &str) -> El,
    /// Copies a survey, under this title.
    pub duplicate: fn(App, &SurveyId, &str),
    /// Makes a survey with this title, and goes there.
    pub create: fn(App, Model, String),
    /// Adds an example unless it is here, and goes there.
    pub open_example: fn(App, Example),
    /// Changes the target of the indicator to what was typed, where that is a
    /// number.
    pub set_target: fn(App, &str),
    /// Name, place in the list, removal.
    pub edit_partner: fn(Partner) -> El,
}

static MANAGE: Manage = Manage {
    rename: surveys::rename,
    ask_to_delete: surveys::ask_to_delete,
    duplicate: surveys::duplicate,
    create: surveys::create,
    open_example: surveys::open_example,
    set_target: surveys::set_target,
    edit_partner: partners::edit_partner,
};

thread_local! {
    /// Filled once the part is here.
    static HERE: Cell<Option<&'static Manage>> = const { Cell::new(None) };
}

in_part! {
    keeping =>
    fn manage() -> Fetched<&'static Manage> {
        Ok(&MANAGE)
    }
}

/// The part, where it was fetched.
pub fn here() -> Option<&'static Manage> {
    HERE.get()
}

/// The form for one more partner, with which the part has come.
pub fn add_partner() -> El {
    HERE.set(Some(&MANAGE));
    partners::add_partner()
}

/// Does something with the part: at once where it is here, or when it has been
/// fetched. Where it cannot be, the person is told.
pub fn with(app: App, act: impl FnOnce(&'static Manage) + 'static) {
    when_here(app, Box::new(act));
}

fn when_here(app: App, act: Box<dyn FnOnce(&'static Manage)>) {
    if let Some(manage) = here() {
        return act(manage);
    }
    spawn_local(async move {
        match manage().await {
            Ok(manage) => {
                HERE.set(Some(manage));
                act(manage);
            }
            Err(_) => app.part_not_there(),
        }
    });
}
