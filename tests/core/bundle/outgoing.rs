//! What leaves for whom: a copy for anyone holds no contact, no comment and no
//! remark, and, if so chosen, no free text; and it counts the same.

use super::{example, now};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rilievo::analysis::{self, Counting, Population, completeness};
use rilievo::bundle::{
    self, FEW, Kind, Leaving, Outgoing, Scope, Withholding, for_anyone, for_coordinator,
    recognisable,
};
use rilievo::model::{
    Answer, AnswerState, Chosen, Citation, Conclusion, ConclusionId, Effect, EffectiveState, Extra,
    Factor, Influence, InfluenceId, Invited, Issued, IssuedId, LocalText, PartnerKind, Raw, Remark,
    RemarkId, Reply, ReplyId, Revision, SheetStatus, Slide, SlideId, Stamp, Step, Survey, Value,
};
use std::sync::LazyLock;

static EXAMPLE: LazyLock<Survey> =
    LazyLock::new(|| bundle::read(&example()).unwrap().into_survey());

fn reasons(free_text: bool) -> Withholding {
    Withholding {
        contacts: LocalText::new("it", "contatto").with("en", "contact"),
        free_text: free_text.then(|| LocalText::new("it", "testo").with("en", "text")),
    }
}

fn public_text(survey: &Survey, free_text: bool) -> String {
    Outgoing {
        kind: Kind::Survey,
        scope: Scope::Public,
        survey: &for_anyone(survey, &reasons(free_text)),
        base: None,
        extra: &Extra::new(),
    }
    .write(&now())
}

/// Puts a word that says where it stands wherever a word can stand.
struct Words(usize);

impl Words {
    fn word(&mut self, place: &str) -> String {
        self.0 += 1;
        format!("Zz{place}{}zZ", self.0)
    }

    fn extra(&mut self) -> Extra {
        let word = self.word("extra");
        [(word.clone(), word.into())].into_iter().collect()
    }

    fn revision(&mut self) -> Revision {
        let mut revision = Revision::default();
        revision.bump(&Stamp {
            at: now(),
            by: self.word("revision"),
        });
        revision
    }

    /// An answer of this shape: a text, or choices where it had some.
    fn answer(&mut self, answer: &mut Answer, state: AnswerState, place: &str) {
        let place = if state == AnswerState::Given {
            place
        } else {
            "behind"
        };
        let qualifier = if place == "behind" {
            place
        } else {
            "qualifier"
        };
        answer.value = Some(match answer.value.take() {
            Some(Value::Choices(chosen)) => Value::Choices(
                chosen
                    .into_iter()
                    .map(|c| Chosen {
                        qualifier: self.word(qualifier),
                        extra: self.extra(),
                        ..c
                    })
                    .collect(),
            ),
            _ => Value::Text(self.word(place)),
        });
        answer.state = state;
        answer.comment = self.word("comment");
        answer.note = LocalText::new("it", self.word("note"));
        answer.revision = self.revision();
        answer.extra = self.extra();
    }

    fn remark(&mut self) -> Remark {
        Remark {
            id: RemarkId::new("r1").unwrap(),
            question: None,
            contact: None,
            author: self.word("remark"),
            text: self.word("remark"),
            at: None,
            state: Default::default(),
            finding: self.word("remark"),
            answer: Some(Answer::given(Value::Text(self.word("remark")))),
            replies: vec![Reply {
                id: ReplyId::new("p1").unwrap(),
                author: self.word("remark"),
                text: self.word("remark"),
                at: None,
                extra: self.extra(),
            }],
            revision: self.revision(),
            extra: self.extra(),
        }
    }

    /// The example, full of words.
    fn everywhere(mut self, states: &[AnswerState]) -> Survey {
        let mut survey = EXAMPLE.clone();
        let mut states = states.iter().copied().cycle();
        survey.extra = self.extra();
        for sheet in &mut survey.sheets {
            for (_, answer) in &mut sheet.answers {
                self.answer(answer, states.next().unwrap(), "text");
            }
            for (_, contact) in &mut sheet.contacts {
                self.answer(contact, states.next().unwrap(), "contact");
            }
            sheet.remarks.push(self.remark());
            sheet.steps.push(&Step {
                status: sheet.status,
                at: now(),
                author: self.word("remark"),
                extra: self.extra(),
            });
            sheet.revision = self.revision();
            sheet.extra = self.extra();
        }
        let head = &mut survey.head;
        head.extra = self.extra();
        head.revision = self.revision();
        head.notes.push(LocalText::new("it", self.word("note")));
        for partner in &mut head.partners {
            partner.revision = self.revision();
            partner.extra = self.extra();
        }
        for question in &mut head.questionnaire.questions {
            question.extra = self.extra();
        }
        head.codebook[0].synonyms.push(self.word("codebook"));
        head.codebook[0].extra = self.extra();
        head.conclusions = Raw::new(&vec![Conclusion {
            id: ConclusionId::new("c1").unwrap(),
            dimension: None,
            text: format!("In modo misto: [{}](<finding:f1>)", self.word("quoted")),
            cites: vec![Citation {
                finding: "f1".into(),
                seen: self.word("quoted"),
                said: self.word("quoted"),
                extra: self.extra(),
            }],
            revision: self.revision(),
            extra: self.extra(),
        }]);
        head.influences = Raw::new(&vec![Influence {
            id: InfluenceId::new("i1").unwrap(),
            factor: Factor::Organisational,
            effect: Effect::Hinders,
            text: "Manca personale.".into(),
            cites: vec![Citation {
                finding: "f1".into(),
                seen: self.word("quoted"),
                said: self.word("quoted"),
                extra: self.extra(),
            }],
            partners: vec![head.partners[0].id.clone()],
            action: "Convenzione tra enti.".into(),
            who: self.word("who"),
            due: "2020-12-31".into(),
            revision: self.revision(),
            extra: self.extra(),
        }]);
        head.issued = Raw::new(&vec![Issued {
            id: IssuedId::new("v1").unwrap(),
            version: self.word("issued"),
            on: "2020-04-30".into(),
            at: 0,
            fingerprint: String::new(),
            revision: self.revision(),
            extra: self.extra(),
        }]);
        head.slides = Raw::new(&vec![Slide {
            id: SlideId::new("s1").unwrap(),
            shows: "text".into(),
            chart: String::new(),
            title: String::new(),
            text: String::new(),
            notes: self.word("slide"),
            hidden: false,
            revision: self.revision(),
            extra: self.extra(),
        }]);
        head.invited = vec![Invited {
            partner: head.partners[0].id.clone(),
            at: None,
            sheet: Raw::default(),
            sent: Raw::default(),
            extra: self.extra(),
        }];
        survey
    }
}

/// The places whose words stand in a text.
fn places(text: &str) -> Vec<&str> {
    let mut places: Vec<&str> = text
        .split("Zz")
        .skip(1)
        .map(|rest| {
            rest.split(|c: char| !c.is_ascii_lowercase())
                .next()
                .unwrap()
        })
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}

fn any_states() -> impl Strategy<Value = Vec<AnswerState>> {
    let state = prop_oneof![2 => Just(AnswerState::Given), 1 => select(AnswerState::ALL.to_vec())];
    vec(state, 1..60)
}

/// Every count of the closed questions, and how complete the sheets are.
fn counts(survey: &Survey) -> String {
    let population = Population::new(&survey.head, &survey.sheets, Counting::WithDrafts);
    let mut counts = format!("{:?}\n", completeness::of_survey(&population));
    for question in &survey.head.questionnaire.questions {
        let tally = analysis::tally(&population, question).0;
        for state in EffectiveState::ALL {
            counts += &format!("{} {state:?} {:?}\n", question.id, tally.state(state));
        }
        for option in question.option_ids() {
            let bodies = tally.option(option).into_iter().flat_map(|o| &o.ticks);
            let bodies: Vec<_> = bodies.map(|tick| tick.body).collect();
            counts += &format!("{} {option} {bodies:?}\n", question.id);
        }
    }
    counts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(60, 4_000)))]

    #[test]
    fn a_public_copy_holds_nothing_that_it_must_not(states in any_states()) {
        let survey = Words(0).everywhere(&states);
        let whole = bundle::write(&survey, &now());
        prop_assert!(places(&whole).len() >= 9, "{:?}", places(&whole));
        let text = public_text(&survey, false);
        let allowed = ["codebook", "qualifier", "quoted", "text"];
        for place in places(&text) {
            prop_assert!(allowed.contains(&place), "{place}");
        }
        let strict = public_text(&survey, true);
        prop_assert_eq!(places(&strict), Vec::<&str>::new());
        for name in survey.head.partners.iter().map(|p| &p.name) {
            prop_assert!(strict.contains(name));
        }
    }

    #[test]
    fn a_public_copy_counts_as_the_survey_does(states in any_states()) {
        let survey = Words(0).everywhere(&states);
        for free_text in [false, true] {
            let public = bundle::read(public_text(&survey, free_text).as_bytes()).unwrap();
            prop_assert_eq!(public.scope, Scope::Public);
            prop_assert_eq!(counts(&public.survey), counts(&survey));
            // Once more takes nothing away.
            let again = for_anyone(&public.survey, &reasons(free_text));
            prop_assert_eq!(again, public.into_survey());
        }
    }
}

#[test]
fn what_leaves_is_counted_before_it_does() {
    let whole = Leaving::of(&for_coordinator(&EXAMPLE));
    assert_eq!((whole.bodies, whole.sheets), (10, 9));
    assert!(whole.contacts > 0 && whole.comments > 0);
    let public = Leaving::of(&for_anyone(&EXAMPLE, &reasons(false)));
    assert_eq!(
        (public.contacts, public.comments, public.remarks),
        (0, 0, 0)
    );
    assert_eq!(public.withheld, whole.withheld + whole.contacts);
    assert_eq!(public.answers, whole.answers);
    let strict = Leaving::of(&for_anyone(&EXAMPLE, &reasons(true)));
    assert_eq!(
        strict.withheld + strict.answers,
        public.withheld + whole.answers
    );
    // The example asks for nothing else than choices and texts.
    let ticked = EXAMPLE.sheets.iter().flat_map(|s| s.answers.values());
    let ticked = ticked.filter(|a| a.state == AnswerState::Given && !a.choices().is_empty());
    assert_eq!(strict.answers, ticked.count());
    assert!(strict.answers < public.answers);
}

#[test]
fn a_copy_for_coordinators_is_the_survey_without_what_this_browser_was_invited_to() {
    let mut invited = EXAMPLE.clone();
    invited.head.invited = Words(0).everywhere(&[AnswerState::Given]).head.invited;
    assert_eq!(for_coordinator(&invited), *EXAMPLE);
}

#[test]
fn few_sheets_and_lonely_bodies_can_be_recognised() {
    let found = recognisable(&EXAMPLE).unwrap();
    assert_eq!(found.few, Some(9));
    assert_eq!(found.alone, ["comune", "provincia_autonoma"]);

    let mut many = EXAMPLE.clone();
    let (body, sheet) = (many.head.partners[2].clone(), many.sheets[2].clone());
    many.head.partners.clear();
    many.sheets.clear();
    for _ in 0..FEW {
        many.head.partners.push(body.clone());
        many.sheets.push(sheet.clone());
    }
    assert_eq!(recognisable(&many), None);
    many.head.partners[0].kind = PartnerKind("provincia".into());
    assert_eq!(recognisable(&many).unwrap().alone, ["provincia"]);
    assert_eq!(recognisable(&many).unwrap().few, None);
    for sheet in &mut many.sheets {
        sheet.status = SheetStatus::Expected;
    }
    assert_eq!(recognisable(&many), None);
}
