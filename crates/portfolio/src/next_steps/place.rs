//! Why a competency is among the next steps, or why it is not.

use super::{NextStep, cards_among, rank};
use crate::framework::Frameworks;
use crate::item_id::ItemId;
use crate::levels::{self, Held};
use crate::model::Portfolio;
use crate::ready::{self, Missing, Readiness};

/// How a competency stands among all that could be next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The level aimed at is held: there is no step left.
    Reached(Held),
    /// Something it asks for is missing first.
    Blocked(Missing),
    /// It is open, and has a place among all that is.
    Ranked(Ranked),
}

/// The place of what is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// The step with its reasons and their sum.
    pub step: NextStep,
    /// How many stand before it.
    pub before: usize,
    /// How many are open, itself among them.
    pub of: usize,
    /// How many of them are shown as cards.
    pub cards: usize,
    /// The sum of the last card that is shown.
    pub last_card: u32,
}

impl Ranked {
    /// Whether it is shown as a card.
    pub fn is_card(&self) -> bool {
        self.before < self.cards
    }
}

/// Where a competency stands; `None` for what is none, or is in no framework in use.
pub fn place_of(portfolio: &Portfolio, frameworks: &Frameworks, competency: &ItemId) -> Option<Place> {
    match ready::readiness(portfolio, frameworks.of(competency)?, competency)? {
        Readiness::Reached(held) => return Some(Place::Reached(held)),
        Readiness::Blocked(missing) => return Some(Place::Blocked(missing)),
        Readiness::Ready(_) => {}
    }
    let mut ranked = rank(&levels::all_held(portfolio), portfolio, frameworks);
    let (of, cards) = (ranked.len(), cards_among(&ranked));
    let last_card = cards.checked_sub(1).and_then(|last| ranked.get(last)).map_or(0, |step| step.score);
    let before = ranked.iter().position(|step| step.competency == *competency)?;
    let step = ranked.swap_remove(before);
    Some(Place::Ranked(Ranked { step, before, of, cards, last_card }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::tests::{framework, id};
    use crate::next_steps::{Reason, cards};
    use crate::testing::World;

    fn place(world: &World, name: &str) -> Option<Place> {
        place_of(&world.portfolio, &world.frameworks, &id(name))
    }

    fn ranked(world: &World, name: &str) -> Ranked {
        match place(world, name) {
            Some(Place::Ranked(ranked)) => ranked,
            other => panic!("{name} is not open: {other:?}"),
        }
    }

    #[test]
    fn what_is_open_has_a_place_and_the_sum_that_gave_it() {
        let mut world = World::new(framework(&["a", "b", "c", "d", "e", "f"], &["e f"]));
        world.choose("d", "3", None);
        world.show("2026-03-01", &[("c", "2.5")]);
        let first = ranked(&world, "d");
        assert_eq!((first.before, first.of, first.cards, first.is_card()), (0, 5, 3, true), "f waits for e");
        assert_eq!((first.step.score, first.last_card), (40, 4));
        let last = ranked(&world, "b");
        assert_eq!((last.before, last.is_card(), &last.step.reasons), (4, false, &vec![Reason::ComesNext]));
        assert!(matches!(place(&world, "f"), Some(Place::Blocked(missing)) if missing.items() == [&id("e")]));
        assert_eq!(place(&world, "z"), None);
    }

    #[test]
    fn what_is_reached_has_no_step_left() {
        let mut world = World::new(framework(&["h", "h/a"], &[]));
        world.show("2026-03-01", &[("a", "3")]);
        assert!(matches!(place(&world, "a"), Some(Place::Reached(_))));
        assert_eq!(place(&world, "h"), None, "a heading is no step");
    }

    #[test]
    fn the_cards_are_those_that_the_place_says() {
        let mut world = World::new(framework(&["a", "b", "c", "d", "e", "f", "g"], &[]));
        for name in ["g", "c", "a", "f", "b", "d"] {
            world.choose(name, "3", None);
        }
        let shown = cards(&levels::all_held(&world.portfolio), &world.portfolio, &world.frameworks);
        for name in ["a", "b", "c", "d", "e", "f", "g"] {
            let place = ranked(&world, name);
            let card = shown.iter().position(|card| card.competency == id(name));
            assert_eq!((place.is_card(), card), (card.is_some(), place.is_card().then_some(place.before)), "{name}");
            assert_eq!(place.last_card, 40);
        }
    }
}
