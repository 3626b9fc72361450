//! Laws of the matrix, the agreement, groups and comparisons.

use super::any::{any_counting, any_survey};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use rilievo::analysis::compare::{Alike, GroupBy, alike, changes, groups, side_by_side, tally_by};
use rilievo::analysis::matrix::{ColumnSort, RowSort};
use rilievo::analysis::{self, Counting, Matrix, Population, agreement, completeness};
use rilievo::model::{EffectiveState, PartnerKind, QuestionId, Role, Survey};

/// Any survey whose bodies have kinds and roles, or none.
fn any_survey_of_kinds() -> impl Strategy<Value = Survey> {
    let kind = select(vec!["", "", "comune", "regione", "museo"]);
    let role = of(select(vec![Role::Lead, Role::Giver, Role::Reuser]));
    (any_survey(), vec((kind, role), 6)).prop_map(|(mut survey, given)| {
        for (partner, (kind, role)) in survey.head.partners.iter_mut().zip(given) {
            partner.kind = PartnerKind(kind.into());
            partner.role = role;
        }
        survey
    })
}

/// Everything that can be compared within one survey, worded for comparison.
fn all_comparisons(survey: &Survey, counting: Counting) -> String {
    let population = Population::new(&survey.head, &survey.sheets, counting);
    let bodies: Vec<usize> = (0..population.bodies().len()).collect();
    let matrix = Matrix::new(&population);
    let sides = side_by_side(&population, &bodies);
    let dimensions = analysis::dimension_results(&population);
    let groups: Vec<_> = all_ways(survey)
        .iter()
        .map(|by| groups(&population, by))
        .collect();
    let orders: Vec<_> = row_sorts().map(|sort| matrix.rows(sort)).collect();
    format!("{matrix:#?}\n{orders:?}\n{sides:#?}\n{dimensions:#?}\n{groups:#?}")
}

fn all_ways(survey: &Survey) -> Vec<GroupBy> {
    let questions = survey.head.questionnaire.questions.iter();
    let by_answer = questions.map(|q| GroupBy::Answer(q.id.clone()));
    let nowhere = GroupBy::Answer(QuestionId::new("nowhere").unwrap());
    by_answer
        .chain([GroupBy::Kind, GroupBy::Role, nowhere])
        .collect()
}

fn row_sorts() -> impl Iterator<Item = RowSort> {
    let names = ["survey", "name", "kind", "completeness", "agreement"];
    let both = names.into_iter().flat_map(|n| [n.into(), format!("-{n}")]);
    both.map(|code| RowSort::parse(&code).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_order_of_the_sheets_changes_no_comparison(
        (survey, shuffled) in any_survey_of_kinds().prop_flat_map(|survey| {
            let sheets = Just(survey.sheets.clone()).prop_shuffle();
            (Just(survey), sheets)
        }),
        counting in any_counting(),
    ) {
        let mut other = survey.clone();
        other.sheets = shuffled;
        prop_assert_eq!(all_comparisons(&survey, counting), all_comparisons(&other, counting));
        let one = Population::new(&survey.head, &survey.sheets, counting);
        let two = Population::new(&other.head, &other.sheets, counting);
        let changes = changes(&one, &two);
        prop_assert!(changes.answers.is_empty() && changes.came.is_empty());
    }

    #[test]
    fn the_cells_of_a_question_are_its_tally(survey in any_survey(), counting in any_counting()) {
        let population = Population::new(&survey.head, &survey.sheets, counting);
        let matrix = Matrix::new(&population);
        let bodies: Vec<usize> = (0..population.bodies().len()).collect();
        for (column, of) in matrix.questions.iter().enumerate() {
            let question = survey.head.questionnaire.question(&of.question).unwrap();
            let (tally, _) = analysis::tally(&population, question);
            for state in EffectiveState::ALL {
                let shown = bodies.iter().copied();
                let shown: Vec<_> =
                    shown.filter(|b| matrix.cell(*b, column).state() == state).collect();
                prop_assert_eq!(&shown[..], tally.state(state));
            }
            prop_assert_eq!(of.completeness.k, tally.answered());
            prop_assert_eq!(of.completeness.n, tally.asked());
        }
        for sort in row_sorts() {
            let mut order = matrix.rows(sort);
            order.sort_unstable();
            prop_assert_eq!(&order, &bodies, "every body once");
        }
        for code in ["printed", "-printed", "-completeness", "agreement"] {
            let groups = matrix.columns(ColumnSort::parse(code).unwrap());
            let mut order: Vec<_> = groups.into_iter().flat_map(|g| g.columns).collect();
            order.sort_unstable();
            prop_assert!(order.into_iter().eq(0..matrix.questions.len()), "every question once");
        }
    }

    #[test]
    fn agreement_adds_up_and_is_never_more_than_all(survey in any_survey()) {
        let population = Population::new(&survey.head, &survey.sheets, Counting::Received);
        let agreement = agreement(&population);
        let answered: usize = agreement.questions.iter().map(|q| q.answered).sum();
        prop_assert_eq!(agreement.bodies.iter().map(|b| b.n).sum::<usize>(), answered);
        let agreeing = agreement.questions.iter().flat_map(|q| &q.most);
        let agreeing: usize = agreeing.map(|answer| answer.bodies.len()).sum();
        prop_assert_eq!(agreement.bodies.iter().map(|b| b.k).sum::<usize>(), agreeing);
        for question in &agreement.questions {
            let share = question.share();
            prop_assert!(share.k * question.most.len() <= share.n);
            prop_assert_eq!(share.k == 0, share.n == 0);
        }
    }

    #[test]
    fn the_results_of_the_dimensions_add_up(survey in any_survey(), counting in any_counting()) {
        let population = Population::new(&survey.head, &survey.sheets, counting);
        let results = analysis::dimension_results(&population);
        let whole = completeness::of_survey(&population);
        prop_assert_eq!(results.iter().map(|r| r.completeness.asked()).sum::<usize>(), whole.asked());
        for result in results {
            let bodies: Vec<usize> = result.bodies.iter().map(|r| r.body).collect();
            prop_assert_eq!(&bodies[..], population.counted());
            let asked: usize = result.bodies.iter().map(|r| r.completeness.asked()).sum();
            prop_assert_eq!(asked, result.completeness.asked());
            let unknown: usize = result.bodies.iter().map(|r| r.readings.unknown).sum();
            prop_assert_eq!(unknown, result.readings.unknown);
        }
    }

    #[test]
    fn groups_are_all_bodies_and_their_tallies_the_whole(
        survey in any_survey_of_kinds(),
        counting in any_counting(),
    ) {
        let population = Population::new(&survey.head, &survey.sheets, counting);
        for by in all_ways(&survey) {
            let groups = groups(&population, &by);
            let mut seen: Vec<usize> = groups.iter().flat_map(|g| g.bodies.clone()).collect();
            seen.sort_unstable();
            prop_assert!(seen.into_iter().eq(0..population.bodies().len()), "{:?}", by);
            prop_assert!(groups.iter().all(|g| g.bodies.is_sorted_by(|a, b| a < b)));
            let different = groups.iter().enumerate();
            prop_assert!(different.clone().all(|(at, g)| groups[..at].iter().all(|o| o.key != g.key)));
            for question in &survey.head.questionnaire.questions {
                let (whole, _) = analysis::tally(&population, question);
                let parts = tally_by(&population, question, &groups);
                for (part, group) in parts.iter().zip(&groups) {
                    prop_assert_eq!(part.bodies, group.bodies.len());
                    let states: usize = part.states.iter().map(|s| s.bodies.len()).sum();
                    prop_assert_eq!(states, part.bodies, "the states of a group are all of it");
                }
                for state in EffectiveState::ALL {
                    let sum: usize = parts.iter().map(|p| p.state(state).len()).sum();
                    prop_assert_eq!(sum, whole.state(state).len());
                }
                for (at, option) in whole.options.iter().enumerate() {
                    let sum: usize = parts.iter().map(|p| p.options[at].ticks.len()).sum();
                    prop_assert_eq!(sum, option.ticks.len());
                }
                prop_assert_eq!(
                    parts.iter().map(|p| p.withheld.len()).sum::<usize>(),
                    whole.withheld.len()
                );
            }
        }
    }

    #[test]
    fn a_survey_and_itself_differ_in_nothing(survey in any_survey(), counting in any_counting()) {
        let population = Population::new(&survey.head, &survey.sheets, counting);
        let same = changes(&population, &population);
        prop_assert!(same.answers.is_empty() && same.came.is_empty() && same.went.is_empty());
        prop_assert!(same.questions_before.is_empty() && same.questions_after.is_empty());
        prop_assert!(same.bodies_before.is_empty() && same.bodies_after.is_empty());
        for question in &same.questions {
            prop_assert!(question.asked_alike);
            prop_assert!(question.options.iter().all(|o| o.before == o.after));
            prop_assert!(question.states.iter().all(|s| s.before == s.after));
        }
        let each = 0..population.bodies().len();
        for body in each {
            let sides = side_by_side(&population, &[body, body]);
            prop_assert!(sides.iter().all(|s| s.alike != Alike::Different));
        }
    }

    #[test]
    fn turning_two_sides_around_turns_the_changes_around(
        one in any_survey(),
        two in any_survey(),
    ) {
        let (one, two) = (
            Population::new(&one.head, &one.sheets, Counting::Received),
            Population::new(&two.head, &two.sheets, Counting::Received),
        );
        let (there, back) = (changes(&one, &two), changes(&two, &one));
        prop_assert_eq!(&there.came, &back.went);
        prop_assert_eq!(&there.both, &back.both);
        prop_assert_eq!(&there.questions_before, &back.questions_after);
        prop_assert_eq!(there.answers.len(), back.answers.len());
        prop_assert_eq!(there.untold.len(), back.untold.len());
        for change in &there.questions {
            let reverse = back.questions.iter().find(|q| q.question == change.question);
            let reverse = reverse.unwrap();
            prop_assert_eq!(change.asked_alike, reverse.asked_alike);
            for option in &change.options {
                let same = reverse.options.iter().find(|o| o.key == option.key).unwrap();
                prop_assert_eq!((&option.before, &option.after), (&same.after, &same.before));
            }
        }
        for change in &there.answers {
            prop_assert!(there.both.contains(&change.partner));
        }
    }

    #[test]
    fn side_by_side_the_order_of_the_bodies_never_matters(
        (survey, bodies) in any_survey().prop_flat_map(|survey| {
            let bodies = Just((0..survey.head.partners.len()).collect::<Vec<_>>()).prop_shuffle();
            (Just(survey), bodies)
        }),
    ) {
        let population = Population::new(&survey.head, &survey.sheets, Counting::WithDrafts);
        let printed: Vec<usize> = (0..bodies.len()).collect();
        let (one, two) = (side_by_side(&population, &printed), side_by_side(&population, &bodies));
        prop_assert_eq!(alike(&one), alike(&two));
        for (one, two) in one.iter().zip(&two) {
            prop_assert_eq!(one.alike, two.alike);
        }
    }
}
