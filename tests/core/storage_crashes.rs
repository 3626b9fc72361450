//! The browser dies between any two things that the store was asked for, or
//! the store refuses any one of them: what is found afterwards is the old
//! state or the new one, whole. Every point is tried.

use crate::faulty::{Bend, Faulty, bent};
use crate::library_life::{NOW, copy_of, everything, partner};
use crate::vaults::{Found, aside, edit, edited, found, reopened, small};
use rilievo::model::Survey;
use rilievo::storage::{Key, StoreError, Vault, import, library, snapshots, trash, undo};

/// A store with two surveys, on the disk.
fn store() -> (Faulty, Survey, Survey) {
    let store = Faulty::default();
    let vault = reopened(&store);
    let (mine, other) = (small(3), copy_of(&small(2), "altra", "2027-01-01"));
    for survey in [&mine, &other] {
        library::add(&vault, survey, NOW).unwrap();
    }
    store.flush();
    (store, mine, other)
}

/// Does something to a store, and lets the browser die before, after and
/// between any two of the writes that it takes; then also while the next page
/// ends what was begun. `holds` looks at what is found.
fn at_every_crash(
    store: &Faulty,
    act: &dyn Fn(&Vault) -> Result<(), StoreError>,
    holds: &dyn Fn(&Vault, &str),
) {
    let store = store.copy();
    act(&reopened(&store)).unwrap();
    let writes = store.not_on_disk();
    assert!(writes > 0, "something is written");
    for keep in 0..=writes {
        let crashed = store.copy();
        crashed.crash(keep);
        let again = crashed.copy();
        holds(&reopened(&again), &format!("{keep} of {writes}"));
        for more in 0..=again.not_on_disk() {
            let twice = again.copy();
            twice.crash(more);
            holds(&reopened(&twice), &format!("{keep} of {writes}, {more}"));
        }
    }
}

/// The same, and every refusal of a single write: what it says is what is found.
fn old_or_new(store: &Faulty, act: &dyn Fn(&Vault) -> Result<(), StoreError>) {
    let old = found(&reopened(&store.copy()));
    let new = {
        let store = store.copy();
        let vault = reopened(&store);
        act(&vault).unwrap();
        found(&vault)
    };
    assert_ne!(old, new, "something changes");
    let is_either = |vault: &Vault, at: &str| {
        let now = found(vault);
        assert!(now == old || now == new, "half changed at {at}: {now:#?}");
        assert_eq!(staged(vault), 0, "something is left at {at}");
    };
    at_every_crash(store, act, &is_either);
    at_every_refusal(store, act, &old, &new);
}

fn at_every_refusal(
    store: &Faulty,
    act: &dyn Fn(&Vault) -> Result<(), StoreError>,
    old: &[Found],
    new: &[Found],
) {
    for error in [StoreError::Full, StoreError::Failed("no".into())] {
        for nth in 1.. {
            let store = store.copy();
            let vault = reopened(&store);
            store.fail_at(nth, error.clone());
            let result = act(&vault);
            if store.is_to_fail() {
                break;
            }
            let now = found(&vault);
            if result.is_ok() || vault.owes() {
                assert_eq!(now, new, "refused at {nth}: {result:?}");
            } else {
                assert_eq!(now, old, "refused at {nth}: {result:?}");
            }
            // Whatever is due lands, and the next page finds the same.
            let _ = vault.settle();
            let _ = vault.settle();
            assert!(!vault.owes());
            assert_eq!(found(&reopened(&store)), now);
            // The page may die before it has landed, too.
            let crashed = store.copy();
            crashed.crash(crashed.not_on_disk());
            assert_eq!(found(&reopened(&crashed)), now);
        }
    }
}

fn staged(vault: &Vault) -> usize {
    let keys = vault.keys().unwrap();
    keys.iter().filter(|key| key.contains("/tx/")).count()
}

#[test]
fn a_replaced_survey_is_the_old_one_or_the_new_one() {
    let (store, mine, _) = store();
    let mut new = edited(&edited(&mine, 0, "nuovo"), 1, "anche");
    new.head.title = "Nuovo titolo".into();
    let two = small(5);
    new.head.partners.push(two.head.partners[3].clone());
    new.sheets.push(two.sheets[3].clone());
    new.head.partners.remove(2);
    new.sheets.remove(2);
    old_or_new(&store, &|vault| {
        library::replace(vault, &new, NOW).map(|_| ())
    });
}

#[test]
fn an_added_survey_is_there_or_not() {
    let (store, mine, _) = store();
    let third = copy_of(&mine, "terza", "2028-01-01");
    old_or_new(&store, &|vault| {
        library::add(vault, &third, NOW).map(|_| ())
    });
}

#[test]
fn a_removed_survey_is_there_or_not() {
    let (store, mine, _) = store();
    let vault = reopened(&store);
    snapshots::take(&vault, &mine, snapshots::Why::Daily, NOW).unwrap();
    let mark = trash::put_in(&vault, &mine.head.id, NOW).unwrap();
    vault.keep(vec![mark]).unwrap();
    store.flush();
    let id = mine.head.id.clone();
    let remove = |vault: &Vault| library::remove(vault, &id, NOW);
    let old = found(&reopened(&store.copy()));
    let is_either = |vault: &Vault, at: &str| {
        let now = found(vault);
        assert!(now == old || now == old[..1], "half removed at {at}");
    };
    at_every_crash(&store, &remove, &is_either);
}

/// Two surveys changed by a first import, and a second import that changes one
/// of them again and brings another.
#[test]
fn an_import_of_several_surveys_and_its_undo_are_whole_or_not_at_all() {
    let (store, mine, other) = store();
    let mut first = edited(&edited(&mine, 0, "nuovo"), 1, "anche");
    first.head.title = "Nuovo titolo".into();
    let third = copy_of(&small(2), "terza", "2028-01-01");
    let all = [first, edited(&other, 1, "due"), third];
    let bring = |vault: &Vault| import::apply(vault, &all, 3, NOW).map(|_| ());
    old_or_new(&store, &bring);
    bring(&reopened(&store)).unwrap();
    store.flush();
    // What undoes it is there exactly as long as the import is.
    let take_back = |vault: &Vault| match undo::last(vault, NOW)? {
        Some(last) => undo::undo(vault, &last, NOW).map(|_| ()),
        None => Ok(()),
    };
    old_or_new(&store, &take_back);
    let both = |vault: &Vault, at: &str| {
        let changed = found(vault).len() == 3;
        let last = undo::last(vault, NOW).unwrap();
        assert_eq!(last.is_some(), changed, "{at}");
    };
    at_every_crash(&store, &take_back, &both);
}

#[test]
fn the_trash_takes_and_gives_whole_surveys() {
    let (store, mine, _) = store();
    let id = mine.head.id.clone();
    let put_in = |vault: &Vault| vault.keep(vec![trash::put_in(vault, &id, NOW)?]);
    old_or_new(&store, &put_in);
    put_in(&reopened(&store)).unwrap();
    store.flush();
    old_or_new(&store, &|vault| {
        vault.keep(vec![trash::take_out(vault, &id, NOW)?])
    });
}

#[test]
fn writes_that_are_kept_together_change_together() {
    let (store, mine, other) = store();
    let (a, b) = (edited(&mine, 0, "uno"), edited(&other, 1, "due"));
    old_or_new(&store, &|vault| {
        vault.keep(vec![edit(vault, &a, 0, NOW), edit(vault, &b, 1, NOW)])
    });
}

#[test]
fn a_text_that_is_set_aside_is_never_nowhere() {
    let (store, mine, _) = store();
    let id = mine.head.id.clone();
    let head = Key::Head(id.clone());
    let body = library::body_key(&id, &partner("p1"));
    for (key, bend) in [(&head, Bend::Flipped), (&body, Bend::Truncated)] {
        let store = store.copy();
        let name = key.to_string();
        let text = rilievo::storage::Store::read(&store, &name).unwrap();
        let damaged = bent(&text.unwrap(), bend);
        rilievo::storage::Store::write(&store, &name, &damaged).unwrap();
        store.flush();
        let open = |vault: &Vault| {
            library::contents(vault, NOW)?;
            library::load(vault, &id, NOW).map(|_| ())
        };
        let is_somewhere = |vault: &Vault, at: &str| {
            open(vault).unwrap();
            open(vault).unwrap();
            assert_eq!(aside(vault), [(key.clone(), damaged.clone())], "{at}");
        };
        at_every_crash(&store, &open, &is_somewhere);
        // Refused at any point, too.
        for nth in 1..5 {
            let store = store.copy();
            let vault = reopened(&store);
            store.fail_at(nth, StoreError::Full);
            is_somewhere(&vault, "refused");
            vault.settle().unwrap();
            is_somewhere(&reopened(&store), "after the refusal");
        }
    }
}

#[test]
fn a_survey_over_a_lost_head_loses_nothing_of_what_was_there() {
    let (store, mine, _) = store();
    let mine = edited(&mine, 0, "scritto");
    let vault = reopened(&store);
    vault.keep(vec![edit(&vault, &mine, 0, NOW)]).unwrap();
    let head = Key::Head(mine.head.id.clone()).to_string();
    rilievo::storage::Store::remove(&store, &head).unwrap();
    store.flush();
    let key = library::body_key(&mine.head.id, &partner("p0")).to_string();
    let text = rilievo::storage::Store::read(&store, &key)
        .unwrap()
        .unwrap();
    let again = small(3);
    at_every_crash(
        &store,
        &|vault| library::add(vault, &again, NOW).map(|_| ()),
        &|vault, at| {
            let all = vault.keys().unwrap();
            let texts = all.iter().map(|key| vault.read(key).unwrap());
            assert!(texts.flatten().any(|t| t == text), "lost at {at}");
            if let Some(here) = library::load(vault, &again.head.id, NOW).unwrap() {
                assert_eq!(here.survey, again, "{at}");
            }
        },
    );
}

#[test]
fn a_committed_change_is_read_before_it_has_ended() {
    let (store, mine, _) = store();
    let new = edited(&edited(&mine, 0, "nuovo"), 1, "anche");
    let vault = reopened(&store);
    // Three texts and the commit, then the first that takes its place.
    store.fail_at(5, StoreError::Full);
    library::replace(&vault, &new, NOW).unwrap();
    assert!(vault.owes());
    assert_eq!(found(&vault)[1].1, new);
    // An edit on top of it counts, here and after a restart.
    let newer = edited(&new, 0, "più nuovo");
    store.fail_at(1, StoreError::Full);
    let _ = vault.keep(vec![edit(&vault, &newer, 0, NOW)]);
    assert_eq!(found(&vault)[1].1, newer);
    let _ = vault.settle();
    assert!(!vault.owes());
    assert_eq!(found(&reopened(&store))[1].1, newer);
}

#[test]
fn nothing_overtakes_a_change_that_could_not_be_ended() {
    let (store, mine, _) = store();
    let vault = reopened(&store);
    let new = edited(&edited(&mine, 0, "nuovo"), 1, "anche");
    // Both wait in the same row: the change, and the removal of a partner of it.
    store.refuse(Some(StoreError::Full));
    let both = vec![edit(&vault, &new, 0, NOW), edit(&vault, &new, 1, NOW)];
    assert_eq!(vault.keep(both), Err(StoreError::Full));
    let key = library::body_key(&mine.head.id, &partner("p1"));
    let gone = vault.removal(&key, NOW).unwrap();
    assert_eq!(vault.keep(vec![gone]), Err(StoreError::Full));
    store.refuse(None);
    // Two texts and the commit; the first that takes its place is refused.
    store.fail_at(4, StoreError::Full);
    let _ = vault.settle();
    let _ = vault.settle();
    assert!(!vault.owes());
    assert_eq!(vault.read(&key.to_string()).unwrap(), None);
    assert_eq!(found(&reopened(&store))[1].1.sheets.len(), 2);
}

#[test]
fn a_removed_survey_is_not_brought_back_by_a_change_that_had_not_ended() {
    let (store, mine, _) = store();
    let vault = reopened(&store);
    let new = edited(&edited(&mine, 0, "nuovo"), 1, "anche");
    store.fail_at(5, StoreError::Full);
    library::replace(&vault, &new, NOW).unwrap();
    assert!(vault.owes());
    library::remove(&vault, &mine.head.id, NOW).unwrap();
    assert_eq!(found(&vault).len(), 1);
    assert_eq!(found(&reopened(&store)).len(), 1);
}

#[test]
fn what_was_staged_without_a_commit_goes() {
    let (store, mine, _) = store();
    let before = everything(&store);
    let vault = reopened(&store);
    let new = edited(&edited(&mine, 0, "nuovo"), 1, "anche");
    library::replace(&vault, &new, NOW).unwrap();
    store.crash(2);
    assert_eq!(store.keys_with("/tx/"), 2);
    // Also where it cannot go yet, the page opens.
    store.fail_at(1, StoreError::Failed("no".into()));
    assert_eq!(found(&reopened(&store))[1].1, mine);
    reopened(&store);
    assert_eq!(everything(&store), before);
}
