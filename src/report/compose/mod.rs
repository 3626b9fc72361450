//! From a survey to the report: which sections there are, what stands in each,
//! and how figures and tables are numbered. What comes out knows no survey any
//! more; every output is written from it.

mod annexes;
mod authors;
mod body;
mod cut;
mod front;
mod options;
mod results;
mod survey;
mod writer;

pub use cut::let_through;
pub(in crate::report) use front::{cover, stamp};
pub use options::{Options, Part, Scope};

use super::whole::{Cover, Report, Section};
use crate::analysis::{Counting, Population};
use crate::bundle;
use crate::model::{PartnerId, Survey};
use writer::Writer;

/// The report of a survey. `on` is the day on which it is made, `2020-04-30`.
///
/// Its fingerprint is that of the survey as it is exported for coordinators,
/// whatever the options hold back: the same in every output of one survey.
pub fn compose(survey: &Survey, options: &Options, on: &str) -> Report {
    let cover = cover(options.language, &survey.head);
    written(survey, options, on, cover, |w| {
        type Chapter = fn(&mut Writer<'_>);
        let chapters: [(Part, Chapter); 9] = [
            (Part::Front, front::front),
            (Part::Introduction, survey::introduction),
            (Part::Questions, survey::questions),
            (Part::Partners, survey::partners),
            (Part::Results, results::results),
            (Part::Findings, results::readings_and_findings),
            (Part::Conclusions, authors::conclusions),
            (Part::Factors, |w| authors::influences(w, None)),
            (Part::Annexes, annexes::annexes),
        ];
        for (part, chapter) in chapters {
            if options.has(part) {
                chapter(w);
            }
        }
    })
}

/// The report of one body: the unit that the indicator counts. Nothing where the
/// survey has no such body.
pub fn compose_body(
    survey: &Survey,
    partner: &PartnerId,
    options: &Options,
    on: &str,
) -> Option<Report> {
    let found = survey.head.partner(partner)?;
    let at = survey.head.partners.iter().position(|p| p.id == *partner)?;
    let t = options.language;
    let mut cover = cover(t, &survey.head);
    cover.title = t.doc_body_title(&found.name);
    cover.subtitle = survey.head.title.clone();
    Some(written(survey, options, on, cover, |w| body::body(w, at)))
}

fn written(
    survey: &Survey,
    options: &Options,
    on: &str,
    cover: Cover,
    write: impl FnOnce(&mut Writer<'_>),
) -> Report {
    let t = options.language;
    let fingerprint = bundle::content_fingerprint(survey).to_string();
    let stamp = stamp(t, &survey.head, fingerprint, on);
    let kept = let_through(survey, options);
    let population = Population::new(&kept.head, &kept.sheets, Counting::Received);
    let mut writer = Writer::new(&population, options);
    write(&mut writer);
    let sections: Vec<Section> = writer.sections;
    Report {
        language: t,
        cover,
        stamp,
        sections,
    }
}
