//! One sort for all lists.
//!
//! The standard sort is made anew for each type and each way to compare, five
//! to seven kilobytes a time. This one sorts places, of which there is one kind,
//! and then moves the items.

use std::cmp::Ordering;

/// Sorts a list; what compares equal keeps its order.
pub fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let mut order: Vec<usize> = (0..items.len()).collect();
    sort_places(&mut order, &mut |a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut taken: Vec<Option<T>> = items.drain(..).map(Some).collect();
    let sorted = order
        .into_iter()
        .filter_map(|place| taken.get_mut(place)?.take());
    items.extend(sorted);
}

/// Sorts a list by what `key` says of each item.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// Merges runs of one, two, four places and so on: the standard sort has more
/// ways, of which each is a kilobyte.
fn sort_places(order: &mut Vec<usize>, compare: &mut dyn FnMut(usize, usize) -> Ordering) {
    let mut run = 1;
    while run < order.len() {
        let mut merged = Vec::with_capacity(order.len());
        for pair in order.chunks(run * 2) {
            let (left, right) = pair.split_at(run.min(pair.len()));
            let (mut left, mut right) = (left.iter().peekable(), right.iter().peekable());
            while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
                let is_right = compare(**a, **b) == Ordering::Greater;
                merged.extend(if is_right { right.next() } else { left.next() });
            }
            merged.extend(left.chain(right));
        }
        *order = merged;
        run *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_lists_of_any_length_as_the_standard_library_does() {
        for length in 0_u32..70 {
            // Numbers in no order, some of them equal.
            let mut items: Vec<_> = (0..length).map(|n| (n * 37 % 11, n)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            sort_by_key(&mut items, |item| item.0);
            assert_eq!(items, expected);
        }
    }

    #[test]
    fn sorts_and_keeps_equals_in_order() {
        let mut items = vec![(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        sort_by_key(&mut items, |item| item.0);
        let letters: String = items.iter().map(|item| item.1).collect();
        assert_eq!(letters, "dbeac");
    }
}
