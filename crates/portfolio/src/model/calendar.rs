//! The school calendar as it is stored.

use crate::calendar::{Calendar, Period, PeriodKind};
use crate::fields::Reader;

impl Calendar {
    /// Days of the week as digits.
    pub(crate) const WEEKDAYS: &str = "weekdays";

    pub(super) fn read(reader: &Reader<'_>) -> Self {
        let weekdays = reader.text(Self::WEEKDAYS).and_then(|text| text.parse().ok()).unwrap_or_default();
        let periods =
            |kind: PeriodKind| reader.texts(kind.field()).iter().filter_map(|text| Period::parse(text)).collect();
        Self::new(weekdays, periods(PeriodKind::Term), periods(PeriodKind::Break))
    }
}

impl PeriodKind {
    /// The set that holds them.
    pub(crate) fn field(self) -> &'static str {
        match self {
            Self::Term => "terms",
            Self::Break => "breaks",
        }
    }
}
