//! An import that is made ready away from the page: the desk of a worker plans and
//! seals with a copy of what is here, and the page writes what a page would have.

use crate::faulty::Faulty;
use crate::generated::generate;
use crate::library_life::{NOW, copy_of, everything, opened};
use crate::vaults::{edit, edited, reopened, small, survey_id};
use rilievo::bundle::{self, Asked, Decision, Decisions, Fate, Told};
use rilievo::model::{Survey, SurveyId, Timestamp};
use rilievo::storage::import::{self, Desk, Needs, Ready, Seen};
use rilievo::storage::{StoreError, Vault, history, library, undo};

const DAY: u64 = 24 * 60 * 60 * 1000;

/// A page with its store, and the desk that works for it.
struct Import {
    store: Faulty,
    vault: Vault,
    desk: Desk,
    seen: Seen,
    decisions: Decisions,
}

impl Import {
    /// A page that has chosen files with these surveys.
    fn of(store: &Faulty, surveys: &[Survey]) -> Self {
        let at = Timestamp::new("2026-11-27T09:00:00.000Z");
        let mut desk = Desk::default();
        for survey in surveys {
            let text = bundle::write(survey, &at);
            desk.take("file.json", text.as_bytes(), None, &mut |_| {});
        }
        let store = store.copy();
        let vault = reopened(&store);
        vault.squeeze_with(rilievo::storage::record::squeezed);
        let mut import = Self {
            store,
            vault,
            desk,
            seen: Seen::default(),
            decisions: Decisions::default(),
        };
        import.show().unwrap();
        import
    }

    /// Shows the desk what is here, two records at a time.
    fn show(&mut self) -> Result<(), StoreError> {
        self.seen = Seen::of(&self.vault, self.desk.wants())?;
        let mut shown = Vec::new();
        for from in (0..self.seen.len()).step_by(2) {
            shown.extend(self.seen.show(&self.vault, from, 2)?);
        }
        self.desk.see(shown, NOW)
    }

    /// Plans; what is shown has crossed as text.
    fn plan(&mut self) -> Told {
        let asked = Asked {
            decisions: self.decisions.clone(),
            at: Timestamp::new("2026-11-27T10:00:00.000Z"),
            by: "page".into(),
            language: "it".into(),
        };
        let asked = serde_json::to_string(&asked).unwrap();
        let told = self.desk.plan(&serde_json::from_str(&asked).unwrap());
        let text = serde_json::to_string(&told).unwrap();
        let crossed: Told = serde_json::from_str(&text).unwrap();
        assert_eq!(crossed, told);
        crossed
    }

    /// Makes ready what is written after a moment.
    fn ready(&mut self, after: u64) -> Ready {
        std::mem::take(&mut self.desk).ready(after).unwrap()
    }

    /// Says yes.
    fn write(&mut self) -> Result<usize, StoreError> {
        let newest = self.seen.newest(&self.vault)?;
        let ready = self.ready(self.vault.moment(NOW + DAY).max(newest));
        assert!(self.seen.is_so(&self.vault)?);
        import::write(&self.vault, ready).map(|writes| writes.len())
    }
}

/// A store with two surveys of three and two partners.
fn store() -> (Faulty, Survey) {
    let store = Faulty::default();
    let vault = reopened(&store);
    let mine = edited(&small(3), 0, "Oracle");
    library::add(&vault, &mine, NOW).unwrap();
    let other = copy_of(&small(2), "altra", "2027-01-01");
    library::add(&vault, &other, NOW).unwrap();
    store.flush();
    (store, mine)
}

/// The first survey with an answer overwritten and a partner more, and one that is
/// not here.
fn arrivals(mine: &Survey) -> Vec<Survey> {
    let mut after = edited(&edited(mine, 0, "Postgres"), 1, "anche");
    let more = small(4);
    after.head.partners.push(more.head.partners[3].clone());
    after.sheets.push(more.sheets[3].clone());
    vec![after, copy_of(&small(2), "terza", "2028-01-01")]
}

/// Keeps one sheet of a survey, as a page would.
fn kept(vault: &Vault, survey: &Survey, index: usize, now: u64) {
    let write = edit(vault, survey, index, now);
    vault.keep(vec![write]).unwrap();
}

fn past(vault: &Vault, survey: &Survey) -> usize {
    let partner = &survey.head.partners[0].id;
    let history = history::read(vault, &survey.head.id, partner).unwrap();
    history.past.len()
}

fn settled(import: &mut Import, told: &Told, decision: Decision) {
    for (at, file) in told.files.iter().enumerate() {
        let Fate::Merged(merge) = &file.fate else {
            continue;
        };
        for conflict in &merge.conflicts {
            let record = &conflict.record;
            import.decisions.settle(at, record, Some(decision));
        }
    }
}

#[test]
fn the_page_writes_what_it_would_have_written_alone() {
    let (store, mine) = store();
    let files = arrivals(&mine);
    let mut import = Import::of(&store, &files);
    let told = import.plan();
    settled(&mut import, &told, Decision::Theirs);
    let told = import.plan();
    assert!(import.desk.is_decided());
    let ids: Vec<&str> = told.stands.iter().map(|s| s.survey.as_str()).collect();
    assert_eq!(ids, [mine.head.id.as_str(), "terza"]);

    // The page alone, with the same plan.
    let alone = store.copy();
    let vault = reopened(&alone);
    let arrivals = files.iter().map(|survey| {
        let text = bundle::write(survey, &Timestamp::new("2026-11-27T09:00:00.000Z"));
        bundle::Arrival::all("file.json", text.as_bytes(), None, &mut |_| {})
            .next()
            .unwrap()
    });
    let arrivals: Vec<_> = arrivals.collect();
    let stamp = rilievo::model::Stamp {
        at: Timestamp::new("2026-11-27T10:00:00.000Z"),
        by: "page".into(),
    };
    let here = |id: &SurveyId| library::load(&vault, id, NOW).unwrap().map(|l| l.survey);
    let plan = bundle::plan(&arrivals, here, &import.decisions, &stamp, str::to_owned);
    assert_eq!(plan.files, told.files);
    let surveys = plan.surveys.iter().map(|outcome| &*outcome.after);
    import::apply(&vault, surveys, 1, NOW + DAY).unwrap();

    import.write().unwrap();
    for id in ["terza", mine.head.id.as_str()].map(survey_id) {
        assert_eq!(opened(&import.vault, &id), opened(&vault, &id));
    }
    assert_eq!(past(&import.vault, &mine), past(&vault, &mine));
    assert_eq!(past(&vault, &mine), 1);
    // Keys and texts are the same but for their stamps.
    let keys = |store: &Faulty| everything(store).into_iter().map(|(key, _)| key);
    let (one, other): (Vec<_>, Vec<_>) = (keys(&import.store).collect(), keys(&alone).collect());
    assert_eq!(one, other);

    // And it is taken back like any other.
    let last = undo::last(&import.vault, NOW + DAY).unwrap().unwrap();
    assert!(undo::edited(&import.vault, &last).unwrap().is_empty());
    undo::undo(&import.vault, &last, NOW + 2 * DAY).unwrap();
    assert_eq!(opened(&import.vault, &mine.head.id), mine);
    let third = library::load(&import.vault, &survey_id("terza"), NOW);
    assert_eq!(third.unwrap(), None);
}

#[test]
fn what_is_edited_after_such_an_import_is_newer_than_it() {
    let (store, _) = store();
    let third = copy_of(&small(2), "terza", "2028-01-01");
    let mut import = Import::of(&store, &[third]);
    import.plan();
    // Sealed long before the yes.
    import.desk.prepare(NOW).unwrap();
    import.write().unwrap();
    let here = opened(&import.vault, &survey_id("terza"));
    let last = |import: &Import| undo::last(&import.vault, NOW + DAY).unwrap().unwrap();
    assert_eq!(
        undo::edited(&import.vault, &last(&import)).unwrap().sheets,
        0
    );
    let after = edited(&here, 1, "dopo");
    kept(&import.vault, &after, 1, NOW + DAY);
    assert_eq!(
        undo::edited(&import.vault, &last(&import)).unwrap().sheets,
        1
    );
}

#[test]
fn what_has_changed_since_it_was_shown_is_noticed() {
    let (store, mine) = store();
    let files = arrivals(&mine);
    let import = Import::of(&store, &files);
    assert_eq!(import.seen.is_so(&import.vault), Ok(true));
    // Another survey is no matter.
    let other = opened(&import.vault, &survey_id("altra"));
    kept(&import.vault, &edited(&other, 0, "x"), 0, NOW + 1);
    assert_eq!(import.seen.is_so(&import.vault), Ok(true));
    kept(&import.vault, &edited(&mine, 2, "x"), 2, NOW + 1);
    assert_eq!(import.seen.is_so(&import.vault), Ok(false));

    let import = Import::of(&store, &files);
    library::add(&import.vault, &files[1], NOW + 1).unwrap();
    assert_eq!(import.seen.is_so(&import.vault), Ok(false));
}

#[test]
fn writes_that_something_newer_would_keep_out_are_told() {
    let (store, mine) = store();
    let mut import = Import::of(&store, &arrivals(&mine)[1..]);
    import.plan();
    let third = import.ready(NOW);
    let vault = &import.vault;
    assert_eq!(vault.is_ahead_of(&third.unseen), Ok(false));
    // Another page adds the same survey and deletes it again.
    library::add(vault, &arrivals(&mine)[1], NOW + DAY).unwrap();
    library::remove(vault, &survey_id("terza"), NOW + DAY).unwrap();
    assert_eq!(vault.is_ahead_of(&third.unseen), Ok(true));
}

#[test]
fn a_record_that_cannot_be_read_is_for_the_page_to_put_right() {
    let (store, mine) = store();
    let mut import = Import::of(&store, &arrivals(&mine));
    let key = library::body_key(&mine.head.id, &mine.head.partners[1].id);
    let tab = import.store.tab();
    tab.write(&key.to_string(), "damaged").unwrap();
    assert_eq!(import.show(), Err(StoreError::NotKept));
}

/// What a generated survey needs: estimated, and counted.
fn needs(store: &Faulty, files: &[Survey]) -> (Needs, Needs) {
    let mut import = Import::of(store, files);
    let told = import.plan();
    settled(&mut import, &told, Decision::Theirs);
    import.plan();
    let estimated = import.desk.needs(NOW).unwrap();
    import.desk.prepare(NOW).unwrap();
    (estimated, import.desk.needs(NOW).unwrap())
}

#[test]
fn an_estimate_is_within_its_bound_and_what_is_counted_is_written() {
    let empty = Faulty::default();
    for (seed, n) in [(1, 9), (2, 70), (3, 300)] {
        let survey = generate::survey(seed, n);
        let (estimated, counted) = needs(&empty, std::slice::from_ref(&survey));
        assert!(!estimated.counted && counted.counted);
        assert_eq!((estimated.sheets, counted.sheets), (n, n));
        let off = estimated.units.abs_diff(counted.units);
        assert!(off * 5 < counted.units, "{estimated:?} {counted:?}");
        // Near the limit it is counted, far from it an estimate will do.
        assert!(!estimated.tells(counted.units) && estimated.tells(counted.units * 2));
        assert!(estimated.tells(counted.units / 2));

        let into = |room: usize| {
            let mut import = Import::of(&empty, std::slice::from_ref(&survey));
            import.plan();
            import.store.leave_room(Some(room));
            import.write().map(|_| ())
        };
        assert_eq!(into(counted.units), Ok(()), "{n} sheets");
        // And of more than a few sheets it does not ask for much more than is used.
        if n > 100 {
            assert_eq!(into(counted.units * 9 / 10), Err(StoreError::Full));
        }
    }
}

#[test]
fn a_merge_that_is_said_to_fit_is_written_and_one_that_is_not_changes_nothing() {
    let (store, mine) = store();
    let files = arrivals(&mine);
    let (_, counted) = needs(&store, &files);
    for room in (0..counted.units + 400).step_by(61) {
        let mut import = Import::of(&store, &files);
        let told = import.plan();
        settled(&mut import, &told, Decision::Theirs);
        import.plan();
        import.store.leave_room(Some(room));
        let records = everything(&import.store);
        match import.write() {
            Ok(_) => continue,
            Err(error) => assert_eq!(error, StoreError::Full),
        }
        assert!(room < counted.units, "{room} of {}", counted.units);
        assert_eq!(everything(&import.store), records);
    }
}

#[test]
fn a_clock_that_has_gone_back_keeps_nothing_out() {
    let (store, mine) = store();
    // Another page has written, and deleted, with a clock that is days ahead.
    let ahead = reopened(&store);
    kept(&ahead, &edited(&mine, 2, "domani"), 2, NOW + 9 * DAY);
    let third = &arrivals(&mine)[1];
    library::add(&ahead, third, NOW + 9 * DAY).unwrap();
    library::remove(&ahead, &third.head.id, NOW + 9 * DAY).unwrap();
    let mut files = arrivals(&mine);
    files[0] = edited(&opened(&ahead, &mine.head.id), 2, "oggi");
    let mut import = Import::of(&store, &files);
    let told = import.plan();
    settled(&mut import, &told, Decision::Theirs);
    import.plan();
    let newest = import.seen.newest(&import.vault).unwrap();
    assert!(newest >= NOW + 9 * DAY);
    let ready = import.ready(import.vault.moment(NOW).max(newest));
    assert_eq!(import.vault.is_ahead_of(&ready.unseen), Ok(false));
    assert_eq!(import.vault.is_ahead_of(&ready.whole), Ok(false));
}
