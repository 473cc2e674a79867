//! Counting down, and knowing what was called off meanwhile.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::timer;

use super::{Session, Stage};
use crate::i18n::t;

impl Session {
    /// Whatever was begun before is out of date from now on.
    pub(super) fn next_turn(self) -> u32 {
        self.turn
            .try_update_value(|turn| {
                *turn += 1;
                *turn
            })
            .unwrap_or_default()
    }

    /// Whether nothing else was begun since `turn`, and the dialog is still there.
    pub(super) fn is_turn(self, turn: u32) -> bool {
        self.turn.try_get_value() == Some(turn)
    }

    /// Counts down if that is wished, then does it, unless it is called off meanwhile.
    pub(super) fn counting(self, then: impl FnOnce() + 'static) {
        let turn = self.next_turn();
        if !self.count_down.get_untracked() {
            then();
            return;
        }
        self.say(t::capture::counting());
        self.enter(Stage::Counting(3));
        spawn_local(async move {
            for left in [2, 1] {
                timer::sleep(Duration::from_secs(1)).await;
                if !self.is_turn(turn) {
                    return;
                }
                self.stage.try_set(Stage::Counting(left));
            }
            timer::sleep(Duration::from_secs(1)).await;
            if self.is_turn(turn) {
                then();
            }
        });
    }

    /// Calls the count off.
    pub fn call_off(self) {
        self.next_turn();
        self.say(String::new());
        self.enter(Stage::Ready);
    }
}
