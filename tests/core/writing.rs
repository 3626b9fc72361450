//! What authors write on findings: what is bound in a text follows the data; a
//! text whose findings changed is to be read again, until somebody confirms it.

use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::findings::{findings, sentence};
use rilievo::analysis::stale::{Says, Stale, Written, stale};
use rilievo::i18n::Locale::{En, It};
use rilievo::model::{
    Citation, Conclusion, ConclusionId, Effect, Extra, Factor, Influence, InfluenceId, Raw,
    Revision, SurveyId, Timestamp,
};
use rilievo::report::citing::{cite, confirm, newly_bound, rewrite};
use rilievo::report::prose::{binding, blocks, bound};
use rilievo::report::whole::{Block, Span};

/// Two museums of which one differs.
fn two_free_one_not() -> Scenario {
    let mut s = Scenario::of(museums());
    s.partner("civico").answer("entry", "free").submit();
    s.partner("diocesano").answer("entry", "free").submit();
    s.partner("mare").answer("entry", "ticket").submit();
    s
}

fn now(s: &Scenario) -> impl Fn(&str) -> Option<Says> + '_ {
    |id| {
        let population = s.population();
        let found = findings(&population).into_iter().find(|f| f.id == id)?;
        Some(Says::of(It, &population, &found))
    }
}

fn conclusion(s: &Scenario, text: &str) -> Conclusion {
    let mut conclusion = Conclusion {
        id: ConclusionId::new("c1").unwrap(),
        dimension: Some(s.survey.head.questionnaire.dimensions[0].id.clone()),
        text: String::new(),
        cites: Vec::new(),
        revision: Revision::default(),
        extra: Extra::new(),
    };
    rewrite(&mut conclusion.text, &mut conclusion.cites, text, &now(s));
    conclusion
}

fn put(s: &mut Scenario, conclusion: &Conclusion) {
    s.survey.head.conclusions = Raw::new(&vec![conclusion.clone()]);
}

fn to_read(s: &Scenario) -> Vec<Stale> {
    stale(&s.population())
}

/// Before and after of each change, in Italian.
fn told(s: &Scenario) -> Vec<(String, Option<String>)> {
    let changes = to_read(s).into_iter().flat_map(|stale| stale.changes);
    let told = changes.map(|changed| {
        let after = now(s)(&changed.was.finding).map(|says| says.said);
        assert_eq!(after.is_none(), changed.gone);
        (changed.before(It), after)
    });
    told.collect()
}

/// What the report shows of a text.
fn shown(s: &Scenario, text: &str) -> String {
    let says = |id: &str| now(s)(id).map(|says| says.said);
    let words = |block: &Block| match block {
        Block::Paragraph(spans) => spans.iter().map(Span::plain).collect::<String>(),
        other => panic!("{other:?}"),
    };
    let all: Vec<_> = blocks(text, &says).iter().map(words).collect();
    all.join("\n")
}

const TWO: &str = "«Come si entra»: 2 enti su 3 hanno risposto «ingresso libero» \
    (domanda 3; base: enti che hanno risposto).";
const THREE: &str = "«Come si entra»: 3 enti su 4 hanno risposto «ingresso libero» \
    (domanda 3; base: enti che hanno risposto).";

#[test]
fn what_is_bound_follows_the_data_and_the_text_is_to_be_read_again() {
    let mut s = two_free_one_not();
    let text = format!(
        "Si entra senza pagare. {} Bene.",
        binding("most/entry", TWO)
    );
    let mut c = conclusion(&s, &text);
    assert_eq!(c.cites.len(), 1);
    assert_eq!(
        (c.cites[0].finding.as_str(), c.cites[0].said.as_str()),
        ("most/entry", TWO)
    );
    assert!(c.cites[0].seen.starts_with("2/3 "));
    put(&mut s, &c);
    assert_eq!(to_read(&s), []);

    s.partner("scienze").answer("entry", "free").submit();
    assert_eq!(
        shown(&s, &c.text),
        format!("Si entra senza pagare. {THREE} Bene.")
    );
    let stale = to_read(&s);
    assert_eq!(stale.len(), 1);
    assert_eq!(stale[0].on, Written::Conclusion(c.id.clone()));
    assert_eq!(stale[0].dimension, c.dimension);
    assert_eq!(told(&s), [(TWO.to_owned(), Some(THREE.to_owned()))]);

    // Typing beside it does not confirm it.
    let typed = format!("{} Ancora.", c.text);
    rewrite(&mut c.text, &mut c.cites, &typed, &now(&s));
    put(&mut s, &c);
    assert_eq!(to_read(&s).len(), 1);

    confirm(&mut c.text, &mut c.cites, &now(&s));
    put(&mut s, &c);
    assert_eq!(to_read(&s), []);
    assert!(c.text.contains(&binding("most/entry", THREE)), "{}", c.text);
    assert_eq!(c.cites[0].said, THREE);
    // Once more changes nothing.
    let before = c.clone();
    confirm(&mut c.text, &mut c.cites, &now(&s));
    assert_eq!(c, before);
}

#[test]
fn a_finding_that_is_no_more_leaves_its_words() {
    let mut s = two_free_one_not();
    let mut c = conclusion(&s, &format!("Ecco: {}", binding("most/entry", TWO)));
    cite(&mut c.cites, "missing", &now(&s));
    put(&mut s, &c);
    assert_eq!(to_read(&s), []);
    for museum in ["civico", "diocesano", "mare"] {
        s.partner(museum)
            .declare("entry", rilievo::model::AnswerState::Blank);
    }
    let told = told(&s);
    assert_eq!(told, [(TWO.to_owned(), None)]);
    assert_eq!(shown(&s, &c.text), format!("Ecco: {TWO}"));
    confirm(&mut c.text, &mut c.cites, &now(&s));
    put(&mut s, &c);
    assert_eq!(to_read(&s), []);
    assert_eq!(bound(&c.text), Vec::<String>::new());
    assert_eq!(shown(&s, &c.text), format!("Ecco: {TWO}"));
    let left: Vec<_> = c.cites.iter().map(|cite| cite.finding.as_str()).collect();
    assert_eq!(left, ["missing"]);
}

#[test]
fn citations_of_what_is_bound_come_and_go_with_the_text_and_others_stay() {
    let s = two_free_one_not();
    let mut c = conclusion(&s, "");
    cite(&mut c.cites, "missing", &now(&s));
    cite(&mut c.cites, "missing", &now(&s));
    cite(&mut c.cites, "there/is/none", &now(&s));
    let text = format!("a {} b", binding("most/entry", TWO));
    assert_eq!(newly_bound(&text, &c.cites), ["most/entry"]);
    rewrite(&mut c.text, &mut c.cites, &text, &now(&s));
    let cited = |c: &Conclusion| {
        let cites = c.cites.iter().map(|cite| cite.finding.clone());
        cites.collect::<Vec<_>>()
    };
    assert_eq!(cited(&c), ["missing", "most/entry"]);
    assert_eq!(newly_bound(&text, &c.cites), Vec::<String>::new());
    rewrite(&mut c.text, &mut c.cites, "a b", &now(&s));
    assert_eq!(cited(&c), ["missing"]);
}

#[test]
fn what_was_never_confirmed_is_not_stale_and_without_words_the_figures_are_told() {
    let mut s = two_free_one_not();
    let mut c = conclusion(&s, &binding("most/entry", TWO));
    c.cites[0].said.clear();
    put(&mut s, &c);
    s.partner("scienze").answer("entry", "free").submit();
    assert_eq!(told(&s)[0].0, "2 di 3");
    assert_eq!(to_read(&s)[0].changes[0].before(En), "2 of 3");
    c.cites[0].seen.clear();
    put(&mut s, &c);
    assert_eq!(to_read(&s), []);
}

#[test]
fn what_helps_or_hinders_is_to_be_read_again_too() {
    let mut s = two_free_one_not();
    let mut influence = Influence {
        id: InfluenceId::new("i1").unwrap(),
        factor: Factor::Organisational,
        effect: Effect::Helps,
        text: "Si entra senza pagare.".into(),
        cites: Vec::new(),
        partners: Vec::new(),
        action: String::new(),
        who: String::new(),
        due: String::new(),
        revision: Revision::default(),
        extra: Extra::new(),
    };
    cite(&mut influence.cites, "most/entry", &now(&s));
    s.survey.head.influences = Raw::new(&vec![influence.clone()]);
    assert_eq!(to_read(&s), []);
    s.partner("scienze").answer("entry", "free").submit();
    assert_eq!(to_read(&s)[0].on, Written::Influence(influence.id.clone()));
    confirm(&mut String::new(), &mut influence.cites, &now(&s));
    s.survey.head.influences = Raw::new(&vec![influence]);
    assert_eq!(to_read(&s), []);
    // It is about these bodies: a blank copy is for others.
    let id = SurveyId::new("copy").unwrap();
    let copy = s
        .survey
        .blank_copy(id, "Copia".into(), Timestamp::new("2026-01-01"));
    assert_eq!(copy.head.influences.or_default(), []);
}

#[test]
fn the_conclusions_of_the_example_say_what_its_sheets_say() {
    let s = Scenario::example();
    let population = s.population();
    let head = &s.survey.head;
    let conclusions = head.conclusions.or_default();
    let of: Vec<_> = conclusions
        .iter()
        .map(|c| c.dimension.as_ref().map(|d| d.to_string()))
        .collect();
    let dimensions = ["A", "B", "C", "D", "E"].map(|d| Some(d.to_owned()));
    assert_eq!(of[..5], dimensions);
    assert_eq!(of[5..], [None]);
    assert_eq!(stale(&population), []);
    let found = findings(&population);
    let says = |id: &str| {
        let finding = found.iter().find(|f| f.id == id)?;
        Some(sentence(It, &population, finding))
    };
    let cites = |cite: &Citation| (cite.said.clone(), says(&cite.finding));
    for conclusion in &conclusions {
        assert!(!conclusion.cites.is_empty(), "{}", conclusion.id);
        for id in bound(&conclusion.text) {
            let said = says(&id).unwrap();
            assert!(conclusion.text.contains(&binding(&id, &said)), "{id}");
            assert!(
                conclusion.cites.iter().any(|cite| cite.finding == id),
                "{id}"
            );
        }
    }
    let influences = head.influences.or_default();
    assert!(influences.len() >= 4);
    let all = conclusions.iter().flat_map(|c| &c.cites);
    for (said, now) in all
        .chain(influences.iter().flat_map(|i| &i.cites))
        .map(cites)
    {
        assert_eq!(Some(said), now);
    }
    for influence in &influences {
        assert!(
            influence
                .partners
                .iter()
                .all(|id| head.partner(id).is_some())
        );
        assert!(!influence.text.is_empty() && !influence.action.is_empty());
    }
}
