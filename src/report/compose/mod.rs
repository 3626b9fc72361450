//! From a survey to the report: which sections there are, what stands in each,
//! and how figures and tables are numbered. What comes out knows no survey any
//! more; every output is written from it.

mod options;

pub use options::{Options, Part, Scope};

use super::whole::{Cover, Report, Stamp};
use crate::bundle;
use crate::model::{PartnerId, Survey};

/// The report of a survey. `on` is the day on which it is made, `2020-04-30`.
pub fn compose(survey: &Survey, options: &Options, on: &str) -> Report {
    let cover = Cover {
        title: survey.head.title.clone(),
        ..Cover::default()
    };
    Report {
        language: options.language,
        cover,
        stamp: Stamp {
            version: String::new(),
            date: on.to_owned(),
            fingerprint: bundle::fingerprint(survey).to_string(),
        },
        sections: Vec::new(),
    }
}

/// The report of one body: the unit that the indicator counts. Nothing where the
/// survey has no such body.
pub fn compose_body(
    survey: &Survey,
    partner: &PartnerId,
    options: &Options,
    on: &str,
) -> Option<Report> {
    survey.head.partner(partner)?;
    Some(compose(survey, options, on))
}
