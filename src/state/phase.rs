//! How far the app has come in opening a portfolio.

use std::future::poll_fn;
use std::task::Poll;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::store::StoreError;

use super::AppState;

/// How far the app has come in opening a portfolio.
#[derive(Clone, PartialEq, Debug)]
pub enum Phase {
    /// Nobody was ever here: the first question can be read while a portfolio is begun behind it.
    Fresh,
    /// The storage is being read.
    Starting,
    /// It is being read, and the first place shows what it showed last.
    Remembered,
    /// A portfolio is open.
    Open,
    /// The storage refuses.
    Broken(StoreError),
    /// The code that opens a portfolio is not on this device, and could not be fetched.
    Unreached,
}

impl AppState {
    /// How far opening has come.
    pub fn phase(self) -> ReadSignal<Phase> {
        self.phase.read_only()
    }

    /// Resolves once a portfolio is open.
    pub fn opened(self) -> impl Future<Output = ()> {
        self.comes_to(|phase| *phase == Phase::Open)
    }

    /// Does what the learner asked for as soon as a portfolio is open: at once where one is.
    pub fn when_open(self, act: impl FnOnce() + 'static) {
        if self.phase.get_untracked() == Phase::Open {
            return act();
        }
        spawn_local(async move {
            self.opened().await;
            act();
        });
    }

    /// Resolves once opening has come so far.
    pub(super) fn comes_to(self, is_there: fn(&Phase) -> bool) -> impl Future<Output = ()> {
        poll_fn(move |context| {
            if self.phase.try_with_untracked(is_there) == Some(true) {
                return Poll::Ready(());
            }
            self.waiting.update_value(|waiting| waiting.push(context.waker().clone()));
            Poll::Pending
        })
    }

    pub(super) fn enter_phase(self, phase: Phase) {
        self.phase.set(phase);
        for sleeper in self.waiting.try_update_value(std::mem::take).unwrap_or_default() {
            sleeper.wake();
        }
    }
}
