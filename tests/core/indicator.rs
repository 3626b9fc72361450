//! The indicator's result is the sheets that count.

use crate::scenario::forms::forms;
use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::indicator;
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
