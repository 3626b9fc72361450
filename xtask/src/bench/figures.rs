//! Many figures of one thing as three: median, least and greatest.

use serde_json::Value;

/// How several figures of the same thing lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The middle one, or the mean of the two in the middle.
    pub median: f64,
    /// The least.
    pub min: f64,
    /// The greatest.
    pub max: f64,
}

impl Spread {
    /// `None` where there are no figures.
    pub fn of(mut figures: Vec<f64>) -> Option<Self> {
        figures.sort_by(f64::total_cmp);
        let (min, max) = (*figures.first()?, *figures.last()?);
        let above = *figures.get(figures.len() / 2)?;
        let below = *figures.get((figures.len() - 1) / 2)?;
        let median = f64::midpoint(below, above);
        Some(Self { median, min, max })
    }

    /// For a table: `1,234 (1,200–1,300)`; the median alone where all are
    /// shown alike.
    pub fn shown(&self) -> String {
        let [median, min, max] = [self.median, self.min, self.max].map(number);
        if min == max {
            median
        } else {
            format!("{median} ({min}–{max})")
        }
    }
}

/// A number for people: one decimal below a hundred, none above, thousands
/// set apart.
pub fn number(number: f64) -> String {
    let tenths = (number * 10.0).round() / 10.0;
    if tenths.abs() < 100.0 && tenths.fract() != 0.0 {
        return format!("{tenths:.1}");
    }
    let digits = format!("{:.0}", number.abs());
    let mut shown = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    if number < 0.0 && shown != "0" {
        shown.insert(0, '-');
    }
    shown
}

/// All figures at `path` (names with `/` between them) in all rounds. A list
/// on the way gives the figures of each of its parts.
pub fn gathered(rounds: &[Value], path: &str) -> Vec<f64> {
    let mut found: Vec<&Value> = rounds.iter().collect();
    for name in path.split('/') {
        found = found
            .into_iter()
            .filter_map(|value| value.get(name))
            .flat_map(|value| match value {
                Value::Array(parts) => parts.iter().collect(),
                one => vec![one],
            })
            .collect();
    }
    found.into_iter().filter_map(Value::as_f64).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;
    use serde_json::json;

    #[test]
    fn median_least_and_greatest() {
        let spread = Spread::of(vec![3.0, 1.0, 10.0]).unwrap();
        assert_eq!((spread.median, spread.min, spread.max), (3.0, 1.0, 10.0));
        let spread = Spread::of(vec![4.0, 1.0, 2.0, 9.0]).unwrap();
        assert_eq!((spread.median, spread.min, spread.max), (3.0, 1.0, 9.0));
        assert_eq!(Spread::of(vec![7.0]).unwrap().median, 7.0);
        assert_eq!(Spread::of(Vec::new()), None);
    }

    #[test]
    fn figures_are_worded_for_people() {
        for (value, text) in [
            (0.0, "0"),
            (0.04, "0"),
            (1.96, "2"),
            (13.45, "13.5"),
            (99.96, "100"),
            (123.4, "123"),
            (1_234.0, "1,234"),
            (3_495_222.0, "3,495,222"),
            (-1_234.0, "-1,234"),
        ] {
            assert_eq!(number(value), text);
        }
        let shown = |figures| Spread::of(figures).unwrap().shown();
        assert_eq!(
            shown(vec![1_500.2, 1_400.0, 2_000.0]),
            "1,500 (1,400–2,000)"
        );
        assert_eq!(shown(vec![2.0, 2.01, 2.0]), "2");
    }

    #[test]
    fn figures_are_found_in_every_round_and_every_part_of_a_list() {
        let rounds = [
            json!({ "edits": { "further": [{ "units": 1 }, { "units": 2 }] }, "care": 5.5 }),
            json!({ "edits": { "further": [{ "units": 3 }] } }),
        ];
        assert_eq!(gathered(&rounds, "edits/further/units"), [1.0, 2.0, 3.0]);
        assert_eq!(gathered(&rounds, "care"), [5.5]);
        assert!(gathered(&rounds, "nothing/here").is_empty());
    }
}
