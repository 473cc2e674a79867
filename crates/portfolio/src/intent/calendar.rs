//! The school calendar.

use super::{Refusal, Wording, add, remove, said};
use crate::calendar::{Calendar, Period, PeriodKind, Weekdays};
use crate::change::Change;
use crate::entity::EntityId;
use crate::model::Portfolio;

impl Portfolio {
    pub(super) fn set_school_days(&self, weekdays: Weekdays) -> Result<Vec<Change>, Refusal> {
        if weekdays.is_empty() {
            return Err(Refusal::NoSchoolDay);
        }
        let was = self.calendar().weekdays().to_string();
        Ok(said(&EntityId::calendar(), Calendar::WEEKDAYS, &was, weekdays.to_string()))
    }

    pub(super) fn add_periods(&self, periods: Vec<(PeriodKind, Period)>) -> Result<Vec<Change>, Refusal> {
        let mut changes = Vec::new();
        for (kind, period) in periods {
            let period = checked(period)?;
            let change = add(&EntityId::calendar(), kind.field(), period.to_value());
            if !self.calendar().periods(kind).contains(&period) && !changes.contains(&change) {
                changes.push(change);
            }
        }
        Ok(changes)
    }

    pub(super) fn remove_period(&self, kind: PeriodKind, period: &Period) -> Vec<Change> {
        let is_there = self.calendar().periods(kind).contains(period);
        let change = || remove(&EntityId::calendar(), kind.field(), period.to_value());
        if is_there { vec![change()] } else { Vec::new() }
    }
}

fn checked(period: Period) -> Result<Period, Refusal> {
    let Period { first, last, name } = period;
    if last < first {
        return Err(Refusal::EndsBeforeItBegins { first, last });
    }
    let name = name.trim().to_owned();
    Wording::Period.check(&name)?;
    Ok(Period { first, last, name })
}
