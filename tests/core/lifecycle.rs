//! The life of a sheet, and from which moment it counts.

use crate::scenario::forms::forms;
use rilievo::model::SheetStatus::{Approved, Draft, Expected, Missing, Returned, Submitted};

#[test]
fn a_sheet_goes_back_and_forth_and_skips_nothing() {
    for form in forms() {
        let (single, [one, _]) = form.single;
        let mut s = form.blank();
        s.partner(form.bodies[0])
            .is(Expected)
            .may_not_become(Approved)
            .may_not_become(Returned)
            .answer(single, one)
            .is(Draft)
            .may_not_become(Approved)
            .submit()
            .becomes(Returned)
            .may_not_become(Missing)
            .submit()
            .becomes(Approved)
            .may_not_become(Draft)
            .becomes(Returned)
            .becomes(Approved);
    }
}

#[test]
fn it_counts_from_the_moment_it_is_received() {
    for form in forms() {
        let (single, [one, _]) = form.single;
        let body = form.bodies[0];
        let mut s = form.blank();
        s.partner(body).answer(single, one).is(Draft);
        s.expect(single).asked(0).option(one, &[]);
        assert_eq!(s.names(s.population().drafts_left_out().to_vec()), [body]);
        s.partner(body).submit();
        for status in [Returned, Submitted, Approved] {
            s.partner(body).becomes(status);
            s.expect(single).asked(1).option(one, &[body]);
            assert_eq!(s.names(s.population().received().to_vec()), [body]);
        }
    }
}

#[test]
fn drafts_count_where_they_are_asked_for() {
    for form in forms() {
        let (single, [one, other]) = form.single;
        let [first, second, third] = form.bodies;
        let mut s = form.blank();
        s.partner(first).answer(single, one).submit();
        s.partner(second).answer(single, other);
        s.partner(third).becomes(Missing);
        s.expect(single).asked(1).option(other, &[]);
        let s = s.with_drafts();
        s.expect(single)
            .asked(2)
            .option(one, &[first])
            .option(other, &[second]);
        let population = s.population();
        assert_eq!(s.names(population.counted().to_vec()), [first, second]);
        assert_eq!(s.names(population.received().to_vec()), [first]);
        assert!(population.drafts_left_out().is_empty());
        let bodies = population.bodies().len();
        assert_eq!(population.missing().len(), bodies - 2);
    }
}

#[test]
fn a_body_declared_missing_is_missing_in_every_question() {
    for form in forms() {
        let mut s = form.blank();
        let body = form.bodies[1];
        s.partner(body).becomes(Missing);
        for other in s.survey.head.partners.clone() {
            if other.id.as_str() != body {
                s.partner(other.id.as_str()).submit();
            }
        }
        for question in form.head.questionnaire.on_sheet() {
            s.expect(question.id.as_str()).state("missing", &[body]);
        }
        // Writing on it makes it a draft again.
        let (single, [one, _]) = form.single;
        s.partner(body).answer(single, one).is(Draft).submit();
        s.expect(single).state("missing", &[]).option(one, &[body]);
    }
}
