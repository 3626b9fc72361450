//! The report: what stands in it, how it looks, and the files it goes out as.

mod choices;
mod made;
mod outputs;
mod paper;
mod warnings;

pub use paper::name_while_printed;

use crate::i18n::Locale;
use crate::model::{PartnerId, SurveyHead};
use crate::report::compose::Options;
use crate::ui::Query;
use crate::ui::components::authoring;
use crate::ui::el::{El, el, p};
use crate::ui::{app, query, t};
use leptos::prelude::*;
use made::Made;

/// In the address: `of=bodies` asks for one report of each body.
const OF: &str = "of";

/// The names of all options in the address.
const NAMES: [&str; 8] = [
    OF, "lang", "scope", "without", "bodies", "contacts", "comments", "persons",
];

/// What was chosen, as it stands in the address.
#[derive(Clone, PartialEq)]
struct Chosen {
    /// Whether each body has a report of its own.
    apart: bool,
    options: Options,
}

impl Chosen {
    fn read(t: Locale, query: &Query) -> Self {
        Self {
            apart: query.get(OF) == "bodies",
            options: Options::parse(t, |name| query.get(name).to_owned()),
        }
    }

    /// The address with this in it.
    fn write(&self, query: &Query) -> Query {
        let mut query = NAMES.iter().fold(query.clone(), |q, name| q.set(name, ""));
        if self.apart {
            query = query.set(OF, "bodies");
        }
        let pairs = self.options.pairs();
        pairs
            .iter()
            .fold(query, |q, (name, value)| q.set(name, value))
    }

    /// The reports: one of the survey, or one of each body that was chosen.
    fn reports(&self, head: &SurveyHead) -> Vec<Option<PartnerId>> {
        if !self.apart {
            return vec![None];
        }
        let bodies = head.partners.iter().map(|partner| &partner.id);
        let taken = bodies.filter(|id| self.options.takes(id));
        taken.cloned().map(Some).collect()
    }
}

/// The page.
pub fn report() -> El {
    let (app, t, query) = (app(), t(), query());
    let page = el("div")
        .class("page reporting")
        .child(el("h1").child(t.report()))
        .child(authoring());
    if untrack(|| app.is_invited()) {
        return page.child(p("empty", t.results_own_copy()));
    }
    let chosen = Memo::new(move |_| query.with(|query| Chosen::read(t, query)));
    let made = Made::following(chosen);
    page.child(p("lead", t.report_intro()))
        .child(choices::choices(chosen))
        .child(warnings::warnings(made))
        .child(outputs::outputs(chosen, made))
        .child(paper::paper(made))
}
