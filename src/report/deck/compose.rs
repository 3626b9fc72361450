//! From a survey to its slides: what each says and shows, before the authors'
//! order.

use super::authors;
use super::order::{self, DATA, TEXT};
use super::{Body, Data, Deck, Options, Slide, dimensions, fit, front, pages};
use crate::analysis::findings::{Finding, findings, sentence};
use crate::analysis::{Counting, Population};
use crate::bundle;
use crate::i18n::Locale;
use crate::model::{self, Survey};
use crate::report::compose::{Options as Chosen, Scope, let_through, stamp};
use crate::report::prose;
use crate::report::whole::{Block, Stamp};

/// The deck of a survey. `on` is the day on which it is made, `2020-04-30`.
///
/// Its fingerprint is that of the report of the same survey.
pub fn compose(survey: &Survey, options: &Options, on: &str) -> Deck {
    let t = options.language;
    let fingerprint = match &options.data {
        Data::Issued { fingerprint, .. } => fingerprint.clone(),
        Data::Live => bundle::content_fingerprint(survey).to_string(),
    };
    let mut stamp = stamp(t, &survey.head, fingerprint, on);
    let data = match &options.data {
        Data::Live => t.deck_live().to_owned(),
        Data::Issued { version, on, .. } => {
            let day = crate::analysis::words::day(t, on);
            stamp.version = t.doc_version_of(version, day);
            t.deck_frozen(&stamp.version)
        }
    };
    let mut chosen = Chosen::new(t);
    chosen.scope = options.scope;
    chosen.comments = false;
    let kept = let_through(survey, &chosen);
    let population = Population::new(&kept.head, &kept.sheets, Counting::Received);
    let maker = Maker {
        t,
        population: &population,
        findings: findings(&population),
        records: records(survey, options.scope),
        stamp: &stamp,
        data: &data,
    };
    let slides = maker.slides();
    Deck {
        language: t,
        title: survey.head.title.clone(),
        slides,
        data,
        stamp,
    }
}

/// What a record of the survey calls each slide that there is to show, in the
/// order of the deck.
pub fn arranged(survey: &Survey) -> Vec<order::Place> {
    let population = Population::new(&survey.head, &survey.sheets, Counting::Received);
    let records: Vec<model::Slide> = survey.head.slides.or_default();
    let found = findings(&population);
    order::arrange(&records, &generated(&population, &found, &records))
}

/// What a record of the survey calls each slide that the survey gives, in its
/// order; charts that the authors added among them.
pub fn default_keys(survey: &Survey) -> Vec<String> {
    let population = Population::new(&survey.head, &survey.sheets, Counting::Received);
    let records: Vec<model::Slide> = survey.head.slides.or_default();
    generated(&population, &findings(&population), &records)
}

/// The records, without what is only for those who speak.
fn records(survey: &Survey, scope: Scope) -> Vec<model::Slide> {
    let mut records: Vec<model::Slide> = survey.head.slides.or_default();
    if scope == Scope::Public {
        records.iter_mut().for_each(|record| record.notes.clear());
    }
    records
}

fn generated(
    population: &Population<'_>,
    found: &[Finding],
    records: &[model::Slide],
) -> Vec<String> {
    let mut keys = front::keys(population);
    keys.extend(dimensions::keys(population, found, records));
    keys.extend(authors::keys(population));
    keys
}

/// What slides are made from.
pub(super) struct Maker<'a> {
    pub(super) t: Locale,
    pub(super) population: &'a Population<'a>,
    pub(super) findings: Vec<Finding>,
    pub(super) records: Vec<model::Slide>,
    pub(super) stamp: &'a Stamp,
    pub(super) data: &'a str,
}

impl Maker<'_> {
    /// All slides, in the order of the authors.
    fn slides(&self) -> Vec<Slide> {
        let generated = generated(self.population, &self.findings, &self.records);
        let places = order::arrange(&self.records, &generated);
        let of = places.into_iter().flat_map(|place| {
            let record = place.record.and_then(|at| self.records.get(at));
            self.made(&place.shows, record)
        });
        of.collect()
    }

    /// The slides that a key stands for, with what the authors say of them.
    fn made(&self, shows: &str, record: Option<&model::Slide>) -> Vec<Slide> {
        let (kind, id) = shows.split_once('/').unwrap_or((shows, ""));
        let title = record.map_or("", |record| record.title.trim());
        let chart = record.map_or("", |record| record.chart.as_str());
        let slides = match kind {
            "title" => front::title(self),
            "why" => front::why(self),
            "indicator" => front::indicator(self),
            "partners" => front::partners(self, title),
            "dimension" => dimensions::divider(self, id),
            "question" => dimensions::question(self, id, title, chart),
            "findings" => dimensions::findings(self, id, title),
            "conclusion" => authors::conclusion(self, id),
            "factors" => authors::factors(self),
            "next" => authors::next(self),
            "sources" => front::sources(self),
            TEXT => record.map_or_else(Vec::new, |record| self.text(record)),
            DATA => Vec::new(),
            _ => Vec::new(),
        };
        self.finished(slides, shows, record)
    }

    /// A slide of the authors' own.
    fn text(&self, record: &model::Slide) -> Vec<Slide> {
        let blocks = prose::blocks(&record.text, &|id| self.says(id));
        vec![Slide {
            title: record.title.trim().to_owned(),
            body: Body::Words(blocks),
            ..empty()
        }]
    }

    /// The slides with their names, with what the record says of them, and with
    /// prose on as many slides as it needs.
    fn finished(
        &self,
        slides: Vec<Slide>,
        shows: &str,
        record: Option<&model::Slide>,
    ) -> Vec<Slide> {
        let title = record.map_or("", |record| record.title.trim());
        let mut finished = Vec::new();
        for mut slide in slides {
            if !title.is_empty() {
                title.clone_into(&mut slide.title);
            }
            finished.extend(self.paged(slide));
        }
        let hidden = record.is_some_and(|record| record.hidden);
        for (at, slide) in finished.iter_mut().enumerate() {
            slide.key = match at {
                0 => shows.to_owned(),
                at => format!("{shows}~{}", at + 1),
            };
            shows.clone_into(&mut slide.shows);
            slide.hidden = hidden;
        }
        // What is to be said is said once, when the first comes.
        if let (Some(first), Some(record)) = (finished.first_mut(), record) {
            record.notes.clone_into(&mut first.notes);
        }
        finished
    }

    /// A slide as several, where its prose or its bodies do not fit on one.
    fn paged(&self, slide: Slide) -> Vec<Slide> {
        let on_one = |body: Body| Slide {
            body,
            ..slide.clone()
        };
        let part = |slide: &Slide, at: usize, of: usize| Slide {
            title: [&slide.title, " ", &self.t.deck_part(at, of)].concat(),
            ..slide.clone()
        };
        // The title of a part may be longer, and then there is less room.
        let room = fit::room(&part(&slide, 88, 88));
        let bodies = match &slide.body {
            Body::Words(_) if fit::fits(&slide) => return vec![slide],
            Body::Words(blocks) => {
                let pages = pages::pages(blocks.clone(), room);
                pages.into_iter().map(Body::Words).collect::<Vec<_>>()
            }
            Body::Bodies(_) if fit::fits(&slide) => return vec![slide],
            Body::Bodies(all) => {
                let mut rest = all.as_slice();
                let mut pages = Vec::new();
                while !rest.is_empty() {
                    let most = super::bodies::most(rest, room);
                    let (page, more) = rest.split_at(most.min(rest.len()));
                    pages.push(Body::Bodies(page.to_vec()));
                    rest = more;
                }
                pages
            }
            _ => return vec![slide],
        };
        let of = bodies.len();
        let slides = bodies.into_iter().enumerate().map(|(at, body)| {
            let slide = on_one(body);
            if of > 1 {
                part(&slide, at + 1, of)
            } else {
                slide
            }
        });
        slides.collect()
    }

    /// What a finding says now.
    pub(super) fn says(&self, id: &str) -> Option<String> {
        let finding = self.findings.iter().find(|finding| finding.id == id)?;
        Some(sentence(self.t, self.population, finding))
    }

    /// A line of words.
    pub(super) fn line(words: impl Into<String>) -> Block {
        Block::Paragraph(vec![crate::report::whole::Span::Text(words.into())])
    }
}

/// A slide with nothing on it.
pub(super) fn empty() -> Slide {
    Slide {
        key: String::new(),
        shows: String::new(),
        over: String::new(),
        title: String::new(),
        body: Body::Words(Vec::new()),
        foot: String::new(),
        notes: String::new(),
        hidden: false,
        charts: Vec::new(),
        chart: "",
    }
}
