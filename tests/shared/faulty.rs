//! A store and a journal that fail in every way that browsers do, when a test
//! says so. Both are handles: a clone is the same store as another tab sees it.

use rilievo::storage::{Entry, Journal, JournalError, MemoryJournal, Promise, Store, StoreError};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

/// What a store was asked to do: a text to write under a key, or none to
/// remove it.
type Done = (String, Option<String>);

/// What becomes of a text on its way into the store.
#[derive(Clone, Copy, Debug)]
pub enum Bend {
    /// Its second half is missing.
    Truncated,
    /// One character in its middle is another.
    Flipped,
}

/// How much a store was asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub reads: usize,
    pub writes: usize,
    pub removes: usize,
    pub lists: usize,
    /// UTF-16 units of keys and texts that were written.
    pub units: usize,
}

#[derive(Clone, Debug, Default)]
struct Inside {
    /// What is on the disk.
    disk: BTreeMap<String, String>,
    /// What the page sees.
    seen: BTreeMap<String, String>,
    /// What was done since the disk had everything.
    done: Vec<Done>,
    room: Option<usize>,
    refuses: Option<StoreError>,
    /// Writes and removals until one is refused.
    fails_in: Option<(usize, StoreError)>,
    bends: Option<Bend>,
    is_away: bool,
    count: Count,
}

/// A store in memory that does to a page what browsers do.
#[derive(Clone, Debug, Default)]
pub struct Faulty(Rc<RefCell<Inside>>);

impl Faulty {
    /// The same store as this tab sees it, for a vault.
    pub fn tab(&self) -> Box<dyn Store> {
        Box::new(self.clone())
    }

    /// Another store that is now as this one is.
    pub fn copy(&self) -> Self {
        Self(Rc::new(RefCell::new(self.0.borrow().clone())))
    }

    /// The nth write or removal from now on (1 is the next) fails, and only that.
    pub fn fail_at(&self, nth: usize, error: StoreError) {
        self.0.borrow_mut().fails_in = Some((nth, error));
    }

    /// Whether the failure asked for is still to come.
    pub fn is_to_fail(&self) -> bool {
        self.0.borrow().fails_in.is_some()
    }

    /// Every write fails, while `error` is some; removing works.
    pub fn refuse(&self, error: Option<StoreError>) {
        self.0.borrow_mut().refuses = error;
    }

    /// The next write does this to its text, and says that all is well.
    pub fn bend_next(&self, bend: Bend) {
        self.0.borrow_mut().bends = Some(bend);
    }

    /// Leaves room for so many units beside what is there, or as much as one
    /// likes.
    pub fn leave_room(&self, units: Option<usize>) {
        let used = self.used();
        self.0.borrow_mut().room = units.map(|units| used + units);
    }

    /// UTF-16 units that are used.
    pub fn used(&self) -> usize {
        used(&self.0.borrow().seen)
    }

    /// Nobody gets at it any more, or everybody again.
    pub fn go_away(&self, is_away: bool) {
        self.0.borrow_mut().is_away = is_away;
    }

    /// Everything in it is gone, on the disk too.
    pub fn evict(&self) {
        let mut inside = self.0.borrow_mut();
        inside.disk.clear();
        inside.seen.clear();
        inside.done.clear();
    }

    /// The browser carries everything to the disk.
    pub fn flush(&self) {
        let mut inside = self.0.borrow_mut();
        inside.disk = inside.seen.clone();
        inside.done.clear();
    }

    /// How many writes and removals are not on the disk yet.
    pub fn not_on_disk(&self) -> usize {
        self.0.borrow().done.len()
    }

    /// The browser dies; of what was not on the disk, the first `keep` writes
    /// are there.
    pub fn crash(&self, keep: usize) {
        let mut inside = self.0.borrow_mut();
        let mut disk = std::mem::take(&mut inside.disk);
        for (key, text) in inside.done.drain(..).take(keep) {
            match text {
                Some(text) => disk.insert(key, text),
                None => disk.remove(&key),
            };
        }
        inside.seen = disk.clone();
        inside.disk = disk;
    }

    /// How many keys hold this part.
    pub fn keys_with(&self, part: &str) -> usize {
        let inside = self.0.borrow();
        inside.seen.keys().filter(|key| key.contains(part)).count()
    }

    /// What was asked for since the last time.
    pub fn take_count(&self) -> Count {
        std::mem::take(&mut self.0.borrow_mut().count)
    }

    /// Keys that were written or, with a `-` before, removed since all was on
    /// the disk.
    pub fn log(&self) -> Vec<String> {
        let inside = self.0.borrow();
        let done = inside.done.iter().map(|(key, text)| match text {
            Some(_) => key.clone(),
            None => format!("-{key}"),
        });
        done.collect()
    }

    fn change(&self, key: &str, text: Option<&str>) -> Result<(), StoreError> {
        let mut inside = self.0.borrow_mut();
        inside.reach()?;
        inside.fail_if_due()?;
        let Some(text) = text else {
            inside.count.removes += 1;
            if inside.seen.remove(key).is_some() {
                inside.done.push((key.into(), None));
            }
            return Ok(());
        };
        inside.count.writes += 1;
        inside.count.units += units(key) + units(text);
        if let Some(error) = &inside.refuses {
            return Err(error.clone());
        }
        let text = match inside.bends.take() {
            None => text.to_owned(),
            Some(bend) => bent(text, bend),
        };
        if let Some(room) = inside.room {
            let before = inside.seen.get(key);
            let before = before.map_or(0, |text| units(key) + units(text));
            let after = used(&inside.seen) - before + units(key) + units(&text);
            // As in a browser, what grows has to fit; what shrinks may.
            if after > room && units(key) + units(&text) > before {
                return Err(StoreError::Full);
            }
        }
        inside.seen.insert(key.into(), text.clone());
        inside.done.push((key.into(), Some(text)));
        Ok(())
    }
}

impl Inside {
    fn reach(&self) -> Result<(), StoreError> {
        if self.is_away {
            return Err(StoreError::Failed("it is gone".into()));
        }
        Ok(())
    }

    fn fail_if_due(&mut self) -> Result<(), StoreError> {
        if let Some((left, error)) = &mut self.fails_in {
            *left -= 1;
            if *left == 0 {
                let error = error.clone();
                self.fails_in = None;
                return Err(error);
            }
        }
        Ok(())
    }
}

impl Store for Faulty {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        let mut inside = self.0.borrow_mut();
        inside.reach()?;
        inside.count.reads += 1;
        Ok(inside.seen.get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.change(key, Some(text))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.change(key, None)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let mut inside = self.0.borrow_mut();
        inside.reach()?;
        inside.count.lists += 1;
        Ok(inside.seen.keys().cloned().collect())
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn used(texts: &BTreeMap<String, String>) -> usize {
    texts
        .iter()
        .map(|(key, text)| units(key) + units(text))
        .sum()
}

/// A text that came to harm.
pub fn bent(text: &str, bend: Bend) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    let middle = letters.len() / 2;
    match bend {
        Bend::Truncated => letters.truncate(middle),
        Bend::Flipped => {
            if let Some(letter) = letters.get_mut(middle) {
                *letter = if *letter == '\u{5001}' {
                    '\u{5002}'
                } else {
                    '\u{5001}'
                };
            }
        }
    }
    letters.into_iter().collect()
}

type UnderWay = (Vec<Entry>, Rc<Cell<bool>>);

#[derive(Default)]
struct Book {
    kept: MemoryJournal,
    refuses: Cell<bool>,
    is_slow: Cell<bool>,
    /// Commits that the disk has not confirmed, each with its signal.
    under_way: RefCell<Vec<UnderWay>>,
}

/// A journal that refuses, that takes its time, and that loses what was under
/// way when the browser dies. What it confirmed it never loses.
#[derive(Clone, Default)]
pub struct FaultyJournal(Rc<Book>);

impl FaultyJournal {
    /// Whether it refuses every commit.
    pub fn refuse(&self, refuses: bool) {
        self.0.refuses.set(refuses);
    }

    /// Commits stay under way until [`FaultyJournal::finish`].
    pub fn be_slow(&self, is_slow: bool) {
        self.0.is_slow.set(is_slow);
    }

    /// What is under way reaches the disk.
    pub fn finish(&self) {
        for (entries, done) in self.0.under_way.take() {
            now(self.0.kept.commit(entries)).unwrap().unwrap();
            done.set(true);
        }
    }

    /// The browser dies: what is under way never was.
    pub fn kill(&self) {
        self.0.under_way.take();
    }

    /// What it would give to a page that starts now.
    pub fn all(&self) -> Vec<Entry> {
        now(self.entries()).unwrap().unwrap()
    }
}

impl Journal for FaultyJournal {
    fn commit(&self, entries: Vec<Entry>) -> Promise<()> {
        if self.0.refuses.get() {
            let refused = JournalError("it refuses".into());
            return Box::pin(std::future::ready(Err(refused)));
        }
        if !self.0.is_slow.get() {
            return self.0.kept.commit(entries);
        }
        let done = Rc::new(Cell::new(false));
        self.0.under_way.borrow_mut().push((entries, done.clone()));
        Box::pin(poll_fn(move |_| {
            if done.get() {
                Poll::Ready(Ok(()))
            } else {
                Poll::Pending
            }
        }))
    }

    fn entries(&self) -> Promise<Vec<Entry>> {
        self.0.kept.entries()
    }

    fn prune(&self, known: Vec<(String, u64)>) -> Promise<()> {
        self.0.kept.prune(known)
    }

    fn clear(&self) -> Promise<()> {
        self.0.under_way.take();
        self.0.kept.clear()
    }
}

/// What a promise has come to; `None` while it is still open.
pub fn now<T>(mut promise: Promise<T>) -> Option<Result<T, JournalError>> {
    look(&mut promise)
}

/// The same, for a promise that is looked at again later.
pub fn look<T>(promise: &mut Promise<T>) -> Option<Result<T, JournalError>> {
    let mut context = Context::from_waker(Waker::noop());
    match promise.as_mut().poll(&mut context) {
        Poll::Ready(result) => Some(result),
        Poll::Pending => None,
    }
}
