//! Which files of the split program travel together.
//!
//! The splitter makes a file for each set of parts that have something in
//! common: with a dozen parts these are hundreds, most of them smaller than
//! what it costs to ask for them. Here they become few.

/// What it costs to ask for a file, as bytes that are not compressed yet: of two
/// files that become one, each part of either pays for both. A higher price
/// makes fewer files, and parts that bring along more than they need.
pub const REQUEST: usize = 50_000;

/// Files that become one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Their names.
    pub files: Vec<String>,
    /// The parts that need any of them, a bit for each.
    pub parts: u64,
    /// Bytes of all.
    pub bytes: usize,
}

/// Joins groups as long as it pays, in the sum of all parts, each fetched alone.
pub fn joined(mut groups: Vec<Group>, request: usize) -> Vec<Group> {
    while let Some((one, other)) = best(&groups, request) {
        let taken = groups.swap_remove(other);
        if let Some(group) = groups.get_mut(one) {
            group.files.extend(taken.files);
            group.parts |= taken.parts;
            group.bytes += taken.bytes;
        }
    }
    for group in &mut groups {
        group.files.sort();
    }
    groups.sort_by(|a, b| (a.parts, &a.files).cmp(&(b.parts, &b.files)));
    groups
}

/// The two groups, the first before the second, that spare most as one.
fn best(groups: &[Group], request: usize) -> Option<(usize, usize)> {
    let mut best = None;
    for (second, b) in groups.iter().enumerate() {
        for (first, a) in groups.iter().enumerate().take(second) {
            let count = |parts: u64| parts.count_ones() as usize;
            let spared = count(a.parts & b.parts) * request;
            let paid = count(a.parts & !b.parts) * b.bytes + count(b.parts & !a.parts) * a.bytes;
            if spared > paid && best.is_none_or(|(most, _)| spared - paid > most) {
                best = Some((spared - paid, (first, second)));
            }
        }
    }
    best.map(|(_, pair)| pair)
}

#[cfg(test)]
mod tests {
    use super::*;

    const IMPORT: u64 = 1;
    const REPORT: u64 = 2;

    fn group(file: &str, parts: u64, bytes: usize) -> Group {
        let files = vec![file.to_owned()];
        Group {
            files,
            parts,
            bytes,
        }
    }

    fn files(groups: &[Group]) -> Vec<String> {
        groups.iter().map(|group| group.files.join("+")).collect()
    }

    #[test]
    fn what_the_same_parts_need_is_one_file() {
        let groups = vec![
            group("a", IMPORT | REPORT, 90_000),
            group("b", REPORT, 90_000),
            group("c", IMPORT | REPORT, 90_000),
        ];
        let joined = joined(groups, 10);
        assert_eq!(files(&joined), ["b", "a+c"]);
        assert_eq!(joined[1].bytes, 180_000);
    }

    #[test]
    fn a_small_file_travels_with_a_large_one_and_a_large_one_only_with_who_needs_it() {
        let groups = vec![
            group("large", IMPORT | REPORT, 90_000),
            group("small", REPORT, 90),
            group("other", IMPORT, 90_000),
        ];
        let joined = joined(groups, 1_000);
        assert_eq!(files(&joined), ["other", "large+small"]);
        assert_eq!(joined[1].parts, IMPORT | REPORT);
    }

    #[test]
    fn parts_with_nothing_in_common_stay_apart() {
        let groups = vec![group("a", IMPORT, 1), group("b", REPORT, 1)];
        assert_eq!(joined(groups.clone(), 1_000_000), groups);
    }
}
