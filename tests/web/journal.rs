//! The journal in the browser's IndexedDB.

use js_sys::{Array, JsString};
use rilievo::storage::{Entry, IndexedDb, Journal, JournalError, MemoryJournal};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::IdbDatabase;

fn entry(key: &str, text: &str, stamp: u64) -> Entry {
    Entry {
        key: key.into(),
        text: Some(text.into()),
        stamp,
        written: 1_790_000_000_123,
    }
}

async fn open() -> Result<IndexedDb, JournalError> {
    IndexedDb::open(IndexedDb::LITTLE_PATIENCE).await
}

/// An empty journal, whatever other tests left.
async fn fresh() -> IndexedDb {
    IndexedDb::destroy().await.unwrap();
    open().await.unwrap()
}

/// All entries, by their keys.
async fn everything(journal: &dyn Journal) -> Vec<Entry> {
    let mut all = journal.entries().await.unwrap();
    all.sort_by(|a, b| a.key.cmp(&b.key));
    all
}

/// Keys and texts of all entries.
async fn texts(journal: &dyn Journal) -> Vec<(String, String)> {
    let all = everything(journal).await.into_iter();
    all.map(|e| (e.key, e.text.unwrap())).collect()
}

/// Changes the page by a script, and takes it back by another.
struct Pretend {
    undo: &'static str,
}

impl Pretend {
    fn that(script: &str, undo: &'static str) -> Self {
        js_sys::eval(script).unwrap();
        Self { undo }
    }

    /// `window.indexedDB` is what `descriptor` says.
    fn indexed_db_is(descriptor: &str) -> Self {
        let script = format!(
            "globalThis.own = Object.getOwnPropertyDescriptor(window, 'indexedDB');
            Object.defineProperty(window, 'indexedDB', {{ configurable: true, {descriptor} }});"
        );
        Self::that(
            &script,
            "Object.defineProperty(window, 'indexedDB', globalThis.own);",
        )
    }

    /// The third `put` from now on does `what`.
    fn third_put(what: &str) -> Self {
        let script = format!(
            "globalThis.own = IDBObjectStore.prototype.put;
            let puts = 0;
            IDBObjectStore.prototype.put = function (...record) {{
                if (++puts === 3) {{ {what} }}
                return globalThis.own.apply(this, record);
            }};"
        );
        Self::that(&script, "IDBObjectStore.prototype.put = globalThis.own;")
    }

    /// What became of each transaction that writes is noted in `noted`.
    fn transactions_are_noted() -> Self {
        Self::that(
            "globalThis.noted = [];
            globalThis.own = IDBDatabase.prototype.transaction;
            IDBDatabase.prototype.transaction = function (...scope) {
                const begun = globalThis.own.apply(this, scope);
                begun.addEventListener('complete', () => {
                    globalThis.noted.push(`${begun.mode} ${begun.durability}`);
                });
                return begun;
            };",
            "IDBDatabase.prototype.transaction = globalThis.own;",
        )
    }
}

impl Drop for Pretend {
    fn drop(&mut self) {
        js_sys::eval(self.undo).unwrap();
    }
}

fn noted() -> Vec<String> {
    let noted: Array = js_sys::eval("globalThis.noted").unwrap().unchecked_into();
    noted.iter().map(|line| line.as_string().unwrap()).collect()
}

/// Everything a journal is asked for, and what is in it after each step.
async fn steps(journal: &dyn Journal) -> Vec<Vec<Entry>> {
    let removed = Entry {
        text: None,
        ..entry("c", "", 7)
    };
    let commits = [
        vec![],
        vec![entry("a", "one", 3), entry("b", "", 4), removed],
        vec![entry("a", "older", 2), entry("b", "newer", 5)],
        vec![entry("a", "same stamp", 3), entry("d", "", 1)],
        vec![entry("d", "new", 9), entry("d", "old", 8)],
        vec![entry("e", "first", 2), entry("e", "second", 2)],
    ];
    let mut seen = Vec::new();
    for entries in commits {
        journal.commit(entries).await.unwrap();
        seen.push(everything(journal).await);
    }
    let known = [("a", 2), ("b", 5), ("c", 8), ("nobody", 1)];
    let known = known.map(|(key, stamp)| (key.to_owned(), stamp));
    journal.prune(known.into()).await.unwrap();
    seen.push(everything(journal).await);
    journal.prune(Vec::new()).await.unwrap();
    seen.push(everything(journal).await);
    journal.clear().await.unwrap();
    seen.push(everything(journal).await);
    seen
}

#[wasm_bindgen_test]
async fn it_does_what_the_journal_in_memory_does() {
    let seen = steps(&fresh().await).await;
    assert_eq!(seen, steps(&MemoryJournal::default()).await);
    let left: Vec<_> = seen[6].iter().map(|e| e.key.as_str()).collect();
    assert_eq!(left, ["a", "d", "e"]);
    assert_eq!(seen[6][1].text.as_deref(), Some("new"));
    assert_eq!(seen.last().unwrap(), &[]);
}

#[wasm_bindgen_test]
async fn opened_again_it_has_all_that_was_committed() {
    let journal = fresh().await;
    // A stamp that no floating-point number holds.
    let kept = entry("rilievo/2/s/a/p/1", "testo", (1 << 60) + 1);
    journal.commit(vec![kept.clone()]).await.unwrap();
    let older = entry("rilievo/2/s/a/p/1", "older by one", 1 << 60);
    let again = open().await.unwrap();
    again.commit(vec![older]).await.unwrap();
    assert_eq!(everything(&again).await, std::slice::from_ref(&kept));
    assert_eq!(everything(&journal).await, [kept]);
}

#[wasm_bindgen_test]
async fn as_many_as_a_country_has_municipalities_fit_into_one_commit() {
    let journal = fresh().await;
    let text = &"è".repeat(500);
    let all = |stamp| (0..8_000).map(move |n| entry(&format!("{n:04}"), text, stamp));
    journal.commit(all(1).collect()).await.unwrap();
    journal.commit(all(2).collect()).await.unwrap();
    assert_eq!(everything(&journal).await, all(2).collect::<Vec<_>>());
    let known = all(2).skip(1).map(|e| (e.key, 2));
    journal.prune(known.collect()).await.unwrap();
    assert_eq!(texts(&journal).await, [("0000".into(), text.clone())]);
}

#[wasm_bindgen_test]
async fn commits_that_do_not_wait_for_one_another_are_all_kept() {
    let journal = fresh().await;
    let (later, sooner) = (entry("a", "later", 2), entry("a", "sooner", 1));
    let promises = [vec![later], vec![entry("b", "", 1)], vec![sooner]];
    let promises = promises.map(|entries| journal.commit(entries));
    for promise in promises {
        promise.await.unwrap();
    }
    let expected = [("a", "later"), ("b", "")].map(|(k, t)| (k.into(), t.into()));
    assert_eq!(texts(&journal).await, expected);
}

#[wasm_bindgen_test]
async fn any_character_comes_back_as_it_was() {
    let journal = fresh().await;
    let packed: String = ('\u{20}'..='\u{D7FF}').collect();
    let odd = "\u{0}\u{7f}\u{FEFF}\u{FFFE}\u{FFFF}\u{E000}\u{1F5F3}e\u{301}";
    let entries = vec![
        entry("rilievo/2/s/a/p/1", &packed, 1),
        entry(odd, odd, 1),
        entry("", "", 1),
        entry("stamp", "null", 1),
    ];
    journal.commit(entries.clone()).await.unwrap();
    let mut found = everything(&open().await.unwrap()).await;
    assert_eq!(found.len(), entries.len());
    found.retain(|e| !entries.contains(e));
    assert_eq!(found, []);
}

#[wasm_bindgen_test]
async fn what_is_promised_was_committed_and_asked_for_strictly() {
    let journal = fresh().await;
    let _noting = Pretend::transactions_are_noted();
    let strict = "readwrite strict".to_owned();
    journal.commit(vec![entry("a", "", 1)]).await.unwrap();
    assert_eq!(noted(), vec![strict.clone(); 1]);
    journal.prune(vec![("a".into(), 1)]).await.unwrap();
    assert_eq!(noted(), vec![strict.clone(); 2]);
    journal.clear().await.unwrap();
    assert_eq!(noted(), vec![strict; 3]);
}

#[wasm_bindgen_test]
async fn of_a_commit_that_fails_nothing_is_left() {
    let journal = fresh().await;
    journal.commit(vec![entry("b", "old", 1)]).await.unwrap();
    let new = || vec![entry("a", "", 2), entry("b", "new", 2), entry("c", "", 2)];

    let full = "throw new DOMException('no room', 'QuotaExceededError');";
    let refused = {
        let _full = Pretend::third_put(full);
        journal.commit(new()).await
    };
    let error = JournalError("QuotaExceededError: no room".into());
    assert_eq!(refused, Err(error));
    assert_eq!(texts(&journal).await, [("b".into(), "old".into())]);

    // A request that fails takes its transaction along.
    let twice = "return this.add(record[0], 'b');";
    let refused = {
        let _twice = Pretend::third_put(twice);
        journal.commit(new()).await
    };
    let JournalError(words) = refused.unwrap_err();
    assert!(words.starts_with("ConstraintError: "), "{words}");
    assert_eq!(texts(&journal).await, [("b".into(), "old".into())]);

    journal.commit(new()).await.unwrap();
    assert_eq!(everything(&journal).await, new());
}

#[wasm_bindgen_test]
async fn another_page_may_delete_it_and_the_next_commit_begins_anew() {
    let journal = fresh().await;
    journal.commit(vec![entry("a", "", 1)]).await.unwrap();
    IndexedDb::destroy().await.unwrap();
    let databases = "indexedDB.databases().then((all) => all.map((one) => one.name).join())";
    let databases: js_sys::Promise = js_sys::eval(databases).unwrap().unchecked_into();
    let databases = wasm_bindgen_futures::JsFuture::from(databases).await;
    assert_eq!(databases.unwrap().unchecked_into::<JsString>(), "");

    journal.commit(vec![entry("b", "", 1)]).await.unwrap();
    let seen = everything(&open().await.unwrap()).await;
    assert_eq!(seen, [entry("b", "", 1)]);

    // Closed again, and now it cannot be opened.
    IndexedDb::destroy().await.unwrap();
    let refused = {
        let _missing = Pretend::indexed_db_is("value: undefined");
        journal.commit(vec![entry("c", "", 1)]).await
    };
    assert_eq!(refused, Err(missing()));
    journal.commit(vec![entry("d", "", 1)]).await.unwrap();
    assert_eq!(everything(&journal).await, [entry("d", "", 1)]);
}

fn missing() -> JournalError {
    JournalError("Error: this browser has no IndexedDB".into())
}

/// What the page of the site opens before the program is here.
fn begin() {
    let script = concat!(include_str!("../../xtask/js/journal.js"), "openJournal();");
    js_sys::eval(script).unwrap();
}

fn begun() -> JsValue {
    js_sys::eval("window.rilievoJournal").unwrap()
}

#[wasm_bindgen_test]
async fn what_the_page_has_begun_to_open_is_taken_over_once() {
    IndexedDb::destroy().await.unwrap();
    begin();
    let opened: js_sys::Promise = begun().unchecked_into();
    let opened = wasm_bindgen_futures::JsFuture::from(opened).await.unwrap();
    let database: IdbDatabase = opened.unchecked_into();
    let journal = open().await.unwrap();
    assert!(begun().is_undefined());
    journal.commit(vec![entry("a", "", 1)]).await.unwrap();
    // It is that one, and the next is another.
    database.close();
    journal.commit(vec![entry("b", "", 2)]).await.unwrap();
    let seen = everything(&open().await.unwrap()).await;
    assert_eq!(seen, [entry("a", "", 1), entry("b", "", 2)]);
}

#[wasm_bindgen_test]
async fn what_the_page_could_not_open_is_opened_here() {
    js_sys::eval("window.rilievoJournal = Promise.reject('no'); rilievoJournal.catch(() => {})")
        .unwrap();
    let journal = fresh().await;
    journal.commit(vec![entry("a", "", 1)]).await.unwrap();
    assert_eq!(everything(&journal).await, [entry("a", "", 1)]);
}

#[wasm_bindgen_test]
async fn what_the_page_opened_and_nobody_took_gives_way() {
    IndexedDb::destroy().await.unwrap();
    begin();
    let opened: js_sys::Promise = begun().unchecked_into();
    wasm_bindgen_futures::JsFuture::from(opened).await.unwrap();
    IndexedDb::destroy().await.unwrap();
    js_sys::eval("delete window.rilievoJournal").unwrap();
}

#[wasm_bindgen_test]
async fn a_browser_without_it_gives_an_error() {
    let _missing = Pretend::indexed_db_is("value: undefined");
    assert_eq!(open().await.unwrap_err(), missing());
    assert_eq!(IndexedDb::destroy().await, Err(missing()));
}

#[wasm_bindgen_test]
async fn a_browser_that_forbids_it_gives_its_own_words() {
    let _forbidden =
        Pretend::indexed_db_is("get() { throw new DOMException('not for you', 'SecurityError'); }");
    let error = JournalError("SecurityError: not for you".into());
    assert_eq!(open().await.unwrap_err(), error);
}

#[wasm_bindgen_test]
async fn a_database_of_a_newer_version_is_not_touched() {
    IndexedDb::destroy().await.unwrap();
    let newer = "new Promise((yes, no) => {
        const request = indexedDB.open('rilievo', 2);
        request.onsuccess = () => yes(request.result.close());
        request.onerror = no;
    })";
    let newer: js_sys::Promise = js_sys::eval(newer).unwrap().unchecked_into();
    wasm_bindgen_futures::JsFuture::from(newer).await.unwrap();
    let JournalError(words) = open().await.unwrap_err();
    assert!(words.starts_with("VersionError: "), "{words}");
    IndexedDb::destroy().await.unwrap();
}

/// As some browsers do in their private mode.
#[wasm_bindgen_test]
async fn a_browser_that_never_answers_is_given_up() {
    let _silent = Pretend::indexed_db_is("value: { open() { return {}; } }");
    let error = JournalError("TimeoutError: IndexedDB does not answer".into());
    assert_eq!(open().await.unwrap_err(), error);
}

/// Another page holds a database that has to go first; it lets go when the
/// journal has been given up. The answer that then comes finds who makes the
/// store, and keeps nobody else waiting.
#[wasm_bindgen_test]
async fn an_answer_that_comes_too_late_does_no_harm() {
    IndexedDb::destroy().await.unwrap();
    let hold = "new Promise((yes) => {
        const request = indexedDB.open('rilievo', 1);
        request.onsuccess = () => {
            globalThis.held = request.result;
            const gone = indexedDB.deleteDatabase('rilievo');
            gone.onblocked = yes;
        };
    })";
    let hold: js_sys::Promise = js_sys::eval(hold).unwrap().unchecked_into();
    wasm_bindgen_futures::JsFuture::from(hold).await.unwrap();
    let JournalError(words) = open().await.unwrap_err();
    assert!(words.starts_with("TimeoutError: "), "{words}");

    js_sys::eval("globalThis.held.close()").unwrap();
    let journal = open().await.unwrap();
    journal.commit(vec![entry("a", "", 1)]).await.unwrap();
    assert_eq!(everything(&journal).await, [entry("a", "", 1)]);
    IndexedDb::destroy().await.unwrap();
}
