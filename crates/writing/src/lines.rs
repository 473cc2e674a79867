//! What makes a line a heading, a part of a list, or a quotation.

pub(crate) mod prefix;

use std::ops::Range;

use crate::edit::{Change, Written};
use prefix::{Marker, Prefix};

/// What lines can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Heading,
    Bullets,
    Numbers,
    Tasks,
}

/// Headings of a text have as many levels as a reader can tell apart.
const SMALLEST_HEADING: usize = 3;

impl Style {
    fn is_on(self, marker: &Marker) -> bool {
        match self {
            Self::Heading => matches!(marker, Marker::Heading(SMALLEST_HEADING..)),
            Self::Bullets => matches!(marker, Marker::Bullet(_)),
            Self::Numbers => matches!(marker, Marker::Number(..)),
            Self::Tasks => matches!(marker, Marker::Task(..)),
        }
    }

    /// The marker of the line that is the `place`th to be styled, counted from 1; `was` is that of the first.
    fn marker(self, place: u64, was: &Marker) -> Marker {
        match (self, was) {
            (Self::Heading, Marker::Heading(level)) => Marker::Heading(level + 1),
            (Self::Heading, _) => Marker::Heading(1),
            (Self::Bullets, _) => Marker::Bullet('-'),
            (Self::Numbers, _) => Marker::Number(place, '.'),
            (Self::Tasks, _) => Marker::Task('-', false),
        }
    }
}

/// Gives the selected lines a style, or takes it from them if all have it. Empty lines between them are left as they are.
pub(crate) fn restyle(written: &Written<'_>, style: Style) -> Change {
    let prefix_of = |line: &Range<usize>| prefix::of(written.part(line.clone()));
    let lines = written.lines();
    let is_single = lines.len() == 1;
    let is_meant = |line: &Range<usize>| is_single || !written.part(line.clone()).trim().is_empty();
    let markers: Vec<Marker> = lines.iter().filter(|line| is_meant(line)).map(|line| prefix_of(line).marker).collect();
    let is_on = markers.iter().all(|marker| style.is_on(marker));
    let first = markers.into_iter().next().unwrap_or(Marker::None);
    let mut place = 0;
    change_lines(written, &lines, |line| {
        let prefix = prefix_of(line);
        if !is_meant(line) {
            return (prefix.length, prefix.to_string());
        }
        place += 1;
        let marker = if is_on { Marker::None } else { style.marker(place, &first) };
        (prefix.length, Prefix { marker, ..prefix }.to_string())
    })
}

/// Quotes the selected lines, or takes one quotation from them if all are quoted.
pub(crate) fn quote(written: &Written<'_>) -> Change {
    let lines = written.lines();
    let is_on = lines.iter().all(|line| !prefix::of(written.part(line.clone())).quotes.is_empty());
    change_lines(written, &lines, |line| {
        let prefix = prefix::of(written.part(line.clone()));
        let quotes = if is_on { prefix::without_one(&prefix.quotes) } else { format!("> {}", prefix.quotes) };
        (prefix.length, Prefix { quotes, ..prefix }.to_string())
    })
}

/// Gives each line another beginning: how long the old one is, and the new one. The caret stays where it was in the words; of
/// selected lines all are selected.
fn change_lines(
    written: &Written<'_>,
    lines: &[Range<usize>],
    mut beginning: impl FnMut(&Range<usize>) -> (usize, String),
) -> Change {
    let start = lines.first().map_or(0, |line| line.start);
    let end = lines.last().map_or(start, |line| line.end);
    let mut with = String::new();
    let mut caret = 0;
    for line in lines {
        let (length, new) = beginning(line);
        let words = line.start + length;
        if line.start != start {
            with.push('\n');
        }
        with.push_str(&new);
        caret = with.len() + written.selected.start.saturating_sub(words);
        with.push_str(written.part(words..line.end));
    }
    let selected = if written.selected.is_empty() { caret..caret } else { 0..with.len() };
    Change { replaced: start..end, with, selected }
}
