//! Each chart, drawn from the counts of a generated survey: how many bodies there
//! are shows in names and numbers, not in rows.

use super::{SIZES, Sample, population, sample};
use divan::{Bencher, black_box};
use rilievo::chart::{
    Bars, Diverging, DivergingRow, DotRow, Dots, Dumbbell, DumbbellRow, Frame, Mark, Multiples,
    Panel, Stack, Stacks, Terms, Theme, Unit,
};
use rilievo::chart::{bars, diverging, dots, dumbbell, multiples, stacked, terms};
use rilievo::i18n::Locale;
use rilievo::model::{Question, QuestionKind};
use rilievo::report::counts::{Combined, counted};

/// As wide as on a desk.
const WIDTH: u32 = 720;

fn frame() -> Frame {
    Frame {
        id: "chart".into(),
        title: "Quante risposte".into(),
        description: "Generate.".into(),
        width: WIDTH,
        more: "e altri {n}".into(),
    }
}

/// The first question of a kind.
fn question(sample: &Sample, kind: QuestionKind) -> &Question {
    let questions = &sample.survey.head.questionnaire.questions;
    questions.iter().find(|q| q.kind == kind).unwrap()
}

/// Marks of what was answered to a question, and of those who did not.
struct Marks {
    base: u32,
    options: Vec<Mark>,
    states: Vec<Mark>,
}

impl Marks {
    fn of(sample: &Sample, kind: QuestionKind) -> Self {
        let population = population(&sample.survey);
        let counted = counted(Locale::It, &population, question(sample, kind));
        let mark = |row| counted.mark(Locale::It, row);
        Self {
            base: counted.bodies.try_into().unwrap(),
            options: counted.charted().into_iter().map(mark).collect(),
            states: counted.gaps().map(mark).collect(),
        }
    }

    fn first(&self) -> Mark {
        self.options[0].clone()
    }
}

/// How many rows a chart of several has.
const ROWS: usize = 23;

fn keys() -> impl Iterator<Item = String> {
    (1..=ROWS).map(|row| format!("q{row}"))
}

#[divan::bench(args = SIZES)]
fn of_bars(bencher: Bencher, sheets: usize) {
    let Marks {
        base,
        options,
        states,
    } = Marks::of(&sample(sheets), QuestionKind::YesNo);
    let axis = "enti".into();
    let spec = Bars {
        frame: frame(),
        base,
        axis,
        options,
        states,
    };
    bencher.bench_local(|| bars::render(black_box(&spec), &Theme::light()));
}

#[divan::bench(args = SIZES)]
fn of_terms(bencher: Bencher, sheets: usize) {
    let Marks {
        base,
        options,
        states,
    } = Marks::of(&sample(sheets), QuestionKind::List);
    let spec = Terms {
        frame: frame(),
        base,
        terms: options,
        states,
    };
    bencher.bench_local(|| terms::render(black_box(&spec), &Theme::light()));
}

/// Each body has a dot of its own, so there are never more.
#[divan::bench(args = [30])]
fn of_dots(bencher: Bencher, sheets: usize) {
    let sample = sample(sheets);
    let marks = Marks::of(&sample, QuestionKind::YesNo);
    let units = sample.survey.head.partners.iter();
    let units: Vec<Unit> = units
        .map(|partner| Unit {
            key: partner.id.to_string(),
            code: partner.code.clone(),
            name: partner.name.clone(),
        })
        .collect();
    let row = |mark: Mark| DotRow {
        units: units.iter().take(mark.value as usize).cloned().collect(),
        mark,
    };
    let spec = Dots {
        frame: frame(),
        options: marks.options.into_iter().map(row).collect(),
        states: marks.states.into_iter().map(row).collect(),
    };
    bencher.bench_local(|| dots::render(black_box(&spec), &Theme::light()));
}

/// With the counting of the combinations that are drawn.
#[divan::bench(args = SIZES)]
fn of_combinations(bencher: Bencher, sheets: usize) {
    let sample = sample(sheets);
    let population = population(&sample.survey);
    let question = question(&sample, QuestionKind::Multiple);
    bencher.bench_local(|| {
        Combined::new(Locale::It, black_box(&population), question).draw(
            Locale::It,
            frame(),
            &Theme::light(),
        )
    });
}

#[divan::bench(args = SIZES)]
fn of_stacks(bencher: Bencher, sheets: usize) {
    let marks = Marks::of(&sample(sheets), QuestionKind::YesNo);
    let row = |key: String| Stack {
        label: key.clone(),
        key,
        figure: "di tutti".into(),
        segments: marks.options.iter().chain(&marks.states).cloned().collect(),
    };
    let spec = Stacks {
        frame: frame(),
        base: marks.base,
        axis: "enti".into(),
        rows: keys().map(row).collect(),
    };
    bencher.bench_local(|| stacked::render(black_box(&spec), &Theme::light()));
}

#[divan::bench(args = SIZES)]
fn of_readings(bencher: Bencher, sheets: usize) {
    let marks = Marks::of(&sample(sheets), QuestionKind::Multiple);
    let row = |key: String| DivergingRow {
        label: key.clone(),
        key,
        figure: String::new(),
        hindering: marks.options[1].clone(),
        neutral: marks.options[2].clone(),
        enabling: marks.first(),
        unknown: marks.states[0].clone(),
    };
    let spec = Diverging {
        frame: frame(),
        axis: "letture".into(),
        rows: keys().map(row).collect(),
    };
    bencher.bench_local(|| diverging::render(black_box(&spec), &Theme::light()));
}

#[divan::bench(args = SIZES)]
fn of_before_and_after(bencher: Bencher, sheets: usize) {
    let marks = Marks::of(&sample(sheets), QuestionKind::YesNo);
    let row = |key: String| DumbbellRow {
        label: key.clone(),
        key,
        before: marks.options[1].clone(),
        after: marks.first(),
    };
    let spec = Dumbbell {
        frame: frame(),
        base: marks.base,
        axis: "enti".into(),
        before: "prima".into(),
        after: "dopo".into(),
        rows: keys().map(row).collect(),
    };
    bencher.bench_local(|| dumbbell::render(black_box(&spec), &Theme::light()));
}

#[divan::bench(args = SIZES)]
fn of_groups(bencher: Bencher, sheets: usize) {
    let marks = Marks::of(&sample(sheets), QuestionKind::Multiple);
    let panel = |key: String| Panel {
        title: key.clone(),
        key,
        base: marks.base,
        figure: "di tutti".into(),
        marks: marks.options.clone(),
    };
    let spec = Multiples {
        frame: frame(),
        axis: "enti".into(),
        panels: keys().take(6).map(panel).collect(),
    };
    bencher.bench_local(|| multiples::render(black_box(&spec), &Theme::light()));
}
