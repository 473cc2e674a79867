//! The place that somebody went to and that is not there yet. What stood there before stays meanwhile; where that takes a while it would
//! look as if nothing had been heard, so it is said.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::timer;

use crate::state::Turns;

/// What takes longer does not feel like an answer.
const A_WHILE: Duration = Duration::from_millis(300);

/// Whether a place is awaited. Copies are the same.
#[derive(Clone, Copy)]
pub struct Awaited {
    /// One for each place that somebody goes to, and one when it is there.
    turns: Turns,
    for_a_while: RwSignal<bool>,
}

impl Awaited {
    /// Gives it to all views below.
    pub fn provide() -> Self {
        let awaited = Self { turns: Turns::new(), for_a_while: RwSignal::new(false) };
        provide_context(awaited);
        awaited
    }

    /// It, within a view below.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Whether a place is awaited for longer than feels like an answer.
    pub fn for_a_while(self) -> bool {
        self.for_a_while.get()
    }

    /// Somebody went to a place. It is awaited until what is given here is dropped, or they go elsewhere.
    pub fn begin(self) -> Awaiting {
        let turn = self.turns.next();
        spawn_local(async move {
            timer::sleep(A_WHILE).await;
            if self.turns.is_on(turn) {
                self.for_a_while.try_set(true);
            }
        });
        Awaiting { awaited: self, turn }
    }
}

/// A place that is awaited.
pub struct Awaiting {
    awaited: Awaited,
    turn: u32,
}

impl Drop for Awaiting {
    fn drop(&mut self) {
        let Self { awaited, turn } = self;
        if awaited.turns.is_on(*turn) {
            awaited.turns.next();
            awaited.for_a_while.try_set(false);
        }
    }
}
