//! A survey that travels inside the file of the app: it is shown, and nothing of
//! it is changed, until somebody makes a copy of their own of it.
//!
//! The page has its bundle in the element `carried` and says what to open first.
//! Such a page keeps everything in memory; with `?edit` behind its address it is
//! the ordinary app, on the store of this browser.

use super::start::Opened;
use super::{About, App, Fetched, browser, in_part};
use crate::bundle::{self, Arrival, Fate, Opens};
use crate::model::SurveyId;
use crate::storage::{Key, Local, Memory, Vault, library};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// What stands in the address in place of a link, where the survey that the file
/// carries is to be copied into this browser.
pub const CARRIED: &str = "carried";

/// What stands behind the `?` of the address of the ordinary app.
pub const EDIT: &str = "?edit";

/// The survey that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Its id.
    pub survey: SurveyId,
    /// What is seen first.
    pub opens: Opens,
    /// Whether a copy of it that can be edited is in this browser.
    pub copied: bool,
}

/// What the page carries: its bundle, and what it opens with.
fn found() -> Option<(String, String)> {
    let element = document().get_element_by_id("carried")?;
    let opens = element.get_attribute("data-opens").unwrap_or_default();
    Some((element.text_content()?, opens))
}

/// What the page carries, where it is not the ordinary app.
pub(super) fn to_show() -> Option<(String, String)> {
    let search = window().location().search().unwrap_or_default();
    if search == EDIT { None } else { found() }
}

in_part! {
    exchange =>
    /// A store in memory with the survey of a bundle in it; `None` where it is
    /// none.
    pub(super) fn shown(text: String, opens: String) -> Fetched<Option<Opened>> {
        let Ok(received) = bundle::read(text.as_bytes()) else {
            return Ok(None);
        };
        let vault = Vault::in_memory(Memory::default());
        let survey = received.into_survey();
        let added = library::add(&vault, &survey, browser::milliseconds());
        let carried = Carried {
            copied: is_here(&survey.head.id),
            survey: survey.head.id,
            opens: Opens::of_code(&opens),
        };
        Ok(added.is_ok().then(|| Opened::showing(Rc::new(vault), carried)))
    }
}

/// Whether a survey is in the store of this browser.
fn is_here(id: &SurveyId) -> bool {
    let Ok(vault) = Local::open().and_then(|local| Vault::new(Box::new(local))) else {
        return false;
    };
    let head = vault.read(&Key::Head(id.clone()).to_string());
    head.is_ok_and(|head| head.is_some())
}

/// What became of copying the carried survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Copied {
    /// It is here and can be edited.
    Here(SurveyId),
    /// It would change something that is here: it waits among the incoming
    /// files for a decision.
    ToDecide,
    /// It could not be read, or not be kept; the person was told why.
    Not,
}

impl App {
    /// The survey that the page shows and does not change, where it is one that
    /// carries one.
    pub fn carried(self) -> Option<Carried> {
        self.env.with_value(|env| env.carried.clone())
    }

    /// Whether whoever is here runs the open survey and may change what stands
    /// beside the sheets.
    pub fn may_edit(self) -> bool {
        !self.is_invited() && !self.only_shows()
    }

    /// Whether nothing can be changed here.
    pub fn only_shows(self) -> bool {
        self.env.with_value(|env| env.carried.is_some())
    }

    /// Copies the survey that the page carries into this browser, where nothing
    /// of it is here. It is nobody's copy from then on, but a survey like any
    /// other. To be called by code in the part `exchange`.
    pub fn copy_carried(self) -> Copied {
        let Some((text, _)) = found() else {
            return Copied::Not;
        };
        let Ok(mut received) = bundle::read(text.as_bytes()) else {
            self.notify(About::CarriedDamaged);
            return Copied::Not;
        };
        Arc::make_mut(&mut received.survey).head.copy_of.clear();
        let id = received.survey.head.id.clone();
        let name = bundle::file_name(&received.survey, &browser::now());
        let arrival = Arrival {
            file: name,
            read: Ok(received),
        };
        match self.fate_of(&arrival) {
            Some((Fate::New, Some(outcome))) => match self.add(&outcome.after) {
                Some(id) => Copied::Here(id),
                None => Copied::Not,
            },
            Some((Fate::Known { .. }, _)) => Copied::Here(id),
            Some(_) => {
                self.receive_arrival(arrival);
                Copied::ToDecide
            }
            None => Copied::Not,
        }
    }
}
