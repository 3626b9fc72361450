//! Floor 3: the one reactive store, and every action on it.
//!
//! [`App`] is the handle that pages get from the context. They read through
//! its getters, inside memos; they change things through its actions, and in no
//! other way. Sheets are read and written one by one: an edit of one sheet
//! wakes only what looks at that sheet, and writes only that record.

mod autosave;
mod browser;
mod care;
mod carried;
mod carry;
mod codebook;
mod deck;
mod desk;
mod document;
mod earlier;
mod exchange;
mod import;
mod invite;
mod issuing;
mod keeping;
mod library;
mod notices;
mod opening;
mod part;
mod partners;
mod readings;
mod review;
mod sheets;
mod start;
mod steps;
mod tabs;
mod undo;
mod unsaved;
pub mod worker;
mod writing;

pub use autosave::Saving;
pub use carried::{CARRIED, Carried, Copied, EDIT};
pub use carry::EarlierSheet;
pub use codebook::CodebookEdited;
pub use earlier::Earlier;
pub use exchange::fetch_exchange;
pub use import::{Confirmed, Incoming, Lack, preview, preview_text, warm};
pub use invite::{Export, Invitation, Opening, Ready, Unopened, invitation};
pub use issuing::NotIssued;
pub use library::Example;
pub use notices::{About, Notice, NoticeId, Removed};
pub(crate) use part::in_part;
pub use part::{Doing, Fetched, NotFetched};
pub use start::Opened;
pub use steps::{Outcome, StepAbout, go_back};
pub use tabs::OtherAnswer;
pub use undo::Undone;

use crate::analysis::{Columns, Population, Selection};
use crate::i18n::Locale;
use crate::model::{
    Extra, Indicator, PartnerId, Questionnaire, Sheet, Stamp, Survey, SurveyHead, SurveyId,
};
use crate::storage::library::{Rest, Summary};
use crate::storage::{Journal, Key, StoreError, Vault};
use autosave::Batch;
use leptos::prelude::*;
use reactive_stores::{Store, StoreFieldIterator};
use std::any::Any;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use unsaved::{Known, Unsaved};

/// Everything the pages show.
#[derive(Debug, Default, Store)]
pub struct AppData {
    /// Language of the interface.
    locale: Locale,
    /// How charts look, where somebody chose it.
    look: Option<String>,
    /// A sheet shows one step at a time.
    by_step: bool,
    /// The surveys of this browser, as last written, and those in the trash.
    surveys: Vec<Summary>,
    /// The open survey, but for its sheets.
    head: Option<SurveyHead>,
    /// Unknown fields beside the head of the open survey.
    extra: Extra,
    /// Sheets of the open survey, in the order of its partners.
    sheets: Vec<Sheet>,
    /// Whether everything typed is in the store.
    saving: Saving,
    /// What the person has to be told.
    notices: Vec<Notice>,
    /// When a copy was last saved on file, in milliseconds.
    last_copy: Option<u64>,
    /// The last snapshot found no room.
    snapshots_refused: bool,
    /// Tells one choice of files that wait for a decision from the next; 0
    /// while none wait.
    incoming: u32,
    /// Counts how often it was planned what would come of them.
    planned: u32,
    /// When the last import was that can be undone, in milliseconds.
    undoable: Option<u64>,
    /// Counts the changes of the steps that can be undone; 0 while there are none.
    stepped: u32,
    /// How many in a hundred sheets of the survey are read, while nothing else of it is
    /// shown; 0 otherwise.
    reading: u32,
}

/// What actions need beside the data; nothing here is shown.
struct Environment {
    vault: Rc<Vault>,
    /// What was fetched after the first page: see [`keeping`].
    keeping: Option<keeping::Keeping>,
    /// Files that wait: an [`Incoming`], which only its part takes apart.
    incoming: Option<Box<dyn Any>>,
    /// None where the browser has none for this page.
    journal: Option<Rc<dyn Journal>>,
    /// Something was changed in this visit.
    edited: bool,
    unsaved: Unsaved,
    known: Known,
    /// What of the open survey is not read yet; see [`opening`].
    rest: Option<Rest>,
    steps: steps::Steps,
    /// Writes on their way to the journal and the store.
    queue: Vec<Batch>,
    pumping: bool,
    /// Journal entries that the store had when it was last looked at.
    had: Vec<(String, u64)>,
    /// Why the store refused something that is still due.
    refusal: Option<StoreError>,
    timer: Option<TimeoutHandle>,
    /// When something was edited last, in milliseconds.
    typed: u64,
    browser: String,
    next_notice: u32,
    /// Records set aside that this page has told of.
    told_aside: Vec<Key>,
    /// What is known of the open survey as it stands now; see [`App::columns`].
    columns: Option<Arc<Columns>>,
    /// Where the partner stands that was asked for last.
    last_place: Cell<usize>,
    /// The survey that the page shows and does not change.
    carried: Option<Carried>,
}

/// The handle on the app's state; copy it freely.
#[derive(Clone, Copy)]
pub struct App {
    data: Store<AppData>,
    env: StoredValue<Environment, LocalStorage>,
    /// Runs before what is known is looked at, and only where the survey has
    /// changed: then it is known no longer.
    changed: Memo<bool>,
}

impl App {
    /// Language of the interface.
    pub fn locale(self) -> Locale {
        self.data.locale().get()
    }

    /// Changes the language, also for the next visit.
    pub fn set_locale(self, locale: Locale) {
        browser::remember(&self.vault(), "locale", locale.code());
        self.data.locale().set(locale);
    }

    /// The name of how charts look, where somebody chose it.
    pub fn look(self) -> Option<String> {
        self.data.look().get()
    }

    /// Changes how charts look, also for the next visit.
    pub fn set_look(self, name: &str) {
        browser::remember(&self.vault(), "look", name);
        self.data.look().set(Some(name.into()));
    }

    /// Whether a sheet shows one step at a time, or all of it.
    pub fn by_step(self) -> bool {
        self.data.by_step().get()
    }

    /// Changes how much of a sheet is shown, also for the next visit.
    pub fn set_by_step(self, on: bool) {
        browser::remember(&self.vault(), "steps", if on { "1" } else { "0" });
        self.data.by_step().set(on);
    }

    /// Whether everything typed is in the store.
    pub fn saving(self) -> Saving {
        self.data.saving().get()
    }

    /// Id of the open survey.
    pub fn open_id(self) -> Option<SurveyId> {
        self.with_head(|head| head.id.clone())
    }

    /// Looks at the open survey's head, if one is open.
    pub fn with_head<T>(self, look: impl FnOnce(&SurveyHead) -> T) -> Option<T> {
        self.data.head().with(|head| head.as_ref().map(look))
    }

    /// A copy of the open survey's questionnaire.
    pub fn questionnaire(self) -> Questionnaire {
        self.with_head(|h| h.questionnaire.clone())
            .unwrap_or_default()
    }

    /// A copy of the open survey's indicator.
    pub fn indicator(self) -> Option<Indicator> {
        self.with_head(|h| h.indicator.clone()).flatten()
    }

    /// Looks at one sheet; wakes only for changes of that sheet, or of the list
    /// of sheets as a whole.
    pub fn with_sheet<T>(self, partner: &PartnerId, look: impl FnOnce(&Sheet) -> T) -> Option<T> {
        let index = self.position(partner)?;
        self.data.sheets().at_unkeyed(index).track();
        let sheets = self.data.sheets().read_untracked();
        sheets
            .get(index)
            .filter(|s| s.partner == *partner)
            .map(look)
    }

    /// Looks at the bodies of the open survey that a selection takes; wakes for
    /// any change.
    pub fn with_population<T>(
        self,
        selection: &Selection,
        look: impl FnOnce(&SurveyHead, &Population) -> T,
    ) -> Option<T> {
        self.complete();
        let sheets = self.data.sheets().read();
        self.with_head(|head| {
            let known = self.columns(head, &sheets);
            let sheet = |at: usize| sheets.get(at);
            look(head, &Population::of(head, &sheet, known, selection))
        })
    }

    /// What is known of the open survey whoever is looked at. It is worked out at
    /// most once between two changes: a page asks for it many times.
    fn columns(self, head: &SurveyHead, sheets: &[Sheet]) -> Arc<Columns> {
        let _ = self.changed.get_untracked();
        if let Some(known) = self.env.with_value(|env| env.columns.clone()) {
            return known;
        }
        let sheets: Vec<&Sheet> = sheets.iter().collect();
        let known = Arc::new(Columns::new(head, &sheets));
        let kept = Arc::clone(&known);
        self.env.update_value(|env| env.columns = Some(kept));
        known
    }

    /// The open survey as a whole.
    pub fn survey(self) -> Option<Survey> {
        self.complete();
        let sheets = self.data.sheets().get();
        let extra = self.data.extra().get();
        let head = self.data.head().get()?;
        Some(Survey {
            head,
            sheets,
            extra,
        })
    }

    /// Where a partner stands in the list; not reactive.
    fn position(self, partner: &PartnerId) -> Option<usize> {
        let head = self.data.head().read_untracked();
        let partners = &head.as_ref()?.partners;
        // Nearly always the partner that was asked for last, or the next one:
        // a keystroke does not search a list of thousands.
        let last = self.env.with_value(|env| env.last_place.get());
        let here = |place: &usize| partners.get(*place).is_some_and(|p| p.id == *partner);
        let place = [last, last + 1].into_iter().find(here);
        let place = place.or_else(|| partners.iter().position(|p| p.id == *partner))?;
        self.env.with_value(|env| env.last_place.set(place));
        Some(place)
    }

    fn vault(self) -> Rc<Vault> {
        self.env.with_value(|env| env.vault.clone())
    }

    fn journal_here(self) -> Option<Rc<dyn Journal>> {
        self.env.with_value(|env| env.journal.clone())
    }

    /// What an edit made now is signed with.
    fn stamp(self) -> Stamp {
        Stamp {
            at: browser::now(),
            by: self.env.with_value(|env| env.browser.clone()),
        }
    }
}
