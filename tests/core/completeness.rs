//! Answered k of n asked.

use crate::scenario::forms::forms;
use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::Completeness;
use rilievo::analysis::completeness::{of_body, of_dimension, of_each_in, of_sheet, of_survey};
use rilievo::model::{AnswerState, DimensionId, EffectiveState};

fn k_of_n(completeness: Completeness) -> (usize, usize) {
    (completeness.answered(), completeness.asked())
}

#[test]
fn what_is_not_asked_is_not_in_the_base() {
    let mut s = Scenario::of(museums());
    s.partner("civico")
        .answer("visitors", "10")
        .answer("entry", "free")
        .answer("software", "Excel")
        .answer("catalogue", "no")
        .submit();
    s.partner("mare")
        .answer("catalogue", "yes")
        .declare("entry", AnswerState::Unknown)
        .submit();
    s.partner("carta").answer("visitors", "20");
    let population = s.population();
    let [reception, digital] = ["A", "C"].map(|id| DimensionId::new(id).unwrap());

    let civico = of_body(&population, 0);
    assert_eq!(
        k_of_n(civico),
        (3, 5),
        "software was not asked, nor what follows"
    );
    assert_eq!(civico.count(EffectiveState::OffCondition), 1);
    assert_eq!(civico.count(EffectiveState::NotAsked), 2);
    assert_eq!(k_of_n(of_each_in(&population, &digital)[0]), (1, 1));
    assert_eq!(k_of_n(of_body(&population, 2)), (1, 8));
    assert_eq!(
        k_of_n(of_body(&population, 4)),
        (0, 0),
        "a draft does not count"
    );

    assert_eq!(k_of_n(of_survey(&population)), (4, 13));
    assert_eq!(k_of_n(of_dimension(&population, &reception)), (2, 6));
    assert_eq!(
        of_dimension(&population, &reception).count(EffectiveState::Unknown),
        1
    );
}

#[test]
fn the_person_who_fills_it_in_sees_how_far_they_are() {
    let mut s = Scenario::of(museums());
    s.partner("carta")
        .answer("visitors", "20")
        .answer("catalogue", "no");
    let (questionnaire, sheet) = (&s.survey.head.questionnaire, &s.survey.sheets[4]);
    let reception = DimensionId::new("A").unwrap();
    assert_eq!(k_of_n(of_sheet(questionnaire, sheet, None)), (2, 5));
    assert_eq!(
        k_of_n(of_sheet(questionnaire, sheet, Some(&reception))),
        (1, 3)
    );
}

#[test]
fn every_question_of_every_received_sheet_is_in_one_state() {
    for form in forms() {
        let mut s = form.blank();
        for body in form.bodies {
            s.partner(body).answer(form.parent, form.closes).submit();
        }
        let all: usize = of_survey(&s.population()).states().map(|(_, n)| n).sum();
        assert_eq!(all, 3 * form.head.questionnaire.on_sheet().count());
        let dimensions = &form.head.questionnaire.dimensions;
        let parts: usize = dimensions
            .iter()
            .map(|d| of_dimension(&s.population(), &d.id).asked())
            .sum();
        assert_eq!(parts, of_survey(&s.population()).asked());
    }
}

#[test]
fn a_sheet_by_itself_and_the_same_sheet_in_the_survey_agree() {
    let s = Scenario::example();
    let population = s.population();
    for body in population.counted() {
        let sheet = population.body(*body).unwrap().sheet.unwrap();
        let alone = of_sheet(&s.survey.head.questionnaire, sheet, None);
        assert_eq!(alone, of_body(&population, *body), "{}", sheet.partner);
    }
}
