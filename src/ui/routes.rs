//! Addresses of the pages. They stand behind the `#`, so that any static host,
//! any folder and a file on a stick serve them all.

use crate::analysis::Selection;
use crate::model::{DimensionId, PartnerId, QuestionId, SurveyHead, SurveyId};
use std::fmt;

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The surveys of this browser.
    Home,
    /// What this browser keeps, and its care.
    Settings,
    /// An invitation, as the address holds it.
    Open(String),
    /// A page of one survey.
    Survey(SurveyId, Page),
    /// An address that leads nowhere.
    NotFound,
}

/// A page of one survey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The coordinator's desk: who has answered, the indicator, completeness.
    Overview(Query),
    /// One partner's sheet.
    Sheet(PartnerId),
    /// The same, at one of its questions.
    Question(PartnerId, QuestionId),
    /// The same, at one of its steps: a dimension, or the contacts at its end.
    Step(PartnerId, Option<DimensionId>),
    /// Results, in one of their views.
    Results(View, Query),
    /// How lists are read.
    Codebook(Query),
    /// What the authors write.
    Conclusions(Query),
    /// What the report says of the project, and its issued versions.
    Document,
    /// The report.
    Report(Query),
    /// What the authors decide about the slides.
    Slides,
    /// The slides, at one of them: its key, or its number. While that changes
    /// the page stays.
    Present(String, Query),
    /// Export and import.
    Exchange,
}

/// A view of the results. The names of views are taken: a dimension of that
/// name has no page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// The result of each dimension.
    All,
    /// The questions of one dimension.
    Dimension(DimensionId),
    /// Bodies by questions.
    Matrix,
    /// Readings, by dimension and factor.
    Factors,
    /// Bodies, groups, moments side by side.
    Compare,
    /// Sentences computed from the answers.
    Findings,
}

/// What stands behind the `?`: who is looked at, which goes along from view to
/// view, and what a view is told about itself, which does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Who is looked at.
    pub selection: Selection,
    /// Options of the view; values are made of signs that need no care in an
    /// address.
    options: Vec<(String, String)>,
}

impl Route {
    /// Reads what stands behind the `#`, with or without it.
    pub fn parse(hash: &str) -> Self {
        let (path, query) = hash
            .trim_start_matches('#')
            .split_once('?')
            .unwrap_or((hash.trim_start_matches('#'), ""));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let found = match parts[..] {
            [] => Some(Self::Home),
            ["settings"] => Some(Self::Settings),
            ["open"] => Some(Self::Open(String::new())),
            ["open", link, ..] => Some(Self::Open(link.into())),
            ["s", survey, ref rest @ ..] => SurveyId::new(survey)
                .ok()
                .and_then(|id| Some(Self::Survey(id, Page::parse(rest, query)?))),
            _ => None,
        };
        found.unwrap_or(Self::NotFound)
    }

    /// The address, as the value of an `href`.
    pub fn href(&self) -> String {
        format!("#{self}")
    }

    /// The same page without what stands behind the `?`: while that changes, the
    /// page stays.
    pub fn place(&self) -> Self {
        match self {
            Self::Survey(id, page) => Self::Survey(id.clone(), page.with(Query::default())),
            other => other.clone(),
        }
    }

    /// What stands behind the `?`.
    pub fn query(&self) -> Query {
        match self {
            Self::Survey(
                _,
                Page::Overview(query)
                | Page::Results(_, query)
                | Page::Codebook(query)
                | Page::Conclusions(query)
                | Page::Report(query),
            ) => query.clone(),
            Self::Survey(_, Page::Question(_, question)) => {
                Query::default().set("q", question.as_str())
            }
            Self::Survey(_, Page::Present(slide, query)) => query.set(SLIDE, slide),
            Self::Survey(_, Page::Step(_, step)) => {
                Query::default().set("step", step_name(step.as_ref()))
            }
            _ => Query::default(),
        }
    }

    /// The survey that the page belongs to.
    pub fn survey(&self) -> Option<&SurveyId> {
        match self {
            Self::Survey(id, _) => Some(id),
            Self::Home | Self::Settings | Self::Open(_) | Self::NotFound => None,
        }
    }
}

impl Page {
    /// Where somebody begins who opens a survey: who was invited to it, on
    /// their sheet.
    pub fn first_of(head: &SurveyHead) -> Self {
        let invited = head.invited.first();
        invited.map_or_else(Self::overview, |invited| {
            Self::Sheet(invited.partner.clone())
        })
    }

    /// The overview, as it opens.
    pub fn overview() -> Self {
        Self::Overview(Query::default())
    }

    /// Whether a survey has it that is only shown and not changed.
    pub fn is_shown(&self) -> bool {
        matches!(
            self,
            Self::Results(..)
                | Self::Codebook(_)
                | Self::Report(_)
                | Self::Slides
                | Self::Present(..)
        )
    }

    fn parse(parts: &[&str], query: &str) -> Option<Self> {
        match *parts {
            [] | ["overview"] => Some(Self::Overview(Query::parse(query))),
            ["sheets", partner] => {
                let partner = PartnerId::new(partner).ok()?;
                Some(Self::Sheet(partner).with(Query::parse(query)))
            }
            ["results"] => Some(Self::Results(View::All, Query::parse(query))),
            ["results", view] => Some(Self::Results(View::parse(view)?, Query::parse(query))),
            ["codebook"] => Some(Self::Codebook(Query::parse(query))),
            ["conclusions"] => Some(Self::Conclusions(Query::parse(query))),
            ["document"] => Some(Self::Document),
            ["report"] => Some(Self::Report(Query::parse(query))),
            ["present"] => Some(Self::Slides),
            ["present", ref slide @ ..] => {
                Some(Self::Present(slide.join("/"), Query::parse(query)))
            }
            ["exchange"] => Some(Self::Exchange),
            _ => None,
        }
    }

    /// The same page with this behind the `?`, where it takes something.
    pub fn with(&self, query: Query) -> Self {
        match self {
            Self::Results(view, _) => Self::Results(view.clone(), query),
            Self::Codebook(_) => Self::Codebook(query),
            Self::Conclusions(_) => Self::Conclusions(query),
            Self::Report(_) => Self::Report(query),
            Self::Present(..) => Self::Present(query.get(SLIDE).into(), query.set(SLIDE, "")),
            Self::Sheet(partner) | Self::Question(partner, _) | Self::Step(partner, _) => {
                let partner = partner.clone();
                match (query.question(), query.get("step")) {
                    (Some(question), _) => Self::Question(partner, question),
                    (None, CONTACTS) => Self::Step(partner, None),
                    (None, step) => match DimensionId::new(step) {
                        Ok(step) => Self::Step(partner, Some(step)),
                        Err(_) => Self::Sheet(partner),
                    },
                }
            }
            Self::Overview(_) => Self::Overview(query),
            other => other.clone(),
        }
    }
}

/// The slide, among what stands behind the `?`.
const SLIDE: &str = "slide";

/// The contacts among the steps of a sheet; no dimension can be called so.
const CONTACTS: &str = "~contacts";

/// A step of a sheet as it stands in an address: a dimension, or the contacts.
pub fn step_name(step: Option<&DimensionId>) -> &str {
    step.map_or(CONTACTS, DimensionId::as_str)
}

impl View {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "matrix" => Self::Matrix,
            "factors" => Self::Factors,
            "compare" => Self::Compare,
            "findings" => Self::Findings,
            dimension => Self::Dimension(DimensionId::new(dimension).ok()?),
        })
    }
}

impl Query {
    fn parse(text: &str) -> Self {
        let mut query = Self::default();
        for (key, value) in text.split('&').filter_map(|pair| pair.split_once('=')) {
            if Selection::KEYS.contains(&key) {
                query.selection.read(key, value);
            } else {
                query.options.push((key.into(), value.into()));
            }
        }
        query
    }

    /// Who is looked at, and nothing else.
    pub fn of(selection: Selection) -> Self {
        Self {
            selection,
            options: Vec::new(),
        }
    }

    /// The same, looking at others.
    pub fn selecting(&self, selection: Selection) -> Self {
        Self {
            selection,
            options: self.options.clone(),
        }
    }

    /// An option of the view; empty where the address does not have it.
    pub fn get(&self, name: &str) -> &str {
        let mut options = self.options.iter();
        let found = options.find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value)
    }

    /// The question that the address leads to.
    pub fn question(&self) -> Option<QuestionId> {
        QuestionId::new(self.get("q")).ok()
    }

    /// The same with an option of the view set; an empty value takes it away.
    pub fn set(&self, name: &str, value: &str) -> Self {
        let mut other = self.clone();
        other.options.retain(|(key, _)| key != name);
        if !value.is_empty() {
            other.options.push((name.into(), value.into()));
        }
        other
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home | Self::NotFound => f.write_str("/"),
            Self::Settings => f.write_str("/settings"),
            Self::Open(link) => write!(f, "/open/{link}"),
            Self::Survey(id, page) => write!(f, "/s/{id}/{page}"),
        }
    }
}

impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overview(query) => write!(f, "overview{query}"),
            Self::Sheet(partner) => write!(f, "sheets/{partner}"),
            Self::Question(partner, question) => write!(f, "sheets/{partner}?q={question}"),
            Self::Step(partner, step) => {
                let step = step_name(step.as_ref());
                write!(f, "sheets/{partner}?step={step}")
            }
            Self::Results(View::All, query) => write!(f, "results{query}"),
            Self::Results(view, query) => write!(f, "results/{view}{query}"),
            Self::Codebook(query) => write!(f, "codebook{query}"),
            Self::Conclusions(query) => write!(f, "conclusions{query}"),
            Self::Document => f.write_str("document"),
            Self::Report(query) => write!(f, "report{query}"),
            Self::Slides => f.write_str("present"),
            Self::Present(slide, query) => write!(f, "present/{slide}{query}"),
            Self::Exchange => f.write_str("exchange"),
        }
    }
}

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::All => "",
            Self::Dimension(id) => id.as_str(),
            Self::Matrix => "matrix",
            Self::Factors => "factors",
            Self::Compare => "compare",
            Self::Findings => "findings",
        })
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sign = "?";
        let asked = self.selection.write();
        let asked = asked.iter().map(|(key, value)| (*key, value.as_str()));
        let options = self.options.iter();
        let options = options.map(|(key, value)| (key.as_str(), value.as_str()));
        for (key, value) in asked.chain(options) {
            for part in [sign, key, "=", value] {
                f.write_str(part)?;
            }
            sign = "&";
        }
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // the ids of the test are well formed
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_page() {
        let survey = SurveyId::new("museums").unwrap();
        let asked = "drafts=1&is=q2:interno,q4:~blank&kind=comune,citt%c3%a0";
        let query = Query::parse(asked).set("sort", "name");
        let pages = [
            Page::overview(),
            Page::Overview(query.clone()),
            Page::Sheet(PartnerId::new("EC").unwrap()),
            Page::Question(
                PartnerId::new("EC").unwrap(),
                QuestionId::new("in_house").unwrap(),
            ),
            Page::Step(
                PartnerId::new("EC").unwrap(),
                Some(DimensionId::new("B").unwrap()),
            ),
            Page::Step(PartnerId::new("EC").unwrap(), None),
            Page::Results(View::All, Query::default()),
            Page::Results(View::Matrix, query.clone()),
            Page::Results(
                View::Dimension(DimensionId::new("A").unwrap()),
                query.clone(),
            ),
            Page::Codebook(query.clone()),
            Page::Conclusions(query.clone()),
            Page::Document,
            Page::Report(query.clone()),
            Page::Slides,
            Page::Present("question/q2".into(), query),
            Page::Present("3".into(), Query::default()),
            Page::Exchange,
        ];
        for page in pages {
            let route = Route::Survey(survey.clone(), page);
            assert_eq!(Route::parse(&route.href()), route);
        }
        let both = Route::parse("#/s/museums/results/matrix?sort=name&kind=comune&sort2");
        assert_eq!(
            both.href(),
            "#/s/museums/results/matrix?kind=comune&sort=name"
        );
        assert_eq!(both.place().href(), "#/s/museums/results/matrix");
        assert_eq!(both.query().set("sort", "").to_string(), "?kind=comune");
        assert_eq!(Route::parse(""), Route::Home);
        assert_eq!(Route::parse("#/"), Route::Home);
        assert_eq!(Route::parse(&Route::Settings.href()), Route::Settings);
        let link = Route::Open("1a-b_c".into());
        assert_eq!(Route::parse(&link.href()), link);
        assert_eq!(Route::parse("#/open"), Route::Open(String::new()));
        let sheet = Route::Survey(survey.clone(), Page::Sheet(PartnerId::new("EC").unwrap()));
        for odd in ["q=<b>", "step=<b>", "step=", "step=~b"] {
            let odd = ["#/s/museums/sheets/EC?", odd].concat();
            assert_eq!(Route::parse(&odd), sheet, "{odd}");
        }
        let step = Route::parse("#/s/museums/sheets/EC?step=B");
        assert_eq!(step.query().get("step"), "B");
        assert_eq!(step.place(), sheet, "the page stays from step to step");
        let slide = Route::parse("#/s/museums/present/dimension/A?notes=1");
        assert_eq!(slide.query().get("slide"), "dimension/A");
        assert_eq!(slide.query().get("notes"), "1");
        let other = Route::parse("#/s/museums/present/title");
        assert_eq!(
            slide.place(),
            other.place(),
            "the page stays from slide to slide"
        );
        for nowhere in ["#/x", "#/s/a b/overview", "#/s/a/sheets", "#/s"] {
            assert_eq!(Route::parse(nowhere), Route::NotFound, "{nowhere}");
        }
    }
}
