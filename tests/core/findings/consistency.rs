//! What does not fit together, played on the questionnaire of the museums.

use super::{catalogues, find, has, says};
use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::findings::base;
use rilievo::i18n::Locale::{En, It};
use rilievo::model::{AnswerState, QuestionId, TermId};

#[test]
fn whoever_does_not_answer_is_asked_for_it_only_where_the_answer_before_is_known() {
    let mut s = catalogues(&[("civico", "SIGECweb", ""), ("mare", "", "yes")]);
    s.partner("scienze").submit();
    s.partner("carta")
        .answer("catalogue", "yes")
        .declare("software", AnswerState::Declined)
        .submit();
    let population = s.population();
    // Not carta, which prefers not to say; not scienze, of which nothing is known.
    let software = find(&population, "no_reference/software");
    assert_eq!(s.names(software.bodies()), ["mare"]);
    assert_eq!(s.names(software.base_bodies()), ["civico", "mare", "carta"]);
    let address = find(&population, "no_reference/address");
    assert_eq!(s.names(address.base_bodies()), ["mare"]);
}

#[test]
fn what_is_off_condition_is_out_of_those_who_were_not_asked() {
    let mut s = catalogues(&[("civico", "SIGECweb", "yes")]);
    s.partner("mare")
        .answer("catalogue", "no")
        .answer("software", "Excel")
        .submit();
    s.partner("carta").answer("catalogue", "no").submit();
    let found = find(&s.population(), "off_condition/software");
    assert!(found.is_remark());
    assert_eq!(s.names(found.bodies()), ["mare"]);
    assert_eq!(s.names(found.base_bodies()), ["mare", "carta"]);
    assert_eq!(
        says(&s, En, "off_condition/software"),
        "“If Yes, with which programs?”: it is meant for those who answered “Yes” to question 5, \
         yet 1 of 2 others answered as well: Museo del mare (question 5.1; base: bodies that were \
         not asked)."
    );
}

#[test]
fn those_who_name_one_thing_do_not_all_say_the_same_of_it() {
    let sigec = [
        ("civico", "SIGECweb", "yes"),
        ("diocesano", "SIGECweb", "no"),
        ("mare", "SIGECweb", "yes"),
        ("scienze", "SIGECweb", "yes"),
    ];
    let s = catalogues(&sigec);
    let found = find(&s.population(), "differs/online/sigecweb");
    assert_eq!(s.names(found.bodies()), ["diocesano"]);
    let base = base(En, &s.population(), &found);
    assert_eq!(base, "bodies that name the term and answered");
    // One of two is not enough to tell.
    assert!(!has(&catalogues(&sigec[..2]), "differs/online/sigecweb"));
    // Nor are two who answered, of three who name it.
    let mut silent = catalogues(&sigec[..2]);
    let sheet = silent.partner("mare").answer("catalogue", "yes");
    sheet.answer("software", "SIGECweb").submit();
    assert!(!has(&silent, "differs/online/sigecweb"));
    // All say the same.
    let mut same = catalogues(&sigec);
    same.partner("diocesano").answer("online", "yes");
    assert!(!has(&same, "differs/online/sigecweb"));
    // Who names many programs says nothing of one of them.
    let several = sigec.map(|(museum, _, online)| (museum, "SIGECweb, Excel, Access", online));
    assert!(!has(&catalogues(&several), "differs/online/sigecweb"));
}

#[test]
fn a_split_is_told_however_many_stand_on_each_side() {
    let id = "differs/online/sigecweb";
    let mut s = catalogues(&[
        ("civico", "SIGECweb", "yes"),
        ("diocesano", "SIGECweb", "no"),
        ("mare", "SIGECweb", "no"),
        ("scienze", "SIGECweb", "yes"),
    ]);
    // Of two halves neither differs from the other: it is about both.
    let half = find(&s.population(), id);
    assert!(half.is_remark());
    assert_eq!(half.bodies(), half.base_bodies());
    let sides = |s: &Scenario| -> Vec<_> {
        let figures = find(&s.population(), id).figures.into_iter();
        figures.map(|f| s.names(f.bodies).join(" ")).collect()
    };
    assert_eq!(sides(&s), ["diocesano mare", "civico scienze"]);
    assert_eq!(
        says(&s, It, id),
        "«Se Sì, si consulta in rete?»: gli enti che citano SIGECweb (domanda 5.1) non \
         rispondono tutti allo stesso modo: 2 enti su 4 «Sì» (Museo civico, Museo di scienze \
         naturali) e 2 enti su 4 «No» (Museo diocesano, Museo del mare) (domanda 5.2; base: enti che citano il termine e hanno risposto)."
    );
    // Three against two: it is about the two.
    let sheet = s.partner("carta").answer("catalogue", "yes");
    let sheet = sheet.answer("software", "SIGECweb");
    sheet.answer("online", "no").submit();
    assert_eq!(sides(&s), ["civico scienze", "diocesano mare carta"]);
    let more = find(&s.population(), id);
    assert_eq!(s.names(more.bodies()), ["civico", "scienze"]);
    assert_eq!(more.base_bodies().len(), 5);
    let english = says(&s, En, id);
    assert!(english.contains("do not all answer the same: 3 of 5 bodies “No” ("));
    assert!(english.contains(") and 2 of 5 bodies “Yes” ("), "{english}");
}

#[test]
fn a_list_is_in_another_field_when_it_names_more_of_that_than_of_anything_else() {
    let mut head = museums();
    let questions = &mut head.questionnaire.questions;
    let mut hardware = questions[5].clone();
    hardware.id = QuestionId::new("hardware").unwrap();
    hardware.number = "6".into();
    let mut entry = head.codebook[0].clone();
    questions.push(hardware.clone());
    for (id, term) in [("scanner", "Scanner"), ("camera", "Camera")] {
        entry.id = TermId::new(id).unwrap();
        entry.term = term.into();
        entry.synonyms.clear();
        entry.questions = vec![hardware.id.clone()];
        head.codebook.push(entry.clone());
    }
    let mut s = Scenario::of(head);
    for (museum, software) in [
        ("civico", "Scanner 2, camera"),
        ("diocesano", "SIGECweb, Scanner"),
        ("mare", "Mercurio, scanner"),
        ("carta", "Mercurio"),
    ] {
        let sheet = s.partner(museum).answer("catalogue", "yes");
        sheet.answer("software", software).submit();
    }
    let found = find(&s.population(), "other_field/software");
    assert_eq!(s.names(found.bodies()), ["civico"]);
    let questions: Vec<_> = found.questions.iter().map(QuestionId::as_str).collect();
    assert_eq!(questions, ["software", "hardware"]);
    assert!(says(&s, It, "other_field/software").contains("Scanner, domanda 6; Camera, domanda 6"));
}
