//! What could be next: the ready set, ranked by a sum of reasons that are all shown.

mod place;

use std::collections::{BTreeMap, BTreeSet};

use search::fold;

pub use place::{Place, Ranked, place_of};

use crate::entity::EntityId;
use crate::framework::{Frameworks, Item};
use crate::item_id::ItemId;
use crate::level::Level;
use crate::levels::Held;
use crate::model::{Portfolio, Turn};
use crate::ready::{self, Ready};

/// Fewer cards than this only if less is ready.
pub const FEWEST: usize = 3;
/// More cards than this are no choice any more.
pub const MOST: usize = 5;

/// One step somebody could take next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// In which competency.
    pub competency: ItemId,
    /// The level held now.
    pub held: Option<Held>,
    /// The level to show next: one level at a time, and not above the aim.
    pub next: Level,
    /// Why, the weightiest first; never empty.
    pub reasons: Vec<Reason>,
    /// The sum of the reasons.
    pub score: u32,
    /// The prerequisites that are held on the learner's word alone, if it is ready only with them.
    pub only_said: Vec<ItemId>,
}

/// Why a step is proposed. Its weight is [`Reason::weight`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is on a pathway of the learner's.
    OnPathway {
        /// As this goal; of several, that on the pathway on which its turn comes first.
        goal: EntityId,
        /// How many goals stand before it there.
        place: usize,
    },
    /// Half a step is missing to the aim: at 2.5 with an aim of 3.
    NearlyThere {
        /// The level held.
        held: Level,
    },
    /// There is something to build on.
    InProgress {
        /// The level held.
        held: Level,
    },
    /// It is about what the learner is interested in.
    Interests {
        /// Which of the interests, as the learner wrote them.
        interests: Vec<String>,
    },
    /// Others ask for it: competencies that name it as a prerequisite and are not reached yet.
    Opens {
        /// Which, in framework order.
        competencies: Vec<ItemId>,
    },
    /// Nothing speaks for it but that it comes next in the framework.
    ComesNext,
}

impl Reason {
    /// What being on the pathway adds.
    pub const PATHWAY: u32 = 40;
    /// What one shared interest adds.
    pub const INTEREST: u32 = 15;
    /// So many shared interests count.
    pub const INTERESTS: usize = 2;

    /// What it adds to the score: 40 on the pathway · 25 nearly there · 10 in progress · 15 an interest, at most 30 · 4
    /// a competency it opens, at most 20 · 0 for what only comes next.
    pub fn weight(&self) -> u32 {
        let times = |each: u32, count: usize, most: u32| {
            u32::try_from(count).map_or(most, |count| most.min(each * count.min(100)))
        };
        match self {
            Self::OnPathway { .. } => Self::PATHWAY,
            Self::NearlyThere { .. } => 25,
            Self::InProgress { .. } => 10,
            Self::Interests { interests } => Self::INTEREST * times(1, interests.len(), Self::INTERESTS as u32),
            Self::Opens { competencies } => times(4, competencies.len(), 20),
            Self::ComesNext => 0,
        }
    }
}

/// All that is ready, best first. What scores the same stands as its turn comes on the pathways, then
/// in the order of the frameworks.
fn rank(held: &BTreeMap<ItemId, Held>, portfolio: &Portfolio, frameworks: &Frameworks) -> Vec<NextStep> {
    let by_turn = portfolio.by_turn();
    let turns: BTreeMap<&ItemId, (usize, &Turn<'_>)> =
        by_turn.iter().enumerate().map(|(number, turn)| (&turn.goal.competency, (number, turn))).collect();
    let interests: Vec<(String, &String)> =
        portfolio.learner().interests.iter().map(|interest| (fold::tag(interest), interest)).collect();
    let mut steps = Vec::new();
    for framework in frameworks.iter() {
        let speaks = |ready: &Ready| frameworks.of(&ready.competency).is_some_and(|of| of.id() == framework.id());
        for ready in ready::ready_set(held, portfolio, framework).into_iter().filter(speaks) {
            let Some(item) = framework.item(&ready.competency) else { continue };
            let turn = turns.get(&item.id);
            let mut reasons = Vec::new();
            reasons.extend(turn.map(|(_, turn)| Reason::OnPathway { goal: turn.goal.id.clone(), place: turn.place }));
            reasons.extend(progress(&ready));
            reasons.extend(shared(item, &interests));
            reasons.extend(opened(held, portfolio, frameworks, item));
            steps.push((turn.map_or(usize::MAX, |(number, _)| *number), step(ready, reasons)));
        }
    }
    // Stable, so what is equal stays in framework order.
    steps.sort_by_key(|(turn, step)| (std::cmp::Reverse(step.score), *turn));
    steps.into_iter().map(|(_, step)| step).collect()
}

/// The cards to show by the [levels held](crate::levels::all_held): the best three, and up to two more that something speaks for.
pub fn cards(held: &BTreeMap<ItemId, Held>, portfolio: &Portfolio, frameworks: &Frameworks) -> Vec<NextStep> {
    let mut ranked = rank(held, portfolio, frameworks);
    ranked.truncate(cards_among(&ranked));
    ranked
}

/// How many of what is ranked are cards. The sums fall, so those that something speaks for stand first.
fn cards_among(ranked: &[NextStep]) -> usize {
    let is_card = |(place, step): &(usize, &NextStep)| *place < FEWEST || step.score > 0;
    ranked.iter().take(MOST).enumerate().take_while(is_card).count()
}

fn step(ready: Ready, mut reasons: Vec<Reason>) -> NextStep {
    if reasons.is_empty() {
        reasons.push(Reason::ComesNext);
    }
    reasons.sort_by_key(|reason| std::cmp::Reverse(reason.weight()));
    let score = reasons.iter().map(Reason::weight).sum();
    let next = next_level(ready.held.as_ref().map(|held| held.level), ready.aim);
    NextStep { competency: ready.competency, held: ready.held, next, reasons, score, only_said: ready.only_said }
}

/// The next whole level above what is held, or the aim if that is nearer.
fn next_level(held: Option<Level>, aim: Level) -> Level {
    let above = |level: &Level| {
        held.is_none_or(|held| *level > held) && level.half_points().is_multiple_of(2) && *level > Level::ZERO
    };
    Level::all().find(above).map_or(aim, |next| next.min(aim))
}

fn progress(ready: &Ready) -> Option<Reason> {
    let held = ready.held.as_ref()?.level;
    match held.half_steps_to(ready.aim) {
        1 => Some(Reason::NearlyThere { held }),
        _ => Some(Reason::InProgress { held }),
    }
}

fn shared(item: &Item, interests: &[(String, &String)]) -> Option<Reason> {
    let tags: BTreeSet<String> = item.keywords.iter().map(|tag| fold::tag(tag)).collect();
    let shared = interests.iter().filter(|(tag, _)| tags.contains(tag));
    let interests: Vec<String> = shared.map(|(_, interest)| (*interest).clone()).collect();
    (!interests.is_empty()).then_some(Reason::Interests { interests })
}

fn opened(
    held: &BTreeMap<ItemId, Held>,
    portfolio: &Portfolio,
    frameworks: &Frameworks,
    item: &Item,
) -> Option<Reason> {
    let is_reached = |item: &Item| held.get(&item.id).is_some_and(|held| held.level >= ready::aim(portfolio, &item.id));
    let waiting = frameworks.opens(&item.id).into_iter().filter(|item| !is_reached(item));
    let competencies: Vec<ItemId> = waiting.map(|item| item.id.clone()).collect();
    (!competencies.is_empty()).then_some(Reason::Opens { competencies })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::framework::Framework;
    use crate::framework::tests::{framework, id, source};
    use crate::intent::Intent;
    use crate::levels::all_held;
    use crate::testing::{World, level};

    fn names(steps: &[NextStep]) -> Vec<&str> {
        steps.iter().map(|step| step.competency.as_str()).collect()
    }

    fn ranked(world: &World) -> Vec<NextStep> {
        rank(&all_held(&world.portfolio), &world.portfolio, &world.frameworks)
    }

    fn shown(world: &World) -> Vec<NextStep> {
        cards(&all_held(&world.portfolio), &world.portfolio, &world.frameworks)
    }

    #[test]
    fn with_nothing_to_go_by_the_framework_leads() {
        let mut world = World::new(framework(&["a", "b", "c", "d"], &[]));
        let first = shown(&world);
        assert_eq!(names(&first), ["a", "b", "c"]);
        assert!(first.iter().all(|step| step.reasons == [Reason::ComesNext] && step.score == 0));
        world.show("2026-03-01", &[("a", "3"), ("b", "3"), ("c", "3"), ("d", "3")]);
        assert!(shown(&world).is_empty());
    }

    #[test]
    fn every_reason_counts_and_is_said() {
        let mut told = source(&["a", "b", "c", "d", "e", "f"], &["e a", "e f"]);
        told.items[2].keywords = vec!["Música".into(), "cats".into()];
        let mut world = World::new(Framework::build(told, None));
        let interests = ["musica", "CATS", "maps"].map(str::to_owned).into();
        world.act(Intent::SetInterests { interests });
        world.show("2026-03-01", &[("b", "1"), ("d", "2.5")]);
        let goal = world.choose("b", "3.5", None);
        let steps = ranked(&world);
        let told: Vec<_> = steps.iter().map(|step| (step.competency.as_str(), step.score)).collect();
        assert_eq!(told, [("b", 50), ("c", 30), ("d", 25), ("e", 8)], "a and f wait for e");
        assert_eq!(steps[0].reasons, [Reason::OnPathway { goal, place: 0 }, Reason::InProgress { held: level("1") }]);
        assert_eq!(steps[1].reasons, [Reason::Interests { interests: vec!["CATS".into(), "musica".into()] }]);
        assert_eq!(steps[2].reasons, [Reason::NearlyThere { held: level("2.5") }]);
        assert_eq!(steps[3].reasons, [Reason::Opens { competencies: vec![id("a"), id("f")] }]);
        assert_eq!(shown(&world).len(), 4);
    }

    #[test]
    fn what_is_reached_needs_no_opening() {
        let mut world = World::new(framework(&["a", "b", "c"], &["a b", "a c"]));
        world.show("2026-03-01", &[("b", "3")]);
        assert_eq!(ranked(&world)[0].reasons, [Reason::Opens { competencies: vec![id("c")] }]);
        world.choose("b", "4", None);
        assert_eq!(ranked(&world)[0].reasons, [Reason::Opens { competencies: vec![id("b"), id("c")] }]);
    }

    #[test]
    fn ties_stand_as_on_the_pathway_and_five_are_enough() {
        let mut world = World::new(framework(&["a", "b", "c", "d", "e", "f", "g"], &[]));
        for name in ["g", "c", "a", "f", "b", "d"] {
            world.choose(name, "3", None);
        }
        assert_eq!(names(&ranked(&world)), ["g", "c", "a", "f", "b", "d", "e"]);
        assert_eq!(names(&shown(&world)), ["g", "c", "a", "f", "b"]);
    }

    #[test]
    fn of_several_pathways_the_first_of_each_comes_before_the_second_of_any() {
        let mut world = World::new(framework(&["a", "b", "c", "d"], &[]));
        let music = world.walk("Music");
        for name in ["a", "b"] {
            world.choose(name, "3", None);
        }
        let other = world.choose_on(&music, "d", "3", None);
        world.choose_on(&music, "a", "3", None);
        let steps = ranked(&world);
        assert_eq!(names(&steps), ["a", "d", "b", "c"]);
        assert_eq!(steps[1].reasons, [Reason::OnPathway { goal: other, place: 0 }]);
        assert_eq!(steps[0].score, 40, "two pathways are one reason");
    }

    #[test]
    fn one_level_is_raised_at_a_time() {
        let next = |held: Option<&str>, aim: &str| next_level(held.map(level), level(aim)).to_string();
        assert_eq!([next(None, "3"), next(Some("0"), "3"), next(Some("0.5"), "3")], ["1", "1", "1"]);
        assert_eq!([next(Some("2.5"), "3"), next(Some("2"), "2.5"), next(Some("3"), "3.5")], ["3", "2.5", "3.5"]);
        assert_eq!(next(None, "0.5"), "0.5");
    }

    #[test]
    fn many_reasons_of_one_kind_do_not_drown_the_others() {
        let interests = Reason::Interests { interests: vec![String::new(); 9] };
        let opens = Reason::Opens { competencies: vec![id("a"); 1_000] };
        assert_eq!((interests.weight(), opens.weight()), (30, 20));
    }

    #[test]
    fn of_two_editions_the_first_speaks() {
        let mut world = World::new(framework(&["a", "b"], &[]));
        let mut older = source(&["b", "c"], &[]);
        older.id = "older".into();
        let frameworks = world.frameworks.iter().cloned().map(Arc::new).collect::<Vec<_>>();
        let both = frameworks.into_iter().chain([Arc::new(Framework::build(older, None))]).collect();
        world.frameworks = Frameworks::new(both);
        assert_eq!(names(&ranked(&world)), ["a", "b", "c"]);
    }
}
