//! Completeness by dimension: a chart and its table.

use crate::analysis::completeness::{self, Completeness};
use crate::analysis::{Counting, Population};
use crate::chart::{Frame, Mark, Stack, Stacks, Theme, stacked};
use crate::i18n::Locale;
use crate::model::{EffectiveState, SurveyHead};
use crate::ui::components::{Figure, chart_width, tone};
use crate::ui::routes::Filter;
use crate::ui::{Page, Route, app, t, wording};
use leptos::prelude::*;

/// One dimension's line.
#[derive(Clone, PartialEq)]
struct Line {
    href: String,
    id: String,
    title: String,
    counts: Completeness,
}

/// How complete each dimension is over the sheets that count; with `links`,
/// each leads to its results.
#[component]
pub fn CompletenessByDimension(counting: Counting, links: bool) -> impl IntoView {
    let (app, t) = (app(), t());
    let lines = Memo::new(move |_| {
        app.with_population(counting, |head, population| {
            (
                lines(t, head, population, counting),
                population.counted().len(),
            )
        })
        .unwrap_or_default()
    });
    let width = chart_width();
    let draw = Signal::derive(move || lines.with(|(lines, _)| chart(t, lines, width.get())));
    let rows = move || {
        lines.with(|(lines, _)| {
            lines
                .iter()
                .map(|line| row(t, line, links))
                .collect::<Vec<_>>()
        })
    };
    let table = move || {
        if lines.with(|(_, sheets)| *sheets == 0) {
            return view! { <p class="empty">{t.completeness_empty()}</p> }.into_any();
        }
        view! {
            <p class="base">{move || lines.with(|(_, sheets)| t.completeness_base(*sheets))}</p>
            <Figure draw/>
            <table class="table" data-completeness="">
                <thead><tr><th scope="col">{t.dimension()}</th><th scope="col" class="number">{t.answered()}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="card" aria-labelledby="completeness-title">
            <h2 id="completeness-title">{t.completeness()}</h2>
            {table}
        </section>
    }
}

fn lines(t: Locale, head: &SurveyHead, population: &Population, counting: Counting) -> Vec<Line> {
    let filter = Filter {
        drafts: counting == Counting::WithDrafts,
    };
    let dimensions = head.questionnaire.dimensions.iter();
    dimensions
        .map(|dimension| Line {
            href: Route::Survey(
                head.id.clone(),
                Page::Dimension(dimension.id.clone(), filter),
            )
            .href(),
            id: dimension.id.to_string(),
            title: dimension.title.get(t.code()).to_owned(),
            counts: completeness::of_dimension(population, &dimension.id),
        })
        .collect()
}

fn row(t: Locale, line: &Line, link: bool) -> impl IntoView + use<> {
    let name = format!("{} · {}", line.id, line.title);
    let name = if link {
        view! { <a href=line.href.clone()>{name}</a> }.into_any()
    } else {
        name.into_any()
    };
    let (answered, asked) = (line.counts.answered(), line.counts.asked());
    view! {
        <tr data-dimension=line.id.clone()>
            <th scope="row">{name}</th>
            <td class="number" data-answered=answered data-asked=asked>{t.of(answered, asked)}</td>
        </tr>
    }
}

fn chart(t: Locale, lines: &[Line], width: u32) -> String {
    let rows = lines.iter().map(|line| Stack {
        key: line.id.clone(),
        label: format!("{} · {}", line.id, line.title),
        figure: t.of(line.counts.answered(), line.counts.asked()),
        segments: line
            .counts
            .states()
            .filter_map(|(s, n)| segment(t, s, n))
            .collect(),
    });
    let rows: Vec<Stack> = rows.collect();
    let description: Vec<_> = rows
        .iter()
        .map(|r| format!("{}: {}", r.label, r.figure))
        .collect();
    let spec = Stacks {
        frame: Frame {
            id: "completeness".into(),
            title: t.completeness().into(),
            description: description.join("; "),
            width,
            more: String::new(),
        },
        base: 0,
        axis: t.axis_answers().into(),
        rows,
    };
    stacked::render(&spec, &Theme::light())
}

/// Not asked and off-condition are outside the base, so outside the bar.
fn segment(t: Locale, state: EffectiveState, count: usize) -> Option<Mark> {
    (count > 0 && state.was_asked()).then(|| Mark {
        key: state.code().into(),
        label: wording::state(t, state).into(),
        value: u32::try_from(count).unwrap_or(u32::MAX),
        figure: count.to_string(),
        names: Vec::new(),
        tone: tone(state),
    })
}
