//! What the documents of a survey say of the project: lines of the cover.

use super::json::record;

record! {
/// One issue of the report, as its version table lists it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Issue {
    /// Version, as printed.
    pub version: String,
    /// Who wrote it.
    pub prepared_by: String = optional,
    /// Who checked it.
    pub verified_by: String = optional,
    /// The day, `2020-04-30`.
    pub issued_on: String = optional,
    /// What changed.
    pub changes: String = optional,
}
}

record! {
/// Project lines, as printed on documents.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Document {
    /// Name of the project.
    pub project: String = optional,
    /// Its subtitle.
    pub subtitle: String = optional,
    /// Code of the public investment (CUP).
    pub cup: String = optional,
    /// Call for proposals.
    pub call: String = optional,
    /// Action of the project.
    pub action: String = optional,
    /// Activity of the action.
    pub activity: String = optional,
    /// Who coordinates the action.
    pub action_coordinator: String = optional,
    /// Funding lines.
    pub funds: Vec<String> = optional,
    /// The day by which sheets are expected, `2020-04-30`.
    pub deadline: String = optional,
    /// Version table.
    pub versions: Vec<Issue> = optional,
}
}

/// Of so many letters and digits a CUP is made.
const CUP: usize = 15;

impl Document {
    /// Whether what stands as CUP cannot be one; nothing there is fine.
    pub fn is_odd_cup(&self) -> bool {
        let cup = self.cup.trim();
        let fits = cup.len() == CUP && cup.bytes().all(|sign| sign.is_ascii_alphanumeric());
        !cup.is_empty() && !fits
    }

    /// The number that follows the last one of the version table: `1.1` after
    /// `1.0`. Nothing where the last one ends in no number.
    pub fn next_version(&self) -> String {
        let Some(last) = self.versions.last() else {
            return "1.0".into();
        };
        let last = last.version.trim();
        let front = last.trim_end_matches(|sign: char| sign.is_ascii_digit());
        let mut next: Option<u32> = last.get(front.len()..).and_then(|end| end.parse().ok());
        while let Some(number) = next {
            next = number.checked_add(1);
            let version = format!("{front}{}", number.saturating_add(1));
            if !self.has_version(&version) {
                return version;
            }
        }
        String::new()
    }

    /// Whether the version table has a row of this number.
    pub fn has_version(&self, version: &str) -> bool {
        self.versions.iter().any(|row| row.is_of(version))
    }

    /// Rows whose number another row above has too.
    pub fn repeated_versions(&self) -> Vec<usize> {
        let rows = self.versions.iter().enumerate();
        let repeated = rows.filter(|(at, row)| {
            let above = self.versions.get(..*at).unwrap_or_default();
            !row.version.trim().is_empty() && above.iter().any(|other| other.is_of(&row.version))
        });
        repeated.map(|(at, _)| at).collect()
    }

    /// Moves a row of the version table one place up (`true`) or down.
    pub fn move_version(&mut self, at: usize, up: bool) {
        let other = if up {
            at.checked_sub(1)
        } else {
            at.checked_add(1)
        };
        if let Some(other) = other
            && at.max(other) < self.versions.len()
        {
            self.versions.swap(at, other);
        }
    }
}

impl Issue {
    /// Whether the row has this number.
    pub fn is_of(&self, version: &str) -> bool {
        self.version.trim() == version.trim()
    }

    /// The rows of two version tables that were written apart: all rows of both,
    /// in the order of the days; none where a number says one thing here and
    /// another there. It makes no difference which of them is asked.
    pub fn united(one: &[Self], other: &[Self]) -> Option<Vec<Self>> {
        let missing = |from: &[Self], of: &[Self]| -> Option<Vec<Self>> {
            let mut rows = Vec::new();
            for row in of {
                match from.iter().find(|known| known.is_of(&row.version)) {
                    None => rows.push(row.clone()),
                    Some(known) if known == row => {}
                    Some(_) => return None,
                }
            }
            Some(rows)
        };
        let (only_other, only_one) = (missing(one, other)?, missing(other, one)?);
        let of_both = |rows: &[Self], only: &[Self]| -> Vec<Self> {
            rows.iter()
                .filter(|row| !only.contains(row))
                .cloned()
                .collect()
        };
        let mut both = of_both(one, &only_one);
        if both != of_both(other, &only_other) {
            return None;
        }
        let mut new = [only_one, only_other].concat();
        super::sort_by(&mut new, |a, b| {
            (&a.issued_on, &a.version).cmp(&(&b.issued_on, &b.version))
        });
        both.extend(new);
        Some(both)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(versions: &[&str]) -> Document {
        let row = |version: &&str| Issue {
            version: (*version).into(),
            ..Issue::default()
        };
        Document {
            versions: versions.iter().map(row).collect(),
            ..Document::default()
        }
    }

    #[test]
    fn the_next_version_follows_the_last_and_is_a_new_one() {
        for (versions, next) in [
            (vec![], "1.0"),
            (vec!["1.0"], "1.1"),
            (vec!["1.9"], "1.10"),
            (vec!["2"], "3"),
            (vec!["1.1", "1.2", "1.0"], "1.3"),
            (vec!["bozza"], ""),
            (vec!["4294967295"], ""),
        ] {
            assert_eq!(of(&versions).next_version(), next, "{versions:?}");
        }
    }

    #[test]
    fn a_cup_is_fifteen_letters_and_digits() {
        for (cup, odd) in [
            ("", false),
            ("A12B34567890123", false),
            ("A12B3456789012", true),
            ("A12B3456789012-", true),
        ] {
            let document = Document {
                cup: cup.into(),
                ..Document::default()
            };
            assert_eq!(document.is_odd_cup(), odd, "{cup}");
        }
    }

    #[test]
    fn tables_written_apart_are_united_unless_they_contradict_each_other() {
        let united = |a: &[&str], b: &[&str]| {
            let rows = Issue::united(&of(a).versions, &of(b).versions)?;
            Some(rows.into_iter().map(|row| row.version).collect::<Vec<_>>())
        };
        let expected = Some(vec!["1.0".into(), "1.1".into(), "1.2".into()]);
        assert_eq!(united(&["1.0", "1.1"], &["1.0", "1.2"]), expected);
        assert_eq!(united(&["1.0", "1.2"], &["1.0", "1.1"]), expected);
        assert_eq!(united(&["1.0", "1.1"], &["1.1", "1.0"]), None);
        let mut other = of(&["1.0"]);
        other.versions[0].changes = "Altro".into();
        assert_eq!(Issue::united(&of(&["1.0"]).versions, &other.versions), None);
    }
}
