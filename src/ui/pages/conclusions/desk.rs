//! What all texts of the page share: what the data say now, and what of it has
//! changed under a text.

use super::Tab;
use crate::analysis::findings::{Finding, findings};
use crate::analysis::stale::{Says, Stale, Written, stale_in};
use crate::analysis::{Population, Selection, asked_of};
use crate::i18n::Locale;
use crate::model::{Conclusion, ConclusionId, DimensionId, Influence, SurveyHead};
use crate::state::App;
use crate::ui::{app, t};
use leptos::prelude::*;
use std::sync::Arc;

/// A finding with what it says.
#[derive(Clone, PartialEq)]
pub struct Told {
    /// Its id.
    pub id: String,
    /// Its dimension; none for the survey as a whole.
    pub dimension: Option<DimensionId>,
    /// Whether something does not fit.
    pub is_remark: bool,
    /// What it says.
    pub says: Says,
}

/// What the page works with.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The state and its actions.
    pub app: App,
    /// Language.
    pub t: Locale,
    /// What the data say.
    pub told: Memo<Arc<Vec<Told>>>,
    /// What the authors conclude.
    pub conclusions: Memo<Vec<Conclusion>>,
    /// What they found to help or hinder.
    pub influences: Memo<Vec<Influence>>,
    /// What is to be read again.
    stale: Memo<Vec<Stale>>,
    /// The text into which findings go.
    pub target: RwSignal<Option<ConclusionId>>,
    /// What was done last, for those who do not see it.
    pub said: RwSignal<&'static str>,
}

impl Desk {
    pub fn new() -> Self {
        let (app, t) = (app(), t());
        // What is typed here changes no finding: while somebody types, nothing
        // is counted.
        let asked = Memo::new(move |_| app.with_head(|head| Arc::new(asked_of(head))));
        let told = Memo::new(move |_| {
            let Some(head) = asked.get() else {
                return Arc::default();
            };
            app.with_all_sheets(|sheets| {
                let everybody = Selection::default();
                let population = Population::selected(&head, sheets.iter(), &everybody);
                let told = findings(&population).into_iter();
                Arc::new(told.map(|f| tell(t, &population, f)).collect::<Vec<_>>())
            })
        });
        let stale = Memo::new(move |_| {
            told.with(|told| {
                let now = |id: &str| {
                    let found = told.iter().find(|told| told.id == id)?;
                    Some(found.says.seen.clone())
                };
                let stale = |head: &SurveyHead| stale_in(head, &now);
                app.with_head(stale).unwrap_or_default()
            })
        });
        Self {
            app,
            t,
            told,
            conclusions: Memo::new(move |_| app.conclusions()),
            influences: Memo::new(move |_| app.influences()),
            stale,
            target: RwSignal::new(None),
            said: RwSignal::new(""),
        }
    }

    /// What a finding says now.
    pub fn says(self, id: &str) -> Option<String> {
        self.told.with(|told| {
            let found = told.iter().find(|told| told.id == id)?;
            Some(found.says.said.clone())
        })
    }

    /// What changed under a text.
    pub fn changes(self, on: &Written) -> Option<Stale> {
        self.stale.with(|stale| {
            let found = stale.iter().find(|stale| stale.on == *on);
            found.cloned()
        })
    }

    /// How many texts of a tab are to be read again.
    pub fn stale_on(self, tab: &Tab) -> usize {
        self.stale.with(|stale| {
            let here = stale.iter().filter(|stale| match (&stale.on, tab) {
                (Written::Influence(_), Tab::Factors) => true,
                (Written::Conclusion(_), Tab::Survey) => stale.dimension.is_none(),
                (Written::Conclusion(_), Tab::Dimension(id)) => {
                    stale.dimension.as_ref() == Some(id)
                }
                _ => false,
            });
            here.count()
        })
    }

    /// The title of a dimension.
    pub fn dimension(self, id: &DimensionId) -> Option<String> {
        let title = |head: &SurveyHead| {
            let dimension = head.questionnaire.dimension(id)?;
            Some(dimension.title.get(self.t.code()).to_owned())
        };
        untrack(|| self.app.with_head(title)).flatten()
    }

    /// The dimensions with their titles, and the survey as a whole before them.
    pub fn groups(self) -> Vec<(Option<DimensionId>, String)> {
        let code = self.t.code();
        let groups = |head: &SurveyHead| {
            let dimensions = head.questionnaire.dimensions.iter();
            let named = dimensions.map(|d| {
                let name = [d.id.as_str(), " ", d.title.get(code)].concat();
                (Some(d.id.clone()), name)
            });
            named.collect::<Vec<_>>()
        };
        let mut all = vec![(None, self.t.whole_survey().to_owned())];
        all.extend(untrack(|| self.app.with_head(groups)).unwrap_or_default());
        all
    }
}

fn tell(t: Locale, population: &Population, finding: Finding) -> Told {
    Told {
        says: Says::of(t, population, &finding),
        is_remark: finding.is_remark(),
        id: finding.id,
        dimension: finding.dimension,
    }
}
