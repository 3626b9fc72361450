//! What is asked of the exporters, and how it is met: first what the files want
//! as pictures, because only a page can draw them, then the file.

use super::dossier::{self, Steps};
use super::{ExportError, archive, docx, xlsx};
use crate::bundle;
use crate::chart::Face;
use crate::i18n::Locale;
use crate::model::{Partner, PartnerId, Survey, slug};
use crate::report::Kind;
use crate::report::compose::{Options, compose, compose_body};
use crate::report::data::{csv_long, csv_wide};
use crate::report::whole::{Block, Figure, Report};
use std::collections::BTreeMap;

/// A file that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The name to save it under.
    pub name: String,
    /// What kind of file it is, as browsers name it.
    pub media: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A drawing that a file wants as a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// Its name: that of the figure, or body and figure.
    pub key: String,
    /// The drawing.
    pub svg: String,
}

/// An order that is being met.
pub struct Order {
    kind: Kind,
    survey: Survey,
    options: Options,
    on: String,
    reports: Vec<(Option<PartnerId>, Report)>,
    pictures: BTreeMap<String, Vec<u8>>,
    faces: Vec<Face>,
}

impl Order {
    /// Takes an order: a kind, the survey as a bundle, the options as they stand
    /// in an address, and the day. `None` where that is no order.
    pub fn new(kind: &str, survey: &str, options: &str, on: &str) -> Option<Self> {
        let kind = Kind::of_code(kind)?;
        let survey = bundle::read(survey.as_bytes()).ok()?.into_survey();
        let options = Options::parse(Locale::default(), |name| value(options, name));
        Some(Self::of(kind, survey, options, on))
    }

    /// The same, of what was read already.
    pub fn of(kind: Kind, survey: Survey, options: Options, on: &str) -> Self {
        let mut reports = Vec::new();
        if matches!(kind, Kind::Docx | Kind::Dossier) {
            reports.push((None, compose(&survey, &options, on)));
        }
        if matches!(kind, Kind::Bodies | Kind::Dossier) {
            let bodies = survey.head.partners.iter().map(|partner| &partner.id);
            let bodies = bodies.filter(|id| options.takes(id) && has_sheet(&survey, id));
            let report = |id: &PartnerId| {
                let report = compose_body(&survey, id, &options, on)?;
                Some((Some(id.clone()), report))
            };
            reports.extend(bodies.filter_map(report));
        }
        Self {
            kind,
            survey,
            options,
            on: on.into(),
            reports,
            pictures: BTreeMap::new(),
            faces: Vec::new(),
        }
    }

    /// The pictures that the file wants. Reports of bodies in a dossier are pages,
    /// which draw their charts themselves.
    pub fn wanted(&self) -> Vec<Wanted> {
        let mut wanted = Vec::new();
        for (body, report) in &self.reports {
            if self.kind == Kind::Dossier && body.is_some() {
                continue;
            }
            wanted.extend(figures(report).map(|figure| Wanted {
                key: key(body.as_ref(), &figure.id),
                svg: figure.svg.clone(),
            }));
        }
        wanted
    }

    /// Takes a picture that was wanted.
    pub fn picture(&mut self, key: &str, png: Vec<u8>) {
        self.pictures.insert(key.into(), png);
    }

    /// Takes a font, a WOFF2 file in base64, for what is a page by itself.
    pub fn font(&mut self, weight: u32, woff2: String) {
        self.faces.push(Face { weight, woff2 });
    }

    /// Makes the file. `step` is told how many of how many steps are done.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn make(&self, step: &mut dyn FnMut(usize, usize)) -> Result<Made, ExportError> {
        let (survey, options) = (&self.survey, &self.options);
        let t = options.language;
        let (part, ending, media, bytes) = match self.kind {
            Kind::Docx => {
                let report = self.reports.first().map(|(_, report)| report);
                let bytes = match report {
                    Some(report) => docx(report, &self.pictures_of(None))?,
                    None => Vec::new(),
                };
                (t.file_report(), "docx", DOCX, bytes)
            }
            Kind::Bodies => (t.file_bodies(), "zip", ZIP, self.bodies(step)?),
            Kind::Xlsx => {
                let bytes = xlsx(survey, options, &self.on)?;
                (t.file_data(), "xlsx", XLSX, bytes)
            }
            Kind::CsvLong => {
                let text = csv_long(survey, options);
                (t.file_csv_long(), "csv", CSV, text.into_bytes())
            }
            Kind::CsvWide => {
                let text = csv_wide(survey, options);
                (t.file_csv_wide(), "csv", CSV, text.into_bytes())
            }
            Kind::Dossier => {
                let files = dossier::Files {
                    survey,
                    options,
                    on: &self.on,
                    reports: &self.reports,
                    pictures: &self.pictures_of(None),
                    faces: &self.faces,
                };
                let mut steps = Steps::new(step);
                (t.file_dossier(), "zip", ZIP, files.dossier(&mut steps)?)
            }
        };
        let name = bundle::part_name(&survey.head, &[part, "_", &self.on].concat(), ending);
        Ok(Made { name, media, bytes })
    }

    /// One file for each body.
    fn bodies(&self, step: &mut dyn FnMut(usize, usize)) -> Result<Vec<u8>, ExportError> {
        let mut entries = Vec::new();
        for (at, (body, report)) in self.reports.iter().enumerate() {
            step(at, self.reports.len());
            let name = body_name(&self.survey, body.as_ref());
            let bytes = docx(report, &self.pictures_of(body.as_ref()))?;
            entries.push(archive::Entry::new(name + ".docx", bytes));
        }
        archive::archive(&entries)
    }

    fn pictures_of<'a>(&'a self, body: Option<&'a PartnerId>) -> impl Fn(&str) -> Option<Vec<u8>> {
        move |id| self.pictures.get(&key(body, id)).cloned()
    }
}

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const CSV: &str = "text/csv;charset=utf-8";
const ZIP: &str = "application/zip";

fn key(body: Option<&PartnerId>, figure: &str) -> String {
    match body {
        Some(body) => [body.as_str(), "/", figure].concat(),
        None => figure.into(),
    }
}

/// The charts of a report, in their order.
fn figures(report: &Report) -> impl Iterator<Item = &Figure> {
    let blocks = report.sections.iter().flat_map(|section| &section.blocks);
    blocks.filter_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    })
}

fn has_sheet(survey: &Survey, body: &PartnerId) -> bool {
    let mut sheets = survey.sheets.iter();
    sheets.any(|sheet| sheet.partner == *body && sheet.status.is_received())
}

/// Printed code and name of a body, safe in a file's name; where that is not the
/// only one of its kind, its place follows.
pub fn body_name(survey: &Survey, body: Option<&PartnerId>) -> String {
    let name = |partner: &Partner| {
        let parts = [slug(&partner.code), slug(&partner.name)];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("_")
    };
    let partners = &survey.head.partners;
    let at = partners.iter().position(|p| Some(&p.id) == body);
    let Some((at, partner)) = at.and_then(|at| Some((at, partners.get(at)?))) else {
        return String::new();
    };
    let own = name(partner);
    if own.is_empty() || partners.iter().filter(|p| name(p) == own).count() > 1 {
        format!("{own}_{}", at + 1)
    } else {
        own
    }
}

/// The value of a name in `name=value&name=value`.
fn value(query: &str, name: &str) -> String {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let found = pairs.find(|(key, _)| *key == name);
    found.map_or_else(String::new, |(_, value)| value.into())
}
