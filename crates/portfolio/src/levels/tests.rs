//! Levels held, by examples and by laws.

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

#[test]
fn a_level_is_told_as_of_any_day() {
    let mut world = world();
    world.on("2026-03-05").act(Intent::PlaceSelf { furthest: vec![id("a")] });
    world.on("2026-03-20").show("2026-03-10", &[("a", "2")]);
    world.show("2026-03-12", &[("a", "2.5")]);
    let on = |text| held_on(&world.portfolio, &id("a"), day(text)).map(|entry| entry.held.level.to_string());
    let told = ["2026-03-04", "2026-03-05", "2026-03-09", "2026-03-10", "2026-03-11", "2027-01-01"].map(on);
    assert_eq!(told.map(Option::unwrap_or_default), ["", "3", "3", "2", "2", "2.5"]);
}

#[test]
fn a_rule_reads_ones_own_levels_in_the_order_of_the_work() {
    let mut world = world();
    world.show("2026-02-20", &[("a", "2.5")]);
    world.show("2026-02-10", &[("a", "4")]);
    world.act(Intent::SayLevel { competency: id("a"), level: level("1") });
    let judged = own_judgements(&world.portfolio, &id("a"));
    let levels: Vec<_> = judged.iter().map(|judged| judged.level.to_string()).collect();
    assert_eq!(levels, ["4", "2.5"], "what is only said is no work");
    assert!(judged.iter().all(|judged| judged.formats == [crate::format::Format::Written].into()));
}

#[test]
fn of_three_layers_the_decided_one_leads_and_a_provisional_one_opens_nothing() {
    let mut world = world();
    world.show("2026-02-10", &[("a", "3")]);
    let own = held(&world.portfolio, &id("a"));
    let judged = own_judgements(&world.portfolio, &id("a"));
    let decided = Decision { level: level("2"), by: "Ms B".into(), reason: "…".into(), day: day("2026-03-01") };
    let layers = |decided, judged| Layers::of(decided, crate::rules::Rule::Twice, judged, own.clone());
    let alone = layers(None, &[]);
    assert_eq!(
        (alone.level(), alone.opening()),
        (Some((Standpoint::Own, level("3"))), Some((Standpoint::Own, level("3"))))
    );
    let suggested = layers(None, &judged);
    assert_eq!((suggested.level(), suggested.opening()), (Some((Standpoint::Suggested, level("3"))), None));
    assert_eq!(layers(Some(decided), &judged).opening(), Some((Standpoint::Decided, level("2"))));
}

#[test]
fn a_heading_holds_what_its_children_come_to() {
    let mut world = World::new(framework(&["h", "h/i", "i/a", "i/b", "h/c"], &[]));
    let of_parent = |world: &World, item: &str| {
        let framework = world.frameworks.iter().next().unwrap();
        of_parent(&all_held(&world.portfolio), &world.portfolio, framework, &id(item)).map(|level| level.to_string())
    };
    world.show("2026-02-10", &[("a", "3"), ("b", "2.5")]);
    assert_eq!(of_parent(&world, "i").as_deref(), Some("2.5"));
    assert_eq!(of_parent(&world, "h"), None, "nothing is held in c");
    world.show("2026-02-11", &[("c", "4")]);
    assert_eq!(of_parent(&world, "h").as_deref(), Some("2.5"));
    assert_eq!(of_parent(&world, "c").as_deref(), Some("4"));
}
