//! What holds for surveys in any store: run natively in memory, and in the
//! browser in its local storage.

use rilievo::bundle;
use rilievo::model::{PartnerId, QuestionId, Sheet, Stamp, Survey, SurveyId, Timestamp};
use rilievo::storage::library::{self, Kept, SetAside};
use rilievo::storage::{Store, Vault};
use std::slice;

/// A moment of the tests, in milliseconds since 1970: November 2026.
pub const NOW: u64 = 1_795_428_000_000;

/// The survey that ships with the page.
pub fn example() -> Survey {
    let bytes = include_bytes!("../../public/examples/payflowpa-a21.json");
    bundle::read(bytes).unwrap().into_survey()
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

/// Keeps the sheet at `index` as an edit does.
pub fn keep_sheet(vault: &Vault, survey: &Survey, index: usize, now: u64) {
    let kept = Kept {
        place: library::place_in_new_list(index),
        stamp: 0,
    };
    let (partner, sheet) = (&survey.head.partners[index], &survey.sheets[index]);
    let write = library::body(vault, &survey.head.id, partner, sheet, kept, now).unwrap();
    vault.keep(vec![write]).unwrap();
}

/// A survey's whole life in a store that holds something of somebody else:
/// added, opened, edited, damaged, removed. `open` is the store as a page sees
/// it that has just been opened. The store ends as it began.
pub fn lives_in(open: &dyn Fn() -> Box<dyn Store>) {
    let store = &*open();
    let vault = &Vault::new(open()).unwrap();
    store.keep("todo", "pane, «latte» — \"n/a\"").unwrap();
    let before = everything(store);

    // Added, it is there as it was.
    let mut survey = example();
    let id = survey.head.id.clone();
    assert_eq!(library::load(vault, &id, NOW).unwrap(), None);
    library::add(vault, &survey, NOW).unwrap();
    assert_eq!(opened(vault, &id), survey);

    // An edit writes one record; the head is another.
    let stored = everything(store);
    let at = survey
        .sheets
        .iter()
        .position(|s| s.partner == partner("EC"))
        .unwrap();
    write_into(&mut survey.sheets[at], "q9", "LAN 10 Gbps\n— «nuova»");
    keep_sheet(vault, &survey, at, NOW);
    let was = library::body_key(&id, &partner("EC"));
    let body_key = was.to_string();
    assert_eq!(
        changed(&stored, &everything(store)),
        slice::from_ref(&body_key)
    );
    survey.head.title = "Pagamenti 2027".into();
    let head = library::head(vault, &survey.head, &survey.extra, NOW).unwrap();
    vault.keep(vec![head]).unwrap();
    assert_eq!(opened(vault, &id), survey);

    // A page that is opened now sees the same.
    assert_eq!(opened(&Vault::new(open()).unwrap(), &id), survey);

    // A second survey comes first in the list, being newer, and is not
    // touched by what happens to the other.
    let copy = copy_of(&survey, "copia", "2030-01-01");
    library::add(vault, &copy, NOW).unwrap();
    let surveys = library::contents(vault, NOW).unwrap().surveys;
    let listed: Vec<_> = surveys.iter().map(|s| (&s.head.id, s.bodies)).collect();
    assert_eq!(listed, [(&copy.head.id, 10), (&id, 10)]);

    // A record that cannot be read is set aside once, with its text; the rest
    // opens.
    store.keep(&body_key, "{\"partner\":\"EC\",").unwrap();
    let loaded = library::load(vault, &id, NOW).unwrap().unwrap();
    let key = was.aside(1);
    let aside = SetAside {
        key: key.clone(),
        was,
    };
    assert_eq!(loaded.set_aside, [aside]);
    let mut others = survey.clone();
    others.head.partners.remove(at);
    others.sheets.remove(at);
    let mut rest = loaded.survey;
    assert_eq!(
        rest.sheets.pop().unwrap(),
        Sheet::expected(partner("EC")),
        "what stands for it comes last"
    );
    assert_eq!(rest.head.partners.pop().unwrap().name, "EC");
    assert_eq!(rest, others);
    let text = store.read(&key.to_string()).unwrap();
    assert_eq!(text.as_deref(), Some("{\"partner\":\"EC\","));
    assert_eq!(opened(vault, &id).sheets.len(), 10);
    assert_eq!(
        library::contents(vault, NOW).unwrap().aside,
        slice::from_ref(&key)
    );

    // A partner that leaves takes its sheet along.
    let gone = vault.removal(&library::body_key(&id, &partner("2")), NOW);
    vault.keep(vec![gone.unwrap()]).unwrap();
    let left = opened(vault, &id);
    assert_eq!(left.head.partner(&partner("2")), None);
    assert_eq!(left.sheet(&partner("2")), None);

    // Removed, it is gone; the other survey and the text set aside stay.
    library::remove(vault, &id, NOW).unwrap();
    assert_eq!(library::load(vault, &id, NOW).unwrap(), None);
    assert_eq!(opened(vault, &copy.head.id), copy);
    assert_eq!(store.read(&key.to_string()).unwrap(), text);
    library::remove(vault, &copy.head.id, NOW).unwrap();
    store.remove(&key.to_string()).unwrap();
    // The next page drops what was noted of removals.
    vault.replay(Vec::new(), NOW + 60 * 60 * 1000).unwrap();
    assert_eq!(everything(store), before);
    assert!(!vault.owes());
    store.remove("todo").unwrap();
}

/// The survey, where everything of it can be read.
#[track_caller]
pub fn opened(vault: &Vault, id: &SurveyId) -> Survey {
    let loaded = library::load(vault, id, NOW).unwrap().unwrap();
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
