//! Calling long work off.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Poll, Waker};

use futures_util::future::{Either, select};

/// A wish that long work stop. Clones share it: keep one for the button, give one to the work.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Rc<State>);

#[derive(Debug, Default)]
struct State {
    wished: Cell<bool>,
    waiting: RefCell<Vec<Waker>>,
}

impl Cancel {
    /// A wish not made yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes the wish. The work stops at its next step and undoes what it began.
    pub fn cancel(&self) {
        self.0.wished.set(true);
        self.0.waiting.take().into_iter().for_each(Waker::wake);
    }

    /// Whether the wish was made.
    pub fn is_cancelled(&self) -> bool {
        self.0.wished.get()
    }

    /// Resolves when the wish is made.
    pub async fn cancelled(&self) {
        poll_fn(|context| {
            if self.is_cancelled() {
                return Poll::Ready(());
            }
            self.0.waiting.borrow_mut().push(context.waker().clone());
            Poll::Pending
        })
        .await;
    }

    /// What `work` comes to; nothing if the wish is made before. The work is dropped then.
    pub async fn unless_wished<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        match select(pin!(self.cancelled()), pin!(work)).await {
            Either::Right((done, _)) if !self.is_cancelled() => Some(done),
            _ => None,
        }
    }
}
