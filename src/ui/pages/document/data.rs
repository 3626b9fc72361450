//! The project's lines, and those of cover and funding.

use super::field::{Kind, field};
use crate::i18n::Locale;
use crate::model::Document;
use crate::state::App;
use crate::ui::el::{El, card, el, p};
use crate::ui::{app, t};

/// A line of the document.
type Line = (
    &'static str,
    fn(&Document) -> &String,
    fn(&mut Document) -> &mut String,
);

macro_rules! line {
    ($t:ident, $name:ident, $field:ident) => {
        ($t.$name(), |d| &d.$field, |d| &mut d.$field)
    };
}

/// The project.
pub fn project() -> El {
    let (app, t) = (app(), t());
    let lines: [Line; 6] = [
        line!(t, document_project, project),
        line!(t, document_cup, cup),
        line!(t, document_call, call),
        line!(t, document_action, action),
        line!(t, document_activity, activity),
        line!(t, document_coordinator, action_coordinator),
    ];
    let odd = move || {
        let odd = app.with_head(|head| head.document.is_odd_cup());
        (odd == Some(true)).then(|| p("gentle", t.document_odd_cup()))
    };
    // It stays, so that what comes into it is said aloud.
    let odd = el("div").attr("role", "status").live(odd);
    let mut lines = lines.into_iter().map(|of| line(app, of));
    let name = lines.next();
    let cup = lines.next().map(|cup| el("div").child([cup, odd]));
    let lines = lines.map(|line| line.class("whole"));
    card("document-project", t.document_project_title()).child(
        el("div")
            .class("fields")
            .child(name)
            .child(cup)
            .child(lines.collect::<Vec<_>>()),
    )
}

/// Cover and funding.
pub fn cover() -> El {
    let (app, t) = (app(), t());
    let title = field(
        t.document_title(),
        Kind::Line,
        move || app.with_head(|head| head.title.clone()).unwrap_or_default(),
        move |text, left| {
            if left {
                app.set_title(text);
            }
        },
    );
    let subtitle = line(app, line!(t, document_subtitle, subtitle));
    card("document-cover", t.document_cover_title()).child(
        el("div")
            .class("fields")
            .child([title.class("whole"), subtitle.class("whole")])
            .child(funds(app, t)),
    )
}

fn line(app: App, (name, get, get_mut): Line) -> El {
    let value = move || app.with_head(|head| get(&head.document).clone());
    field(
        name,
        Kind::Line,
        move || value().unwrap_or_default(),
        move |text, _| {
            app.edit_document(Box::new(|document| *get_mut(document) = text.into()));
        },
    )
}

/// The funding lines; empty ones go when the field is left.
fn funds(app: App, t: Locale) -> El {
    let lines = move || app.with_head(|head| head.document.funds.join("\n"));
    let lines = field(
        t.document_funds(),
        Kind::Lines,
        move || lines().unwrap_or_default(),
        move |text, left| {
            let lines = text.lines().map(String::from);
            let mut lines: Vec<String> = lines.collect();
            if left {
                lines.retain(|line| !line.trim().is_empty());
            } else if text.ends_with('\n') {
                // The next line is being begun.
                lines.push(String::new());
            }
            app.edit_document(Box::new(|document| document.funds = lines));
        },
    );
    el("div")
        .class("whole")
        .child([lines, p("hint", t.document_funds_hint())])
}
