//! Two pages over one store, where one of them is late: it still owes what the
//! other has overtaken, or was closed before the journal knew of its change.

use crate::faulty::{Faulty, FaultyJournal, now};
use crate::library_life::{NOW, partner};
use crate::vaults::{edit, edited, found, reopened, small};
use rilievo::model::Survey;
use rilievo::storage::{Entry, Journal, Key, Store, StoreError, Write, library};

/// A store with one survey of three partners, on the disk for an hour.
fn store() -> (Faulty, Survey) {
    let store = Faulty::default();
    let survey = small(3);
    let before = NOW - 60 * 60 * 1000;
    library::add(&reopened(&store), &survey, before).unwrap();
    store.flush();
    (store, survey)
}

fn refusal() -> StoreError {
    StoreError::Failed("it refuses".into())
}

fn tell(journal: &FaultyJournal, writes: &[Write]) {
    let entries = writes.iter().map(Entry::of).collect();
    now(journal.commit(entries)).unwrap().unwrap();
}

#[test]
fn a_late_edit_does_not_bring_back_what_another_page_has_removed() {
    let (store, survey) = store();
    let (late, other) = (reopened(&store), reopened(&store));
    let write = edit(&late, &edited(&survey, 1, "tardi"), 1, NOW);
    store.refuse(Some(refusal()));
    late.keep(vec![write.clone()]).unwrap_err();
    assert_eq!(late.read(&write.key).unwrap(), write.text, "it is due");
    store.refuse(None);
    let key = library::body_key(&survey.head.id, &partner("p1"));
    let gone = other.removal(&key, NOW + 1).unwrap();
    other.keep(vec![gone]).unwrap();
    // Before it is tried again, and after.
    for is_settled in [false, true] {
        if is_settled {
            late.settle().unwrap();
            assert!(!late.owes());
        }
        assert_eq!(late.read(&write.key).unwrap(), None);
        assert!(!late.keys().unwrap().contains(&write.key));
        assert_eq!(found(&late)[0].1.sheets.len(), 2);
    }
    assert_eq!(found(&reopened(&store))[0].1.sheets.len(), 2);
}

/// The browser dies after the note of a removal and before the removal: what
/// the journal has is newer than what stands there.
#[test]
fn a_removal_that_was_only_noted_keeps_nothing_out() {
    let (store, survey) = store();
    let journal = FaultyJournal::default();
    let (late, other) = (reopened(&store), reopened(&store));
    let new = edited(&survey, 1, "tardi");
    let write = edit(&late, &new, 1, NOW);
    store.refuse(Some(refusal()));
    late.keep(vec![write.clone()]).unwrap_err();
    store.refuse(None);
    tell(&journal, &[write]);
    let key = library::body_key(&survey.head.id, &partner("p1"));
    let gone = other.removal(&key, NOW + 1).unwrap();
    other.keep(vec![gone]).unwrap();
    store.crash(1);
    assert_eq!(store.keys_with("/gone/"), 1);
    let vault = reopened(&store);
    vault.replay(journal.all(), NOW + 2).unwrap();
    assert_eq!(found(&vault)[0].1, new);
}

#[test]
fn a_partner_that_is_still_on_its_way_can_be_removed() {
    let store = Faulty::default();
    let two = small(2);
    library::add(&reopened(&store), &two, NOW).unwrap();
    let (late, other) = (reopened(&store), reopened(&store));
    // The commit is written, and the new partner's record is not.
    store.fail_at(3, refusal());
    let mut three = small(3);
    three.head.partners.swap_remove(0);
    three.sheets.swap_remove(0);
    library::replace(&late, &three, NOW).unwrap();
    let key = library::body_key(&two.head.id, &partner("p2"));
    assert!(late.owes_key(&key.to_string()), "it is due");
    assert_eq!(Store::read(&store, &key.to_string()).unwrap(), None);
    other.heard(NOW + 10);
    other.keep(vec![other.removal(&key, NOW).unwrap()]).unwrap();
    late.settle().unwrap();
    for vault in [late, reopened(&store)] {
        let left = &found(&vault)[0].1.head.partners;
        assert_eq!(left.len(), 1);
        assert_eq!(left[0].id, partner("p1"));
    }
}

#[test]
fn a_change_that_another_page_has_ended_is_due_no_more() {
    let (store, survey) = store();
    let late = reopened(&store);
    let new = edited(&edited(&survey, 0, "nuovo"), 1, "anche");
    store.fail_at(5, refusal());
    library::replace(&late, &new, NOW).unwrap();
    assert!(late.owes());
    // Another page ends it, removes a partner, and forgets the removal.
    let other = reopened(&store);
    let key = library::body_key(&survey.head.id, &partner("p1"));
    other.keep(vec![other.removal(&key, NOW).unwrap()]).unwrap();
    let day = 24 * 60 * 60 * 1000;
    other.replay(Vec::new(), NOW + day).unwrap();
    other.replay(Vec::new(), NOW + 2 * day).unwrap();
    assert_eq!(store.keys_with("/gone/"), 0, "nothing needs the note");
    for is_settled in [false, true] {
        if is_settled {
            late.settle().unwrap();
            assert!(!late.owes());
        }
        assert_eq!(late.read(&key.to_string()).unwrap(), None);
        assert_eq!(found(&late), found(&other));
    }
}

/// A page that opens tells the journal what was written lately. Where a change
/// stands half in its place, it tells the other half too.
#[test]
fn the_journal_is_told_of_a_change_whole() {
    let (store, survey) = store();
    let journal = FaultyJournal::default();
    let mut new = edited(&edited(&survey, 0, "nuovo"), 1, "anche");
    new.head.title = "Altro".into();
    new.head.partners.truncate(2);
    new.sheets.truncate(2);
    let disk = store.copy();
    store.fail_at(7, refusal());
    library::replace(&reopened(&store), &new, NOW).unwrap();
    store.refuse(Some(refusal()));
    let vault = reopened(&store);
    assert!(vault.owes(), "it cannot be ended");
    let replayed = vault.replay(journal.all(), NOW + 1).unwrap();
    assert!(replayed.redone.len() >= 3, "{:?}", replayed.redone);
    now(journal.commit(replayed.redone)).unwrap().unwrap();
    // The browser dies, and nothing of it was on the disk.
    let vault = reopened(&disk);
    vault.replay(journal.all(), NOW + 2).unwrap();
    assert_eq!(found(&vault)[0].1, new);
}

/// What stood in a survey's place was moved at a first attempt to add it, and
/// the journal learns of that at the second.
#[test]
fn what_a_failed_attempt_has_moved_does_not_come_back() {
    let (store, survey) = store();
    let journal = FaultyJournal::default();
    let vault = reopened(&store);
    let lost = edit(&vault, &edited(&survey, 2, "resto"), 2, NOW);
    vault.keep(vec![lost.clone()]).unwrap();
    tell(&journal, std::slice::from_ref(&lost));
    let head = Key::Head(survey.head.id.clone()).to_string();
    Store::remove(&store, &head).unwrap();
    store.flush();
    let two = small(2);
    // All is set aside, and the new one does not fit.
    let failed = (1..40).find(|nth| {
        let store = store.copy();
        store.fail_at(*nth, refusal());
        let added = library::add(&reopened(&store), &two, NOW + 1);
        added.is_err() && store.keys_with("/p/") == store.keys_with("/aside/") * 2
    });
    let disk = store.copy();
    store.fail_at(failed.unwrap(), refusal());
    let vault = reopened(&store);
    library::add(&vault, &two, NOW + 1).unwrap_err();
    assert_eq!(vault.read(&lost.key).unwrap(), None, "it was moved");
    tell(&journal, &library::add(&vault, &two, NOW + 2).unwrap());
    let vault = reopened(&disk);
    vault.replay(journal.all(), NOW + 3).unwrap();
    assert_eq!(found(&vault)[0].1, two);
    let aside: Vec<_> = vault.keys().unwrap();
    let aside = aside.iter().filter(|key| key.contains("/aside/"));
    let texts: Vec<_> = aside.map(|key| vault.read(key).unwrap()).collect();
    assert!(texts.contains(&lost.text), "and kept");
}
