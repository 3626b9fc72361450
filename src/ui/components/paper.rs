//! A sheet on paper: the project's lines, a table of questions and answers, and
//! by what the sheet can be known again.

use super::symbol;
use crate::analysis::paper::{Line, Section};
use crate::analysis::{Paper, paper};
use crate::bundle;
use crate::i18n::Locale;
use crate::model::{Document, Partner, PartnerId, Sheet, Survey};
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
        if written.by_hand {
            "paper by-hand"
        } else {
            "paper"
        },
        &[("data-paper", partner.id.to_string())],
    );
    project(&mut html, &cut.head.document);
    let name = [partner.code.as_str(), " · ", &partner.name].concat();
    html.element("h2", "", &name);
    let mut lines = head_lines(t, &cut.head.title, &cut.head.document);
    lines.extend(sheet_lines(t, partner, sheet));
    lines.push((
        "fingerprint",
        t.fingerprint_short(),
        bundle::fingerprint(&cut).short().into(),
    ));
    definitions(&mut html, lines);
    if written.by_hand {
        html.element("p", "note", t.paper_by_hand());
    }
    html.raw(&table(&answers(t, &name, written)));
    if !contacts {
        html.element("p", "note", t.paper_no_contacts());
    }
    html.element("p", "note", t.paper_fingerprint_hint());
    html.close("article");
    Some(html.finish())
}

/// The name of a line, for programs and for people, and what it says.
type Said = (&'static str, &'static str, String);

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

fn head_lines(t: Locale, title: &str, document: &Document) -> Vec<Said> {
    vec![
        ("survey", t.paper_survey(), title.into()),
        ("cup", t.paper_cup(), document.cup.clone()),
        ("call", t.paper_call(), document.call.clone()),
        ("activity", t.paper_activity(), document.activity.clone()),
    ]
}

fn sheet_lines(t: Locale, partner: &Partner, sheet: &Sheet) -> [Said; 3] {
    let status = wording::status(t, sheet.status);
    let status = match &sheet.since {
        Some(since) => t.paper_since(status, document::moment_of(t, since.as_str())),
        None => status.into(),
    };
    let printed = document::moment(t, js_sys::Date::now() as u64);
    let kind = wording::kind(t, &partner.kind.0);
    [
        ("kind", t.filter_kind(), kind),
        ("status", t.paper_status(), status),
        ("printed", t.paper_printed(), printed),
    ]
}

fn definitions(html: &mut Html, lines: Vec<Said>) {
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
    if !line.text.is_empty() {
        content.push(Inline::Text(line.text));
    }
    if !line.said.is_empty() {
        content.push(Inline::Badge {
            class: "said".into(),
            symbol: symbol(line.state).into(),
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
