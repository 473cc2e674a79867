//! Surroundings in which no time passes.

use std::{
    cell::{Cell, RefCell},
    time::Duration,
};

use crate::{host::Host, progress::Progress};

/// Waits for nothing, writes down how long it should have waited and what it was told, and cancels after some progress if asked.
#[derive(Debug, Default)]
pub struct Timeless {
    /// The pauses that were asked for.
    pub pauses: RefCell<Vec<Duration>>,
    /// What was told.
    pub heard: RefCell<Vec<Progress>>,
    /// Cancels as soon as this many progress events were heard.
    pub cancel_after: Cell<Option<usize>>,
}

impl Host for Timeless {
    async fn pause(&self, time: Duration) {
        self.pauses.borrow_mut().push(time);
    }

    fn is_cancelled(&self) -> bool {
        self.cancel_after.get().is_some_and(|after| self.heard.borrow().len() >= after)
    }

    fn progress(&self, progress: Progress) {
        self.heard.borrow_mut().push(progress);
    }
}
