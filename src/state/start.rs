//! Before the first page: opening the store and the journal, and bringing back
//! what a killed browser had not written.

use super::care::LAST_COPY;
use super::carried::{self, Carried};
use super::unsaved::{Known, Unsaved};
use super::{About, App, AppData, AppDataStoreFields, Environment, browser};
use crate::storage::{IndexedDb, Journal, Local, Memory, Store as Storage, StoreError, Vault};
use leptos::prelude::*;
use reactive_stores::Store;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// The setting that says whether the person was told that there is no journal.
const NO_JOURNAL: &str = "no-journal";
const TOLD: &str = "told";

/// Store and journal, ready for the first page.
pub struct Opened {
    vault: Rc<Vault>,
    journal: Option<Rc<dyn Journal>>,
    told: Vec<About>,
    carried: Option<Carried>,
}

impl Opened {
    /// Opens them. Without local storage the app works in memory; without a
    /// journal it says so once.
    pub async fn open() -> Self {
        let mut told = Vec::new();
        if let Some((text, opens)) = carried::to_show() {
            if let Ok(Some(opened)) = carried::shown(text, opens).await {
                return opened;
            }
            told.push(About::CarriedDamaged);
        }
        let store: Result<Box<dyn Storage>, StoreError> =
            Local::open().map(|local| Box::new(local) as _);
        let vault = match store.and_then(Vault::new) {
            Ok(vault) => Rc::new(vault),
            Err(_) => return Self::in_memory(told),
        };
        // A full store is told of at the first edit.
        if vault.claim() == Err(StoreError::Older) {
            told.push(About::Older);
        }
        let had_none = browser::setting(&vault, NO_JOURNAL).is_some_and(|said| said == TOLD);
        let patience = if had_none {
            IndexedDb::LITTLE_PATIENCE
        } else {
            IndexedDb::PATIENCE
        };
        let journal = match IndexedDb::open(patience).await {
            Ok(journal) => replayed(Rc::new(journal), &vault).await,
            Err(_) => None,
        };
        if journal.is_some() == had_none {
            let said = if had_none { "" } else { TOLD };
            browser::remember(&vault, NO_JOURNAL, said);
            if !had_none {
                told.push(About::NoJournal);
            }
        }
        Self {
            vault,
            journal,
            told,
            carried: None,
        }
    }

    /// A store in memory that holds the survey which the page shows.
    pub(super) fn showing(vault: Rc<Vault>, carried: Carried) -> Self {
        Self {
            vault,
            journal: None,
            told: Vec::new(),
            carried: Some(carried),
        }
    }

    fn in_memory(mut told: Vec<About>) -> Self {
        told.push(About::OnlyInMemory);
        // A store in memory does not fail.
        let vault = Vault::in_memory(Memory::default());
        Self {
            vault: Rc::new(vault),
            journal: None,
            told,
            carried: None,
        }
    }
}

/// Brings back what the journal has and the store has not; gives the journal,
/// if it works.
async fn replayed(journal: Rc<dyn Journal>, vault: &Rc<Vault>) -> Option<Rc<dyn Journal>> {
    let entries = journal.entries().await.ok()?;
    if let Ok(replayed) = vault.replay(entries, browser::milliseconds()) {
        let journal = journal.clone();
        // Not Leptos' own, which runs nothing before it is mounted.
        spawn_local(async move {
            // The page does not wait for it: the store has it all by now, and a journal that
            // fails is found out at the next edit.
            if !replayed.redone.is_empty() {
                let _ = journal.commit(replayed.redone).await;
            }
            // What is not forgotten is found next time.
            if !replayed.found.is_empty() {
                let _ = journal.prune(replayed.found).await;
            }
        });
    }
    Some(journal)
}

impl App {
    /// Begins with an opened store, and reads what is there.
    pub fn start(opened: Opened) -> Self {
        let Opened {
            vault,
            journal,
            told,
            carried,
        } = opened;
        let browser = browser::name_of_this_browser(&vault);
        let locale = browser::locale(&vault);
        let look = browser::setting(&vault, "look");
        let by_step = browser::setting(&vault, "steps").is_some_and(|on| on == "1");
        let last_copy = browser::setting(&vault, LAST_COPY).and_then(|at| at.parse().ok());
        let data = Store::new(AppData {
            locale,
            look,
            by_step,
            last_copy,
            ..AppData::default()
        });
        let env: StoredValue<_, LocalStorage> = StoredValue::new_local(Environment {
            vault,
            keeping: None,
            incoming: None,
            journal,
            edited: false,
            unsaved: Unsaved::default(),
            known: Known::default(),
            rest: None,
            steps: Default::default(),
            queue: Vec::new(),
            pumping: false,
            had: Vec::new(),
            refusal: None,
            timer: None,
            typed: 0,
            browser,
            next_notice: 0,
            told_aside: Vec::new(),
            columns: None,
            last_place: Cell::new(0),
            carried,
        });
        let changed = Memo::new(move |before: Option<&bool>| {
            data.sheets().track();
            data.head().track();
            env.update_value(|env| env.columns = None);
            !before.copied().unwrap_or_default()
        });
        let app = Self { data, env, changed };
        for about in told {
            app.notify(about);
        }
        app.refresh_library();
        app.flush_when_leaving();
        app.follow_other_pages();
        app.prune_from_time_to_time();
        app.take_over_first_layout();
        if !app.surveys_untracked().is_empty() {
            app.care_when_idle();
        }
        // What was brought back from the journal and does not fit is due.
        app.show_saving();
        app
    }
}
