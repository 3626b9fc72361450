//! Two tabs over one store and one journal, and the model beside them.

use super::Step;
use super::page::{Page, Shown};
use super::track::{Fields, Track};
use crate::faulty::{Faulty, FaultyJournal, now};
use crate::library_life::{NOW, copy_of, partner, write_into};
use crate::vaults::{small, survey_id};
use rilievo::model::{Partner, Sheet, Survey};
use rilievo::storage::history::{self, Past};
use rilievo::storage::library::{self, Kept};
use rilievo::storage::snapshots::{self, Why};
use rilievo::storage::{Entry, Journal, StoreError, Write, record, trash};
use std::collections::BTreeMap;

const SURVEYS: [&str; 2] = ["a", "b"];
const PARTNERS: [&str; 3] = ["p0", "p1", "p2"];
const QUESTIONS: [&str; 2] = ["q1", "q2"];

pub struct World {
    store: Faulty,
    journal: Option<FaultyJournal>,
    pages: Vec<Page>,
    tracks: BTreeMap<&'static str, Track>,
    /// The survey that others are made from.
    pattern: Survey,
    clock: u64,
    /// Makes every text another one.
    count: u32,
}

impl World {
    pub fn new(has_journal: bool, pattern: &Survey) -> Self {
        let store = Faulty::default();
        let mut world = Self {
            pages: Vec::new(),
            journal: has_journal.then(FaultyJournal::default),
            tracks: BTreeMap::new(),
            pattern: pattern.clone(),
            clock: NOW,
            count: 0,
            store,
        };
        for id in SURVEYS {
            world.tracks.insert(id, Track::certain(Fields::new()));
        }
        world.open_pages();
        world
    }

    pub fn take(&mut self, step: &Step) {
        self.clock += 7;
        self.count += 1;
        match *step {
            Step::Edit(tab, s, p, q, noted) => self.edit(tab % 2, SURVEYS[s % 2], p, q, noted),
            Step::Title(tab, s) => self.title(tab % 2, SURVEYS[s % 2]),
            Step::AddPartner(tab, s, p) => self.add_partner(tab % 2, SURVEYS[s % 2], p),
            Step::RemovePartner(tab, s, p) => self.remove_partner(tab % 2, SURVEYS[s % 2], p),
            Step::Import(tab, s, partners) => {
                let survey = self.imported(SURVEYS[s % 2], partners);
                self.put_in_place(tab % 2, SURVEYS[s % 2], &survey);
            }
            Step::Snapshot(tab, s) => self.snapshot(tab % 2, SURVEYS[s % 2]),
            Step::Restore(tab, s, n) => self.restore(tab % 2, SURVEYS[s % 2], n),
            Step::Trash(tab, s, is_in) => self.trash(tab % 2, SURVEYS[s % 2], is_in),
            Step::Purge(tab, s) => self.purge(tab % 2, SURVEYS[s % 2]),
            Step::Commit(tab) => self.commit(tab % 2),
            Step::Settle(tab) => {
                let _ = self.pages[tab % 2].vault.settle();
            }
            Step::Wait => {
                self.flush();
                self.clock += rilievo::storage::ON_DISK + 60_000;
            }
            Step::Refuse(refuses) => {
                let error = StoreError::Failed("it refuses".into());
                self.store.refuse(refuses.then_some(error));
            }
            Step::FailAt(nth) => {
                let error = StoreError::Failed("once".into());
                self.store.fail_at(nth, error);
            }
            Step::Room(units) => self.store.leave_room(units),
            Step::JournalRefuses(refuses) => {
                if let Some(journal) = &self.journal {
                    journal.refuse(refuses);
                }
            }
            Step::Reload => self.reopen(None),
            Step::Crash(keep, is_clock_back) => {
                let keep = keep.index(self.store.not_on_disk() + 1);
                if is_clock_back {
                    self.clock -= 60 * 60 * 1000;
                }
                self.reopen(Some(keep));
            }
        }
    }

    fn edit(&mut self, tab: usize, id: &'static str, p: usize, q: usize, noted: bool) {
        let text = format!("v{}", self.count);
        let page = &mut self.pages[tab];
        let Some(shown) = page.shown.get_mut(id) else {
            return;
        };
        let Some(at) = shown.at(PARTNERS[p % 3]) else {
            return;
        };
        let before = shown.survey.sheets[at].clone();
        write_into(&mut shown.survey.sheets[at], QUESTIONS[q % 2], &text);
        let mut writes = vec![body(page, id, at, self.clock)];
        if let Some((question, answer)) = before.answers.into_iter().next()
            && noted
        {
            let past = Past::new(question.as_str(), false, answer);
            let (id, partner) = (survey_id(id), partner(PARTNERS[p % 3]));
            let note = history::note(&page.vault, &id, &partner, &[past], self.clock);
            writes.extend(note.unwrap());
        }
        self.keep(tab, id, writes);
    }

    fn title(&mut self, tab: usize, id: &'static str) {
        let page = &mut self.pages[tab];
        let Some(shown) = page.shown.get_mut(id) else {
            return;
        };
        shown.survey.head.title = format!("t{}", self.count);
        let survey = &shown.survey;
        let write = library::head(&page.vault, &survey.head, &survey.extra, self.clock);
        self.keep(tab, id, vec![write.unwrap()]);
    }

    fn add_partner(&mut self, tab: usize, id: &'static str, p: usize) {
        let page = &mut self.pages[tab];
        let new = self.pattern.head.partners[p % 3].clone();
        let Some(shown) = page.shown.get_mut(id) else {
            return;
        };
        if shown.at(new.id.as_str()).is_some() {
            return;
        }
        let place = shown.kept.last().map_or(0, |kept| kept.place) + library::STEP;
        shown.kept.push(Kept { place, stamp: 0 });
        shown.survey.sheets.push(Sheet::expected(new.id.clone()));
        shown.survey.head.partners.push(new);
        let at = shown.kept.len() - 1;
        let write = body(page, id, at, self.clock);
        self.keep(tab, id, vec![write]);
    }

    fn remove_partner(&mut self, tab: usize, id: &'static str, p: usize) {
        let page = &mut self.pages[tab];
        let Some(shown) = page.shown.get_mut(id) else {
            return;
        };
        let Some(at) = shown.at(PARTNERS[p % 3]) else {
            return;
        };
        shown.take_out(at);
        let key = library::body_key(&survey_id(id), &partner(PARTNERS[p % 3]));
        let write = page.vault.removal(&key, self.clock).unwrap();
        self.keep(tab, id, vec![write]);
    }

    fn trash(&mut self, tab: usize, id: &'static str, is_in: bool) {
        let page = &mut self.pages[tab];
        let Some(shown) = page.shown.get_mut(id) else {
            return;
        };
        shown.is_trashed = is_in;
        let id_ = survey_id(id);
        let write = if is_in {
            trash::put_in(&page.vault, &id_, self.clock)
        } else {
            trash::take_out(&page.vault, &id_, self.clock)
        };
        self.keep(tab, id, vec![write.unwrap()]);
    }

    /// Keeps what must not be refused; what the store refuses is due.
    fn keep(&mut self, tab: usize, id: &'static str, writes: Vec<Write>) {
        let _ = self.pages[tab].vault.keep(writes.clone());
        self.made(tab, id, &writes, false);
    }

    fn imported(&self, id: &str, partners: u8) -> Survey {
        let mut survey = copy_of(&self.pattern, id, "2026-01-01");
        survey.head.title = format!("t{}", self.count);
        let is_in = |p: &Partner| {
            let at = PARTNERS.iter().position(|id| *id == p.id.as_str());
            partners & (1 << at.unwrap()) != 0
        };
        survey.head.partners.retain(is_in);
        let here = survey.head.partners.iter().map(|p| p.id.clone());
        survey.sheets = here.map(Sheet::expected).collect();
        for sheet in &mut survey.sheets {
            write_into(sheet, "q1", &format!("v{}", self.count));
        }
        survey
    }

    /// A whole change. It does not know what another tab still owes, so that
    /// one has to be done first.
    fn put_in_place(&mut self, tab: usize, id: &'static str, survey: &Survey) {
        if self.pages[1 - tab].vault.owes() {
            return;
        }
        let page = &mut self.pages[tab];
        let result = if page.shown.contains_key(id) {
            library::replace(&page.vault, survey, self.clock)
        } else {
            library::add(&page.vault, survey, self.clock)
        };
        match result {
            Ok(writes) => {
                page.show(id, self.clock);
                self.made(tab, id, &writes, true);
            }
            Err(_) => self.reads_what_it_shows(tab, id),
        }
    }

    fn snapshot(&mut self, tab: usize, id: &'static str) {
        let page = &self.pages[tab];
        if let Some(shown) = page.shown.get(id) {
            let _ = snapshots::take(&page.vault, &shown.survey, Why::Daily, self.clock);
        }
    }

    fn restore(&mut self, tab: usize, id: &'static str, n: usize) {
        let vault = &self.pages[tab].vault;
        let list = snapshots::list(vault, &survey_id(id)).unwrap();
        let Some(snapshot) = list.get(n % list.len().max(1)) else {
            return;
        };
        let survey = snapshots::read(vault, snapshot).unwrap();
        let survey = survey.expect("no snapshot was damaged");
        self.put_in_place(tab, id, &survey);
    }

    /// The journal is told first; where it refuses, nothing is deleted.
    fn purge(&mut self, tab: usize, id: &'static str) {
        if self.pages[1 - tab].vault.owes() {
            return;
        }
        if let Some(journal) = &self.journal
            && now(journal.commit(Vec::new())).unwrap().is_err()
        {
            return;
        }
        let vault = &self.pages[tab].vault;
        let writes = library::removals(vault, &survey_id(id), self.clock).unwrap();
        self.pages[tab].shown.remove(id);
        self.noted(tab, id, &writes, true);
        for entry in &mut self.pages[tab].pending {
            if writes.iter().any(|write| write.key == entry.key) {
                // The store has not been asked yet.
                entry.written = u64::MAX;
            }
        }
        self.commit(tab);
        let page = &self.pages[tab];
        let _ = page.vault.keep_in_order(writes);
        self.reads_what_it_shows(tab, id);
    }

    /// A tab has changed a survey: it reads what it shows, the other tab hears
    /// of it, and the model notes it.
    fn made(&mut self, tab: usize, id: &'static str, writes: &[Write], is_whole: bool) {
        self.reads_what_it_shows(tab, id);
        self.noted(tab, id, writes, is_whole);
    }

    fn noted(&mut self, tab: usize, id: &'static str, writes: &[Write], is_whole: bool) {
        for write in writes {
            self.pages[1 - tab].hear(id, write);
        }
        if is_whole && let Some(shown) = self.pages[tab].shown.get(id).cloned() {
            self.pages[1 - tab].shown.insert(id, shown);
        }
        let page = &mut self.pages[tab];
        let fields = page.shown.get(id).map(Shown::fields).unwrap_or_default();
        let other = self.pages[1 - tab].shown.get(id);
        let other = other.map(Shown::fields).unwrap_or_default();
        assert_eq!(other, fields, "both tabs show the same");
        let track = self.tracks.get_mut(id).unwrap();
        let made = track.make(fields, is_whole);
        let page = &mut self.pages[tab];
        page.unsaid.push((id, made));
        page.pending.extend(writes.iter().map(|write| Entry {
            key: write.key.clone(),
            text: write.text.clone(),
            stamp: write.stamp.milliseconds(),
            written: self.clock,
        }));
    }

    /// What a tab shows is what it reads, refused or not; only what another
    /// tab owes is not to be read here.
    fn reads_what_it_shows(&self, tab: usize, id: &'static str) {
        if self.pages[1 - tab].vault.owes() {
            return;
        }
        let page = &self.pages[tab];
        let read = page.load(id, self.clock).map(|read| read.fields());
        let shown = page.shown.get(id).map(Shown::fields);
        assert_eq!(read, shown, "read and shown in tab {tab}");
    }

    fn commit(&mut self, tab: usize) {
        let Some(journal) = &self.journal else {
            return;
        };
        let page = &mut self.pages[tab];
        let mut entries = page.heard.clone();
        for entry in &page.pending {
            let is_due = entry.written == u64::MAX || page.vault.owes_key(&entry.key);
            let written = if is_due { u64::MAX } else { self.clock };
            entries.push(Entry {
                written,
                ..entry.clone()
            });
        }
        if now(journal.commit(entries)).unwrap().is_err() {
            return;
        }
        page.pending.clear();
        page.heard.clear();
        for (id, made) in page.unsaid.drain(..) {
            self.tracks.get_mut(id).unwrap().promise(&made);
        }
    }

    /// The browser brings everything to the disk; without a journal, what no
    /// tab owes is safe from here on.
    fn flush(&mut self) {
        self.store.flush();
        if self.journal.is_some() || self.pages.iter().any(|page| page.vault.owes()) {
            return;
        }
        for page in &mut self.pages {
            for (id, made) in std::mem::take(&mut page.unsaid) {
                self.tracks.get_mut(id).unwrap().promise(&made);
            }
        }
    }

    fn open_pages(&mut self) {
        let mut pages: Vec<_> = (0..2).map(|_| Page::open(&self.store)).collect();
        for page in &mut pages {
            let journal = self.journal.as_ref();
            let entries = journal.map(FaultyJournal::all).unwrap_or_default();
            let replayed = page.vault.replay(entries, self.clock).unwrap();
            if let Some(journal) = journal {
                // First what has to stay, then what may go.
                if now(journal.commit(replayed.redone.clone()))
                    .unwrap()
                    .is_ok()
                {
                    now(journal.prune(replayed.found)).unwrap().unwrap();
                } else {
                    // Before anything that builds on it.
                    page.pending = replayed.redone;
                }
            }
        }
        for page in &mut pages {
            for id in SURVEYS {
                page.show(id, self.clock);
            }
        }
        self.pages = pages;
    }

    /// All tabs close, or the browser dies with the first `keep` of the writes
    /// on the disk; and the app is opened again.
    pub fn reopen(&mut self, keep: Option<usize>) {
        self.pages.clear();
        if let Some(keep) = keep {
            self.store.crash(keep);
        }
        self.open_pages();
        for id in SURVEYS {
            let shown = self.pages[0].shown.get(id).map(Shown::fields);
            let found = shown.unwrap_or_default();
            let other = self.pages[1].shown.get(id).map(Shown::fields);
            assert_eq!(found, other.unwrap_or_default(), "both tabs open the same");
            let track = self.tracks.get_mut(id).unwrap();
            assert!(
                track.allows(&found),
                "{id} is found as {found:?}\n{}",
                track.tell()
            );
            if keep.is_some() {
                *track = Track::certain(found);
            } else if *track.latest() != found {
                track.make(found, true);
            }
        }
        self.nothing_was_set_aside();
    }

    /// But the remains of a survey that was interrupted, which are sound.
    fn nothing_was_set_aside(&self) {
        let vault = &self.pages[0].vault;
        for key in library::contents(vault, self.clock).unwrap().aside {
            let text = vault.read(&key.to_string()).unwrap().unwrap();
            assert!(record::open(&text).is_ok(), "{key} was set aside");
        }
    }
}

/// The write of the sheet at `at` as a tab shows it.
fn body(page: &mut Page, id: &'static str, at: usize, now: u64) -> Write {
    let shown = page.shown.get_mut(id).unwrap();
    let (partner, sheet) = (&shown.survey.head.partners[at], &shown.survey.sheets[at]);
    let kept = shown.kept[at];
    let write = library::body(&page.vault, &survey_id(id), partner, sheet, kept, now).unwrap();
    shown.kept[at].stamp = write.stamp.milliseconds();
    write
}

/// The survey that the model's are made from.
pub fn pattern() -> Survey {
    small(3)
}
