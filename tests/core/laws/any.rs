//! Any survey: also those that the validator would refuse, because a count
//! must not stop on them.

use proptest::collection::vec;
use proptest::option::{of, weighted};
use proptest::prelude::*;
use proptest::sample::select;
use rilievo::analysis::{Clause, Counting, Says, Selection};
use rilievo::model::*;

/// Words of lists: with signs, in two words, with a conjunction.
pub const WORDS: [&str; 9] = [
    "Oracle",
    "SQL Server",
    "MySQL",
    "SQL",
    ".NET",
    "C++",
    "e procurement",
    "Dell-EMC",
    "İnş",
];
const QUESTIONS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];
const OPTIONS: [&str; 3] = ["one", "two", "three"];
const PARTNERS: [&str; 6] = ["EC", "1", "2", "3", "4", "5"];

pub fn any_counting() -> impl Strategy<Value = Counting> {
    select(vec![Counting::Received, Counting::WithDrafts])
}

/// Any filter, over questions and choices that may not exist.
pub fn any_selection() -> impl Strategy<Value = Selection> {
    let kind = select(vec!["", "comune", "regione"]);
    let kind = kind.prop_map(|kind| PartnerKind(kind.into()));
    let says = prop_oneof![
        any_option().prop_map(Says::Option),
        select(EffectiveState::ALL.to_vec()).prop_map(Says::State),
    ];
    let question = select(QUESTIONS.to_vec()).prop_map(|q| QuestionId::new(q).unwrap());
    let clause = (question, says).prop_map(|(question, says)| Clause { question, says });
    let status = select(SheetStatus::ALL.to_vec());
    (
        any::<bool>(),
        vec(kind, 0..3),
        vec(status, 0..4),
        vec(clause, 0..3),
    )
        .prop_map(|(drafts, kinds, statuses, answers)| Selection {
            drafts,
            kinds,
            statuses,
            answers,
        })
}

/// A list as a person types it, and sometimes anything at all.
pub fn any_list() -> impl Strategy<Value = String> {
    let between = select(vec![
        ", ", " ", "; ", " - ", "-", " e ", " – ", " / ", "/", " (", ")\n",
    ]);
    let typed = vec((select(WORDS.to_vec()), between), 0..6)
        .prop_map(|parts| parts.iter().map(|(w, b)| format!("{w}{b}")).collect());
    prop_oneof![3 => typed, 1 => ".{0,30}", 1 => "[a-e \\-.,()/]{0,30}"]
}

/// A tree of conditions over questions that may come later or not exist.
pub fn any_condition() -> BoxedStrategy<Condition> {
    let question = || {
        let known = select(QUESTIONS.to_vec());
        prop_oneof![9 => known, 1 => Just("elsewhere")].prop_map(|q| QuestionId::new(q).unwrap())
    };
    let leaf = prop_oneof![
        (question(), any_option()).prop_map(|(q, o)| Condition::includes(q, o)),
        (question(), select(AnswerState::ALL.to_vec())).prop_map(|(question, state)| {
            Condition::State(StateIs {
                question,
                state,
                extra: Extra::new(),
            })
        }),
    ];
    leaf.prop_recursive(5, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Condition::All),
            vec(inner.clone(), 0..4).prop_map(Condition::Any),
            inner.prop_map(|c| Condition::Not(Box::new(c))),
        ]
    })
    .boxed()
}

/// Its parts are boxed: as values on the stack they are too big for a thread.
pub fn any_survey() -> impl Strategy<Value = Survey> {
    let questions = QUESTIONS.map(any_question);
    let sheets = PARTNERS.map(|partner| weighted(0.8, any_sheet(partner)));
    (questions, sheets, any_codebook(), of(any_indicator())).prop_map(
        |(questions, sheets, codebook, indicator)| Survey {
            head: SurveyHead {
                questionnaire: questionnaire(questions.into()),
                partners: PARTNERS.map(partner).into(),
                indicator,
                codebook,
                ..SurveyHead::new(SurveyId::new("any").unwrap(), "Any")
            },
            sheets: sheets.into_iter().flatten().collect(),
            extra: Extra::new(),
        },
    )
}

fn questionnaire(questions: Vec<Question>) -> Questionnaire {
    let dimension = |id| Dimension {
        id: DimensionId::new(id).unwrap(),
        title: LocalText::new("it", id),
        extra: Extra::new(),
    };
    Questionnaire {
        dimensions: vec![dimension("A"), dimension("B")],
        questions,
        ..Questionnaire::default()
    }
}

fn any_question(id: &'static str) -> BoxedStrategy<Question> {
    use QuestionKind::*;
    let kinds = vec![
        YesNo, Single, Multiple, Multiple, List, List, Text, Url, Number, Date,
    ];
    let factors = vec![Factor::Organisational, Factor::Regulatory];
    (
        select(kinds),
        select(vec!["A", "B"]),
        weighted(0.4, any_condition()),
        weighted(0.1, select(QUESTIONS.to_vec())),
        of(select(factors)),
        of(any_readings()),
    )
        .prop_map(
            move |(kind, dimension, asked_when, repeats, factor, readings)| Question {
                id: QuestionId::new(id).unwrap(),
                number: id.into(),
                dimension: DimensionId::new(dimension).unwrap(),
                kind,
                label: LocalText::new("it", id),
                help: LocalText::default(),
                options: if kind.is_closed() {
                    OPTIONS.map(choice).into()
                } else {
                    Vec::new()
                },
                asked_when,
                repeats: repeats.map(|q| QuestionId::new(q).unwrap()),
                factor,
                readings,
                note: LocalText::default(),
                extra: Extra::new(),
            },
        )
        .boxed()
}

fn choice(id: &str) -> Choice {
    Choice {
        id: OptionId::new(id).unwrap(),
        label: LocalText::new("it", id),
        extra: Extra::new(),
    }
}

fn any_readings() -> impl Strategy<Value = Readings> {
    let reading = || {
        select(vec![
            Reading::Enabling,
            Reading::Hindering,
            Reading::Neutral,
        ])
    };
    let rule = (any_condition(), reading()).prop_map(|(when, reading)| ReadingRule {
        when,
        reading,
        source: Source::Proposed,
        was: None,
        extra: Extra::new(),
    });
    (vec(rule, 0..3), reading(), any::<bool>()).prop_map(|(rules, otherwise, off)| Readings {
        rules,
        otherwise,
        off,
        ..Readings::default()
    })
}

fn any_sheet(partner: &'static str) -> BoxedStrategy<Sheet> {
    let answers = QUESTIONS.map(|_| weighted(0.8, any_answer()));
    (select(SheetStatus::ALL.to_vec()), answers)
        .prop_map(move |(status, answers)| {
            let answers = QUESTIONS.into_iter().zip(answers);
            let answers = answers.filter_map(|(q, a)| Some((QuestionId::new(q).unwrap(), a?)));
            Sheet {
                status,
                answers: answers.collect(),
                ..Sheet::expected(PartnerId::new(partner).unwrap())
            }
        })
        .boxed()
}

fn any_answer() -> BoxedStrategy<Answer> {
    let beside = prop_oneof![4 => Just(String::new()), 1 => Just("50%".to_owned())];
    let chosen = (any_option(), beside).prop_map(|(option, qualifier)| Chosen {
        qualifier,
        ..Chosen::new(option)
    });
    let choices = vec(chosen, 0..3).prop_map(Value::Choices);
    let value = prop_oneof![
        4 => choices,
        4 => any_list().prop_map(Value::Text),
        1 => any::<i32>().prop_map(|n| Value::Number(Decimal::typed(&n.to_string()).unwrap())),
        1 => Just(Value::Date("2020-02-29".into())),
        1 => Just(Value::Withheld(LocalText::new("it", "public"))),
    ];
    let state = prop_oneof![3 => Just(AnswerState::Given), 2 => select(AnswerState::ALL.to_vec())];
    (state, weighted(0.9, value))
        .prop_map(|(state, value)| Answer {
            state,
            value,
            ..Answer::default()
        })
        .boxed()
}

fn any_option() -> impl Strategy<Value = OptionId> {
    let known = select(OPTIONS.to_vec());
    prop_oneof![9 => known, 1 => Just("elsewhere")].prop_map(|o| OptionId::new(o).unwrap())
}

fn any_codebook() -> impl Strategy<Value = Vec<CodebookEntry>> {
    let questions = proptest::sample::subsequence(QUESTIONS.to_vec(), 0..QUESTIONS.len());
    let entry = (select(WORDS.to_vec()), questions, any::<bool>());
    vec(entry, 0..5).prop_map(|entries| {
        let numbered = entries.into_iter().enumerate();
        let entry =
            |(n, (word, questions, ignored)): (usize, (&str, Vec<&str>, bool))| CodebookEntry {
                id: TermId::new(&format!("t{n}")).unwrap(),
                term: word.into(),
                questions: questions
                    .iter()
                    .map(|q| QuestionId::new(q).unwrap())
                    .collect(),
                synonyms: vec!["X Y".into(), String::new()],
                ignored,
                revision: Revision::default(),
                extra: Extra::new(),
            };
        numbered.map(entry).collect()
    })
}

fn any_indicator() -> impl Strategy<Value = Indicator> {
    let from = select(vec![CountsFrom::Received, CountsFrom::Approved]);
    (0..9u32, from).prop_map(|(target, from)| Indicator {
        target,
        counts: CountRule {
            from,
            ..CountRule::default()
        },
        ..Indicator::default()
    })
}

fn partner(id: &str) -> Partner {
    Partner {
        id: PartnerId::new(id).unwrap(),
        code: id.into(),
        name: id.into(),
        kind: PartnerKind::default(),
        ipa_code: String::new(),
        role: None,
        revision: Revision::default(),
        extra: Extra::new(),
    }
}
