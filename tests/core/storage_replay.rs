//! What the journal brings back into a store that has lost it, what may be
//! forgotten then, and in which order refused writes land.

use crate::faulty::{Bend, Faulty, FaultyJournal, bent, look, now};
use crate::library_life::{NOW, partner};
use crate::vaults::{edit, edited, found, reopened, small};
use rilievo::model::Survey;
use rilievo::storage::{
    Entry, Journal, JournalError, Opened, Store, StoreError, Vault, Write, library, record,
};

/// Long enough after a write for it to be on the disk.
const LATER: u64 = NOW + 60 * 60 * 1000;

fn entry(write: &Write) -> Entry {
    Entry {
        key: write.key.clone(),
        text: write.text.clone(),
        stamp: write.stamp.milliseconds(),
        written: NOW,
    }
}

fn keep(vault: &Vault, journal: &FaultyJournal, write: Write) {
    assert_eq!(now(journal.commit(vec![entry(&write)])), Some(Ok(())));
    let _ = vault.keep(vec![write]);
}

/// A store with one survey, for an hour on the disk.
fn store() -> (Faulty, Survey) {
    let store = Faulty::default();
    let survey = small(3);
    library::add(&reopened(&store), &survey, NOW - (LATER - NOW)).unwrap();
    store.flush();
    (store, survey)
}

fn stamp_at(vault: &Vault, write: &Write) -> Option<u64> {
    let stamp = vault.stamp_of(&write.key).unwrap();
    stamp.map(|stamp| stamp.milliseconds())
}

#[test]
fn what_the_store_lost_is_redone_and_then_found() {
    let (store, survey) = store();
    let journal = FaultyJournal::default();
    let vault = reopened(&store);
    let survey = edited(&survey, 1, "scritto");
    let write = edit(&vault, &survey, 1, NOW);
    keep(&vault, &journal, write.clone());
    store.crash(0);

    let vault = reopened(&store);
    let replayed = vault.replay(journal.all(), LATER).unwrap();
    let redone = Entry {
        written: LATER,
        ..entry(&write)
    };
    assert_eq!(replayed.redone, std::slice::from_ref(&redone));
    assert_eq!(replayed.found, []);
    assert_eq!(found(&vault)[0].1, survey);

    now(journal.commit(replayed.redone)).unwrap().unwrap();
    assert_eq!(journal.all(), [redone]);
    let much_later = 2 * LATER - NOW;
    let replayed = reopened(&store).replay(journal.all(), much_later);
    let replayed = replayed.unwrap();
    assert_eq!(replayed.redone, []);
    assert_eq!(
        replayed.found,
        [(write.key.clone(), write.stamp.milliseconds())]
    );
    now(journal.prune(replayed.found)).unwrap().unwrap();
    assert_eq!(journal.all(), []);
}

/// A page that is opened again a second after a write finds it in the store,
/// and the disk may not have it yet.
#[test]
fn what_was_written_just_now_is_not_forgotten() {
    let (store, survey) = store();
    let journal = FaultyJournal::default();
    let vault = reopened(&store);
    let survey = edited(&survey, 1, "scritto");
    keep(&vault, &journal, edit(&vault, &survey, 1, NOW));
    let replayed = reopened(&store).replay(journal.all(), NOW + 1_000);
    assert_eq!(replayed, Ok(Default::default()));
    // Nor by a page whose clock has gone back, or what landed no one knows when.
    let mut unknown = journal.all();
    unknown[0].written = u64::MAX;
    for (entries, now) in [(journal.all(), NOW - 1_000), (unknown, NOW)] {
        let replayed = reopened(&store).replay(entries, now).unwrap();
        assert_eq!((replayed.found.len(), replayed.redone[0].written), (0, now));
    }
    // The browser dies, and the third page has the answer.
    store.crash(0);
    let vault = reopened(&store);
    let replayed = vault.replay(journal.all(), NOW + 2_000).unwrap();
    assert_eq!(replayed.redone.len(), 1);
    assert_eq!(found(&vault)[0].1, survey);
}

#[test]
fn an_older_entry_does_not_overwrite_what_is_newer() {
    let (store, survey) = store();
    let vault = reopened(&store);
    let old = edit(&vault, &edited(&survey, 0, "vecchio"), 0, NOW);
    let newer = edited(&survey, 0, "nuovo");
    vault.keep(vec![edit(&vault, &newer, 0, NOW + 1)]).unwrap();
    let replayed = reopened(&store).replay(vec![entry(&old)], LATER).unwrap();
    assert_eq!(
        replayed.found,
        [(old.key.clone(), old.stamp.milliseconds())]
    );
    assert_eq!(replayed.redone, []);
    // Nor where the newer one was refused and is due.
    store.crash(0);
    store.refuse(Some(StoreError::Full));
    let vault = reopened(&store);
    let newest = edited(&survey, 0, "nuovissimo");
    let _ = vault.keep(vec![edit(&vault, &newest, 0, NOW + 2)]);
    vault.replay(vec![entry(&old)], LATER).unwrap();
    assert_eq!(found(&vault)[0].1, newest);
    store.refuse(None);
    vault.settle().unwrap();
    assert_eq!(found(&reopened(&store))[0].1, newest);
}

#[test]
fn a_removal_is_redone_too() {
    let (store, mut survey) = store();
    let journal = FaultyJournal::default();
    let vault = reopened(&store);
    let key = library::body_key(&survey.head.id, &partner("p1"));
    keep(&vault, &journal, vault.removal(&key, NOW).unwrap());
    store.crash(0);
    let vault = reopened(&store);
    assert_eq!(found(&vault)[0].1, survey);
    let replayed = vault.replay(journal.all(), LATER).unwrap();
    assert_eq!(replayed.redone.len(), 1);
    survey.head.partners.remove(1);
    survey.sheets.remove(1);
    assert_eq!(found(&reopened(&store))[0].1, survey);
    let replayed = reopened(&store).replay(journal.all(), LATER).unwrap();
    assert_eq!(replayed.found.len(), 1);
}

#[test]
fn a_damaged_record_is_repaired_from_the_journal() {
    for bend in [Bend::Truncated, Bend::Flipped] {
        let (store, survey) = store();
        let journal = FaultyJournal::default();
        let vault = reopened(&store);
        let survey = edited(&survey, 2, "scritto");
        let write = edit(&vault, &survey, 2, NOW);
        keep(&vault, &journal, write.clone());
        let text = store.read(&write.key).unwrap().unwrap();
        store.write(&write.key, &bent(&text, bend)).unwrap();
        let vault = reopened(&store);
        let replayed = vault.replay(journal.all(), LATER).unwrap();
        assert_eq!(replayed.redone.len(), 1, "{bend:?}");
        assert_eq!(found(&reopened(&store))[0].1, survey);
    }
}

#[test]
fn an_entry_that_does_not_fit_is_read_stays_due_and_is_not_forgotten() {
    let (store, survey) = store();
    let journal = FaultyJournal::default();
    let vault = reopened(&store);
    let survey = edited(&survey, 0, &"lungo e diverso 0123456789 ".repeat(9));
    let write = edit(&vault, &survey, 0, NOW);
    keep(&vault, &journal, write.clone());
    store.crash(0);
    store.leave_room(Some(0));
    let vault = reopened(&store);
    // Also where the same page replays twice.
    for _ in 0..2 {
        let replayed = vault.replay(journal.all(), LATER).unwrap();
        assert_eq!(replayed.redone.len(), 1);
        assert_eq!(replayed.redone[0].written, u64::MAX, "no one knows when");
        assert_eq!(replayed.found, []);
        assert!(vault.owes_key(&write.key));
        assert_eq!(found(&vault)[0].1, survey);
    }
    store.leave_room(None);
    vault.settle().unwrap();
    assert_eq!(found(&reopened(&store))[0].1, survey);
}

#[test]
fn a_stuck_write_lets_others_go_on_and_is_not_overtaken() {
    let (store, survey) = store();
    let vault = reopened(&store);
    vault.squeeze_with(record::squeezed);
    let long = edited(&survey, 0, &"lungo 0123456789 altro ".repeat(9));
    let pair = [edited(&long, 0, "corto"), edited(&survey, 1, "altro")];
    let stuck = vec![
        edit(&vault, &long, 0, NOW),
        edit(&vault, &edited(&long, 2, "insieme"), 2, NOW),
    ];
    store.refuse(Some(StoreError::Full));
    assert_eq!(vault.keep(stuck), Err(StoreError::Full));
    store.refuse(None);
    // Two texts beside the old ones: no room for the first already.
    store.leave_room(Some(60));
    let later = edit(&vault, &pair[0], 0, NOW + 1);
    let other = edit(&vault, &pair[1], 1, NOW + 1);
    let (later_key, other_key) = (later.key.clone(), other.key.clone());
    assert_eq!(vault.keep(vec![later.clone()]), Err(StoreError::Full));
    assert_eq!(vault.keep(vec![other]), Err(StoreError::Full));
    assert!(!vault.owes_key(&other_key), "it has landed");
    assert!(vault.owes_key(&later_key), "it waits for the one before it");
    assert_eq!(stamp_at(&vault, &later), Some(later.stamp.milliseconds()));
    assert_eq!(found(&reopened(&store))[0].1.sheets[0], survey.sheets[0]);
    store.leave_room(None);
    vault.settle().unwrap();
    let now = found(&reopened(&store));
    assert_eq!(now[0].1.sheets[0], pair[0].sheets[0]);
    assert_eq!(now[0].1.sheets[1], pair[1].sheets[1]);
    assert!(!now[0].1.sheets[2].is_empty());
}

#[test]
fn a_clock_that_goes_back_changes_no_order() {
    let (store, survey) = store();
    let journal = FaultyJournal::default();
    let vault = reopened(&store);
    let first = edited(&survey, 0, "prima");
    keep(&vault, &journal, edit(&vault, &first, 0, NOW));
    let key = library::body_key(&survey.head.id, &partner("p1"));
    keep(&vault, &journal, vault.removal(&key, NOW).unwrap());
    // The next page believes to be in 1970.
    let vault = reopened(&store);
    vault.replay(journal.all(), 5).unwrap();
    let second = edited(&survey, 0, "seconda");
    keep(&vault, &journal, edit(&vault, &second, 0, 5));
    let back = edited(&survey, 1, "di nuovo qui");
    keep(&vault, &journal, edit(&vault, &back, 1, 5));
    store.crash(0);
    let vault = reopened(&store);
    vault.replay(journal.all(), 6).unwrap();
    let now = &found(&vault)[0].1;
    assert_eq!(now.sheets[0], second.sheets[0]);
    assert_eq!(now.sheets[1], back.sheets[1]);
}

#[test]
fn a_damaged_stamp_does_not_carry_the_clock_away() {
    let (store, survey) = store();
    let vault = reopened(&store);
    let write = edit(&vault, &survey, 0, NOW);
    // The first letter of the stamp, the one with the most weight.
    let text = store.read(&write.key).unwrap().unwrap();
    let mut letters: Vec<char> = text.chars().collect();
    letters[1] = '\u{CFFF}';
    let damaged: String = letters.into_iter().collect();
    store.write(&write.key, &damaged).unwrap();
    let write = edit(&vault, &survey, 0, NOW + 10);
    assert_eq!(write.stamp.milliseconds(), NOW + 10);
}

/// Two pages: what is due in one does not hide from it how new the record is
/// that the other has written.
#[test]
fn an_edit_is_newer_than_the_one_of_another_page() {
    let (store, survey) = store();
    let (here, there) = (reopened(&store), reopened(&store));
    store.refuse(Some(StoreError::Full));
    let mine = edited(&survey, 0, "qui");
    let _ = here.keep(vec![edit(&here, &mine, 0, NOW + 1)]);
    store.refuse(None);
    let theirs = edit(&there, &edited(&survey, 0, "là"), 0, NOW + 50);
    there.keep(vec![theirs.clone()]).unwrap();
    let again = edit(&here, &edited(&mine, 1, "x"), 0, NOW + 2);
    assert!(again.stamp > theirs.stamp);
    here.keep(vec![again]).unwrap();
    assert_eq!(found(&reopened(&store))[0].1.sheets[0], mine.sheets[0]);
    // What reached neither the store nor this page's own rows has to be told.
    here.heard(NOW + 1_000);
    let after = edit(&here, &survey, 2, NOW + 3);
    assert!(after.stamp.milliseconds() > NOW + 1_000);
}

#[test]
fn the_journal_keeps_what_it_confirmed_and_nothing_else() {
    let (store, survey) = store();
    let journal = FaultyJournal::default();
    let vault = reopened(&store);
    let write = entry(&edit(&vault, &survey, 0, NOW));
    journal.be_slow(true);
    let mut promise = journal.commit(vec![write.clone()]);
    assert_eq!(look(&mut promise), None);
    journal.kill();
    assert_eq!((look(&mut promise), journal.all()), (None, vec![]));
    let mut promise = journal.commit(vec![write.clone()]);
    journal.finish();
    assert_eq!(look(&mut promise), Some(Ok(())));
    journal.refuse(true);
    let refused = now(journal.commit(vec![write.clone()]));
    assert_eq!(refused, Some(Err(JournalError("it refuses".into()))));
    assert_eq!(journal.all(), [write]);
    now(journal.clear()).unwrap().unwrap();
    assert_eq!(journal.all(), []);
}

/// A page that is closed before the journal has heard of a write, and another
/// one that builds on it.
#[test]
fn what_the_journal_was_not_told_is_told_at_the_next_start() {
    let (store, mut survey) = store();
    let vault = reopened(&store);
    survey = edited(&survey, 1, "scritto");
    let write = edit(&vault, &survey, 1, NOW);
    vault.keep(vec![write.clone()]).unwrap();
    let key = library::body_key(&survey.head.id, &partner("p2"));
    let gone = vault.removal(&key, NOW).unwrap();
    vault.keep(vec![gone.clone()]).unwrap();
    let replayed = reopened(&store).replay(Vec::new(), NOW + 1).unwrap();
    let redone: Vec<_> = replayed.redone.iter().map(|e| (&e.key, &e.text)).collect();
    let both = [(&gone.key, &None), (&write.key, &write.text)];
    assert_eq!(redone, both);
}

/// The journal has an older text of what was removed, and was not told so.
#[test]
fn what_was_removed_does_not_come_back() {
    for room in [None, Some(0)] {
        let (store, survey) = store();
        let journal = FaultyJournal::default();
        let vault = reopened(&store);
        keep(&vault, &journal, edit(&vault, &survey, 1, NOW));
        let key = library::body_key(&survey.head.id, &partner("p1"));
        // Also where no note of it would fit beside the record.
        store.leave_room(room);
        let gone = vault.removal(&key, NOW + 1).unwrap();
        vault.keep(vec![gone]).unwrap();
        let vault = reopened(&store);
        vault.replay(journal.all(), NOW + 2).unwrap();
        assert_eq!(vault.read(&key.to_string()).unwrap(), None);
        assert_eq!(found(&vault)[0].1.sheets.len(), 2);
    }
}

/// Losing power while the journal is brought back: the journal has it still.
#[test]
fn a_replay_may_be_interrupted_anywhere() {
    let (store, survey) = store();
    let journal = FaultyJournal::default();
    let vault = reopened(&store);
    let mut new = edited(&edited(&survey, 0, "uno"), 1, "due");
    new.head.title = "Altro".into();
    let writes = library::replace(&vault, &new, NOW).unwrap();
    let entries = writes.iter().map(entry).collect();
    now(journal.commit(entries)).unwrap().unwrap();
    store.crash(0);
    let replaying = store.copy();
    reopened(&replaying).replay(journal.all(), LATER).unwrap();
    for keep in 0..=replaying.not_on_disk() {
        let store = replaying.copy();
        store.crash(keep);
        let vault = reopened(&store);
        let replayed = vault.replay(journal.all(), LATER).unwrap();
        assert_eq!(replayed.redone.len() + replayed.found.len(), writes.len());
        assert_eq!(found(&vault)[0].1, new);
        let head = vault.open(&writes[2].key).unwrap();
        assert!(matches!(head, Opened::Sound(_)));
    }
}
