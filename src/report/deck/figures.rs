//! The chart of a question on a slide: of the kind that was chosen, or of the one
//! that says most, drawn so that its words are large enough, with no more rows
//! than there is room for.

use super::fit::WIDTH;
use super::{Behind, Figure};
use crate::analysis::findings::{Finding, Kind};
use crate::analysis::{Population, readings, words};
use crate::chart::{Bars, Frame, Mark, Theme, Tone, bars, still};
use crate::i18n::Locale;
use crate::model::{Question, QuestionKind, sort_by, sort_by_key};
use crate::report::counts::{
    Combined, Counted, Of, ReadingsRow, Row, count, counted, readings_chart, say,
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
const WIDTHS: [u32; 7] = [480, 540, 600, 660, 720, 790, WIDEST];
const WIDEST: u32 = 864;

/// A chart as a slide takes it.
pub struct Drawn {
    /// The drawing.
    pub figure: Figure,
    /// The kinds it could have been, the usual one first.
    pub kinds: Vec<&'static str>,
    /// The kind it is.
    pub kind: &'static str,
    /// What is counted, and what found no room.
    pub foot: String,
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

/// Draws the answers to a question; nothing where nothing can be drawn. `room`
/// tells the height that a foot leaves.
pub fn draw(
    asked: &Asked<'_>,
    told: Option<&Finding>,
    wanted: &str,
    room: &dyn Fn(&str) -> u32,
) -> Option<Drawn> {
    let t = asked.t;
    let mut rows = Rows {
        counts: counted(t, asked.population, asked.question),
        sets: Vec::new(),
    };
    let kinds = kinds(asked, &rows.counts, told);
    let mut apart = false;
    if kinds.contains(&COMBINATIONS) {
        (rows.sets, apart) = combinations(asked, &rows.counts, told);
    }
    let foot = |kind: &str, left_out: usize| {
        let beside = match kind {
            COMBINATIONS if apart => t.deck_counted_in_title(),
            BARS if rows.counts.kind == QuestionKind::Multiple => t.several_choices_base(),
            _ => "",
        };
        let mut said = vec![t.deck_question_base(&asked.question.number, &rows.counts.base)];
        if !beside.is_empty() {
            said.push(beside.to_owned());
        }
        if left_out > 0 {
            said.push(t.deck_more_rows(left_out));
        }
        said.join(" ")
    };
    // At the last width a chart is lowest: what fits there fits at all.
    let fits = |kind: &str, left_out: usize| {
        let foot = foot(kind, left_out);
        at_width(
            asked,
            &rows.without(kind, left_out),
            kind,
            WIDEST,
            room(&foot),
        )
        .is_some()
    };
    let chosen = kinds.iter().copied().find(|kind| *kind == wanted);
    let usual = || {
        // The first that shows everything, else the first.
        let whole = kinds.iter().copied().find(|kind| fits(kind, 0));
        whole.or(kinds.first().copied())
    };
    let kind = chosen.or_else(usual)?;
    let all: Vec<usize> = (0..=rows.len(kind)).collect();
    let left_out = all.partition_point(|left_out| !fits(kind, *left_out));
    let foot = foot(kind, left_out);
    let shown = rows.without(kind, left_out);
    let mut drawn = WIDTHS
        .iter()
        .filter_map(|w| at_width(asked, &shown, kind, *w, room(&foot)));
    let figure = drawn.next()?;
    let several = kinds.len() > 1;
    Some(Drawn {
        figure,
        kinds: if several { kinds } else { Vec::new() },
        kind,
        foot,
    })
}

/// What a chart shows.
#[derive(Clone)]
struct Rows {
    /// Choices or terms, and states.
    counts: Counted,
    /// What was chosen together.
    sets: Vec<Mark>,
}

impl Rows {
    /// How many there are that can be left out.
    fn len(&self, kind: &str) -> usize {
        match kind {
            COMBINATIONS => self.sets.len(),
            READINGS => 0,
            _ => self.options().count(),
        }
    }

    fn options(&self) -> impl Iterator<Item = (usize, &Row)> {
        // What the codebook does not read is drawn only where it reads nothing.
        let known = self.counts.rows.iter().any(|row| row.of == Of::Option);
        let of = if known { Of::Option } else { Of::Unread };
        let rows = self.counts.rows.iter().enumerate();
        rows.filter(move |(_, row)| row.of == of)
    }

    /// Without so many rows, those that fewest bodies stand behind; what is no
    /// answer stays.
    fn without(&self, kind: &str, left_out: usize) -> Self {
        let mut rows = self.clone();
        if kind == COMBINATIONS {
            rows.sets.truncate(self.sets.len().saturating_sub(left_out));
            return rows;
        }
        let mut least: Vec<(u32, usize)> = self.options().map(|(at, r)| (r.count(), at)).collect();
        sort_by(&mut least, |a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        least.truncate(left_out);
        let mut at = 0;
        rows.counts.rows.retain(|_| {
            at += 1;
            !least.iter().any(|(_, gone)| gone + 1 == at)
        });
        rows
    }
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

/// The chart at a width; nothing where it is higher than the room.
fn at_width(
    asked: &Asked<'_>,
    Rows { counts, sets }: &Rows,
    kind: &str,
    width: u32,
    room: u32,
) -> Option<Figure> {
    let t = asked.t;
    let mut frame = Frame {
        id: asked.id.to_owned(),
        title: asked.title.to_owned(),
        description: counts.base.clone(),
        width,
        more: t.and_more_names().into(),
    };
    let theme = Theme::light();
    let states = counts.marks(t, counts.gaps());
    let options = match kind {
        COMBINATIONS => sets.clone(),
        _ => counts.marks(t, counts.charted()),
    };
    let marks = [options.clone(), states.clone()].concat();
    let single = counts.kind != QuestionKind::Multiple;
    let (svg, marks) = match kind {
        READINGS => of_readings(asked, frame, &theme)?,
        BARS | COMBINATIONS if single || kind == COMBINATIONS => {
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
        _ => (counts.answers(t, frame, &theme), marks),
    };
    let drawn = still(svg)?;
    let on_slide = drawn.size.1 * f64::from(WIDTH) / f64::from(width);
    (on_slide <= f64::from(room)).then(|| Figure {
        svg: drawn.svg,
        alternative: drawn.alternative,
        marks: marks.into_iter().map(behind).collect(),
    })
}

/// What was chosen together, one bar for each set. Where the title counts whole
/// sets, they come first, and the others are drawn apart; it says whether so.
fn combinations(asked: &Asked<'_>, counts: &Counted, told: Option<&Finding>) -> (Vec<Mark>, bool) {
    let (t, population) = (asked.t, asked.population);
    let sets = Combined::new(t, population, asked.question).sets;
    let told = told.map(Finding::bodies).unwrap_or_default();
    let is_told = |id: &str| {
        let mut told = told.iter().filter_map(|at| population.body(*at));
        told.any(|body| body.partner.id.as_str() == id)
    };
    let rows = sets.into_iter().map(|(mut row, members)| {
        if members.len() == 1 {
            row.label = t.only_option(&row.label);
        }
        let told = row
            .bodies()
            .filter(|(person, _)| is_told(person.id.as_str()));
        let told = told.count();
        (row, told)
    });
    let mut rows: Vec<_> = rows.collect();
    let whole = rows.iter().all(|(row, n)| *n == 0 || *n == row.who.len());
    let apart = whole && rows.iter().any(|(_, n)| *n == 0) && rows.iter().any(|(_, n)| *n > 0);
    if apart {
        sort_by_key(&mut rows, |(_, n)| *n == 0);
    }
    let marks = rows.iter().map(|(row, n)| {
        let mut mark = counts.mark(t, row);
        if apart && *n == 0 {
            mark.tone = Tone::Secondary;
        }
        mark
    });
    (marks.collect(), apart)
}

fn of_readings(asked: &Asked<'_>, frame: Frame, theme: &Theme) -> Option<(String, Vec<Mark>)> {
    let (t, question) = (asked.t, asked.question);
    let group = readings::GroupReadings {
        key: question.id.clone(),
        questions: vec![readings::of_question(asked.population, question)?],
    };
    let label = question.label.get(t.code()).to_owned();
    let key = question.id.to_string();
    let line = ReadingsRow::new(asked.population, &group, key, label, None);
    let marks = line.marks(t, usize::MAX);
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

/// The names of some bodies in a sentence.
pub fn names(t: Locale, population: &Population<'_>, bodies: &[usize]) -> String {
    let name = |at: &usize| Some(population.body(*at)?.partner.name.as_str());
    let mut names = bodies.iter().filter_map(name);
    words::first_names(t, bodies.len(), &mut names)
}
