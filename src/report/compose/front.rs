//! Cover, stamp, and what stands before the first chapter: the action with its
//! output indicator, and the versions of the document.

use super::writer::{Writer, of_rows, plain, text};
use crate::analysis::version::{VersionState, version};
use crate::analysis::{indicator, words};
use crate::i18n::Locale;
use crate::model::{Document, SurveyHead};
use crate::report::whole::{Cover, Stamp};
use crate::report::{Inline, Row};

/// The first page.
pub(in crate::report) fn cover(t: Locale, head: &SurveyHead) -> Cover {
    let document = &head.document;
    Cover {
        title: head.title.clone(),
        subtitle: document.activity.clone(),
        lines: lines(t, document),
        funds: document.funds.clone(),
    }
}

fn lines(t: Locale, document: &Document) -> Vec<(String, String)> {
    let project = [document.project.as_str(), document.subtitle.as_str()];
    let project: Vec<&str> = project.into_iter().filter(|p| !p.is_empty()).collect();
    let lines = [
        (t.doc_project(), project.join(" — ")),
        (t.doc_cup(), document.cup.clone()),
        (t.doc_call(), document.call.clone()),
        (t.doc_action(), document.action.clone()),
        (t.doc_coordinator(), document.action_coordinator.clone()),
    ];
    let lines = lines.into_iter().filter(|(_, said)| !said.is_empty());
    lines.map(|(name, said)| (name.to_owned(), said)).collect()
}

/// What tells this output from others. `on` is a day.
pub(in crate::report) fn stamp(
    t: Locale,
    head: &SurveyHead,
    fingerprint: String,
    on: &str,
) -> Stamp {
    let version = match version(head, &fingerprint) {
        VersionState::Issued(number, on) => t.doc_version_of(number, words::day(t, &on)),
        VersionState::After(number, _) => t.doc_draft_after(number),
        VersionState::Draft => t.doc_draft().to_owned(),
    };
    Stamp {
        version,
        date: words::day(t, on),
        fingerprint,
    }
}

/// The action table and the version table.
pub(super) fn front(w: &mut Writer<'_>) {
    action(w);
    versions(w);
}

fn action(w: &mut Writer<'_>) {
    let (t, head) = (w.t, w.population.head());
    let document = &head.document;
    let mut rows = vec![
        (t.doc_action(), document.action.clone()),
        (t.doc_coordinator(), document.action_coordinator.clone()),
        (t.doc_activity(), document.activity.clone()),
    ];
    if let (Some(what), Some(counted)) = (&head.indicator, indicator(w.population)) {
        let name = what.name.get(t.code()).to_owned();
        rows.push((t.tile_indicator(), name));
        rows.push((t.indicator_unit(), what.unit.get(t.code()).to_owned()));
        rows.push((t.target(), counted.target.to_string()));
        rows.push((t.result(), counted.result().to_string()));
    }
    rows.retain(|(_, said)| !said.is_empty());
    if rows.is_empty() {
        return;
    }
    w.front("action", t.doc_action_table(), true);
    let rows = rows.into_iter().map(|(name, said)| Row {
        heading: vec![Inline::Text(name.to_owned())],
        cells: vec![text(said)],
        ..Row::default()
    });
    let table = of_rows(&[t.doc_item(), t.doc_said()], rows.collect());
    w.table(t.doc_action_table(), table);
    if let Some(counted) = indicator(w.population) {
        let names = w.names(&counted.bodies);
        w.say(t.doc_indicator_counts(counted.result(), names));
    }
}

fn versions(w: &mut Writer<'_>) {
    let t = w.t;
    let versions = &w.population.head().document.versions;
    if versions.is_empty() {
        return;
    }
    let rows = versions.iter().map(|issue| {
        vec![
            issue.version.clone(),
            issue.prepared_by.clone(),
            issue.verified_by.clone(),
            words::day(t, &issue.issued_on),
            issue.changes.clone(),
        ]
    });
    let columns = [
        t.doc_version_number(),
        t.doc_prepared(),
        t.doc_verified(),
        t.doc_issued_on(),
        t.doc_changes(),
    ];
    let table = plain(&columns, rows.collect());
    w.front("versions", t.doc_versions(), false);
    w.table(t.doc_versions(), table);
}
