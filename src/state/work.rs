//! Long work that goes on while the learner does something else.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use leptos::prelude::*;
use platform::media::Progress;
use platform::{Cancel, clock};

/// Between two reports that are shown. An eye follows no more, and drawing takes time from the work.
const SHOWN_EVERY: Duration = Duration::from_millis(100);
/// How long the pace is watched before it says anything about the time left.
const WATCHED: Duration = Duration::from_millis(1_500);

/// Work under way: how far it is, and the way to call it off. Clones are the same work, which outlives the view that began it.
#[derive(Clone)]
pub struct Work {
    progress: ArcRwSignal<Option<Progress>>,
    begun: Rc<Cell<Option<Begun>>>,
    cancel: Cancel,
}

/// When the first report came, and how far the work was then.
#[derive(Clone, Copy)]
struct Begun {
    at: DateTime<Utc>,
    done: u64,
}

impl Default for Work {
    fn default() -> Self {
        Self::new()
    }
}

impl Work {
    /// Work of which nothing is done yet.
    pub fn new() -> Self {
        Self { progress: ArcRwSignal::new(None), begun: Rc::default(), cancel: Cancel::new() }
    }

    /// Calls it off.
    pub fn stop(&self) {
        self.cancel.cancel();
    }

    /// What the work looks at to see whether it is called off.
    pub(super) fn cancel(&self) -> &Cancel {
        &self.cancel
    }

    /// Takes the reports of whoever does the work.
    pub(super) fn report(&self) -> impl FnMut(Progress) + 'static {
        let Self { progress, begun, .. } = self.clone();
        let mut shown: Option<DateTime<Utc>> = None;
        move |now| {
            let at = clock::now();
            if begun.get().is_none() {
                begun.set(Some(Begun { at, done: now.done }));
            }
            let was_just_shown =
                shown.is_some_and(|shown| (at - shown).to_std().is_ok_and(|passed| passed < SHOWN_EVERY));
            if !was_just_shown || now.done >= now.total {
                shown = Some(at);
                progress.set(Some(now));
            }
        }
    }

    /// How far it is; nothing before the first report.
    pub fn progress(&self) -> Option<Progress> {
        self.progress.get()
    }

    /// How long it will take at the pace so far; nothing while that is not known.
    pub fn left(&self) -> Option<Duration> {
        let Progress { done, total } = self.progress.get()?;
        let begun = self.begun.get()?;
        let passed = (clock::now() - begun.at).to_std().ok()?;
        time_left(passed, done.checked_sub(begun.done)?, total.saturating_sub(done))
    }
}

/// The time for `rest` bytes, if `done` bytes took `passed`.
fn time_left(passed: Duration, done: u64, rest: u64) -> Option<Duration> {
    if done == 0 || passed < WATCHED {
        return None;
    }
    // Files of more than 2^53 bytes do not exist.
    Duration::try_from_secs_f64(passed.as_secs_f64() * rest as f64 / done as f64).ok()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::time_left;

    #[test]
    fn the_pace_so_far_says_how_long_the_rest_takes() {
        let four = Duration::from_secs(4);
        assert_eq!(time_left(four, 100, 300), Some(Duration::from_secs(12)));
        assert_eq!(time_left(four, 100, 0), Some(Duration::ZERO));
        assert_eq!(time_left(four, 0, 300), None, "nothing is done yet");
        assert_eq!(time_left(Duration::from_secs(1), 100, 300), None, "too early to tell");
    }
}
