//! Waking one that sleeps.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// A bell beside one sleeper. Clones ring the same one.
#[derive(Clone, Debug, Default)]
pub struct Bell(Rc<State>);

#[derive(Debug, Default)]
struct State {
    rung: Cell<bool>,
    sleeper: RefCell<Option<Waker>>,
}

impl Bell {
    /// Wakes the sleeper; if nobody sleeps now, the next sleep ends at once.
    pub fn ring(&self) {
        self.0.rung.set(true);
        if let Some(sleeper) = self.0.sleeper.take() {
            sleeper.wake();
        }
    }

    /// Sleeps until it is rung.
    pub async fn rung(&self) {
        poll_fn(|context| {
            if self.0.rung.take() {
                return Poll::Ready(());
            }
            *self.0.sleeper.borrow_mut() = Some(context.waker().clone());
            Poll::Pending
        })
        .await;
    }
}
