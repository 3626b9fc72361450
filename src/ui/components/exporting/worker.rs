//! The worker that writes a file: what it is sent, and what it says.

use super::Desk;
use crate::bundle;
use crate::chart::Theme;
use crate::model::{Survey, Timestamp};
use crate::report::Kind;
use crate::report::compose::Options;
use crate::state::worker::{self, Running, get, send};
use crate::ui::components::raster;
use crate::ui::document;
use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Element, Worker, WorkerType};

/// How many hundredths of all each step takes.
const LOADED: f64 = 35.0;
const COMPOSED: f64 = 40.0;
const DRAWN: f64 = 80.0;

/// Sends an order to a new worker.
///
/// # Errors
/// The browser gives no worker.
pub fn start(
    desk: Desk,
    kind: Kind,
    survey: &Survey,
    options: &Options,
) -> Result<Running, JsValue> {
    let (address, module) = address().ok_or(JsValue::NULL)?;
    let way = match module {
        Some(_) => WorkerType::Classic,
        None => WorkerType::Module,
    };
    let worker = worker::open(&address, way)?;
    let sender = worker.clone();
    let running = Running::new(
        worker,
        move |message| hear(desk, kind, &sender, &message),
        move || desk.fail(desk.t.export_not_loaded(), kind),
    );
    let on = document::today();
    let pairs = options.pairs().into_iter();
    let pairs: Vec<_> = pairs
        .map(|(name, value)| [name, "=", &value].concat())
        .collect();
    // The moment is not read: what the file says of it is the day.
    let text = bundle::write(survey, &Timestamp::new([&on, "T00:00:00Z"].concat()));
    let order = vec![
        ("kind", kind.code().into()),
        ("survey", text.into()),
        ("options", pairs.join("&").into()),
        ("on", on.into()),
    ];
    match module {
        None => send(&running.worker, &order)?,
        Some(module) => send_with(desk, kind, running.worker.clone(), order, module),
    }
    Ok(running)
}

/// Where the worker is, as the page's head tells; and its module, where the worker
/// cannot fetch it by itself.
fn address() -> Option<(String, Option<String>)> {
    let found = leptos::prelude::document()
        .query_selector("meta[name=asset][content=exporter]")
        .ok()??;
    let found = found.dyn_ref::<Element>()?;
    let address = found.get_attribute("data-href")?;
    Some((address, found.get_attribute("data-module")))
}

/// Sends an order with the module.
fn send_with(
    desk: Desk,
    kind: Kind,
    worker: Worker,
    mut order: Vec<(&'static str, JsValue)>,
    module: String,
) {
    spawn_local(async move {
        let sent = document::fetched(&module).await.and_then(|module| {
            order.push(("module", module));
            send(&worker, &order)
        });
        if sent.is_err() {
            desk.fail(desk.t.export_not_loaded(), kind);
        }
    });
}

fn hear(desk: Desk, kind: Kind, worker: &Worker, message: &JsValue) {
    let t = desk.t;
    let text = |name| get(message, name).as_string().unwrap_or_default();
    let part = || {
        let number = |name| get(message, name).as_f64().unwrap_or_default();
        (number("done") / number("all").max(1.0)).min(1.0)
    };
    let between = |from: f64, to: f64| (from + (to - from) * part()) as u32;
    match text("stage").as_str() {
        "loading" => desk.work(t.export_loading().into(), between(0.0, LOADED)),
        "composing" => desk.work(t.export_composing().into(), LOADED as u32),
        "pictures" => {
            let wanted: Array = get(message, "wanted").unchecked_into();
            let worker = worker.clone();
            spawn_local(async move {
                if draw(desk, &worker, &wanted).await.is_err() {
                    desk.fail(t.export_failed(), kind);
                }
            });
        }
        "writing" => desk.work(t.export_writing().into(), between(DRAWN, 100.0)),
        "made" => desk.take(&text("name"), &text("media"), &get(message, "bytes")),
        _ if text("why") == "load" => desk.fail(t.export_not_loaded(), kind),
        _ => desk.fail(t.export_failed(), kind),
    }
}

/// Draws what the file wants as pictures, and sends each; a drawing that no browser
/// draws is told in words by the file. Between two the page has its turn.
async fn draw(desk: Desk, worker: &Worker, wanted: &Array) -> Result<(), JsValue> {
    let theme = Theme::print();
    let all = wanted.length() / 2;
    let faces = if all > 0 {
        raster::faces().await
    } else {
        Vec::new()
    };
    for face in &faces {
        let (weight, woff2) = (face.weight.into(), (&face.woff2).into());
        send(worker, &[("font", weight), ("woff2", woff2)])?;
    }
    for nth in 0..all {
        // Stopped, or the page has gone.
        if desk.running.try_with_value(Option::is_some) != Some(true) {
            return Ok(());
        }
        let done = f64::from(nth) / f64::from(all);
        let done = COMPOSED + (DRAWN - COMPOSED) * done;
        desk.work(desk.t.export_pictures(nth + 1, all), done as u32);
        let text = |at| wanted.get(at).as_string().unwrap_or_default();
        if let Ok(blob) = raster::png_in(&text(nth * 2 + 1), &theme, &faces).await {
            let blob: Blob = blob.unchecked_into();
            let bytes = JsFuture::from(blob.array_buffer()).await?;
            let key = text(nth * 2);
            send(worker, &[("picture", key.into()), ("png", bytes)])?;
        }
    }
    if all == 0 {
        desk.work(desk.t.export_writing().into(), COMPOSED as u32);
    }
    send(worker, &[])
}
