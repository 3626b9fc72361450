//! Two coordinators with copies of one survey: what both write comes together.

use super::planning_world::{Browser, merged};
use super::{question, sound};
use rilievo::bundle::{ChangeKind, Decision, Fate, Record};
use rilievo::model::{
    Citation, CodebookEntry, Conclusion, ConclusionId, Dismissed, Extra, LocalText, Partner,
    PartnerId, Raw, Remark, RemarkId, RemarkState, Revision, Sheet, Survey, TermId, Timestamp,
};
use std::slice::from_ref;

pub fn remark(id: &str, text: &str) -> Remark {
    Remark {
        id: RemarkId::new(id).unwrap(),
        question: None,
        contact: None,
        author: "Coordinamento".into(),
        text: text.into(),
        at: Some(Timestamp::new("2026-11-23T10:05:00.000Z")),
        state: RemarkState::Open,
        finding: String::new(),
        answer: None,
        replies: Vec::new(),
        revision: Revision::default(),
        extra: Extra::new(),
    }
}

/// Two coordinators with the same survey.
fn two() -> (Browser, Browser) {
    let mut one = Browser::with("una", sound());
    let mut other = Browser::new("altra");
    other.import(&[one.export()], Decision::Mine);
    assert_eq!(one.surveys, other.surveys);
    other.second = 100;
    (one, other)
}

fn part(name: &str) -> Record {
    Record::Part(name.into())
}

fn records(merge: &rilievo::bundle::Merge) -> Vec<&Record> {
    merge.changes.iter().map(|change| &change.record).collect()
}

#[test]
fn parts_of_the_head_that_two_coordinators_changed_come_together() {
    let (mut one, mut other) = two();
    one.edit_head(|head| head.title = "Titolo nuovo".into());
    one.edit_head(|head| head.document.cup = "B81C26000010001".into());
    other.edit_head(|head| head.document.project = "Pilota due".into());
    other.edit_head(|head| head.notes.push(LocalText::new("it", "nota")));
    other.edit_head(|head| head.codebook[0].synonyms.push("ORA".into()));
    other.edit_head(|head| {
        let readings = head.questionnaire.questions[0].readings.as_mut().unwrap();
        readings.off = true;
    });
    other.edit_head(|head| {
        head.extra.insert("domani".into(), "nuovo".into());
    });
    let plan = one.import(&[other.export()], Decision::Mine);
    let merge = merged(&plan, 0);
    assert_eq!(merge.conflicts, []);
    assert_eq!(merge.form, None);
    let id = one.survey().head.codebook[0].id.clone();
    let codebook = part(&format!("codebook/{id}"));
    let expected = [
        &codebook,
        &part("document.project"),
        &part("extra.domani"),
        &part("notes"),
        &part("readings/q1"),
    ];
    assert_eq!(records(merge), expected);
    let head = &one.survey().head;
    assert_eq!(head.title, "Titolo nuovo");
    assert_eq!(head.document.cup, "B81C26000010001");
    assert_eq!(head.document.project, "Pilota due");
    assert_eq!(head.extra["domani"], "nuovo");
    other.import(&[one.export()], Decision::Mine);
    assert_eq!(one.surveys, other.surveys);
    let plan = one.import(&[other.export()], Decision::Mine);
    assert_eq!(plan.files[0].fate, Fate::Known { newer: false });
}

#[test]
fn what_two_coordinators_put_aside_is_no_conflict_and_what_one_took_back_is_up() {
    let put = |finding: &str, taken_back| Dismissed {
        finding: finding.into(),
        partner: PartnerId::new("EC").unwrap(),
        taken_back,
        extra: Extra::new(),
    };
    let (mut one, mut other) = two();
    one.edit_head(|head| head.dismissed = Raw::new(&vec![put("differs/q1/x", false)]));
    other.import(&[one.export()], Decision::Mine);
    one.edit_head(|head| head.dismissed = Raw::new(&vec![put("differs/q1/x", true)]));
    other.edit_head(|head| {
        let all = vec![put("differs/q1/x", false), put("no_reference/q2", false)];
        head.dismissed = Raw::new(&all);
    });
    let plan = one.import(&[other.export()], Decision::Mine);
    assert_eq!(merged(&plan, 0).conflicts, []);
    assert_eq!(
        one.survey().head.dismissed.or_default(),
        [put("differs/q1/x", true), put("no_reference/q2", false)]
    );
    other.import(&[one.export()], Decision::Mine);
    assert_eq!(one.surveys, other.surveys);
    let plan = one.import(&[other.export()], Decision::Mine);
    assert_eq!(plan.files[0].fate, Fate::Known { newer: false });
}

#[test]
fn one_line_of_the_document_changed_on_both_sides_is_asked_about() {
    let (mut one, mut other) = two();
    one.edit_head(|head| head.document.cup = "uno".into());
    other.edit_head(|head| head.document.cup = "due".into());
    let plan = one.import(&[other.export()], Decision::Theirs);
    let [conflict] = &merged(&plan, 0).conflicts[..] else {
        panic!("{:?}", merged(&plan, 0).conflicts);
    };
    assert_eq!(conflict.record, part("document.cup"));
    assert!(!conflict.may_keep_both());
    assert_eq!(one.survey().head.document.cup, "due");
    other.import(&[one.export()], Decision::Mine);
    assert_eq!(one.surveys, other.surveys);
}

#[test]
fn a_line_that_was_emptied_stays_empty() {
    let (mut one, mut other) = two();
    one.edit_head(|head| head.document.project.clear());
    let plan = one.import(&[other.export()], Decision::Theirs);
    assert_eq!(plan.files[0].fate, Fate::Known { newer: true });
    assert_eq!(one.survey().head.document.project, "");
    other.import(&[one.export()], Decision::Mine);
    assert_eq!(one.surveys, other.surveys);
}

#[test]
fn conclusions_and_terms_of_both_come_together() {
    let (mut one, mut other) = two();
    let conclusion = |id: &str, text: &str| Conclusion {
        id: ConclusionId::new(id).unwrap(),
        dimension: None,
        text: text.into(),
        cites: vec![Citation {
            finding: "q1/si".into(),
            seen: "2 enti".into(),
            said: String::new(),
            extra: Extra::new(),
        }],
        revision: Revision::default(),
        extra: Extra::new(),
    };
    one.edit_head(|head| head.conclusions = Raw::new(&vec![conclusion("c1", "una")]));
    other.edit_head(|head| head.conclusions = Raw::new(&vec![conclusion("c2", "altra")]));
    let entry = |id: &str| CodebookEntry {
        id: TermId::new(id).unwrap(),
        term: id.into(),
        questions: vec![question("q3")],
        synonyms: Vec::new(),
        ignored: false,
        revision: Revision::default(),
        extra: Extra::new(),
    };
    one.edit_head(|head| head.codebook.push(entry("z")));
    other.edit_head(|head| head.codebook.push(entry("a")));
    let (mine, theirs) = (one.export(), other.export());
    one.import(&[theirs], Decision::Mine);
    other.import(&[mine], Decision::Mine);
    assert_eq!(one.surveys, other.surveys);
    let all = one.survey().head.conclusions.read().unwrap();
    let texts: Vec<_> = all.iter().map(|c| c.text.as_str()).collect();
    assert_eq!(texts, ["una", "altra"]);
    assert_eq!(all[0].revision.n, 1);
    // The same conclusion, written anew on both sides.
    one.edit_head(|head| {
        let mut all = head.conclusions.read().unwrap();
        all[0].text = "di una".into();
        head.conclusions = Raw::new(&all);
    });
    other.edit_head(|head| {
        let mut all = head.conclusions.read().unwrap();
        all[0].text = "di altra".into();
        head.conclusions = Raw::new(&all);
    });
    let plan = one.import(&[other.export()], Decision::Mine);
    assert_eq!(merged(&plan, 0).conflicts[0].record, part("conclusions/c1"));
}

fn named(id: &str) -> Partner {
    Partner {
        id: PartnerId::new(id).unwrap(),
        code: id.into(),
        name: format!("Ente {id}"),
        ..sound().head.partners[0].clone()
    }
}

fn add(browser: &mut Browser, at: usize, id: &str) {
    browser.surveys[0].head.partners.insert(at, named(id));
    let sheet = Sheet::expected(PartnerId::new(id).unwrap());
    browser.surveys[0].sheets.insert(at, sheet);
}

fn ids(survey: &Survey) -> Vec<&str> {
    let partners: Vec<_> = survey.head.partners.iter().map(|p| p.id.as_str()).collect();
    let sheets: Vec<_> = survey.sheets.iter().map(|s| s.partner.as_str()).collect();
    assert_eq!(partners, sheets);
    partners
}

#[test]
fn bodies_that_were_added_on_both_sides_stand_where_they_were_put() {
    let (mut one, mut other) = two();
    add(&mut one, 1, "b");
    add(&mut other, 1, "a");
    add(&mut other, 4, "z");
    let (mine, theirs) = (one.export(), other.export());
    let plan = one.import(&[theirs], Decision::Mine);
    other.import(&[mine], Decision::Mine);
    assert_eq!(ids(one.survey()), ["EC", "a", "b", "1", "2", "z"]);
    assert_eq!(one.surveys, other.surveys);
    assert_eq!(merged(&plan, 0).conflicts, []);
    let added = merged(&plan, 0).changes.iter();
    let added = added.filter(|c| matches!(c.record, Record::Partner(_)));
    assert!(added.clone().all(|c| c.kind == ChangeKind::New));
    assert_eq!(added.count(), 2);
}

#[test]
fn the_order_of_the_bodies_follows_the_later_and_is_asked_about_when_both_changed_it() {
    let (mut one, mut other) = two();
    let turn = |browser: &mut Browser, a, b| {
        browser.edit_head(|head| head.partners.swap(a, b));
        browser.surveys[0].sheets.swap(a, b);
    };
    turn(&mut other, 0, 1);
    let plan = one.import(&[other.export()], Decision::Mine);
    assert_eq!(records(merged(&plan, 0)), [&part("order/partners")]);
    assert_eq!(ids(one.survey()), ["1", "EC", "2"]);
    turn(&mut one, 0, 2);
    turn(&mut other, 1, 2);
    let plan = one.import(&[other.export()], Decision::Theirs);
    assert_eq!(merged(&plan, 0).conflicts[0].record, part("order/partners"));
    assert_eq!(ids(one.survey()), ["1", "2", "EC"]);
    other.import(&[one.export()], Decision::Mine);
    assert_eq!(one.surveys, other.surveys);
}

#[test]
fn a_remark_that_one_side_settled_and_the_other_opened_again_is_open() {
    let (mut one, _) = two();
    one.change(|sheet, _| sheet.remarks.push(remark("r1", "Perché?")), "EC");
    let mut other = Browser::new("altra");
    other.import(&[one.export()], Decision::Mine);
    other.second = 100;
    let reply = |id: &str| rilievo::model::Reply {
        id: rilievo::model::ReplyId::new(id).unwrap(),
        author: "Ente".into(),
        text: id.into(),
        at: None,
        extra: Extra::new(),
    };
    one.change(
        |sheet, stamp| {
            sheet.remarks[0].state = RemarkState::Resolved;
            sheet.remarks[0].replies.push(reply("x"));
            sheet.remarks[0].revision.bump(stamp);
        },
        "EC",
    );
    let resolved = one.export();
    other.import(from_ref(&resolved), Decision::Mine);
    assert_eq!(other.sheet("EC").remarks[0].state, RemarkState::Resolved);
    other.change(
        |sheet, stamp| {
            sheet.remarks[0].state = RemarkState::Open;
            sheet.remarks[0].replies.push(reply("y"));
            sheet.remarks[0].revision.bump(stamp);
        },
        "EC",
    );
    one.change(
        |sheet, stamp| {
            sheet.remarks[0].replies.push(reply("z"));
            sheet.remarks[0].revision.bump(stamp);
        },
        "EC",
    );
    let (mine, theirs) = (one.export(), other.export());
    let plan = one.import(&[theirs], Decision::Mine);
    other.import(&[mine, resolved], Decision::Mine);
    assert_eq!(merged(&plan, 0).conflicts, []);
    assert_eq!(one.surveys, other.surveys);
    let remark = &one.sheet("EC").remarks[0];
    assert_eq!(remark.state, RemarkState::Open);
    let replies: Vec<_> = remark.replies.iter().map(|r| r.text.as_str()).collect();
    assert_eq!(replies, ["x", "y", "z"]);
}
