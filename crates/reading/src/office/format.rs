//! How a number in a sheet is meant (ECMA-376 part 1, 18.8.30): a day, a time, a share, or a number.

use std::collections::BTreeMap;

use interchange::json;

use super::clock::Clock;
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
    /// A time of day, or how long something took.
    Time(Clock),
    /// A day and a time.
    Moment(Clock),
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

/// What the numbers that stand for a code mean (18.8.30, the list of `numFmtId`).
fn built_in(id: usize) -> Format {
    written(match id {
        9 | 10 => "0%",
        14..=17 => "d/m/yy",
        18 | 20 => "h:mm",
        19 | 21 => "h:mm:ss",
        22 => "d/m/yy h:mm",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        _ => "",
    })
}

/// What a code such as `dd/mm/yyyy` or `0.0%` means. Words in quotes, colours in brackets and letters behind `\` say nothing; `h`, `m`
/// or `s` in brackets count what has elapsed.
fn written(code: &str) -> Format {
    let (mut letters, mut says, mut is_elapsed) = (code.chars(), String::new(), false);
    while let Some(letter) = letters.next() {
        let end = match letter {
            '"' => '"',
            '[' => {
                let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                let unit = inside.to_ascii_lowercase();
                if ["h", "hh", "m", "mm", "s", "ss"].contains(&unit.as_str()) {
                    is_elapsed = true;
                    says.push_str(&unit);
                }
                continue;
            }
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
    // `AM/PM` is no minute; the hours of a day are shown from 0 to 23.
    match (says.contains(['y', 'd']), Clock::of(&says.replace("am/pm", ""), is_elapsed)) {
        (true, Some(clock)) => Format::Moment(clock),
        (true, None) => Format::Day,
        (false, Some(clock)) => Format::Time(clock),
        (false, None) if says.contains('%') => Format::Share,
        (false, None) => Format::Number,
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
            // How long something took is counted from nothing, not from a day.
            Self::Time(clock) if clock.is_elapsed() && number.abs() <= LAST_DAY => clock.shown(number),
            Self::Time(clock) if is_moment => clock.shown(moment),
            Self::Moment(clock) if is_moment => {
                format!("{} {}", day(clock.rounded(moment)), clock.shown(moment))
            }
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

#[cfg(test)]
mod tests {
    use super::{Format, built_in, formats, written};

    /// What a cell with a code shows of a number.
    fn shown(code: &str, number: &str) -> String {
        written(code).shown(number, false)
    }

    #[test]
    fn codes_say_what_a_number_means() {
        assert_eq!(written("dd/mm/yyyy"), Format::Day);
        assert_eq!(written("0.0%"), Format::Share);
        assert!(matches!(written("h:mm"), Format::Time(_)));
        assert!(matches!(written("yyyy-mm-dd hh:mm"), Format::Moment(_)));
        for code in ["#,##0.00", "0 \"days\"", "[Red]0", "0\\d", "0.0_)", "General"] {
            assert_eq!(written(code), Format::Number, "{code}");
        }
    }

    #[test]
    fn styles_name_formats_of_their_own_and_built_in_ones() {
        let styles = r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="d mmm"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs></styleSheet>"#;
        assert_eq!(formats(styles), [Format::Number, Format::Day, written("d/m/yy h:mm")]);
    }

    #[test]
    fn what_has_elapsed_is_counted_on_beyond_a_day() {
        assert_eq!(shown("[h]:mm:ss", "1.75"), "42:00:00");
        assert_eq!(shown("[Red][HH]:MM", "1.75"), "42:00");
        assert_eq!(shown("[h]", "1.75"), "42");
        assert_eq!(shown("[mm]:ss", "0.0625"), "90:00");
        assert_eq!(shown("[s]", "0.0625"), "5400");
        assert_eq!(shown("[h]:mm", "-0.0625"), "-1:30");
        assert_eq!(written("[h]:mm").shown("1.75", true), "42:00", "a length has no day that it is counted from");
        assert_eq!(built_in(46).shown("1.75", false), "42:00:00");
    }

    #[test]
    fn times_are_as_fine_as_they_are_meant() {
        let (three_25, stopped) = ("2.3726851851851851E-3", "2.3773148148148147E-3");
        assert_eq!(shown("mm:ss", three_25), "03:25");
        assert_eq!(shown("mm:ss.0;@", stopped), "03:25.4");
        assert_eq!(shown("ss.000", stopped), "25.400");
        assert_eq!(
            (built_in(45).shown(three_25, false), built_in(47).shown(stopped, false)),
            ("03:25".into(), "03:25.4".into())
        );
        assert_eq!(shown("[$-409]h:mm:ss\\ AM/PM", "0.75"), "18:00:00");
        assert_eq!(shown("h AM/PM", "0.75"), "18:00");
        assert_eq!(shown("h:mm", "0.5416550925925926"), "12:59", "a clock does not round");
        assert_eq!(shown("h:mm", "0.49999999999"), "12:00", "a sum of a machine's does");
    }

    #[test]
    fn numbers_are_shown_as_they_are_meant() {
        assert_eq!(Format::Day.shown("46082", false), "2026-03-01");
        assert_eq!(Format::Day.shown("44620", true), "2026-03-01");
        assert_eq!(shown("d/m/yy h:mm", "25569.395833"), "1970-01-01 09:30");
        assert_eq!(shown("d/m/yy h:mm", "46081.999999999"), "2026-03-01 00:00");
        assert_eq!(shown("d/m/yy h:mm:ss", "46082.5"), "2026-03-01 12:00:00");
        assert_eq!(Format::Share.shown("0.255", false), "25.5%");
        assert_eq!(Format::Number.shown("14.300000000000001", false), "14.3");
        assert_eq!(Format::Number.shown("123456789012345", false), "123456789012345");
        assert_eq!(Format::Day.shown("1e300", false), "1e300");
        assert_eq!(shown("[h]:mm", "1e300"), "1e300");
        assert_eq!(Format::Day.shown("soon", false), "soon");
    }
}
