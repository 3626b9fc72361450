//! A follow-up of a follow-up: catalogue → online → address.

use crate::scenario::{Scenario, forms::museums};
use rilievo::model::AnswerState;

#[test]
fn each_step_opens_the_next() {
    let mut s = Scenario::of(museums());
    s.partner("civico")
        .answer("catalogue", "yes")
        .sees("online")
        .answer("online", "yes")
        .sees("address")
        .answer("address", "https://catalogo.example/civico")
        .submit();
    s.partner("mare")
        .answer("catalogue", "yes")
        .answer("online", "no")
        .does_not_see("address")
        .submit();
    s.expect("address")
        .asked(1)
        .state("given", &["civico"])
        .state("not_asked", &["mare"])
        .state("missing", &["diocesano", "scienze", "carta"]);
}

#[test]
fn a_parent_that_is_not_asked_was_not_chosen() {
    let mut s = Scenario::of(museums());
    // Whoever goes back on the first answer closes everything below it.
    s.partner("civico")
        .answer("catalogue", "yes")
        .answer("online", "yes")
        .answer("address", "https://catalogo.example/civico")
        .answer("catalogue", "no")
        .does_not_see("online")
        .does_not_see("address")
        .submit();
    s.partner("mare").answer("catalogue", "no").submit();
    s.expect("online")
        .state("off-condition", &["civico"])
        .state("not_asked", &["mare"])
        .option("yes", &[]);
    s.expect("address")
        .state("off-condition", &["civico"])
        .state("not_asked", &["mare"]);
    // And back again: nothing that was typed is lost.
    s.partner("civico")
        .answer("catalogue", "yes")
        .sees("address");
    s.expect("online").option("yes", &["civico"]);
    s.expect("address").state("given", &["civico"]);
}

#[test]
fn what_is_not_known_above_leaves_everything_below_open() {
    let mut s = Scenario::of(museums());
    s.partner("civico")
        .declare("catalogue", AnswerState::Unknown)
        .sees("online")
        .sees("address")
        .submit();
    s.partner("mare")
        .declare("catalogue", AnswerState::Unknown)
        .answer("online", "no")
        .does_not_see("address")
        .submit();
    s.partner("carta")
        .answer("catalogue", "yes")
        .declare("online", AnswerState::Declined)
        .sees("address")
        .submit();
    s.expect("address")
        .asked(2)
        .state("blank", &["civico", "carta"])
        .state("not_asked", &["mare"]);
}
