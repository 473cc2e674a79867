//! Lengths and names in the learner's language.

use std::time::Duration;

use chrono::{DateTime, Utc};
use platform::capture::{self, Kind};
use platform::clock;

use crate::i18n::{list, t};

/// As a clock shows it: `0:07`, `12:30`, `1:02:03`.
pub fn on_clock(length: Duration) -> String {
    let (hours, minutes, seconds) = parts(length);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        _ => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

/// As it is said: "1 minute and 5 seconds".
pub fn spoken(length: Duration) -> String {
    let (hours, minutes, seconds) = parts(length);
    let mut said = Vec::new();
    if hours > 0 {
        said.push(t::capture::length_hours(hours));
    }
    if minutes > 0 {
        said.push(t::capture::length_minutes(minutes));
    }
    if seconds > 0 || said.is_empty() {
        said.push(t::capture::length_seconds(seconds));
    }
    list(&said)
}

/// What a file is called that was taken down at `at`: `Video 2026-11-26 10.42.webm`. No system forbids its characters.
pub fn file_name(kind: Kind, at: DateTime<Utc>, media_type: &str) -> String {
    let stamp = (at + clock::utc_offset(at)).format("%Y-%m-%d %H.%M");
    let name = match kind {
        Kind::Photo => t::capture::name_photo(stamp),
        Kind::Video => t::capture::name_video(stamp),
        Kind::Sound => t::capture::name_sound(stamp),
        Kind::Screen => t::capture::name_screen(stamp),
    };
    format!("{name}.{}", capture::ending(media_type))
}

/// Hours, minutes and seconds. No recording is longer than the address space.
fn parts(length: Duration) -> (usize, usize, usize) {
    let seconds = length.as_secs() as usize;
    (seconds / 3600, seconds / 60 % 60, seconds % 60)
}
