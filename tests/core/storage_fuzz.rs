//! Whatever stands in the store: under the app's own keys, under keys that
//! look like them, and under anybody else's. Nothing panics, nothing of others
//! is touched, and the surveys that are sound open.

use crate::faulty::Faulty;
use crate::library_life::{NOW, copy_of};
use crate::vaults::{reopened, small, survey_id};
use proptest::prelude::*;
use rilievo::model::Survey;
use rilievo::storage::record::{Stamp64, seal};
use rilievo::storage::{
    Key, Store, StoreError, Vault, health, history, is_ours, library, snapshots, trash,
};

/// Ids that are in use and some that are not.
fn id() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("a".to_owned()),
        Just("b".to_owned()),
        "[a-z.]{1,3}",
        Just("p0".to_owned())
    ]
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        (0..20_u64).prop_map(|n| n.to_string()),
        any::<u64>().prop_map(|n| n.to_string()),
        Just(u64::MAX.to_string()),
        (0..3 * NOW).prop_map(|n| n.to_string()),
        "[+-]?[0-9]{0,4}",
    ]
}

/// A key of the app, or something near it. Never one of the sound survey `ok`.
fn key() -> impl Strategy<Value = String> {
    let record = prop_oneof![
        Just("head".to_owned()),
        Just("trash".to_owned()),
        id().prop_map(|id| format!("p/{id}")),
        id().prop_map(|id| format!("h/{id}")),
        (number(), "(daily|import|restore|x)").prop_map(|(n, why)| format!("was/{n}-{why}")),
    ];
    let of_survey = (id(), record).prop_map(|(id, record)| format!("rilievo/2/s/{id}/{record}"));
    let of_survey = of_survey.boxed();
    prop_oneof![
        6 => of_survey.clone(),
        2 => (number(), of_survey.clone()).prop_map(|(n, key)| format!("rilievo/2/tx/{n}/{key}")),
        1 => (number(), "[a-z]{1,5}").prop_map(|(n, key)| format!("rilievo/2/tx/{n}/{key}")),
        2 => number().prop_map(|n| format!("rilievo/2/tx/{n}")),
        1 => (1..4_usize, of_survey).prop_map(|(n, key)| key.replace("2/s", &format!("2/aside/{n}/s"))),
        1 => "rilievo/(1|2|9|layout|2/setting/|2/aside/|2/)[a-z/]{0,6}",
        1 => "[a-z]{1,6}",
        1 => any::<String>(),
    ]
    .prop_filter("the sound one", |key| !key.contains("/s/ok/"))
}

/// What stands there: anything, or what is sound and out of place.
fn text() -> impl Strategy<Value = String> {
    let survey = copy_of(&small(2), "a", "2027-01-01");
    let sound = sound_texts(&survey);
    let json = prop_oneof![
        Just("{}".to_owned()),
        Just("{\"past\":[]}".to_owned()),
        Just("rilievo/2/s/a/head\ntodo\nrilievo/2/s/ok/head".to_owned()),
        Just("{\nsomebody\n}".to_owned()),
        prop::sample::select(sound),
        any::<String>(),
    ];
    let stamp = prop_oneof![Just(NOW), 0..20_u64, any::<u64>()];
    prop_oneof![
        3 => (json.clone(), stamp).prop_map(|(text, at)| seal(Stamp64::new(at), &text)),
        2 => json,
        1 => "[\u{5000}-\u{CFFF}]{0,20}",
        1 => Just("9".to_owned()),
    ]
}

/// The texts of a sound survey's records, unsealed.
fn sound_texts(survey: &Survey) -> Vec<String> {
    let store = Faulty::default();
    let vault = reopened(&store);
    library::add(&vault, survey, NOW).unwrap();
    snapshots::take(&vault, survey, snapshots::Why::Daily, NOW).unwrap();
    let keys = vault.keys().unwrap();
    let texts = keys.iter().map(|key| match vault.open(key).unwrap() {
        rilievo::storage::Opened::Sound(record) => record.text,
        other => panic!("{key}: {other:?}"),
    });
    texts.collect()
}

/// Everything that a page asks for when it starts and is used.
fn use_all(vault: &Vault) {
    let contents = library::contents(vault, NOW).unwrap();
    for id in ["a", "b", "p0", "x", "ok"].map(survey_id) {
        let _ = trash::since(vault, &id).unwrap();
        let _ = snapshots::last_good(vault, &id).unwrap();
        if let Some(loaded) = library::load(vault, &id, NOW).unwrap() {
            for partner in &loaded.survey.head.partners {
                history::read(vault, &id, &partner.id).unwrap();
            }
            let _ = snapshots::take(vault, &loaded.survey, snapshots::Why::Daily, NOW);
        }
    }
    for aside in contents.aside {
        let _ = aside.was();
    }
    health::room(vault).unwrap();
    health::self_test(vault, NOW).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: crate::cases(80, 2_000),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_stands_in_the_store_does_no_harm(
        entries in prop::collection::vec((key(), text()), 0..12),
        refused in prop::option::of(1..6_usize),
    ) {
        let store = Faulty::default();
        let ok = copy_of(&small(2), "ok", "2027-01-01");
        library::add(&reopened(&store), &ok, NOW).unwrap();
        for (key, text) in &entries {
            store.write(key, text).unwrap();
        }
        let foreign: Vec<_> = entries.iter().filter(|(key, _)| !is_ours(key)).collect();
        let stands = |key: &str| store.read(key).unwrap();
        let before: Vec<_> = foreign.iter().map(|(key, _)| stands(key)).collect();
        if let Some(nth) = refused {
            store.fail_at(nth, StoreError::Full);
        }
        // Twice: what the first page sets aside or ends, the second finds.
        for _ in 0..2 {
            let vault = reopened(&store);
            use_all(&vault);
            let opened = library::load(&vault, &ok.head.id, NOW).unwrap().unwrap();
            prop_assert_eq!(opened.set_aside, []);
            prop_assert_eq!(&opened.survey, &ok);
            // Sound surveys stay editable, and a new one can be added.
            let new = copy_of(&ok, "nuova", "2028-01-01");
            let is_older = vault.claim() == Err(StoreError::Older);
            let added = library::add(&vault, &new, NOW);
            if refused.is_none() {
                prop_assert_eq!(added.is_err(), is_older);
            }
            if added.is_ok() {
                prop_assert_eq!(&library::load(&vault, &new.head.id, NOW).unwrap().unwrap().survey, &new);
                library::remove(&vault, &new.head.id, NOW).unwrap();
            }
        }
        let after: Vec<_> = foreign.iter().map(|(key, _)| stands(key)).collect();
        prop_assert_eq!(before, after);
    }

    /// A damaged head or body: its text is kept, word by word.
    #[test]
    fn a_text_that_is_no_record_is_kept(text in any::<String>(), is_head in any::<bool>()) {
        let store = Faulty::default();
        let survey = small(2);
        let vault = reopened(&store);
        library::add(&vault, &survey, NOW).unwrap();
        let id = &survey.head.id;
        let key = if is_head {
            Key::Head(id.clone())
        } else {
            library::body_key(id, &survey.head.partners[1].id)
        };
        store.write(&key.to_string(), &text).unwrap();
        library::contents(&vault, NOW).unwrap();
        library::load(&vault, id, NOW).unwrap();
        let aside = store.read(&key.aside(1).to_string()).unwrap();
        prop_assert_eq!(aside, Some(text));
    }
}
