//! What time it is, for the pure crates, which have no clock.

use chrono::{DateTime, NaiveDate, Utc};

/// This instant, to the millisecond.
pub fn now() -> DateTime<Utc> {
    // JavaScript's clock stays within ±8.64e15 ms, which chrono covers.
    // A JavaScript time is a whole number of milliseconds below 2^53.
    DateTime::from_timestamp_millis(js_sys::Date::now() as i64).unwrap_or_default()
}

/// The date on the wall where the learner is.
pub fn today() -> NaiveDate {
    local_date(now())
}

/// The date on the wall at `instant`, where the learner is.
pub fn local_date(instant: DateTime<Utc>) -> NaiveDate {
    (instant + utc_offset(instant)).date_naive()
}

/// How far local time is ahead of UTC at `instant` (summer time included).
pub fn utc_offset(instant: DateTime<Utc>) -> chrono::TimeDelta {
    // An offset is a small number of minutes.
    let minutes_behind = date(instant).get_timezone_offset() as i64;
    chrono::TimeDelta::minutes(-minutes_behind)
}

/// The same instant as a JavaScript date.
pub(crate) fn date(instant: DateTime<Utc>) -> js_sys::Date {
    // Chrono's milliseconds of our era lie below 2^53.
    js_sys::Date::new(&(instant.timestamp_millis() as f64).into())
}
