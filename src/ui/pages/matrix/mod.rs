//! The matrix: bodies by questions, one cell an answer. It can be sorted, turned
//! and filtered, and a cell opens its answer.

mod answer;
mod grid;
mod html;
mod layout;
mod look;

use crate::analysis::Selection;
use crate::analysis::matrix::Matrix;
use crate::i18n::Locale;
use crate::state::App;
use crate::ui::components::{Picture, save_menu};
use crate::ui::el::{El, button, el, on_demand, p, span};
use crate::ui::{Query, app, ask, query, t};
use layout::Layout;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsValue;

/// The matrix with its controls, its legend, and the answer that is open.
pub fn matrix() -> El {
    let (app, t, query) = (app(), t(), query());
    let selection = Memo::new(move |_| query.with(|q| q.selection.clone()));
    let matrix = Memo::new(move |_| {
        let matrix = app.with_population(&selection.get(), |_, p| Arc::new(Matrix::new(p)));
        matrix.unwrap_or_default()
    });
    // An answer that is opened makes no new grid.
    let order = Memo::new(move |_| query.with(|q| q.set("cell", "")));
    let layout = Memo::new(move |_| {
        let matrix = matrix.get();
        app.with_head(|head| Layout::new(t, head, matrix, &order.get()))
    });
    el("div")
        .class("matrix-page")
        .child(controls(order))
        .child(grid::grid(layout, selection))
        .child(p("hint", t.matrix_keys()).attr("id", "matrix-keys"))
        .child(
            on_demand(t.save_chart(), move || {
                save_menu(file(app, t, selection, layout))
            })
            .class("save"),
        )
        .child(answer::answer())
        .child(legend())
}

/// The matrix as a table of words, for a file.
fn file(app: App, t: Locale, selection: Memo<Selection>, layout: Memo<Option<Layout>>) -> Picture {
    let table = move |_| {
        let table = app.with_population(&selection.get(), |_, population| {
            layout.with(|layout| layout.as_ref().map(|l| html::table(t, population, l)))
        });
        table.flatten().unwrap_or_default()
    };
    Picture {
        id: "matrix".into(),
        title: t.matrix().into(),
        draw: Arc::new(|_, _| String::new()),
        base: Arc::new(move || t.matrix_base().into()),
        table: Arc::new(table),
    }
}

fn controls(query: Memo<Query>) -> El {
    let t = t();
    let turn = move || {
        let now = query.get_untracked();
        ask(now.set("turned", if layout::is_turned(&now) { "" } else { "1" }));
    };
    let turned = move || Some(layout::is_turned(&query.get()).to_string().into());
    let bodies = [
        "",
        "name",
        "kind",
        "-completeness",
        "completeness",
        "-agreement",
        "agreement",
    ];
    let questions = [
        "",
        "-completeness",
        "completeness",
        "-agreement",
        "agreement",
    ];
    el("div")
        .class("matrix-controls")
        .child(order(t.matrix_sort_bodies(), "sort", &bodies, query))
        .child(order(
            t.matrix_sort_questions(),
            "questions",
            &questions,
            query,
        ))
        .child(button("button secondary", t.matrix_turn(), turn).live_attr("aria-pressed", turned))
}

/// A choice of orders, each by its name in the address.
fn order(
    name: &'static str,
    option: &'static str,
    orders: &[&'static str],
    query: Memo<Query>,
) -> El {
    let t = t();
    let options: Vec<_> = orders
        .iter()
        .map(|code| {
            let name = order_name(t, option, code);
            el("option").attr("value", *code).child(name)
        })
        .collect();
    let value = move || JsValue::from_str(query.with(|q| q.get(option).to_owned()).as_str());
    let select = el("select")
        .child(options)
        .prop("value", value)
        .on("change", move |event| {
            ask(query
                .get_untracked()
                .set(option, &event_target_value(&event)));
        });
    el("label").child([span("label", name), select])
}

fn order_name(t: Locale, option: &str, code: &str) -> &'static str {
    match code {
        "name" => t.matrix_by_name(),
        "kind" => t.filter_kind(),
        "-completeness" => t.matrix_most_complete(),
        "completeness" => t.matrix_least_complete(),
        "-agreement" => t.matrix_most_agreed(),
        "agreement" => t.matrix_least_agreed(),
        _ if option == "sort" => t.matrix_by_survey(),
        _ => t.matrix_by_print(),
    }
}

/// What each sign means.
fn legend() -> El {
    let t = t();
    let entries = look::legend(t).into_iter().map(|(sign, class, words)| {
        let sign = el("span")
            .class(["cell ", class].concat())
            .attr("aria-hidden", "true")
            .child(sign);
        el("li").child([sign, span("", words)])
    });
    let entries: Vec<_> = entries.collect();
    el("section")
        .class("card")
        .attr("aria-labelledby", "matrix-legend")
        .child(
            el("h2")
                .attr("id", "matrix-legend")
                .child(t.matrix_legend()),
        )
        .child(el("ul").class("legend").child(entries))
}
