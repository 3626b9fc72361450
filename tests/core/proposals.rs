//! Remarks that the program proposes: made of what does not fit together, until
//! somebody has accepted or dismissed them.

use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::{Proposal, asked_of, proposals};
use rilievo::i18n::Locale::{self, En, It};
use rilievo::model::{About, Dismissed, Extra, Raw, Remark, RemarkId, RemarkState};

fn proposed(s: &Scenario, t: Locale) -> Vec<Proposal> {
    proposals(t, &s.population())
}

/// Finding and body of each, those that were put aside in brackets.
fn told(s: &Scenario) -> Vec<String> {
    let proposed = proposed(s, It).into_iter();
    let dismissed = s.survey.head.dismissed.or_default();
    let told = proposed.map(|p| match p.is_dismissed(&dismissed) {
        true => format!("({} {})", p.finding, p.partner),
        false => format!("{} {}", p.finding, p.partner),
    });
    told.collect()
}

#[track_caller]
fn text(s: &Scenario, t: Locale, finding: &str, partner: &str) -> String {
    let mut all = proposed(s, t).into_iter();
    let found = all.find(|p| p.finding == finding && p.partner.as_str() == partner);
    found.unwrap().text
}

#[test]
fn the_example_gives_one_for_each_body_that_a_contradiction_is_about() {
    let s = Scenario::example();
    assert_eq!(
        told(&s),
        [
            "differs/q13/mypay 8",
            "other_field/q14 4",
            "off_condition/q16 7",
            "no_reference/q25 2",
            "no_reference/q25 6",
        ]
    );
    let questions: Vec<_> = proposed(&s, It).into_iter().map(|p| p.number).collect();
    assert_eq!(questions, ["13", "14", "16", "25", "25"]);
}

#[test]
fn a_body_is_asked_in_words_to_it_that_name_no_other_body() {
    let s = Scenario::example();
    assert_eq!(
        text(&s, It, "differs/q13/mypay", "8"),
        "Alla domanda 14 è citato MyPay e alla domanda 13 avete risposto «NO», mentre altri enti \
         che citano MyPay rispondono diversamente: potete verificare?"
    );
    assert_eq!(
        text(&s, It, "no_reference/q25", "2"),
        "Avete risposto «SI» alla domanda 24, ma alla domanda 25 manca l'indicazione richiesta: \
         potete completarla?"
    );
    let roma = text(&s, It, "off_condition/q16", "7");
    assert!(
        roma.starts_with("La domanda 16 si rivolge a chi ha risposto «esterno» alla domanda 15."),
        "{roma}"
    );
    assert!(roma.ends_with("»: potete chiarire?"), "{roma}");
    let lombardia = text(&s, It, "other_field/q14", "4");
    let terms = "(PostgreSQL, domanda 5; Java, domanda 6; Tomcat, domanda 7)";
    assert!(lombardia.contains(terms), "{lombardia}");
    for t in Locale::ALL {
        for proposal in proposed(&s, t) {
            assert!(!proposal.text.is_empty());
            for partner in &s.survey.head.partners {
                assert!(!proposal.text.contains(&partner.name), "{}", proposal.text);
            }
        }
    }
}

#[test]
fn a_remark_made_of_a_finding_ends_its_proposal_also_when_it_is_settled() {
    let mut s = Scenario::example();
    let stamp = s.stamp();
    let sheet = s
        .survey
        .sheets
        .iter_mut()
        .find(|s| s.partner.as_str() == "2");
    let sheet = sheet.unwrap();
    let mut remark = Remark::raised(
        RemarkId::new("r1").unwrap(),
        About::Sheet,
        "Chi coordina",
        "Manca l'indirizzo.",
        &stamp,
    );
    // A remark that a person thought of says nothing of the finding.
    sheet.raise(remark.clone());
    let id = |told: &[String]| told.iter().any(|one| one == "no_reference/q25 2");
    assert!(id(&told(&s)));
    remark.id = RemarkId::new("r2").unwrap();
    remark.finding = "no_reference/q25".into();
    let sheet = s
        .survey
        .sheets
        .iter_mut()
        .find(|s| s.partner.as_str() == "2");
    let sheet = sheet.unwrap();
    sheet.raise(remark);
    assert_eq!(proposed(&s, En).len(), 4);
    let id = RemarkId::new("r2").unwrap();
    let stamp = s.stamp();
    let sheet = s
        .survey
        .sheets
        .iter_mut()
        .find(|s| s.partner.as_str() == "2");
    sheet
        .unwrap()
        .settle_remark(&id, RemarkState::Resolved, &stamp);
    assert_eq!(proposed(&s, En).len(), 4);
}

#[test]
fn what_is_dismissed_is_kept_apart_for_that_body_alone() {
    let mut s = Scenario::example();
    let mut one = Dismissed {
        finding: "no_reference/q25".into(),
        partner: s.survey.head.partners[2].id.clone(),
        taken_back: false,
        extra: Extra::new(),
    };
    s.survey.head.dismissed = Raw::new(&vec![one.clone()]);
    assert_eq!(
        told(&s)[3..],
        ["(no_reference/q25 2)", "no_reference/q25 6"]
    );
    one.taken_back = true;
    s.survey.head.dismissed = Raw::new(&vec![one]);
    assert_eq!(told(&s)[3..], ["no_reference/q25 2", "no_reference/q25 6"]);
}

#[test]
fn what_is_looked_at_for_proposals_gives_the_same_ones() {
    let mut s = Scenario::example();
    let before = told(&s);
    s.survey.head = asked_of(&s.survey.head);
    assert_eq!(told(&s), before);
}

#[test]
fn where_the_answer_changes_the_proposal_goes() {
    let mut s = Scenario::of(museums());
    s.partner("civico")
        .answer("catalogue", "no")
        .answer("software", "Excel")
        .submit();
    assert_eq!(told(&s), ["off_condition/software civico"]);
    s.partner("civico").untick("catalogue", "no");
    s.partner("civico").answer("catalogue", "yes");
    assert!(!told(&s).contains(&"off_condition/software civico".into()));
}
