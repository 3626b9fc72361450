//! The chart of a question on a slide: of the kind that was chosen, or of the one
//! that says most, drawn so that its words are large enough, with no more rows
//! than there is room for.

use super::fit::WIDTH;
use super::{Behind, Figure};
use crate::analysis::findings::{Finding, Kind};
use crate::analysis::{Population, readings, words};
use crate::chart::{Bars, Frame, Mark, Theme, bars, still};
use crate::i18n::Locale;
use crate::model::{Question, QuestionKind};
use crate::report::counts::{
    Combined, Counted, Of, ReadingsRow, count, counted, readings_chart, say,
};

/// The kinds of chart, by name.
pub const DOTS: &str = "dots";
/// One bar for each choice.
pub const BARS: &str = "bars";
/// What was chosen together.
pub const COMBINATIONS: &str = "combinations";
/// Terms of a list.
pub const TERMS: &str = "terms";
/// What the answers mean.
pub const READINGS: &str = "readings";

/// Widths in which a chart is drawn. The wider, the smaller its words on the
/// slide: at the last one those of 12 pixels have 24.
const WIDTHS: [u32; 7] = [480, 540, 600, 660, 720, 790, 864];

/// A chart as a slide takes it.
pub struct Drawn {
    /// The drawing.
    pub figure: Figure,
    /// The kinds it could have been, the usual one first.
    pub kinds: Vec<&'static str>,
    /// The kind it is.
    pub kind: &'static str,
    /// Rows that found no room.
    pub left_out: usize,
    /// What is counted, in a sentence.
    pub base: String,
}

/// What a chart is drawn from.
pub struct Asked<'a> {
    /// The language.
    pub t: Locale,
    /// The bodies.
    pub population: &'a Population<'a>,
    /// What is asked.
    pub question: &'a Question,
    /// What the slide says.
    pub title: &'a str,
    /// With what the ids in the drawing begin.
    pub id: &'a str,
}

/// The name of a kind of chart, for whoever chooses.
pub const fn name(t: Locale, kind: &str) -> &'static str {
    match kind.as_bytes() {
        b"dots" => t.deck_chart_dots(),
        b"terms" => t.deck_chart_terms(),
        b"combinations" => t.deck_chart_combinations(),
        b"readings" => t.deck_chart_readings(),
        _ => t.deck_chart_bars(),
    }
}

/// Draws the answers to a question in the room that a slide has; nothing where
/// nothing can be drawn.
pub fn draw(asked: &Asked<'_>, told: Option<&Finding>, wanted: &str, room: u32) -> Option<Drawn> {
    let counts = counted(asked.t, asked.population, asked.question);
    let kinds = kinds(asked, &counts, told);
    let chosen = kinds.iter().copied().find(|kind| *kind == wanted);
    let usual = || {
        // The first that shows everything, else the first.
        let whole = kinds.iter().copied();
        let mut whole = whole.filter(|kind| attempt(asked, &counts, kind, room).is_some());
        whole.next().or(kinds.first().copied())
    };
    let kind = chosen.or_else(usual)?;
    let mut counts = counts;
    let base = match (counts.kind, kind) {
        (QuestionKind::Multiple, BARS) => {
            [&counts.base, " ", asked.t.several_choices_base()].concat()
        }
        _ => counts.base.clone(),
    };
    let mut left_out = 0;
    let figure = loop {
        if let Some(figure) = attempt(asked, &counts, kind, room) {
            break figure;
        }
        // What fewest chose goes first; what is no answer stays.
        let rows = counts.rows.iter().enumerate();
        let options = rows.filter(|(_, row)| row.of != Of::State);
        let least = options.rev().min_by_key(|(_, row)| row.count());
        counts.rows.remove(least.map(|(at, _)| at)?);
        left_out += 1;
    };
    let several = kinds.len() > 1;
    Some(Drawn {
        figure,
        kinds: if several { kinds } else { Vec::new() },
        kind,
        left_out,
        base,
    })
}

/// The kinds of chart that can show a question; the first is the usual one.
fn kinds(asked: &Asked<'_>, counts: &Counted, told: Option<&Finding>) -> Vec<&'static str> {
    let mut kinds = match counts.kind {
        QuestionKind::List => vec![TERMS],
        QuestionKind::Multiple => {
            let together = told.is_some_and(|f| matches!(f.kind, Kind::Together | Kind::Report(_)));
            if together {
                vec![COMBINATIONS, BARS]
            } else {
                vec![BARS, COMBINATIONS]
            }
        }
        kind if kind.is_single() && counts.has_dots() => vec![DOTS, BARS],
        _ => vec![BARS],
    };
    if counts.charted().is_empty() {
        return Vec::new();
    }
    if counts.answered == 0 {
        kinds.retain(|kind| *kind != COMBINATIONS);
    }
    if readings::of_question(asked.population, asked.question).is_some() {
        kinds.push(READINGS);
    }
    kinds
}

/// The chart at the smallest width at which it fits, so that its words are as
/// large as they can be; nothing where it fits at none.
fn attempt(asked: &Asked<'_>, counts: &Counted, kind: &str, room: u32) -> Option<Figure> {
    // Few rows stand apart from each other: no chart is drawn larger than that.
    let fits = |width: &u32| {
        let figure = at_width(asked, counts, kind, *width)?;
        let (_, height) = figure.1;
        let on_slide = height * f64::from(WIDTH) / f64::from(*width);
        (on_slide <= f64::from(room)).then_some(figure.0)
    };
    WIDTHS.iter().find_map(fits)
}

fn at_width(
    asked: &Asked<'_>,
    counts: &Counted,
    kind: &str,
    width: u32,
) -> Option<(Figure, (f64, f64))> {
    let t = asked.t;
    let frame = Frame {
        id: asked.id.to_owned(),
        title: asked.title.to_owned(),
        description: counts.base.clone(),
        width,
        more: t.and_more_names().into(),
    };
    let theme = Theme::light();
    let shown = counts.charted();
    let gaps = counts.gaps();
    let (svg, marks) = match kind {
        COMBINATIONS => combinations(asked, counts, frame, &theme),
        READINGS => of_readings(asked, frame, &theme)?,
        BARS if counts.kind != QuestionKind::Multiple => {
            let (options, states) = (counts.marks(t, shown), counts.marks(t, gaps));
            let marks = [options.clone(), states.clone()].concat();
            let mut frame = frame;
            say(&mut frame, &marks);
            let spec = Bars {
                frame,
                base: count(counts.answered),
                axis: t.axis_bodies().into(),
                options,
                states,
            };
            (bars::render(&spec, &theme), marks)
        }
        _ => {
            let marks = counts.marks(t, shown.into_iter().chain(gaps));
            (counts.answers(t, frame, &theme), marks)
        }
    };
    let drawn = still(svg)?;
    let figure = Figure {
        svg: drawn.svg,
        alternative: drawn.alternative,
        marks: marks.into_iter().map(behind).collect(),
    };
    Some((figure, drawn.size))
}

/// A set of choices is told from the choice of which alone it is made.
const SET: &str = "=";

fn combinations(
    asked: &Asked<'_>,
    counts: &Counted,
    frame: Frame,
    theme: &Theme,
) -> (String, Vec<Mark>) {
    let t = asked.t;
    let mut combined = Combined::new(t, asked.population, asked.question);
    // Rows that found no room are in no set either.
    let kept = counts.charted().len();
    let all = combined.counted.charted().len();
    combined.sets.truncate(combined.sets.len().min(kept + 6));
    if kept < all {
        let places: Vec<usize> = {
            let rows = combined.counted.charted();
            let rows = rows.iter().enumerate();
            let kept = rows.filter(|(_, row)| counts.charted().iter().any(|k| k.key == row.key));
            kept.map(|(at, _)| at).collect()
        };
        for (_, members) in &mut combined.sets {
            let moved = members
                .iter()
                .filter_map(|m| places.iter().position(|p| p == m));
            *members = moved.collect();
        }
        combined.sets.retain(|(_, members)| !members.is_empty());
        combined.counted = counts.clone();
    }
    for (row, _) in &mut combined.sets {
        row.key.insert_str(0, SET);
    }
    let mut marks = combined.counted.marks(t, combined.counted.charted());
    marks.extend(
        combined
            .counted
            .marks(t, combined.sets.iter().map(|(row, _)| row)),
    );
    (combined.draw(t, frame, theme), marks)
}

fn of_readings(asked: &Asked<'_>, frame: Frame, theme: &Theme) -> Option<(String, Vec<Mark>)> {
    let (t, question) = (asked.t, asked.question);
    let group = readings::GroupReadings {
        key: question.id.clone(),
        questions: vec![readings::of_question(asked.population, question)?],
    };
    let label = question.label.get(t.code()).to_owned();
    let key = question.id.to_string();
    let line = ReadingsRow::new(t, asked.population, &group, key, label, None);
    let marks = line.marks(t);
    Some((readings_chart(t, &[line], frame, theme), marks.to_vec()))
}

fn behind(mark: Mark) -> Behind {
    Behind {
        key: mark.key,
        label: mark.label,
        figure: mark.figure,
        names: mark.names,
    }
}

/// The name of a finding's question with its number, as it stands in the foot.
pub fn base(t: Locale, question: &Question, drawn: &Drawn) -> String {
    let mut foot = t.deck_question_base(&question.number, &drawn.base);
    if drawn.left_out > 0 {
        foot.push(' ');
        foot.push_str(&t.deck_more_rows(drawn.left_out));
    }
    foot
}

/// The names of some bodies in a sentence.
pub fn names(t: Locale, population: &Population<'_>, bodies: &[usize]) -> String {
    let name = |at: &usize| Some(population.body(*at)?.partner.name.as_str());
    let mut names = bodies.iter().filter_map(name);
    words::first_names(t, bodies.len(), &mut names)
}
