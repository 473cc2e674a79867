//! Progress over the years.

use super::*;
use crate::framework::tests::framework;

#[test]
fn months_tell_what_was_held_by_the_day_of_the_work() {
    let mut world = World::new(framework(&["a", "b", "c"], &[]));
    world.on("2026-03-20");
    assert_eq!(progress(&world.portfolio, world.today), []);
    world.show("2025-12-10", &[("a", "2")]);
    world.show("2026-01-31", &[("a", "3"), ("b", "1")]);
    world.show("2026-03-02", &[("a", "2.5"), ("c", "0")]);
    let line = progress(&world.portfolio, world.today);
    let said: Vec<_> = line.iter().map(|at| (at.day.to_string(), at.begun, at.proficient)).collect();
    let expected = [("2025-12-31", 1, 0), ("2026-01-31", 2, 1), ("2026-02-28", 2, 1), ("2026-03-20", 2, 0)];
    assert_eq!(said, expected.map(|(day, begun, proficient)| (day.to_owned(), begun, proficient)));
}

proptest! {
    #[test]
    fn today_is_what_is_held(pieces in prop::collection::vec((0..900_u64, 0..3_usize, 0..=8_u8), 0..12)) {
        let mut world = World::new(framework(&["a", "b", "c"], &[]));
        for (ago, competency, half_points) in pieces {
            let level = Level::from_half_points(half_points).unwrap().to_string();
            let on = (world.today - Days::new(ago)).to_string();
            world.show(&on, &[(["a", "b", "c"][competency], &level)]);
        }
        let line = progress(&world.portfolio, world.today);
        let held = crate::levels::all_held(&world.portfolio);
        prop_assert_eq!(line.is_empty(), held.is_empty());
        prop_assert!(line.windows(2).all(|pair| pair[0].day < pair[1].day));
        if let Some(last) = line.last() {
            prop_assert_eq!(last.day, world.today);
            let count = |least: Level| held.values().filter(|held| held.level >= least).count();
            prop_assert_eq!((last.begun, last.proficient), (count(level("0.5")), count(level("3"))));
        }
    }
}
