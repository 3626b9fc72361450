//! Findings: what the data say by themselves, in sentences, by dimension; what
//! does not fit together stands apart.

mod item;
mod save;

use crate::analysis::findings::{self, Finding};
use crate::analysis::{Population, Selection};
use crate::i18n::Locale;
use crate::model::{DimensionId, PartnerId};
use crate::ui::el::{El, Part, el, keyed, live, p, span};
use crate::ui::{app, query, t};
use leptos::prelude::*;

/// Everything that is told.
#[derive(Clone, Default, PartialEq)]
struct Told {
    said: Vec<Said>,
    /// The bodies that are looked at, by their places.
    bodies: Vec<(PartnerId, String)>,
    /// How many sheets count.
    sheets: usize,
    /// Whether filters leave bodies out.
    filtered: bool,
}

/// A finding with its words.
#[derive(Clone, PartialEq)]
struct Said {
    finding: Finding,
    sentence: String,
    base: &'static str,
    /// What each figure counts.
    counted: Vec<String>,
}

/// Where on the page a finding stands.
#[derive(Clone, PartialEq)]
enum Place {
    ToCheck,
    Survey,
    Dimension(DimensionId),
}

impl Place {
    fn holds(&self, finding: &Finding) -> bool {
        match self {
            Self::ToCheck => finding.is_remark(),
            Self::Survey => !finding.is_remark() && finding.dimension.is_none(),
            Self::Dimension(id) => !finding.is_remark() && finding.dimension.as_ref() == Some(id),
        }
    }
}

/// The findings of those who are looked at.
pub fn findings() -> El {
    let (app, t, query) = (app(), t(), query());
    let selection = Memo::new(move |_| query.with(|q| q.selection.clone()));
    let told = Memo::new(move |_| {
        let look = |selection: &Selection| {
            app.with_population(selection, |_, population| told(t, population))
        };
        selection.with(look).unwrap_or_default()
    });
    let dimensions = app.with_head(|head| {
        let dimensions = head.questionnaire.dimensions.iter();
        let title = |d: &crate::model::Dimension| d.title.get(t.code()).to_owned();
        dimensions
            .map(|d| (d.id.clone(), title(d)))
            .collect::<Vec<_>>()
    });
    let dimensions = dimensions.unwrap_or_default().into_iter();
    let dimensions = dimensions.map(|(id, title)| {
        let code = span("code", id.to_string());
        let title = [code.part(), " ".part(), title.part()];
        let name = format!("findings-{id}");
        group(Place::Dimension(id), name, title, told)
    });
    let survey = [t.whole_survey()];
    el("div")
        .class("findings")
        .child(p("hint", t.findings_intro()))
        .child(to_check(told))
        .child(group(Place::Survey, "findings-survey".into(), survey, told))
        .child(live(move || {
            told.with(|told| nothing(t, told))
                .map(|why| p("empty", why))
        }))
        .child(dimensions.collect::<Vec<_>>())
        .child(save::save(told))
}

fn told(t: Locale, population: &Population) -> Told {
    let said = findings::findings(population).into_iter();
    let said = said.map(|finding| {
        let figures = finding.figures.iter();
        let counted = figures.map(|f| findings::counted(t, population, &finding, f));
        Said {
            sentence: findings::sentence(t, population, &finding),
            base: findings::base(t, population, &finding),
            counted: counted.collect(),
            finding,
        }
    });
    let bodies = population.bodies().iter();
    Told {
        said: said.collect(),
        bodies: bodies
            .map(|b| (b.partner.id.clone(), b.partner.name.clone()))
            .collect(),
        sheets: population.counted().len(),
        filtered: population.bodies().len() < population.head().partners.len(),
    }
}

/// Why there are no answers to look at, where there are none.
fn nothing(t: Locale, told: &Told) -> Option<&'static str> {
    let why = if told.filtered && told.bodies.is_empty() {
        t.findings_filtered_out()
    } else if told.filtered {
        t.findings_no_sheet()
    } else {
        t.findings_empty()
    };
    (told.sheets == 0).then_some(why)
}

/// What does not fit together; where nothing of that is found, it says so, and
/// where no answer was looked at it says nothing.
fn to_check(told: Memo<Told>) -> El {
    let t = t();
    let place = Place::ToCheck;
    let none = move || told.with(|told| !told.said.iter().any(|s| s.finding.is_remark()));
    let none = Memo::new(move |_| none());
    let explained = move || {
        if none.get() {
            t.findings_nothing_to_check()
        } else {
            t.findings_to_check_explained()
        }
    };
    el("section")
        .class_hidden("card to-check", move || told.with(|told| told.sheets == 0))
        .attr("aria-labelledby", "findings-to-check")
        .child(
            el("h2")
                .attr("id", "findings-to-check")
                .child(t.findings_to_check()),
        )
        .child(el("p").class("base").live_in_place(explained))
        .child(list(place, told))
}

/// Findings that belong together, under a heading; hidden while there are none.
fn group(place: Place, id: String, title: impl Part, told: Memo<Told>) -> El {
    let asked = place.clone();
    let none = move || told.with(|told| !told.said.iter().any(|s| asked.holds(&s.finding)));
    let none = Memo::new(move |_| none());
    el("section")
        .class_hidden("card", move || none.get())
        .attr("aria-labelledby", id.clone())
        .child(el("h2").attr("id", id).child(title))
        .child(list(place, told))
}

fn list(place: Place, told: Memo<Told>) -> El {
    let items = move || {
        told.with(|told| {
            let said = told.said.iter().filter(|s| place.holds(&s.finding));
            said.cloned().collect::<Vec<_>>()
        })
    };
    // A finding that says something else is told anew.
    let key = |said: &Said| [said.finding.id.as_str(), " ", &said.sentence].concat();
    el("ul")
        .class("findings-list")
        .child(keyed(items, key, move |said| item::item(said, told)))
}
