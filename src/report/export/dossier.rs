//! The dossier: everything there is of a survey in one archive, with a manifest
//! that names each file with its SHA-256.

use super::archive::{Entry, archive};
use super::order::body_name;
use super::{ExportError, docx, xlsx};
use crate::bundle::{self, Outgoing};
use crate::chart::Face;
use crate::i18n::Locale;
use crate::model::{Extra, LocalText, PartnerId, Survey, Timestamp, slug};
use crate::report::compose::{Options, Scope};
use crate::report::data::{csv_long, csv_wide};
use crate::report::file::file;
use crate::report::whole::{Block, Report, Section, Stamp};
use crate::report::{self, Separator, Table};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// What a dossier is made of.
pub struct Files<'a> {
    /// The survey.
    pub survey: &'a Survey,
    /// What was chosen of its report.
    pub options: &'a Options,
    /// The day on which it is made.
    pub on: &'a str,
    /// Its report, and those of the bodies.
    pub reports: &'a [(Option<PartnerId>, Report)],
    /// Figures of the report as pictures.
    pub pictures: &'a dyn Fn(&str) -> Option<Vec<u8>>,
    /// The fonts of pages.
    pub faces: &'a [Face],
}

/// Tells how far it is.
pub struct Steps<'a> {
    tell: &'a mut dyn FnMut(usize, usize),
    done: usize,
}

impl<'a> Steps<'a> {
    /// None is done yet.
    pub fn new(tell: &'a mut dyn FnMut(usize, usize)) -> Self {
        Self { tell, done: 0 }
    }

    fn next(&mut self, all: usize) {
        self.done += 1;
        (self.tell)(self.done.min(all), all);
    }
}

impl Files<'_> {
    /// The archive.
    ///
    /// # Errors
    /// One of its files cannot be written.
    pub fn dossier(&self, steps: &mut Steps<'_>) -> Result<Vec<u8>, ExportError> {
        let t = self.options.language;
        let all = self.reports.len() + 5;
        let mut entries = Vec::new();
        let mut stamp = Stamp::default();
        for (body, report) in self.reports {
            let page = file(std::slice::from_ref(report), self.faces);
            if body.is_none() {
                stamp = report.stamp.clone();
                let name = [t.file_report(), "/", t.file_report()].concat();
                let words = docx(report, self.pictures)?;
                entries.push(Entry::new([&name, ".docx"].concat(), words));
                entries.push(Entry::new(name + ".html", page));
                entries.extend(self.charts(report));
            } else {
                let name = body_name(self.survey, body.as_ref());
                let name = [t.file_bodies(), "/", &name, ".html"].concat();
                entries.push(Entry::new(name, page));
            }
            steps.next(all);
        }
        let named = |name: &str, ending| [t.file_data(), "/", name, ".", ending].concat();
        let book = xlsx(self.survey, self.options, self.on)?;
        entries.push(Entry::new(named(t.file_data(), "xlsx"), book));
        steps.next(all);
        let csv = csv_long(self.survey, self.options);
        entries.push(Entry::new(named(t.file_csv_long(), "csv"), csv));
        let csv = csv_wide(self.survey, self.options);
        entries.push(Entry::new(named(t.file_csv_wide(), "csv"), csv));
        steps.next(all);
        entries.push(Entry::new(named(t.file_bundle(), "json"), self.bundle()));
        steps.next(all);
        let manifest = self.manifest(&stamp, &entries);
        entries.extend(manifest);
        steps.next(all);
        archive(&entries)
    }

    /// Each chart as a drawing, and each table of the report. The table below a
    /// chart has the chart in its name, so that the two lie side by side.
    fn charts(&self, report: &Report) -> Vec<Entry> {
        let folder = self.options.language.file_charts();
        let mut entries = Vec::new();
        for section in &report.sections {
            let mut above = String::new();
            for block in &section.blocks {
                match block {
                    Block::Figure(figure) => {
                        let named = [figure.number.as_str(), &figure.id];
                        let named = named.into_iter().find(|name| !name.is_empty());
                        let name = slug(named.unwrap_or_default());
                        above = [&above, &name, "_"].concat();
                        let name = [folder, "/", &name, ".svg"].concat();
                        entries.push(Entry::new(name, figure.svg.as_bytes()));
                    }
                    // Without a number it is only laid out as a table.
                    Block::Table { number, table } if !number.is_empty() => {
                        let above = std::mem::take(&mut above);
                        let name = [folder, "/", &above, &slug(number), ".csv"].concat();
                        let text = self.table(report, section, number, table);
                        entries.push(Entry::new(name, text));
                    }
                    _ => {}
                }
            }
        }
        entries
    }

    /// A table with what it is and where it stands below it.
    fn table(&self, report: &Report, section: &Section, number: &str, table: &Table) -> String {
        let separator = match self.options.language {
            Locale::It => Separator::Semicolon,
            Locale::En => Separator::Comma,
        };
        let (stamp, title) = (&report.stamp, &report.cover.title);
        let heading = [section.number.as_str(), &section.heading].join(" ");
        let notes = [
            [number, ". ", &table.caption].concat(),
            heading.trim().to_owned(),
            [title, " · ", &stamp.version].concat(),
            [&stamp.date, " · ", &stamp.fingerprint].concat(),
        ];
        report::csv(table, &notes, separator)
    }

    /// The survey as a bundle: of a public dossier, what leaves for anyone.
    fn bundle(&self) -> String {
        let day = Timestamp::new([self.on, "T00:00:00Z"].concat());
        let scope = match self.options.scope {
            Scope::Internal => bundle::Scope::Coordinator,
            Scope::Public => bundle::Scope::Public,
        };
        let seen = match self.options.scope {
            Scope::Internal => bundle::for_coordinator(self.survey),
            Scope::Public => {
                // What anyone may see: free texts leave, as in the report itself.
                let withholding = bundle::Withholding {
                    contacts: withheld_contacts(),
                    free_text: None,
                };
                bundle::for_anyone(&bundle::for_coordinator(self.survey), &withholding)
            }
        };
        let outgoing = Outgoing {
            kind: bundle::Kind::Survey,
            scope,
            survey: &seen,
            base: None,
            extra: &Extra::new(),
        };
        outgoing.write(&day)
    }

    /// What is in the archive, for people and for programs.
    fn manifest(&self, stamp: &Stamp, entries: &[Entry]) -> [Entry; 2] {
        let t = self.options.language;
        let title = self.survey.head.title.as_str();
        let hash = |entry: &Entry| hex(&Sha256::digest(&entry.bytes));
        let files: Vec<_> = entries
            .iter()
            .map(|e| json!({ "name": e.name, "bytes": e.bytes.len(), "sha256": hash(e) }))
            .collect();
        let scope = match self.options.scope {
            Scope::Internal => "internal",
            Scope::Public => "public",
        };
        let told = json!({
            "type": "rilievo-dossier",
            "title": title,
            "version": stamp.version,
            "date": self.on,
            "fingerprint": stamp.fingerprint,
            "language": t.code(),
            "scope": scope,
            "files": files,
        });
        let lines = [title, &stamp.version, &stamp.date];
        let mut text = lines.join("\n");
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{} {}\n", t.file_fingerprint(), stamp.fingerprint);
        let _ = write!(text, "\n{}\n\n", t.file_manifest());
        for entry in entries {
            let _ = writeln!(text, "{}  {}", hash(entry), entry.name);
        }
        [
            Entry::new("manifest.json", format!("{told:#}\n")),
            Entry::new("MANIFEST.txt", text),
        ]
    }
}

/// What stands in place of a contact, in every language.
fn withheld_contacts() -> LocalText {
    let all = Locale::ALL.into_iter();
    all.fold(LocalText::default(), |all, t| {
        all.with(t.code(), t.withheld_contacts())
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
