//! What the tests of the vault share: a small survey, and what a page that has
//! just been opened finds.

use crate::faulty::Faulty;
use crate::library_life::{NOW, example, partner, write_into};
use rilievo::model::{Partner, Sheet, Survey, SurveyId};
use rilievo::storage::library::{self, Kept};
use rilievo::storage::{Key, Vault, Write};

/// A survey of three questions and as many partners as wanted, p0, p1 and so on.
pub fn small(partners: usize) -> Survey {
    let mut survey = example();
    let head = &mut survey.head;
    head.questionnaire.questions.truncate(3);
    head.questionnaire.dimensions.truncate(1);
    head.indicator = None;
    head.codebook.clear();
    head.notes.clear();
    let first = head.partners[0].clone();
    head.partners.clear();
    survey.sheets.clear();
    for n in 0..partners {
        let id = partner(&format!("p{n}"));
        survey.head.partners.push(Partner {
            id: id.clone(),
            name: format!("Ente {n}"),
            ..first.clone()
        });
        survey.sheets.push(Sheet::expected(id));
    }
    survey
}

/// The survey with an answer of the partner at `index` changed.
pub fn edited(survey: &Survey, index: usize, text: &str) -> Survey {
    let mut survey = survey.clone();
    write_into(&mut survey.sheets[index], "q1", text);
    survey
}

/// The write of one edited sheet, as a page makes it that has read it before.
pub fn edit(vault: &Vault, survey: &Survey, index: usize, now: u64) -> Write {
    let id = &survey.head.id;
    let partner = &survey.head.partners[index];
    let (place, stamp) = match vault
        .read(&library::body_key(id, &partner.id).to_string())
        .unwrap()
        .and_then(|text| library::read_body(&text))
    {
        Some((body, stamp)) => (body.place, stamp),
        None => (library::place_in_new_list(index), 0),
    };
    let kept = Kept { place, stamp };
    library::body(vault, id, partner, &survey.sheets[index], kept, now).unwrap()
}

/// A survey as it is found: since when it is in the trash, and what it holds.
pub type Found = (Option<u64>, Survey);

/// Every survey that a page finds that is opened now, sorted by id. Everything
/// can be read.
#[track_caller]
pub fn found(vault: &Vault) -> Vec<Found> {
    let contents = library::contents(vault, NOW).unwrap();
    let mut found = Vec::new();
    for summary in contents.surveys {
        let loaded = library::load(vault, &summary.head.id, NOW).unwrap();
        let loaded = loaded.unwrap();
        assert_eq!(loaded.set_aside, []);
        assert_eq!(loaded.survey.sheets.len(), summary.bodies);
        found.push((summary.trashed, loaded.survey));
    }
    found.sort_by(|a, b| a.1.head.id.cmp(&b.1.head.id));
    found
}

/// A page opened on the store as it is now.
#[track_caller]
pub fn reopened(store: &Faulty) -> Vault {
    Vault::new(store.tab()).unwrap()
}

/// Texts that were set aside, with the keys that they had.
pub fn aside(vault: &Vault) -> Vec<(Key, String)> {
    let keys = library::contents(vault, NOW).unwrap().aside;
    let texts = keys.into_iter().map(|key| {
        let text = vault.read(&key.to_string()).unwrap();
        (key.was().unwrap(), text.unwrap())
    });
    texts.collect()
}

pub fn survey_id(text: &str) -> SurveyId {
    SurveyId::new(text).unwrap()
}
