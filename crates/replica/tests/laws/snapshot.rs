//! A snapshot is the state: what it was, and what it becomes with the next op.

use proptest::prelude::*;
use replica::snapshot::{Cover, Loading, Need, Saving};
use replica::{DeviceId, Op, State, WriterId};

use crate::fold::picture;
use crate::story::stories;

fn cover() -> Cover {
    Cover { segments: vec!["a/1".into()], writers: [(WriterId(1), DeviceId([2; 10]))].into() }
}

fn folded(ops: &[Op]) -> State {
    let mut state = State::default();
    ops.iter().for_each(|op| state.apply(op));
    state
}

/// The head, and the pieces in their order.
fn saved(state: &State, snapshot: u64) -> Vec<Vec<u8>> {
    let mut saving = Saving::begin(state, snapshot);
    let mut pieces = Vec::new();
    while !saving.has_all_pieces(state) {
        pieces.push(saving.piece(state).unwrap().1);
    }
    pieces.insert(0, saving.head(state, &cover()).unwrap());
    pieces
}

/// Reads `slice` entities at once.
fn loaded(parts: &[Vec<u8>], slice: usize) -> Option<(State, Cover)> {
    let mut loading = Loading::open(&parts[0])?;
    loop {
        match loading.needs() {
            Need::Piece(place) => loading.give(parts.get(place as usize)?.clone())?,
            Need::Time => loading.load_some(slice)?,
            Need::Nothing => return loading.finish(),
        }
    }
}

proptest! {
    #[test]
    fn folding_goes_on_from_a_snapshot(
        story in stories(),
        cut in any::<prop::sample::Index>(),
        slice in prop_oneof![Just(1), Just(usize::MAX)],
    ) {
        let (before, after) = story.ops.split_at(cut.index(story.ops.len() + 1));
        let mut state = folded(before);
        let (mut restored, covered) = loaded(&saved(&state, 7), slice).unwrap();
        prop_assert_eq!(covered, cover());
        prop_assert_eq!(restored.lamport(), state.lamport());
        for op in after {
            state.apply(op);
            restored.apply(op);
        }
        prop_assert_eq!(picture(&restored), picture(&state));
    }

    #[test]
    fn a_damaged_snapshot_is_no_snapshot(
        story in stories(),
        part in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        flip in 1..=255_u8,
    ) {
        let mut parts = saved(&folded(&story.ops), 7);
        let part = part.index(parts.len());
        let at = at.index(parts[part].len());
        let whole = parts[part].clone();
        parts[part].truncate(at);
        prop_assert!(loaded(&parts, 1).is_none());
        parts[part] = whole;
        parts[part][at] ^= flip;
        prop_assert!(loaded(&parts, 1).is_none());
    }

    #[test]
    fn pieces_of_another_snapshot_or_in_another_place_are_refused(story in stories()) {
        let state = folded(&story.ops);
        let (one, other) = (saved(&state, 7), saved(&state, 8));
        for place in 1..one.len() {
            let mut mixed = one.clone();
            mixed[place] = other[place].clone();
            prop_assert!(loaded(&mixed, 1).is_none());
            mixed[place] = one[0].clone();
            prop_assert!(loaded(&mixed, 1).is_none());
        }
    }

    #[test]
    fn nothing_comes_of_a_snapshot_when_the_state_has_changed(story in stories()) {
        let Some((last, before)) = story.ops.split_last() else { return Ok(()) };
        let mut state = folded(before);
        let mut saving = Saving::begin(&state, 7);
        while !saving.has_all_pieces(&state) {
            saving.piece(&state).unwrap();
        }
        state.apply(last);
        prop_assert!(saving.piece(&state).is_none());
        prop_assert!(saving.head(&state, &cover()).is_none());
    }
}

#[test]
fn a_large_state_is_several_pieces() {
    let create = |number: u64| {
        let words = "a stone on a stone ".repeat(60);
        let line = format!(
            r#"{{"id":"{}.0000000000000001.0","k":"create","e":"evidence:{number}","v":{{"text":"{words}"}}}}"#,
            number + 1
        );
        Op::from_json(line.as_bytes()).unwrap()
    };
    let state = folded(&(0..1_500).map(create).collect::<Vec<_>>());
    let parts = saved(&state, 7);
    assert!(parts.len() > 3, "{} parts", parts.len());
    assert!(loaded(&parts[..parts.len() - 1], usize::MAX).is_none(), "the last piece is missing");
    let (restored, _) = loaded(&parts, 100).unwrap();
    assert_eq!(picture(&restored), picture(&state));
}
