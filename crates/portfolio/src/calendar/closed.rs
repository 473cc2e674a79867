//! The days on which there is no school though the day of the week has some.

use chrono::NaiveDate;

use super::{Period, Weekdays, day_before};

/// Such days in stretches that do not touch, in order, so that they are counted in few steps however long the calendar is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Closed {
    weekdays: Weekdays,
    stretches: Vec<Stretch>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    first: NaiveDate,
    last: NaiveDate,
    /// How many school days of the week lie in the stretches before.
    before: i64,
}

impl Closed {
    /// The breaks, and what lies between one term and the next.
    pub(super) fn of(weekdays: Weekdays, terms: &[Period], breaks: &[Period]) -> Self {
        let mut days: Vec<_> = breaks.iter().map(|period| (period.first, period.last)).chain(gaps(terms)).collect();
        days.sort_unstable();
        let mut closed = Self { weekdays, stretches: Vec::new() };
        for (first, last) in days {
            match closed.stretches.last_mut() {
                Some(open) if first <= open.last => open.last = open.last.max(last),
                _ => closed.stretches.push(Stretch { first, last, before: 0 }),
            }
        }
        let mut before = 0;
        for stretch in &mut closed.stretches {
            stretch.before = before;
            before += stretch.days(weekdays, stretch.last);
        }
        closed
    }

    pub(super) fn holds(&self, day: NaiveDate) -> bool {
        self.begun(day).is_some_and(|stretch| day <= stretch.last)
    }

    /// How many of these days fall on a school day of the week up to a day, that counted.
    pub(super) fn until(&self, day: NaiveDate) -> i64 {
        self.begun(day).map_or(0, |stretch| stretch.before + stretch.days(self.weekdays, day.min(stretch.last)))
    }

    /// The last stretch that began by a day.
    fn begun(&self, day: NaiveDate) -> Option<&Stretch> {
        let begun = self.stretches.partition_point(|stretch| stretch.first <= day);
        begun.checked_sub(1).and_then(|last| self.stretches.get(last))
    }
}

impl Stretch {
    fn days(&self, weekdays: Weekdays, through: NaiveDate) -> i64 {
        weekdays.until(through) - weekdays.until(day_before(self.first))
    }
}

/// From the day after all terms so far to the day before the next; terms in order.
fn gaps(terms: &[Period]) -> Vec<(NaiveDate, NaiveDate)> {
    let mut gaps = Vec::new();
    let mut end: Option<NaiveDate> = None;
    for term in terms {
        if let Some(after) = end.and_then(|end| end.succ_opt()).filter(|after| *after < term.first) {
            gaps.push((after, day_before(term.first)));
        }
        end = end.max(Some(term.last));
    }
    gaps
}
