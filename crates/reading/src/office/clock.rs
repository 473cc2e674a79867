//! How a time in a sheet is written: a time of day, or how long something took.

/// From which unit to which a time is written: `mm:ss` has minutes and seconds, `[h]:mm` all hours and minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    from: Unit,
    to: Unit,
    /// Whether the first unit counts on where a clock begins anew: 42 hours are a day and 18 hours.
    is_elapsed: bool,
    /// Digits of parts of a second.
    decimals: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Hour,
    Minute,
    Second,
}

/// Each unit with its seconds, and how many of it a clock has.
const UNITS: [(Unit, u64, u64); 3] = [(Unit::Hour, 3_600, 24), (Unit::Minute, 60, 60), (Unit::Second, 1, 60)];
/// More digits of a second than these are never asked for.
const DECIMALS: usize = 3;
const SECONDS_OF_DAY: f64 = 86_400.0;

impl Clock {
    /// The clock of a code's letters, such as `h:mm:ss.0`; `None` where they ask for no time. Without hours, `m` are minutes only
    /// beside seconds or where they have elapsed: else they are a month.
    pub(super) fn of(letters: &str, is_elapsed: bool) -> Option<Self> {
        let (hours, seconds) = (letters.contains('h'), letters.contains('s'));
        let minutes = letters.contains('m') && (seconds || is_elapsed);
        let from = match (hours, minutes, seconds) {
            (true, ..) => Unit::Hour,
            (_, true, _) => Unit::Minute,
            (_, _, true) => Unit::Second,
            _ => return None,
        };
        let to = match (seconds, minutes) {
            (true, _) => Unit::Second,
            (_, true) => Unit::Minute,
            // An hour of the day alone would look like any number.
            _ if is_elapsed => Unit::Hour,
            _ => Unit::Minute,
        };
        let parts = letters.split_once("s.").map_or("", |(_, parts)| parts);
        let decimals = parts.chars().take(DECIMALS).take_while(|digit| *digit == '0').count() as u32;
        Some(Self { from, to, is_elapsed, decimals })
    }

    /// Whether it says how long something took.
    pub(super) fn is_elapsed(self) -> bool {
        self.is_elapsed
    }

    /// To the second, or as finely as it is shown: what a machine added up is often a little less than it should be.
    pub(super) fn rounded(self, days: f64) -> f64 {
        self.ticks(days) / (SECONDS_OF_DAY * self.fine())
    }

    /// So many days as `09:30`, `42:00:00` or `03:25.4`. What is finer than the last unit is cut off, as a clock does.
    pub(super) fn shown(self, days: f64) -> String {
        let fine = 10_u64.pow(self.decimals);
        let ticks = self.ticks(days.abs()) as u64;
        let (seconds, parts) = (ticks / fine, ticks % fine);
        let mut shown = String::from(if days < 0.0 && ticks > 0 { "-" } else { "" });
        for (unit, length, most) in UNITS {
            let count = seconds / length;
            if unit == self.from && self.is_elapsed {
                shown.push_str(&count.to_string());
            } else if (self.from..=self.to).contains(&unit) {
                let colon = if unit == self.from { "" } else { ":" };
                shown.push_str(&format!("{colon}{:02}", count % most));
            }
        }
        if self.decimals > 0 {
            shown.push_str(&format!(".{parts:0width$}", width = self.decimals as usize));
        }
        shown
    }

    fn ticks(self, days: f64) -> f64 {
        (days * SECONDS_OF_DAY * self.fine()).round()
    }

    fn fine(self) -> f64 {
        10_f64.powi(self.decimals as i32)
    }
}
