//! What is said in a film or a sound: a file of captions of the same piece, shown over the film and as a list of lines.

mod note;
mod overlay;
mod pairs;
mod transcript;

use leptos::prelude::*;
use leptos::task::spawn_local;
use media::captions::{self, Cue};
use platform::media::MediaError;
use portfolio::model::StoredFile;

use crate::i18n::t;
use crate::state::AppState;

pub use note::CaptionsNote;
pub use overlay::Overlay;
pub use pairs::{captions_of, joined};
pub use transcript::Transcript;

/// Captions of a whole school day have less.
const MOST_BYTES: u64 = 2 * 1024 * 1024;

/// Captions as they are being read. Copies are the same reading.
#[derive(Clone, Copy)]
pub struct Said(RwSignal<Reading>);

#[derive(Clone, PartialEq)]
enum Reading {
    Under,
    Cues(Vec<Cue>),
    Failed(String),
}

impl Said {
    /// Reads a file as soon as its bytes are here; they are brought without a word.
    pub fn read(file: StoredFile) -> Self {
        let state = AppState::expect();
        let (here, reading) = (state.is_here(&file), RwSignal::new(Reading::Under));
        Effect::new(move |_| match here.get() {
            None => {}
            Some(true) => read_into(state, file.clone(), reading),
            Some(false) => {
                reading.set(Reading::Failed(t::viewer::captions_missing(&file.name)));
                state.bring(file.clone());
            }
        });
        Self(reading)
    }

    /// Looks at what is said, once it is read; at nothing before that, or where it cannot be.
    fn with<T>(self, look: impl FnOnce(&[Cue]) -> T) -> T {
        self.0.with(|reading| match reading {
            Reading::Cues(cues) => look(cues),
            _ => look(&[]),
        })
    }

    /// Whether there is anything to show.
    fn is_there(self) -> bool {
        self.with(|cues| !cues.is_empty())
    }

    /// Why there is nothing, in words.
    fn failure(self) -> Option<String> {
        self.0.with(|reading| match reading {
            Reading::Failed(words) => Some(words.clone()),
            _ => None,
        })
    }
}

fn read_into(state: AppState, file: StoredFile, reading: RwSignal<Reading>) {
    spawn_local(async move {
        let read = match state.media() {
            Some(media) => media.read(&file.hash, MOST_BYTES).await,
            None => Err(MediaError::Missing),
        };
        let cues = |bytes: Vec<u8>| captions::read(&interchange::text::decode(&bytes).text);
        reading.try_set(match read.map(cues) {
            Ok(Some(cues)) => Reading::Cues(cues),
            Err(MediaError::Missing) => Reading::Failed(t::viewer::captions_missing(&file.name)),
            Ok(None) | Err(_) => Reading::Failed(t::viewer::captions_unread(&file.name)),
        });
    });
}

/// Milliseconds in seconds.
fn seconds(ms: u64) -> f64 {
    // No film has 2^53 milliseconds.
    ms as f64 / 1000.0
}
