//! What a run needs from whoever runs it: time, a way to be stopped, somebody to tell.

use std::time::Duration;

use crate::progress::Progress;

/// The surroundings of a run. The crate has no clock and no runtime of its own.
#[expect(async_fn_in_trait, reason = "one thread: the futures need not be Send")]
pub trait Host {
    /// Waits.
    async fn pause(&self, time: Duration);

    /// Whether the person wants the run to end. It ends after the requests that are under way; nothing is left half done, because
    /// nothing needs to be undone.
    fn is_cancelled(&self) -> bool;

    /// Hears how far the run is.
    fn progress(&self, progress: Progress);
}
