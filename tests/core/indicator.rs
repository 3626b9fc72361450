//! The indicator's result is the sheets that count.

use crate::scenario::forms::forms;
use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::{NotCounted, indicator, not_counted};
use rilievo::model::{CountsFrom, Role, SheetStatus};

#[test]
fn received_sheets_count_and_drafts_never_do() {
    for form in forms() {
        let [first, second, third] = form.bodies;
        let mut s = form.blank();
        s.partner(first).submit();
        s.partner(second).submit().becomes(SheetStatus::Returned);
        s.partner(third).becomes(SheetStatus::Draft);
        let s = s.with_drafts();
        let result = indicator(&s.population()).unwrap();
        assert_eq!(result.result(), 2);
        assert!(!result.is_reached());
        assert_eq!(s.names(result.bodies), [first, second]);
    }
}

#[test]
fn the_survey_may_count_approved_sheets_only_or_certain_roles_only() {
    let mut s = Scenario::of(museums());
    s.partner("civico").submit().becomes(SheetStatus::Approved);
    s.partner("diocesano")
        .submit()
        .becomes(SheetStatus::Approved);
    s.partner("mare").submit();
    s.partner("carta").submit();
    let counted = |s: &Scenario| {
        let result = indicator(&s.population()).unwrap();
        (result.is_reached(), result.result())
    };
    assert_eq!(counted(&s), (true, 4));
    s.survey.head.indicator.as_mut().unwrap().counts.roles = vec![Role::Reuser];
    assert_eq!(counted(&s), (false, 2));
    s.survey.head.indicator.as_mut().unwrap().counts.from = CountsFrom::Approved;
    assert_eq!(counted(&s), (false, 1));
    s.survey.head.indicator = None;
    assert_eq!(indicator(&s.population()), None);
}

#[test]
fn every_body_is_counted_or_has_one_reason_why_not() {
    let mut s = Scenario::of(museums());
    s.partner("civico").submit().becomes(SheetStatus::Approved);
    s.partner("diocesano").submit();
    s.partner("mare").becomes(SheetStatus::Draft);
    s.partner("scienze").becomes(SheetStatus::Missing);
    let told = |s: &Scenario| {
        let population = s.population();
        let (result, others) = (indicator(&population).unwrap(), not_counted(&population));
        let mut all: Vec<usize> = result.bodies.clone();
        all.extend(others.iter().map(|(body, _)| *body));
        all.sort_unstable();
        assert!(all.into_iter().eq(0..population.bodies().len()));
        let others = others.iter();
        let others = others.map(|(body, why)| (s.names([*body])[0].to_owned(), *why));
        others.collect::<Vec<_>>()
    };
    let silent = [
        ("mare".into(), NotCounted::Draft),
        ("scienze".into(), NotCounted::Missing),
        ("carta".into(), NotCounted::Expected),
    ];
    assert_eq!(told(&s), silent);
    // The rule is the survey's; a draft is a draft, whether drafts are counted
    // elsewhere or not.
    let counts = &mut s.survey.head.indicator.as_mut().unwrap().counts;
    counts.from = CountsFrom::Approved;
    let mut s = s.with_drafts();
    assert_eq!(told(&s)[0], ("diocesano".into(), NotCounted::NotApproved));
    assert_eq!(told(&s)[1..], silent);
    // A role that no museum has.
    let counts = &mut s.survey.head.indicator.as_mut().unwrap().counts;
    counts.from = CountsFrom::Received;
    let held: Vec<_> = s.survey.head.partners.iter().map(|p| p.role).collect();
    counts.roles = vec![Role::Lead];
    let roles = told(&s);
    let by_role = roles.iter().filter(|(_, why)| *why == NotCounted::Role);
    let of_others = held[..2].iter().filter(|role| **role != Some(Role::Lead));
    assert_eq!(by_role.count(), of_others.count());
}
