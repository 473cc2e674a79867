//! A snapshot is the state: what it was, and what it becomes with the next op.

use proptest::prelude::*;
use replica::snapshot::{self, Cover, Loading};
use replica::{DeviceId, State, WriterId};

use crate::fold::picture;
use crate::story::stories;

fn cover() -> Cover {
    Cover { segments: vec!["a/1".into()], writers: [(WriterId(1), DeviceId([2; 10]))].into() }
}

proptest! {
    #[test]
    fn folding_goes_on_from_a_snapshot(story in stories(), cut in any::<prop::sample::Index>()) {
        let (before, after) = story.ops.split_at(cut.index(story.ops.len() + 1));
        let mut state = State::default();
        before.iter().for_each(|op| state.apply(op));
        let bytes = snapshot::to_bytes(&state, &cover()).unwrap();
        let (mut restored, covered) = snapshot::from_bytes(&bytes).unwrap();
        prop_assert_eq!(covered, cover());
        prop_assert_eq!(restored.lamport(), state.lamport());
        for op in after {
            state.apply(op);
            restored.apply(op);
        }
        prop_assert_eq!(picture(&restored), picture(&state));
    }

    #[test]
    fn a_damaged_snapshot_is_no_snapshot(story in stories(), at in any::<prop::sample::Index>(), flip in 1..=255_u8) {
        let mut state = State::default();
        story.ops.iter().for_each(|op| state.apply(op));
        let mut bytes = snapshot::to_bytes(&state, &cover()).unwrap();
        let at = at.index(bytes.len());
        prop_assert!(snapshot::from_bytes(&bytes[..at]).is_none());
        bytes[at] ^= flip;
        prop_assert!(snapshot::from_bytes(&bytes).is_none());
    }

    #[test]
    fn a_snapshot_can_be_read_in_slices(story in stories()) {
        let mut state = State::default();
        story.ops.iter().for_each(|op| state.apply(op));
        let bytes = snapshot::to_bytes(&state, &cover()).unwrap();
        let mut loading = Loading::open(&bytes).unwrap();
        while loading.load_some(1).unwrap() {}
        let (restored, _) = loading.finish().unwrap();
        prop_assert_eq!(picture(&restored), picture(&state));
    }
}
