//! Progress over the years: how many competencies are held, whatever was planned.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, Months, NaiveDate};

use crate::item_id::ItemId;
use crate::level::Level;
use crate::levels;
use crate::model::Portfolio;

/// Where somebody stood at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The last day of a month, or today.
    pub day: NaiveDate,
    /// Competencies in which some level above 0 was held.
    pub begun: usize,
    /// Those in which it was 3 or more.
    pub proficient: usize,
}

/// At the end of each month from the first in which a level was held, and today. Work is dated by its day; what has no day counts
/// from the beginning. Empty if nothing was held.
pub fn progress(portfolio: &Portfolio, today: NaiveDate) -> Vec<Progress> {
    let competencies: BTreeSet<&ItemId> = portfolio.claims_in_use().map(|(claim, _)| &claim.competency).collect();
    let mut changes = Vec::new();
    for competency in competencies {
        for entry in levels::history(portfolio, competency) {
            changes.push((entry.day, competency, entry.held.level));
        }
    }
    // Stable: of one day and competency the last entry stays the last.
    changes.sort_by_key(|(day, ..)| *day);
    let Some(first) = changes.iter().find_map(|(day, ..)| *day).filter(|first| *first <= today) else {
        return Vec::new();
    };
    let mut held: BTreeMap<&ItemId, Level> = BTreeMap::new();
    let mut changes = changes.into_iter().peekable();
    let mut standing = |day: NaiveDate| {
        while let Some((_, competency, level)) = changes.next_if(|(on, ..)| on.is_none_or(|on| on <= day)) {
            held.insert(competency, level);
        }
        let at_least = |least: Level| held.values().filter(|level| **level >= least).count();
        let begun = held.values().filter(|level| **level > Level::ZERO).count();
        Progress { day, begun, proficient: at_least(Level::PROFICIENT) }
    };
    let ends = std::iter::successors(Some(end_of_month(first)), |end| end.succ_opt().map(end_of_month));
    let mut line: Vec<_> = ends.take_while(|end| *end < today).map(&mut standing).collect();
    line.push(standing(today));
    line
}

fn end_of_month(day: NaiveDate) -> NaiveDate {
    let next = day.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)));
    next.and_then(|next| next.pred_opt()).unwrap_or(day)
}
