//! The annexes: each sheet as it stands on paper.

use super::writer::{Writer, cell, of_groups};
use crate::analysis::paper::{self, Line};
use crate::analysis::{Body, words};
use crate::model::{EffectiveState, Sheet, SheetStatus, Step};
use crate::report::{Group, Inline, Row};

/// One annex for each sheet that counts, in the order of the bodies.
pub(super) fn annexes(w: &mut Writer<'_>) {
    let bodies = w.population.bodies().to_vec();
    for body in &bodies {
        if let Some(sheet) = body.sheet.filter(|_| w.options.takes(&body.partner.id)) {
            annex(w, body, sheet);
        }
    }
}

/// The annex of one sheet.
pub(super) fn annex(w: &mut Writer<'_>, body: &Body<'_>, sheet: &Sheet) {
    let t = w.t;
    let name = t.figure_of(&body.partner.name, &body.partner.code);
    let id = ["annex-", body.partner.id.as_str()].concat();
    w.annex(&id, &t.doc_sheet_of(&name));
    status(w, body, sheet);
    let contacts = w.options.shows_contacts();
    if !contacts {
        w.say(t.doc_no_contacts());
    }
    let written = paper::paper(t, &w.population.head().questionnaire, sheet, contacts);
    let groups = written.sections.into_iter().map(|section| Group {
        heading: section.title,
        rows: section.lines.into_iter().map(row).collect(),
    });
    let columns = [t.doc_question(), t.body_answer()];
    let table = of_groups(&columns, groups.collect());
    w.table(t.doc_sheet_of(&name), table);
}

/// Where the sheet stands, and who brought it there where names are shown.
fn status(w: &mut Writer<'_>, body: &Body<'_>, sheet: &Sheet) {
    let t = w.t;
    let since = sheet.since.as_ref().map(|since| w.day(since.as_str()));
    let status = words::status(t, body.status);
    w.say(match since {
        Some(since) => t.doc_status_since(status, since),
        None => t.doc_status(status),
    });
    let steps: Vec<Step> = sheet.steps.or_default();
    let signed = steps.iter().rev().filter(|step| !step.author.is_empty());
    for wanted in [SheetStatus::Submitted, SheetStatus::Approved] {
        if let Some(step) = signed.clone().find(|step| step.status == wanted) {
            let day = w.day(step.at.as_str());
            w.say(match wanted {
                SheetStatus::Approved => t.doc_approved_by(&step.author, day),
                _ => t.doc_submitted_by(&step.author, day),
            });
        }
    }
}

fn row(line: Line) -> Row {
    let heading = match line.number.as_str() {
        "" => line.label,
        number => [number, " · ", &line.label].concat(),
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
    if !line.said.is_empty() && line.state != EffectiveState::Given {
        content.push(Inline::Remark(line.said));
    }
    content.extend(line.notes.into_iter().map(Inline::Remark));
    Row {
        heading: vec![Inline::Text(heading)],
        cells: vec![cell(content)],
        ..Row::default()
    }
}
