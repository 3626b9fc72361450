//! What would come of files: each with what is to be decided about it, and the
//! yes to all of it. Nothing has changed yet.

mod changes;
mod conflicts;
mod file;
mod form;
mod reading;
mod words;

use super::import::INPUT;
use super::refusal::refused;
use crate::analysis::words::on_a_line;
use crate::i18n::Locale;
use crate::state::{App, Confirmed, Incoming, Lack};
use crate::ui::el::{El, Part, Reference, button, el, link, p};
use crate::ui::{Page, Route, app, document, t};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};

/// The heading, where the keyboard goes when files were read.
const TITLE: &str = "dry-run-title";

/// No name of a file is shown longer than this.
const NAME: usize = 80;

/// What would come of the files that wait.
pub fn dry_run() -> El {
    let (app, t) = (app(), t());
    if app.with_incoming(|incoming| incoming.reading.is_some()) == Some(true) {
        return reading::reading();
    }
    let (files, unreadable) = app
        .with_incoming(|incoming| (incoming.plan.files.len(), incoming.unreadable.clone()))
        .unwrap_or_default();
    let blocks: Vec<El> = (0..files).map(file::file).collect();
    let unreadable = unreadable.iter().map(|name| {
        let refusal = refused(t, "unreadable", t.file_unreadable());
        el("li").child(file_name(name)).child(refusal)
    });
    let unreadable: Vec<El> = unreadable.collect();
    request_animation_frame(|| document::focus(TITLE));
    let title = el("h3")
        .attr("id", TITLE)
        .attr("tabindex", "-1")
        .child(t.import_preview());
    el("div")
        .class("dry-run")
        .attr("data-dry-run", "")
        .child(title)
        .child(el("ul").class("incoming").child(unreadable).child(blocks))
        .child(decision(app))
}

/// What is left to decide, the yes, and the no.
fn decision(app: App) -> El {
    let t = t();
    let again = RwSignal::new(false);
    let left = Memo::new(move |_| app.with_incoming(|i| i.plan.open()).unwrap_or_default());
    let files = Memo::new(move |_| app.with_incoming(|i| i.files()).unwrap_or_default() as usize);
    let hint = move || {
        let left = left.get();
        (left > 0).then(|| t.import_left(left))
    };
    let next = move || (left.get() > 0).then(|| button("link", t.import_next(), go_to_next));
    let status = el("div")
        .class("left")
        .child(
            p("hint", "")
                .attr("id", "import-left")
                .attr("role", "status")
                .live(move || again.get().then(|| t.import_again().part()))
                .live(hint),
        )
        .live(next);
    let goes_on = move |confirmed| match confirmed {
        Confirmed::Survey(id) => {
            let mut here = app.surveys().into_iter();
            let first = here.find(|survey| survey.head.id == id);
            let first = first.map_or_else(Page::overview, |survey| Page::first_of(&survey.head));
            document::go(&Route::Survey(id, first).href());
        }
        Confirmed::Sheet(id, partner) => {
            document::go(&Route::Survey(id, Page::Sheet(partner)).href());
        }
        Confirmed::Several => document::focus_in_place(INPUT),
        Confirmed::Refused => {}
        Confirmed::Again => {
            // Files that are read once more have another panel.
            let _ = again.try_set(true);
            // When it stands in the page.
            request_animation_frame(go_to_next);
        }
    };
    let confirm = move || app.confirm_incoming(goes_on);
    let yes = move |files| {
        let goes_on = untrack(|| app.with_incoming(Incoming::goes_on_at));
        match goes_on {
            Some(Confirmed::Sheet(..)) => t.import_open_sheet().into(),
            _ => t.import_confirm(files),
        }
    };
    let lack = Memo::new(move |_| app.with_incoming(Incoming::lack).flatten());
    let writes = move || app.with_incoming(|incoming| incoming.writing.is_some());
    let writes = Memo::new(move |_| writes() == Some(true));
    let go_ahead = move || match files.get() {
        0 => el("span").child(t.import_nothing()),
        _ if lack.get().is_some_and(Lack::is_hopeless) => el("span"),
        _ if lack.get().is_some() => link(Route::Settings.href(), t.make_room()).class("button"),
        files => button("button", yes(files), confirm)
            .attr("data-confirm", "")
            .attr("aria-describedby", "import-left")
            .live_attr("disabled", move || (left.get() > 0).then(|| "".into())),
    };
    let cancel = move || {
        button("button secondary", t.cancel(), move || {
            app.clear_incoming();
            document::focus_in_place(INPUT);
        })
    };
    let actions = move || untrack(|| el("p").class("actions").live(go_ahead).child(cancel()));
    el("div")
        .child(status)
        .live(move || lack.get().map(|lack| no_room(t, lack)))
        .live(move || match writes.get() {
            true => untrack(|| reading::writing(app)),
            false => actions(),
        })
}

/// Says that the files do not fit, how much does, and what to do.
fn no_room(t: Locale, lack: Lack) -> El {
    let fit = lack.free as f64 / lack.needed.max(1) as f64 * lack.sheets as f64;
    // An estimate: two digits of it are enough.
    let step = 10f64.powf((fit.max(10.0).log10() - 1.0).floor());
    let fit = (fit / step).floor() * step;
    let what_to_do = if lack.is_hopeless() {
        t.import_too_many()
    } else {
        t.import_make_room()
    };
    let said = [t.import_no_room(lack.sheets, fit), what_to_do.into()].join(" ");
    refused(t, "no-room", &said)
}

/// Puts the keyboard on the first thing that is not decided.
fn go_to_next() {
    let first = "[data-decided='0'] input";
    if let Ok(Some(element)) = document().query_selector(first)
        && let Ok(element) = element.dyn_into::<HtmlElement>()
    {
        let _ = element.focus();
        if let Ok(Some(group)) = element.closest("fieldset") {
            group.scroll_into_view();
        }
    }
}

/// The name of a file, whatever its letters do.
fn file_name(name: &str) -> El {
    el("h4").class("file").child(isolated(name, NAME))
}

/// A text of somebody else, which does nothing to the texts around it.
fn isolated(text: &str, most: usize) -> El {
    el("bdi").child(on_a_line(text, most))
}

/// A choice among several, as the form of a sheet shows one.
fn pick(input: El, text: impl Part) -> El {
    let label = el("label").child(input).child(text);
    el("div").class("choice").child(label)
}

/// A place to paste the content of a file into, or the link of an invitation.
pub fn paste_form() -> El {
    let (app, t) = (app(), t());
    let field = Reference::new();
    let read = move |event: web_sys::Event| {
        event.prevent_default();
        let Some(field) = field.get_untracked() else {
            return;
        };
        let text = field.unchecked_into::<HtmlTextAreaElement>().value();
        app.receive_text(t.pasted_text().into(), &text);
    };
    let area = el("textarea")
        .attr("rows", "4")
        .attr("required", "")
        .attr("spellcheck", "false")
        .reference(field);
    let label = el("label").child([t.import_paste_label().part(), area.part()]);
    let submit = crate::ui::el::submit(t.import_paste_read());
    el("form")
        .class("stack")
        .on("submit", read)
        .child(label)
        .child(p("actions", submit))
}
