//! The survey and how it was: the form that chooses with what to compare, the
//! counts that changed, and who changed what.

use super::changes::Counts;
use super::{choice, option, option_group};
use crate::analysis::compare::{AnswerChange, changes, in_common, looked_at};
use crate::analysis::{Population, Selection};
use crate::chart::{Dumbbell, Frame, Theme, dumbbell};
use crate::i18n::Locale;
use crate::model::{Survey, SurveyHead, SurveyId};
use crate::report::{self, since::Sides};
use crate::state::{App, Earlier};
use crate::ui::components::{Picture, picture};
use crate::ui::el::{El, button, el, p};
use crate::ui::wording::why_kept;
use crate::ui::{Page, Route, app, document, query, t};
use leptos::prelude::*;
use std::sync::Arc;

/// The option of the address that tells with what to compare.
const WITH: &str = "with";

/// So many changed answers are shown at first.
const FIRST: usize = 100;

/// Id of the heading over them.
const WHO: &str = "who-changed";

/// What is shown of a comparison.
#[derive(Clone, PartialEq)]
struct Shown {
    then: String,
    sentences: Vec<String>,
    counts: Vec<Counts>,
    /// How many answers changed, and of how many bodies.
    changed: usize,
    bodies: usize,
    who: String,
}

/// The form and the comparison.
pub fn earlier() -> El {
    let (app, t, query) = (app(), t(), query());
    let chosen = Memo::new(move |_| query.with(|q| q.get(WITH).to_owned()));
    let all = RwSignal::new(false);
    let other = Memo::new(move |_| {
        let from = chosen.with(|text| parse(text))?;
        Some(Arc::new((app.earlier(&from)?, name(app, t, &from))))
    });
    let shown = Memo::new(move |_| {
        let other = other.get()?;
        let selection = query.with(|q| q.selection.clone());
        let most = if all.get() { usize::MAX } else { FIRST };
        app.with_population(&selection, |_, after| {
            let (survey, then) = &*other;
            Arc::new(shown(t, survey, after, &selection, then, most))
        })
    });
    let result = move || {
        let (shown, chosen) = (shown.get(), chosen.get());
        untrack(|| match shown {
            Some(shown) => el("div").child(view(shown, all)),
            None if chosen.is_empty() => el("div"),
            None => el("div").child(p("empty", t.earlier_gone())),
        })
    };
    el("div").child(form(chosen)).live(result)
}

fn parse(text: &str) -> Option<Earlier> {
    let (kind, what) = text.split_once(':')?;
    match kind {
        "at" => Some(Earlier::Snapshot(what.parse().ok()?)),
        "survey" => Some(Earlier::Survey(SurveyId::new(what).ok()?)),
        _ => None,
    }
}

fn code(from: &Earlier) -> String {
    match from {
        Earlier::Snapshot(at) => ["at:", &at.to_string()].concat(),
        Earlier::Survey(id) => ["survey:", id.as_str()].concat(),
    }
}

/// What the earlier side is called.
fn name(app: App, t: Locale, from: &Earlier) -> String {
    match from {
        Earlier::Snapshot(at) => document::moment(t, *at),
        Earlier::Survey(id) => {
            let mut surveys = untrack(|| app.surveys()).into_iter();
            let found = surveys.find(|survey| survey.head.id == *id);
            found.map_or_else(|| id.to_string(), |survey| survey.head.title)
        }
    }
}

/// Snapshots of this survey, and other surveys that ask some of its questions.
fn form(chosen: Memo<String>) -> El {
    let (app, t) = (app(), t());
    let Some(here) = app.with_head(SurveyHead::clone) else {
        return el("div");
    };
    let snapshots = app.snapshots(&here.id).into_iter();
    let snapshots = snapshots.map(|snapshot| {
        let why = why_kept(t, snapshot.why);
        let name = [&document::moment(t, snapshot.at), " · ", why].concat();
        option(code(&Earlier::Snapshot(snapshot.at)), name)
    });
    let snapshots: Vec<El> = snapshots.collect();
    let surveys = app.surveys().into_iter();
    let surveys = surveys.filter_map(|survey| {
        let head = survey.head;
        let common = in_common(&here.questionnaire, &head.questionnaire);
        let other = head.id != here.id && common > 0;
        let name = t.earlier_survey(&head.title, common);
        other.then(|| option(code(&Earlier::Survey(head.id)), name))
    });
    let surveys: Vec<El> = surveys.collect();
    if snapshots.is_empty() && surveys.is_empty() {
        return p("empty", t.earlier_none());
    }
    let mut options = vec![option(String::new(), t.earlier_choose().into())];
    options.extend(option_group(t.earlier_snapshots(), snapshots));
    options.extend(option_group(t.earlier_surveys(), surveys));
    el("div")
        .class("compare-form")
        .child(choice(t.earlier_with(), WITH, options, chosen))
}

fn shown(
    t: Locale,
    survey: &Survey,
    after: &Population,
    selection: &Selection,
    then: &str,
    most: usize,
) -> Shown {
    let head = if selection.is_everybody() {
        survey.head.clone()
    } else {
        looked_at(&survey.head, after)
    };
    let before = Population::new(&head, &survey.sheets, selection.counts());
    let changes = changes(&before, after);
    let sides = Sides {
        t,
        before: &before,
        after,
        then,
    };
    let mut bodies: Vec<_> = changes.answers.iter().map(|c| c.after).collect();
    crate::model::sort_by_key(&mut bodies, |body| *body);
    bodies.dedup();
    let to = |change: &AnswerChange| {
        let page = Page::Question(change.partner.clone(), change.question.clone());
        Some(Route::Survey(after.head().id.clone(), page).href())
    };
    Shown {
        then: then.into(),
        sentences: sides.sentences(&changes),
        counts: sides.counts(&changes),
        changed: changes.answers.len(),
        bodies: bodies.len(),
        who: report::table(&sides.who(&changes.answers, most, &to)),
    }
}

fn view(shown: Arc<Shown>, all: RwSignal<bool>) -> Vec<El> {
    let t = t();
    let sentences = shown.sentences.iter();
    let sentences: Vec<_> = sentences.map(|s| el("li").child(s.clone())).collect();
    let summary = el("ul").class("card summary").child(sentences);
    let mut parts = vec![summary.attr("data-summary", "")];
    if shown.changed == 0 {
        parts.push(p("empty", t.earlier_nothing()));
    } else {
        let who = shown.who.clone();
        let more = (shown.changed > FIRST && !all.get_untracked()).then(|| {
            let name = t.earlier_show_all(shown.changed);
            button("button secondary", name, move || {
                all.set(true);
                // The button goes; the keyboard goes where the answers begin.
                request_animation_frame(|| document::focus_in_place(WHO));
            })
        });
        parts.push(
            el("section")
                .class("card")
                .attr("aria-labelledby", WHO)
                .child(
                    el("h2")
                        .attr("id", WHO)
                        .attr("tabindex", "-1")
                        .child(t.earlier_who()),
                )
                .child(p("base", t.earlier_who_base(shown.changed, shown.bodies)))
                .child(el("div").html(move || who.clone()))
                .child(more),
        );
    }
    if !shown.counts.is_empty() {
        parts.push(el("h2").child(t.earlier_counts()));
    }
    let counts = 0..shown.counts.len();
    parts.extend(counts.filter_map(|at| one(Arc::clone(&shown), at)));
    parts
}

/// One question whose counts changed.
fn one(shown: Arc<Shown>, at: usize) -> Option<El> {
    let t = t();
    let counts = shown.counts.get(at)?.clone();
    let id = ["changes-", &counts.id].concat();
    let title_id = [&id, "-title"].concat();
    let Counts {
        title,
        base,
        asked_alike,
        most,
        rows,
        table,
        ..
    } = counts.clone();
    let then = shown.then.clone();
    let frame = (id.clone(), title.clone(), base.clone());
    let draw = move |width: u32, theme: &Theme| {
        let said = rows.iter().map(|row| {
            [
                &row.label,
                ": ",
                &row.before.figure,
                " → ",
                &row.after.figure,
            ]
            .concat()
        });
        let said: Vec<_> = said.collect();
        let (id, title, base) = frame.clone();
        let spec = Dumbbell {
            frame: Frame {
                id,
                title,
                description: [&base, " ", &said.join("; ")].concat(),
                width,
                more: t.and_more_names().into(),
            },
            base: most,
            axis: t.axis_bodies().into(),
            before: then.clone(),
            after: t.earlier_now().into(),
            rows: rows.clone(),
        };
        dumbbell::render(&spec, theme)
    };
    let reworded = (!asked_alike).then(|| p("hint", t.earlier_reworded()));
    Some(
        el("section")
            .class("card")
            .attr("data-changes", counts.id)
            .attr("aria-labelledby", title_id.clone())
            .child(el("h3").attr("id", title_id).child(title.clone()))
            .child(reworded)
            .child(picture(Picture {
                id,
                title,
                draw: Arc::new(draw),
                base: Arc::new(move || base.clone()),
                table: Arc::new(move |_| table.clone()),
            })),
    )
}
