//! The course of one dialog: a stream is opened, something is taken down, looked at, kept.

mod counting;
mod opening;
mod recording;
mod taking;

use std::rc::Rc;
use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use platform::capture::{Kind, Level, Stream};
use platform::files::PickedFile;
use platform::{Listener, page};

use super::take::Take;
use super::trouble::Trouble;
use crate::state::{AppState, Turns};
use recording::Running;

/// How far the dialog is.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// The screen is asked for when the learner presses: browsers want that.
    Choosing,
    /// The browser is asking, or starting the device.
    Asking,
    /// It can begin.
    Ready,
    /// It begins in so many seconds; 0: as soon as there is room for it.
    Counting(u8),
    /// It goes on.
    Recording,
    /// It stands still.
    Paused {
        /// Because the page went out of sight.
        out_of_sight: bool,
    },
    /// The last part is on its way to the disk.
    Ending,
    /// There is something to look at.
    Taken,
    /// Nothing can be taken down.
    Failed(Trouble),
}

/// What is seen and heard now. Clones share it; the devices are let go with the last.
#[derive(Clone)]
pub struct Live {
    /// What comes from the devices.
    pub stream: Stream,
    /// How loud it is, where there is sound.
    pub level: Option<Rc<Level>>,
    _lost: Rc<Vec<Listener>>,
}

/// One dialog. Copies are the same.
#[derive(Clone, Copy)]
pub struct Session {
    state: AppState,
    kind: Kind,
    on_file: Callback<PickedFile>,
    /// Whether the dialog stands open.
    pub open: RwSignal<bool>,
    stage: RwSignal<Stage>,
    live: RwSignal<Option<Live>, LocalStorage>,
    running: StoredValue<Option<Running>, LocalStorage>,
    take: RwSignal<Option<Take>, LocalStorage>,
    /// The camera that the learner chose.
    pub camera: RwSignal<Option<String>>,
    /// The microphone that the learner chose.
    pub microphone: RwSignal<Option<String>>,
    /// Whether there is to be sound.
    pub voice: RwSignal<bool>,
    /// Whether it begins after a count of three.
    pub count_down: RwSignal<bool>,
    /// With everything begun, what was begun before is out of date.
    turns: Turns,
    /// Where it is shown.
    pub video: NodeRef<html::Video>,
    said: RwSignal<String>,
    problem: RwSignal<Option<&'static str>>,
}

impl Session {
    /// A dialog that stands open and asks for nothing yet.
    pub fn new(kind: Kind, on_file: Callback<PickedFile>) -> Self {
        Self {
            state: AppState::expect(),
            kind,
            on_file,
            open: RwSignal::new(true),
            stage: RwSignal::new(Stage::Choosing),
            live: RwSignal::new_local(None),
            running: StoredValue::new_local(None),
            take: RwSignal::new_local(None),
            camera: RwSignal::new(None),
            microphone: RwSignal::new(None),
            voice: RwSignal::new(true),
            count_down: RwSignal::new(true),
            turns: Turns::new(),
            video: NodeRef::new(),
            said: RwSignal::new(String::new()),
            problem: RwSignal::new(None),
        }
    }

    /// What it takes down.
    pub fn kind(self) -> Kind {
        self.kind
    }

    /// How far it is.
    pub fn stage(self) -> ReadSignal<Stage> {
        self.stage.read_only()
    }

    /// What is seen and heard now.
    pub fn live(self) -> Option<Live> {
        self.live.get()
    }

    /// As [`Self::live`], for whoever looks again by themselves.
    pub fn live_now(self) -> Option<Live> {
        self.live.try_get_untracked().flatten()
    }

    /// What was taken down last.
    pub fn take(self) -> Option<Take> {
        self.take.get()
    }

    /// What a screen reader is told.
    pub fn said(self) -> ReadSignal<String> {
        self.said.read_only()
    }

    /// How long the recording is by now.
    pub fn recorded(self) -> Duration {
        let recorded = self.running.try_with_value(|running| running.as_ref().map(Running::recorded));
        recorded.flatten().unwrap_or_default()
    }

    /// Closes the dialog.
    pub fn close(self) {
        self.open.set(false);
    }

    /// Ends all that goes on: nothing is seen, heard or recorded any more. What was recorded waits to be kept.
    pub fn end(self) {
        match self.running.try_update_value(Option::take).flatten() {
            // It looks again itself, when the last part is on the disk.
            Some(running) => running.stop(),
            None => self.state.look_for_recordings(),
        }
        self.let_go();
    }

    fn fail(self, trouble: Trouble) {
        self.let_go();
        self.enter(Stage::Failed(trouble));
    }

    /// Lets the devices go.
    fn let_go(self) {
        self.turns.next();
        self.live.try_set(None);
    }

    /// Goes on to `stage`, with the focus on its main button.
    fn enter(self, stage: Stage) {
        if self.stage.try_set(stage).is_none() {
            page::focus_when_drawn("capture-main".to_owned());
        }
    }

    fn say(self, words: impl Into<String>) {
        self.said.try_set(words.into());
    }
}
