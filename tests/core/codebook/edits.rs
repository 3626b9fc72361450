//! Edits of the codebook, on the page of one question.

use super::{id, question, read};
use crate::scenario::{Scenario, forms::museums};
use rilievo::model::CodebookEdit::*;
use rilievo::model::{
    CodebookEdit, CodebookEntry, Order, QuestionId, Revision, Stamp, SurveyHead, TermId, Timestamp,
    taken_back,
};

/// Edits the codebook where a question is looked at.
fn edit(head: &mut SurveyHead, of: &str, edit: CodebookEdit) -> Option<TermId> {
    edit.apply(&mut head.codebook, &question(of))
}

#[track_caller]
fn entry<'a>(head: &'a SurveyHead, term: &str) -> &'a CodebookEntry {
    let found = head.codebook.iter().find(|e| e.id.as_str() == term);
    found.unwrap_or_else(|| panic!("the codebook has no entry `{term}`"))
}

fn spellings(entry: &CodebookEntry) -> Vec<&str> {
    entry.spellings().map(String::as_str).collect()
}

fn questions(entry: &CodebookEntry) -> Vec<&str> {
    entry.questions.iter().map(QuestionId::as_str).collect()
}

#[test]
fn a_piece_becomes_a_term_and_the_next_spelling_is_assigned_to_it() {
    let mut s = Scenario::of(museums());
    s.partner("civico")
        .answer("software", "Riuso gruppo SPAC, Excel")
        .submit();
    s.partner("mare")
        .answer("software", "SPAC;  riuso GRUPPO spac")
        .submit();
    let term = edit(
        &mut s.survey.head,
        "software",
        Add(" Riuso  gruppo SPAC ".into(), false),
    );
    assert_eq!(term, Some(id("riuso-gruppo-spac")));
    s.expect("software")
        .terms(&[
            ("Riuso gruppo SPAC", &["civico", "mare"]),
            ("Excel", &["civico"]),
        ])
        .unread(&[("SPAC", &["mare"])]);
    let assigned = Assign("SPAC".into(), id("riuso-gruppo-spac"));
    edit(&mut s.survey.head, "software", assigned.clone());
    s.expect("software").unread(&[]);
    // What is read already is neither added nor assigned again.
    assert_eq!(edit(&mut s.survey.head, "software", assigned), None);
    assert_eq!(
        edit(&mut s.survey.head, "software", Add("spac".into(), false)),
        None
    );
    assert_eq!(
        edit(&mut s.survey.head, "software", Add(" – ".into(), false)),
        None
    );
}

#[test]
fn ids_come_from_the_term_and_are_unique() {
    let mut head = museums();
    let mut add = |name: &str| edit(&mut head, "software", Add(name.into(), false)).unwrap();
    assert_eq!(add("Città & C."), id("citta-c"));
    assert_eq!(add("Citta C"), id("citta-c-2"));
    assert_eq!(add("調査"), id("term"));
    assert_eq!(add("目録"), id("term-2"));
    let long = add(&"x".repeat(200));
    assert!(add(&"x".repeat(201)).as_str().starts_with(long.as_str()));
}

#[test]
fn merging_takes_all_spellings_and_all_questions() {
    let mut s = Scenario::example();
    let merged = edit(&mut s.survey.head, "q14", Merge(id("mypivot"), id("mypay")));
    assert_eq!(merged, Some(id("mypay")));
    let mypay = entry(&s.survey.head, "mypay");
    assert_eq!(spellings(mypay), ["MyPay", "My Pay", "MyPivot", "My Pivot"]);
    assert_eq!(questions(mypay), ["q6", "q14"]);
    s.expect("q14")
        .terms(&[("MyPay", &["3", "5", "7", "8", "9"]), ("IRIS", &["2", "6"])]);
    // The other question that it serves reads as before.
    assert_eq!(
        read(&s, "q6").unread,
        read(&Scenario::example(), "q6").unread
    );
    let same = Merge(id("mypay"), id("mypay"));
    assert_eq!(edit(&mut s.survey.head, "q14", same), None);
}

#[test]
fn a_spelling_that_leaves_and_comes_back_changes_nothing() {
    let mut s = Scenario::example();
    let before = read(&s, "q5");
    let split = Split(id("postgresql"), "postgress".into());
    let own = edit(&mut s.survey.head, "q5", split).unwrap();
    let own_use = read(&s, "q5")
        .counted
        .into_iter()
        .find(|e| e.id == own)
        .unwrap();
    assert_eq!(own_use.term, "postgress");
    assert_eq!(s.names(own_use.bodies), ["6", "7"]);
    assert_eq!(
        read(&s, "q5").counted[1].bodies.len(),
        6,
        "PostgreSQL without them"
    );
    edit(&mut s.survey.head, "q5", Merge(own, id("postgresql")));
    assert_eq!(read(&s, "q5"), before);
    // A name stays with its term.
    let name = Split(id("postgresql"), "POSTGRESQL".into());
    assert_eq!(edit(&mut s.survey.head, "q5", name), None);
}

#[test]
fn under_another_name_the_old_one_is_still_read() {
    let mut s = Scenario::example();
    let head = &mut s.survey.head;
    edit(
        head,
        "q5",
        Rename(id("sql_server"), "Microsoft SQL Server".into()),
    );
    // A synonym became the name, and the name a synonym.
    assert_eq!(
        spellings(entry(head, "sql_server"))[..2],
        ["Microsoft SQL Server", "SQL Server"]
    );
    edit(head, "q5", Rename(id("postgresql"), "Postgresql".into()));
    assert_eq!(
        spellings(entry(head, "postgresql")),
        ["Postgresql", "Postgres", "Postgress"]
    );
    // The name of another term is not taken, nor one of its spellings.
    assert_eq!(edit(head, "q5", Rename(id("oracle"), "mysql".into())), None);
    assert_eq!(edit(head, "q5", Rename(id("oracle"), "Mongo".into())), None);
    assert_eq!(edit(head, "q5", Rename(id("oracle"), " ".into())), None);
    s.expect("q5").terms(&[
        ("Postgresql", &["EC", "2", "3", "4", "5", "6", "7", "9"]),
        ("Oracle", &["EC", "2", "3", "5", "6", "7", "9"]),
        ("Microsoft SQL Server", &["3", "5", "6", "7", "9"]),
        ("MySQL", &["EC", "3", "5", "6", "7"]),
        ("Access", &["9"]),
        ("MariaDB", &["2"]),
        ("MongoDB", &["2"]),
    ]);
}

#[test]
fn what_is_not_counted_is_read_all_the_same() {
    let mut s = Scenario::example();
    let ignore = |ignored| Ignore(id("mypay"), ignored);
    edit(&mut s.survey.head, "q14", ignore(true));
    s.expect("q14")
        .terms(&[("IRIS", &["2", "6"]), ("MyPivot", &["3", "8"])]);
    let ignored = read(&s, "q14").ignored;
    assert_eq!(
        (ignored[0].term.as_str(), ignored[0].bodies.len()),
        ("MyPay", 5)
    );
    // It is one entry: what is said of it here holds in question 6 too.
    assert!(read(&s, "q6").ignored.iter().any(|e| e.term == "MyPay"));
    assert_eq!(edit(&mut s.survey.head, "q14", ignore(true)), None);
    edit(&mut s.survey.head, "q14", ignore(false));
    assert_eq!(read(&s, "q14"), read(&Scenario::example(), "q14"));
}

#[test]
fn a_spelling_and_a_term_can_be_dropped() {
    let mut s = Scenario::example();
    let head = &mut s.survey.head;
    edit(head, "q5", Drop(id("postgresql"), "postgress".into()));
    assert_eq!(
        edit(head, "q5", Drop(id("postgresql"), "PostgreSQL".into())),
        None
    );
    edit(head, "q14", Remove(id("mypay")));
    edit(head, "q14", Remove(id("iris")));
    s.expect("q5").unread(&[("Postgress", &["6", "7"])]);
    let unread = read(&s, "q14").unread;
    let unread: Vec<_> = unread
        .iter()
        .map(|p| (p.text.as_str(), p.bodies.len()))
        .collect();
    assert_eq!(unread[..2], [("MyPay", 4), ("IRIS", 2)]);
    // It still serves the other question; what served this one alone is gone.
    assert_eq!(questions(entry(&s.survey.head, "mypay")), ["q6"]);
    assert!(s.survey.head.codebook.iter().all(|e| e.id != id("iris")));
}

#[test]
fn a_question_can_have_an_entry_of_its_own() {
    let mut s = Scenario::example();
    let own = edit(&mut s.survey.head, "q7", Limit(id("dotnet"))).unwrap();
    assert_eq!(own, id("microsoft-net"));
    assert_eq!(questions(entry(&s.survey.head, "dotnet")), ["q6"]);
    assert_eq!(questions(entry(&s.survey.head, "microsoft-net")), ["q7"]);
    edit(&mut s.survey.head, "q7", Rename(own, ".NET, server".into()));
    let names =
        |of: &str| -> Vec<String> { read(&s, of).counted.into_iter().map(|e| e.term).collect() };
    assert!(names("q7").contains(&".NET, server".to_owned()));
    assert!(names("q6").contains(&"Microsoft .NET".to_owned()));
    let alone = Limit(id("tomcat"));
    assert_eq!(edit(&mut s.survey.head, "q7", alone), None);
}

#[test]
fn a_term_of_another_question_comes_with_all_its_spellings() {
    let mut s = Scenario::example();
    edit(
        &mut s.survey.head,
        "q14",
        Assign("Postgresql".into(), id("postgresql")),
    );
    assert_eq!(
        questions(entry(&s.survey.head, "postgresql")),
        ["q5", "q14"]
    );
    let found = read(&s, "q14")
        .counted
        .into_iter()
        .find(|e| e.term == "PostgreSQL");
    assert_eq!(s.names(found.unwrap().bodies), ["4"]);
    assert_eq!(read(&s, "q5").counted, {
        let mut before = read(&Scenario::example(), "q5").counted;
        before[0].elsewhere = vec![question("q14")];
        before
    });
}

#[test]
fn where_two_terms_come_to_share_a_question_the_edited_one_keeps_the_spelling() {
    let mut s = Scenario::example();
    let head = &mut s.survey.head;
    edit(head, "q6", Add("Catalina".into(), false));
    edit(head, "q6", Assign("Tomcat".into(), id("catalina")));
    // Each question has a term that reads "Tomcat". Now one serves both.
    edit(head, "q7", Assign("JBoss EAP".into(), id("catalina")));
    assert_eq!(spellings(entry(head, "tomcat")), ["Apache Tomcat"]);
    assert_eq!(questions(entry(head, "catalina")), ["q6", "q7"]);
    // MyPay serves question 6 as well: there it takes the spelling, and the
    // other question keeps its term as it was.
    edit(head, "q14", Assign("Tomcat".into(), id("mypay")));
    assert_eq!(questions(entry(head, "catalina")), ["q7"]);
    assert_eq!(
        spellings(entry(head, "catalina")),
        ["Catalina", "Tomcat", "JBoss EAP"]
    );
    assert_eq!(questions(entry(head, "catalina-2")), ["q6"]);
    assert_eq!(
        spellings(entry(head, "catalina-2")),
        ["Catalina", "JBoss EAP"]
    );
    assert_eq!(
        spellings(entry(head, "mypay")),
        ["MyPay", "My Pay", "Tomcat"]
    );
}

fn stamp(second: u32) -> Stamp {
    Stamp {
        at: Timestamp::new(format!("2026-11-23T10:00:{second:02}.000Z")),
        by: "a".into(),
    }
}

#[test]
fn an_edit_and_its_undo_count_in_the_entries_that_they_change() {
    let mut head = Scenario::example().survey.head;
    let before = head.codebook.clone();
    head.edit(&stamp(1), |head| {
        edit(head, "q14", Merge(id("mypivot"), id("mypay")));
    });
    let merged = entry(&head, "mypay").revision.clone();
    assert_eq!((head.revision.n, merged.n), (1, 1));
    let others = head.codebook.iter().filter(|e| e.id != id("mypay"));
    assert!(others.clone().all(|e| e.revision == Revision::default()));
    head.edit(&stamp(2), |head| {
        head.codebook = taken_back(&head.codebook, &before);
    });
    let revision = |term: &str| entry(&head, term).revision.clone();
    assert_eq!(revision("mypay").order(&merged), Order::Newer);
    assert_eq!((revision("mypivot").n, revision("iris").n), (1, 0));
    let bare = |codebook: &[CodebookEntry]| -> Vec<CodebookEntry> {
        let bare = codebook.iter().cloned();
        bare.map(|e| CodebookEntry {
            revision: Revision::default(),
            ..e
        })
        .collect()
    };
    assert_eq!(bare(&head.codebook), bare(&before));
}
