//! A sheet is reviewed without a server: remarks go out with an invitation,
//! replies come back with the response, and each step has its author.

use super::planning_world::{Browser, merged};
use super::{partner, question, sound};
use rilievo::bundle::{Decision, Decisions, Fate, Record, merge_sheets};
use rilievo::model::SheetAction::{Approve, SendBack, Submit};
use rilievo::model::SheetStatus::{Approved, Draft, Returned, Submitted};
use rilievo::model::{
    About, Actor, ContactId, Extra, NotAllowed, Remark, RemarkId, RemarkState, Reply, ReplyId,
    Sheet, SheetStatus,
};
use std::slice::from_ref;

const COORDINATOR: &str = "Coordinamento";
const OFFICER: &str = "Ufficio ICT";

/// Both have the sheet of EC, which the officer has handed in.
fn handed_in() -> (Browser, Browser) {
    let mut survey = sound();
    for sheet in &mut survey.sheets {
        *sheet = Sheet::expected(sheet.partner.clone());
    }
    let mut coordinator = Browser::with("coordinamento", survey);
    let mut officer = Browser::new("ente");
    officer.import(&[coordinator.invite("EC")], Decision::Mine);
    officer.second = 100;
    officer.answer("EC", "q3", "Oracle");
    officer.contact("EC", "ict", "ict@ente.it");
    acts(&mut officer, Actor::Partner, Submit).unwrap();
    coordinator.second = 200;
    coordinator.import(&[officer.respond("EC")], Decision::Mine);
    assert_eq!(coordinator.sheet("EC").status, Submitted);
    (coordinator, officer)
}

fn acts(
    browser: &mut Browser,
    actor: Actor,
    action: rilievo::model::SheetAction,
) -> Result<(), NotAllowed> {
    let author = match actor {
        Actor::Partner => OFFICER,
        Actor::Coordinator => COORDINATOR,
    };
    let mut done = Ok(());
    browser.change(
        |sheet, stamp| done = sheet.act(action, actor, author, stamp),
        "EC",
    );
    done
}

fn raises(browser: &mut Browser, id: &str, about: About, text: &str) {
    let id = RemarkId::new(id).unwrap();
    browser.change(
        |sheet, stamp| {
            assert!(sheet.raise(Remark::raised(id, about, COORDINATOR, text, stamp)));
        },
        "EC",
    );
}

fn replies(browser: &mut Browser, remark: &str, text: &str) {
    let author = browser.name.clone();
    let id = ReplyId::new(&format!("{author}-{}", browser.second)).unwrap();
    browser.change(
        |sheet, stamp| {
            let reply = Reply {
                id,
                author: author.clone(),
                text: text.into(),
                at: Some(stamp.at.clone()),
                extra: Extra::new(),
            };
            assert!(sheet.reply(&RemarkId::new(remark).unwrap(), reply));
        },
        "EC",
    );
}

fn settles(browser: &mut Browser, remark: &str, state: RemarkState) {
    let id = RemarkId::new(remark).unwrap();
    browser.change(
        |sheet, stamp| assert!(sheet.settle_remark(&id, state, stamp)),
        "EC",
    );
}

/// What was said to a remark, oldest first.
fn said(browser: &Browser, remark: &str) -> Vec<String> {
    let sheet = browser.sheet("EC");
    let remark = sheet.remarks.iter().find(|r| r.id.as_str() == remark);
    let replies = remark.expect("the remark is here").replies.iter();
    replies.map(|reply| reply.text.clone()).collect()
}

fn steps(sheet: &Sheet) -> Vec<(SheetStatus, String)> {
    let steps = sheet.steps.read().unwrap();
    steps.into_iter().map(|s| (s.status, s.author)).collect()
}

#[test]
fn two_remarks_go_out_and_come_back_with_replies_and_a_new_answer() {
    let (mut coordinator, mut officer) = handed_in();
    raises(
        &mut coordinator,
        "r1",
        About::Question(question("q3")),
        "Quale versione?",
    );
    let contact = About::Contact(ContactId::new("ict").unwrap());
    raises(
        &mut coordinator,
        "r2",
        contact,
        "È una casella dell'ufficio?",
    );
    acts(&mut coordinator, Actor::Coordinator, SendBack).unwrap();

    // The officer's own sheet says submitted: sent back knows it, and stands.
    let invitation = coordinator.invite("EC");
    let plan = officer.import(from_ref(&invitation), Decision::Mine);
    assert_eq!(merged(&plan, 0).conflicts, []);
    assert_eq!(officer.sheet("EC").status, Returned);
    assert_eq!(officer.sheet("EC").open_remarks(), 2);
    assert_eq!(officer.says("EC", "q3"), "Oracle");

    officer.second = 300;
    replies(&mut officer, "r1", "La 19c");
    replies(&mut officer, "r2", "Sì");
    officer.answer("EC", "q3", "Oracle 19c");
    // Who was asked does not settle what was asked, and may send it all the same.
    let refused = acts(&mut officer, Actor::Partner, Approve);
    assert_eq!(refused, Err(NotAllowed::NotYours));
    acts(&mut officer, Actor::Partner, Submit).unwrap();

    coordinator.second = 400;
    let response = officer.respond("EC");
    let plan = coordinator.import(from_ref(&response), Decision::Mine);
    assert_eq!(merged(&plan, 0).conflicts, []);
    let changed: Vec<_> = merged(&plan, 0).changes.iter().map(|c| &c.record).collect();
    let remark = |id| Record::Remark(partner("EC"), RemarkId::new(id).unwrap());
    for record in [
        Record::Status(partner("EC")),
        Record::Answer(partner("EC"), question("q3")),
        remark("r1"),
        remark("r2"),
    ] {
        assert!(changed.contains(&&record), "{record:?} is in the dry run");
    }
    assert_eq!(coordinator.sheet("EC").status, Submitted);
    assert_eq!(coordinator.says("EC", "q3"), "Oracle 19c");
    assert_eq!(said(&coordinator, "r1"), ["La 19c"]);
    assert_eq!(said(&coordinator, "r2"), ["Sì"]);

    let refused = acts(&mut coordinator, Actor::Coordinator, Approve);
    assert_eq!(refused, Err(NotAllowed::OpenRemarks(2)));
    settles(&mut coordinator, "r1", RemarkState::Resolved);
    settles(&mut coordinator, "r2", RemarkState::Resolved);
    acts(&mut coordinator, Actor::Coordinator, Approve).unwrap();
    let expected = [
        (Draft, ""),
        (Submitted, OFFICER),
        (Returned, COORDINATOR),
        (Submitted, OFFICER),
        (Approved, COORDINATOR),
    ]
    .map(|(status, author)| (status, String::from(author)));
    assert_eq!(steps(coordinator.sheet("EC")), expected);

    // Both files again: nothing is new, and nothing goes back.
    let again = coordinator.plan(&[invitation, response], &Decisions::default());
    for file in &again.files {
        assert!(matches!(file.fate, Fate::Known { .. }), "{:?}", file.fate);
    }
}

#[test]
fn replies_and_steps_of_both_sides_survive() {
    let (mut coordinator, mut officer) = handed_in();
    raises(
        &mut coordinator,
        "r1",
        About::Question(question("q3")),
        "Quale versione?",
    );
    acts(&mut coordinator, Actor::Coordinator, SendBack).unwrap();
    officer.import(&[coordinator.invite("EC")], Decision::Mine);
    // Apart: the coordinator adds something, settles and approves; the officer
    // replies and sends the sheet again.
    officer.second = 300;
    replies(&mut officer, "r1", "La 19c");
    acts(&mut officer, Actor::Partner, Submit).unwrap();
    coordinator.second = 310;
    replies(&mut coordinator, "r1", "Basta il numero.");
    settles(&mut coordinator, "r1", RemarkState::Resolved);
    acts(&mut coordinator, Actor::Coordinator, Approve).unwrap();

    let (one, other) = (coordinator.sheet("EC").clone(), officer.sheet("EC").clone());
    let both = ["La 19c", "Basta il numero."];
    let took = |sheet: &Sheet, status, author: &str| {
        steps(sheet).contains(&(status, String::from(author)))
    };
    // As files, where the statuses are decided about.
    let mut asked = coordinator.clone();
    let plan = asked.import(&[officer.respond("EC")], Decision::Theirs);
    let records: Vec<_> = merged(&plan, 0)
        .conflicts
        .iter()
        .map(|c| &c.record)
        .collect();
    assert_eq!(records, [&Record::Status(partner("EC"))]);
    assert_eq!(asked.sheet("EC").status, Submitted);
    assert_eq!(said(&asked, "r1"), both);
    // As two pages of one browser, where the later stands; whoever is asked.
    let merged = merge_sheets(None, &one, &other).sheet;
    assert_eq!(merged, merge_sheets(None, &other, &one).sheet);
    for sheet in [asked.sheet("EC"), &merged] {
        assert!(took(sheet, Approved, COORDINATOR));
        assert_eq!(sheet.remarks[0].replies.len(), 2);
        let moments: Vec<_> = sheet.steps.read().unwrap();
        assert!(moments.iter().map(|step| &step.at).is_sorted());
        let handed_in = steps(sheet)
            .into_iter()
            .filter(|(status, _)| *status == Submitted);
        assert_eq!(handed_in.count(), 2);
    }
}
