//! The room that is used, survey by survey, and whether the browser keeps it.

use super::{changed, title_of};
use crate::i18n::Locale;
use crate::storage::health::{QUOTA, Room, SurveyRoom};
use crate::ui::el::{El, button, card, el, p};
use crate::ui::{app, t};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The card.
pub fn room(looked: RwSignal<u32>) -> El {
    let (app, t) = (app(), t());
    let table = move || {
        looked.track();
        app.surveys();
        app.room().map(|room| untrack(|| used(&room)))
    };
    card("room-title", t.room())
        .live(table)
        .child(persistence(looked))
}

/// A part of the quota: "1,2 %", or "< 0,1 %".
fn percent(t: Locale, units: usize) -> String {
    // In 64 bits: a thousand times a full store is more than 32 hold.
    let tenths = units as u64 * 1000 / QUOTA as u64;
    match (tenths, units) {
        (0, 0) => "0 %".into(),
        (0, _) => format!("< {} %", t.number("0.1")),
        _ => format!(
            "{} %",
            t.number(&format!("{}.{}", tenths / 10, tenths % 10))
        ),
    }
}

fn used(room: &Room) -> Vec<El> {
    let t = t();
    let used = room.used();
    let meter = el("meter")
        .attr("min", "0")
        .attr("max", QUOTA.to_string())
        .attr("high", (QUOTA / 5 * 4).to_string())
        .attr("value", used.to_string())
        .attr("aria-labelledby", "room-used");
    let of = t.room_used(percent(t, used));
    let line = p("", of)
        .attr("id", "room-used")
        .attr("data-used", used.to_string());
    let rows: Vec<_> = room.surveys.iter().map(row).collect();
    let rest = [
        (t.room_others(), room.others),
        (t.room_foreign(), room.foreign),
    ];
    let rest = rest.into_iter().filter(|(_, units)| *units > 0);
    let rest: Vec<_> = rest
        .map(|(name, units)| line_of(name.into(), units, 0))
        .collect();
    let heads = [t.room_what(), t.room_records(), t.room_snapshots()];
    let heads = heads.map(|name| el("th").attr("scope", "col").child(name));
    let table = el("table")
        .class("figures")
        .child(el("caption").class("hidden").child(t.room()))
        .child(el("thead").child(el("tr").child(heads)))
        .child(el("tbody").child(rows).child(rest));
    vec![line, meter, table, p("hint", t.room_hint())]
}

fn row(survey: &SurveyRoom) -> El {
    line_of(title_of(&survey.id), survey.records, survey.snapshots)
        .attr("data-survey", survey.id.to_string())
}

fn line_of(name: String, records: usize, snapshots: usize) -> El {
    let t = t();
    let cell = |units| el("td").class("number").child(percent(t, units));
    el("tr")
        .child(el("th").attr("scope", "row").child(name))
        .child([cell(records), cell(snapshots)])
}

/// Whether the browser has promised to keep the data, and a way to ask.
fn persistence(looked: RwSignal<u32>) -> El {
    let (app, t) = (app(), t());
    let promised = RwSignal::new(None);
    spawn_local(async move { promised.set(app.persistence(false).await) });
    let ask = move || {
        spawn_local(async move {
            promised.set(app.persistence(true).await);
            changed(looked);
        });
    };
    let promise = move || match promised.get() {
        Some(true) => p("", t.persisted()).attr("data-persisted", "1"),
        Some(false) => p("", format!("{} ", t.not_persisted()))
            .attr("data-persisted", "0")
            .child(button("link", t.ask_to_persist(), ask)),
        None => p("", t.persistence_unknown()),
    };
    let journal = if app.has_journal() {
        t.journal_works()
    } else {
        t.no_journal()
    };
    el("div")
        .live(promise)
        .child(p("", journal))
        .child(p("hint", t.shared_computer()))
}
