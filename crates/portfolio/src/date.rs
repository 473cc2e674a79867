//! Days and instants as they are stored.

pub(crate) mod json;

use chrono::{DateTime, Datelike as _, Months, NaiveDate, SecondsFormat, Utc};

/// Reads a day written `YYYY-MM-DD`, years 0000 to 9999. Nothing else is a day: dates are compared as text by other
/// readers too.
pub fn parse_day(text: &str) -> Option<NaiveDate> {
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = text.as_bytes() else { return None };
    let number = |digits: &[&u8]| {
        digits.iter().try_fold(0_u32, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(*digit - b'0')))
    };
    let year = i32::try_from(number(&[y0, y1, y2, y3])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[m0, m1])?, number(&[d0, d1])?)
}

/// Reads an instant written as in RFC 3339.
pub fn parse_instant(text: &str) -> Option<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text).ok().map(|instant| instant.to_utc())
}

/// An instant as in RFC 3339, to the second, in UTC.
pub fn format_instant(instant: DateTime<Utc>) -> String {
    instant.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// The last day of the school year that `day` is in, taken to end with July. No calendar of a school is known, so whoever shows it
/// shows the day, too.
pub fn end_of_school_year(day: NaiveDate) -> NaiveDate {
    const JULY: u32 = 7;
    let year = day.year() + i32::from(day.month() > JULY);
    NaiveDate::from_ymd_opt(year, JULY, 31).unwrap_or(day)
}

/// The same day of the year so many years later; of 29 February the day before where there is none.
pub fn years_after(day: NaiveDate, years: u32) -> NaiveDate {
    day.checked_add_months(Months::new(12 * years)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_the_usual_form_is_a_day() {
        assert_eq!(parse_day("2026-02-28"), NaiveDate::from_ymd_opt(2026, 2, 28));
        for odd in ["2026-02-29", "2026-2-28", "26-02-28", "2026-02-28 ", "2026/02/28", "+026-02-28", ""] {
            assert_eq!(parse_day(odd), None, "{odd:?}");
        }
    }

    #[test]
    fn instants_come_back() {
        let text = "2026-03-04T05:06:07Z";
        assert_eq!(parse_instant(text).map(format_instant).as_deref(), Some(text));
        let elsewhere = parse_instant("2026-03-04T06:06:07+01:00");
        assert_eq!(elsewhere.map(format_instant).as_deref(), Some(text));
        assert_eq!(parse_instant("yesterday"), None);
    }

    #[test]
    fn a_school_year_ends_with_july() {
        let day = |text| parse_day(text).unwrap();
        assert_eq!(end_of_school_year(day("2026-07-31")), day("2026-07-31"));
        assert_eq!(end_of_school_year(day("2026-08-01")), day("2027-07-31"));
        assert_eq!(years_after(day("2024-02-29"), 2), day("2026-02-28"));
    }

    proptest! {
        #[test]
        fn days_come_back(days in 0..3_652_059_i32) {
            let day = NaiveDate::from_num_days_from_ce_opt(days + 1).unwrap();
            prop_assert_eq!(parse_day(&day.to_string()), Some(day));
        }
    }
}
