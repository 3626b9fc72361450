//! Laws that hold for every survey, sound or not.

pub mod any;
mod comparing;

use any::{any_condition, any_survey};
use proptest::prelude::*;
use proptest::sample::subsequence;
use rilievo::analysis::findings::{findings, sentence};
use rilievo::analysis::{
    self, Completeness, Counting, ListReader, Population, completeness, readings,
};
use rilievo::i18n::Locale;
use rilievo::model::{
    CodebookEntry, Condition, EffectiveState, QuestionId, Reading, Revision, Survey, TermId, Truth,
    When, asked, validate,
};
use std::collections::BTreeSet;

/// Everything that can be counted of a survey, worded for comparison.
fn all_counts(survey: &Survey, counting: Counting) -> String {
    let population = Population::new(&survey.head, &survey.sheets, counting);
    let questions = survey.head.questionnaire.questions.iter();
    let by_question: Vec<_> = questions
        .map(|q| {
            (
                analysis::tally(&population, q),
                analysis::combinations(&population, q),
                analysis::terms(&population, q),
                analysis::codebook(&population, q),
                analysis::answers(&population, &q.id),
                readings::of_question(&population, q),
            )
        })
        .collect();
    let whole = (
        completeness::of_survey(&population),
        analysis::indicator(&population),
        readings::by_dimension(&population),
        readings::by_factor(&population),
    );
    let told: Vec<_> = findings(&population)
        .into_iter()
        .map(|f| {
            (
                sentence(Locale::En, &population, &f),
                f.seen(&population),
                f,
            )
        })
        .collect();
    format!("{by_question:#?}\n{whole:#?}\n{told:#?}")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_filter_only_removes_bodies(
        survey in any_survey(),
        selection in any::any_selection(),
    ) {
        let all = Population::selected(&survey.head, &survey.sheets, &selection.everybody());
        let some = Population::selected(&survey.head, &survey.sheets, &selection);
        let ids = |p: &Population| -> Vec<_> {
            p.bodies().iter().map(|b| b.partner.id.clone()).collect()
        };
        let (all_ids, some_ids) = (ids(&all), ids(&some));
        let mut rest = all_ids.iter();
        prop_assert!(some_ids.iter().all(|id| rest.any(|other| other == id)), "in their order");
        for question in &survey.head.questionnaire.questions {
            let states: Vec<_> = some.states(&question.id).collect();
            for (body, state) in states.iter().enumerate() {
                let place = all_ids.iter().position(|id| *id == some_ids[body]).unwrap();
                let before = all.state(place, &question.id);
                // Only asking for drafts by their status counts more sheets.
                let counts_more = selection.counts() != selection.everybody().counts();
                prop_assert!(*state == before || counts_more);
            }
            let (tally, _) = analysis::tally(&some, question);
            prop_assert_eq!(tally.states.iter().map(|s| s.bodies.len()).sum::<usize>(), some_ids.len());
        }
        if selection.is_everybody() {
            prop_assert_eq!(all_ids, some_ids);
        }
    }

    #[test]
    fn the_states_of_every_question_add_up_to_all_bodies(
        survey in any_survey(),
        counting in any::any_counting(),
    ) {
        let population = Population::new(&survey.head, &survey.sheets, counting);
        let bodies: Vec<usize> = (0..survey.head.partners.len()).collect();
        for question in &survey.head.questionnaire.questions {
            let (tally, _) = analysis::tally(&population, question);
            let mut seen: Vec<usize> =
                tally.states.iter().flat_map(|s| s.bodies.clone()).collect();
            seen.sort_unstable();
            prop_assert_eq!(&seen, &bodies, "each body in one state: {}", question.id);
            let given = tally.state(EffectiveState::Given);
            for option in &tally.options {
                let chosen: Vec<usize> = option.bodies().collect();
                prop_assert!(chosen.iter().all(|b| given.contains(b)));
                prop_assert!(chosen.is_sorted_by(|a, b| a < b), "once each, in order");
            }
            for set in analysis::combinations(&population, question) {
                prop_assert!(set.bodies.iter().all(|b| given.contains(b)));
            }
            let (terms, _) = analysis::terms(&population, question);
            prop_assert_eq!(terms.answered, given.len());
            for term in &terms.terms {
                prop_assert!(term.bodies.iter().all(|b| given.contains(b)));
                prop_assert!(term.bodies.is_sorted_by(|a, b| a < b));
            }
        }
    }

    #[test]
    fn received_and_missing_are_all_bodies(survey in any_survey()) {
        let population = Population::new(&survey.head, &survey.sheets, Counting::Received);
        let mut seen = [population.received(), population.missing()].concat();
        seen.sort_unstable();
        prop_assert!(seen.into_iter().eq(0..survey.head.partners.len()));
        prop_assert_eq!(population.received(), population.counted());
    }

    #[test]
    fn the_parts_of_completeness_add_up(survey in any_survey()) {
        let population = Population::new(&survey.head, &survey.sheets, Counting::WithDrafts);
        let sum = |parts: Vec<Completeness>| {
            EffectiveState::ALL.map(|s| parts.iter().map(|p| p.count(s)).sum::<usize>())
        };
        let whole = completeness::of_survey(&population);
        let questions = survey.head.questionnaire.on_sheet().count();
        let all: usize = whole.states().map(|(_, n)| n).sum();
        prop_assert_eq!(all, questions * population.counted().len());
        let bodies = 0..population.bodies().len();
        let bodies = bodies.map(|b| completeness::of_body(&population, b));
        prop_assert_eq!(sum(bodies.collect()), sum(vec![whole]));
        let dimensions = survey.head.questionnaire.dimensions.iter();
        let dimensions = dimensions.map(|d| completeness::of_dimension(&population, &d.id));
        prop_assert_eq!(sum(dimensions.collect()), sum(vec![whole]));
    }

    #[test]
    fn the_order_of_the_sheets_never_matters(
        (survey, shuffled) in any_survey().prop_flat_map(|survey| {
            let sheets = Just(survey.sheets.clone()).prop_shuffle();
            (Just(survey), sheets)
        }),
        counting in any::any_counting(),
    ) {
        let mut other = survey.clone();
        other.sheets = shuffled;
        prop_assert_eq!(all_counts(&survey, counting), all_counts(&other, counting));
    }

    #[test]
    fn a_finding_is_told_once_of_bodies_in_its_base(survey in any_survey()) {
        let population = Population::new(&survey.head, &survey.sheets, Counting::Received);
        let found = findings(&population);
        let ids: BTreeSet<_> = found.iter().map(|f| &f.id).collect();
        prop_assert_eq!(ids.len(), found.len(), "one id is one finding");
        for finding in &found {
            prop_assert!(!finding.figures.is_empty(), "{}", finding.id);
            for figure in &finding.figures {
                prop_assert!(figure.base.is_sorted_by(|a, b| a < b), "{}", finding.id);
                prop_assert!(figure.bodies.is_sorted_by(|a, b| a < b), "{}", finding.id);
                let in_base = |body| figure.base.contains(body);
                prop_assert!(figure.bodies.iter().all(in_base), "{}", finding.id);
            }
            for t in Locale::ALL {
                prop_assert!(!sentence(t, &population, finding).is_empty(), "{}", finding.id);
            }
        }
    }

    #[test]
    fn a_sheet_that_does_not_count_changes_nothing(survey in any_survey()) {
        let mut received = survey.clone();
        received.sheets.retain(|s| s.status.is_received());
        prop_assert_eq!(
            all_counts(&survey, Counting::Received),
            all_counts(&received, Counting::Received)
        );
    }

    #[test]
    fn any_condition_says_something_of_any_sheet(
        survey in any_survey(),
        condition in any_condition(),
    ) {
        let mut survey = survey;
        let of_nothing = |condition: &Condition| {
            When::new(condition, &|_| None).truth(&|_| None, &|_, _| false)
        };
        let truth = of_nothing(&condition);
        let negated = Condition::Not(Box::new(condition.clone()));
        let opposite = of_nothing(&negated);
        prop_assert_eq!(truth == Truth::Unknown, opposite == Truth::Unknown);
        for question in &mut survey.head.questionnaire.questions {
            question.asked_when = Some(condition.clone());
        }
        // The validator may refuse it; nothing may stop on it.
        let _problems = validate(&survey);
        for sheet in &survey.sheets {
            let asked = asked(&survey.head.questionnaire, sheet);
            prop_assert_eq!(asked.len(), survey.head.questionnaire.questions.len());
        }
        all_counts(&survey, Counting::WithDrafts);
    }

    #[test]
    fn each_sheet_has_one_reading_for_each_question_read(survey in any_survey()) {
        let population = Population::new(&survey.head, &survey.sheets, Counting::Received);
        for group in readings::by_dimension(&population) {
            for question in &group.questions {
                let all = [Reading::Enabling, Reading::Hindering, Reading::Neutral, Reading::Unknown];
                let sheets: usize = all.iter().map(|r| question.bodies(*r).len()).sum();
                prop_assert_eq!(sheets, population.received().len());
            }
            let total = group.total();
            let of_bodies = (0..population.bodies().len()).map(|b| group.of_body(b).enabling);
            prop_assert_eq!(of_bodies.sum::<usize>(), total.enabling);
        }
    }

    #[test]
    fn a_list_is_read_without_overlap_and_nothing_is_lost(
        text in any::any_list(),
        known in subsequence(any::WORDS.to_vec(), 0..any::WORDS.len()),
    ) {
        let question = QuestionId::new("list").unwrap();
        let entry = |(n, word): (usize, &str)| CodebookEntry {
            id: TermId::new(&format!("t{n}")).unwrap(),
            term: word.into(),
            questions: vec![question.clone()],
            synonyms: vec![format!("{word} {word}")],
            ignored: n % 3 == 0,
            revision: Revision::default(),
            extra: Default::default(),
        };
        let codebook: Vec<_> = known.into_iter().enumerate().map(entry).collect();
        let list = ListReader::new(&codebook, &question).read(&text);
        let found = list.found.iter().map(|f| f.range.clone());
        let mut ranges: Vec<_> = found.chain(list.unread.clone()).collect();
        ranges.sort_by_key(|r| r.start);
        let mut rest = String::new();
        let mut end = 0;
        for range in ranges {
            prop_assert!(range.start >= end, "{:?} overlaps in {:?}", range, text);
            prop_assert!(text.get(range.clone()).is_some(), "{:?} cuts a character", range);
            rest.push_str(&text[end..range.start]);
            rest.push(' ');
            end = range.end;
        }
        rest.push_str(&text[end..]);
        let words = rest.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
        for word in words {
            let is_conjunction = ["e", "ed", "and"].contains(&word.to_lowercase().as_str());
            prop_assert!(is_conjunction, "{:?} is lost from {:?}", word, text);
        }
    }
}
