//! The questionnaires that the scenarios are played on. Nothing in the core
//! may be special to one of them, so whatever they have in common is told once,
//! as a [`Form`], and played on each.

use super::Scenario;
use rilievo::model::{Survey, SurveyHead};

/// The survey that ships with the page, as anybody opens it.
const EXAMPLE: &[u8] = include_bytes!("../../../public/examples/payflowpa-a21.json");
const MUSEUMS: &str = include_str!("../../fixtures/questionnaires/museums.json");

/// The services of the museums of a province: other dimensions, other kinds
/// of question, a follow-up of a follow-up.
pub fn museums() -> SurveyHead {
    serde_json::from_str(MUSEUMS).expect("the questionnaire of the museums can be read")
}

/// Ten bodies, 25 questions in five dimensions, nine sheets received.
#[track_caller]
pub fn example() -> Survey {
    let received = rilievo::bundle::read(EXAMPLE);
    let received = received.unwrap_or_else(|refusal| panic!("the example: {refusal:?}"));
    assert!(received.warnings.is_empty(), "{:?}", received.warnings);
    received.into_survey()
}

/// What two questionnaires have in common, by the ids of each.
pub struct Form {
    /// The questionnaire, nobody has answered yet.
    pub head: SurveyHead,
    /// Some of the bodies, in the order of the partners, the first among them.
    pub bodies: [&'static str; 3],
    /// A closed question with a follow-up, the option that opens it, and one
    /// that does not.
    pub parent: &'static str,
    pub opens: &'static str,
    pub closes: &'static str,
    /// The follow-up, a question to be typed into.
    pub follow_up: &'static str,
    /// A multiple choice with three of its options, in printed order.
    pub multiple: (&'static str, [&'static str; 3]),
    /// A single choice with two of its options.
    pub single: (&'static str, [&'static str; 2]),
    /// A list question, a term of its codebook, and another spelling of it.
    pub list: (&'static str, &'static str, &'static str),
}

impl Form {
    /// The form before anybody has answered.
    #[track_caller]
    pub fn blank(&self) -> Scenario {
        Scenario::of(self.head.clone())
    }
}

/// Every questionnaire.
pub fn forms() -> Vec<Form> {
    let first = Form {
        head: example().head,
        bodies: ["EC", "1", "2"],
        parent: "q15",
        opens: "esterno",
        closes: "interno",
        follow_up: "q16",
        multiple: ("q2", ["interno", "in_house", "esterno"]),
        single: ("q12", ["ente", "licenza"]),
        list: ("q5", "PostgreSQL", "postgress"),
    };
    let second = Form {
        head: museums(),
        bodies: ["civico", "diocesano", "mare"],
        parent: "catalogue",
        opens: "yes",
        closes: "no",
        follow_up: "software",
        multiple: ("guides", ["staff", "volunteers", "company"]),
        single: ("entry", ["free", "ticket"]),
        list: ("software", "SIGECweb", "sigec web"),
    };
    vec![first, second]
}
