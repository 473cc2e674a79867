//! Of what is begun and takes a while, the last counts: whoever began before finds out that their turn is over.

use leptos::prelude::*;

/// Counts what is begun. Copies are the same count, which ends with the view that made it.
#[derive(Clone, Copy)]
pub struct Turns(StoredValue<u32>);

impl Turns {
    /// Nothing was begun yet.
    pub fn new() -> Self {
        Self(StoredValue::new(0))
    }

    /// Begins the next turn; those before are over.
    pub fn next(self) -> u32 {
        let turn = self.0.try_update_value(|turn| {
            *turn = turn.wrapping_add(1);
            *turn
        });
        turn.unwrap_or_default()
    }

    /// Whether no other was begun since `turn`, and who counts is still there.
    pub fn is_on(self, turn: u32) -> bool {
        self.0.try_get_value() == Some(turn)
    }
}
