//! A sheet on paper: the project's lines, a table of questions and answers, and
//! by what the sheet can be known again.

use super::symbol;
use crate::analysis::paper::{Line, Section};
use crate::analysis::{Paper, paper};
use crate::bundle;
use crate::i18n::Locale;
use crate::model::{Document, EffectiveState, PartnerId, Sheet, Survey};
use crate::report::{Cell, Column, Group, Html, Inline, Row, Table, table};
use crate::ui::{document, wording};

/// The sheet of a partner as HTML, for a page of A4; `None` where the survey has
/// no such partner. Several of them, one after another, print on pages of their
/// own. The style of `.paper` makes it a sheet of paper.
pub fn paper_html(
    t: Locale,
    survey: &Survey,
    partner: &PartnerId,
    contacts: bool,
) -> Option<String> {
    let cut = bundle::for_partner(survey, partner)?;
    let (partner, sheet) = (cut.head.partners.first()?, cut.sheets.first()?);
    let written = paper(t, &cut.head.questionnaire, sheet, contacts);
    let mut html = Html::default();
    html.open(
        "article",
        "paper",
        &[("data-paper", partner.id.to_string())],
    );
    project(&mut html, &cut.head.document);
    let name = [partner.code.as_str(), " · ", &partner.name].concat();
    html.element("h2", "", &name);
    let document = &cut.head.document;
    let printed = document::moment(t, js_sys::Date::now() as u64);
    let fingerprint = bundle::fingerprint(&cut);
    let lines = [
        ("survey", t.paper_survey(), cut.head.title.clone()),
        ("cup", t.paper_cup(), document.cup.clone()),
        ("call", t.paper_call(), document.call.clone()),
        ("status", t.paper_status(), status(t, sheet)),
        ("activity", t.paper_activity(), document.activity.clone()),
        ("printed", t.paper_printed(), printed),
        (
            "fingerprint",
            t.fingerprint_short(),
            fingerprint.short().into(),
        ),
    ];
    definitions(&mut html, lines);
    html.element("p", "note", t.paper_fingerprint_hint());
    if written.by_hand {
        html.element("p", "note", t.paper_by_hand());
    }
    html.raw(&table(&answers(t, &name, written)));
    if !contacts {
        html.element("p", "note", t.paper_no_contacts());
    }
    html.close("article");
    Some(html.finish())
}

fn project(html: &mut Html, document: &Document) {
    if document.project.is_empty() && document.subtitle.is_empty() {
        return;
    }
    html.open("p", "project", &[]);
    html.element("strong", "", &document.project);
    html.raw(" ");
    html.text(&document.subtitle);
    html.close("p");
}

fn status(t: Locale, sheet: &Sheet) -> String {
    let status = wording::status(t, sheet.status);
    match &sheet.since {
        Some(since) => t.paper_since(status, document::moment_of(t, since.as_str())),
        None => status.into(),
    }
}

/// Lines: the name of each for programs and for people, and what it says.
fn definitions(html: &mut Html, lines: [(&'static str, &'static str, String); 7]) {
    html.open("dl", "facts", &[]);
    for (mark, name, said) in lines {
        if said.is_empty() {
            continue;
        }
        html.open("div", "", &[("data-line", mark.into())]);
        html.element("dt", "", name);
        html.element("dd", "", &said);
        html.close("div");
    }
    html.close("dl");
}

/// Questions left, answers right; whose they are stands on every page.
fn answers(t: Locale, name: &str, paper: Paper) -> Table {
    let by_hand = paper.by_hand;
    let group = |section: Section| Group {
        heading: section.title,
        rows: section
            .lines
            .into_iter()
            .map(|line| row(line, by_hand))
            .collect(),
    };
    let columns = [t.paper_question().to_owned(), t.paper_answer(name)];
    let columns = columns.map(|name| Column {
        name,
        number: false,
    });
    Table {
        caption: t.paper_table(name),
        columns: columns.into(),
        groups: paper.sections.into_iter().map(group).collect(),
        ..Table::default()
    }
}

fn row(line: Line, by_hand: bool) -> Row {
    let mut heading = vec![Inline::Text(line.number), Inline::Text(line.label)];
    heading.retain(|part| *part != Inline::Text(String::new()));
    let class = match (by_hand, line.ticks.is_empty()) {
        (true, true) => "to-write",
        (true, false) => "to-tick",
        _ => "",
    };
    let ticks = line.ticks.into_iter().map(|tick| Inline::Choice {
        made: tick.on,
        text: tick.label,
        beside: tick.qualifier,
    });
    let mut content: Vec<Inline> = ticks.collect();
    // Where somebody wrote "?" or a dash, the symbol would say it once more.
    let typed = line.state != EffectiveState::OffCondition && !line.text.is_empty();
    let symbol = if typed { "" } else { symbol(line.state) };
    if !line.text.is_empty() {
        content.push(Inline::Text(line.text));
    }
    if !line.said.is_empty() {
        content.push(Inline::Badge {
            class: "said".into(),
            symbol: symbol.into(),
            text: line.said,
        });
    }
    content.extend(line.notes.into_iter().map(Inline::Remark));
    Row {
        marks: vec![("data-line", line.id)],
        heading,
        cells: vec![Cell {
            class: class.into(),
            marks: vec![("data-state", line.state.code().into())],
            content,
        }],
    }
}
