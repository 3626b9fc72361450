//! Large files are read away from the page: a worker reads and plans
//! (`storage/import/desk.rs`); the page shows it what it has of their surveys, and
//! writes what it gives. Where there is no worker the page does all of it.

mod yes;

use super::{Confirmed, Incoming, Lack};
use crate::bundle::{Asked, Decisions, Plan, Told};
use crate::model::SurveyId;
use crate::state::worker::{self, Running, get, send};
use crate::state::{App, AppDataStoreFields, Fetched, in_part};
use crate::storage::import::{Ready, Seen};
use crate::storage::{StoreError, health};
use js_sys::{Array, Function, Promise};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{File, Worker, WorkerType};

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
    running: Running,
    seen: Seen,
    ready: Ready,
    done: Option<Done>,
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
                    *warm = new_worker();
                }
            });
        }
        Ok(())
    }
}

/// A worker that has nothing to do yet; none where the site or the browser has none.
fn new_worker() -> Option<Worker> {
    let found = document()
        .query_selector("meta[name=asset][content=importer]")
        .ok()??;
    let address = found.get_attribute("data-href")?;
    worker::open(&address, WorkerType::Module).ok()
}

impl Away {
    fn start(app: App, files: &[File]) -> Option<Self> {
        let site = Site::HERE?;
        let warm = WARM.with_borrow_mut(Option::take);
        let away = Self {
            _site: site,
            running: Running::new(
                warm.or_else(new_worker)?,
                move |message| app.hear(&message),
                move || app.come_back(),
            ),
            seen: Seen::default(),
            ready: Ready::default(),
            done: None,
        };
        let files: Array = files.iter().collect();
        away.send(&[("files", files.into())]).ok()?;
        Some(away)
    }

    fn send(&self, fields: &[(&str, JsValue)]) -> Result<(), JsValue> {
        send(&self.running.worker, fields)
    }
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
