//! Autosave: an edit is in the journal and in the store half a second after
//! the last keystroke, and in the store at once when the page is left.
//!
//! Changes wait in a queue, in the order of their making. The pump takes them
//! to the journal, waits until they are on the disk, and then to the
//! store. Only when the queue is empty and the store has taken everything does
//! the page say "saved".

use super::unsaved::{Unsaved, Writes};
use super::{About, App, AppDataStoreFields, browser};
use crate::storage::{Entry, JournalError, StoreError};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Pause after the last edit before it is written.
const PAUSE: Duration = Duration::from_millis(400);
/// Pause before a refused write is tried again.
const RETRY: Duration = Duration::from_secs(5);

/// Whether everything typed is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Saving {
    /// On the disk, and in the store.
    #[default]
    Saved,
    /// An edit is on its way.
    Pending,
    /// The store refused; the edit is in memory and in the journal, and will
    /// be tried again.
    Failed(StoreError),
}

/// Writes on their way.
#[derive(Debug)]
pub(super) struct Batch {
    writes: Writes,
    /// They change together, or not at all.
    whole: bool,
    /// The vault has them already.
    written: bool,
}

impl App {
    /// Writes in half a second what waits to be written.
    pub(super) fn save_soon(self) {
        let now = browser::milliseconds();
        self.env.update_value(|env| env.typed = now);
        self.prepare_to_keep();
        self.show_saving();
        self.cancel_timer();
        self.start_timer(PAUSE);
    }

    /// Brings what waits to be written on its way.
    pub(super) fn save(self) {
        self.cancel_timer();
        self.queue_unsaved();
        self.pump();
    }

    /// Hands what waits to be written to the store at once, and to the journal
    /// as soon as it can be.
    pub fn flush(self) {
        self.save();
        self.write_queue(usize::MAX);
        self.show_saving();
    }

    /// Hands over writes that the store has taken already: the journal has to
    /// know of them.
    pub(super) fn journal(self, writes: Writes) {
        self.queue(writes, false, true);
        self.pump();
    }

    /// Hands over writes that are neither in the store nor in the journal.
    pub(super) fn hand_over(self, writes: Writes) {
        self.queue(writes, false, false);
        self.pump();
    }

    /// Whether something is not yet where it belongs.
    pub fn has_unsaved(self) -> bool {
        self.env
            .with_value(|env| !env.unsaved.is_empty() || !env.queue.is_empty() || env.vault.owes())
    }

    /// Forgets what waits to be written.
    pub(super) fn forget_unsaved(self) {
        self.env.update_value(|env| {
            env.unsaved = Unsaved::default();
            env.queue.clear();
        });
    }

    fn queue_unsaved(self) {
        let whole = self.env.with_value(|env| env.unsaved.whole);
        match self.seal_unsaved() {
            Ok(all) => {
                for writes in all {
                    self.queue(writes, whole, false);
                }
            }
            Err(error) => self.refused(error),
        }
    }

    fn queue(self, writes: Writes, whole: bool, written: bool) {
        if writes.is_empty() {
            return;
        }
        self.env.update_value(|env| {
            env.queue.push(Batch {
                writes,
                whole,
                written,
            });
        });
    }

    /// Takes the queue to the journal, and then to the store.
    fn pump(self) {
        let start = self.env.try_update_value(|env| {
            let start = !env.pumping && !env.queue.is_empty();
            env.pumping |= start;
            start
        });
        if start != Some(true) {
            self.show_saving();
            return;
        }
        spawn_local(async move {
            loop {
                let (waiting, promise) = self.env.with_value(|env| {
                    let writes = env.queue.iter().flat_map(|batch| &batch.writes);
                    let entries: Vec<_> = writes.map(Entry::of).collect();
                    let promise = env.journal.as_ref().map(|journal| journal.commit(entries));
                    (env.queue.len(), promise)
                });
                if waiting == 0 {
                    break;
                }
                if let Some(promise) = promise
                    && let Err(error) = promise.await
                {
                    self.without_journal(&error);
                }
                self.write_queue(waiting);
                self.env.update_value(|env| {
                    env.queue.drain(..waiting.min(env.queue.len()));
                });
            }
            self.env.update_value(|env| env.pumping = false);
            self.show_saving();
        });
    }

    /// Writes the first so many of the queue to the store.
    fn write_queue(self, first: usize) {
        let vault = self.vault();
        let mut written = Vec::new();
        self.env.update_value(|env| {
            for batch in env.queue.iter_mut().take(first) {
                if !std::mem::replace(&mut batch.written, true) {
                    written.push((batch.writes.clone(), batch.whole));
                }
            }
        });
        for (writes, whole) in written {
            let keys = writes.iter().map(|w| (w.key.clone(), w.stamp));
            let keys: Vec<_> = keys.collect();
            let result = if whole {
                vault.keep(writes)
            } else {
                vault.keep_in_order(writes)
            };
            if let Err(error) = result {
                self.refused(error);
            }
            for (key, stamp) in keys {
                // Another page was there first: its record is newer than ours.
                if vault.stamp_of(&key).ok().flatten() > Some(stamp) {
                    self.pull(&key);
                }
            }
        }
    }

    fn refused(self, error: StoreError) {
        self.env.update_value(|env| env.refusal = Some(error));
    }

    /// Tries again to bring to the store what it refused.
    pub(super) fn settle(self) {
        match self.vault().settle() {
            Ok(()) => self.env.update_value(|env| env.refusal = None),
            Err(error) => self.refused(error),
        }
        self.show_saving();
    }

    /// Shows how the saving stands.
    pub(super) fn show_saving(self) {
        let saving = self.env.try_update_value(|env| {
            let refused = env.vault.owes();
            let waits = !env.unsaved.is_empty() || !env.queue.is_empty();
            match &env.refusal {
                Some(error) if refused || waits => Saving::Failed(error.clone()),
                _ if waits => Saving::Pending,
                _ if refused => Saving::Failed(StoreError::Full),
                _ => {
                    env.refusal = None;
                    Saving::Saved
                }
            }
        });
        let saving = saving.unwrap_or_default();
        if matches!(saving, Saving::Failed(_)) && !self.env.with_value(|env| env.timer.is_some()) {
            self.start_timer(RETRY);
        }
        if *self.data.saving().read_untracked() != saving {
            self.data.saving().set(saving);
        }
    }

    /// The journal failed: the rest of the visit goes without it.
    fn without_journal(self, error: &JournalError) {
        leptos::logging::warn!("{}", error.0);
        let had = self
            .env
            .try_update_value(|env| env.journal.take().is_some());
        if had == Some(true) {
            self.notify(About::NoJournal);
        }
    }

    fn start_timer(self, pause: Duration) {
        let later = move || {
            self.env.update_value(|env| env.timer = None);
            self.settle();
            self.save();
        };
        match set_timeout_with_handle(later, pause) {
            Ok(handle) => self.env.update_value(|env| env.timer = Some(handle)),
            // Without a timer there is no later: write now.
            Err(_) if pause == PAUSE => self.flush(),
            Err(_) => {}
        }
    }

    fn cancel_timer(self) {
        if let Some(handle) = self.env.try_update_value(|env| env.timer.take()).flatten() {
            handle.clear();
        }
    }

    /// A page that is hidden or left may never run again.
    pub(super) fn flush_when_leaving(self) {
        let flush = move || {
            if self.has_unsaved() {
                self.flush();
            }
        };
        let hidden = window_event_listener(ev::visibilitychange, move |_| flush());
        let left = window_event_listener(ev::pagehide, move |_| flush());
        // The browser asks before it throws away what the store would not take.
        let leaving = window_event_listener(ev::beforeunload, move |event| {
            flush();
            if self.vault().owes() {
                event.prevent_default();
            }
        });
        on_cleanup(move || {
            hidden.remove();
            left.remove();
            leaving.remove();
        });
    }

    /// Forgets journal entries that the store has certainly kept: it has had
    /// them for longer than a browser takes to write to the disk.
    pub(super) fn prune_from_time_to_time(self) {
        let prune = move || {
            spawn_local(async move {
                // Entries that could not be forgotten are there next time.
                let _ = self.prune().await;
            });
        };
        if let Ok(handle) = set_interval_with_handle(prune, PRUNE_EVERY) {
            on_cleanup(move || handle.clear());
        }
    }

    async fn prune(self) -> Result<(), JournalError> {
        let Some(journal) = self.journal_here() else {
            return Ok(());
        };
        let has = self.vault().has(&journal.entries().await?);
        // What it had the last time too, it has had for ten minutes.
        let had = self
            .env
            .try_update_value(|env| std::mem::replace(&mut env.had, has.clone()));
        let had = had.unwrap_or_default();
        let both = has.into_iter().filter(|entry| had.contains(entry));
        journal.prune(both.collect()).await
    }
}

/// How often the journal is pruned.
const PRUNE_EVERY: Duration = Duration::from_secs(10 * 60);
