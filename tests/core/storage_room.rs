//! Room: what an edit costs, snapshots as many as fit, the trash, earlier
//! answers, and what the health page is told.

use crate::faulty::{Bend, Faulty, bent};
use crate::library_life::{NOW, everything, partner, write_into};
use crate::vaults::{edit, edited, found, reopened, small};
use rilievo::model::{Answer, AnswerState, Revision, Sheet, Survey};
use rilievo::storage::history::{self, Past, SITTING};
use rilievo::storage::snapshots::{self, Snapshot, Taken, Why};
use rilievo::storage::{Key, Store, StoreError, Vault, health, library, trash};

const DAY: u64 = 24 * 60 * 60 * 1000;

fn store() -> (Faulty, Vault, Survey) {
    let store = Faulty::default();
    let vault = reopened(&store);
    let survey = small(3);
    library::add(&vault, &survey, NOW).unwrap();
    store.flush();
    (store, vault, survey)
}

#[test]
fn an_edit_costs_the_same_with_ten_and_with_two_thousand_partners() {
    let cost = |partners: usize| {
        let store = Faulty::default();
        let vault = reopened(&store);
        let survey = small(10);
        library::add(&vault, &survey, NOW).unwrap();
        // Their records are the same but for the key.
        let one = library::body_key(&survey.head.id, &partner("p0"));
        let text = store.read(&one.to_string()).unwrap().unwrap();
        for n in 10..partners {
            let key = library::body_key(&survey.head.id, &partner(&format!("p{n}")));
            store.write(&key.to_string(), &text).unwrap();
        }
        store.take_count();
        let survey = edited(&survey, 3, "una risposta");
        let before = Past::new("q1", false, Answer::in_state(AnswerState::Unclear));
        let (id, whose) = (&survey.head.id, partner("p3"));
        let note = history::note(&vault, id, &whose, &[before], NOW).unwrap();
        vault
            .keep(vec![edit(&vault, &survey, 3, NOW), note.unwrap()])
            .unwrap();
        let with_history = store.take_count();
        let survey = edited(&survey, 3, "un'altra");
        vault.keep(vec![edit(&vault, &survey, 3, NOW)]).unwrap();
        (with_history, store.take_count())
    };
    let (with_history, alone) = cost(10);
    assert_eq!((with_history, alone), cost(2_000));
    assert_eq!((alone.writes, alone.removes, alone.lists), (1, 0, 0));
    assert!(alone.units < 400, "{alone:?}");
    assert!(with_history.writes <= 5, "{with_history:?}");
}

fn ats(vault: &Vault, survey: &Survey) -> Vec<u64> {
    let list = snapshots::list(vault, &survey.head.id).unwrap();
    list.iter().map(|snapshot| snapshot.at).collect()
}

#[test]
fn the_ring_holds_ten_and_the_oldest_goes() {
    let (_, vault, survey) = store();
    for n in 0..12 {
        let survey = edited(&survey, 0, &format!("giorno {n}"));
        let at = NOW + n * DAY;
        let taken = snapshots::take(&vault, &survey, Why::Daily, at);
        assert_eq!(taken, Ok(Taken::Yes));
        // The same again is not taken again, for any reason.
        let again = snapshots::take(&vault, &survey, Why::Import, at + 1);
        assert_eq!(again, Ok(Taken::Unchanged));
    }
    let expected: Vec<u64> = (2..12).rev().map(|n| NOW + n * DAY).collect();
    assert_eq!(ats(&vault, &survey), expected);
    // A clock that has gone back makes no newest that is older.
    let taken = snapshots::take(&vault, &survey, Why::Import, 7);
    assert_eq!(taken, Ok(Taken::Yes));
    assert_eq!(ats(&vault, &survey)[0], NOW + 11 * DAY + 1);
    let list = snapshots::list(&vault, &survey.head.id).unwrap();
    let newest = snapshots::read(&vault, &list[0]).unwrap();
    assert_eq!(newest, Some(survey));
}

/// Fills up to so many units with what is somebody else's.
fn fill_to(store: &Faulty, units: usize) {
    store.remove("x").unwrap();
    let room = units - store.used() - 1;
    store.write("x", &"x".repeat(room)).unwrap();
}

#[test]
fn snapshots_make_room_for_the_newest_and_never_pass_four_fifths() {
    let (store, vault, survey) = store();
    let mut size = 0;
    for n in 0..3 {
        let before = store.used();
        let survey = edited(&survey, 0, &format!("numero {n}"));
        snapshots::take(&vault, &survey, Why::Daily, NOW + n).unwrap();
        size = store.used() - before;
    }
    fill_to(&store, health::WARN_AT);
    let newest = edited(&survey, 0, "numero 8");
    let taken = snapshots::take(&vault, &newest, Why::Import, NOW + 9);
    assert_eq!(taken, Ok(Taken::Yes));
    assert_eq!(snapshots::may_fit(&vault, &survey.head.id), Ok(true));
    assert!(store.used() <= health::WARN_AT);
    assert_eq!(ats(&vault, &survey)[0], NOW + 9);
    // As many as had to went, and no more.
    let left = store.used() + 2 * size > health::WARN_AT;
    assert!(left && ats(&vault, &survey).len() >= 2);

    // Where not even all of them would make room, they stay.
    fill_to(&store, health::WARN_AT + 4 * size);
    let before = everything(&store);
    let taken = snapshots::take(&vault, &survey, Why::Import, NOW + 10);
    assert_eq!(taken, Ok(Taken::NoRoom));
    assert_eq!(everything(&store), before);

    // Of a store far too full that is known before the survey is looked at.
    fill_to(&store, 2 * health::WARN_AT);
    assert_eq!(snapshots::may_fit(&vault, &survey.head.id), Ok(false));
}

#[test]
fn the_last_good_snapshot_skips_damaged_ones() {
    let (store, vault, survey) = store();
    let id = &survey.head.id;
    assert_eq!(snapshots::last_good(&vault, id), Ok(None));
    for n in 0..3 {
        let survey = edited(&survey, 0, &format!("numero {n}"));
        snapshots::take(&vault, &survey, Why::Daily, NOW + n).unwrap();
    }
    for at in [NOW + 2, NOW + 1] {
        let key = Key::Snapshot(id.clone(), at, Why::Daily).to_string();
        let text = store.read(&key).unwrap().unwrap();
        store.write(&key, &bent(&text, Bend::Flipped)).unwrap();
    }
    let (snapshot, was) = snapshots::last_good(&vault, id).unwrap().unwrap();
    assert_eq!(snapshot.at, NOW);
    assert_eq!(was, edited(&survey, 0, "numero 0"));
    // A damaged one can be dropped, and stands in nobody's way.
    for snapshot in snapshots::list(&vault, id).unwrap() {
        snapshots::remove(&vault, &snapshot).unwrap();
    }
    assert!(ats(&vault, &survey).is_empty());
}

#[test]
fn a_snapshot_from_the_end_of_time_does_no_harm() {
    let (store, vault, survey) = store();
    let end = Snapshot {
        survey: survey.head.id.clone(),
        at: u64::MAX,
        why: Why::Daily,
    };
    store.write(&end.key().to_string(), "?").unwrap();
    let taken = snapshots::take(&vault, &survey, Why::Daily, NOW);
    assert_eq!(taken, Ok(Taken::Yes));
    let (_, was) = snapshots::last_good(&vault, &survey.head.id)
        .unwrap()
        .unwrap();
    assert_eq!(was, survey);
    // A moment is written in one way only; other ways are somebody else's.
    for at in ["+5", "05", "-5", ""] {
        let key = format!("rilievo/2/s/a/was/{at}-daily");
        assert_eq!(Key::parse(&key), None, "{key}");
    }
}

#[test]
fn the_trash_keeps_a_survey_for_thirty_days() {
    let (store, vault, survey) = store();
    let id = &survey.head.id;
    let then = NOW + DAY;
    let mark = trash::put_in(&vault, id, then).unwrap();
    store.flush();
    vault.keep(vec![mark]).unwrap();
    assert_eq!(store.log().len(), 1, "one write");
    assert_eq!(found(&reopened(&store)), [(Some(then), survey.clone())]);
    assert!(!trash::is_over(NOW, NOW + 30 * DAY));
    assert!(trash::is_over(NOW, NOW + 30 * DAY + 1));
    assert!(!trash::is_over(NOW, NOW - DAY), "the clock has gone back");
    let out = trash::take_out(&vault, id, NOW + 1).unwrap();
    vault.keep(vec![out]).unwrap();
    assert_eq!(found(&reopened(&store)), [(None, survey.clone())]);

    // A mark that cannot be read is none.
    let mark = trash::put_in(&vault, id, NOW).unwrap();
    store
        .write(&mark.key, &bent(&mark.text.unwrap(), Bend::Truncated))
        .unwrap();
    assert_eq!(trash::since(&vault, id), Ok(None));
}

/// The mark may outlive its survey where a removal was interrupted.
#[test]
fn a_survey_that_comes_anew_is_not_in_the_trash() {
    let (store, vault, survey) = store();
    let id = &survey.head.id;
    let mark = trash::put_in(&vault, id, NOW).unwrap();
    vault.keep(vec![mark]).unwrap();
    store.flush();
    library::remove(&vault, id, NOW).unwrap();
    // A note of the removal, and the head is gone.
    store.crash(2);
    let vault = reopened(&store);
    assert_eq!(found(&vault), []);
    library::add(&vault, &survey, NOW).unwrap();
    assert_eq!(found(&vault), [(None, survey.clone())]);

    // Put in the place of a survey whose head is lost, it has its own partners
    // and no others.
    let head = Key::Head(id.clone()).to_string();
    store.write(&head, "lost").unwrap();
    let (two, kept) = (small(2), library::keys_of(&vault, id).unwrap().len());
    assert_eq!(kept, 4);
    library::replace(&vault, &two, NOW).unwrap();
    assert_eq!(found(&reopened(&store)), [(None, two)]);
}

#[test]
fn a_record_of_another_survey_is_not_taken_for_its_own() {
    let (store, vault, survey) = store();
    let head = store.read(&Key::Head(survey.head.id.clone()).to_string());
    let stray = Key::Head(crate::vaults::survey_id("altra"));
    store
        .write(&stray.to_string(), &head.unwrap().unwrap())
        .unwrap();
    let contents = library::contents(&vault, NOW).unwrap();
    assert_eq!(contents.surveys.len(), 1);
    assert_eq!(contents.aside, [stray.aside(1)]);
    assert_eq!(found(&vault), [(None, survey)]);
}

#[test]
fn what_was_half_set_aside_is_listed_once() {
    let (store, vault, survey) = store();
    let head = Key::Head(survey.head.id.clone());
    store.write(&head.to_string(), "lost").unwrap();
    store.write(&head.aside(1).to_string(), "lost").unwrap();
    let contents = library::contents(&vault, NOW).unwrap();
    assert_eq!(contents.aside, [head.aside(1)]);
}

#[test]
fn room_is_what_the_store_uses() {
    let (store, vault, survey) = store();
    snapshots::take(&vault, &survey, Why::Daily, NOW).unwrap();
    let other = crate::library_life::copy_of(&survey, "altra", "2027-01-01");
    library::add(&vault, &other, NOW).unwrap();
    vault.claim().unwrap();
    vault.set(&Key::Setting("locale".into()), "it").unwrap();
    store.write("todo", "pane 🥖").unwrap();
    store.write("rilievo/2/aside/1/s/x/head", "lost").unwrap();
    // Refused edits are no room that is used yet.
    for due in [false, true] {
        if due {
            store.refuse(Some(StoreError::Full));
            let survey = edited(&survey, 0, "aspetta");
            let _ = vault.keep(vec![edit(&vault, &survey, 0, NOW)]);
            let new = trash::put_in(&vault, &survey.head.id, NOW).unwrap();
            let _ = vault.keep(vec![new]);
            assert!(vault.owes());
        }
        let room = health::room(&vault).unwrap();
        assert_eq!(room.used(), store.used());
        assert_eq!(room.used(), health::used(&vault).unwrap());
        assert_eq!(room.foreign, "todopane ".len() + 2);
        assert_eq!(room.surveys.len(), 2);
        assert!(room.surveys.iter().any(|s| s.snapshots > 0));
        assert!(room.surveys.iter().any(|s| s.snapshots == 0));
        assert!(room.others > 0);
    }
}

#[test]
fn the_self_test_finds_a_damaged_record_and_leaves_nothing_behind() {
    let (store, vault, survey) = store();
    snapshots::take(&vault, &survey, Why::Daily, NOW).unwrap();
    let before = everything(&store);
    let sound = health::self_test(&vault, NOW).unwrap();
    assert_eq!((sound.sound, sound.damaged.len()), (5, 0));
    assert_eq!(sound.refused, None);
    assert_eq!(everything(&store), before);

    let key = library::body_key(&survey.head.id, &partner("p1"));
    let text = store.read(&key.to_string()).unwrap().unwrap();
    let damaged = bent(&text, Bend::Flipped);
    store.write(&key.to_string(), &damaged).unwrap();
    let before = everything(&store);
    store.refuse(Some(StoreError::Full));
    let found = health::self_test(&vault, NOW).unwrap();
    assert_eq!((found.sound, found.damaged), (4, vec![key]));
    assert_eq!(found.refused, Some(StoreError::Full));
    store.refuse(None);
    // A store that changes what it is given is found out.
    store.bend_next(Bend::Flipped);
    let found = health::self_test(&vault, NOW).unwrap();
    assert_eq!(found.refused, Some(StoreError::NotKept));
    assert_eq!(everything(&store), before);
}

#[test]
fn a_store_that_vanishes_stops_nothing() {
    let (store, vault, survey) = store();
    store.go_away(true);
    assert!(Vault::new(store.tab()).is_err());
    let written = edited(&survey, 0, "scritto");
    assert!(library::load(&vault, &survey.head.id, NOW).is_err());
    assert!(health::self_test(&vault, NOW).is_err());
    store.go_away(false);
    let write = edit(&vault, &written, 0, NOW);
    store.go_away(true);
    assert!(vault.keep(vec![write]).is_err());
    store.go_away(false);
    vault.settle().unwrap();
    assert_eq!(found(&vault), [(None, written.clone())]);
    // Evicted: nothing is there, and a survey can be added.
    store.evict();
    assert_eq!(found(&vault), []);
    library::add(&vault, &survey, NOW).unwrap();
    assert_eq!(found(&reopened(&store)), [(None, survey)]);
}

#[test]
fn code_that_is_older_than_the_store_writes_nothing() {
    let (store, vault, survey) = store();
    let id = &survey.head.id;
    // A change that was begun, one that was not, and damage.
    let new = edited(&edited(&survey, 0, "a"), 1, "b");
    library::replace(&vault, &new, NOW).unwrap();
    let other = store.copy();
    other.crash(2);
    store.crash(4);
    for store in [store, other] {
        let body = library::body_key(id, &partner("p2")).to_string();
        store.write(&body, "damaged").unwrap();
        store.write("rilievo/layout", "3").unwrap();
        store.flush();
        let before = everything(&store);
        let vault = reopened(&store);
        assert_eq!(vault.claim(), Err(StoreError::Older));
        let loaded = library::load(&vault, id, NOW).unwrap().unwrap();
        assert_eq!(loaded.set_aside.len(), 1);
        library::contents(&vault, NOW).unwrap();
        let write = edit(&vault, &new, 0, NOW);
        assert_eq!(vault.keep(vec![write]), Err(StoreError::Older));
        let write = edit(&vault, &new, 1, NOW);
        assert_eq!(vault.change(vec![write.clone()]), Err(StoreError::Older));
        assert_eq!(vault.add(&[write]), Err(StoreError::Older));
        let locale = Key::Setting("locale".into());
        assert_eq!(vault.set(&locale, "it"), Err(StoreError::Older));
        let third = crate::library_life::copy_of(&survey, "terza", "2028-01-01");
        assert!(library::add(&vault, &third, NOW).is_err());
        assert!(library::replace(&vault, &new, NOW).is_err());
        assert!(library::remove(&vault, id, NOW).is_err());
        assert!(snapshots::take(&vault, &survey, Why::Daily, NOW).is_err());
        health::self_test(&vault, NOW).unwrap();
        assert_eq!(vault.settle(), Err(StoreError::Older));
        assert_eq!(everything(&store), before);
        assert_eq!(store.not_on_disk(), 0);
    }
}

fn answer(text: &str, n: u32) -> Answer {
    let mut sheet = Sheet::expected(partner("p0"));
    write_into(&mut sheet, "q1", text);
    let (_, mut answer) = sheet.answers.into_iter().next().unwrap();
    answer.revision.n = n;
    answer
}

#[test]
fn earlier_answers_are_kept_once_and_up_to_a_limit() {
    let (_, vault, survey) = store();
    let (id, whose) = (&survey.head.id, partner("p0"));
    let note = |past: &[Past]| {
        let note = history::note(&vault, id, &whose, past, NOW).unwrap();
        let is_new = note.is_some();
        vault.keep(note.into_iter().collect()).unwrap();
        is_new
    };
    let one = Past::new("q1", false, answer("uno", 1));
    let contact = Past::new("q1", true, answer("uno", 1));
    assert!(note(std::slice::from_ref(&one)));
    assert!(!note(std::slice::from_ref(&one)), "it is there already");
    assert!(note(&[one.clone(), contact.clone()]));
    let read = || history::read(&vault, id, &whose).unwrap().past;
    assert_eq!(read(), [one, contact]);
    let many: Vec<_> = (0..u32::try_from(history::MOST).unwrap())
        .map(|n| Past::new("q2", false, answer("molte", n)))
        .collect();
    assert!(note(&many));
    assert_eq!(read(), many, "the oldest have gone");
    let other = history::read(&vault, id, &partner("p1")).unwrap();
    assert_eq!(other.past, []);
}

#[test]
fn what_stood_there_within_a_sitting_is_not_kept() {
    let by = |by: &str, n| Revision {
        n,
        by: Some(by.into()),
        ..Revision::default()
    };
    let is_worth = |before: &Revision, then| history::is_worth_keeping(before, "here", then, NOW);
    let ago = |time: u64| Some(NOW - time);
    assert!(!is_worth(&by("here", 1), ago(SITTING - 1)));
    assert!(is_worth(&by("here", 1), ago(SITTING)));
    assert!(is_worth(&by("here", 1), None));
    assert!(is_worth(&by("there", 1), ago(1)));
    assert!(!is_worth(&by("there", 0), ago(1)), "nobody wrote it");
    assert!(!is_worth(&by("here", 1), Some(NOW + DAY)), "clock back");
}
