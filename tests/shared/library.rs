//! What holds for surveys in any store: run natively in memory, and in the
//! browser in its local storage.

use rilievo::bundle;
use rilievo::model::{
    PartnerId, QuestionId, Sheet, SheetStatus, Stamp, Survey, SurveyId, Timestamp,
};
use rilievo::storage::library::{self, SetAside};
use rilievo::storage::{Key, Store};
use std::slice;

/// The survey that ships with the page.
pub fn example() -> Survey {
    let bytes = include_bytes!("../../public/examples/payflowpa-a21.json");
    bundle::read(bytes).unwrap().survey
}

/// The same survey under another id, made on another day.
pub fn copy_of(survey: &Survey, id: &str, day: &str) -> Survey {
    let mut copy = survey.clone();
    copy.head.id = SurveyId::new(id).unwrap();
    copy.head.title = format!("Copia: {}", survey.head.title);
    copy.head.created = Some(Timestamp::new(format!("{day}T10:00:00.000Z")));
    copy
}

pub fn partner(id: &str) -> PartnerId {
    PartnerId::new(id).unwrap()
}

/// Writes an answer into a sheet, as the form does.
pub fn write_into(sheet: &mut Sheet, question: &str, text: &str) {
    let stamp = Stamp {
        at: Timestamp::new("2026-11-23T10:00:00.000Z"),
        by: "here".into(),
    };
    let question = QuestionId::new(question).unwrap();
    assert!(sheet.edit(&question, &stamp, |answer| answer.set_text(text)));
}

/// A survey's whole life in a store that holds something of somebody else:
/// added, opened, edited, damaged, removed. The store ends as it began.
pub fn lives_in(store: &dyn Store) {
    store.keep("todo", "pane, «latte» — \"n/a\"").unwrap();
    let before = everything(store);

    // Added, it is there as it was.
    let mut survey = example();
    let id = survey.head.id.clone();
    assert_eq!(library::load(store, &id).unwrap(), None);
    library::add(store, &survey).unwrap();
    assert_eq!(opened(store, &id), survey);

    // An edit writes one record; the head is another.
    let stored = everything(store);
    let at = survey
        .sheets
        .iter()
        .position(|s| s.partner == partner("EC"));
    let sheet = &mut survey.sheets[at.unwrap()];
    write_into(sheet, "q9", "LAN 10 Gbps\n— «nuova»");
    library::save_sheet(store, &id, sheet).unwrap();
    let sheet_key = Key::Sheet(id.clone(), partner("EC")).to_string();
    assert_eq!(
        changed(&stored, &everything(store)),
        slice::from_ref(&sheet_key)
    );
    survey.head.title = "Pagamenti 2027".into();
    library::save_head(store, &survey.head, &survey.extra).unwrap();
    assert_eq!(opened(store, &id), survey);

    // A second survey comes first in the list, being newer, and is not
    // touched by what happens to the other.
    let copy = copy_of(&survey, "copia", "2030-01-01");
    library::add(store, &copy).unwrap();
    let heads = library::contents(store).unwrap().heads;
    assert_eq!(heads, [copy.head.clone(), survey.head.clone()]);

    // A sheet that cannot be read is set aside once, with its text; the rest
    // opens.
    store.keep(&sheet_key, "{\"partner\":\"EC\",").unwrap();
    let loaded = library::load(store, &id).unwrap().unwrap();
    let was = Key::Sheet(id.clone(), partner("EC"));
    let key = was.aside(1);
    let aside = SetAside {
        key: key.clone(),
        was,
    };
    assert_eq!(loaded.set_aside, [aside]);
    let mut expected = survey.clone();
    expected.sheets[at.unwrap()] = Sheet::expected(partner("EC"));
    assert_eq!(loaded.survey, expected);
    assert_eq!(opened(store, &id), expected);
    let text = store.read(&key.to_string()).unwrap();
    assert_eq!(text.as_deref(), Some("{\"partner\":\"EC\","));
    assert_eq!(
        library::contents(store).unwrap().aside,
        slice::from_ref(&key)
    );

    // A partner that leaves takes its sheet along.
    library::remove_sheet(store, &id, &partner("2")).unwrap();
    let left = opened(store, &id);
    assert_eq!(
        left.sheet(&partner("2")).unwrap().status,
        SheetStatus::Expected
    );

    // Removed, it is gone; the other survey and the text set aside stay.
    library::remove(store, &id).unwrap();
    assert_eq!(library::load(store, &id).unwrap(), None);
    assert_eq!(opened(store, &copy.head.id), copy);
    assert_eq!(store.read(&key.to_string()).unwrap(), text);
    library::remove(store, &copy.head.id).unwrap();
    store.remove(&key.to_string()).unwrap();
    assert_eq!(everything(store), before);
    store.remove("todo").unwrap();
}

/// The survey, where everything of it can be read.
#[track_caller]
pub fn opened(store: &dyn Store, id: &SurveyId) -> Survey {
    let loaded = library::load(store, id).unwrap().unwrap();
    assert_eq!(loaded.set_aside, []);
    loaded.survey
}

/// All keys with their texts, sorted.
pub fn everything(store: &dyn Store) -> Vec<(String, String)> {
    let keys = store.keys().unwrap().into_iter();
    let mut all: Vec<_> = keys
        .map(|key| {
            let text = store.read(&key).unwrap().unwrap();
            (key, text)
        })
        .collect();
    all.sort();
    all
}

/// Keys whose text is new or another.
fn changed(before: &[(String, String)], after: &[(String, String)]) -> Vec<String> {
    let changed = after.iter().filter(|entry| !before.contains(entry));
    changed.map(|(key, _)| key.clone()).collect()
}
