//! How far the app has come in opening a portfolio.

use std::future::poll_fn;
use std::task::Poll;

use leptos::prelude::*;

use super::AppState;
use crate::platform::store::StoreError;

/// How far the app has come in opening a portfolio.
#[derive(Clone, PartialEq, Debug)]
pub enum Phase {
    /// Nobody was ever here: the first question can be read while a portfolio is begun behind it.
    Fresh,
    /// The storage is being read.
    Starting,
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
        poll_fn(move |context| {
            if self.phase.try_get_untracked() == Some(Phase::Open) {
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
