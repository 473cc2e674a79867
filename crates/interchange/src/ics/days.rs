//! From when to when an event lasts.

use chrono::{Days as Duration, NaiveDate};

use super::lines::Line;

/// What an event says of its days.
#[derive(Default)]
pub(super) struct Days {
    first: Option<Moment>,
    /// The day after the last.
    end: Option<Moment>,
    /// How many days it lasts.
    lasts: Option<u64>,
}

#[derive(Clone, Copy)]
enum Moment {
    Day(NaiveDate),
    Time,
    Nonsense,
}

impl Days {
    pub(super) fn take(&mut self, line: &Line<'_>) {
        if line.is("DTSTART") {
            self.first = Some(moment(line));
        } else if line.is("DTEND") {
            self.end = Some(moment(line));
        } else if line.is("DURATION") {
            self.lasts = whole_days(line.value);
        }
    }

    /// Whether it begins at a time of a day.
    pub(super) fn is_timed(&self) -> bool {
        matches!(self.first, Some(Moment::Time))
    }

    /// The first and the last day. What has no end lasts one day.
    pub(super) fn whole(&self) -> Option<(NaiveDate, NaiveDate)> {
        let Some(Moment::Day(first)) = self.first else { return None };
        let last = match (self.end, self.lasts) {
            (Some(Moment::Day(end)), _) => end.pred_opt()?,
            (Some(_), _) => return None,
            (None, lasts) => first.checked_add_days(Duration::new(lasts.unwrap_or(1).checked_sub(1)?))?,
        };
        // Some programs let what lasts a day end on it.
        Some((first, last.max(first))).filter(|_| last >= first.pred_opt().unwrap_or(first))
    }
}

fn moment(line: &Line<'_>) -> Moment {
    let value = line.value.trim();
    match (digits(value), line.is_date()) {
        (Some(day), _) => Moment::Day(day),
        (None, false) if value.contains('T') => Moment::Time,
        (None, _) => Moment::Nonsense,
    }
}

/// `20260907`
fn digits(value: &str) -> Option<NaiveDate> {
    let is_plain = value.len() == 8 && value.bytes().all(|byte| byte.is_ascii_digit());
    let number = |from: usize, to: usize| value.get(from..to)?.parse::<u32>().ok();
    let year = i32::try_from(number(0, 4)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(4, 6)?, number(6, 8)?).filter(|_| is_plain)
}

/// `P5D` or `P2W`; other durations are of no whole number of days.
fn whole_days(value: &str) -> Option<u64> {
    let value = value.trim().strip_prefix('P')?;
    match (value.strip_suffix('D'), value.strip_suffix('W')) {
        (Some(days), _) => days.parse().ok(),
        (_, Some(weeks)) => weeks.parse::<u64>().ok()?.checked_mul(7),
        _ => None,
    }
}
