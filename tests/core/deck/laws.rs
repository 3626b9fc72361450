//! What always holds of the order of slides, and of prose that goes on.

use super::record;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rilievo::model::Slide as Record;
use rilievo::report::deck::order::{arrange, key};
use rilievo::report::deck::{fit, pages, place_of_record};
use rilievo::report::prose;
use rilievo::report::whole::Block;

const GENERATED: [&str; 7] = [
    "title",
    "why",
    "dimension/A",
    "question/q1",
    "question/q2",
    "conclusion",
    "sources",
];

fn generated() -> impl Strategy<Value = Vec<String>> {
    let all: Vec<String> = GENERATED.iter().map(|key| (*key).to_owned()).collect();
    proptest::sample::subsequence(all, 0..=GENERATED.len())
}

fn records() -> impl Strategy<Value = Vec<Record>> {
    let shows = select(vec![
        "title",
        "why",
        "dimension/A",
        "question/q1",
        "question/q2",
        "question/q9",
        "conclusion",
        "sources",
        "text",
        "text",
        "text",
        "data",
        "",
    ]);
    vec(shows, 0..12).prop_map(|all| {
        let all = all.into_iter().enumerate();
        all.map(|(at, shows)| record(&format!("r{at}"), shows))
            .collect()
    })
}

proptest! {
    #[test]
    fn no_generated_slide_is_lost_or_doubled(records in records(), generated in generated()) {
        let arranged = arrange(&records, &generated);
        for shows in &generated {
            let times = arranged.iter().filter(|place| place.shows == *shows).count();
            prop_assert_eq!(times, 1, "{}", shows);
        }
        // Nothing is there but what the survey gives, and each text once.
        let texts = records.iter().filter(|record| record.shows == "text").count();
        prop_assert_eq!(arranged.len(), generated.len() + texts);
    }

    #[test]
    fn where_a_record_says_so_slides_stand_in_the_order_of_the_list(
        mut records in records(),
        generated in generated(),
    ) {
        records.push(record("order", "order"));
        let arranged = arrange(&records, &generated);
        let places: Vec<usize> = arranged.iter().filter_map(|place| place.record).collect();
        prop_assert!(places.is_sorted(), "{:?}", places);
    }

    #[test]
    fn otherwise_they_stand_as_the_survey_gives_them(records in records(), generated in generated()) {
        let arranged = arrange(&records, &generated);
        let given = arranged.into_iter().map(|place| place.shows);
        let given: Vec<String> = given.filter(|shows| !shows.starts_with("text/")).collect();
        prop_assert_eq!(given, generated);
    }

    #[test]
    fn without_records_the_order_is_that_of_the_survey(generated in generated()) {
        let arranged = arrange(&[], &generated);
        let shown: Vec<String> = arranged.into_iter().map(|place| place.shows).collect();
        prop_assert_eq!(shown, generated);
    }

    #[test]
    fn a_slide_without_a_record_follows_the_one_before_it(records in records(), generated in generated()) {
        let arranged = arrange(&records, &generated);
        let slides = arranged.iter().filter(|place| !place.shows.starts_with("text/"));
        let slides: Vec<_> = slides.collect();
        for (at, place) in slides.iter().enumerate().filter(|(_, place)| place.record.is_none()) {
            let before = at.checked_sub(1).map(|at| &slides[at].shows);
            let own = generated.iter().position(|shows| *shows == place.shows).unwrap();
            let expected = own.checked_sub(1).map(|at| &generated[at]);
            prop_assert_eq!(before, expected);
        }
    }

    #[test]
    fn a_list_of_all_slides_as_they_stand_changes_nothing(records in records(), generated in generated()) {
        let arranged = arrange(&records, &generated);
        let all: Vec<Record> = arranged.iter().enumerate().map(|(at, place)| match place.record {
            Some(of) => records[of].clone(),
            None => record(&format!("new{at}"), &place.shows),
        }).collect();
        let again: Vec<String> = arrange(&all, &generated).into_iter().map(|p| p.shows).collect();
        let before: Vec<String> = arranged.into_iter().map(|p| p.shows).collect();
        prop_assert_eq!(again, before);
    }

    #[test]
    fn a_new_record_changes_no_place(records in records(), generated in generated()) {
        let arranged = arrange(&records, &generated);
        // Texts that follow nothing stand at the end, whatever stands before them.
        let first = arranged.iter().find(|place| place.record.is_some());
        let loose = first.is_some_and(|place| place.shows.starts_with("text/"));
        prop_assume!(!loose);
        for place in arranged.iter().filter(|place| place.record.is_none()) {
            let mut more = records.clone();
            let at = place_of_record(&records, &generated, &place.shows);
            more.insert(at, record("new", &place.shows));
            let now: Vec<String> = arrange(&more, &generated).into_iter().map(|p| p.shows).collect();
            let before: Vec<String> = arranged.iter().map(|p| p.shows.clone()).collect();
            prop_assert_eq!(now, before);
        }
    }

    #[test]
    fn prose_that_goes_on_loses_no_word(
        text in "([a-zè]{1,12}( |\\. |\n\n|\n- |\n1. )){1,400}",
        room in 300_u32..800,
    ) {
        let blocks = prose::blocks(&text, &|_| None);
        let said = words(&blocks);
        let pages = pages::pages(blocks, room);
        for page in &pages {
            let size = fit::prose_size(page, room);
            prop_assert!(fit::height(page, size, fit::WIDTH) <= room);
        }
        let on_pages: Vec<String> = pages.iter().flat_map(|page| words(page)).collect();
        prop_assert_eq!(on_pages, said);
    }
}

/// The words of some blocks in order, without numbers that a list got.
fn words(blocks: &[Block]) -> Vec<String> {
    let mut all = Vec::new();
    for block in blocks {
        match block {
            Block::Paragraph(spans) | Block::Note(spans) => {
                let text = fit::plain(spans);
                let words = text.split_whitespace().map(str::to_owned);
                all.extend(words.filter(|word| !word.starts_with(|c: char| c.is_ascii_digit())));
            }
            Block::List { items, .. } => all.extend(items.iter().flat_map(|item| words(item))),
            Block::Table { .. } | Block::Figure(_) => {}
        }
    }
    all
}

#[test]
fn a_record_is_called_by_what_it_shows() {
    assert_eq!(key(&record("a", "why")).as_deref(), Some("why"));
    assert_eq!(key(&record("a", "text")).as_deref(), Some("text/a"));
    assert_eq!(key(&record("a", "data")), None);
}
