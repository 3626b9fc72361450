//! Laws of reading and of editing, for any codebook whose spellings are unique
//! in each question, as edits keep them.

use super::any::{LISTS, any_lists, any_seed, edit_of};
use super::question;
use crate::laws::any::any_survey;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rilievo::analysis::{self, BodyIndex, CodebookUse, Counting, Population};
use rilievo::model::{
    CodebookEdit, CodebookEntry, Survey, TermId, Value, folded, lowercase, taken_back,
};
use std::collections::{BTreeMap, BTreeSet};

fn read(survey: &Survey, list: &str) -> CodebookUse {
    let population = Population::new(&survey.head, &survey.sheets, Counting::Received);
    let question = survey.head.questionnaire.question(&question(list)).unwrap();
    analysis::codebook(&population, question).0
}

/// Who named which term, by question.
fn counts(survey: &Survey) -> BTreeMap<(&'static str, TermId), Vec<BodyIndex>> {
    let lists = LISTS.into_iter();
    let of = |list| {
        let read = read(survey, list);
        let used = read.entries().filter(|e| !e.bodies.is_empty());
        let used = used.map(|e| ((list, e.id.clone()), e.bodies.clone()));
        used.collect::<Vec<_>>()
    };
    lists.flat_map(of).collect()
}

fn unread(survey: &Survey) -> Vec<Vec<(String, Vec<BodyIndex>)>> {
    let pieces = |list| {
        let unread = read(survey, list).unread.into_iter();
        unread.map(|p| (p.text, p.bodies)).collect()
    };
    LISTS.map(pieces).into()
}

/// In no question do two entries have the same spelling.
fn is_sound(codebook: &[CodebookEntry]) -> bool {
    let mut ids = BTreeSet::new();
    let mut seen = BTreeSet::new();
    codebook.iter().all(|entry| {
        let spellings: BTreeSet<_> = entry.spellings().map(|s| folded(s)).collect();
        let mut pairs = entry
            .questions
            .iter()
            .flat_map(|q| spellings.iter().map(move |s| (q.clone(), s.clone())));
        ids.insert(entry.id.clone())
            && !entry.questions.is_empty()
            && spellings.len() == entry.spellings().count()
            && pairs.all(|pair| seen.insert(pair))
    })
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|w| !w.is_empty()).map(lowercase);
    words.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(crate::cases(192, 1_024)))]

    #[test]
    fn what_is_read_and_what_is_unread_are_all_that_was_given(survey in any_lists()) {
        for list in LISTS {
            let read = read(&survey, list);
            for (body, partner) in survey.head.partners.iter().enumerate() {
                let Some(sheet) = survey.sheet(&partner.id) else { continue };
                let Some(Value::Text(text)) = &sheet.answers[&question(list)].value else { continue };
                let typed = read.entries().flat_map(|e| &e.typed);
                let typed = typed.filter(|t| t.bodies.contains(&body)).map(|t| &t.text);
                let pieces = read.unread.iter().filter(|p| p.bodies.contains(&body));
                let said: Vec<_> = typed.chain(pieces.map(|p| &p.text)).collect();
                let said: BTreeSet<_> = said.into_iter().flat_map(|s| words(s)).collect();
                for word in words(text) {
                    let joins = ["e", "ed", "and"].contains(&word.as_str());
                    prop_assert!(joins || said.contains(&word), "{word:?} of {text:?} is lost");
                }
            }
        }
    }

    #[test]
    fn the_codebook_and_the_results_say_the_same(survey in any_lists()) {
        let population = Population::new(&survey.head, &survey.sheets, Counting::Received);
        for list in LISTS {
            let question = survey.head.questionnaire.question(&question(list)).unwrap();
            let (terms, warnings) = analysis::terms(&population, question);
            let (read, other) = analysis::codebook(&population, question);
            prop_assert_eq!(warnings, other);
            prop_assert_eq!(terms.answered, read.answered);
            let terms = terms.terms.into_iter().map(|t| (t.id, t.term, t.bodies));
            let counted = read.counted.iter().cloned().map(|e| (e.id, e.term, e.bodies));
            prop_assert!(terms.eq(counted));
        }
    }

    #[test]
    fn the_order_of_the_entries_never_matters(
        (survey, shuffled) in any_lists().prop_flat_map(|survey| {
            let codebook = Just(survey.head.codebook.clone()).prop_shuffle();
            (Just(survey), codebook)
        }),
    ) {
        let mut other = survey.clone();
        other.head.codebook = shuffled;
        prop_assert_eq!(counts(&survey), counts(&other));
        prop_assert_eq!(unread(&survey), unread(&other));
    }

    #[test]
    fn any_edits_keep_spellings_unique_and_can_be_taken_back(
        survey in any_lists(),
        seeds in vec((any_seed(), select(LISTS.to_vec())), 1..8),
    ) {
        let mut codebook = survey.head.codebook;
        for (seed, list) in seeds {
            if codebook.is_empty() { break }
            let before = codebook.clone();
            let edit = edit_of(&seed, &codebook);
            let done = edit.apply(&mut codebook, &question(list));
            prop_assert!(is_sound(&codebook), "{edit:?} in {list} of {before:#?}: {codebook:#?}");
            prop_assert_eq!(done.is_none(), codebook == before, "{:?}", edit);
            prop_assert_eq!(taken_back(&codebook, &before), before);
        }
    }

    #[test]
    fn an_edit_stops_on_no_codebook(
        survey in any_survey(),
        seeds in vec((any_seed(), select(LISTS.to_vec())), 1..8),
    ) {
        let mut codebook = survey.head.codebook;
        for (seed, list) in seeds {
            if codebook.is_empty() { break }
            edit_of(&seed, &codebook).apply(&mut codebook, &question(list));
        }
    }

    #[test]
    fn a_merged_term_has_the_bodies_of_both(
        survey in any_lists(),
        pair in (any::<Index>(), any::<Index>()),
    ) {
        let codebook = &survey.head.codebook;
        if codebook.len() < 2 { return Ok(()) }
        let term = pair.0.index(codebook.len());
        let into = (term + 1 + pair.1.index(codebook.len() - 1)) % codebook.len();
        let (term, into) = (codebook[term].clone(), codebook[into].clone());
        let mut merged = survey.clone();
        let edit = CodebookEdit::Merge(term.id.clone(), into.id.clone());
        edit.apply(&mut merged.head.codebook, &term.questions[0]);
        let (before, after) = (counts(&survey), counts(&merged));
        let of_both = |list: &str| {
            let list = question(list);
            term.questions.contains(&list) && into.questions.contains(&list)
        };
        for list in LISTS.into_iter().filter(|list| of_both(list)) {
            let bodies = |counts: &BTreeMap<_, Vec<BodyIndex>>, id: &TermId| -> BTreeSet<BodyIndex> {
                counts.get(&(list, id.clone())).into_iter().flatten().copied().collect()
            };
            let both = &bodies(&before, &term.id) | &bodies(&before, &into.id);
            prop_assert_eq!(bodies(&after, &into.id), both);
            for entry in &merged.head.codebook {
                if entry.id != into.id {
                    prop_assert_eq!(bodies(&after, &entry.id), bodies(&before, &entry.id));
                }
            }
        }
    }

    #[test]
    fn a_split_that_is_merged_back_changes_no_count(
        survey in any_lists(),
        at in (any::<Index>(), any::<Index>()),
    ) {
        let codebook = &survey.head.codebook;
        let entries: Vec<_> = codebook.iter().filter(|e| !e.synonyms.is_empty()).collect();
        if entries.is_empty() { return Ok(()) }
        let entry = (*at.0.get(&entries)).clone();
        let spelling = at.1.get(&entry.synonyms).clone();
        let mut other = survey.clone();
        let edit = CodebookEdit::Split(entry.id.clone(), spelling);
        let own = edit.apply(&mut other.head.codebook, &entry.questions[0]).unwrap();
        prop_assert_eq!(unread(&other), unread(&survey), "a split reads the same");
        let back = CodebookEdit::Merge(own, entry.id.clone());
        back.apply(&mut other.head.codebook, &entry.questions[0]);
        prop_assert_eq!(counts(&other), counts(&survey));
        prop_assert_eq!(unread(&other), unread(&survey));
    }

    #[test]
    fn a_name_that_nobody_wrote_changes_no_count(survey in any_lists(), at in any::<Index>()) {
        let codebook = &survey.head.codebook;
        if codebook.is_empty() { return Ok(()) }
        let entry = at.get(codebook).clone();
        let mut other = survey.clone();
        let edit = CodebookEdit::Rename(entry.id.clone(), "Never written".into());
        prop_assert_eq!(edit.apply(&mut other.head.codebook, &question("a")), Some(entry.id));
        prop_assert_eq!(counts(&other), counts(&survey));
        prop_assert_eq!(unread(&other), unread(&survey));
    }

    #[test]
    fn an_entry_of_its_own_reads_the_same(survey in any_lists(), at in any::<Index>()) {
        let codebook = &survey.head.codebook;
        if codebook.is_empty() { return Ok(()) }
        let entry = at.get(codebook).clone();
        let mut other = survey.clone();
        let list = entry.questions[0].clone();
        CodebookEdit::Limit(entry.id.clone()).apply(&mut other.head.codebook, &list);
        let values = |survey| counts(survey).into_values().collect::<BTreeSet<_>>();
        prop_assert_eq!(values(&other), values(&survey));
        prop_assert_eq!(unread(&other), unread(&survey));
    }

    #[test]
    fn a_piece_that_is_added_is_read(survey in any_lists()) {
        for list in LISTS {
            for piece in read(&survey, list).unread {
                let mut other = survey.clone();
                let add = CodebookEdit::Add(piece.text.clone(), false);
                let term = add.apply(&mut other.head.codebook, &question(list));
                prop_assert!(term.is_some(), "{:?}", piece.text);
                let after = read(&other, list);
                let used = after.counted.iter().find(|e| Some(&e.id) == term.as_ref());
                let bodies = used.map(|e| e.bodies.clone()).unwrap_or_default();
                prop_assert!(piece.bodies.iter().all(|b| bodies.contains(b)), "{:?}", piece.text);
                prop_assert!(after.unread.iter().all(|p| p.text != piece.text));
            }
        }
    }
}
