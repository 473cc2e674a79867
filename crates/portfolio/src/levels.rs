//! Which level is held in a competency, and why.
//!
//! Levels come in layers that are never blended. The one layer now is what the learner claims: the level of the latest
//! piece, by the date of the work and not of the typing. The learner's word alone counts only until there is work: it
//! has no work to be dated by.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use crate::entity::EntityId;
use crate::item_id::ItemId;
use crate::level::Level;
use crate::model::{Basis, Claim, Evidence, Grounds, Portfolio};

/// A level that is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// How well.
    pub level: Level,
    /// Who says so.
    pub layer: Layer,
    /// What it rests on.
    pub from: Source,
}

/// Who says that a level is held; each is drawn differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    /// The learner.
    SelfClaimed,
}

/// What a held level rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// This piece.
    Work(EntityId),
    /// The learner's word: "you say you can; no evidence yet".
    OwnWord(Basis),
}

impl Held {
    /// Whether there is no work behind it.
    pub fn is_only_said(&self) -> bool {
        matches!(self.from, Source::OwnWord(_))
    }
}

/// One claim, as it stood in line for being the level held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Considered {
    /// What it would make the level, and from what.
    pub held: Held,
    /// The day of the work, or on which the learner said it. What has none stands before all others.
    pub day: Option<NaiveDate>,
}

/// Why a level is held: by the rule "the latest work counts".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Why {
    /// What counted; its level is the one held.
    pub counted: Option<Considered>,
    /// Earlier work, latest first. It did not count because later work did.
    pub earlier: Vec<Considered>,
    /// The learner's own word, if it does not count because there is work.
    pub set_aside: Option<Considered>,
}

/// The level held in a competency; `None` if nobody says anything of it.
pub fn held(portfolio: &Portfolio, competency: &ItemId) -> Option<Held> {
    let dated = portfolio.claims_for(competency).map(|(claim, piece)| Dated::of(claim, piece));
    // Of equal ones this takes the last, as a history does.
    dated.max_by_key(Dated::order).map(|counts| counts.considered().held)
}

/// The level held in every competency that anybody says anything of, worked out in one pass.
pub fn all_held(portfolio: &Portfolio) -> BTreeMap<ItemId, Held> {
    let mut counts: BTreeMap<&ItemId, Dated<'_>> = BTreeMap::new();
    for (claim, piece) in portfolio.claims_in_use() {
        let dated = Dated::of(claim, piece);
        if counts.get(&claim.competency).is_none_or(|known| known.order() <= dated.order()) {
            counts.insert(&claim.competency, dated);
        }
    }
    counts.into_iter().map(|(competency, counts)| (competency.clone(), counts.considered().held)).collect()
}

/// What made the level held over time, earliest first; the last is the one held now. A day's last entry is what was
/// held on it.
pub fn history(portfolio: &Portfolio, competency: &ItemId) -> Vec<Considered> {
    let (work, said) = in_order(portfolio, competency);
    let is_before_work = |said: &Considered| work.first().is_none_or(|first| said.day < first.day);
    said.filter(is_before_work).into_iter().chain(work.iter().cloned()).collect()
}

/// Why the level is what it is: every claim, whether it counted or not.
pub fn why(portfolio: &Portfolio, competency: &ItemId) -> Why {
    let (mut work, said) = in_order(portfolio, competency);
    match work.pop() {
        None => Why { counted: said, ..Why::default() },
        counted => {
            work.reverse();
            Why { counted, earlier: work, set_aside: said }
        }
    }
}

/// A claim with what it is dated by.
struct Dated<'p> {
    claim: &'p Claim,
    piece: Option<&'p Evidence>,
    day: Option<NaiveDate>,
}

impl<'p> Dated<'p> {
    fn of(claim: &'p Claim, piece: Option<&'p Evidence>) -> Self {
        let day = match &claim.grounds {
            Grounds::Work(_) => piece.and_then(Evidence::day),
            Grounds::OwnWord { date, .. } => *date,
        };
        Self { claim, piece, day }
    }

    /// Work after words; work by its day, of the same day by when it was added.
    fn order(&self) -> (bool, Option<NaiveDate>, Option<DateTime<Utc>>) {
        (self.piece.is_some(), self.day, self.piece.and_then(|piece| piece.added))
    }

    fn considered(&self) -> Considered {
        let from = match &self.claim.grounds {
            Grounds::Work(piece) => Source::Work(piece.clone()),
            Grounds::OwnWord { basis, .. } => Source::OwnWord(*basis),
        };
        Considered { held: Held { level: self.claim.level, layer: Layer::SelfClaimed, from }, day: self.day }
    }
}

/// The claims that rest on work in the order of the work, and the learner's own word.
fn in_order(portfolio: &Portfolio, competency: &ItemId) -> (Vec<Considered>, Option<Considered>) {
    let mut dated: Vec<_> = portfolio.claims_for(competency).map(|(claim, piece)| Dated::of(claim, piece)).collect();
    // Stable, and the claims come by id: two devices agree also where day and time are the same.
    dated.sort_by_key(Dated::order);
    let said = dated.iter().find(|dated| dated.piece.is_none()).map(Dated::considered);
    let work = dated.iter().filter(|dated| dated.piece.is_some()).map(Dated::considered);
    (work.collect(), said)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::framework::tests::{framework, id};
    use crate::intent::{Intent, PieceEdit};
    use crate::testing::{World, day, level};

    fn world() -> World {
        World::new(framework(&["a"], &[]))
    }

    fn held_level(world: &World) -> Option<String> {
        held(&world.portfolio, &id("a")).map(|held| held.level.to_string())
    }

    #[test]
    fn the_latest_work_counts_not_the_latest_typing() {
        let mut world = world();
        assert_eq!(held_level(&world), None);
        let latest = world.show("2026-02-20", &[("a", "2.5")]);
        world.show("2026-02-10", &[("a", "4")]);
        assert_eq!(held_level(&world).as_deref(), Some("2.5"));
        let date = PieceEdit::Date(day("2026-02-01"));
        world.act(Intent::EditEvidence { piece: latest.clone(), edit: date });
        assert_eq!(held_level(&world).as_deref(), Some("4"));
        let why = why(&world.portfolio, &id("a"));
        assert_eq!(why.counted.map(|counted| counted.day), Some(Some(day("2026-02-10"))));
        assert_eq!(why.earlier.iter().map(|earlier| &earlier.held.from).collect::<Vec<_>>(), [&Source::Work(latest)]);
    }

    #[test]
    fn of_one_day_what_was_added_last_counts() {
        let mut world = world();
        world.on("2026-03-01").show("2026-02-20", &[("a", "3")]);
        world.on("2026-03-03").show("2026-02-20", &[("a", "2")]);
        world.on("2026-03-02").show("2026-02-20", &[("a", "1")]);
        assert_eq!(held_level(&world).as_deref(), Some("2"));
    }

    #[test]
    fn ones_word_counts_until_there_is_work() {
        let mut world = world();
        world.act(Intent::PlaceSelf { furthest: vec![id("a")] });
        let said = held(&world.portfolio, &id("a")).unwrap();
        assert!(said.is_only_said() && said.level == Level::PROFICIENT);
        let piece = world.show("2026-02-10", &[("a", "2")]);
        let shown = held(&world.portfolio, &id("a")).unwrap();
        assert!(!shown.is_only_said() && shown.level == level("2"), "older work is work");
        assert_eq!(why(&world.portfolio, &id("a")).set_aside.map(|said| said.held.level), Some(Level::PROFICIENT));
        world.act(Intent::Trash { piece });
        assert_eq!(held(&world.portfolio, &id("a")), Some(said));
    }

    #[test]
    fn history_holds_ones_word_only_before_work() {
        let mut world = world();
        world.on("2026-03-05").act(Intent::PlaceSelf { furthest: vec![id("a")] });
        world.on("2026-03-09").show("2026-03-08", &[("a", "2")]);
        let days = |world: &World| {
            history(&world.portfolio, &id("a")).iter().map(|entry| entry.day.unwrap().to_string()).collect::<Vec<_>>()
        };
        assert_eq!(days(&world), ["2026-03-05", "2026-03-08"]);
        world.show("2026-03-05", &[("a", "1")]);
        assert_eq!(days(&world), ["2026-03-05", "2026-03-08"], "of the same day the work counts");
        assert!(!history(&world.portfolio, &id("a"))[0].held.is_only_said());
    }

    proptest! {
        #[test]
        fn why_accounts_for_every_claim(
            pieces in prop::collection::vec((1..28_u32, 0..=8_u8), 0..6),
            says in any::<bool>(),
        ) {
            let mut world = world();
            if says {
                world.act(Intent::PlaceSelf { furthest: vec![id("a")] });
            }
            for (date, half_points) in &pieces {
                let level = Level::from_half_points(*half_points).unwrap().to_string();
                world.show(&format!("2026-02-{date:02}"), &[("a", &level)]);
            }
            let why = why(&world.portfolio, &id("a"));
            let held = held(&world.portfolio, &id("a"));
            prop_assert_eq!(why.counted.as_ref().map(|counted| &counted.held), held.as_ref());
            prop_assert_eq!(all_held(&world.portfolio).remove(&id("a")), held.clone());
            prop_assert_eq!(history(&world.portfolio, &id("a")).pop().map(|last| last.held), held);
            let told = usize::from(why.counted.is_some()) + why.earlier.len() + usize::from(why.set_aside.is_some());
            prop_assert_eq!(told, pieces.len() + usize::from(says));
            let latest = pieces.iter().map(|(date, _)| date).max();
            if let (Some(latest), Some(counted)) = (latest, why.counted) {
                prop_assert_eq!(counted.day, Some(day(&format!("2026-02-{latest:02}"))));
            }
        }
    }
}
