//! A pathway as a CASE package: competencies of any frameworks, in the order in which somebody means to walk them.
//!
//! Each of them `precedes` the next, so that every reader of CASE sees the order. What links cannot say stands in Cairn's extension of the
//! document: `goals`, a list of `item`, `title` and `level`. A package without it is read by its links and its items, so that whoever
//! proposes a pathway can write it with any tool.

mod order;

use std::collections::{BTreeSet, HashSet};

use portfolio::framework::{FrameworkSource, ItemSource};
use portfolio::intent::Wording;
use portfolio::{ItemId, Level};
use thiserror::Error;

use super::assemble::Parts;
use super::extension::Goal;
use super::identifier::safe;
use super::kind;
use super::members::Link;
use super::{Node, Precedes, Reading};
use crate::names::{is_invisible, one_line};
use order::in_order;

/// The most steps of a pathway. Nobody walks as many, and what has more is something else.
pub const MOST_STEPS: usize = 500;

/// A pathway that somebody proposes, in words that fit where the portfolio keeps them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// What it is called; may be empty.
    pub name: String,
    /// Why it is walked; may be empty.
    pub purpose: String,
    /// Who proposes it; may be empty.
    pub from: String,
    /// What stands on it, in order, each competency once; at least one, at most [`MOST_STEPS`].
    pub steps: Vec<Step>,
    /// Those of them that the package holds itself: whoever takes them takes it as a framework.
    pub own: BTreeSet<ItemId>,
}

/// A competency on a pathway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Which, and what it is called.
    pub item: Node,
    /// The level to reach, above 0; `None` where nothing is said of that.
    pub aim: Option<Level>,
}

/// Why a package proposes no pathway.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum NotAPath {
    /// It names no competency.
    #[error("the package names no competency")]
    Empty,
    /// More than [`MOST_STEPS`].
    #[error("the package names {steps} competencies; a pathway has at most {MOST_STEPS}")]
    TooLong {
        /// How many it names.
        steps: usize,
    },
}

impl Path {
    /// The pathway that a package proposes: the goals of its document; where it has none, its leaves as they stand and the items of others
    /// as they are met, each after what precedes it.
    ///
    /// # Errors
    /// [`NotAPath`].
    pub fn of(reading: &Reading) -> Result<Self, NotAPath> {
        let mut steps = if reading.goals.is_empty() { by_links(reading) } else { reading.goals.clone() };
        let mut met = HashSet::new();
        steps.retain(|step| met.insert(step.item.id.clone()));
        match steps.len() {
            0 => return Err(NotAPath::Empty),
            steps if steps > MOST_STEPS => return Err(NotAPath::TooLong { steps }),
            _ => {}
        }
        for step in &mut steps {
            step.item.title = plain(&step.item.title, Wording::Title);
        }
        let about = &reading.source;
        let from = about.creator.as_deref().or(about.publisher.as_deref());
        Ok(Self {
            name: plain(&about.title, Wording::Name),
            purpose: plain(about.description.as_deref().unwrap_or_default(), Wording::Purpose),
            from: plain(from.unwrap_or_default(), Wording::Name),
            own: leaves(about).map(|item| item.id.clone()).filter(|id| met.contains(id)).collect(),
            steps,
        })
    }
}

/// Whether a package is a pathway by what is in it, wherever it is met: it names goals, says that it is one, or only puts the items of
/// others one after another. A framework is none, though its leaves could be walked, and neither is what lies over the items of others.
pub fn is_pathway(reading: &Reading) -> bool {
    match reading.summary.kind.as_deref() {
        _ if !reading.goals.is_empty() => true,
        Some(kind::PATHWAY) => true,
        Some(kind::OVERLAY) => false,
        _ => reading.source.items.is_empty() && !reading.overlay.is_empty(),
    }
}

/// That each step comes before the next.
pub(super) fn links(steps: &[Step]) -> impl Iterator<Item = Precedes> {
    let pairs = steps.iter().zip(steps.iter().skip(1));
    pairs.map(|(before, after)| Precedes { before: before.item.clone(), after: after.item.clone() })
}

/// The goals that the document names, as the items they are. An identifier that no item of the file has is somebody else's.
pub(super) fn goals(parts: &mut Parts) -> Vec<Step> {
    let goals = std::mem::take(&mut parts.document.goals);
    let step = |goal: Goal| {
        let link = Link { identifier: goal.spelled, ..Link::default() };
        let own = parts.names.find(&link).and_then(|item| parts.items.get(item));
        let item = match own {
            Some(kept) => kept.node(),
            None => Node { id: ItemId::new(&safe(&link.identifier)).ok()?, title: goal.title },
        };
        let aim = goal.half_points.and_then(|level| Level::from_half_points(level).ok());
        Some(Step { item, aim: aim.filter(|aim| *aim != Level::ZERO) })
    };
    goals.into_iter().filter_map(step).collect()
}

fn by_links(reading: &Reading) -> Vec<Step> {
    let Reading { source, overlay, .. } = reading;
    let leaves = leaves(source).map(Node::of);
    let ends = overlay.iter().flat_map(|link| [&link.before, &link.after]).cloned();
    let own = source.precedes.iter().map(|(before, after)| (before, after));
    let links: Vec<_> = own.chain(overlay.iter().map(|link| (&link.before.id, &link.after.id))).collect();
    let ordered = in_order(leaves.chain(ends), &links);
    ordered.into_iter().map(|item| Step { item, aim: None }).collect()
}

/// The items that head no others.
fn leaves(source: &FrameworkSource) -> impl Iterator<Item = &ItemSource> {
    let headings: HashSet<&ItemId> = source.children.iter().filter_map(|link| link.parent.as_ref()).collect();
    source.items.iter().filter(move |item| !headings.contains(&item.id))
}

/// Words of others without what shows nothing or turns their direction, on one line, and no longer than fits.
fn plain(words: &str, wording: Wording) -> String {
    let words: String = one_line(words).chars().filter(|letter| !is_invisible(*letter)).collect();
    wording.fit(&words)
}
