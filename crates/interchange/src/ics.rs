//! Days of a calendar file (iCalendar, RFC 5545): what lasts whole days, such as holidays and terms.
//!
//! Appointments by the hour say nothing of whether there is school, and are counted, no more. What repeats is read once, for the days
//! it is told with. Nothing else of the file is looked at: no addresses, no attachments, no time zones.

mod days;
mod lines;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use thiserror::Error;

use crate::text;
use days::Days;
use lines::Line;

/// The largest file that is read, in bytes. The calendar of a school has a tenth of it.
pub const MAX_BYTES: usize = 1 << 20;
/// The most events that last whole days.
pub const MAX_EVENTS: usize = 2_000;

/// What a calendar file says of whole days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// What lasts whole days, the earliest first; the same days under the same name once.
    pub events: Vec<WholeDays>,
    /// Events by the hour, left out.
    pub timed: usize,
    /// How many of the events repeat; only their first days are here.
    pub repeating: usize,
    /// Events whose days make no sense, left out.
    pub unreadable: usize,
}

/// Something that lasts whole days.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WholeDays {
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day, not before the first.
    pub last: NaiveDate,
    /// What it is called, on one line; may be empty.
    pub name: String,
}

/// Why nothing could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unread {
    /// It does not begin as a calendar does.
    #[error("not a calendar file")]
    NotACalendar,
    /// It is larger than any calendar of a school.
    #[error("more than {MAX_BYTES} bytes")]
    TooLarge,
    /// It has more events than any calendar of a school.
    #[error("more than {MAX_EVENTS} events")]
    TooMany,
}

/// Reads a calendar file.
///
/// # Errors
/// [`Unread`]: it is none, or too much.
pub fn read(bytes: &[u8]) -> Result<Read, Unread> {
    if bytes.len() > MAX_BYTES {
        return Err(Unread::TooLarge);
    }
    let decoded = text::decode(bytes);
    let unfolded = lines::unfold(&decoded.text);
    let mut lines = unfolded.iter().filter_map(|line| Line::parse(line));
    if !lines.next().is_some_and(|line| line.begins("VCALENDAR")) {
        return Err(Unread::NotACalendar);
    }
    let mut read = Read::default();
    // What stands open, the innermost last: an alarm inside an event has a day of its own.
    let mut inside: Vec<&str> = Vec::new();
    let mut event = Event::default();
    for line in lines {
        if line.is("BEGIN") {
            inside.push(line.value);
            event = if line.begins("VEVENT") { Event::default() } else { event };
        } else if line.is("END") {
            if inside.pop().is_some_and(is_event) {
                std::mem::take(&mut event).close(&mut read)?;
            }
        } else if inside.last().copied().is_some_and(is_event) {
            event.take(&line);
        }
    }
    read.events.sort_unstable();
    read.events.dedup();
    Ok(read)
}

fn is_event(component: &str) -> bool {
    component.eq_ignore_ascii_case("VEVENT")
}

/// An event as far as it was read.
#[derive(Default)]
struct Event {
    days: Days,
    name: String,
    repeats: bool,
    is_off: bool,
}

impl Event {
    fn take(&mut self, line: &Line<'_>) {
        if line.is("SUMMARY") {
            self.name = line.words();
        } else if line.is("RRULE") || line.is("RDATE") {
            self.repeats = true;
        } else if line.is("STATUS") {
            self.is_off = line.value.eq_ignore_ascii_case("CANCELLED");
        } else {
            self.days.take(line);
        }
    }

    fn close(self, read: &mut Read) -> Result<(), Unread> {
        if self.is_off {
            return Ok(());
        }
        if self.days.is_timed() {
            read.timed += 1;
            return Ok(());
        }
        let Some((first, last)) = self.days.whole() else {
            read.unreadable += 1;
            return Ok(());
        };
        if read.events.len() == MAX_EVENTS {
            return Err(Unread::TooMany);
        }
        read.repeating += usize::from(self.repeats);
        read.events.push(WholeDays { first, last, name: self.name });
        Ok(())
    }
}
