//! Days of the calendar, as texts: `2020-04-30`.

use super::answer::is_day;

/// How many days lie between two days of the calendar; fewer than none where
/// the second comes first. `None` where one of them is no day.
pub fn days_between(from: &str, to: &str) -> Option<i32> {
    Some(number(to)?.saturating_sub(number(from)?))
}

/// The place of a day in the calendar, counted from a day long ago.
fn number(day: &str) -> Option<i32> {
    if !is_day(day) {
        return None;
    }
    let mut parts = day.split('-').map(|part| part.parse::<i32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    // The year begins in March, so that the leap day is its last: before each
    // month lie as many days as this line gives.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(year * 365 + leap_days + (month * 153 + 2) / 5 + day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_over_months_years_and_leap_days() {
        let cases = [
            ("2026-11-25", "2026-11-25", Some(0)),
            ("2026-11-25", "2026-12-07", Some(12)),
            ("2026-11-25", "2026-11-22", Some(-3)),
            ("2026-12-31", "2027-01-01", Some(1)),
            ("2026-02-28", "2026-03-01", Some(1)),
            ("2028-02-28", "2028-03-01", Some(2)),
            ("1900-02-28", "1900-03-01", Some(1)),
            ("2000-01-01", "2100-01-01", Some(36_525)),
            ("2026-11-25", "2026-11-31", None),
            ("", "2026-11-25", None),
            ("25/11/2026", "2026-11-25", None),
        ];
        for (from, to, days) in cases {
            assert_eq!(days_between(from, to), days, "{from} to {to}");
        }
    }

    #[test]
    fn every_day_is_followed_by_the_next() {
        let months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let mut last = number("2025-12-31");
        for (month, days) in (1..).zip(months) {
            for day in 1..=days {
                let next = number(&format!("2026-{month:02}-{day:02}"));
                assert_eq!(next, last.map(|n| n + 1), "2026-{month:02}-{day:02}");
                last = next;
            }
        }
    }
}
