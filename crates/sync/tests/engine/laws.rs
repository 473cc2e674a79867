//! The promises, under random edits and faults: nothing is lost, all devices come to the same state, no name is used for other bytes, and
//! "backed up" is true whenever it is said.
//!
//! A law is only tested if it can fail: devices that break one promise each must be caught.

mod broken;
mod world;

use proptest::prelude::*;
use sync::testing::faulty::Rates;

use self::{
    broken::{Broken, Flaw},
    world::{Step, World, holds},
};

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let who = 0..3_usize;
    let step = prop_oneof![
        8 => (who.clone(), 0..4_u8).prop_map(|(who, what)| Step::Edit { who, what }),
        2 => who.clone().prop_map(|who| Step::AddFile { who }),
        8 => who.clone().prop_map(|who| Step::Sync { who }),
        3 => Just(Step::SyncTogether),
        2 => who.clone().prop_map(|who| Step::Restart { who }),
        1 => who.clone().prop_map(|who| Step::RestoreDisk { who }),
        1 => Just(Step::BackUpServer),
        1 => Just(Step::RestoreServer),
        1 => who.clone().prop_map(|who| Step::EmptyShare { who }),
        1 => who.prop_map(|who| Step::SwappedShare { who }),
    ];
    prop::collection::vec(step, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_whatever_goes_wrong(seed: u64, steps in steps()) {
        let world = World::new(seed, 3, Rates::ALL, |device| device);
        prop_assert_eq!(holds(&world, &steps), Ok(()));
    }

    #[test]
    fn a_bad_network_never_makes_it_lie(seed: u64, steps in steps()) {
        let world = World::new(seed, 3, Rates::HONEST, |device| device);
        prop_assert_eq!(holds(&world, &steps), Ok(()));
    }
}

/// Enough of everything to notice a flaw, with no faults beside it.
fn plain_day() -> Vec<Step> {
    let round = [
        Step::Edit { who: 0, what: 0 },
        Step::Sync { who: 0 },
        Step::Edit { who: 1, what: 1 },
        Step::AddFile { who: 1 },
        Step::Sync { who: 1 },
        Step::RestoreServer,
        Step::SyncTogether,
    ];
    round.iter().cycle().take(28).copied().collect()
}

#[test]
fn a_plain_day_goes_well() {
    assert_eq!(holds(&World::new(1, 3, Rates::default(), |device| device), &plain_day()), Ok(()));
}

#[test]
fn flawed_devices_are_caught() {
    for flaw in [Flaw::CountsAsAppliedWhatItDropped, Flaw::FreezesAnewEachTime, Flaw::ForgetsChunks] {
        let world = World::new(1, 3, Rates::default(), |device| Broken::new(device, flaw));
        assert!(holds(&world, &plain_day()).is_err(), "{flaw:?} was not caught");
    }
}
