//! What the floors below the page cost natively, with 1,000, 8,000 and 23,000
//! sheets: reading, comparing and writing bundles, counting. Charts are in
//! `charts.rs` beside.
//!
//! `cargo xtask bench native` runs all of it and writes it into
//! `docs/performance.md`; `cargo bench --no-default-features -- fingerprint` runs
//! what has that in its name.
#![allow(
    clippy::unwrap_used,
    reason = "a measurement stops at the first surprise"
)]

mod charts;
#[path = "../../tests/shared/generate.rs"]
mod generate;

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, Divan, black_box};
use rilievo::analysis::{Counting, Matrix, Population, dimension_results, findings};
use rilievo::bundle::{self, Arrival, Decisions};
use rilievo::i18n::Locale;
use rilievo::model::{Stamp, Survey, Timestamp, validate};
use rilievo::report::counts::counted;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Sizes of the surveys: many bodies of a region, all municipalities, and more
/// than the browser's store holds.
const SIZES: [usize; 3] = [1_000, 8_000, 23_000];

/// All surveys here grow from one seed, which is that of `examples/surveys.rs`.
const SEED: u64 = 3;

fn main() {
    // The largest takes a second a time: ten times say enough.
    Divan::default()
        .sample_count(10)
        .sample_size(1)
        .max_time(Duration::from_secs(8))
        .config_with_args()
        .main();
}

/// A generated survey and its bundle.
pub struct Sample {
    /// As it stands on the pages.
    pub survey: Survey,
    /// As it stands in a file.
    bundle: String,
    /// How many answers all sheets have.
    answers: usize,
}

/// The survey of so many sheets; each is made once.
pub fn sample(sheets: usize) -> Arc<Sample> {
    static MADE: Mutex<BTreeMap<usize, Arc<Sample>>> = Mutex::new(BTreeMap::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let sample = made.entry(sheets).or_insert_with(|| {
        let survey = generate::survey(SEED, sheets);
        Arc::new(Sample {
            bundle: bundle::write(&survey, &moment()),
            answers: survey.sheets.iter().map(|sheet| sheet.answers.len()).sum(),
            survey,
        })
    });
    Arc::clone(sample)
}

fn moment() -> Timestamp {
    Timestamp::new("2026-12-24T10:00:00.000Z")
}

/// Every body, and the sheets that were received.
pub fn population(survey: &Survey) -> Population<'_> {
    Population::new(&survey.head, &survey.sheets, Counting::Received)
}

/// What comes as a file, and what is here: the same bodies, of which every tenth
/// has answered anew.
fn arrival(sample: &Sample) -> Arrival {
    let mut theirs = sample.survey.clone();
    let stamp = Stamp {
        at: moment(),
        by: "somebody".into(),
    };
    for sheet in theirs.sheets.iter_mut().step_by(10) {
        let questions: Vec<_> = sheet.answers.keys().take(3).cloned().collect();
        for question in questions {
            sheet.edit(&question, &stamp, |answer| {
                answer.comment.push_str("Visto.")
            });
        }
    }
    let file = bundle::write(&theirs, &moment());
    Arrival {
        file: "indagine.json".into(),
        read: bundle::read(file.as_bytes()),
    }
}

/// Counted in bytes of the bundle.
mod a_file {
    use super::*;

    /// All steps of reading: parse, migrate, restore, validate, fingerprint.
    #[divan::bench(args = SIZES)]
    fn read(bencher: Bencher, sheets: usize) {
        let sample = sample(sheets);
        let bytes = BytesCount::new(sample.bundle.len());
        bencher
            .counter(bytes)
            .bench_local(|| bundle::read(black_box(sample.bundle.as_bytes())));
    }

    /// Text to JSON, by the library alone: for comparison.
    #[divan::bench(args = SIZES)]
    fn parse_as_json(bencher: Bencher, sheets: usize) {
        let sample = sample(sheets);
        let bytes = BytesCount::new(sample.bundle.len());
        bencher
            .counter(bytes)
            .bench_local(|| serde_json::from_str::<serde_json::Value>(black_box(&sample.bundle)));
    }

    /// Canonical form and its hash.
    #[divan::bench(args = SIZES)]
    fn fingerprint(bencher: Bencher, sheets: usize) {
        let sample = sample(sheets);
        let bytes = BytesCount::new(sample.bundle.len());
        bencher
            .counter(bytes)
            .bench_local(|| bundle::fingerprint(black_box(&sample.survey)));
    }

    #[divan::bench(args = SIZES)]
    fn write(bencher: Bencher, sheets: usize) {
        let sample = sample(sheets);
        let bytes = BytesCount::new(sample.bundle.len());
        bencher
            .counter(bytes)
            .bench_local(|| bundle::write(black_box(&sample.survey), &moment()));
    }
}

/// Counted in answers.
mod a_survey {
    use super::*;

    /// Every contradiction and oddity. Migrating costs nothing yet: there is one
    /// format.
    #[divan::bench(name = "validate", args = SIZES)]
    fn validated(bencher: Bencher, sheets: usize) {
        let sample = sample(sheets);
        bencher
            .counter(ItemsCount::new(sample.answers))
            .bench_local(|| validate(black_box(&sample.survey)));
    }

    /// A file of every body against what is here, where a tenth has changed.
    #[divan::bench(args = SIZES)]
    fn merge(bencher: Bencher, sheets: usize) {
        let sample = sample(sheets);
        let arrivals = [arrival(&sample)];
        let stamp = Stamp {
            at: moment(),
            by: "me".into(),
        };
        bencher
            .counter(ItemsCount::new(sample.answers))
            .bench_local(|| {
                let here = |_: &_| Some(sample.survey.clone());
                let decisions = Decisions::default();
                bundle::plan(
                    black_box(&arrivals),
                    here,
                    &decisions,
                    &stamp,
                    str::to_owned,
                )
            });
    }

    /// The state in which each answer counts.
    #[divan::bench(args = SIZES)]
    fn states(bencher: Bencher, sheets: usize) {
        let sample = sample(sheets);
        bencher
            .counter(ItemsCount::new(sample.answers))
            .bench_local(|| population(black_box(&sample.survey)).counted().len());
    }

    /// The counts of all questions, with the bodies behind them in words.
    #[divan::bench(args = SIZES)]
    fn all_questions(bencher: Bencher, sheets: usize) {
        let sample = sample(sheets);
        let population = population(&sample.survey);
        bencher
            .counter(ItemsCount::new(sample.answers))
            .bench_local(|| {
                let questions = &sample.survey.head.questionnaire.questions;
                let each = questions.iter();
                each.map(|question| counted(Locale::It, black_box(&population), question))
                    .collect::<Vec<_>>()
            });
    }

    #[divan::bench(name = "dimensions", args = SIZES)]
    fn of_dimensions(bencher: Bencher, sheets: usize) {
        let sample = sample(sheets);
        let population = population(&sample.survey);
        bencher
            .counter(ItemsCount::new(sample.answers))
            .bench_local(|| dimension_results(black_box(&population)));
    }

    #[divan::bench(args = SIZES)]
    fn matrix(bencher: Bencher, sheets: usize) {
        let sample = sample(sheets);
        let population = population(&sample.survey);
        bencher
            .counter(ItemsCount::new(sample.answers))
            .bench_local(|| Matrix::new(black_box(&population)));
    }

    #[divan::bench(name = "findings", args = SIZES)]
    fn all_findings(bencher: Bencher, sheets: usize) {
        let sample = sample(sheets);
        let population = population(&sample.survey);
        bencher
            .counter(ItemsCount::new(sample.answers))
            .bench_local(|| findings(black_box(&population)));
    }
}
