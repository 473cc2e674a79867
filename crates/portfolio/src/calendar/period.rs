//! A term or a break.

use chrono::NaiveDate;

use crate::change::FieldValue;
use crate::date::parse_day;

/// Days in a row, with a name or without. They stand by their days.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// The first day.
    pub first: NaiveDate,
    /// The last day, not before the first.
    pub last: NaiveDate,
    /// What it is called; may be empty.
    pub name: String,
}

impl Period {
    const BETWEEN: char = '>';

    /// Whether a day is in it.
    pub fn holds(&self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// `<first>><last>><name>`, as it is a member of a calendar's set.
    pub fn to_value(&self) -> FieldValue {
        format!("{}{between}{}{between}{}", self.first, self.last, self.name, between = Self::BETWEEN).into()
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, Self::BETWEEN);
        let (first, last) = (parse_day(parts.next()?)?, parse_day(parts.next()?)?);
        let name = parts.next().unwrap_or_default().to_owned();
        (first <= last).then_some(Self { first, last, name })
    }
}
