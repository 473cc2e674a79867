//! A piece in one line.

use std::fmt;

use chrono::NaiveDate;

use crate::model::Evidence;

/// What tells a piece in use from others, in one line that can be kept beside its words: the day it stands at, and its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headline<'p> {
    /// The day it stands at.
    pub day: Option<NaiveDate>,
    /// Its title; may be empty.
    pub title: &'p str,
}

/// Stands where there is no day.
const NO_DAY: &str = "-";

impl<'p> Headline<'p> {
    /// That of a piece; none for one in the trash.
    pub fn of(piece: &'p Evidence) -> Option<Self> {
        piece.standing.is_live().then(|| Self { day: piece.day(), title: &piece.title })
    }

    /// Reads what [`Display`](fmt::Display) wrote; nothing where it makes no sense.
    pub fn read(line: &'p str) -> Option<Self> {
        let (day, title) = line.split_once(' ')?;
        let day = if day == NO_DAY { None } else { Some(day.parse().ok()?) };
        Some(Self { day, title })
    }
}

impl fmt::Display for Headline<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.day {
            Some(day) => write!(formatter, "{day} {}", self.title),
            None => write!(formatter, "{NO_DAY} {}", self.title),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::tests::framework;
    use crate::intent::Intent;
    use crate::testing::{World, day};

    #[test]
    fn a_line_is_read_back() {
        for day in
            [None, Some(day("2026-02-01")), NaiveDate::from_ymd_opt(-4, 12, 31), NaiveDate::from_ymd_opt(12_026, 2, 1)]
        {
            for title in ["", " - ", "Tide pools\n2026-01-01", "Río"] {
                let headline = Headline { day, title };
                assert_eq!(Headline::read(&headline.to_string()), Some(headline));
            }
        }
        for nonsense in ["", "2026-02-01", "2026-02-31 Tide pools", "Tide pools"] {
            assert_eq!(Headline::read(nonsense), None);
        }
    }

    #[test]
    fn what_is_in_the_trash_has_none() {
        let mut world = World::new(framework(&["a"], &[]));
        let piece = world.show("2026-02-01", &[]);
        let headline = |world: &World| {
            let piece = world.portfolio.piece(&piece).unwrap();
            Headline::of(piece).map(|headline| headline.to_string())
        };
        assert!(headline(&world).is_some_and(|line| line.starts_with("2026-02-01 ")));
        world.act(Intent::Trash { piece: piece.clone() });
        assert_eq!(headline(&world), None);
    }
}
