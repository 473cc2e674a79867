//! What was taken down: looked at, kept.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::capture::{self, Picture};
use platform::files::PickedFile;

use super::{Session, Stage};
use crate::components::capture::take::{Take, What, part_file};
use crate::components::capture::trouble::Trouble;
use crate::i18n::t;

impl Session {
    /// Takes a picture of what is seen now.
    pub fn take_photo(self, format: Picture) {
        self.counting(move || {
            let Some(video) = self.video.try_get_untracked().flatten() else { return };
            spawn_local(async move {
                match capture::picture(&video, format).await {
                    Ok(bytes) => {
                        self.say(t::capture::photo_taken());
                        self.taken(Take::photo(format, bytes));
                    }
                    Err(error) => self.fail(Trouble::of_device(self.kind, error)),
                }
            });
        });
    }

    /// Back to what was taken down last.
    pub fn back(self) {
        self.let_go();
        self.enter(Stage::Taken);
    }

    /// Hands what was taken down over, or the part of it from one time to another, and closes.
    pub fn keep(self, part: Option<(Duration, Duration)>) {
        let Some(take) = self.take.get_untracked() else { return };
        let (Some(part), What::Recorded(recording), Some(media)) = (part, take.what.clone(), self.state.media()) else {
            self.hand_over(&take, take.file());
            return;
        };
        self.problem.set(None);
        spawn_local(async move {
            match media.finished(&recording, Some(part)).await {
                Ok(cut) => self.hand_over(&take, part_file(&recording, &cut.bytes)),
                Err(_) => drop(self.problem.try_set(Some(t::capture::cut_failed()))),
            }
        });
    }

    fn hand_over(self, take: &Take, file: PickedFile) {
        // It may have been kept already, by a second press.
        if self.take.try_update(Option::take).flatten().is_none() {
            return;
        }
        if let What::Recorded(recording) = &take.what {
            self.state.recording_leaves(recording);
        }
        self.on_file.run(file);
        self.close();
    }

    /// What did not work with what was taken down.
    pub fn problem(self) -> ReadSignal<Option<&'static str>> {
        self.problem.read_only()
    }

    /// There is something to look at, and nothing is seen or heard any more.
    pub(super) fn taken(self, take: Take) {
        self.let_go();
        self.take.try_set(Some(take));
        self.enter(Stage::Taken);
    }
}
