//! Bodies × questions: what stands in each cell, and in which order rows and
//! columns stand.

use crate::generated::generate;
use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::matrix::{Cell, ColumnSort, RowSort};
use rilievo::analysis::{Counting, Matrix, Population};
use rilievo::model::{
    Answer, AnswerState, EffectiveState, LocalText, PartnerId, QuestionId, Value,
};

#[track_caller]
fn cell<'m>(matrix: &'m Matrix, body: &str, question: &str) -> &'m Cell {
    let row = matrix
        .bodies
        .iter()
        .position(|b| b.partner.as_str() == body);
    let column = matrix
        .questions
        .iter()
        .position(|q| q.question.as_str() == question);
    matrix.cell(row.unwrap(), column.unwrap())
}

fn rows<'m>(matrix: &'m Matrix, sort: &str) -> Vec<&'m str> {
    let order = matrix.rows(RowSort::parse(sort).unwrap());
    let bodies = order.into_iter().map(|body| &matrix.bodies[body]);
    bodies.map(|body| body.partner.as_str()).collect()
}

/// The questions, dimension by dimension: "A: 1 2".
fn columns(matrix: &Matrix, sort: &str) -> Vec<String> {
    let groups = matrix.columns(ColumnSort::parse(sort).unwrap());
    let line = groups.into_iter().map(|group| {
        let questions = group.columns.into_iter().map(|at| &matrix.questions[at]);
        let numbers: Vec<_> = questions.map(|q| q.number.clone()).collect();
        format!("{}: {}", group.dimension, numbers.join(" "))
    });
    line.collect()
}

#[test]
fn every_cell_shows_how_the_answer_counts_and_what_it_says() {
    let s = Scenario::example();
    let matrix = Matrix::new(&s.population());
    for (body, question, shown) in [
        ("2", "q1", Cell::Yes),
        ("EC", "q1", Cell::Not(EffectiveState::Unclear)),
        ("1", "q1", Cell::Not(EffectiveState::Missing)),
        ("9", "q4", Cell::No),
        ("EC", "q2", Cell::Choices(vec![0, 2])),
        ("7", "q3", Cell::Choices(vec![0, 1, 2])),
        ("9", "q12", Cell::Choices(vec![1])),
        ("2", "q5", Cell::List),
        ("8", "q5", Cell::Not(EffectiveState::Blank)),
        ("4", "q8", Cell::Text),
        ("4", "q10", Cell::Not(EffectiveState::NotApplicable)),
        ("4", "q16", Cell::Not(EffectiveState::NotAsked)),
        ("7", "q16", Cell::Not(EffectiveState::OffCondition)),
        ("5", "q25", Cell::Url),
    ] {
        assert_eq!(cell(&matrix, body, question), &shown, "{body}, {question}");
    }
    let shown: Vec<_> = matrix
        .questions
        .iter()
        .map(|q| q.question.as_str())
        .collect();
    assert_eq!(shown.len(), 23, "what repeats another is not on a sheet");
    assert!(!shown.contains(&"q22") && !shown.contains(&"q23"));
}

#[test]
fn numbers_and_days_show_what_they_are() {
    let mut s = Scenario::of(museums());
    s.partner("civico")
        .answer("opened", "1987-05-02")
        .answer("visitors", "12.400")
        .answer("entry", "ticket")
        .answer("catalogue", "no")
        .submit();
    s.partner("mare")
        .answer("opened", "nel dopoguerra")
        .answer("visitors", "tanti")
        .submit();
    s.partner("diocesano").submit();
    let question = |id| QuestionId::new(id).unwrap();
    let odd = |value| Answer::given(value);
    let sheet = &mut s.survey.sheets[1];
    sheet.answers.insert(
        question("visitors"),
        odd(Value::Withheld(LocalText::new("it", "copia pubblica"))),
    );
    sheet
        .answers
        .insert(question("entry"), odd(Value::Text("libero".into())));
    sheet
        .answers
        .insert(question("opened"), odd(Value::Choices(Vec::new())));
    let matrix = Matrix::new(&s.population());
    for (body, question, shown) in [
        ("civico", "opened", Cell::Date),
        ("civico", "visitors", Cell::Number),
        ("civico", "entry", Cell::Choices(vec![1])),
        ("civico", "catalogue", Cell::No),
        ("mare", "opened", Cell::Text),
        ("mare", "visitors", Cell::Text),
        ("diocesano", "visitors", Cell::Withheld),
        ("diocesano", "entry", Cell::Other),
        ("diocesano", "opened", Cell::Other),
    ] {
        assert_eq!(cell(&matrix, body, question), &shown, "{body}, {question}");
    }
    assert_eq!(
        matrix.cell(matrix.bodies.len(), 0),
        &Cell::Not(EffectiveState::Missing),
        "of a place that there is not"
    );
}

#[test]
fn the_bodies_of_the_example_in_every_order() {
    let matrix = Matrix::new(&Scenario::example().population());
    let list = |text: &'static str| -> Vec<&str> { text.split(' ').collect() };
    for (sort, order) in [
        ("survey", "EC 1 2 3 4 5 6 7 8 9"),
        ("-survey", "9 8 7 6 5 4 3 2 1 EC"),
        // Città metropolitana di Bari, … di Roma, Comune, Provincia, Regione
        // Campania, Lombardia, Puglia, Toscana, Umbria, Veneto.
        ("name", "9 7 EC 8 3 4 5 2 6 1"),
        ("-name", "1 6 2 5 4 3 8 EC 7 9"),
        // Within a kind, and what is as complete, in the order of the survey.
        ("kind", "7 9 EC 8 1 2 3 4 5 6"),
        ("-kind", "1 2 3 4 5 6 8 EC 7 9"),
        // 2 of 6, 4 of 12, 2 of 4, 9 of 12, 9 of 11, 10 of 12 twice, 11 of 12
        // twice; of 1 there is nothing to compare.
        ("agreement", "EC 9 5 8 3 4 7 2 6 1"),
        ("-agreement", "2 6 4 7 3 8 5 EC 9 1"),
        // 14 of 22, 14 of 21, 17 of 21, 20 of 22 twice, 21 of 23, 20 of 21,
        // 21 of 21, 22 of 22.
        ("completeness", "5 EC 8 2 6 3 4 7 9 1"),
    ] {
        assert_eq!(rows(&matrix, sort), list(order), "{sort}");
    }
}

#[test]
fn the_questions_stay_in_their_dimension() {
    let matrix = Matrix::new(&Scenario::example().population());
    assert_eq!(
        columns(&matrix, "printed"),
        [
            "A: 1 2 3 4 5 6 7 8 9 10",
            "B: 11 12 13 14",
            "C: 15 16 17 18",
            "D: 19 20 21",
            "E: 24 25",
        ]
    );
    assert_eq!(
        columns(&matrix, "-printed"),
        [
            "A: 10 9 8 7 6 5 4 3 2 1",
            "B: 14 13 12 11",
            "C: 18 17 16 15",
            "D: 21 20 19",
            "E: 25 24",
        ]
    );
    // Open questions have no agreement.
    assert_eq!(
        columns(&matrix, "-agreement"),
        [
            "A: 1 4 2 3 5 6 7 8 9 10",
            "B: 11 12 13 14",
            "C: 17 15 16 18",
            "D: 20 19 21",
            "E: 24 25",
        ]
    );
    // 5 of 8 and 6 of 9.
    assert_eq!(columns(&matrix, "completeness")[4], "E: 25 24");
}

#[test]
fn an_order_has_a_name_in_addresses() {
    for code in ["survey", "-name", "kind", "-completeness", "agreement"] {
        let sort = RowSort::parse(code).unwrap();
        assert_eq!(sort.code(), code);
        assert_eq!(sort.descending, code.starts_with('-'));
    }
    assert_eq!(RowSort::default().code(), "survey");
    assert_eq!(
        ColumnSort::parse("-agreement").unwrap().code(),
        "-agreement"
    );
    for none in ["", "-", "--name", "Name", "printed"] {
        assert_eq!(RowSort::parse(none), None, "{none}");
    }
}

#[test]
fn a_body_without_kind_stands_last() {
    let mut s = Scenario::of(museums());
    s.survey.head.partners[0].kind.0.clear();
    let matrix = Matrix::new(&s.population());
    // comune, diocesi, fondazione, universita
    assert_eq!(
        rows(&matrix, "kind"),
        ["mare", "diocesano", "carta", "scienze", "civico"]
    );
    assert_eq!(
        rows(&matrix, "-kind"),
        ["scienze", "carta", "diocesano", "mare", "civico"]
    );
}

#[test]
fn fifteen_hundred_bodies_in_every_order() {
    let survey = generate::survey(7, 1_500);
    let population = Population::new(&survey.head, &survey.sheets, Counting::Received);
    let matrix = Matrix::new(&population);
    for (row, body) in matrix.bodies.iter().enumerate() {
        for (column, question) in matrix.questions.iter().enumerate() {
            let state = population.state(row, &question.question);
            assert_eq!(matrix.cell(row, column).state(), state);
        }
        assert_eq!(population.index_of(&body.partner), Some(row));
    }
    for sort in ["survey", "name", "kind", "completeness", "agreement"] {
        for sort in [sort.to_owned(), format!("-{sort}")] {
            let order = matrix.rows(RowSort::parse(&sort).unwrap());
            let mut seen = order.clone();
            seen.sort_unstable();
            assert!(seen.into_iter().eq(0..1_500), "{sort}: every body once");
        }
    }
    let order = matrix.rows(RowSort::parse("-completeness").unwrap());
    let shares = order
        .into_iter()
        .map(|body| matrix.bodies[body].completeness);
    let shares: Vec<_> = shares.filter(|share| share.n > 0).collect();
    assert!(
        shares
            .windows(2)
            .all(|pair| pair[0].compare(pair[1]).unwrap().is_ge())
    );
}

#[test]
fn drafts_are_cells_where_they_count() {
    let mut s = Scenario::of(museums());
    s.partner("carta")
        .answer("catalogue", "yes")
        .declare("entry", AnswerState::Unknown);
    let missing = Cell::Not(EffectiveState::Missing);
    let matrix = Matrix::new(&s.population());
    assert_eq!(cell(&matrix, "carta", "catalogue"), &missing);
    let matrix = Matrix::new(&s.with_drafts().population());
    assert_eq!(cell(&matrix, "carta", "catalogue"), &Cell::Yes);
    let entry = Cell::Not(EffectiveState::Unknown);
    assert_eq!(cell(&matrix, "carta", "entry"), &entry);
    let id = PartnerId::new("carta").unwrap();
    assert_eq!(matrix.bodies[4].partner, id);
}
