//! The coordinator's desk: who stands where, in which order, and what can be
//! done with several sheets at once.

use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::desk::{DeskKey, DeskSort, Row, Show, arranged, rows, verdict};
use rilievo::model::{
    About, Actor, Direction, Exchanged, Extra, Invited, NotAllowed, PartnerId, QuestionId, Raw,
    Remark, RemarkId, Role, SheetAction, SheetStatus, SurveyId, Timestamp,
};

fn id(text: &str) -> PartnerId {
    PartnerId::new(text).unwrap()
}

/// Five museums: one handed in, one sent back with a remark, one begun, one
/// declared missing, one silent.
fn museum_desk() -> Scenario {
    let mut s = Scenario::of(museums());
    s.partner("civico").answer("catalogue", "no").submit();
    s.partner("diocesano").answer("catalogue", "yes").submit();
    raise(&mut s, "diocesano");
    s.partner("diocesano").becomes(SheetStatus::Returned);
    s.partner("mare").answer("catalogue", "yes");
    s.partner("scienze").becomes(SheetStatus::Missing);
    s
}

fn raise(s: &mut Scenario, partner: &str) {
    let stamp = s.stamp();
    let mut sheets = s.survey.sheets.iter_mut();
    let sheet = sheets.find(|sheet| sheet.partner == id(partner)).unwrap();
    let name = format!("r{}", sheet.remarks.len());
    let remark = RemarkId::new(&name).unwrap();
    sheet.raise(Remark::raised(
        remark,
        About::Sheet,
        "Chi coordina",
        "Perché?",
        &stamp,
    ));
}

fn desk(s: &Scenario) -> Vec<Row> {
    rows(&s.survey.head, &s.survey.sheets)
}

#[track_caller]
fn row<'r>(rows: &'r [Row], partner: &str) -> &'r Row {
    rows.iter().find(|row| row.partner == id(partner)).unwrap()
}

/// The ids of the bodies that are shown, in their order.
fn shown(rows: &[Row], show: Show, order: &str) -> String {
    let sort = DeskSort::parse(order).unwrap_or_default();
    let names = arranged(rows, show, sort).into_iter();
    let names: Vec<&str> = names.map(|at| rows[at].partner.as_str()).collect();
    names.join(" ")
}

#[test]
fn a_row_says_where_a_sheet_stands_since_when_and_how_far_it_is() {
    let s = museum_desk();
    let rows = desk(&s);
    let civico = row(&rows, "civico");
    assert_eq!(civico.status, SheetStatus::Submitted);
    let sheet = s.survey.sheet(&id("civico")).unwrap();
    assert_eq!(
        (&civico.since, civico.since.is_some()),
        (&sheet.since, true)
    );
    assert_eq!(
        civico.done.len(),
        s.survey.head.questionnaire.dimensions.len()
    );
    assert_eq!(civico.answered().k, 1);
    assert!(civico.is_incomplete());
    assert_eq!(row(&rows, "diocesano").remarks, 1);
    // Begun, so that there is something to count; nothing is written on these.
    assert_eq!(row(&rows, "mare").answered().k, 1);
    for silent in ["scienze", "carta"] {
        assert_eq!(row(&rows, silent).done, []);
        assert!(row(&rows, silent).is_incomplete());
    }
}

#[test]
fn a_row_leads_to_what_the_first_open_remark_is_about() {
    let mut s = museum_desk();
    let about = |s: &mut Scenario, question: &str| {
        let mut sheets = s.survey.sheets.iter_mut();
        let sheet = sheets.find(|sheet| sheet.partner == id("diocesano"));
        sheet.unwrap().remarks[0].question = Some(QuestionId::new(question).unwrap());
        row(&desk(s), "diocesano").first.clone()
    };
    let asked = s.survey.head.questionnaire.on_sheet().next().unwrap();
    let asked = asked.id.clone();
    assert_eq!(row(&desk(&s), "diocesano").first, None);
    assert_eq!(about(&mut s, asked.as_str()), Some(asked));
    assert_eq!(about(&mut s, "no-longer-asked"), None);
}

#[test]
fn the_example_counts_by_dimension_as_its_sheets_do() {
    let s = Scenario::example();
    let rows = desk(&s);
    assert_eq!(rows.len(), 10);
    let roma = row(&rows, "7");
    let done: Vec<_> = roma.done.iter().map(|share| share.n).collect();
    // Of 23 questions one is off-condition, and two were not asked.
    assert_eq!(done.iter().sum::<usize>(), roma.answered().n);
    let questionnaire = &s.survey.head.questionnaire;
    let sheet = s.survey.sheet(&id("7")).unwrap();
    let whole = rilievo::analysis::completeness::of_sheet(questionnaire, sheet, None);
    assert_eq!(roma.answered().k, whole.answered());
    assert_eq!(roma.answered().n, whole.asked());
    assert_eq!(row(&rows, "1").status, SheetStatus::Missing);
}

#[test]
fn rows_are_sorted_both_ways_and_what_has_nothing_stands_last() {
    let rows = desk(&museum_desk());
    let all = Show::default();
    assert_eq!(shown(&rows, all, ""), "civico diocesano mare scienze carta");
    assert_eq!(
        shown(&rows, all, "-survey"),
        "carta scienze mare diocesano civico"
    );
    assert_eq!(
        shown(&rows, all, "status"),
        "carta mare civico diocesano scienze"
    );
    assert_eq!(
        shown(&rows, all, "-status"),
        "scienze diocesano civico mare carta"
    );
    assert_eq!(
        shown(&rows, all, "since"),
        "civico diocesano mare scienze carta"
    );
    // Of the silent one nothing is known since when, in either direction.
    assert_eq!(
        shown(&rows, all, "-since"),
        "scienze mare diocesano civico carta"
    );
    assert_eq!(
        shown(&rows, all, "-remarks"),
        "diocesano civico mare scienze carta"
    );
    // Equal shares stay in the order of the survey; the silent ones last.
    let answered = shown(&rows, all, "answered");
    assert!(answered.ends_with("scienze carta"), "{answered}");
    assert!(shown(&rows, all, "-answered").ends_with("scienze carta"));
    // By name, not by code.
    let by_name = shown(&rows, all, "name");
    let mut names: Vec<_> = rows
        .iter()
        .map(|r| (r.name.to_lowercase(), &r.partner))
        .collect();
    names.sort();
    let names: Vec<_> = names.iter().map(|(_, partner)| partner.as_str()).collect();
    assert_eq!(by_name, names.join(" "));
}

#[test]
fn orders_stand_in_addresses() {
    for order in ["name", "-since", "status", "-exchanged"] {
        assert_eq!(DeskSort::parse(order).unwrap().code(), order);
    }
    assert_eq!(DeskSort::parse("colour"), None);
    assert_eq!(DeskSort::default().by, DeskKey::Survey);
}

#[test]
fn rows_are_shown_that_are_all_of_what_is_asked() {
    let mut s = museum_desk();
    raise(&mut s, "mare");
    let rows = desk(&s);
    let status = |status| Show {
        status: Some(status),
        ..Show::default()
    };
    assert_eq!(shown(&rows, status(SheetStatus::Draft), ""), "mare");
    let with_remarks = Show {
        with_remarks: true,
        ..Show::default()
    };
    assert_eq!(shown(&rows, with_remarks, ""), "diocesano mare");
    let both = Show {
        with_remarks: true,
        ..status(SheetStatus::Returned)
    };
    assert_eq!(shown(&rows, both, ""), "diocesano");
    let incomplete = Show {
        incomplete: true,
        ..Show::default()
    };
    assert_eq!(shown(&rows, incomplete, "").split(' ').count(), 5);
}

#[test]
fn a_body_is_found_by_words_of_its_name_or_by_its_code_and_by_its_role() {
    let mut s = museum_desk();
    let partners = &mut s.survey.head.partners;
    for partner in &mut *partners {
        partner.role = None;
    }
    partners[0].name = "Città di Forlì".into();
    partners[0].code = "A12".into();
    partners[1].name = "Museo della città".into();
    partners[1].role = Some(Role::Reuser);
    let (one, other) = (partners[0].id.to_string(), partners[1].id.to_string());
    let rows = desk(&s);
    let named = |named| {
        let show = Show {
            named,
            ..Show::default()
        };
        shown(&rows, show, "")
    };
    assert_eq!(named("CITTA"), format!("{one} {other}"));
    assert_eq!(named("  forlì citta "), one);
    assert_eq!(named("città-museo"), other);
    assert_eq!(named("a1"), one);
    // In the middle of a code nothing is looked for.
    assert_eq!(named("12"), "");
    assert_eq!(named(" - ").split(' ').count(), 5);
    let show = Show {
        role: Some(Role::Reuser),
        ..Show::default()
    };
    assert_eq!(shown(&rows, show, ""), other);
}

#[test]
fn of_several_sheets_each_is_allowed_or_refused_with_its_reason() {
    let s = museum_desk();
    let all = ["carta", "scienze", "mare", "diocesano", "civico"].map(id);
    let ask = |chosen: &[PartnerId], action| {
        let (head, sheets) = (&s.survey.head, &s.survey.sheets);
        verdict(head, sheets, chosen, action, Actor::Coordinator)
    };
    let approve = ask(&all, SheetAction::Approve);
    assert_eq!(approve.allowed, [id("civico")]);
    // Reasons in the order in which they are met, bodies in that of the survey.
    assert_eq!(
        approve.refused,
        [
            (NotAllowed::OpenRemarks(1), vec![id("diocesano")]),
            (NotAllowed::NotReceived, vec![id("mare"), id("carta")]),
            (NotAllowed::DeclaredMissing, vec![id("scienze")]),
        ]
    );
    let send_back = ask(&all[3..], SheetAction::SendBack);
    assert_eq!(send_back.allowed, []);
    assert_eq!(
        send_back.refused,
        [
            (NotAllowed::NoOpenRemark, vec![id("civico")]),
            (NotAllowed::Already, vec![id("diocesano")]),
        ]
    );
    let missing = ask(&all, SheetAction::MarkMissing);
    assert_eq!(missing.allowed, [id("mare"), id("carta")]);
    assert_eq!(ask(&[], SheetAction::Approve), Default::default());
    // Who fills in a sheet approves none.
    let (head, sheets) = (&s.survey.head, &s.survey.sheets);
    let theirs = verdict(head, sheets, &all, SheetAction::Approve, Actor::Partner);
    assert_eq!(theirs.allowed, []);
    assert_eq!(theirs.refused.len(), 1);
}

fn file(partner: &str, direction: Direction, day: u32, fingerprint: &str) -> Exchanged {
    Exchanged {
        partner: id(partner),
        direction,
        at: Timestamp::new(format!("2026-11-{day:02}T10:00:00.000Z")),
        file: format!("{partner}.json"),
        fingerprint: fingerprint.into(),
        extra: Extra::new(),
    }
}

#[test]
fn the_last_file_of_each_body_is_noted_and_the_same_one_only_once() {
    use Direction::{Received, Sent};
    let mut s = museum_desk();
    let before = s.survey.head.revision.clone();
    let head = &mut s.survey.head;
    assert!(head.note_exchange(file("mare", Sent, 3, "a1")));
    assert!(head.note_exchange(file("civico", Sent, 4, "b2")));
    let noted = head.exchanged.clone();
    // The same again, later: nothing changes, not even the day.
    assert!(!head.note_exchange(file("mare", Sent, 9, "a1")));
    assert_eq!(head.exchanged, noted);
    let sent = file("mare", Sent, 3, "a1").at;
    assert_eq!(head.sent_last(&id("mare")), Some(sent));
    // The same content coming back is another file.
    assert!(head.note_exchange(file("mare", Received, 10, "a1")));
    assert_eq!(head.sent_last(&id("mare")), None);
    assert_eq!(head.exchanged.or_default().len(), 2);
    assert_eq!(head.revision, before);
    let rows = desk(&s);
    assert_eq!(
        row(&rows, "mare").last,
        Some(file("mare", Received, 10, "a1"))
    );
    assert_eq!(row(&rows, "carta").last, None);
    let order = shown(&rows, Show::default(), "-exchanged");
    assert_eq!(order, "mare civico diocesano scienze carta");
    let order = shown(&rows, Show::default(), "exchanged");
    assert_eq!(order, "civico mare diocesano scienze carta");
}

#[test]
fn a_copy_knows_nothing_of_the_files_of_the_survey_that_it_was_made_of() {
    let mut s = museum_desk();
    let head = &mut s.survey.head;
    head.note_exchange(file("mare", Direction::Sent, 3, "a1"));
    head.invited.push(Invited {
        partner: id("mare"),
        at: None,
        sheet: Raw::default(),
        sent: Raw::default(),
        extra: Extra::new(),
    });
    let copy = SurveyId::new("copy").unwrap();
    let now = Timestamp::new("2026-11-20T10:00:00.000Z");
    head.begin_as_copy(copy, "Copia".into(), now);
    assert_eq!(s.survey.head.invited, []);
    let rows = desk(&s);
    assert_eq!(row(&rows, "mare").last, None);
    // Bodies and sheets are the same.
    assert_eq!(rows.len(), 5);
    assert_eq!(row(&rows, "civico").status, SheetStatus::Submitted);
}

#[test]
fn what_was_exchanged_leaves_with_nobody_and_changes_no_fingerprint() {
    use rilievo::bundle::{fingerprint, for_coordinator, for_partner};
    let mut s = museum_desk();
    let before = (
        fingerprint(&for_coordinator(&s.survey)),
        for_partner(&s.survey, &id("mare")),
    );
    let head = &mut s.survey.head;
    assert!(head.note_exchange(file("mare", Direction::Sent, 3, "a1")));
    let after = (
        fingerprint(&for_coordinator(&s.survey)),
        for_partner(&s.survey, &id("mare")),
    );
    assert_eq!(before, after);
}
