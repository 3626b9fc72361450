//! Ticking boxes: order, qualifiers, combinations.

use crate::scenario::forms::forms;

#[test]
fn ticks_are_kept_and_counted_in_printed_order() {
    for form in forms() {
        let (multiple, [a, b, c]) = form.multiple;
        let [first, second, third] = form.bodies;
        let mut s = form.blank();
        s.partner(first)
            .answer(multiple, c)
            .answer(multiple, a)
            .has_ticked(multiple, &[a, c])
            .submit();
        s.partner(second).answer(multiple, c).submit();
        s.partner(third)
            .answer(multiple, b)
            .answer(multiple, b)
            .submit();
        s.expect(multiple)
            .option(a, &[first])
            .option(b, &[third])
            .option(c, &[first, second])
            .answered(3);
    }
}

#[test]
fn a_single_choice_moves() {
    for form in forms() {
        let (single, [one, other]) = form.single;
        let mut s = form.blank();
        s.partner(form.bodies[0])
            .answer(single, one)
            .answer(single, other)
            .has_ticked(single, &[other])
            .submit();
        s.expect(single)
            .option(one, &[])
            .option(other, &[form.bodies[0]]);
        s.partner(form.bodies[0]).untick(single, other);
        s.expect(single)
            .answered(0)
            .state("blank", &[form.bodies[0]]);
    }
}

#[test]
fn qualifiers_stand_beside_their_option_and_change_no_count() {
    for form in forms() {
        let (multiple, [a, b, _]) = form.multiple;
        let [first, second, _] = form.bodies;
        let mut s = form.blank();
        s.partner(first)
            .answer(multiple, a)
            .qualify(multiple, a, "50%")
            .qualify(multiple, b, "nobody ticked this")
            .answer(multiple, b)
            .submit();
        s.partner(second).answer(multiple, a).submit();
        s.expect(multiple)
            .option(a, &[first, second])
            .qualifiers(a, &[(first, "50%")])
            .qualifiers(b, &[]);
    }
}

#[test]
fn combinations_are_ranked_then_in_the_order_of_the_options() {
    for form in forms() {
        let (multiple, [a, b, c]) = form.multiple;
        let [first, second, third] = form.bodies;
        let mut s = form.blank();
        s.partner(first).answer(multiple, c).submit();
        s.partner(second)
            .answer(multiple, a)
            .answer(multiple, b)
            .submit();
        s.partner(third).answer(multiple, a).submit();
        s.expect(multiple).combinations(&[
            (&[a], &[third]),
            (&[a, b], &[second]),
            (&[c], &[first]),
        ]);
        s.partner(third).untick(multiple, a).answer(multiple, c);
        s.expect(multiple)
            .combinations(&[(&[c], &[first, third]), (&[a, b], &[second])]);
    }
}
