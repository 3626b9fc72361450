//! What Rilievo may cost beside the plain page, and whether it does.

use super::figures::{Spread, number};
use super::pairs::{Measured, Pair, Who};
use serde_json::{Value, json};
use std::fmt::Write as _;

/// The whole memory that a page holds, at a path of the figures.
pub const MEMORY: &str = "memory/heap+memory/buffers+memory/wasm";

/// How much is allowed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// So many times what the plain page takes.
    Times(f64),
    /// No more than the noise between two runs of the same page.
    Noise,
    /// So many of the unit that stands behind.
    AtMost(f64, &'static str),
}

/// One goal, and what was measured.
pub struct Goal {
    what: &'static str,
    limit: Limit,
    /// Rilievo beside what it is held against; where the limit is a number it is
    /// held against itself.
    pair: Option<Pair>,
    /// How the same page differs from itself.
    noise: Option<Spread>,
}

/// Whether a goal was met.
#[derive(Debug, PartialEq)]
enum Verdict {
    Met,
    /// By so many hundredths of the limit it was missed.
    Missed(f64),
    /// There are no figures.
    Unknown,
}

impl Goal {
    /// All goals, with the figures at the processor's full speed.
    pub fn all(measured: &Value) -> Vec<Self> {
        let part = |name| Measured::of(measured, name, 1);
        let times = |what, name, sheets, path: &str, times| {
            let (app, plain) = (Who::app(sheets), Who::plain(sheets));
            Self {
                what,
                limit: Limit::Times(times),
                pair: part(name).compare(app, plain, path),
                noise: noise(&part(name), plain, path),
            }
        };
        let at_most = |what, name, sheets, path: &str, most, unit| Self {
            what,
            limit: Limit::AtMost(most, unit),
            pair: part(name).compare(Who::app(sheets), Who::app(sheets), path),
            noise: None,
        };
        let more_sheets = |what, path: &str| Self {
            what,
            limit: Limit::Noise,
            pair: part("edit").compare(Who::app(8_000), Who::app(9), path),
            noise: noise(&part("edit"), Who::app(9), path),
        };
        vec![
            at_most(
                "first load, brotli",
                "open",
                9,
                "firstLoad",
                175_000.0,
                "bytes",
            ),
            times("navigation → interactive", "open", 9, "interactive", 2.0),
            times("keystroke, main thread", "edit", 9, "keystrokes/all", 1.2),
            more_sheets("keystroke with 8,000 sheets, against 9", "keystrokes/all"),
            times(
                "choice → follow-up painted, main thread",
                "edit",
                9,
                "revealing/all",
                1.5,
            ),
            times(
                "file of 8,000 → dry run shown",
                "import",
                8_000,
                "shown",
                2.0,
            ),
            times(
                "file of 23,000 → dry run shown",
                "import-huge",
                23_000,
                "shown",
                2.0,
            ),
            times(
                "open results of 8,000 stored sheets, in a new tab",
                "results",
                8_000,
                "opened",
                1.5,
            ),
            times(
                "open results of 8,000 sheets, from inside (aggregate + paint)",
                "results",
                8_000,
                "inside",
                1.5,
            ),
            times("memory after 23,000", "import-huge", 23_000, MEMORY, 2.0),
            at_most(
                "longest task while importing 23,000",
                "import-huge",
                23_000,
                "longest",
                100.0,
                "ms",
            ),
        ]
    }

    fn verdict(&self) -> Verdict {
        let Some(pair) = &self.pair else {
            return Verdict::Unknown;
        };
        let (is, may) = match self.limit {
            Limit::Times(times) => (pair.ratio.median, times),
            Limit::AtMost(most, _) => (pair.one.median, most),
            Limit::Noise => match &self.noise {
                Some(noise) => (pair.ratio.median, noise.max),
                None => return Verdict::Unknown,
            },
        };
        if is <= may {
            Verdict::Met
        } else {
            Verdict::Missed((is / may - 1.0) * 100.0)
        }
    }

    /// A row of the table.
    fn row(&self) -> String {
        let limit = match self.limit {
            Limit::Times(times) => format!("{times:.1} ×"),
            Limit::Noise => "within the noise".to_owned(),
            Limit::AtMost(most, unit) => format!("{} {unit}", number(most)),
        };
        let is = match (&self.pair, self.limit) {
            (None, _) => "–".to_owned(),
            (Some(pair), Limit::AtMost(_, unit)) => format!("{} {unit}", pair.one.shown()),
            (Some(pair), _) => ratio(&pair.ratio),
        };
        let noise = self.noise.as_ref().map_or("–".to_owned(), ratio);
        let verdict = match self.verdict() {
            Verdict::Met => "met".to_owned(),
            Verdict::Missed(by) => format!("**missed** by {by:.0} %"),
            Verdict::Unknown => "not measured".to_owned(),
        };
        format!("| {} | {limit} | {is} | {noise} | {verdict} |", self.what)
    }

    /// The same for programs.
    pub fn json(&self) -> Value {
        let pair = self.pair.as_ref();
        let met = match self.verdict() {
            Verdict::Met => Some(true),
            Verdict::Missed(_) => Some(false),
            Verdict::Unknown => None,
        };
        let limit = match self.limit {
            Limit::Times(times) => json!({ "times": times }),
            Limit::Noise => json!("noise"),
            Limit::AtMost(most, unit) => json!({ "most": most, "unit": unit }),
        };
        json!({
            "what": self.what,
            "limit": limit,
            "median": pair.map(|pair| rounded(pair.one.median)),
            "ratios": pair.map(|pair| pair.ratios.iter().copied().map(rounded).collect::<Vec<_>>()),
            "noise": self.noise.map(|noise| [noise.min, noise.max].map(rounded)),
            "met": met,
        })
    }
}

/// How a page differs from itself, measured twice in each round.
pub fn noise(part: &Measured, who: Who, path: &str) -> Option<Spread> {
    Some(part.compare(who.again(), who, path)?.ratio)
}

/// Three digits are all that a measurement can say.
pub fn rounded(figure: f64) -> f64 {
    let digits = if figure.abs() < 100.0 { 100.0 } else { 1.0 };
    (figure * digits).round() / digits
}

/// A ratio for people: `1.52 (1.40–1.63)`.
pub fn ratio(spread: &Spread) -> String {
    let Spread { median, min, max } = spread;
    format!("{median:.2} ({min:.2}–{max:.2})")
}

/// The table of all goals.
pub fn table(goals: &[Goal]) -> String {
    let mut table = String::from(
        "| what | at most | measured | the same page twice | |\n|---|---:|---:|---:|---|\n",
    );
    for goal in goals {
        let _ = writeln!(table, "{}", goal.row());
    }
    table
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap fails the test")]
    use super::*;

    fn record(side: &str, again: bool, round: u64, figures: Value) -> Value {
        json!({ "part": "open", "cpu": 1, "side": side, "sheets": 9, "round": round, "again": again, "figures": figures })
    }

    fn opened(times: [f64; 3], fetched: f64) -> Value {
        let [plain, again, app] =
            times.map(|time| json!({ "interactive": time, "firstLoad": fetched }));
        json!({ "measured": [
            record("plain", false, 1, plain),
            record("plain", true, 1, again),
            record("app", false, 1, app),
        ]})
    }

    #[test]
    fn a_goal_is_met_missed_by_so_much_or_not_measured() {
        let text = table(&Goal::all(&opened([100.0, 110.0, 190.0], 175_000.0)));
        for row in [
            "| 175,000 bytes | 175,000 bytes | – | met |",
            "| navigation → interactive | 2.0 × | 1.90 (1.90–1.90) | 1.10 (1.10–1.10) | met |",
            "| keystroke, main thread | 1.2 × | – | – | not measured |",
        ] {
            assert!(text.contains(row), "{row}\nnot in\n{text}");
        }
        let text = table(&Goal::all(&opened([100.0, 100.0, 250.0], 210_000.0)));
        assert!(
            text.contains("| 210,000 bytes | – | **missed** by 20 % |"),
            "{text}"
        );
        assert!(text.contains("| 2.50 (2.50–2.50) | 1.00 (1.00–1.00) | **missed** by 25 % |"));
    }

    #[test]
    fn more_sheets_may_cost_what_the_noise_covers() {
        let key = |sheets: u64, again, time: f64| {
            json!({ "part": "edit", "cpu": 1, "side": "app", "sheets": sheets, "round": 1, "again": again,
                "figures": { "keystrokes": [{ "all": time }] } })
        };
        let goal = |many: f64| {
            let measured = json!({ "measured": [key(9, false, 10.0), key(9, true, 10.5), key(8_000, false, many)] });
            let goals = Goal::all(&measured);
            goals
                .iter()
                .find(|goal| goal.limit == Limit::Noise)
                .unwrap()
                .verdict()
        };
        assert_eq!(goal(10.4), Verdict::Met);
        assert!(matches!(goal(12.6), Verdict::Missed(by) if by.round() == 20.0));
    }
}
