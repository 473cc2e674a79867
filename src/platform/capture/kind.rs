//! What can be taken down.

use serde::{Deserialize, Serialize};

/// What is taken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// One picture from the camera.
    Photo,
    /// The camera, with sound.
    Video,
    /// The microphone.
    Sound,
    /// What the screen shows, perhaps with a voice.
    Screen,
}

impl Kind {
    /// Whether there is something to see.
    pub fn is_seen(self) -> bool {
        self != Self::Sound
    }

    /// Whether it comes from the camera.
    pub fn needs_camera(self) -> bool {
        matches!(self, Self::Photo | Self::Video)
    }
}
