//! Export of the open survey, and what else reads and writes bundles.
//!
//! Bundles are read and written in the part `exchange` (see [`super::part`]).

use super::{App, Fetched, browser, in_part};
use crate::bundle::{self, Received};
use crate::model::Survey;
use leptos::prelude::*;

in_part! {
    exchange =>
    /// The survey of a bundle, if it is one.
    pub(super) fn read_survey(bytes: Vec<u8>) -> Fetched<Option<Survey>> {
        Ok(bundle::read(&bytes).ok().map(Received::into_survey))
    }
}

in_part! {
    exchange =>
    /// Name and text of a bundle of all these surveys.
    pub(super) fn written_together(surveys: Vec<Survey>) -> Fetched<(String, String)> {
        let now = browser::now();
        Ok((bundle::backup_name(&now), bundle::write_backup(&surveys, &now)))
    }
}

in_part! {
    exchange =>
    /// Fetches the part, so that it is here when it is asked for.
    pub fn fetch_exchange() -> Fetched<()> {
        Ok(())
    }
}

impl App {
    /// Name and text of a bundle of the open survey; none where no survey is
    /// open. To be called by code in a part.
    pub fn export(self) -> Option<(String, String)> {
        let survey = untrack(|| self.survey())?;
        let now = browser::now();
        let name = bundle::file_name(&survey, &now);
        let text = bundle::write(&survey, &now);
        self.copied();
        Some((name, text))
    }
}
