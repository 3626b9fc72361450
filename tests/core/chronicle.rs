//! The history of a sheet, as it is shown, and the way back to any point of it.

use rilievo::analysis::chronicle::{
    Difference, Event, Happened, Remarked, Version, chronicle, differences,
};
use rilievo::model::{
    About, Answer, Extra, PartnerId, QuestionId, Remark, RemarkId, RemarkState, Reply, ReplyId,
    Sheet, SheetChange, SheetRecord, SheetStatus, Stamp, Timestamp,
};

/// A sheet whose every earlier answer is kept, as the store keeps them.
struct Kept {
    sheet: Sheet,
    past: Vec<Version>,
}

fn at(minute: u32) -> Timestamp {
    Timestamp::new(format!("2026-11-23T10:{minute:02}:00.000Z"))
}

fn stamp(minute: u32, by: &str) -> Stamp {
    Stamp {
        at: at(minute),
        by: by.into(),
    }
}

fn question(id: &str) -> QuestionId {
    QuestionId::new(id).unwrap()
}

impl Kept {
    fn new() -> Self {
        Self {
            sheet: Sheet::expected(PartnerId::new("1").unwrap()),
            past: Vec::new(),
        }
    }

    fn write(&mut self, minute: u32, by: &str, id: &str, text: &str) {
        if let Some(answer) = self.sheet.answers.get(&question(id)) {
            self.past.push(Version {
                record: SheetRecord::Answer(question(id)),
                answer: answer.clone(),
            });
        }
        self.sheet
            .edit(&question(id), &stamp(minute, by), |a| a.set_text(text));
    }

    /// What happened, a line each.
    fn told(&self) -> Vec<String> {
        let told = chronicle(&self.sheet, &self.past).into_iter();
        told.map(|Event { at, what }| {
            let minute = &at.as_str()[14..16];
            match what {
                Happened::Became(status, _) => format!("{minute} {}", status.code()),
                Happened::Remarked { what, text, .. } => match what {
                    Remarked::Raised(who) => format!("{minute} {who} asks: {text}"),
                    Remarked::Replied(who) => format!("{minute} {who} says: {text}"),
                    Remarked::Became(state, by) => {
                        format!("{minute} {by} {}: {text}", state.code())
                    }
                },
                Happened::Written {
                    before,
                    after,
                    by,
                    record,
                } => {
                    let SheetRecord::Answer(id) = record else {
                        panic!("no contact here");
                    };
                    let before = before.map_or("?".into(), |b| b.text().to_owned());
                    format!("{minute} {by} {id}: {before} → {}", after.text())
                }
            }
        })
        .collect()
    }

    fn back_to(&self, minute: u32) -> Vec<(String, String)> {
        let found = differences(&self.sheet, &self.past, &at(minute)).into_iter();
        found
            .map(|Difference { now, then, .. }| (now.text().to_owned(), then.text().to_owned()))
            .collect()
    }
}

#[test]
fn every_change_is_told_newest_first_with_what_it_replaced() {
    let mut kept = Kept::new();
    kept.write(1, "here", "a", "Oracle");
    kept.write(20, "elsewhere", "a", "PostgreSQL");
    kept.write(21, "here", "b", "interno");
    kept.sheet
        .step(SheetStatus::Submitted, "", &stamp(30, "here"));
    assert_eq!(
        kept.told(),
        [
            "30 submitted",
            "21 here b:  → interno",
            "20 elsewhere a: Oracle → PostgreSQL",
            "01 draft",
            "01 here a:  → Oracle",
        ]
    );
}

#[test]
fn remarks_and_what_is_said_to_them_are_told() {
    let mut kept = Kept::new();
    let id = RemarkId::new("r").unwrap();
    let about = About::Question(question("a"));
    let remark = Remark::raised(id.clone(), about, "Rossi", "Quale?", &stamp(1, "here"));
    kept.sheet.raise(remark);
    kept.sheet.reply(
        &id,
        Reply {
            id: ReplyId::new("y").unwrap(),
            author: "Verdi".into(),
            text: "La nuova.".into(),
            at: Some(at(2)),
            extra: Extra::new(),
        },
    );
    let said = ["02 Verdi says: La nuova.", "01 Rossi asks: Quale?"];
    assert_eq!(kept.told(), said);
    let settle = RemarkState::Resolved;
    kept.sheet.settle_remark(&id, settle, &stamp(3, "here"));
    assert_eq!(kept.told()[0], "03 here resolved: Quale?");
    assert_eq!(kept.told()[1..], said);
    kept.sheet
        .settle_remark(&id, RemarkState::Open, &stamp(4, "elsewhere"));
    assert_eq!(kept.told()[0], "04 elsewhere open: Quale?");
    assert_eq!(kept.told()[1..], said);
}

#[test]
fn what_was_not_kept_is_not_invented() {
    let mut kept = Kept::new();
    kept.write(1, "here", "a", "Oracle");
    kept.write(2, "here", "a", "Oracle 19");
    // The first was of the same sitting: it was not kept.
    kept.past.clear();
    assert_eq!(kept.told(), ["02 here a: ? → Oracle 19", "01 draft"]);
    assert!(
        kept.back_to(1).is_empty(),
        "what stood there then is not known"
    );
}

#[test]
fn an_answer_that_came_with_the_survey_stood_there_from_the_first() {
    let mut kept = Kept::new();
    let mut came = Answer::default();
    came.set_text("SPC");
    kept.sheet.answers.insert(question("a"), came);
    assert!(kept.told().is_empty());
    kept.write(5, "here", "a", "SPC 2");
    assert_eq!(kept.told().last().unwrap(), "05 here a: SPC → SPC 2");
    assert_eq!(kept.back_to(4), [("SPC 2".into(), "SPC".into())]);
    // Undone in the same sitting: nothing has happened.
    kept.sheet
        .edit(&question("a"), &stamp(6, "here"), |a| a.set_text("SPC"));
    assert_eq!(kept.told(), ["05 draft"]);
}

#[test]
fn going_back_says_what_would_change_and_is_a_change_itself() {
    let mut kept = Kept::new();
    kept.write(1, "here", "a", "Oracle");
    kept.write(10, "here", "b", "interno");
    kept.write(20, "here", "a", "PostgreSQL");
    assert!(kept.back_to(20).is_empty());
    assert_eq!(kept.back_to(10), [("PostgreSQL".into(), "Oracle".into())]);
    let then = [("PostgreSQL", "Oracle"), ("interno", "")].map(|(a, b)| (a.into(), b.into()));
    assert_eq!(kept.back_to(1), then);

    let found = differences(&kept.sheet, &kept.past, &at(1));
    for Difference { record, now, .. } in &found {
        let (record, answer) = (record.clone(), now.clone());
        kept.past.push(Version { record, answer });
    }
    let answers = found.into_iter().map(|d| (d.record, d.then));
    let change = SheetChange::answering(&kept.sheet, answers);
    change.apply(&mut kept.sheet, "", &stamp(40, "here"));
    assert_eq!(kept.sheet.status, SheetStatus::Draft, "the status stays");
    assert_eq!(
        kept.told()[..2],
        ["40 here b: interno → ", "40 here a: PostgreSQL → Oracle"]
    );
    assert_eq!(
        kept.back_to(20),
        [("Oracle", "PostgreSQL"), ("", "interno")].map(|(a, b)| (a.into(), b.into())),
        "nothing was lost: the way forth is the same"
    );
}
