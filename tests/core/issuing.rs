//! Versions that are issued: what an issue writes and leaves alone, what has
//! changed since, and what two browsers come to that both issued one.

use crate::faulty::Faulty;
use crate::scenario::Scenario;
use crate::vaults::reopened;
use rilievo::analysis::before_issue::before_issue;
use rilievo::analysis::findings::sentence;
use rilievo::analysis::since::{Since, since};
use rilievo::analysis::stale::Written;
use rilievo::analysis::version::{VersionState, issued, version};
use rilievo::analysis::{Counting, Population};
use rilievo::bundle::{self, Arrival, Decisions, Fate, content_fingerprint, fingerprint};
use rilievo::i18n::Locale::It;
use rilievo::model::{
    About, Citation, Conclusion, ConclusionId, Extra, HeadChange, Issue, IssuedId, OptionId,
    QuestionId, Raw, Remark, RemarkId, Revision, SheetStatus, Stamp, Survey, Timestamp,
};
use rilievo::report::since::{self as told, Sides};
use rilievo::storage::snapshots::{self, MOST, Taken, Why};
use rilievo::storage::{Store, health};

const NOW: u64 = 1_795_000_000_000;

fn stamp(second: u32, by: &str) -> Stamp {
    Stamp {
        at: Timestamp::new(format!("2026-11-23T10:00:{second:02}.000Z")),
        by: by.into(),
    }
}

fn row(version: &str, on: &str) -> Issue {
    Issue {
        version: version.into(),
        prepared_by: "Ente capofila".into(),
        issued_on: on.into(),
        changes: "Nuova stesura".into(),
        ..Issue::default()
    }
}

fn issue(survey: &Survey, row: &Issue, second: u32, by: &str) -> Survey {
    let id = IssuedId::new(&format!("{by}{second}")).unwrap();
    bundle::issued(survey, id, row, NOW + u64::from(second), &stamp(second, by))
}

fn state(survey: &Survey) -> VersionState {
    version(&survey.head, &content_fingerprint(survey).to_string())
}

fn issued_as(version: &str, on: &str) -> (String, String) {
    (version.into(), on.into())
}

fn versions(survey: &Survey) -> Vec<&str> {
    let rows = survey.head.document.versions.iter();
    rows.map(|row| row.version.as_str()).collect()
}

fn population(survey: &Survey) -> Population<'_> {
    Population::new(&survey.head, &survey.sheets, Counting::Received)
}

/// One body answers one question by choosing this alone.
fn choose(survey: &mut Survey, body: &str, question: &str, option: &str) {
    let sheets = survey.sheets.iter_mut();
    let mut sheets = sheets.filter(|sheet| sheet.partner.as_str() == body);
    let question = QuestionId::new(question).unwrap();
    let option = OptionId::new(option).unwrap();
    sheets
        .next()
        .unwrap()
        .edit(&question, &stamp(40, "una"), |answer| {
            answer.tick(&option, true, true, std::iter::empty());
        });
}

#[test]
fn what_is_issued_is_known_by_the_fingerprint_that_it_leaves_alone() {
    let before = Scenario::example().survey;
    assert_eq!(state(&before), VersionState::Draft);
    let after = issue(&before, &row("1.1", "2026-11-23"), 1, "una");
    assert_eq!(versions(&after), ["1.0", "1.1"]);
    let (one, other) = (fingerprint(&after), fingerprint(&before));
    assert_ne!(one, other);
    let all = issued(&after.head);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].fingerprint, one.to_string());
    assert_eq!((all[0].version.as_str(), all[0].at), ("1.1", NOW + 1));
    let (number, on) = issued_as("1.1", "2026-11-23");
    assert_eq!(
        state(&after),
        VersionState::Issued(number.clone(), on.clone())
    );
    // It travels, and says the same at its end.
    let text = bundle::write(&after, &stamp(2, "una").at);
    let read = bundle::read(text.as_bytes()).unwrap();
    assert_eq!(read.warnings, []);
    assert_eq!(state(&read.survey), state(&after));
    assert_eq!(*read.survey, after);
    // Nothing but the row is new in what it says.
    let since = since(&population(&before), &population(&after));
    let names: Vec<_> = since.parts.iter().map(|(p, _)| p.name.as_str()).collect();
    assert_eq!(names, ["document.versions"]);

    let mut edited = after.clone();
    edited
        .head
        .edit(&stamp(3, "una"), |head| head.title.push('!'));
    assert_eq!(state(&edited), VersionState::After(number, on));
}

#[test]
fn a_row_that_waits_in_the_table_becomes_the_issued_one_once() {
    let survey = Scenario::example().survey;
    let first = issue(&survey, &row("1.0", "2026-11-23"), 1, "una");
    assert_eq!(versions(&first), ["1.0"]);
    assert_eq!(first.head.document.versions[0], row("1.0", "2026-11-23"));
    // What was issued is never written over.
    let again = issue(&first, &row("1.0", "2026-11-24"), 2, "una");
    assert_eq!(versions(&again), ["1.0", "1.0"]);
    assert_eq!(again.head.document.repeated_versions(), [1]);
    let (number, on) = issued_as("1.0", "2026-11-24");
    assert_eq!(state(&again), VersionState::Issued(number, on));
    assert_eq!(issued(&again.head).len(), 2);
}

#[test]
fn undoing_takes_row_and_version_away_and_doing_it_again_brings_them_back() {
    let before = Scenario::example().survey;
    let after = issue(&before, &row("1.1", "2026-11-23"), 1, "una");
    let step = HeadChange::between(&before.head, &after.head);
    let mut head = after.head.clone();
    let mut left = None;
    head.edit(&stamp(2, "una"), |head| {
        left = Some(step.back().apply(head).1);
    });
    assert!(left.unwrap().is_empty());
    assert_eq!(head.document, before.head.document);
    assert!(issued(&head).is_empty());
    head.edit(&stamp(3, "una"), |head| {
        step.apply(head);
    });
    assert_eq!(head.document, after.head.document);
    let (one, other) = (issued(&head), issued(&after.head));
    assert_eq!((one.len(), &one[0].fingerprint), (1, &other[0].fingerprint));
}

#[test]
fn differences_name_the_answer_and_the_figures_before_and_after() {
    let then = issue(
        &Scenario::example().survey,
        &row("1.1", "2026-11-23"),
        1,
        "una",
    );
    let mut now = then.clone();
    choose(&mut now, "7", "q2", "interno");
    now.head.edit(&stamp(4, "una"), |head| {
        head.document.cup = "A12B34567890123".into();
        head.indicator.as_mut().unwrap().target = 12;
    });
    let (before, after) = (population(&then), population(&now));
    let since: Since = since(&before, &after);
    assert!(!since.is_empty());
    let answers = &since.changes.answers;
    assert!(
        answers
            .iter()
            .any(|a| a.partner.as_str() == "7" && a.question.as_str() == "q2")
    );
    let moved = since.findings.iter().find(|change| {
        let finding = change.after.as_ref();
        finding.is_some_and(|f| f.id == "most/q2")
    });
    let moved = moved.unwrap();
    let then_says = sentence(It, &before, moved.before.as_ref().unwrap());
    let now_says = sentence(It, &after, moved.after.as_ref().unwrap());
    assert_ne!(then_says, now_says);
    let indicator = since.indicator.as_ref().unwrap();
    let result = |side: &Option<_>| {
        let side: &rilievo::analysis::IndicatorResult = side.as_ref().unwrap();
        (side.result(), side.target)
    };
    assert_eq!(result(&indicator.before), (9, 8));
    assert_eq!(result(&indicator.after), (9, 12));

    let sides = Sides {
        t: It,
        before: &before,
        after: &after,
        then: "1.1",
    };
    let tables = told::tables(&sides, &since, 100, &|_| None);
    let text = format!("{tables:?}");
    for words in [
        "Città metropolitana di Roma Capitale",
        "interno, esterno",
        &then_says,
        &now_says,
        "A12B34567890123",
        "9 (obiettivo 8)",
        "9 (obiettivo 12)",
    ] {
        assert!(text.contains(words), "{words} in {text}");
    }
    // Nothing changed: no table.
    let nothing = rilievo::analysis::since::since(&before, &before);
    assert!(nothing.is_empty());
    assert!(told::tables(&sides, &nothing, 100, &|_| None).is_empty());
}

/// What a browser with this survey comes to once the other's file is in.
fn merged(mine: &Survey, theirs: &Survey, by: &str) -> Survey {
    let text = bundle::write(theirs, &stamp(30, by).at);
    let arrival = Arrival {
        file: "tutto.json".into(),
        read: bundle::read(text.as_bytes()),
    };
    let (here, decisions) = (|_: &_| Some(mine.clone()), Decisions::default());
    let stamp = stamp(31, by);
    let plan = bundle::plan(&[arrival], here, &decisions, &stamp, str::to_owned);
    let Fate::Merged(merge) = &plan.files[0].fate else {
        panic!("{:?}", plan.files[0].fate);
    };
    assert_eq!(merge.conflicts, []);
    Survey::clone(&plan.surveys[0].after)
}

#[test]
fn two_browsers_that_issued_apart_have_both_versions_in_the_end() {
    let survey = Scenario::example().survey;
    let one = issue(&survey, &row("1.1", "2026-11-23"), 1, "una");
    let other = issue(&survey, &row("1.2", "2026-11-24"), 2, "altra");
    let (here, there) = (merged(&one, &other, "una"), merged(&other, &one, "altra"));
    for survey in [&here, &there] {
        assert_eq!(versions(survey), ["1.0", "1.1", "1.2"]);
        let all = issued(&survey.head);
        let prints: Vec<_> = all.iter().map(|one| one.fingerprint.clone()).collect();
        let expected = [&other, &one].map(|survey| fingerprint(survey).to_string());
        assert_eq!(prints, expected);
        let (number, on) = issued_as("1.2", "2026-11-24");
        assert_eq!(state(survey), VersionState::After(number, on));
    }
    assert_eq!(fingerprint(&here), fingerprint(&there));
    // Two pages of one browser come to the same rows.
    let head = bundle::merge_heads(&survey.head, &one.head, &other.head);
    let rows: Vec<_> = head.document.versions.iter().map(|r| &r.version).collect();
    assert_eq!(rows, ["1.0", "1.1", "1.2"]);
    assert_eq!(issued(&head).len(), 2);
}

#[test]
fn snapshots_of_issued_versions_stay_while_others_come_and_go() {
    let store = Faulty::default();
    let vault = reopened(&store);
    let mut survey = Scenario::example().survey;
    let id = survey.head.id.clone();
    assert_eq!(snapshots::next_moment(&vault, &id, NOW), Ok(NOW));
    let taken = |survey: &Survey, why, at| snapshots::take(&vault, survey, why, at).unwrap();
    assert_eq!(taken(&survey, Why::Daily, NOW), Taken::Yes);
    // The day's snapshot says the same, but will go in time.
    let at = snapshots::next_moment(&vault, &id, NOW).unwrap();
    assert_eq!(taken(&survey, Why::Issued, at), Taken::Yes);
    for n in 0..2 * MOST as u64 {
        survey.head.title = format!("Giorno {n}");
        assert_eq!(taken(&survey, Why::Daily, NOW + 100 + n), Taken::Yes);
    }
    let list = snapshots::list(&vault, &id).unwrap();
    assert_eq!(list.len(), MOST + 1);
    let kept = list.iter().find(|one| one.why == Why::Issued).unwrap();
    assert_eq!(kept.at, at);
    let was = snapshots::read(&vault, kept).unwrap().unwrap();
    assert_eq!(was, Scenario::example().survey);
    // Without room it stays too, and what finds none changes nothing.
    let room = health::WARN_AT.saturating_sub(store.used());
    store.write("x", &"x".repeat(room)).unwrap();
    survey.head.title = "Un altro giorno".into();
    taken(&survey, Why::Daily, NOW + 900);
    let list = snapshots::list(&vault, &id).unwrap();
    assert!(list.iter().any(|one| one.why == Why::Issued));
}

#[test]
fn who_issues_is_told_of_missing_sheets_drafts_remarks_and_stale_conclusions() {
    let mut survey = Scenario::example().survey;
    let known = before_issue(&population(&survey));
    let names = |places: &[usize], survey: &Survey| -> Vec<String> {
        let partners = places.iter().map(|at| &survey.head.partners[*at]);
        partners.map(|partner| partner.id.to_string()).collect()
    };
    let veneto = names(&known.missing, &survey);
    assert_eq!(veneto.len(), 1);
    assert_eq!((known.drafts, known.remarks), (vec![], vec![]));

    let of = |id: &str| survey.sheets.iter().position(|s| s.partner.as_str() == id);
    let (draft, remarked) = (of("5").unwrap(), of("6").unwrap());
    survey.sheets[draft].step(SheetStatus::Draft, "", &stamp(5, "una"));
    let id = RemarkId::new("r1").unwrap();
    let remark = Remark::raised(id, About::Sheet, "", "Perché?", &stamp(6, "una"));
    assert!(survey.sheets[remarked].raise(remark));
    // A conclusion that cites a finding as it was with nine sheets.
    let (finding, seen) = {
        let survey = Scenario::example().survey;
        let population = population(&survey);
        let all = rilievo::analysis::findings(&population);
        let finding = all.iter().find(|f| f.id == "most/q2").unwrap();
        (finding.id.clone(), finding.seen(&population))
    };
    let dimension = survey.head.questionnaire.dimensions[0].id.clone();
    survey.head.conclusions = Raw::new(&vec![Conclusion {
        id: ConclusionId::new("c1").unwrap(),
        dimension: Some(dimension.clone()),
        text: "Misto.".into(),
        cites: vec![Citation {
            finding,
            seen,
            said: String::new(),
            extra: Extra::new(),
        }],
        revision: Revision::default(),
        extra: Extra::new(),
    }]);
    let known = before_issue(&population(&survey));
    assert_eq!(names(&known.missing, &survey), veneto);
    assert_eq!(names(&known.drafts, &survey), ["5"]);
    assert_eq!(names(&known.remarks, &survey), ["6"]);
    let stale: Vec<_> = known
        .stale
        .into_iter()
        .filter(|s| matches!(s.on, Written::Conclusion(_)))
        .map(|s| s.dimension)
        .collect();
    assert_eq!(stale, [Some(dimension)]);
}
