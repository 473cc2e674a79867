//! The gaps that fit what was asked for, in the words that show them.

use std::collections::{BTreeMap, BTreeSet};

use platform::intl::{self, DateStyle};
use portfolio::gaps::{self, Cause, Gap, Kind};
use portfolio::{EntityId, ItemId, Level};

use super::filters::Wanted;
use crate::components::level::number;
use crate::i18n::{language, list, t};
use crate::state::World;

/// What the place shows.
#[derive(Clone, PartialEq, Default)]
pub struct Found {
    /// The gaps, best to close first.
    pub rows: Vec<Row>,
    /// How many there are of each kind before one kind is asked for.
    pub kinds: BTreeMap<Kind, usize>,
    /// The subjects of all frameworks.
    pub subjects: Vec<String>,
    /// Whether there is anything on the pathway.
    pub has_pathway: bool,
    /// Whether there is a framework to have gaps in.
    pub has_framework: bool,
}

/// A gap as it is shown.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Row {
    /// In which competency.
    pub competency: ItemId,
    /// What that is called.
    pub name: String,
    /// In which subject.
    pub subject: String,
    /// Which kind of gap it is.
    pub kind: Kind,
    /// The level held.
    pub held: Option<Level>,
    /// Whether that is only said.
    pub is_said: bool,
    /// The level aimed at.
    pub aim: Level,
    /// Why it is a gap, in a sentence.
    pub why: String,
    /// What reaching the aim opens, in a sentence; empty if nothing waits for it.
    pub opens: String,
    /// What to do about it.
    pub step: Step,
}

/// The next step out of a gap.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Step {
    /// To show something.
    Show,
    /// To begin with another competency.
    Begin {
        /// Which.
        competency: ItemId,
        /// What it is called.
        name: String,
    },
    /// To look at what was handed in.
    Look(EntityId),
    /// To see what takes the place of what is retired, and to move there.
    GoOn {
        /// What takes its place.
        name: String,
    },
    /// To look at what is kept of it.
    Kept,
}

/// What of all frameworks together is missing, by what was asked for.
pub fn find(world: World<'_>, wanted: &Wanted) -> Found {
    let mut found = Found {
        has_pathway: !world.portfolio.goals().is_empty(),
        has_framework: world.frameworks.iter().next().is_some(),
        subjects: world.frameworks.subjects().into_iter().map(str::to_owned).collect(),
        ..Found::default()
    };
    let only_pathway = wanted.only_pathway.unwrap_or(found.has_pathway);
    let way = only_pathway.then(|| gaps::on_the_way(world.portfolio, world.frameworks));
    found.take(world, wanted, way.as_ref());
    found
}

impl Found {
    fn take(&mut self, world: World<'_>, wanted: &Wanted, way: Option<&BTreeSet<ItemId>>) {
        // No judgement reaches a portfolio yet, so what is handed in waits.
        let asked = gaps::Asked { today: world.today, is_judged: &|_| false };
        for gap in gaps::gaps(world.portfolio, world.frameworks, asked) {
            let Some(item) = world.frameworks.item(&gap.competency) else { continue };
            let kind = gap.cause.kind();
            let fits = wanted.subject.as_ref().is_none_or(|subject| item.subjects.contains(subject));
            // What is retired is only missing where it is a goal.
            let is_on_it = kind == Kind::Retired || way.is_none_or(|way| way.contains(&item.id));
            if !fits || !is_on_it {
                continue;
            }
            *self.kinds.entry(kind).or_default() += 1;
            if wanted.kind.is_none_or(|wanted| wanted == kind) {
                self.rows.push(row(world, item, &gap));
            }
        }
    }
}

fn row(world: World<'_>, item: &portfolio::framework::Item, gap: &Gap) -> Row {
    Row {
        competency: item.id.clone(),
        name: item.name().to_owned(),
        subject: item.subjects.first().cloned().unwrap_or_default(),
        kind: gap.cause.kind(),
        held: gap.held.as_ref().map(|held| held.level),
        is_said: gap.held.as_ref().is_some_and(portfolio::levels::Held::is_only_said),
        aim: gap.aim,
        why: why(world, gap),
        opens: opens(world, gap),
        step: step(world, &gap.cause),
    }
}

fn names<'a>(world: World<'_>, items: impl IntoIterator<Item = &'a ItemId>) -> String {
    let names: Vec<String> = items.into_iter().map(|item| world.frameworks.name(item)).collect();
    list(&names)
}

fn why(world: World<'_>, gap: &Gap) -> String {
    let is_said = gap.held.as_ref().is_some_and(portfolio::levels::Held::is_only_said);
    match &gap.cause {
        Cause::BelowAim => t::gaps::why_below(number(gap.aim)),
        Cause::NoEvidence if is_said => t::gaps::why_said().to_owned(),
        Cause::NoEvidence => t::gaps::why_none().to_owned(),
        Cause::Blocked { missing, .. } => {
            let items: BTreeSet<&ItemId> = missing.items().into_iter().collect();
            t::gaps::why_blocked(names(world, items))
        }
        Cause::AwaitingJudgement { .. } => t::gaps::why_awaiting().to_owned(),
        Cause::Stale { since } => t::gaps::why_stale(intl::date(language().tag(), *since, DateStyle::Long)),
        Cause::Retired { successor: Some(_) } => t::gaps::why_retired().to_owned(),
        Cause::Retired { successor: None } => t::gaps::why_retired_for_good().to_owned(),
    }
}

fn opens(world: World<'_>, gap: &Gap) -> String {
    match (gap.opens.len(), gap.waiting) {
        (0, 0) => String::new(),
        (0, waiting) => t::gaps::waiting(waiting),
        (at_once, _) => t::gaps::opens(at_once, names(world, &gap.opens)),
    }
}

fn step(world: World<'_>, cause: &Cause) -> Step {
    match cause {
        Cause::Blocked { begin, .. } => Step::Begin { competency: begin.clone(), name: world.frameworks.name(begin) },
        Cause::AwaitingJudgement { piece } => Step::Look(piece.clone()),
        Cause::Retired { successor: Some(next) } => Step::GoOn { name: world.frameworks.name(next) },
        Cause::Retired { successor: None } => Step::Kept,
        Cause::BelowAim | Cause::NoEvidence | Cause::Stale { .. } => Step::Show,
    }
}
