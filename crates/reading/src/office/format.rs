//! How a number in a sheet is meant (ECMA-376 part 1, 18.8.30): a day, a time, a share, or a number.

use std::collections::BTreeMap;

use interchange::json;

use super::xml::{self, Event};
use crate::page::Room;

/// What a number says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Format {
    /// How many.
    #[default]
    Number,
    /// How many of a hundred.
    Share,
    /// A day.
    Day,
    /// A time of day.
    Time,
    /// A day and a time.
    Moment,
}

/// Days from 30 December 1899, from which sheets count, to 1 January 1970.
const TO_1970: i64 = 25_569;
/// Days by which sheets that begin in 1904 are behind.
const TO_1904: f64 = 1_462.0;
/// The last day of the year 9999, the last that a sheet knows.
const LAST_DAY: f64 = 2_958_465.0;

/// What the cells of each style mean, by the number of the style.
pub(super) fn formats(styles: &str) -> Vec<Format> {
    let (mut own, mut formats, mut is_of_cells) = (BTreeMap::new(), Vec::new(), false);
    xml::walk(styles, &mut |event| {
        match event {
            Event::Open("numFmt", tag) => {
                let code = tag.attribute("formatCode").map(|code| written(&code)).unwrap_or_default();
                own.entry(tag.number("numFmtId")).or_insert(code);
            }
            Event::Open("cellXfs", _) => is_of_cells = true,
            Event::Close("cellXfs") => is_of_cells = false,
            Event::Open("xf", tag) if is_of_cells => {
                let id = tag.number("numFmtId");
                formats.push(own.get(&id).copied().unwrap_or_else(|| built_in(id.unwrap_or_default())));
            }
            _ => {}
        }
        Room::Continue(())
    });
    formats
}

fn built_in(id: usize) -> Format {
    match id {
        9 | 10 => Format::Share,
        14..=17 => Format::Day,
        18..=21 | 45..=47 => Format::Time,
        22 => Format::Moment,
        _ => Format::Number,
    }
}

/// What a code such as `dd/mm/yyyy` or `0.0%` means. Words in quotes, colours in brackets and letters behind `\` say nothing.
fn written(code: &str) -> Format {
    let (mut letters, mut says) = (code.chars(), String::new());
    while let Some(letter) = letters.next() {
        let end = match letter {
            '"' => '"',
            '[' => ']',
            '\\' | '_' | '*' => {
                letters.next();
                continue;
            }
            ';' => break,
            _ => {
                says.push(letter.to_ascii_lowercase());
                continue;
            }
        };
        letters.by_ref().find(|letter| *letter == end);
    }
    match (says.contains(['y', 'd']), says.contains(['h', 's'])) {
        (true, true) => Format::Moment,
        (true, false) => Format::Day,
        (false, true) => Format::Time,
        (false, false) if says.contains('%') => Format::Share,
        (false, false) => Format::Number,
    }
}

impl Format {
    /// A number as it is meant. What is no number stays as it is.
    pub(super) fn shown(self, value: &str, since_1904: bool) -> String {
        let Some(number) = json::number(value) else { return value.to_owned() };
        let moment = if since_1904 { number + TO_1904 } else { number };
        let is_moment = (0.0..=LAST_DAY).contains(&moment);
        match self {
            Self::Share => format!("{}%", json::written(number * 100.0)),
            Self::Day if is_moment => day(moment),
            Self::Time if is_moment => time(moment),
            Self::Moment if is_moment => format!("{} {}", day(moment), time(moment)),
            // What a machine added up has digits that nobody meant.
            _ if value.contains('.') && value.len() > 10 => json::written(number),
            _ => value.to_owned(),
        }
    }
}

/// The day as `2026-03-01`, after the Gregorian calendar (H. Hinnant, "chrono-compatible low-level date algorithms").
fn day(moment: f64) -> String {
    let days = moment as i64 - TO_1970 + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

/// The time of day as `09:30`.
fn time(moment: f64) -> String {
    let minutes = (moment.fract() * 24.0 * 60.0).round() as u32 % (24 * 60);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::{Format, formats, written};

    #[test]
    fn codes_say_what_a_number_means() {
        let codes =
            ["dd/mm/yyyy", "h:mm", "yyyy-mm-dd hh:mm", "0.0%", "#,##0.00", "0 \"days\"", "[Red]0", "0\\d", "0.0_)"];
        let seen = codes.map(written);
        let plain = [Format::Number; 5];
        assert_eq!(seen[..4], [Format::Day, Format::Time, Format::Moment, Format::Share]);
        assert_eq!(seen[4..], plain);
    }

    #[test]
    fn styles_name_formats_of_their_own_and_built_in_ones() {
        let styles = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d mmm"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs></styleSheet>"#;
        assert_eq!(formats(styles), [Format::Number, Format::Day, Format::Moment]);
    }

    #[test]
    fn numbers_are_shown_as_they_are_meant() {
        assert_eq!(Format::Day.shown("46082", false), "2026-03-01");
        assert_eq!(Format::Day.shown("44620", true), "2026-03-01");
        assert_eq!(Format::Moment.shown("25569.395833", false), "1970-01-01 09:30");
        assert_eq!(Format::Time.shown("0.5", false), "12:00");
        assert_eq!(Format::Share.shown("0.255", false), "25.5%");
        assert_eq!(Format::Number.shown("14.300000000000001", false), "14.3");
        assert_eq!(Format::Number.shown("123456789012345", false), "123456789012345");
        assert_eq!(Format::Day.shown("1e300", false), "1e300");
        assert_eq!(Format::Day.shown("soon", false), "soon");
    }
}
