//! What changed from one manifest to the next.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Manifest, Part};
use crate::format::Format;
use crate::item_id::ItemId;
use crate::level::Level;
use crate::model::MadeWith;

/// Two submissions of a piece side by side, or one and the piece as it is now: only what differs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison<'m> {
    /// What it is called.
    pub title: Option<Words<'m>>,
    /// The work itself; [`difference`](crate::difference) tells the words apart.
    pub text: Option<Words<'m>>,
    /// What the learner thinks of it.
    pub reflection: Option<Words<'m>>,
    /// The day of the work, before and after.
    pub date: Option<(Option<NaiveDate>, Option<NaiveDate>)>,
    /// In which ways it shows something, before and after, as the learner said.
    pub shown: Option<(Ways<'m>, Ways<'m>)>,
    /// How it was made, before and after.
    pub made: Option<(&'m MadeWith, &'m MadeWith)>,
    /// Whether it shows people, before and after.
    pub people: Option<(Option<bool>, Option<bool>)>,
    /// Until when it is to be kept, before and after.
    pub keep_until: Option<(Option<NaiveDate>, Option<NaiveDate>)>,
    /// Tags that came.
    pub tags_new: BTreeSet<&'m str>,
    /// Tags that went.
    pub tags_gone: BTreeSet<&'m str>,
    /// Levels claimed that are others now, by competency.
    pub claims: Vec<ClaimMove<'m>>,
    /// Artifacts that came, went or changed: those that are there now in their order, then those that went.
    pub parts: Vec<PartMove<'m>>,
    /// Whether artifacts that are in both stand in another order.
    pub is_reordered: bool,
}

/// The ways of showing something that the learner chose, if they did.
type Ways<'m> = Option<&'m BTreeSet<Format>>;

/// Words that differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words<'m> {
    /// What stood there.
    pub was: &'m str,
    /// What stands there.
    pub is: &'m str,
}

/// A level claimed that is another now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClaimMove<'m> {
    /// In what.
    pub competency: &'m ItemId,
    /// What was claimed, if anything was.
    pub was: Option<Level>,
    /// What is claimed, if anything is.
    pub is: Option<Level>,
}

/// What became of an artifact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartMove<'m> {
    /// It is new.
    Came(&'m Part),
    /// It is gone.
    Went(&'m Part),
    /// It shows something else, or other words stand beside it.
    Changed {
        /// How it was.
        was: &'m Part,
        /// How it is.
        is: &'m Part,
    },
}

impl<'m> Comparison<'m> {
    /// What is other in `is` than in `was`.
    pub fn between(was: &'m Manifest, is: &'m Manifest) -> Self {
        let pairs = pairs(&was.artifacts, &is.artifacts);
        Self {
            title: Words::between(&was.title, &is.title),
            text: Words::between(&was.text, &is.text),
            reflection: Words::between(&was.reflection, &is.reflection),
            date: differ(was.date, is.date),
            shown: differ(was.shown.as_ref(), is.shown.as_ref()),
            made: differ(&was.made, &is.made),
            people: differ(was.people, is.people),
            keep_until: differ(was.keep_until, is.keep_until),
            tags_new: lacking(&is.tags, &was.tags),
            tags_gone: lacking(&was.tags, &is.tags),
            claims: claims(was, is),
            parts: parts(&was.artifacts, &is.artifacts, &pairs),
            is_reordered: !pairs.iter().flatten().is_sorted(),
        }
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl<'m> Words<'m> {
    fn between(was: &'m str, is: &'m str) -> Option<Self> {
        (was != is).then_some(Self { was, is })
    }
}

fn differ<T: PartialEq>(was: T, is: T) -> Option<(T, T)> {
    (was != is).then_some((was, is))
}

/// What of `tags` is not among `others`.
fn lacking<'m>(tags: &'m BTreeSet<String>, others: &'m BTreeSet<String>) -> BTreeSet<&'m str> {
    tags.difference(others).map(String::as_str).collect()
}

fn claims<'m>(was: &'m Manifest, is: &'m Manifest) -> Vec<ClaimMove<'m>> {
    let of = |manifest: &'m Manifest| -> BTreeMap<&'m ItemId, Level> {
        manifest.claims.iter().map(|claim| (&claim.competency, claim.level)).collect()
    };
    let (before, after) = (of(was), of(is));
    let named: BTreeSet<_> = before.keys().chain(after.keys()).copied().collect();
    let moves = named.into_iter().map(|competency| ClaimMove {
        competency,
        was: before.get(competency).copied(),
        is: after.get(competency).copied(),
    });
    moves.filter(|moved| moved.was != moved.is).collect()
}

/// For each artifact that is there now, the place that it had before. The same artifact is known by its id; one that was removed and
/// added again by what it shows.
fn pairs(before: &[Part], after: &[Part]) -> Vec<Option<usize>> {
    let by_id = |is: &Part| before.iter().position(|was| was.id == is.id);
    let mut pairs: Vec<Option<usize>> = after.iter().map(by_id).collect();
    let kept: BTreeSet<usize> = pairs.iter().flatten().copied().collect();
    let mut left: BTreeSet<usize> = (0..before.len()).filter(|place| !kept.contains(place)).collect();
    for (is, pair) in after.iter().zip(&mut pairs).filter(|(_, pair)| pair.is_none()) {
        let same = |place: &&usize| before.get(**place).is_some_and(|was| was.shows_the_same(is));
        *pair = left.iter().find(same).copied();
        left.retain(|place| *pair != Some(*place));
    }
    pairs
}

fn parts<'m>(before: &'m [Part], after: &'m [Part], pairs: &[Option<usize>]) -> Vec<PartMove<'m>> {
    let now = after.iter().zip(pairs).filter_map(|(is, pair)| match pair.and_then(|place| before.get(place)) {
        None => Some(PartMove::Came(is)),
        Some(was) => {
            let is_same = was.shows_the_same(is) && (&was.caption, &was.alt) == (&is.caption, &is.alt);
            (!is_same).then_some(PartMove::Changed { was, is })
        }
    });
    let kept: BTreeSet<usize> = pairs.iter().flatten().copied().collect();
    let gone = before.iter().enumerate().filter(|(place, _)| !kept.contains(place));
    now.chain(gone.map(|(_, was)| PartMove::Went(was))).collect()
}
