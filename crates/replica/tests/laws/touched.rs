//! What changed is said: a view that is redrawn only for touched entities never shows something old.

use proptest::prelude::*;
use replica::State;

use crate::fold::{Picture, picture};
use crate::story::stories;

proptest! {
    #[test]
    fn whatever_reads_differently_was_touched(story in stories()) {
        for life in &story.lives {
            let mut state = State::default();
            let mut before = picture(&state);
            for op in life {
                state.apply(op);
                let after = picture(&state);
                let touched = state.take_touched();
                for entity in before.standing.keys().chain(after.standing.keys()) {
                    let changed = reading(&before, entity) != reading(&after, entity);
                    prop_assert!(!changed || touched.contains(entity), "{entity} changed by {op:?}");
                }
                before = after;
            }
        }
    }
}

/// Everything a view of an entity reads.
fn reading(picture: &Picture, entity: &str) -> impl PartialEq {
    let heads: Vec<_> = picture
        .heads
        .iter()
        .filter(|(slot, _)| slot.0 == entity)
        .map(|(slot, heads)| (slot.clone(), heads.clone()))
        .collect();
    let members: Vec<_> = picture
        .members
        .iter()
        .filter(|(slot, _)| slot.0 == entity)
        .map(|(slot, members)| (slot.clone(), members.clone()))
        .collect();
    (heads, members, picture.standing.get(entity).copied())
}
