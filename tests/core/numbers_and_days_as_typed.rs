//! Numbers and days are read where they can be, and kept as typed where not.

use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::Completeness;
use rilievo::model::{Decimal, Value};

fn text(text: &str) -> Option<Value> {
    Some(Value::Text(text.into()))
}

#[test]
fn a_number_is_read_as_it_is_written_here() {
    let mut s = Scenario::of(museums());
    s.partner("civico").answer("visitors", "12.500").submit();
    s.partner("diocesano")
        .answer("visitors", "1.234,5")
        .submit();
    s.partner("mare").answer("visitors", "circa 900").submit();
    s.partner("scienze").answer("visitors", "?").submit();
    s.expect("visitors")
        .answered(3)
        .value(
            "civico",
            Some(Value::Number(Decimal::typed("12500").unwrap())),
        )
        .value(
            "diocesano",
            Some(Value::Number(Decimal::typed("1234,5").unwrap())),
        )
        .value("mare", text("circa 900"))
        .value("scienze", text("?"))
        .value("carta", None)
        .state("unknown", &["scienze"]);
}

#[test]
fn a_day_is_a_day_of_the_calendar_or_stays_as_typed() {
    let mut s = Scenario::of(museums());
    s.partner("civico").answer("opened", "1932-02-29").submit();
    s.partner("mare").answer("opened", "1931-02-29").submit();
    s.partner("carta")
        .answer("opened", "nel dopoguerra")
        .submit();
    s.expect("opened")
        .answered(3)
        .value("civico", Some(Value::Date("1932-02-29".into())))
        .value("mare", text("1931-02-29"))
        .value("carta", text("nel dopoguerra"));
    // Odd values are kept, and the survey stays sound.
    s.is_sound();
    assert_ne!(
        rilievo::analysis::completeness::of_survey(&s.population()),
        Completeness::default()
    );
}

#[test]
fn comments_and_notes_stand_beside_the_answer() {
    let mut s = Scenario::of(museums());
    s.partner("civico")
        .answer("visitors", "800")
        .comment("visitors", "chiuso sei mesi")
        .submit();
    let question = s.expect("visitors").answered(1).id().clone();
    let answers = rilievo::analysis::answers(&s.population(), &question);
    assert_eq!(answers.len(), 5);
    assert_eq!(answers[0].comment, "chiuso sei mesi");
    assert_eq!(answers[4].comment, "");
}
