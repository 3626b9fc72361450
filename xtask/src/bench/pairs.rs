//! Figures of two pages that were measured in turn: how many times one is the
//! other, round by round.

use serde_json::Value;

use super::figures::{Spread, gathered};

/// Who is measured: a page with so many sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Who {
    /// `plain` or `app`.
    pub side: &'static str,
    /// Sheets of the survey.
    pub sheets: u64,
    /// The second time in a round.
    pub again: bool,
}

impl Who {
    /// The plain page.
    pub const fn plain(sheets: u64) -> Self {
        Self {
            side: "plain",
            sheets,
            again: false,
        }
    }

    /// Rilievo.
    pub const fn app(sheets: u64) -> Self {
        Self {
            side: "app",
            ..Self::plain(sheets)
        }
    }

    /// The same, for the second time in a round.
    pub const fn again(self) -> Self {
        Self {
            again: true,
            ..self
        }
    }
}

/// All that the browser's side wrote of one part, at one speed of the processor.
pub struct Measured<'a> {
    records: Vec<&'a Value>,
}

impl<'a> Measured<'a> {
    /// Those of `part` at `cpu`.
    pub fn of(measured: &'a Value, part: &str, cpu: u64) -> Self {
        let all = measured.get("measured").and_then(Value::as_array);
        let is = |record: &&Value| record["part"] == part && record["cpu"] == cpu;
        Self {
            records: all.into_iter().flatten().filter(is).collect(),
        }
    }

    /// What stands at `path` in each round; a round with several figures gives
    /// several.
    pub fn rounds(&self, who: Who, path: &str) -> Vec<Vec<f64>> {
        let is = |record: &&&Value| {
            record["side"] == who.side
                && record["sheets"] == who.sheets
                && record["again"] == who.again
        };
        let mut found: Vec<&Value> = self.records.iter().filter(is).copied().collect();
        found.sort_by_key(|record| record["round"].as_u64());
        let figures = |record: &Value| {
            let paths = path.split('+');
            let each = paths.map(|path| gathered(&[record["figures"].clone()], path));
            each.reduce(added).unwrap_or_default()
        };
        found.into_iter().map(figures).collect()
    }

    /// Two pages beside each other.
    pub fn compare(&self, one: Who, other: Who, path: &str) -> Option<Pair> {
        Pair::of(&self.rounds(one, path), &self.rounds(other, path))
    }
}

/// Figures of several paths, added one by one.
fn added(left: Vec<f64>, right: Vec<f64>) -> Vec<f64> {
    left.into_iter().zip(right).map(|(a, b)| a + b).collect()
}

/// Figures of two pages, and how many times the first is the second.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The first one's: median, least, greatest of all figures.
    pub one: Spread,
    /// The second one's.
    pub other: Spread,
    /// First by second in each round, by the medians of the round.
    pub ratios: Vec<f64>,
    /// Their median, least and greatest.
    pub ratio: Spread,
}

impl Pair {
    /// `None` where one of them has no figures.
    fn of(one: &[Vec<f64>], other: &[Vec<f64>]) -> Option<Self> {
        let ratios: Vec<f64> = one
            .iter()
            .zip(other)
            .filter_map(|(one, other)| {
                let [one, other] = [one, other].map(|round| Spread::of(round.clone()));
                Some(one?.median / other?.median)
            })
            .collect();
        Some(Self {
            one: Spread::of(one.concat())?,
            other: Spread::of(other.concat())?,
            ratio: Spread::of(ratios.clone())?,
            ratios,
        })
    }
}

/// The figure that 95 in 100 do not exceed; of few the greatest.
pub fn p95(rounds: &[Vec<f64>]) -> Option<f64> {
    let mut all = rounds.concat();
    all.sort_by(f64::total_cmp);
    let place = (all.len() * 95).div_ceil(100).checked_sub(1)?;
    all.get(place).copied()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;
    use serde_json::json;

    fn record(side: &str, round: u64, figures: Value) -> Value {
        json!({ "part": "open", "cpu": 1, "side": side, "sheets": 9, "round": round, "again": false, "figures": figures })
    }

    #[test]
    fn a_ratio_is_that_of_one_round_whatever_the_order() {
        let measured = json!({ "measured": [
            record("plain", 2, json!({ "time": 10.0 })),
            record("app", 1, json!({ "time": 30.0 })),
            record("plain", 1, json!({ "time": 20.0 })),
            record("app", 2, json!({ "time": 30.0 })),
        ]});
        let open = Measured::of(&measured, "open", 1);
        let pair = open.compare(Who::app(9), Who::plain(9), "time").unwrap();
        assert_eq!(pair.ratios, [1.5, 3.0]);
        assert_eq!(pair.ratio.median, 2.25);
        assert_eq!((pair.one.median, pair.other.median), (30.0, 15.0));
        assert_eq!(open.compare(Who::app(8_000), Who::plain(9), "time"), None);
        assert_eq!(open.compare(Who::app(9), Who::plain(9), "size"), None);
        let slow = Measured::of(&measured, "open", 4);
        assert_eq!(slow.compare(Who::app(9), Who::plain(9), "time"), None);
    }

    #[test]
    fn several_figures_of_a_round_are_one_median_and_all_of_them_are_pooled() {
        let measured = json!({ "measured": [
            record("plain", 1, json!({ "keys": [{ "all": 1 }, { "all": 2 }, { "all": 9 }] })),
            record("app", 1, json!({ "keys": [{ "all": 4 }, { "all": 4 }, { "all": 5 }] })),
            record("plain", 2, json!({ "keys": [{ "all": 1 }] })),
            record("app", 2, json!({ "keys": [{ "all": 3 }] })),
        ]});
        let open = Measured::of(&measured, "open", 1);
        let pair = open
            .compare(Who::app(9), Who::plain(9), "keys/all")
            .unwrap();
        assert_eq!(pair.ratios, [2.0, 3.0]);
        assert_eq!((pair.one.median, pair.other.median), (4.0, 1.5));
        assert_eq!(p95(&open.rounds(Who::plain(9), "keys/all")), Some(9.0));
    }

    #[test]
    fn paths_with_a_plus_are_added() {
        let memory = json!({ "memory": { "heap": 2, "buffers": 3, "wasm": 5 } });
        let measured = json!({ "measured": [record("app", 1, memory)] });
        let open = Measured::of(&measured, "open", 1);
        let path = "memory/heap+memory/buffers+memory/wasm";
        assert_eq!(open.rounds(Who::app(9), path), [[10.0]]);
    }

    #[test]
    fn p95_is_a_figure_that_was_measured() {
        let hundred: Vec<f64> = (1..=100).map(f64::from).collect();
        assert_eq!(p95(&[hundred]), Some(95.0));
        assert_eq!(p95(&[vec![3.0, 1.0], vec![2.0]]), Some(3.0));
        assert_eq!(p95(&[]), None);
    }
}
