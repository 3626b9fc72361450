//! Laws of merging: whoever exchanges files in whatever order, nothing is lost,
//! and all come to the same. A failing case prints itself and its seed.

use super::planning_coordinators::remark;
use super::planning_world::Browser;
use super::{partner, question, sound};
use proptest::collection::vec;
use proptest::prelude::*;
use rilievo::bundle::{Arrival, Conflict, Decision, Decisions, Fate, Plan, Record, Side};
use rilievo::model::{
    Extra, Json, LocalText, Order, Parts, RemarkState, Reply, ReplyId, Revision, Sheet,
    SheetStatus, Survey,
};
use serde_json::Value;
use std::slice::from_ref;
use std::sync::LazyLock;

const QUESTIONS: [&str; 3] = ["q3", "q4", "q6"];
const PARTNERS: [&str; 3] = ["EC", "1", "2"];

/// What somebody does.
#[derive(Clone, Debug)]
enum Edit {
    Answer(usize, usize),
    Contact(usize),
    Status(usize, SheetStatus),
    Remark(usize),
    Resolve(usize, bool),
    Reply(usize),
    Name(usize),
    Title,
    Cup,
    Note,
    Term(usize),
    Reading,
    Extra,
}

fn edit() -> impl Strategy<Value = Edit> {
    let p = || 0..PARTNERS.len();
    let status = prop::sample::select(SheetStatus::ALL.to_vec());
    prop_oneof![
        6 => (p(), 0..QUESTIONS.len()).prop_map(|(p, q)| Edit::Answer(p, q)),
        1 => p().prop_map(Edit::Contact),
        2 => (p(), status).prop_map(|(p, s)| Edit::Status(p, s)),
        2 => p().prop_map(Edit::Remark),
        1 => (p(), any::<bool>()).prop_map(|(p, open)| Edit::Resolve(p, open)),
        1 => p().prop_map(Edit::Reply),
        1 => p().prop_map(Edit::Name),
        1 => Just(Edit::Title),
        1 => Just(Edit::Cup),
        1 => Just(Edit::Note),
        1 => (0..2_usize).prop_map(Edit::Term),
        1 => Just(Edit::Reading),
        1 => Just(Edit::Extra),
    ]
}

/// Does it, with a text that nobody else writes.
fn apply(browser: &mut Browser, edit: &Edit) {
    let text = format!("{} {}", browser.name, browser.second);
    let id = format!("{}-{}", browser.name, browser.second);
    match edit {
        Edit::Answer(p, q) => browser.answer(PARTNERS[*p], QUESTIONS[*q], &text),
        Edit::Contact(p) => browser.contact(PARTNERS[*p], "ict", &text),
        Edit::Status(p, status) => browser.advance(PARTNERS[*p], *status),
        Edit::Remark(p) => browser.change(
            |sheet, stamp| {
                let mut remark = remark(&id, &text);
                remark.at = Some(stamp.at.clone());
                sheet.remarks.push(remark);
            },
            PARTNERS[*p],
        ),
        Edit::Resolve(p, open) => browser.change(
            |sheet, stamp| {
                if let Some(remark) = sheet.remarks.first_mut() {
                    remark.state = match open {
                        true => RemarkState::Open,
                        false => RemarkState::Resolved,
                    };
                    remark.revision.bump(stamp);
                }
            },
            PARTNERS[*p],
        ),
        Edit::Reply(p) => browser.change(
            |sheet, stamp| {
                if let Some(remark) = sheet.remarks.first_mut() {
                    remark.replies.push(Reply {
                        id: ReplyId::new(&id).unwrap(),
                        author: String::new(),
                        text,
                        at: Some(stamp.at.clone()),
                        extra: Extra::new(),
                    });
                }
            },
            PARTNERS[*p],
        ),
        Edit::Name(p) => {
            let stamp = browser.stamp();
            let partner = &mut browser.surveys[0].head.partners[*p];
            partner.name = text;
            partner.revision.bump(&stamp);
        }
        Edit::Title => browser.edit_head(|head| head.title = text),
        Edit::Cup => browser.edit_head(|head| head.document.cup = text),
        Edit::Note => browser.edit_head(|head| head.notes = vec![LocalText::new("it", text)]),
        Edit::Term(at) => browser.edit_head(|head| head.codebook[*at].synonyms = vec![text]),
        Edit::Reading => browser.edit_head(|head| {
            let question = &mut head.questionnaire.questions[0];
            let readings = question.readings.as_mut().unwrap();
            readings.extra.insert("domani".into(), text.into());
        }),
        Edit::Extra => browser.edit_head(|head| {
            head.extra.insert("domani".into(), text.into());
        }),
    }
}

static START: LazyLock<Survey> = LazyLock::new(|| {
    let mut survey = sound();
    for sheet in &mut survey.sheets {
        *sheet = Sheet::expected(sheet.partner.clone());
    }
    survey
});

fn browsers(names: &[&str]) -> Vec<Browser> {
    let with = |name: &&str| Browser::with(name, START.clone());
    names.iter().map(with).collect()
}

/// A survey as JSON, each record with its edits as counts by browser: how a
/// version vector is written down depends on who has joined it.
fn content(survey: &Survey) -> Value {
    fn plain(value: &mut Value) {
        match value {
            Value::Object(fields) => {
                if let Some(revision) = fields.get_mut("revision") {
                    *revision = counts(revision.take());
                }
                fields.values_mut().for_each(plain);
            }
            Value::Array(items) => items.iter_mut().for_each(plain),
            _ => {}
        }
    }
    fn counts(revision: Value) -> Value {
        let revision = Revision::from_json(revision).unwrap();
        ["a", "b", "c", "d"]
            .iter()
            .map(|by| revision.edits_by(by))
            .collect()
    }
    let mut value = survey.to_json();
    let parts = Parts::of(&survey.head);
    let parts = parts
        .all
        .iter()
        .map(|part| (part.name.clone(), counts(part.revision.to_json())));
    value["head"]["parts"] = parts.collect();
    plain(&mut value);
    value
}

#[track_caller]
fn same(one: &Browser, other: &Browser) -> Result<(), TestCaseError> {
    let (a, b) = (content(one.survey()), content(other.survey()));
    prop_assert_eq!(a, b);
    Ok(())
}

/// What is decided depends on what is decided about alone, not on who asks.
fn fair(conflict: &Conflict) -> Decision {
    let text = |side: &Side| format!("{side:?}");
    if text(&conflict.mine) > text(&conflict.theirs) {
        Decision::Mine
    } else {
        Decision::Theirs
    }
}

fn import(browser: &mut Browser, files: &[Arrival]) -> Plan {
    browser.import_deciding(files, fair, Decision::Mine)
}

/// Sends everything to and fro until nobody learns anything new.
fn exchange_all(all: &mut [Browser]) -> Result<(), TestCaseError> {
    for _ in 0..6 {
        let before: Vec<_> = all.iter().map(|b| content(b.survey())).collect();
        for from in 0..all.len() {
            for to in 0..all.len() {
                if from != to {
                    let file = all[from].hand_over();
                    import(&mut all[to], &[file]);
                }
            }
        }
        let after: Vec<_> = all.iter().map(|b| content(b.survey())).collect();
        if before == after {
            return Ok(());
        }
    }
    prop_assert!(false, "they never come to the same");
    Ok(())
}

/// Every text that was ever written into an answer, or is in a remark.
fn holds(survey: &Survey, text: &str) -> bool {
    let quoted = Value::from(text).to_string();
    survey.to_json().to_string().contains(&quoted)
}

fn conflicts(plan: &Plan) -> Vec<&Conflict> {
    let merges = plan.files.iter().filter_map(|file| match &file.fate {
        Fate::Merged(merge) => Some(&merge.conflicts),
        _ => None,
    });
    merges.flatten().collect()
}

fn config() -> ProptestConfig {
    ProptestConfig::with_cases(crate::cases(200, 10_000))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_same_file_again_changes_nothing(
        mine in vec(edit(), 0..8), theirs in vec(edit(), 0..8), decision in decision(),
    ) {
        let mut all = browsers(&["a", "b"]);
        mine.iter().for_each(|edit| apply(&mut all[0], edit));
        theirs.iter().for_each(|edit| apply(&mut all[1], edit));
        let file = all[1].hand_over();
        all[0].second = 100;
        all[0].import(from_ref(&file), decision);
        let again = all[0].plan(&[file.clone(), file], &Decisions::default());
        prop_assert_eq!(&again.surveys, &[]);
        for file in &again.files {
            prop_assert!(matches!(file.fate, Fate::Known { .. }), "{:?}", file.fate);
        }
    }

    #[test]
    fn two_who_exchange_files_come_to_the_same(
        mine in vec(edit(), 0..8), theirs in vec(edit(), 0..8),
    ) {
        let mut all = browsers(&["a", "b"]);
        mine.iter().for_each(|edit| apply(&mut all[0], edit));
        theirs.iter().for_each(|edit| apply(&mut all[1], edit));
        let files = [all[0].hand_over(), all[1].hand_over()];
        // Both at the same time; neither knows what the other decides.
        let plan = import(&mut all[0], &files[1..]);
        let turned = import(&mut all[1], &files[..1]);
        let records = |plan: &Plan| -> Vec<Record> {
            conflicts(plan).iter().map(|c| c.record.clone()).collect()
        };
        let (mut here, mut there) = (records(&plan), records(&turned));
        let key = |record: &Record| format!("{record:?}");
        here.sort_by_key(key);
        there.sort_by_key(key);
        prop_assert_eq!(&here, &there);
        // Where nothing was decided, they are the same at once.
        if here.is_empty() {
            same(&all[0], &all[1])?;
        }
        exchange_all(&mut all)?;
        same(&all[0], &all[1])?;
    }

    #[test]
    fn edits_of_different_things_come_together_in_any_order(
        edits in vec(edit(), 0..8), turn in Just([0, 1, 2]).prop_shuffle(),
    ) {
        // Each edits another sheet, and another part of the head.
        let mut all = browsers(&["a", "b", "c"]);
        for edit in &edits {
            for (at, browser) in all.iter_mut().enumerate() {
                apply(browser, &own(edit, at));
            }
        }
        let files: Vec<_> = all.iter_mut().map(Browser::hand_over).collect();
        let mut fresh = browsers(&["d", "d", "d"]);
        // One after the other, all at once, two of them merged before.
        for at in turn {
            let plan = import(&mut fresh[0], &files[at..=at]);
            prop_assert_eq!(conflicts(&plan).len(), 0);
        }
        let turned: Vec<_> = turn.iter().map(|at| files[*at].clone()).collect();
        import(&mut fresh[1], &turned);
        let mut between = all[turn[1]].clone();
        import(&mut between, &files[turn[2]..=turn[2]]);
        let both = between.hand_over();
        import(&mut fresh[2], &[files[turn[0]].clone(), both]);
        same(&fresh[0], &fresh[1])?;
        same(&fresh[0], &fresh[2])?;
    }

    #[test]
    fn the_order_of_the_files_does_not_matter(
        edits in vec((0..3_usize, edit()), 0..12),
        turn in Just([0, 1, 2]).prop_shuffle(), decision in decision(),
    ) {
        let mut all = browsers(&["a", "b", "c"]);
        edits.iter().for_each(|(who, edit)| apply(&mut all[*who], edit));
        let files: Vec<_> = all.iter_mut().map(Browser::hand_over).collect();
        let turned: Vec<_> = turn.iter().map(|at| files[*at].clone()).collect();
        let mut one = browsers(&["d"]).remove(0);
        let mut other = one.clone();
        one.import(&files, decision);
        other.import(&turned, decision);
        prop_assert_eq!(&one.surveys, &other.surveys);
    }

    #[test]
    fn nothing_that_a_side_has_is_lost_and_concurrent_edits_are_reported(
        before in vec(edit(), 0..6), mine in vec(edit(), 0..8), theirs in vec(edit(), 0..8),
        decision in decision(),
    ) {
        let mut all = browsers(&["a", "b"]);
        before.iter().for_each(|edit| apply(&mut all[0], edit));
        let file = all[0].hand_over();
        import(&mut all[1], &[file]);
        let base = all[0].survey().clone();
        all[1].second = 50;
        mine.iter().for_each(|edit| apply(&mut all[0], edit));
        theirs.iter().for_each(|edit| apply(&mut all[1], edit));
        let (mine, theirs) = (all[0].survey().clone(), all[1].survey().clone());
        let file = all[1].hand_over();
        let plan = all[0].import(&[file], decision);
        let after = all[0].survey();
        let conflicts = conflicts(&plan);
        for p in PARTNERS {
            let sheet = |survey: &Survey| survey.sheet(&partner(p)).unwrap().clone();
            let [base, mine, theirs, after] = [&base, &mine, &theirs, after].map(sheet);
            for q in QUESTIONS.map(question) {
                let [was, my, their] = [&base, &mine, &theirs].map(|s| s.answers.get(&q));
                let record = Record::Answer(partner(p), q.clone());
                let reported = conflicts.iter().find(|c| c.record == record);
                // Both edited it, and every text is written once.
                let both = my != was && their != was;
                prop_assert_eq!(both, reported.is_some(), "{:?}", record);
                let stands = after.answers.get(&q);
                let kept = |answer| after.remarks.iter().any(|r| r.answer.as_ref() == Some(answer));
                for answer in [my, their].into_iter().flatten() {
                    let says = |other: &rilievo::model::Answer| other.value == answer.value;
                    let old = Some(answer) == was && stands != was;
                    let lost = reported.is_some_and(|c| c.decision == Some(Decision::Theirs)
                        && Some(answer) == my || c.decision == Some(Decision::Mine)
                        && Some(answer) == their);
                    let here = stands.is_some_and(says) || kept(answer);
                    prop_assert!(here || old || lost, "{:?} {:?}", record, answer);
                }
            }
            // Steps, whatever status stands.
            let steps = |sheet: &Sheet| sheet.steps.read().unwrap_or_default();
            let stand = steps(&after);
            for step in steps(&mine).into_iter().chain(steps(&theirs)) {
                prop_assert!(stand.contains(&step), "{step:?} is lost");
            }
            let moments = stand.iter().map(|step| step.at.clone());
            prop_assert!(moments.is_sorted(), "in the order in which they were taken");
            // Remarks and what was said to them.
            for remark in mine.remarks.iter().chain(&theirs.remarks) {
                let found = after.remarks.iter().find(|r| r.id == remark.id);
                let found = found.expect("the remark is lost");
                prop_assert_eq!(&found.text, &remark.text);
                for reply in &remark.replies {
                    prop_assert!(found.replies.contains(reply));
                }
            }
        }
        // Of the head, too, what does not stand was reported.
        let parts = |survey: &Survey| Parts::of(&survey.head);
        let (base, after) = (parts(&base), parts(after));
        for (side, other) in [(&mine, &theirs), (&theirs, &mine)] {
            let (side, other) = (parts(side), parts(other));
            for part in &side.all {
                let stands = after.part(&part.name).value == part.value;
                let untouched = base.part(&part.name).value == part.value;
                let superseded =
                    other.part(&part.name).revision.order(&part.revision) == Order::Newer;
                let record = Record::Part(part.name.clone());
                let reported = conflicts.iter().any(|c| c.record == record);
                prop_assert!(stands || untouched || superseded || reported, "{record:?}");
            }
        }
    }
}

/// The same edit in a field of one's own.
fn own(edit: &Edit, at: usize) -> Edit {
    let mut edit = edit.clone();
    match &mut edit {
        Edit::Answer(p, _)
        | Edit::Contact(p)
        | Edit::Status(p, _)
        | Edit::Remark(p)
        | Edit::Resolve(p, _)
        | Edit::Reply(p)
        | Edit::Name(p) => *p = at,
        Edit::Title | Edit::Cup | Edit::Note => {
            edit = [Edit::Title, Edit::Cup, Edit::Note][at].clone();
        }
        Edit::Term(_) | Edit::Reading | Edit::Extra => {
            edit = [Edit::Term(0), Edit::Reading, Edit::Extra][at].clone();
        }
    }
    edit
}

fn decision() -> impl Strategy<Value = Decision> {
    prop::sample::select(vec![Decision::Mine, Decision::Theirs, Decision::Both])
}

/// What happens among three who work on the same survey.
#[derive(Clone, Debug)]
enum Step {
    Edit(usize, Edit),
    /// Writes a file, which may be read much later, and more than once.
    Write(usize),
    /// Reads one of the files, and decides what there is to decide.
    Read(usize, prop::sample::Index, Decision),
}

fn step() -> impl Strategy<Value = Step> {
    let who = || 0..3_usize;
    prop_oneof![
        5 => (who(), edit()).prop_map(|(who, edit)| Step::Edit(who, edit)),
        2 => who().prop_map(Step::Write),
        3 => (who(), any::<prop::sample::Index>(), decision())
            .prop_map(|(who, file, decision)| Step::Read(who, file, decision)),
    ]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn three_who_edit_send_and_decide_come_to_the_same(
        steps in vec(step(), 0..24), clocks in prop::array::uniform3(0..40_u32),
    ) {
        let mut all = browsers(&["a", "b", "c"]);
        for (browser, second) in all.iter_mut().zip(clocks) {
            // Clocks are never right.
            browser.second = second;
        }
        let mut files = Vec::new();
        for step in &steps {
            match step {
                Step::Edit(who, edit) => apply(&mut all[*who], edit),
                Step::Write(who) => files.push(all[*who].hand_over()),
                Step::Read(who, file, decision) if !files.is_empty() => {
                    all[*who].import(&[file.get(&files).clone()], *decision);
                }
                Step::Read(..) => {}
            }
        }
        let texts: Vec<Vec<String>> = all.iter().map(|b| remark_texts(b.survey())).collect();
        // One hears the others, and tells them.
        for (from, to) in [(1, 0), (2, 0), (0, 1), (0, 2)] {
            let file = all[from].hand_over();
            let plan = import(&mut all[to], &[file]);
            prop_assert!(to == 0 || conflicts(&plan).is_empty(), "asked twice");
        }
        same(&all[0], &all[1])?;
        same(&all[0], &all[2])?;
        for text in texts.iter().flatten() {
            prop_assert!(holds(all[0].survey(), text), "{text} is lost");
        }
        // Whatever was written at any time is known.
        for file in files {
            let plan = all[0].plan(&[file], &Decisions::default());
            prop_assert!(matches!(plan.files[0].fate, Fate::Known { .. }), "{:?}", plan.files[0]);
        }
    }
}

/// What remarks and replies say, and the answers that they keep.
fn remark_texts(survey: &Survey) -> Vec<String> {
    let remarks = survey.sheets.iter().flat_map(|sheet| &sheet.remarks);
    let texts = remarks.flat_map(|remark| {
        let replies = remark.replies.iter().map(|reply| reply.text.clone());
        let kept = remark.answer.iter().map(|answer| answer.text().to_owned());
        let text = Some(remark.text.clone()).filter(|text| !text.is_empty());
        text.into_iter()
            .chain(replies)
            .chain(kept)
            .collect::<Vec<_>>()
    });
    texts.collect()
}
