//! An import of several surveys, and taking it back: whole or not at all, and
//! nothing that was written since is lost.

use crate::faulty::{Faulty, FaultyJournal, now};
use crate::library_life::{NOW, copy_of, everything, partner, write_into};
use crate::vaults::{edit, edited, found, reopened, small, survey_id};
use rilievo::bundle;
use rilievo::model::{Survey, SurveyId};
use rilievo::storage::undo::{self, Edited};
use rilievo::storage::{
    Entry, Journal, Key, StoreError, Vault, Write, history, import, library, trash,
};

const DAY: u64 = 24 * 60 * 60 * 1000;

/// A store with two surveys of three and two partners, on the disk; something
/// is written in the first.
fn store() -> (Faulty, Survey, Survey) {
    let store = Faulty::default();
    let vault = reopened(&store);
    let mine = edited(&small(3), 0, "Oracle");
    let other = copy_of(&small(2), "altra", "2027-01-01");
    for survey in [&mine, &other] {
        library::add(&vault, survey, NOW).unwrap();
    }
    store.flush();
    (store, mine, other)
}

/// What comes: the first survey with an answer overwritten, one more and a new
/// partner; and a survey that is not here.
fn arrivals(mine: &Survey) -> Vec<Survey> {
    let mut after = edited(&edited(mine, 0, "Postgres"), 1, "anche");
    let more = small(4);
    after.head.title = "Nuovo titolo".into();
    after.head.partners.push(more.head.partners[3].clone());
    after.sheets.push(more.sheets[3].clone());
    vec![after, copy_of(&small(2), "terza", "2028-01-01")]
}

fn import_into(vault: &Vault, surveys: &[Survey]) -> Vec<Write> {
    import::apply(vault, surveys, 2, NOW + DAY).unwrap()
}

#[track_caller]
fn undone(vault: &Vault) -> Vec<Write> {
    let last = undo::last(vault, NOW + DAY).unwrap().expect("an import");
    undo::undo(vault, &last, NOW + 2 * DAY).unwrap()
}

#[track_caller]
fn since(vault: &Vault) -> Edited {
    let last = undo::last(vault, NOW + DAY).unwrap().expect("an import");
    undo::edited(vault, &last).unwrap()
}

fn past(vault: &Vault, survey: &SurveyId, of: &str) -> Vec<String> {
    let history = history::read(vault, survey, &partner(of)).unwrap();
    let past = history.past.iter();
    past.map(|past| past.answer.text().to_owned()).collect()
}

#[test]
fn an_import_brings_all_and_its_undo_takes_all_back() {
    let (store, mine, _) = store();
    let (vault, id) = (reopened(&store), mine.head.id.clone());
    let before = found(&vault);
    let records = everything(&store);
    let surveys = arrivals(&mine);
    import_into(&vault, &surveys);
    let after = found(&reopened(&store));
    assert_eq!(after[1].1, surveys[0]);
    assert_eq!(after[2].1, surveys[1]);
    assert_eq!(after[0], before[0], "the other one is as it was");
    assert_eq!(past(&vault, &id, "p0"), ["Oracle"], "what was overwritten");

    // A page that is opened later knows of it, and takes it back.
    let later = reopened(&store);
    let last = undo::last(&later, NOW + DAY).unwrap().unwrap();
    assert_eq!((last.imported.files, last.imported.added.len()), (2, 1));
    assert!(last.at >= NOW + DAY);
    assert!(since(&later).is_empty());
    undone(&later);
    let again = reopened(&store);
    assert_eq!(found(&again), before);
    let fingerprint = |found: &[(Option<u64>, Survey)]| bundle::fingerprint(&found[1].1);
    assert_eq!(fingerprint(&found(&again)), fingerprint(&before));
    assert_eq!(past(&again, &id, "p0"), [""; 0]);
    assert_eq!(undo::last(&again, NOW + 2 * DAY).unwrap(), None);
    // The next page drops the notes of what was removed; nothing else is left.
    again.replay(Vec::new(), NOW + 9 * DAY).unwrap();
    let keys = |all: &[(String, String)]| all.iter().map(|(key, _)| key.clone()).collect();
    let (now, then): (Vec<_>, Vec<_>) = (keys(&everything(&store)), keys(&records));
    assert_eq!(now, then);
}

#[test]
fn an_import_writes_what_differs_and_nothing_else() {
    let (store, mine, _) = store();
    let vault = reopened(&store);
    let writes = import_into(&vault, &[edited(&mine, 1, "solo questa")]);
    let keys: Vec<_> = writes.iter().map(|w| Key::parse(&w.key).unwrap()).collect();
    let body = library::body_key(&mine.head.id, &partner("p1"));
    assert_eq!(keys, [body, Key::Undo]);
    // The same once more is no import: the one before can still be undone.
    store.flush();
    let same = edited(&mine, 1, "solo questa");
    assert_eq!(import_into(&vault, &[same]), []);
    assert_eq!(store.not_on_disk(), 0);
    undone(&vault);
    assert_eq!(found(&vault)[1].1, mine);
}

#[test]
fn a_partner_between_others_gets_its_place_and_the_others_keep_theirs() {
    let (store, mine, _) = store();
    let vault = reopened(&store);
    let mut after = mine.clone();
    let more = small(4);
    after.head.partners.insert(1, more.head.partners[3].clone());
    after.sheets.insert(1, more.sheets[3].clone());
    let writes = import_into(&vault, std::slice::from_ref(&after));
    assert_eq!(writes.len(), 2, "the new partner, and what undoes it");
    assert_eq!(found(&reopened(&store))[1].1, after);
    undone(&vault);
    assert_eq!(found(&reopened(&store))[1].1, mine);
}

#[test]
fn only_the_last_import_can_be_undone_and_for_thirty_days() {
    let (store, mine, _) = store();
    let vault = reopened(&store);
    let first = edited(&mine, 0, "prima");
    import_into(&vault, std::slice::from_ref(&first));
    import_into(&vault, &[edited(&first, 1, "seconda")]);
    let last = |at| undo::last(&vault, at).unwrap();
    assert!(last(NOW + 31 * DAY).is_some());
    assert_eq!(last(NOW + 32 * DAY), None);
    assert_eq!(undo::forget(&vault, None, NOW + 2 * DAY).unwrap(), None);
    assert!(
        undo::forget(&vault, None, NOW + 32 * DAY)
            .unwrap()
            .is_some()
    );
    undone(&vault);
    assert_eq!(found(&vault)[1].1, first);
    assert_eq!(last(NOW + DAY), None);
}

#[test]
fn what_was_edited_since_is_counted_and_stays_in_the_history() {
    let (store, mine, _) = store();
    let (vault, id) = (reopened(&store), mine.head.id.clone());
    let surveys = arrivals(&mine);
    import_into(&vault, &surveys);
    let newer = edited(&surveys[0], 0, "scritto dopo");
    vault
        .keep(vec![edit(&vault, &newer, 0, NOW + DAY)])
        .unwrap();
    let edits = since(&vault);
    assert_eq!((edits.sheets, &edits.surveys[..]), (1, &[id.clone()][..]));
    assert_eq!(edits.added, []);
    undone(&vault);
    assert_eq!(found(&vault)[1].1, mine, "as it was before");
    assert_eq!(past(&vault, &id, "p0"), ["Oracle", "scritto dopo"]);
    assert_eq!(
        past(&vault, &id, "p1"),
        [""; 0],
        "nobody has edited this one"
    );
}

#[test]
fn a_survey_that_came_and_was_edited_since_goes_into_the_trash() {
    let (store, mine, _) = store();
    let vault = reopened(&store);
    let surveys = arrivals(&mine);
    import_into(&vault, &surveys);
    let third = survey_id("terza");
    let newer = edited(&surveys[1], 1, "scritto dopo");
    vault
        .keep(vec![edit(&vault, &newer, 1, NOW + 2 * DAY)])
        .unwrap();
    let edits = since(&vault);
    assert_eq!((edits.sheets, &edits.added[..]), (1, &[third][..]));
    undone(&vault);
    let now = found(&reopened(&store));
    assert!(now[2].0.is_some(), "it is in the trash");
    assert_eq!(now[2].1, newer, "with what was written");
    assert_eq!(now[1].1, mine);
}

#[test]
fn what_was_deleted_since_stays_deleted() {
    let (store, mine, other) = store();
    let vault = reopened(&store);
    let surveys = arrivals(&mine);
    import_into(&vault, &surveys);
    library::remove(&vault, &mine.head.id, NOW + 2 * DAY).unwrap();
    let mark = trash::put_in(&vault, &survey_id("terza"), NOW + 2 * DAY).unwrap();
    vault.keep(vec![mark]).unwrap();
    assert!(since(&vault).is_empty());
    undone(&vault);
    let now = found(&reopened(&store));
    assert_eq!((now.len(), &now[0].1), (2, &other));
    assert!(now[1].0.is_some());
    assert_eq!(now[1].1, surveys[1]);
}

#[test]
fn of_a_survey_deleted_for_good_the_undo_keeps_nothing() {
    let (store, mine, other) = store();
    let vault = reopened(&store);
    import_into(&vault, &arrivals(&mine));
    let forget = |id| undo::forget(&vault, Some(id), NOW + DAY).unwrap();
    assert_eq!(forget(&other.head.id), None);
    assert!(forget(&mine.head.id).is_some());
    let write = forget(&survey_id("terza")).unwrap();
    vault.keep(vec![write]).unwrap();
    assert_eq!(undo::last(&vault, NOW + DAY).unwrap(), None);
}

#[test]
fn what_does_not_fit_changes_nothing() {
    let (store, mine, _) = store();
    let surveys = arrivals(&mine);
    let before = found(&reopened(&store));
    let needed = {
        let store = store.copy();
        let was = store.used();
        import_into(&reopened(&store), &surveys);
        store.used() - was
    };
    for room in (0..needed).step_by(97) {
        let store = store.copy();
        let vault = reopened(&store);
        let records = everything(&store);
        store.leave_room(Some(room));
        let done = import::apply(&vault, &surveys, 2, NOW + DAY);
        assert_eq!(done, Err(StoreError::Full), "with room for {room}");
        assert!(!vault.owes());
        assert_eq!(everything(&store), records, "with room for {room}");
        assert_eq!(found(&vault), before);
    }
}

#[test]
fn the_journal_brings_back_an_import_and_what_undoes_it() {
    let (store, mine, _) = store();
    let journal = FaultyJournal::default();
    let tell = |writes: &[Write]| {
        let entries = writes.iter().map(Entry::of).collect();
        now(journal.commit(entries)).unwrap().unwrap();
    };
    let before = found(&reopened(&store));
    let surveys = arrivals(&mine);
    let vault = reopened(&store);
    tell(&import_into(&vault, &surveys));
    let after = found(&vault);
    // Nothing of it has come to the disk.
    store.crash(0);
    assert_eq!(found(&reopened(&store)), before);
    let vault = reopened(&store);
    vault.replay(journal.all(), NOW + DAY).unwrap();
    assert_eq!(found(&vault), after);
    assert!(since(&vault).is_empty());
    store.flush();
    // Nor of taking it back.
    tell(&undone(&vault));
    store.crash(0);
    let vault = reopened(&store);
    assert_eq!(found(&vault), after);
    vault.replay(journal.all(), NOW + 2 * DAY).unwrap();
    assert_eq!(found(&vault), before);
    assert_eq!(undo::last(&vault, NOW + 2 * DAY).unwrap(), None);
}

/// Another page shows what the import has brought; the record that takes it back
/// follows what that page knows, so that it takes it over.
#[test]
fn a_page_beside_sees_that_the_undo_follows_what_it_knows() {
    let (store, mine, _) = store();
    let vault = reopened(&store);
    import_into(&vault, &arrivals(&mine));
    let key = library::body_key(&mine.head.id, &partner("p0")).to_string();
    let read = || library::read_body(&vault.read(&key).unwrap().unwrap()).unwrap();
    let (_, known) = read();
    undone(&vault);
    let (body, stamp) = read();
    assert_eq!(body.after, known);
    assert!(stamp > known);
    assert_eq!(body.sheet, mine.sheets[0]);
}

#[test]
fn an_answer_that_says_the_same_is_no_earlier_one() {
    let (store, mine, _) = store();
    let vault = reopened(&store);
    let mut after = mine.clone();
    write_into(&mut after.sheets[0], "q2", "altro");
    for (_, answer) in &mut after.sheets[0].answers {
        answer.revision.n += 1;
    }
    import_into(&vault, &[after]);
    assert_eq!(past(&vault, &mine.head.id, "p0"), [""; 0]);
}
