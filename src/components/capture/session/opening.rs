//! Asking for camera, microphone or screen, and losing them.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::capture::{self, CaptureError, Kind, Level, Source, Stream, Wanted};

use super::{Live, Session, Stage};
use crate::components::capture::trouble::{Ended, Trouble};

impl Session {
    /// Begins: asks for the device at once, for the screen when the learner presses.
    pub fn begin(self) {
        match self.kind {
            Kind::Screen => self.enter(Stage::Choosing),
            Kind::Photo | Kind::Video | Kind::Sound => self.ask(),
        }
    }

    /// Begins anew after something went wrong.
    pub fn try_again(self) {
        self.camera.set(None);
        self.microphone.set(None);
        self.begin();
    }

    /// Asks the browser, which asks the person. What is live now is let go first.
    pub fn ask(self) {
        self.let_go();
        let turn = self.turns.next();
        if self.kind != Kind::Photo && capture::container(self.kind).is_none() {
            self.fail(Trouble::of_device(self.kind, CaptureError::Unsupported));
            return;
        }
        self.stage.set(Stage::Asking);
        let wanted = Wanted {
            kind: self.kind,
            camera: self.camera.get_untracked(),
            microphone: self.microphone.get_untracked(),
            voice: self.voice.get_untracked(),
        };
        spawn_local(async move {
            let opened = capture::open(&wanted).await;
            // What comes too late is let go at once.
            if !self.turns.is_on(turn) {
                return;
            }
            match opened {
                Ok(stream) => self.opened(stream),
                Err(error) => self.fail(Trouble::of_device(self.kind, error)),
            }
        });
    }

    fn opened(self, stream: Stream) {
        let lost = stream.on_lost(move |source| self.lost(source));
        let level = if stream.is_heard() { Level::of(&stream).ok().map(Rc::new) } else { None };
        self.live.set(Some(Live { stream, level, _lost: Rc::new(lost) }));
        self.enter(Stage::Ready);
    }

    /// A device is gone: unplugged, taken away, or ended by the browser's own bar.
    fn lost(self, source: Source) {
        match self.stage.try_get_untracked() {
            Some(Stage::Recording | Stage::Paused { .. }) => self.stop_because(Ended::Lost(source)),
            Some(Stage::Ready | Stage::Counting(_)) => self.fail(Trouble::Lost(source)),
            _ => {}
        }
    }

    /// The page went out of sight. Nothing that camera or microphone take goes on unseen; the screen is recorded to be elsewhere,
    /// and the browser shows that it is.
    pub fn out_of_sight(self) {
        match self.stage.try_get_untracked() {
            Some(Stage::Recording) if self.kind != Kind::Screen => self.pause(true),
            Some(Stage::Counting(_)) if self.kind != Kind::Screen => self.call_off(),
            _ => {}
        }
    }
}
