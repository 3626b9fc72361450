//! One order out of two that were made apart.

use crate::model::{Part, Places, texts};

/// Whether what both lists hold stands in the same order in both.
pub fn agree(mine: &[String], theirs: &[String]) -> bool {
    let (mine_has, theirs_has) = (Places::new(mine.iter()), Places::new(theirs.iter()));
    let in_mine = mine.iter().filter(|id| theirs_has.of(*id).is_some());
    let in_theirs = theirs.iter().filter(|id| mine_has.of(*id).is_some());
    in_mine.eq(in_theirs)
}

/// What both lists hold, in the order of `lead`; what only one of them holds
/// follows what it follows there. Where both have something at the same place,
/// it makes no difference which of them leads.
pub fn united(lead: &[String], other: &[String]) -> Vec<String> {
    let lead_has = Places::new(lead.iter());
    let other_has = Places::new(other.iter());
    let mut result = Vec::with_capacity(lead.len());
    // What follows a common one in `other`, up to the next common one.
    let run = |after: Option<&String>| {
        let from = match after {
            None => 0,
            Some(id) => other_has.of(id).map_or(other.len(), |at| at + 1),
        };
        let rest = other.get(from..).unwrap_or_default().iter();
        rest.take_while(|id| lead_has.of(*id).is_none())
    };
    let mut theirs = run(None).peekable();
    for id in lead {
        if other_has.of(id).is_some() {
            result.extend(theirs.cloned());
            result.push(id.clone());
            theirs = run(Some(id)).peekable();
        } else {
            while let Some(their) = theirs.next_if(|their| *their < id) {
                result.push(their.clone());
            }
            result.push(id.clone());
        }
    }
    result.extend(theirs.cloned());
    result
}

/// Whether two parts of a head that hold an order agree.
pub fn agree_parts(mine: &Part, theirs: &Part) -> bool {
    agree(&texts(&mine.value), &texts(&theirs.value))
}

/// The order of two parts of a head that hold one.
pub fn united_parts(lead: &Part, other: &Part) -> serde_json::Value {
    let (lead, other) = (texts(&lead.value), texts(&other.value));
    united(&lead, &other).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(text: &str) -> Vec<String> {
        text.chars().map(String::from).collect()
    }

    #[track_caller]
    fn check(lead: &str, other: &str, expected: &str) {
        assert_eq!(united(&list(lead), &list(other)), list(expected));
    }

    #[test]
    fn what_only_one_has_follows_what_it_follows_there() {
        check("abc", "abc", "abc");
        check("abc", "abxc", "abxc");
        check("abxc", "abc", "abxc");
        check("abc", "xabc", "xabc");
        check("abc", "abcx", "abcx");
        check("", "ab", "ab");
        check("cba", "axb", "cbax");
    }

    #[test]
    fn at_the_same_place_neither_goes_before() {
        check("axyb", "apqb", "apqxyb");
        check("apqb", "axyb", "apqxyb");
    }

    #[test]
    fn orders_agree_where_what_both_hold_stands_alike() {
        assert!(agree(&list("axb"), &list("aby")));
        assert!(!agree(&list("axb"), &list("ba")));
    }
}
