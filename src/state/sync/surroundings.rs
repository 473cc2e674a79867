//! What a run needs of the app: time, a way to be stopped, somebody to tell.

use std::time::Duration;

use platform::{Cancel, timer};
use sync::host::Host;
use sync::progress::Progress;

/// The surroundings of a run.
pub(in crate::state) struct Surroundings<F> {
    pub cancel: Cancel,
    pub on_progress: F,
}

impl<F: Fn(Progress)> Host for Surroundings<F> {
    async fn pause(&self, time: Duration) {
        timer::sleep(time).await;
    }

    fn is_cancelled(&self) -> bool {
        self.cancel.is_cancelled()
    }

    fn progress(&self, progress: Progress) {
        (self.on_progress)(progress);
    }
}
