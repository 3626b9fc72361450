//! Surveys in a store: what is written when, and what becomes of it when the
//! store is damaged or full.

#[path = "../shared/library.rs"]
mod shared;

use rilievo::model::{Sheet, SheetStatus};
use rilievo::storage::{Key, Memory, Store, StoreError, library};
use shared::{copy_of, everything, example, lives_in, opened, partner, write_into};
use std::cell::RefCell;
use std::slice;

#[test]
fn a_survey_lives_in_memory() {
    lives_in(&Memory::default());
}

/// A store that notes what is done to it.
#[derive(Default)]
struct Noting {
    store: Memory,
    done: RefCell<Vec<String>>,
}

impl Noting {
    fn note(&self, what: &str, key: &str) {
        self.done.borrow_mut().push(format!("{what} {key}"));
    }

    fn take(&self) -> Vec<String> {
        self.done.take()
    }
}

impl Store for Noting {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.store.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.note("write", key);
        self.store.write(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.note("remove", key);
        self.store.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.store.keys()
    }
}

#[test]
fn the_head_is_written_last_and_removed_first() {
    let store = Noting::default();
    let survey = example();
    let head = Key::Head(survey.head.id.clone());
    library::add(&store, &survey).unwrap();
    let written = store.take();
    assert_eq!(written.len(), 11);
    assert_eq!(written.last().unwrap(), &format!("write {head}"));

    library::remove(&store, &survey.head.id).unwrap();
    let removed = store.take();
    assert_eq!(removed.len(), 11);
    assert_eq!(removed.first().unwrap(), &format!("remove {head}"));
}

#[test]
fn a_text_is_set_aside_before_its_place_is_cleared() {
    let store = Noting::default();
    let survey = example();
    let id = &survey.head.id;
    library::add(&store, &survey).unwrap();
    let key = Key::Sheet(id.clone(), partner("EC"));
    store.keep(&key.to_string(), "{").unwrap();
    store.take();
    library::load(&store, id).unwrap();
    let aside = key.aside(1);
    assert_eq!(
        store.take(),
        [format!("write {aside}"), format!("remove {key}")]
    );
}

#[test]
fn every_damage_is_set_aside_under_a_key_of_its_own() {
    let store = Memory::default();
    let survey = example();
    let id = &survey.head.id;
    library::add(&store, &survey).unwrap();
    let key = Key::Sheet(id.clone(), partner("EC"));
    for (n, text) in ["", "null", "{\"partner\":7}", "a b"].iter().enumerate() {
        store.keep(&key.to_string(), text).unwrap();
        let loaded = library::load(&store, id).unwrap().unwrap();
        let aside = key.aside(n + 1);
        assert_eq!(loaded.set_aside[0].key, aside);
        assert_eq!(
            store.read(&aside.to_string()).unwrap().as_deref(),
            Some(*text)
        );
        // What is written in its place touches nothing of it.
        let sheet = loaded.survey.sheet(&partner("EC")).unwrap();
        assert_eq!(sheet, &Sheet::expected(partner("EC")));
        library::save_sheet(&store, id, sheet).unwrap();
    }
    assert_eq!(library::contents(&store).unwrap().aside.len(), 4);
}

#[test]
fn a_head_that_cannot_be_read_is_set_aside_and_its_sheets_stay() {
    let store = Memory::default();
    let survey = example();
    let other = copy_of(&survey, "altra", "2027-01-01");
    library::add(&store, &survey).unwrap();
    library::add(&store, &other).unwrap();
    let head = Key::Head(survey.head.id.clone());
    store.keep(&head.to_string(), "[]").unwrap();

    let contents = library::contents(&store).unwrap();
    assert_eq!(contents.heads, slice::from_ref(&other.head));
    assert_eq!(contents.aside, [head.aside(1)]);
    assert_eq!(contents.refused, None);
    assert_eq!(library::load(&store, &survey.head.id).unwrap(), None);
    assert_eq!(opened(&store, &other.head.id), other);
    let sheets = store.keys().unwrap();
    let sheets = sheets.iter().filter_map(|key| match Key::parse(key)? {
        Key::Sheet(id, _) => (id == survey.head.id).then_some(()),
        _ => None,
    });
    assert_eq!(sheets.count(), 10);
}

#[test]
fn a_survey_that_is_added_again_overwrites_nothing() {
    let store = Memory::default();
    let mut mine = example();
    write_into(&mut mine.sheets[0], "q9", "scritto da me");
    library::add(&store, &mine).unwrap();
    let before = everything(&store);

    // The head is lost, the sheets are left; then the survey comes anew.
    let head = Key::Head(mine.head.id.clone());
    store.keep(&head.to_string(), "{").unwrap();
    library::contents(&store).unwrap();
    let again = example();
    library::add(&store, &again).unwrap();
    assert_eq!(opened(&store, &again.head.id), again);
    for (key, text) in before.iter().filter(|(key, _)| *key != head.to_string()) {
        let aside = Key::parse(key).unwrap().aside(1).to_string();
        assert_eq!(store.read(&aside).unwrap().as_ref(), Some(text));
    }
}

#[test]
fn what_does_not_fit_leaves_nothing_behind() {
    let survey = example();
    let whole = {
        let store = Memory::default();
        library::add(&store, &survey).unwrap();
        used(&store)
    };
    for room in [0, 10, whole / 2, whole - 1] {
        let store = Memory::with_room(room);
        assert_eq!(library::add(&store, &survey), Err(StoreError::Full));
        assert_eq!(everything(&store), [], "{room} bytes of {whole}");
    }
    library::add(&Memory::with_room(whole), &survey).unwrap();
}

#[test]
fn a_refused_edit_leaves_the_sheet_as_it_was() {
    let survey = example();
    let id = &survey.head.id;
    let store = Memory::with_room(60_000);
    library::add(&store, &survey).unwrap();
    let mut sheet = survey.sheets[0].clone();
    write_into(&mut sheet, "q9", &"linea ".repeat(10_000));
    assert_eq!(
        library::save_sheet(&store, id, &sheet),
        Err(StoreError::Full)
    );
    assert_eq!(opened(&store, id), survey);
}

#[test]
fn without_room_to_set_it_aside_a_damaged_record_stays_where_it_is() {
    let survey = example();
    let other = copy_of(&survey, "altra", "2027-01-01");
    let store = Memory::with_room(200_000);
    library::add(&store, &survey).unwrap();
    library::add(&store, &other).unwrap();
    let sheet = Key::Sheet(survey.head.id.clone(), partner("EC")).to_string();
    let damaged = "{".repeat(2_000);
    store.keep(&sheet, &damaged).unwrap();
    fill(&store);

    // The survey does not open: it would be saved over the text.
    assert_eq!(
        library::load(&store, &survey.head.id),
        Err(StoreError::Full)
    );
    assert_eq!(store.read(&sheet).unwrap(), Some(damaged.clone()));
    // Nor is it added over it: all of it stays, also where some would fit.
    store.remove("somebody-else").unwrap();
    let room = "x".repeat(200_000 - used(&store) - "somebody-else".len() - 3_000);
    store.keep("somebody-else", &room).unwrap();
    let before = everything(&store);
    assert_eq!(library::add(&store, &survey), Err(StoreError::Full));
    assert_eq!(everything(&store), before);

    // A damaged head hides its own survey and no other.
    let head = Key::Head(survey.head.id.clone()).to_string();
    let damaged = "[".repeat(2_000);
    store.remove(&head).unwrap();
    store.keep(&head, &damaged).unwrap();
    fill(&store);
    let contents = library::contents(&store).unwrap();
    assert_eq!(contents.heads, slice::from_ref(&other.head));
    assert_eq!(contents.refused, Some(StoreError::Full));
    assert_eq!(store.read(&head).unwrap(), Some(damaged));
    assert_eq!(opened(&store, &other.head.id), other);
}

/// Bytes of keys and texts.
fn used(store: &dyn Store) -> usize {
    let all = everything(store);
    all.iter().map(|(key, text)| key.len() + text.len()).sum()
}

/// Leaves no room at all.
fn fill(store: &dyn Store) {
    let key = "somebody-else";
    let mut text = store.read(key).unwrap().unwrap_or_default();
    for size in [10_000, 1_000, 100, 10, 1] {
        while store
            .write(key, &format!("{text}{}", "x".repeat(size)))
            .is_ok()
        {
            text.push_str(&"x".repeat(size));
        }
    }
}

#[test]
fn an_expected_sheet_without_a_record_is_no_damage() {
    let store = Memory::default();
    let mut survey = example();
    let id = survey.head.id.clone();
    library::add(&store, &survey).unwrap();
    let newcomer = survey.head.partners[0].clone();
    survey.head.partners.push(rilievo::model::Partner {
        id: partner("nuovo"),
        ..newcomer
    });
    library::save_head(&store, &survey.head, &survey.extra).unwrap();
    let sheet = opened(&store, &id).sheet(&partner("nuovo")).cloned();
    assert_eq!(sheet.unwrap().status, SheetStatus::Expected);
}
