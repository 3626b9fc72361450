//! Ends what an earlier visit committed, and clears away what it did not.

use super::due::{Due, Together};
use super::{StoreError, Vault, Write};
use crate::storage::key::{self, Key};
use crate::storage::record::{self, Stamp64};

impl Vault {
    /// Finds changes that an earlier visit committed, and removes what it
    /// staged without a commit.
    pub(super) fn recover(&self) -> Result<(), StoreError> {
        let keys = self.store.keys()?;
        let mut committed: Vec<(u64, Vec<Write>)> = Vec::new();
        let mut void: Vec<&str> = Vec::new();
        for name in &keys {
            let Some((number, None)) = key::transaction(name) else {
                continue;
            };
            let commit = self.store.read(name)?.unwrap_or_default();
            match record::open(&commit) {
                // A commit is stamped with its number; nothing else passes for one.
                Ok(record) if record.stamp.milliseconds() == number => {
                    let removed = record.text.lines().filter(|key| is_record(key));
                    let removed = removed.map(|key| Write {
                        key: key.into(),
                        text: None,
                        stamp: Stamp64::new(number),
                    });
                    committed.push((number, removed.collect()));
                    // A number that is in use is not used again.
                    self.last.set(self.last.get().max(number));
                }
                _ => void.push(name),
            }
        }
        for name in &keys {
            let Some((number, Some(target))) = key::transaction(name) else {
                continue;
            };
            let change = committed.iter_mut().find(|(n, _)| *n == number);
            match change.filter(|_| is_record(target)) {
                None => void.push(name),
                Some((_, writes)) => {
                    let text = self.store.read(name)?.unwrap_or_default();
                    let stamp = record::stamp_of(&text).unwrap_or_default();
                    writes.push(Write {
                        key: target.into(),
                        text: Some(text),
                        stamp,
                    });
                }
            }
        }
        crate::model::sort_by_key(&mut committed, |(number, _)| *number);
        for (number, writes) in committed {
            let together = Together::Committed(number);
            self.due.borrow_mut().push(Due { writes, together });
        }
        if self.refuse_if_older().is_ok() {
            for name in void {
                // It means nothing; the next page tries again.
                let _ = self.store.remove(name);
            }
        }
        Ok(())
    }
}

/// Whether a change may write this key: it is of a record of the app.
fn is_record(key: &str) -> bool {
    Key::parse(key).is_some()
}
