//! The result of each dimension. What is expected of the nine sheets was
//! counted by hand from the sheets.

use crate::scenario::{Scenario, forms::museums};
use rilievo::analysis::{BodyResult, DimensionResult, ReadingCounts, dimension_results};

/// Enabling, hindering, neutral, unknown.
fn read(counts: ReadingCounts) -> [usize; 4] {
    [
        counts.enabling,
        counts.hindering,
        counts.neutral,
        counts.unknown,
    ]
}

fn of<'r>(
    s: &Scenario,
    results: &'r [DimensionResult],
    dimension: &str,
    body: &str,
) -> &'r BodyResult {
    let result = results.iter().find(|r| r.dimension.as_str() == dimension);
    let mut bodies = result.unwrap().bodies.iter();
    bodies.find(|r| s.names([r.body]) == [body]).unwrap()
}

#[test]
fn the_readings_of_the_nine_sheets() {
    let s = Scenario::example();
    let results = dimension_results(&s.population());
    let found: Vec<_> = results
        .iter()
        .map(|r| (r.dimension.as_str(), read(r.readings)))
        .collect();
    assert_eq!(
        found,
        [
            // Questions 1 (7 yes), 2 and 3 (4 mixed each), 4 (6 yes, 1 no).
            ("A", [7 + 4 + 4 + 6, 0, 5 + 5 + 1, 2 + 2]),
            // 11 (7 yes, 1 no), 12 (6 own, 1 licensed), 13 (6 yes, 1 no).
            ("B", [7 + 6 + 6, 1 + 1, 1, 1 + 2 + 2]),
            // 15 (4 mixed), 17 (6 yes, 2 no).
            ("C", [4 + 6, 2, 4, 1 + 1]),
            // 19 (6 yes, 2 no), 20 (2 yes, 7 no).
            ("D", [6 + 2, 0, 2 + 7, 1]),
            // 24 (5 yes, 1 no, 1 blank, 2 unclear).
            ("E", [5, 1, 0, 3]),
        ]
    );
}

#[test]
fn each_body_stands_behind_the_figures_of_the_dimension() {
    let s = Scenario::example();
    let results = dimension_results(&s.population());
    for result in &results {
        let bodies = result.bodies.iter().map(|r| r.body);
        assert_eq!(
            s.names(bodies),
            ["EC", "2", "3", "4", "5", "6", "7", "8", "9"]
        );
        let answered: usize = result
            .bodies
            .iter()
            .map(|r| r.completeness.answered())
            .sum();
        assert_eq!(answered, result.completeness.answered());
        let enabling: usize = result.bodies.iter().map(|r| r.readings.enabling).sum();
        assert_eq!(enabling, result.readings.enabling);
    }
    let k_of_n = |dimension, body| {
        let completeness = of(&s, &results, dimension, body).completeness;
        (completeness.answered(), completeness.asked())
    };
    assert_eq!(k_of_n("A", "9"), (10, 10));
    assert_eq!(k_of_n("A", "EC"), (8, 10), "1 and 4 are unclear");
    assert_eq!(k_of_n("A", "8"), (6, 10), "5, 7, 8 and 10 are blank");
    assert_eq!(k_of_n("C", "7"), (3, 3), "16 was not asked");
    assert_eq!(k_of_n("D", "3"), (3, 3));
    assert_eq!(k_of_n("D", "4"), (2, 2), "21 was not asked");
    assert_eq!(read(of(&s, &results, "A", "7").readings), [4, 0, 0, 0]);
    assert_eq!(read(of(&s, &results, "B", "8").readings), [2, 1, 0, 0]);
    assert_eq!(read(of(&s, &results, "C", "EC").readings), [0, 1, 0, 1]);
    assert_eq!(read(of(&s, &results, "D", "9").readings), [1, 0, 1, 0]);
}

#[test]
fn a_body_without_a_sheet_is_behind_no_figure() {
    let mut s = Scenario::of(museums());
    s.partner("mare").answer("entry", "free").submit();
    s.partner("carta").answer("entry", "free");
    let results = dimension_results(&s.population());
    assert_eq!(s.names(results[0].bodies.iter().map(|r| r.body)), ["mare"]);
    let s = s.with_drafts();
    let results = dimension_results(&s.population());
    assert_eq!(
        s.names(results[0].bodies.iter().map(|r| r.body)),
        ["mare", "carta"],
        "a draft counts where drafts were asked for"
    );
}
