//! The nine real sheets, counted by hand from the sheets themselves. Where a
//! count and this table disagree, one of them is wrong: nobody adapts the
//! table to the program.

use crate::scenario::Scenario;
use rilievo::analysis::{completeness, indicator};
use rilievo::model::{EffectiveState, Reading, Value};

/// Bodies, as they are listed here: "EC 2 3".
type Bodies = &'static str;

/// The nine bodies that sent a sheet.
const NINE: Bodies = "EC 2 3 4 5 6 7 8 9";

/// The tenth sent none.
const TENTH: Bodies = "1";

/// Question, its states but for `missing`, its options.
type Fact = (
    &'static str,
    &'static [(&'static str, Bodies)],
    &'static [(&'static str, Bodies)],
);

/// Every question of the questionnaire. A state that is not listed is nobody's.
const FACTS: [Fact; 25] = [
    (
        "q1",
        &[("given", "2 3 4 6 7 8 9"), ("unclear", "EC 5")],
        &[("si", "2 3 4 6 7 8 9"), ("no", "")],
    ),
    (
        "q2",
        &[("given", NINE)],
        &[
            ("interno", "EC 2 3 6 7"),
            ("in_house", "4 5 8"),
            ("esterno", "EC 2 3 7 9"),
        ],
    ),
    (
        "q3",
        &[("given", NINE)],
        &[
            ("interno", "EC 2 3 7"),
            ("in_house", "4 5 6 7 8"),
            ("esterno", "EC 2 3 7 9"),
        ],
    ),
    (
        "q4",
        &[("given", "2 3 4 6 7 8 9"), ("unclear", "EC 5")],
        &[("si", "2 3 4 6 7 8"), ("no", "9")],
    ),
    ("q5", &[("given", "EC 2 3 4 5 6 7 9"), ("blank", "8")], &[]),
    ("q6", &[("given", NINE)], &[]),
    ("q7", &[("given", "EC 2 3 4 5 6 7 9"), ("blank", "8")], &[]),
    ("q8", &[("given", "EC 2 3 4 5 6 7 9"), ("blank", "8")], &[]),
    ("q9", &[("given", "EC 3 4 5 7 8 9"), ("blank", "2 6")], &[]),
    (
        "q10",
        &[
            ("given", "EC 2 3 5 6 7 9"),
            ("blank", "8"),
            ("not_applicable", "4"),
        ],
        &[],
    ),
    (
        "q11",
        &[("given", "EC 2 3 4 6 7 8 9"), ("unclear", "5")],
        &[("si", "2 3 4 6 7 8 9"), ("no", "EC")],
    ),
    (
        "q12",
        &[("given", "2 3 4 6 7 8 9"), ("unclear", "EC 5")],
        &[("ente", "2 3 4 6 7 8"), ("licenza", "9")],
    ),
    (
        "q13",
        &[("given", "2 3 4 6 7 8 9"), ("unclear", "EC 5")],
        &[("si", "2 3 4 6 7 9"), ("no", "8")],
    ),
    ("q14", &[("given", "2 3 4 5 6 7 8 9"), ("blank", "EC")], &[]),
    (
        "q15",
        &[("given", "2 3 4 5 6 7 8 9"), ("unclear", "EC")],
        &[("interno", "2 3 4 6 7 8"), ("esterno", "2 3 5 6 8 9")],
    ),
    (
        "q16",
        &[
            ("given", "EC 2 3 5 6 8 9"),
            ("not_asked", "4"),
            ("off-condition", "7"),
        ],
        &[],
    ),
    (
        "q17",
        &[("given", "EC 2 3 4 6 7 8 9"), ("unclear", "5")],
        &[("si", "2 3 4 6 7 8"), ("no", "EC 9")],
    ),
    (
        "q18",
        &[("given", "2 3 4 5 6 7 8"), ("not_asked", "EC 9")],
        &[],
    ),
    (
        "q19",
        &[("given", "EC 2 3 4 6 7 8 9"), ("unclear", "5")],
        &[("si", "2 3 4 6 7 8"), ("no", "EC 9")],
    ),
    (
        "q20",
        &[("given", NINE)],
        &[("si", "3 9"), ("no", "EC 2 4 5 6 7 8")],
    ),
    (
        "q21",
        &[("given", "3 9"), ("not_asked", "EC 2 4 5 6 7 8")],
        &[],
    ),
    // They repeat the two before them: listed, never asked.
    ("q22", &[("not_asked", NINE)], &[("si", ""), ("no", "")]),
    ("q23", &[("not_asked", NINE)], &[]),
    (
        "q24",
        &[
            ("given", "2 4 6 7 8 9"),
            ("blank", "3"),
            ("unclear", "EC 5"),
        ],
        &[("si", "2 4 6 7 9"), ("no", "8")],
    ),
    (
        "q25",
        &[
            ("given", "EC 4 5 7 9"),
            ("blank", "2 3 6"),
            ("not_asked", "8"),
        ],
        &[],
    ),
];

fn list(bodies: Bodies) -> Vec<&'static str> {
    bodies.split_whitespace().collect()
}

#[test]
fn every_state_and_every_option_of_every_question() {
    let s = Scenario::example();
    let questions = &s.survey.head.questionnaire.questions;
    let ids: Vec<_> = questions.iter().map(|q| q.id.as_str()).collect();
    assert_eq!(ids, FACTS.map(|(id, _, _)| id), "every question is a fact");
    for (question, (id, states, options)) in questions.iter().zip(FACTS) {
        let mut expected = s.expect(id).warnings(&[]).state("missing", &[TENTH]);
        for state in EffectiveState::ALL {
            let code = state.code();
            if state != EffectiveState::Missing {
                let bodies = states.iter().find(|(c, _)| *c == code);
                let bodies = bodies.map_or("", |(_, bodies)| bodies);
                expected = expected.state(code, &list(bodies));
            }
        }
        let printed: Vec<_> = question.option_ids().map(|o| o.as_str()).collect();
        let told: Vec<_> = options.iter().map(|(option, _)| *option).collect();
        assert_eq!(printed, told, "{id}: every option is a fact");
        for (option, bodies) in options {
            expected = expected.option(option, &list(bodies));
        }
    }
}

#[test]
fn the_table_itself_adds_up_to_ten() {
    for (id, states, _) in FACTS {
        let bodies: usize = states.iter().map(|(_, bodies)| list(bodies).len()).sum();
        assert_eq!(bodies + 1, 10, "{id}");
    }
}

#[test]
fn who_manages_with_whom() {
    let s = Scenario::example();
    s.expect("q2").combinations(&[
        (&["interno", "esterno"], &["EC", "2", "3", "7"]),
        (&["in_house"], &["4", "5", "8"]),
        (&["interno"], &["6"]),
        (&["esterno"], &["9"]),
    ]);
    s.expect("q3").combinations(&[
        (&["in_house"], &["4", "5", "6", "8"]),
        (&["interno", "esterno"], &["EC", "2", "3"]),
        (&["interno", "in_house", "esterno"], &["7"]),
        (&["esterno"], &["9"]),
    ]);
    s.expect("q15")
        .combinations(&[
            (&["interno", "esterno"], &["2", "3", "6", "8"]),
            (&["interno"], &["4", "7"]),
            (&["esterno"], &["5", "9"]),
        ])
        .qualifiers("interno", &[("8", "50%")])
        .qualifiers("esterno", &[("8", "50%")]);
    s.expect("q12").qualifiers("ente", &[("8", "riuso")]);
}

#[test]
fn the_mixed_model_is_what_the_report_recommends() {
    let s = Scenario::example();
    for (question, mixed) in [("q2", "EC 2 3 7"), ("q3", "EC 2 3 7"), ("q15", "2 3 6 8")] {
        s.expect(question)
            .reading(Reading::Enabling, &list(mixed))
            .reading(Reading::Hindering, &[]);
    }
}

#[test]
fn an_answer_that_was_not_asked_for_is_kept() {
    let name = "Società in House Capitale Lavoro spa";
    Scenario::example()
        .expect("q16")
        .value("7", Some(Value::Text(name.into())))
        .state("off-condition", &["7"]);
}

#[test]
fn databases() {
    Scenario::example()
        .expect("q5")
        .terms(&[
            ("PostgreSQL", &list("EC 2 3 4 5 6 7 9")),
            ("Oracle", &list("EC 2 3 5 6 7 9")),
            ("MySQL", &list("EC 3 5 6 7")),
            ("SQL Server", &list("3 5 6 7 9")),
            ("Access", &["9"]),
            ("MariaDB", &["2"]),
            ("MongoDB", &["2"]),
        ])
        .unread(&[]);
}

#[test]
fn platforms() {
    Scenario::example()
        .expect("q6")
        .terms(&[
            ("Linux", &["2", "6", "7"]),
            ("VMware vSphere", &["EC", "2", "5"]),
            ("Microsoft", &["6", "7"]),
            ("Catalogo Polo SBN", &["9"]),
            ("Cipel", &["9"]),
            ("E-procurement", &["9"]),
            ("Flussi documentali", &["9"]),
            ("Gipel", &["9"]),
            ("IrisWin", &["9"]),
            ("Java", &["3"]),
            ("LAMP", &["3"]),
            ("MAP_BARI", &["9"]),
            ("Microsoft .NET", &["3"]),
            ("MyPay", &["4"]),
            ("OPAC", &["9"]),
            ("SAP", &["8"]),
            ("SbnWeb", &["9"]),
            ("TIBCO", &["8"]),
        ])
        .unread(&[("Piattaforma", &["4"]), ("Riuso gruppo SPAC", &["4"])]);
}

#[test]
fn application_servers() {
    Scenario::example()
        .expect("q7")
        .terms(&[
            ("Tomcat", &list("EC 2 3 4 5 6 7 9")),
            ("JBoss", &list("EC 2 3 5 9")),
            ("IIS", &list("EC 5 6 7")),
            ("Liferay", &["EC", "5"]),
            ("SharePoint", &["EC", "5"]),
            ("Apache", &["9"]),
            ("Joomla", &["3"]),
            ("Microsoft .NET", &["3"]),
            ("WordPress", &["3"]),
        ])
        .unread(&[]);
}

#[test]
fn payment_platforms_and_operators() {
    let s = Scenario::example();
    s.expect("q14")
        .terms(&[
            ("MyPay", &list("3 5 7 8 9")),
            ("IRIS", &["2", "6"]),
            ("MyPivot", &["3", "8"]),
        ])
        .unread(&[
            ("Java 1.7", &["4"]),
            ("pagoPA", &["9"]),
            ("Postgresql", &["4"]),
            ("Tomcat", &["4"]),
        ]);
    s.expect("q21")
        .terms(&[("Gruppo SPAC", &["3"]), ("InnovaPuglia", &["9"])])
        .unread(&[
            ("Città Metropolitana di Roma", &["3"]),
            ("Provincia Autonoma di Trento", &["3"]),
            ("Regione Calabria", &["3"]),
            ("Regione Lombardia", &["3"]),
            ("Regione Puglia", &["3"]),
            ("Regione Veneto", &["3"]),
        ]);
}

#[test]
fn nine_sheets_where_eight_were_expected() {
    let s = Scenario::example();
    let result = indicator(&s.population()).unwrap();
    assert_eq!((result.result(), result.target), (9, 8));
    assert!(result.is_reached());
    assert_eq!(s.names(result.bodies), list(NINE));
}

#[test]
fn answered_of_asked_in_each_dimension() {
    let s = Scenario::example();
    let population = s.population();
    let k_of_n = |c: completeness::Completeness| (c.answered(), c.asked());
    let dimensions: Vec<_> = s
        .survey
        .head
        .questionnaire
        .dimensions
        .iter()
        .map(|d| {
            let of = completeness::of_dimension(&population, &d.id);
            (d.id.as_str(), k_of_n(of))
        })
        .collect();
    assert_eq!(
        dimensions,
        [
            ("A", (79, 90)),
            ("B", (30, 36)),
            ("C", (30, 32)),
            ("D", (19, 20)),
            ("E", (11, 17)),
        ]
    );
    assert_eq!(k_of_n(completeness::of_survey(&population)), (169, 195));
}
