//! The slides that open a deck, and the one that says where its figures come from.

use super::compose::{Maker, empty};
use super::figures::names;
use super::{Body, Listed, Number, Slide};
use crate::analysis::{Population, completeness, words};
use crate::report::compose::cover;
use crate::report::whole::{Block, Span};
use crate::report::{Cell, Column, Group, Inline, Row, Table};

/// Bodies that are all listed; of more only those without a sheet are.
const LISTED: usize = 90;

/// Bodies that are named in a title.
const NAMED: usize = 2;

/// What can be shown before the dimensions.
pub(super) fn keys(population: &Population<'_>) -> Vec<String> {
    let mut keys = vec!["title", "why"];
    if population.head().indicator.is_some() {
        keys.push("indicator");
    }
    if !population.bodies().is_empty() {
        keys.push("partners");
    }
    keys.into_iter().map(str::to_owned).collect()
}

/// The first slide.
pub(super) fn title(m: &Maker<'_>) -> Vec<Slide> {
    let t = m.t;
    let head = m.population.head();
    let cover = cover(t, head);
    let mut lines = cover.lines;
    if !cover.subtitle.is_empty() {
        let at = lines.len().min(3);
        lines.insert(at, (t.doc_activity().to_owned(), cover.subtitle));
    }
    vec![Slide {
        title: cover.title,
        body: Body::Cover {
            lines,
            funds: cover.funds,
        },
        ..empty()
    }]
}

/// What the survey is for, and what it asks whom.
pub(super) fn why(m: &Maker<'_>) -> Vec<Slide> {
    let (t, population) = (m.t, m.population);
    let head = population.head();
    let questionnaire = &head.questionnaire;
    let strong = |words: &str| {
        let words = vec![Span::Text(words.to_owned())];
        Block::Paragraph(vec![Span::Strong(words)])
    };
    let mut blocks = Vec::new();
    if !head.document.activity.is_empty() {
        blocks.push(strong(t.deck_why_aim()));
        blocks.push(Maker::line(&head.document.activity));
    }
    if !questionnaire.dimensions.is_empty() {
        blocks.push(strong(t.deck_why_asked()));
        let items = questionnaire.dimensions.iter().map(|dimension| {
            let title = dimension.title.get(t.code());
            let asked = questionnaire.in_dimension(&dimension.id).count();
            let what = [dimension.id.as_str(), " · ", title].concat();
            vec![Maker::line(t.figure_of(what, t.deck_questions(asked)))]
        });
        blocks.push(Block::List {
            ordered: false,
            items: items.collect(),
        });
    }
    let bodies = population.bodies().len();
    let asked = questionnaire.on_sheet().count();
    let dimensions = questionnaire.dimensions.len();
    vec![Slide {
        over: t.deck_why_over().into(),
        title: t.deck_why_title(bodies, asked, dimensions),
        body: Body::Words(blocks),
        foot: t.deck_why_figures().into(),
        ..empty()
    }]
}

/// Target and result, in large numbers.
pub(super) fn indicator(m: &Maker<'_>) -> Vec<Slide> {
    let (t, population) = (m.t, m.population);
    let head = population.head();
    let counted = crate::analysis::indicator(population);
    let (Some(what), Some(counted)) = (&head.indicator, counted) else {
        return Vec::new();
    };
    let (result, target) = (counted.result(), counted.target as usize);
    let title = if counted.is_reached() {
        t.deck_target_reached(result, target)
    } else {
        t.deck_target_missed(target - result, result, target)
    };
    let done = completeness::of_survey(population);
    let number = |value: usize, label: &str, beside: String| Number {
        value: value.to_string(),
        label: label.to_owned(),
        beside,
    };
    let bodies = population.bodies().len();
    let numbers = vec![
        number(result, t.deck_result_plain(), t.deck_target_is(target)),
        number(
            population.received().len(),
            t.deck_sheets_received(),
            t.deck_of_bodies(bodies),
        ),
        number(
            done.answered(),
            t.deck_answers_given(),
            t.deck_of_asked(done.asked()),
        ),
    ];
    vec![Slide {
        over: t.tile_indicator().into(),
        title,
        body: Body::Numbers(numbers),
        foot: what.name.get(t.code()).to_owned(),
        ..empty()
    }]
}

/// The bodies; those without a sheet are struck out. `_title` takes its place.
pub(super) fn partners(m: &Maker<'_>, _title: &str) -> Vec<Slide> {
    let (t, population) = (m.t, m.population);
    let (k, n) = (population.received().len(), population.bodies().len());
    let missing = population.missing();
    let title = match missing.len() {
        0 => t.deck_received_all(k),
        1..=NAMED => {
            t.deck_received_but(t.deck_received_title(k, n), names(t, population, missing))
        }
        _ => t.deck_received_title(k, n),
    };
    let listed = population.bodies().iter().map(|body| Listed {
        code: body.partner.code.clone(),
        name: body.partner.name.clone(),
        role: match body.partner.role {
            Some(role) => words::role(t, Some(role)).to_owned(),
            None => String::new(),
        },
        received: body.status.is_received() && body.sheet.is_some(),
    });
    let mut listed: Vec<Listed> = listed.collect();
    let mut foot = String::new();
    if k < n {
        foot.push_str(t.deck_struck());
    }
    if n > LISTED {
        listed.retain(|body| !body.received);
        foot = t.deck_only_missing().to_owned();
        let more = listed.len().saturating_sub(LISTED);
        if more > 0 {
            listed.truncate(LISTED);
            foot = [&foot, " ", &t.deck_and_more_bodies(more)].concat();
        }
    }
    vec![Slide {
        over: t.deck_received_over().into(),
        title,
        body: Body::Bodies(listed),
        foot,
        ..empty()
    }]
}

/// Where the figures come from, and what the fingerprint proves.
pub(super) fn sources(m: &Maker<'_>) -> Vec<Slide> {
    let (t, population) = (m.t, m.population);
    let document = &population.head().document;
    let (k, n) = (population.received().len(), population.bodies().len());
    let made = [document.action_coordinator.as_str(), &document.project];
    let made: Vec<&str> = made.into_iter().filter(|said| !said.is_empty()).collect();
    let rows = [
        (t.deck_sources_base(), t.deck_sources_sheets(k, n)),
        (
            t.deck_sources_data(),
            [m.data, " · ", &m.stamp.date].concat(),
        ),
        (t.deck_sources_version(), m.stamp.version.clone()),
        (t.deck_sources_made(), made.join(" · ")),
        (t.fingerprint_short(), grouped(&m.stamp.fingerprint)),
    ];
    let rows = rows.into_iter().filter(|(_, said)| !said.is_empty());
    let table = table(
        "slide-facts",
        &["", ""],
        rows.map(|(name, said)| vec![name.to_owned(), said])
            .map(|cells| row(cells.into_iter().map(|text| vec![Inline::Text(text)])))
            .collect(),
    );
    vec![Slide {
        over: t.deck_sources_over().into(),
        title: t.deck_sources_title().into(),
        body: Body::Words(vec![Block::Table {
            number: String::new(),
            table,
        }]),
        foot: t.deck_sources_integrity().into(),
        ..empty()
    }]
}

/// Digits in groups of four, as people read them to each other.
pub(super) fn grouped(digits: &str) -> String {
    let digits: Vec<char> = digits.chars().collect();
    let groups = digits
        .chunks(4)
        .map(|group| group.iter().collect::<String>());
    groups.collect::<Vec<_>>().join(" ")
}

/// A table of a slide.
pub(super) fn table(class: &str, columns: &[&str], rows: Vec<Row>) -> Table {
    let columns = columns.iter().map(|name| Column {
        name: (*name).to_owned(),
        number: false,
    });
    Table {
        class: class.into(),
        columns: columns.collect(),
        groups: vec![Group {
            heading: String::new(),
            rows,
        }],
        ..Table::default()
    }
}

/// A row; its first cell is its heading.
pub(super) fn row(cells: impl IntoIterator<Item = Vec<Inline>>) -> Row {
    let mut cells = cells.into_iter();
    Row {
        heading: cells.next().unwrap_or_default(),
        cells: cells
            .map(|content| Cell {
                content,
                ..Cell::default()
            })
            .collect(),
        ..Row::default()
    }
}
