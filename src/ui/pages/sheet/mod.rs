//! One partner's sheet: every question by dimension, and the contacts.

mod assist;
mod choices;
mod contact;
mod question;
mod records;
mod steps;
mod text;

use assist::Assist;
use contact::contacts;
use question::question_field;
use records::Records;
pub use steps::step_section;

use crate::analysis::completeness;
use crate::model::{Partner, PartnerId, Questionnaire, SheetStatus};
use crate::state::App;
use crate::ui::components::status_badge;
use crate::ui::el::{El, Part, card, el, link, live, p, span};
use crate::ui::{Page, Query, Route, app, query, t, wording};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;
use std::vec::IntoIter;

/// What every part of the sheet needs.
#[derive(Clone)]
struct SheetContext {
    app: App,
    partner: PartnerId,
    questionnaire: Arc<Questionnaire>,
    /// What stands on the sheet.
    records: Records,
    /// Whether answers can be written.
    open: Memo<bool>,
    /// Where in the sheet the address leads.
    query: Memo<Query>,
    /// What helps beside the form, once it is here.
    assist: RwSignal<Option<&'static Assist>>,
}

/// To be asked for while a part of the sheet is built.
fn sheet_context() -> SheetContext {
    let Some(context) = use_context() else {
        unreachable!("every part of a sheet is built inside it");
    };
    context
}

impl SheetContext {
    /// A text of the questionnaire, with its words explained once that can be
    /// done.
    fn explained(&self, text: String) -> AnyView {
        let assist = self.assist;
        live(move || match assist.get() {
            Some(assist) => untrack(|| (assist.explained)(text.clone())),
            None => text.clone().part(),
        })
    }

    /// What comes with the part, where it stands in the form.
    fn beside<P: Part>(&self, make: impl Fn(&'static Assist) -> P + Send + 'static) -> AnyView {
        let assist = self.assist;
        live(move || assist.get().map(|assist| untrack(|| make(assist))))
    }

    /// Holds fields, which take nothing in while the sheet is closed.
    fn fields(&self) -> El {
        let open = self.open;
        let closed = move || (!open.get()).then(|| "".into());
        el("fieldset")
            .attr("role", "none")
            .live_attr("disabled", closed)
    }
}

/// The page of one sheet.
pub fn sheet(partner: &PartnerId) -> El {
    let (app, t) = (app(), t());
    let found = untrack(|| app.with_head(|h| h.partner(partner).cloned())).flatten();
    let Some(partner) = found else {
        return el("div")
            .class("page narrow")
            .child(el("h1").child(t.not_here_title()))
            .child(el("p").child(t.no_sheet_text()));
    };
    let questionnaire = Arc::new(untrack(|| app.questionnaire()));
    let records = Records::new(app, &partner.id, &questionnaire);
    let frame = records.frame;
    let open = Memo::new(move |_| frame.read().may_write());
    provide_context(SheetContext {
        app,
        partner: partner.id.clone(),
        questionnaire: questionnaire.clone(),
        records,
        open,
        query: query(),
        assist: RwSignal::new(None),
    });
    // Who was invited hands the sheet in by sending it.
    let invited = untrack(|| app.is_invited());
    let SheetContext { assist, .. } = sheet_context();
    let end = if invited {
        sending().part()
    } else {
        sheet_context().beside(|assist| (assist.actions)())
    };
    let tools = sheet_context().beside(|assist| (assist.tools)());
    let closed = move || (!open.get()).then(|| p("notice", t.sheet_closed()));
    let to_clarify = sheet_context().beside(|assist| (assist.to_clarify)());
    // Room is kept for what the part puts beneath each question; who was invited
    // gets nothing there.
    let is_bare = move || (!invited && assist.get().is_none()).then(|| "".into());
    el("div")
        .class("page sheet")
        .live_attr("data-bare", is_bare)
        .child(head(partner))
        .child(to_clarify)
        .live(closed)
        .child(el("div").class("sheet-tools").child(tools))
        .child(steps::steps())
        .child(sections())
        .child(steps::neighbour_steps())
        .child(sheet_context().beside(|assist| (assist.to_complete)()))
        .child(end)
}

/// What comes after the first frame, in this order.
type Coming = Vec<RwSignal<bool>>;

/// So many questions of a sheet fill a window.
const IN_SIGHT: usize = 4;

/// The sections of the sheet. What is in sight stands in the first frame, which somebody
/// may type in; where the address leads into the sheet, all up to there. The rest follows
/// piece by piece, and then what helps beside the form.
fn sections() -> Vec<AnyView> {
    let context = sheet_context();
    let here = untrack(|| context.step_here());
    let named = |name| {
        context
            .query
            .with_untracked(|query| !query.get(name).is_empty())
    };
    let leads = named("q") || named("step");
    let mut coming = Coming::new();
    let mut all = Vec::new();
    for at in 0..=context.last_step() {
        if at > here {
            all.push(later(&mut coming, move || {
                section(at, usize::MAX, &mut Coming::new())
            }));
        } else {
            let first = if leads { usize::MAX } else { IN_SIGHT };
            all.push(section(at, first, &mut coming).part());
        }
    }
    let coming = coming.into_iter();
    request_animation_frame(move || next_piece(coming, context.assist));
    all
}

/// A piece of the sheet that comes when it is its turn.
fn later<P: Part>(coming: &mut Coming, piece: impl Fn() -> P + Send + 'static) -> AnyView {
    let due = RwSignal::new(false);
    coming.push(due);
    live(move || due.get().then(|| untrack(&piece)))
}

/// Lets the next piece come, if the page is still there, and the others after it.
fn next_piece(mut coming: IntoIter<RwSignal<bool>>, assist: RwSignal<Option<&'static Assist>>) {
    let next = move || match coming.next() {
        Some(due) => {
            if due.try_set(true).is_none() {
                next_piece(coming, assist);
            }
        }
        None => fetch_assist(assist),
    };
    set_timeout(next, Duration::ZERO);
}

/// Fetches what helps beside the form. The form works without it, so that nobody is told
/// where it cannot be fetched: the next sheet asks again.
fn fetch_assist(here: RwSignal<Option<&'static Assist>>) {
    spawn_local(async move {
        if let Ok(assist) = assist::assist().await {
            // The page may have gone meanwhile.
            let _ = here.try_set(Some(assist));
        }
    });
}

/// Name, status and progress.
fn head(partner: Partner) -> [El; 2] {
    let (app, t) = (app(), t());
    let SheetContext {
        questionnaire,
        records,
        ..
    } = sheet_context();
    let invited = untrack(|| app.is_invited());
    let id = partner.id.clone();
    let look = move || {
        records.states.track();
        let done = untrack(|| {
            app.with_sheet(&id, |sheet| {
                completeness::of_sheet(&questionnaire, sheet, None)
            })
        });
        let done = done.unwrap_or_default();
        let progress = t.sheet_progress(done.answered(), done.asked());
        let sheet = records.frame.read();
        let transcribed = sheet.transcribed.then(|| span("about", t.transcribed()));
        let is_new = matches!(sheet.status, SheetStatus::Expected | SheetStatus::Missing);
        // What the coordinators say of a sheet that is not here greets nobody.
        let status = if invited && is_new {
            span("badge status-draft", t.to_fill_in())
        } else {
            status_badge(sheet.status)
        };
        [
            status.part(),
            span("about", progress).part(),
            transcribed.part(),
        ]
    };
    let code = span("code", partner.code);
    let name = [code.part(), " ".part(), partner.name.part()];
    let kind = span("about", wording::kind(t, &partner.kind.0));
    [
        el("h1").child(name),
        el("p")
            .class("sheet-status")
            .live_in_place(look)
            .child(kind),
    ]
}

/// The section of the step at this place: of its questions the first so many at once.
fn section(at: usize, first: usize, coming: &mut Coming) -> Option<El> {
    let t = t();
    let context = sheet_context();
    let Some(dimension) = context.questionnaire.dimensions.get(at) else {
        return contacts();
    };
    let mut questions = context.questionnaire.in_dimension(&dimension.id).cloned();
    let fields: Vec<_> = questions.by_ref().take(first).map(question_field).collect();
    let rest: Vec<_> = questions.collect();
    let rest = (!rest.is_empty()).then(|| {
        let fields = move || rest.iter().cloned().map(question_field).collect::<Vec<_>>();
        later(coming, fields)
    });
    let title = dimension.title.get(t.code()).to_owned();
    let code = span("code", dimension.id.to_string());
    let heading = [code.part(), " ".part(), title.clone().part()];
    let section = el("section")
        .attr("id", step_section(Some(&dimension.id)))
        .attr("tabindex", "-1")
        .attr("aria-label", title)
        .child(el("h2").child(heading))
        .child(fields)
        .child(rest);
    Some(section.class_hidden("card dimension", move || !context.shows(at)))
}

/// The way on for who was invited.
fn sending() -> El {
    let (app, t) = (app(), t());
    let context = sheet_context();
    let send = app.open_id().map(|id| {
        let page = Route::Survey(id, Page::Exchange);
        link(page.href(), t.send_next()).class("button")
    });
    card("actions-title", t.send_title())
        .class_hidden("card", move || !context.shows(context.last_step()))
        .child(el("p").child(t.send_text()))
        .child(p("actions", send))
}
