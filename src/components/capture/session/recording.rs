//! A recording from its first part to its last, each on the disk before the next.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::capture::{self, Parts, Recorder};
use platform::clock;
use platform::media::{About, Media, MediaError, Recording};

use super::{Session, Stage};
use crate::components::capture::take::{Take, What};
use crate::components::capture::trouble::{Ended, Trouble};
use crate::components::capture::words::spoken;
use crate::i18n::t;

/// A recording under way. Clones are the same.
#[derive(Clone)]
pub(super) struct Running {
    recorder: Rc<Recorder>,
    ended: Rc<Cell<Option<Ended>>>,
}

impl Running {
    pub(super) fn recorded(&self) -> Duration {
        self.recorder.recorded()
    }

    pub(super) fn stop(&self) {
        self.recorder.stop();
    }

    fn stop_because(&self, ended: Ended) {
        if self.ended.get().is_none() {
            self.ended.set(Some(ended));
        }
        self.stop();
    }
}

impl Session {
    /// Begins to record, after the count if that is wished: a new try.
    pub fn record(self) {
        self.counting(move || self.make_room());
    }

    /// Holds still.
    pub fn pause(self, out_of_sight: bool) {
        if self.with_recorder(|recorder| recorder.pause().is_ok()) {
            self.say(if out_of_sight { t::capture::paused_hidden() } else { t::capture::paused() });
            self.enter(Stage::Paused { out_of_sight });
        }
    }

    /// Goes on.
    pub fn go_on(self) {
        if self.with_recorder(|recorder| recorder.resume().is_ok()) {
            self.say(t::capture::recording());
            self.enter(Stage::Recording);
        }
    }

    /// Ends the recording.
    pub fn stop(self) {
        self.stage.try_set(Stage::Ending);
        self.with_recorder(|recorder| {
            recorder.stop();
            true
        });
    }

    pub(super) fn stop_because(self, ended: Ended) {
        self.stage.try_set(Stage::Ending);
        self.running.try_with_value(|running| running.as_ref().map(|running| running.stop_because(ended)));
    }

    fn with_recorder(self, act: impl FnOnce(&Recorder) -> bool) -> bool {
        let acted = self.running.try_with_value(|running| running.as_ref().map(|running| act(&running.recorder)));
        acted.flatten().unwrap_or(false)
    }

    fn make_room(self) {
        let turn = self.turns.next();
        let (Some(media), Some(media_type)) = (self.state.media(), capture::container(self.kind)) else {
            self.fail(Trouble::Failed);
            return;
        };
        self.stage.set(Stage::Counting(0));
        spawn_local(async move {
            let about = About { kind: self.kind, media_type: media_type.to_owned(), begun: clock::now() };
            let made = media.begin_recording(about).await;
            match made {
                Ok(recording) if self.turns.is_on(turn) => self.start(media, recording).await,
                // Nobody waits for it any more.
                Ok(recording) => end_empty(&media, &recording.id).await,
                Err(error) if self.turns.is_on(turn) => self.fail(error.into()),
                Err(_) => {}
            }
        });
    }

    async fn start(self, media: Media, recording: Recording) {
        let started = self.live_now().map(|live| Recorder::start(&live.stream, &recording.about.media_type));
        match started {
            Some(Ok((recorder, parts))) => {
                let running = Running { recorder: Rc::new(recorder), ended: Rc::default() };
                self.running.try_set_value(Some(running.clone()));
                self.say(t::capture::recording());
                self.enter(Stage::Recording);
                self.take_down(media, recording, running, parts).await;
            }
            Some(Err(error)) => {
                end_empty(&media, &recording.id).await;
                self.fail(Trouble::of_device(self.kind, error));
            }
            None => end_empty(&media, &recording.id).await,
        }
    }

    /// Brings each part to the disk. It goes on by itself when the dialog closes.
    async fn take_down(self, media: Media, mut recording: Recording, running: Running, mut parts: Parts) {
        while let Some(part) = parts.next().await {
            // After a part that could not be stored there must come no other.
            if running.ended.get().is_some_and(|ended| matches!(ended, Ended::Full | Ended::Broke)) {
                continue;
            }
            match media.append(&recording.id, part.until, &part.bytes).await {
                Ok(safe) => {
                    recording.safe = safe;
                    self.forget_the_last().await;
                }
                Err(MediaError::Quota) => running.stop_because(Ended::Full),
                Err(_) => running.stop_because(Ended::Broke),
            }
        }
        self.running.try_set_value(None);
        let recording = match media.end_recording(&recording.id).await {
            Ok(recording) => recording,
            // It counts as interrupted. What is known to be safe is so all the same.
            Err(_) => recording,
        };
        if self.open.try_get_untracked() == Some(true) {
            self.show(&media, recording, running.ended.get()).await;
            return;
        }
        if recording.safe.bytes == 0 {
            self.state.say(t::capture::nothing_recorded(), None);
        }
        self.state.look_for_recordings();
    }

    /// Lets go of what was recorded before: there is something new.
    async fn forget_the_last(self) {
        if let Some(Take { what: What::Recorded(last), .. }) = self.take.try_update(Option::take).flatten() {
            self.state.forget_recording(&last).await;
        }
    }

    /// Shows what was recorded.
    async fn show(self, media: &Media, recording: Recording, ended: Option<Ended>) {
        if recording.safe.bytes == 0 {
            self.fail(match ended {
                Some(Ended::Lost(source)) => Trouble::Lost(source),
                Some(Ended::Full) => Trouble::NoRoom,
                Some(Ended::Broke) | None => Trouble::Failed,
            });
            return;
        }
        match media.finished(&recording, None).await {
            Ok(finished) => {
                self.say(t::capture::ended(spoken(finished.length)));
                self.taken(Take::recorded(recording, finished, ended));
            }
            Err(_) => self.fail(Trouble::Failed),
        }
    }
}

/// Ends a recording into which nothing came; it is let go when recordings are looked for.
async fn end_empty(media: &Media, id: &str) {
    if let Err(error) = media.end_recording(id).await {
        leptos::logging::warn!("an empty recording was not ended: {error}");
    }
}
