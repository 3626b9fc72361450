//! Surveys in a store: what is written when, and what becomes of it when the
//! store is damaged or full.

use crate::faulty::Faulty;
use crate::generated::generate;
use crate::library_life::{
    NOW, copy_of, everything, example, keep_sheet, lives_in, opened, partner, write_into,
};
use rilievo::model::{PartnerId, Sheet, Survey};
use rilievo::storage::{Key, Memory, Store, StoreError, Vault, first_layout, library};

#[test]
fn a_survey_lives_in_memory() {
    let store = Faulty::default();
    lives_in(&|| store.tab());
    assert_eq!(everything(&store), []);
}

#[test]
fn the_head_is_written_last_and_removed_first() {
    let store = Faulty::default();
    let vault = Vault::new(store.tab()).unwrap();
    let survey = example();
    let head = Key::Head(survey.head.id.clone());
    library::add(&vault, &survey, NOW).unwrap();
    let written = store.log();
    assert_eq!(written.len(), 11);
    assert_eq!(written.last().unwrap(), &head.to_string());

    store.flush();
    library::remove(&vault, &survey.head.id, NOW).unwrap();
    let mut removed = store.log();
    removed.retain(|done| done.starts_with('-'));
    assert_eq!(removed.len(), 11);
    assert_eq!(removed.first().unwrap(), &format!("-{head}"));
}

#[test]
fn a_text_is_set_aside_before_its_place_is_written() {
    let store = Faulty::default();
    let vault = Vault::new(store.tab()).unwrap();
    let survey = example();
    let id = &survey.head.id;
    library::add(&vault, &survey, NOW).unwrap();
    let key = library::body_key(id, &partner("EC"));
    let head = Key::Head(id.clone());
    store.keep(&key.to_string(), "{").unwrap();
    store.flush();
    library::load(&vault, id, NOW).unwrap();
    assert_eq!(store.log(), [key.aside(1).to_string(), key.to_string()]);

    store.keep(&head.to_string(), "{").unwrap();
    store.flush();
    library::contents(&vault, NOW).unwrap();
    let log = store.log();
    assert_eq!(log.first(), Some(&head.aside(1).to_string()));
    assert_eq!(log.last(), Some(&format!("-{head}")));
}

#[test]
fn every_damage_is_set_aside_under_a_key_of_its_own() {
    let store = Faulty::default();
    let vault = Vault::new(store.tab()).unwrap();
    let survey = example();
    let id = &survey.head.id;
    library::add(&vault, &survey, NOW).unwrap();
    let key = library::body_key(id, &partner("EC"));
    let another = store.read(&library::body_key(id, &partner("2")).to_string());
    let another = another.unwrap().unwrap();
    let damages = ["", "null", "{\"partner\":7}", "a b", &another];
    for (n, text) in damages.iter().enumerate() {
        store.keep(&key.to_string(), text).unwrap();
        let loaded = library::load(&vault, id, NOW).unwrap().unwrap();
        let aside = key.aside(n + 1);
        assert_eq!(loaded.set_aside[0].key, aside);
        assert_eq!(
            store.read(&aside.to_string()).unwrap().as_deref(),
            Some(*text)
        );
        // What is written in its place touches nothing of it.
        let at = loaded.survey.sheets.len() - 1;
        assert_eq!(loaded.survey.sheets[at], Sheet::expected(partner("EC")));
        keep_sheet(&vault, &loaded.survey, at, NOW);
        let kept = store.read(&aside.to_string()).unwrap();
        assert_eq!(kept.as_deref(), Some(*text));
    }
    let aside = library::contents(&vault, NOW).unwrap().aside;
    assert_eq!(aside.len(), damages.len());
    assert!(aside.iter().all(|a| a.was().as_ref() == Some(&key)));
}

#[test]
fn a_head_that_cannot_be_read_is_set_aside_and_its_bodies_stay() {
    let store = Faulty::default();
    let vault = Vault::new(store.tab()).unwrap();
    let survey = example();
    let other = copy_of(&survey, "altra", "2027-01-01");
    library::add(&vault, &survey, NOW).unwrap();
    library::add(&vault, &other, NOW).unwrap();
    let head = Key::Head(survey.head.id.clone());
    store.keep(&head.to_string(), "[]").unwrap();

    let contents = library::contents(&vault, NOW).unwrap();
    let ids: Vec<_> = contents.surveys.iter().map(|s| &s.head.id).collect();
    assert_eq!(ids, [&other.head.id]);
    assert_eq!(contents.aside, [head.aside(1)]);
    assert_eq!(library::load(&vault, &survey.head.id, NOW).unwrap(), None);
    assert_eq!(opened(&vault, &other.head.id), other);
    let bodies = library::keys_of(&vault, &survey.head.id).unwrap();
    assert_eq!(bodies.len(), 10);
}

#[test]
fn a_survey_that_is_added_again_overwrites_nothing() {
    let store = Faulty::default();
    let vault = Vault::new(store.tab()).unwrap();
    let mut mine = example();
    write_into(&mut mine.sheets[0], "q9", "scritto da me");
    library::add(&vault, &mine, NOW).unwrap();
    let before = everything(&store);

    // The head is lost, the partners are left; then the survey comes anew.
    let head = Key::Head(mine.head.id.clone());
    store.keep(&head.to_string(), "{").unwrap();
    library::contents(&vault, NOW).unwrap();
    let again = example();
    library::add(&vault, &again, NOW).unwrap();
    assert_eq!(opened(&vault, &again.head.id), again);
    for (key, text) in before.iter().filter(|(key, _)| *key != head.to_string()) {
        let aside = Key::parse(key).unwrap().aside(1).to_string();
        assert_eq!(store.read(&aside).unwrap().as_ref(), Some(text));
    }
}

#[test]
fn what_does_not_fit_leaves_nothing_behind() {
    let survey = example();
    let whole = {
        let store = Faulty::default();
        let vault = Vault::new(store.tab()).unwrap();
        library::add(&vault, &survey, NOW).unwrap();
        store.used()
    };
    for room in [0, 10, whole / 2, whole - 1] {
        let store = Faulty::default();
        store.leave_room(Some(room));
        let vault = Vault::new(store.tab()).unwrap();
        let added = library::add(&vault, &survey, NOW);
        assert_eq!(added, Err(StoreError::Full));
        assert_eq!(everything(&store), [], "{room} units of {whole}");
        assert!(!vault.owes());
    }
    let vault = Vault::new(Box::new(Memory::with_room(whole))).unwrap();
    library::add(&vault, &survey, NOW).unwrap();
    assert_eq!(opened(&vault, &survey.head.id), survey);
}

#[test]
fn a_refused_edit_is_read_and_lands_when_there_is_room() {
    let survey = example();
    let id = &survey.head.id;
    let store = Faulty::default();
    let vault = Vault::new(store.tab()).unwrap();
    library::add(&vault, &survey, NOW).unwrap();
    let before = everything(&store);
    store.leave_room(Some(100));

    let mut edited = survey.clone();
    let long: String = (0..6_000).map(|n| format!("{n} ")).collect();
    write_into(&mut edited.sheets[0], "q9", long.trim());
    let kept = library::load(&vault, id, NOW).unwrap().unwrap().kept[0];
    let (partner, sheet) = (&edited.head.partners[0], &edited.sheets[0]);
    let write = library::body(&vault, id, partner, sheet, kept, NOW).unwrap();
    assert_eq!(vault.keep(vec![write.clone()]), Err(StoreError::Full));
    assert_eq!(everything(&store), before, "the store has what it had");
    assert!(vault.owes_key(&write.key));
    assert_eq!(opened(&vault, id), edited);

    store.leave_room(None);
    vault.settle().unwrap();
    assert!(!vault.owes());
    assert_eq!(opened(&Vault::new(store.tab()).unwrap(), id), edited);
}

#[test]
fn a_damaged_record_is_set_aside_also_where_nothing_fits() {
    let survey = example();
    let other = copy_of(&survey, "altra", "2027-01-01");
    let store = Faulty::default();
    let vault = Vault::new(store.tab()).unwrap();
    library::add(&vault, &survey, NOW).unwrap();
    library::add(&vault, &other, NOW).unwrap();
    let key = library::body_key(&survey.head.id, &partner("EC"));
    let damaged = "{".repeat(2_000);
    store.keep(&key.to_string(), &damaged).unwrap();
    store.leave_room(Some(0));
    let before = everything(&store);

    // The survey opens; the copy is due, and the text stays until it has landed.
    let loaded = library::load(&vault, &survey.head.id, NOW).unwrap();
    let loaded = loaded.unwrap();
    assert_eq!(loaded.set_aside[0].key, key.aside(1));
    assert_eq!(loaded.survey.sheets.len(), 10);
    assert_eq!(everything(&store), before);
    let aside = key.aside(1).to_string();
    assert_eq!(vault.read(&aside).unwrap().as_ref(), Some(&damaged));
    // An edit of what stands for it does not overtake the copy.
    keep_behind(&vault, &loaded.survey, 9);
    assert_eq!(everything(&store), before);
    // It is set aside once, also when it is opened again.
    assert_eq!(opened(&vault, &survey.head.id).sheets.len(), 10);
    // Nor does another survey come in meanwhile.
    let third = copy_of(&survey, "terza", "2028-01-01");
    assert_eq!(
        library::add(&vault, &third, NOW),
        Err(StoreError::Full),
        "all of it, also where some would fit"
    );
    assert_eq!(everything(&store), before);

    // A damaged head hides its own survey and no other.
    let head = Key::Head(survey.head.id.clone());
    store.leave_room(None);
    store.keep(&head.to_string(), &damaged).unwrap();
    store.leave_room(Some(0));
    let fresh = Vault::new(store.tab()).unwrap();
    let contents = library::contents(&fresh, NOW).unwrap();
    let ids: Vec<_> = contents.surveys.iter().map(|s| &s.head.id).collect();
    assert_eq!(ids, [&other.head.id]);
    assert_eq!(contents.aside, [head.aside(1)]);
    let text = store.read(&head.to_string()).unwrap();
    assert_eq!(text.as_ref(), Some(&damaged));
    assert_eq!(opened(&fresh, &other.head.id), other);

    // There is room: everything lands.
    store.leave_room(None);
    vault.settle().unwrap();
    fresh.settle().unwrap();
    assert_eq!(store.read(&aside).unwrap(), Some(damaged.clone()));
    let aside = head.aside(1).to_string();
    assert_eq!(store.read(&aside).unwrap(), Some(damaged));
    assert_eq!(store.read(&head.to_string()).unwrap(), None);
}

/// An edit that has to wait.
fn keep_behind(vault: &Vault, survey: &rilievo::model::Survey, at: usize) {
    let mut survey = survey.clone();
    write_into(&mut survey.sheets[at], "q9", "da capo");
    let kept = library::Kept::default();
    let (partner, sheet) = (&survey.head.partners[at], &survey.sheets[at]);
    let write = library::body(vault, &survey.head.id, partner, sheet, kept, NOW).unwrap();
    assert_eq!(vault.keep(vec![write]), Err(StoreError::Full));
}

#[test]
fn partners_come_in_the_order_of_their_places() {
    let store = Faulty::default();
    let vault = Vault::new(store.tab()).unwrap();
    let mut survey = example();
    library::add(&vault, &survey, NOW).unwrap();
    // One more, between the first two: no other record is written.
    let newcomer = rilievo::model::Partner {
        id: partner("nuovo"),
        ..survey.head.partners[0].clone()
    };
    let kept = library::Kept {
        place: library::STEP + library::STEP / 2,
        stamp: 0,
    };
    let sheet = Sheet::expected(partner("nuovo"));
    let id = survey.head.id.clone();
    let write = library::body(&vault, &id, &newcomer, &sheet, kept, NOW).unwrap();
    store.flush();
    vault.keep(vec![write]).unwrap();
    assert_eq!(store.log().len(), 1);
    survey.head.partners.insert(1, newcomer);
    survey.sheets.insert(1, sheet);
    assert_eq!(opened(&vault, &id), survey);
}

/// What the first version of the app left in the browsers that knew it.
#[test]
fn a_long_survey_is_opened_at_a_sheet_and_is_whole_once_the_rest_was_read() {
    let store = Faulty::default();
    let vault = Vault::new(store.tab()).unwrap();
    let survey = generate::survey(11, 120);
    let id = &survey.head.id;
    library::add(&vault, &survey, NOW).unwrap();
    let whole = library::load(&vault, id, NOW).unwrap().unwrap();
    assert_eq!(whole.survey, survey);

    for at in [0, 57, 119] {
        let partner = &survey.head.partners[at].id;
        let (begun, mut rest) = library::begin(&vault, id, NOW).unwrap().unwrap();
        assert_eq!(begun.survey.sheets, []);
        assert_eq!(begun.head_stamp, whole.head_stamp);
        let (mut mine, kept) = rest.read_first(&vault, partner, NOW).unwrap().unwrap();
        assert_eq!(mine.partner, survey.head.partners[at]);
        assert_eq!(mine.sheet, survey.sheets[at]);
        assert_eq!(kept, whole.kept[at]);

        // It is written on before the others are there, which come one by one.
        write_into(&mut mine.sheet, "q9", "scritto intanto");
        let mut sheets = survey.sheets.clone();
        sheets[at] = mine.sheet.clone();
        let mut turns = 1;
        while rest.read(&vault, NOW, || false).unwrap() {
            turns += 1;
        }
        assert_eq!((turns, rest.hundredths()), (119, 100));
        let all = rest.with(Some((mine, kept)));
        assert_eq!(all.partners, survey.head.partners);
        assert_eq!(all.kept, whole.kept);
        assert_eq!(all.sheets, sheets);
    }
}

#[test]
fn what_is_short_or_damaged_is_not_opened_at_a_sheet() {
    let store = Faulty::default();
    let vault = Vault::new(store.tab()).unwrap();
    let short = example();
    library::add(&vault, &short, NOW).unwrap();
    let first = |survey: &Survey, id: &PartnerId| {
        let (_, mut rest) = library::begin(&vault, &survey.head.id, NOW)
            .unwrap()
            .unwrap();
        (rest.read_first(&vault, id, NOW).unwrap(), rest)
    };
    assert!(first(&short, &partner("EC")).0.is_none());

    let long = generate::survey(11, 120);
    let id = &long.head.id;
    library::add(&vault, &long, NOW).unwrap();
    assert!(first(&long, &partner("nobody")).0.is_none());
    // A body that cannot be read is set aside while the rest is read.
    let damaged = library::body_key(id, &long.head.partners[3].id);
    store.keep(&damaged.to_string(), "null").unwrap();
    let (begun, mut rest) = first(&long, &long.head.partners[5].id);
    assert!(begun.is_some() && rest.set_aside.is_empty());
    assert!(!rest.read(&vault, NOW, || true).unwrap());
    let was: Vec<_> = rest.set_aside.iter().map(|aside| &aside.was).collect();
    assert_eq!(was, [&damaged]);
    // And nothing of a head that cannot be read is shown.
    store
        .keep(&Key::Head(id.clone()).to_string(), "[]")
        .unwrap();
    assert!(library::begin(&vault, id, NOW).unwrap().is_none());
}

#[test]
fn surveys_of_the_first_layout_are_moved() {
    let store = Memory::default();
    let survey = example();
    let id = &survey.head.id;
    let root = format!("rilievo/1/s/{id}");
    let head = serde_json::json!({ "head": survey.head, "beside": 7 });
    store
        .keep(&format!("{root}/head"), &head.to_string())
        .unwrap();
    for sheet in &survey.sheets {
        let text = serde_json::to_string(sheet).unwrap();
        let text = if sheet.partner == partner("3") {
            "{"
        } else {
            &text
        };
        store
            .keep(&format!("{root}/sheet/{}", sheet.partner), text)
            .unwrap();
    }
    store.keep("rilievo/1/aside/1/s/x/head", "[").unwrap();
    store.keep("rilievo/1/setting/locale", "en").unwrap();
    let vault = Vault::new(Box::new(store)).unwrap();
    assert!(first_layout::is_here(&vault));

    let writes = first_layout::move_all(&vault, 1_795_000_000_000).unwrap();
    assert_eq!(writes.len(), 11);
    assert!(!first_layout::is_here(&vault));
    let mut expected = survey.clone();
    let at = expected
        .sheets
        .iter()
        .position(|s| s.partner == partner("3"));
    expected.sheets[at.unwrap()] = Sheet::expected(partner("3"));
    expected.extra.insert("beside".into(), 7.into());
    assert_eq!(opened(&vault, id), expected);
    let aside = library::contents(&vault, 1_795_000_000_001).unwrap().aside;
    let texts = aside
        .iter()
        .map(|key| vault.read(&key.to_string()).unwrap());
    assert_eq!(
        texts.collect::<Vec<_>>(),
        [Some("{".into()), Some("[".into())]
    );
    // Once more finds nothing.
    assert_eq!(
        first_layout::move_all(&vault, 1_795_000_000_002).unwrap(),
        []
    );
}
