//! What was recorded and neither kept nor thrown away, of the learner whose portfolio is open.

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::media::Recording;

use super::AppState;
use super::turns::Turns;

/// What waits. Copies are the same list.
#[derive(Clone, Copy)]
pub(super) struct Recordings {
    waiting: RwSignal<Vec<Recording>, LocalStorage>,
    /// The ids of those that are on their way into a piece or out of the door: nobody is asked about them.
    leaving: StoredValue<Vec<String>, LocalStorage>,
    /// A look that was overtaken by a later one says nothing.
    looks: Turns,
}

impl Recordings {
    pub(super) fn new() -> Self {
        Self {
            waiting: RwSignal::new_local(Vec::new()),
            leaving: StoredValue::new_local(Vec::new()),
            looks: Turns::new(),
        }
    }
}

impl AppState {
    /// The recordings that wait for an answer, the oldest first.
    pub fn recordings(self) -> Vec<Recording> {
        self.recordings.waiting.get()
    }

    /// How many there are, for whoever does not follow them.
    pub(super) fn recordings_waiting(self) -> usize {
        self.recordings.waiting.with_untracked(Vec::len)
    }

    /// Looks again for what waits: at the start, and when a recording has ended.
    pub fn look_for_recordings(self) {
        let Some(media) = self.media() else { return };
        let look = self.recordings.looks.next();
        spawn_local(async move {
            match media.recordings().await {
                Ok(_) if !self.recordings.looks.is_on(look) => {}
                Ok(mut found) => {
                    let leaving = self.recordings.leaving.try_get_value().unwrap_or_default();
                    found.retain(|recording| !leaving.contains(&recording.id));
                    self.recordings.waiting.try_set(found);
                }
                Err(error) => leptos::logging::warn!("recordings were not looked for: {error}"),
            }
        });
    }

    /// Forgets what waits, because another portfolio will be open.
    pub(super) fn forget_recordings(self) {
        self.recordings.looks.next();
        self.recordings.waiting.set(Vec::new());
        self.recordings.leaving.set_value(Vec::new());
    }

    /// Asks no more about a recording: it is on its way into a piece. [`Self::forget_recording`] or [`Self::recording_stays`] follows.
    pub fn recording_leaves(self, recording: &Recording) {
        self.recordings.leaving.try_update_value(|leaving| leaving.push(recording.id.clone()));
        self.recordings.waiting.try_update(|waiting| waiting.retain(|other| other.id != recording.id));
    }

    /// Asks again: it could not be kept.
    pub fn recording_stays(self, recording: &Recording) {
        self.recordings.leaving.try_update_value(|leaving| leaving.retain(|id| *id != recording.id));
        self.look_for_recordings();
    }

    /// Lets go of the bytes of a recording: they are part of a piece now, or were thrown away. What cannot be removed is offered
    /// again at the next start.
    pub async fn forget_recording(self, recording: &Recording) {
        self.recording_leaves(recording);
        if let Some(media) = self.media()
            && let Err(error) = media.discard(recording).await
        {
            leptos::logging::warn!("a recording is still here: {error}");
        }
    }
}
