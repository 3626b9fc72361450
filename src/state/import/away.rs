//! Large files are read away from the page: a worker reads and plans
//! (`storage/import/desk.rs`); the page shows it what it has of their surveys, and
//! writes what it gives. Where there is no worker the page does all of it.

use super::{Confirmed, Incoming, Lack};
use crate::bundle::{Asked, Decisions, Plan, Told};
use crate::model::SurveyId;
use crate::state::{About, App, AppDataStoreFields, Fetched, browser, in_part};
use crate::storage::import::{self, Ready, Seen};
use crate::storage::record::Stamp64;
use crate::storage::{StoreError, Write, health, library, trash};
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, File, MessageEvent, Worker, WorkerOptions, WorkerType};

/// Files of more bytes than this in all go to a worker.
pub(super) const LARGE: f64 = 1_000_000.0;

/// So many records are shown to it at a time; between two the page has its turn.
const SLICE: usize = 400;

type Done = Box<dyn FnOnce(Confirmed)>;

/// Says that this program is a site, which has a file for the worker beside it. In the one
/// file that holds everything there can be no such value, so what needs one is left out of
/// it when compiling: a twentieth of that file.
#[cfg(feature = "parts")]
struct Site;
#[cfg(not(feature = "parts"))]
enum Site {}

impl Site {
    const HERE: Option<Self> = {
        #[cfg(feature = "parts")]
        let here = Some(Self);
        #[cfg(not(feature = "parts"))]
        let here = None;
        here
    };
}

/// A worker with files; dropped, it ends.
pub(super) struct Away {
    _site: Site,
    worker: Worker,
    heard: Option<Closure<dyn FnMut(MessageEvent)>>,
    lost: Option<Closure<dyn FnMut(Event)>>,
    seen: Seen,
    ready: Ready,
    done: Option<Done>,
}

impl Drop for Away {
    fn drop(&mut self) {
        self.worker.terminate();
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        // It may be one of them that runs now.
        let listeners = (self.heard.take(), self.lost.take());
        spawn_local(async move { drop(listeners) });
    }
}

thread_local! {
    /// A worker without files, made when somebody was about to choose some.
    static WARM: RefCell<Option<Worker>> = const { RefCell::new(None) };
}

in_part! {
    exchange =>
    /// Gets a worker ready, because files are about to be chosen.
    pub fn warm() -> Fetched<()> {
        if Site::HERE.is_some() {
            WARM.with_borrow_mut(|warm| {
                if warm.is_none() {
                    *warm = worker();
                }
            });
        }
        Ok(())
    }
}

/// A worker that has nothing to do yet; none where the site or the browser has none.
fn worker() -> Option<Worker> {
    let found = document()
        .query_selector("meta[name=asset][content=importer]")
        .ok()??;
    let address = found.get_attribute("data-href")?;
    let way = WorkerOptions::new();
    way.set_type(WorkerType::Module);
    Worker::new_with_options(&address, &way).ok()
}

impl Away {
    fn start(app: App, files: &[File]) -> Option<Self> {
        let site = Site::HERE?;
        let warm = WARM.with_borrow_mut(Option::take);
        let worker = warm.or_else(worker)?;
        let heard = Closure::<dyn FnMut(_)>::new(move |message: MessageEvent| {
            app.hear(&message.data());
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        let lost = Closure::<dyn FnMut(_)>::new(move |_: Event| app.come_back());
        worker.set_onerror(Some(lost.as_ref().unchecked_ref()));
        let away = Self {
            _site: site,
            worker,
            heard: Some(heard),
            lost: Some(lost),
            seen: Seen::default(),
            ready: Ready::default(),
            done: None,
        };
        let files: Array = files.iter().collect();
        away.send(&[("files", files.into())]).ok()?;
        Some(away)
    }

    fn send(&self, fields: &[(&str, JsValue)]) -> Result<(), JsValue> {
        let message = Object::new();
        for (name, value) in fields {
            Reflect::set(&message, &(*name).into(), value)?;
        }
        self.worker.post_message(&message)
    }
}

fn get(message: &JsValue, name: &str) -> JsValue {
    Reflect::get(message, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn number(message: &JsValue, name: &str) -> f64 {
    get(message, name).as_f64().unwrap_or_default()
}

fn texts(message: &JsValue, name: &str) -> Vec<String> {
    let list: Array = get(message, name).unchecked_into();
    list.iter().filter_map(|text| text.as_string()).collect()
}

/// Lets the page have its turn.
async fn pause() {
    let mut later = |resolve: Function, _: Function| {
        let resolve = move || {
            let _ = resolve.call0(&JsValue::NULL);
        };
        set_timeout(resolve, std::time::Duration::ZERO);
    };
    let _ = JsFuture::from(Promise::new(&mut later)).await;
}

impl App {
    /// Gives files to a worker; says whether there is one.
    pub(super) fn preview_away(self, files: &[File], decisions: Decisions) -> bool {
        let Some(away) = Away::start(self, files) else {
            return false;
        };
        let all = files.iter().map(|file| file.size()).sum();
        self.keep_incoming(Incoming {
            decisions,
            reading: Some((0.0, all)),
            away: Some(away),
            files: files.to_vec(),
            ..Incoming::default()
        });
        self.tell_incoming();
        true
    }

    /// There is no worker any more: the page goes on alone.
    fn come_back(self) {
        let Some(mut incoming) = self.take_incoming() else {
            return;
        };
        let done = incoming.away.as_mut().and_then(|away| away.done.take());
        let files = std::mem::take(&mut incoming.files);
        drop(incoming);
        spawn_local(async move {
            self.preview_here(files).await;
            if let Some(done) = done {
                done(Confirmed::Again);
            }
        });
    }

    fn hear(self, message: &JsValue) {
        let stage = get(message, "stage").as_string().unwrap_or_default();
        match stage.as_str() {
            "reading" => {
                let reading = (number(message, "done"), number(message, "all"));
                self.change_incoming(|incoming| incoming.reading = Some(reading));
            }
            "read" => {
                let unreadable = texts(message, "unreadable");
                self.change_incoming(|incoming| incoming.unreadable = unreadable);
                let wants = texts(message, "wants");
                let wants = wants.iter().filter_map(|id| SurveyId::new(id).ok());
                self.show_away(wants.collect());
            }
            "planned" => {
                let told = get(message, "told").as_string().unwrap_or_default();
                match serde_json::from_str(&told) {
                    Ok(told) => self.take_told(told, &get(message, "needs")),
                    Err(_) => self.come_back(),
                }
            }
            "needs" => {
                let needs = get(message, "needs");
                self.change_incoming(|incoming| incoming.need(&needs));
            }
            "writes" => self.take_writes(message),
            _ if get(message, "why").as_string().as_deref() == Some("read") => self.give_up(),
            _ => self.come_back(),
        }
    }

    /// The worker has broken off, mostly for want of memory: the page would as well.
    fn give_up(self) {
        let Some(mut incoming) = self.take_incoming() else {
            return;
        };
        let done = incoming.away.as_mut().and_then(|away| away.done.take());
        let unreadable = incoming.files.iter().map(File::name).collect();
        self.keep_incoming(Incoming {
            unreadable,
            ..Incoming::default()
        });
        self.tell_incoming();
        if let Some(done) = done {
            done(Confirmed::Refused);
        }
    }

    fn change_incoming(self, change: impl FnOnce(&mut Incoming)) {
        if let Some(mut incoming) = self.take_incoming() {
            change(&mut incoming);
            self.keep_incoming(incoming);
        }
    }

    /// Shows the worker what is here of surveys, and asks for a plan.
    fn show_away(self, surveys: Vec<SurveyId>) {
        spawn_local(async move {
            if self.try_show_away(surveys).await.is_err() {
                self.come_back();
            }
        });
    }

    async fn try_show_away(self, surveys: Vec<SurveyId>) -> Result<(), StoreError> {
        if self.has_unsaved() {
            self.flush();
        }
        let vault = self.vault();
        let mut seen = Seen::of(&vault, surveys)?;
        for from in (0..seen.len()).step_by(SLICE) {
            let (keys, texts) = (Array::new(), Array::new());
            for (key, text) in seen.show(&vault, from, SLICE)? {
                keys.push(&key.into());
                texts.push(&text.into());
            }
            self.send_away(&[("keys", keys.into()), ("texts", texts.into())]);
            pause().await;
        }
        self.change_incoming(|incoming| {
            if let Some(away) = &mut incoming.away {
                away.seen = seen;
            }
        });
        self.ask_away(true);
        Ok(())
    }

    /// Asks for a plan with what is decided now; `fresh` where it has been shown
    /// what is here.
    pub(super) fn ask_away(self, fresh: bool) {
        let stamp = self.stamp();
        let decisions = untrack(|| self.with_incoming(|i| i.decisions.clone()));
        let asked = Asked {
            decisions: decisions.unwrap_or_default(),
            at: stamp.at,
            by: stamp.by,
            language: self.data.locale().get_untracked().code().into(),
        };
        let free = health::free(&self.vault()).ok().flatten();
        self.change_incoming(|incoming| incoming.free = free);
        let room = free.map_or(JsValue::UNDEFINED, |free| (free as f64).into());
        let asked = serde_json::to_string(&asked).unwrap_or_default();
        self.send_away(&[
            ("asked", asked.into()),
            ("room", room),
            ("fresh", fresh.into()),
        ]);
    }

    fn send_away(self, fields: &[(&str, JsValue)]) {
        let sent = untrack(|| {
            self.with_incoming(|incoming| {
                let away = incoming.away.as_ref();
                away.is_none_or(|away| away.send(fields).is_ok())
            })
        });
        if sent == Some(false) {
            self.come_back();
        }
    }

    fn take_told(self, told: Told, needs: &JsValue) {
        let Some(mut incoming) = self.take_incoming() else {
            return;
        };
        let first = incoming.reading.take().is_some();
        let Told {
            files,
            heads,
            stands,
        } = told;
        let surveys = Vec::new();
        incoming.plan = Plan { files, surveys };
        (incoming.heads, incoming.stands) = (heads, stands);
        incoming.need(needs);
        if incoming.lack().is_some() && !incoming.may_decide() {
            // Nothing can come of it: the worker need not stay.
            incoming.away = None;
        }
        self.keep_incoming(incoming);
        if first {
            self.tell_incoming();
        }
    }

    /// The yes, where a worker has the files.
    pub(super) fn confirm_away(self, mut incoming: Incoming, done: Done) {
        if self.has_unsaved() {
            self.flush();
        }
        let vault = self.vault();
        let seen = incoming.away.as_ref().map(|away| &away.seen);
        let surveys = seen.map_or(&[][..], Seen::surveys).to_vec();
        let is_so = seen.is_some_and(|seen| seen.is_so(&vault) == Ok(true));
        if !is_so {
            self.keep_incoming(incoming);
            self.show_away(surveys);
            return done(Confirmed::Again);
        }
        if incoming.stands.is_empty() {
            self.clear_incoming();
            return done(incoming.goes_on_at());
        }
        let cleared = self.clear_place(&incoming).and_then(|cleared| {
            let seen = incoming.away.as_ref().map(|away| away.seen.newest(&vault));
            Ok((cleared, seen.transpose()?.unwrap_or_default()))
        });
        match cleared {
            Ok((cleared, newest)) => {
                if let Some(away) = &mut incoming.away {
                    away.ready.whole = cleared;
                    away.done = Some(done);
                }
                incoming.writing = Some((0.0, 1.0));
                self.keep_incoming(incoming);
                let after = vault.moment(browser::milliseconds()).max(newest);
                self.send_away(&[("after", (after as f64).into())]);
            }
            Err(error) => {
                self.notify(About::ImportRefused(error));
                self.keep_incoming(incoming);
                done(Confirmed::Refused);
            }
        }
    }

    /// Makes place for what comes; gives the writes that go with it.
    fn clear_place(self, incoming: &Incoming) -> Result<Vec<Write>, StoreError> {
        let ids: Vec<_> = incoming.stands.iter().map(|s| s.survey.clone()).collect();
        self.make_place(&ids)?;
        let vault = self.vault();
        let mut cleared = Vec::new();
        for id in &ids {
            if !trash::is_here(&vault, id)? {
                cleared.extend(library::clear(&vault, id, browser::milliseconds())?);
            }
        }
        Ok(cleared)
    }

    fn take_writes(self, message: &JsValue) {
        let Some(mut incoming) = self.take_incoming() else {
            return;
        };
        let (made, all) = (number(message, "done"), number(message, "all"));
        let is_unseen = get(message, "isUnseen").is_truthy();
        let Some(away) = &mut incoming.away else {
            return;
        };
        let list: Array = get(message, "writes").unchecked_into();
        let writes = (0..list.length()).step_by(3).map(|at| Write {
            key: list.get(at).as_string().unwrap_or_default(),
            stamp: Stamp64::new(list.get(at + 1).as_f64().unwrap_or_default() as u64),
            text: list.get(at + 2).as_string(),
        });
        if is_unseen {
            away.ready.unseen.extend(writes);
        } else {
            away.ready.whole.extend(writes);
        }
        if made < all {
            incoming.writing = Some((made, all));
            return self.keep_incoming(incoming);
        }
        let added = texts(message, "added");
        let added = added.iter().filter_map(|id| SurveyId::new(id).ok());
        away.ready.added = added.collect();
        let (ready, done) = (std::mem::take(&mut away.ready), away.done.take());
        let confirmed = self.write_away(incoming, ready);
        if let Some(done) = done {
            done(confirmed);
        }
    }

    /// Writes what the worker has made ready, if everything is still as it was.
    fn write_away(self, mut incoming: Incoming, ready: Ready) -> Confirmed {
        let vault = self.vault();
        let seen = incoming.away.take();
        let is_so = seen.is_some_and(|away| away.seen.is_so(&vault) == Ok(true))
            && vault.is_ahead_of(&ready.unseen) == Ok(false)
            && vault.is_ahead_of(&ready.whole) == Ok(false);
        if !is_so {
            self.start_over(incoming);
            return Confirmed::Again;
        }
        match self.write_import(|vault| import::write(vault, ready)) {
            Ok(()) => self.end_import(&incoming),
            Err(error) => {
                self.notify(About::ImportRefused(error));
                self.start_over(incoming);
                Confirmed::Refused
            }
        }
    }

    /// The files wait as before: another worker reads them, for the first has given
    /// away what it had.
    fn start_over(self, incoming: Incoming) {
        let Incoming {
            files, decisions, ..
        } = incoming;
        if !self.preview_away(&files, decisions) {
            spawn_local(self.preview_here(files));
        }
    }
}

impl Incoming {
    /// Notes how much room is needed: units, sheets.
    fn need(&mut self, needs: &JsValue) {
        let needs: Option<&Array> = needs.dyn_ref();
        self.room = needs.zip(self.free).map(|(needs, free)| {
            let number = |at| needs.get(at).as_f64().unwrap_or_default() as usize;
            Lack {
                needed: number(0),
                free,
                sheets: number(1),
            }
        });
    }
}
