//! The journal in the browser's IndexedDB: thin code over `web-sys`, because
//! the libraries cannot ask for strict durability (`docs/adr/0012-journal.md`).
//!
//! A transaction lives as long as it has something to do: between two requests
//! of one transaction nothing may be awaited but the transaction's own requests.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Error, Function, Object, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{Event, IdbDatabase, IdbFactory, IdbObjectStore, IdbRequest, IdbTransaction, Window};

use super::{Entry, Journal, JournalError, Promise};
use crate::model::sort_by_key;

const DATABASE: &str = "rilievo";
const STORE: &str = "journal";

/// Where the page has it that is being opened.
const BEGUN: &str = "rilievoJournal";

/// Of the database: a page that knows a smaller one cannot open it any more.
const VERSION: u32 = 1;

/// Other pages may be at work in a database that is to be deleted.
const PATIENCE_TO_DELETE: i32 = 10_000;

/// The journal of this page's origin, shared by all its pages.
#[derive(Clone, Debug)]
pub struct IndexedDb {
    database: Rc<RefCell<IdbDatabase>>,
}

impl IndexedDb {
    /// Some browsers take a request and never answer it: nobody waits longer for
    /// the database than this, in milliseconds. One that was killed finds a slow disk
    /// when it comes back, and just then the journal has what the store has lost.
    pub const PATIENCE: i32 = 5_000;

    /// The same where it did not answer the last time.
    pub const LITTLE_PATIENCE: i32 = 2_000;

    /// Opens the journal, or makes an empty one. An error says why there is
    /// none: the browser has no IndexedDB, forbids it, fails, or does not
    /// answer within `patience`, in milliseconds.
    pub async fn open(patience: i32) -> Result<Self, JournalError> {
        // Goes on by itself when nobody waits any more: an answer that comes
        // too late still finds who makes the store, and gives way to others.
        let database = future_to_promise(async { connect().await.map(JsValue::from) });
        match within(patience, database).await {
            Ok(database) => Ok(Self {
                database: Rc::new(RefCell::new(database.unchecked_into())),
            }),
            Err(error) => Err(failed(&error)),
        }
    }

    /// Deletes the whole database, and returns when it is gone. An error after
    /// ten seconds says that another page holds on to it; it then goes with
    /// that page.
    pub async fn destroy() -> Result<(), JournalError> {
        let gone = future_to_promise(async {
            let request = factory()?.delete_database(DATABASE)?;
            answer(&request).await
        });
        match within(PATIENCE_TO_DELETE, gone).await {
            Ok(_) => Ok(()),
            Err(error) => Err(failed(&error)),
        }
    }

    /// A new transaction, and the store in it. A database that was closed
    /// meanwhile, by the browser or for another page, is opened again once.
    async fn begin(&self, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), JsValue> {
        let database = self.database.borrow().clone();
        let transaction = match transaction(&database, mode) {
            Ok(transaction) => transaction,
            Err(_) => {
                let reopened = Self::open(Self::LITTLE_PATIENCE)
                    .await
                    .map_err(|error| JsValue::from(error.0))?;
                let database = reopened.database.borrow().clone();
                self.database.replace(database.clone());
                transaction(&database, mode)?
            }
        };
        let store = transaction.object_store(STORE)?;
        Ok((transaction, store))
    }

    /// All changes or none.
    async fn change(self, changes: Vec<Change>) -> Result<(), JournalError> {
        let done = async {
            let (transaction, store) = self.begin("readwrite").await?;
            let asked = ask(&store, &changes).await;
            if let Err(error) = asked {
                // It may have been aborted by the same error already.
                let _ = transaction.abort();
                return Err(error);
            }
            completed(&transaction).await
        };
        done.await.map_err(|error: JsValue| failed(&error))
    }

    async fn read(self) -> Result<Vec<Entry>, JsValue> {
        let (_, store) = self.begin("readonly").await?;
        let keys = store.get_all_keys()?;
        let records = answer(&store.get_all()?).await?;
        let keys = Array::from(&keys.result()?);
        let records = Array::from(&records);
        let entries = keys.iter().zip(records.iter());
        Ok(entries.filter_map(|(k, r)| entry(&k, &r)).collect())
    }

    async fn empty(self) -> Result<(), JsValue> {
        let (transaction, store) = self.begin("readwrite").await?;
        store.clear()?;
        completed(&transaction).await
    }
}

impl Journal for IndexedDb {
    fn commit(&self, mut entries: Vec<Entry>) -> Promise<()> {
        // Of two with the same key, the newer is put last.
        sort_by_key(&mut entries, |entry| entry.stamp);
        let changes = entries.iter().map(|entry| Change {
            key: JsValue::from(&entry.key),
            stamp: entry.stamp,
            record: Some(record(entry)),
        });
        Box::pin(self.clone().change(changes.collect()))
    }

    fn entries(&self) -> Promise<Vec<Entry>> {
        let journal = self.clone();
        Box::pin(async { journal.read().await.map_err(|error| failed(&error)) })
    }

    fn prune(&self, known: Vec<(String, u64)>) -> Promise<()> {
        let changes = known.iter().map(|(key, stamp)| Change {
            key: JsValue::from(key),
            stamp: *stamp,
            record: None,
        });
        Box::pin(self.clone().change(changes.collect()))
    }

    fn clear(&self) -> Promise<()> {
        let journal = self.clone();
        Box::pin(async { journal.empty().await.map_err(|error| failed(&error)) })
    }
}

/// What shall stand under a key, unless what stands there is newer.
struct Change {
    key: JsValue,
    stamp: u64,
    /// `None`: nothing.
    record: Option<JsValue>,
}

/// Asks the store for all changes, without waiting until they are made. All
/// keys are read at once first: requests are answered in their order, so the
/// last answer says that all are there.
async fn ask(store: &IdbObjectStore, changes: &[Change]) -> Result<(), JsValue> {
    let mut there = Vec::new();
    for change in changes {
        there.push(store.get(&change.key)?);
    }
    if let Some(last) = there.last() {
        answer(last).await?;
    }
    for (change, there) in changes.iter().zip(&there) {
        if stamp(&there.result()?).is_some_and(|stamp| stamp > change.stamp) {
            continue;
        }
        match &change.record {
            Some(record) => store.put_with_key(record, &change.key)?,
            None => store.delete(&change.key)?,
        };
    }
    Ok(())
}

/// An entry without its key, as it stands in the database.
fn record(entry: &Entry) -> JsValue {
    let record = Object::new();
    let set = |name: &str, value: JsValue| {
        // Nothing refuses a property on a new object.
        let _ = Reflect::set(&record, &name.into(), &value);
    };
    set("text", entry.text.as_deref().into());
    // A big integer: a number would round a stamp beyond 2^53.
    set("stamp", entry.stamp.into());
    set("written", (entry.written as f64).into());
    record.into()
}

fn stamp(record: &JsValue) -> Option<u64> {
    u64::try_from(get(record, "stamp")).ok()
}

/// `None` for what no version of this app has written.
fn entry(key: &JsValue, record: &JsValue) -> Option<Entry> {
    Some(Entry {
        key: key.as_string()?,
        text: get(record, "text").as_string(),
        stamp: stamp(record)?,
        written: get(record, "written").as_f64()? as u64,
    })
}

fn get(record: &JsValue, name: &str) -> JsValue {
    Reflect::get(record, &name.into()).unwrap_or_default()
}

/// Where databases come from. Missing in old browsers; forbidden where the
/// person allows no page to keep anything.
fn factory() -> Result<IdbFactory, JsValue> {
    let missing = || Error::new("this browser has no IndexedDB");
    let window = web_sys::window().ok_or_else(missing)?;
    Ok(window.indexed_db()?.ok_or_else(missing)?)
}

async fn connect() -> Result<IdbDatabase, JsValue> {
    let database = match begun().await {
        Some(database) => database,
        None => {
            let request = factory()?.open_with_u32(DATABASE, VERSION)?;
            request.set_onupgradeneeded(Some(&handler(make_store)));
            answer(&request).await?
        }
    };
    let database: IdbDatabase = database.unchecked_into();
    database.set_onversionchange(Some(&handler(give_way)));
    Ok(database)
}

/// The database that the page has begun to open while the program travelled
/// (`xtask/js/journal.js`), for who asks first; nothing where it could not.
async fn begun() -> Option<JsValue> {
    let window = web_sys::window()?;
    let begun = Reflect::get(&window, &BEGUN.into()).ok()?;
    let begun: js_sys::Promise = begun.dyn_into().ok()?;
    Reflect::delete_property(&window, &BEGUN.into()).ok()?;
    JsFuture::from(begun).await.ok()
}

/// In a database that did not exist. An error is thrown into the browser's
/// hands, which then takes the database back.
fn make_store(event: Event) -> Result<(), JsValue> {
    if let Some(request) = event.target() {
        let database = request.unchecked_into::<IdbRequest>().result()?;
        let database: IdbDatabase = database.unchecked_into();
        database.create_object_store(STORE)?;
    }
    Ok(())
}

/// Another page deletes the database, or has a newer version of it.
fn give_way(event: Event) -> Result<(), JsValue> {
    if let Some(database) = event.target() {
        database.unchecked_into::<IdbDatabase>().close();
    }
    Ok(())
}

fn handler(handle: fn(Event) -> Result<(), JsValue>) -> Function {
    let handle = Closure::<dyn Fn(Event) -> Result<(), JsValue>>::new(handle);
    handle.into_js_value().unchecked_into()
}

/// A strict transaction: it completes when the disk has it. By default a
/// browser may say so sooner.
fn transaction(database: &IdbDatabase, mode: &str) -> Result<IdbTransaction, JsValue> {
    // `web-sys` has these options among its unstable parts only.
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    let transaction = begin.call3(database, &STORE.into(), &mode.into(), &options)?;
    Ok(transaction.unchecked_into())
}

/// What a request gives.
async fn answer(request: &IdbRequest) -> Result<JsValue, JsValue> {
    let answered = event(&mut |yes, no| {
        request.set_onsuccess(Some(yes));
        request.set_onerror(Some(no));
    });
    match JsFuture::from(answered).await {
        Ok(_) => request.result(),
        Err(event) => Err(request.error()?.map_or(event, JsValue::from)),
    }
}

/// Waits until a transaction is on the disk. Each of its errors ends in
/// `abort`, and only then it is certain that nothing of it is left.
async fn completed(transaction: &IdbTransaction) -> Result<(), JsValue> {
    let ended = event(&mut |yes, no| {
        transaction.set_oncomplete(Some(yes));
        transaction.set_onabort(Some(no));
    });
    match JsFuture::from(ended).await {
        Ok(_) => Ok(()),
        Err(event) => Err(transaction.error().map_or(event, JsValue::from)),
    }
}

/// An event as a promise: `listen` is given what to call when it has come, and
/// what when it cannot come any more.
fn event(listen: &mut dyn FnMut(&Function, &Function)) -> js_sys::Promise {
    js_sys::Promise::new(&mut |yes, no| listen(&yes, &no))
}

/// The outcome of `promise`, or an error after so many milliseconds.
fn within(patience: i32, promise: js_sys::Promise) -> JsFuture {
    let late = event(&mut |_, no| {
        let error = Error::new("IndexedDB does not answer");
        error.set_name("TimeoutError");
        if let Some(window) = web_sys::window() {
            let wait = Window::set_timeout_with_callback_and_timeout_and_arguments_1;
            let _ = wait(&window, no, patience, &error);
        }
    });
    JsFuture::from(js_sys::Promise::race(&Array::of2(&promise, &late)))
}

/// An error in the browser's words.
fn failed(error: &JsValue) -> JournalError {
    let words = match error.dyn_ref::<Error>() {
        Some(error) => format!("{}: {}", error.name(), error.message()),
        None => error
            .as_string()
            .unwrap_or_else(|| "no reason given".into()),
    };
    JournalError(words)
}
