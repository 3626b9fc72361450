//! Addresses of the pages. They stand behind the `#`, so that any static host,
//! any folder and a file on a stick serve them all.

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
    /// Who has answered, the indicator, completeness.
    Overview,
    /// One partner's sheet.
    Sheet(PartnerId),
    /// The same, at one of its questions.
    Question(PartnerId, QuestionId),
    /// Results: all dimensions.
    Results(Filter),
    /// Results of one dimension.
    Dimension(DimensionId, Filter),
    /// Export and import.
    Exchange,
}

/// What the results pages count; part of their address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Drafts count as well.
    pub drafts: bool,
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
        invited.map_or(Self::Overview, |invited| {
            Self::Sheet(invited.partner.clone())
        })
    }

    fn parse(parts: &[&str], query: &str) -> Option<Self> {
        match *parts {
            [] | ["overview"] => Some(Self::Overview),
            ["sheets", partner] => {
                let partner = PartnerId::new(partner).ok()?;
                let question = query.strip_prefix("q=").map(QuestionId::new);
                Some(match question {
                    Some(Ok(question)) => Self::Question(partner, question),
                    _ => Self::Sheet(partner),
                })
            }
            ["results"] => Some(Self::Results(Filter::parse(query))),
            ["results", dimension] => {
                let id = DimensionId::new(dimension).ok()?;
                Some(Self::Dimension(id, Filter::parse(query)))
            }
            ["exchange"] => Some(Self::Exchange),
            _ => None,
        }
    }
}

impl Filter {
    fn parse(query: &str) -> Self {
        Self {
            drafts: query.split('&').any(|part| part == "drafts=1"),
        }
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
            Self::Overview => f.write_str("overview"),
            Self::Sheet(partner) => write!(f, "sheets/{partner}"),
            Self::Question(partner, question) => write!(f, "sheets/{partner}?q={question}"),
            Self::Results(filter) => write!(f, "results{filter}"),
            Self::Dimension(id, filter) => write!(f, "results/{id}{filter}"),
            Self::Exchange => f.write_str("exchange"),
        }
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.drafts { "?drafts=1" } else { "" })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // the ids of the test are well formed
mod tests {
    use super::*;

    #[test]
    fn every_address_leads_back_to_its_page() {
        let survey = SurveyId::new("museums").unwrap();
        let all = Filter { drafts: true };
        let pages = [
            Page::Overview,
            Page::Sheet(PartnerId::new("EC").unwrap()),
            Page::Question(
                PartnerId::new("EC").unwrap(),
                QuestionId::new("in_house").unwrap(),
            ),
            Page::Results(Filter::default()),
            Page::Results(all),
            Page::Dimension(DimensionId::new("A").unwrap(), all),
            Page::Exchange,
        ];
        for page in pages {
            let route = Route::Survey(survey.clone(), page);
            assert_eq!(Route::parse(&route.href()), route);
        }
        assert_eq!(Route::parse(""), Route::Home);
        assert_eq!(Route::parse("#/"), Route::Home);
        assert_eq!(Route::parse(&Route::Settings.href()), Route::Settings);
        let link = Route::Open("1a-b_c".into());
        assert_eq!(Route::parse(&link.href()), link);
        assert_eq!(Route::parse("#/open"), Route::Open(String::new()));
        let odd = "#/s/museums/sheets/EC?q=<b>";
        let sheet = Page::Sheet(PartnerId::new("EC").unwrap());
        assert_eq!(Route::parse(odd), Route::Survey(survey.clone(), sheet));
        for nowhere in ["#/x", "#/s/a b/overview", "#/s/a/sheets", "#/s"] {
            assert_eq!(Route::parse(nowhere), Route::NotFound, "{nowhere}");
        }
    }
}
