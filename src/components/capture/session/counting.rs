//! Counting down, unless it is called off meanwhile.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::timer;

use super::{Session, Stage};
use crate::i18n::t;

impl Session {
    /// Counts down if that is wished, then does it, unless it is called off meanwhile.
    pub(super) fn counting(self, then: impl FnOnce() + 'static) {
        let turn = self.turns.next();
        if !self.count_down.get_untracked() {
            then();
            return;
        }
        self.say(t::capture::counting());
        self.enter(Stage::Counting(3));
        spawn_local(async move {
            for left in [2, 1] {
                timer::sleep(Duration::from_secs(1)).await;
                if !self.turns.is_on(turn) {
                    return;
                }
                self.stage.try_set(Stage::Counting(left));
            }
            timer::sleep(Duration::from_secs(1)).await;
            if self.turns.is_on(turn) {
                then();
            }
        });
    }

    /// Calls the count off.
    pub fn call_off(self) {
        self.turns.next();
        self.say(String::new());
        self.enter(Stage::Ready);
    }
}
