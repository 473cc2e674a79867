//! Several sounds as one.

use js_sys::Array;
use web_sys::{AudioContext, MediaStream, MediaStreamAudioDestinationNode};

use super::CaptureError;

/// Plays streams together for as long as it is held.
pub(super) struct Mixer {
    context: AudioContext,
    mixed: MediaStreamAudioDestinationNode,
}

impl Mixer {
    pub(super) fn of(streams: &[MediaStream]) -> Result<Self, CaptureError> {
        let context = AudioContext::new()?;
        let mixed = context.create_media_stream_destination()?;
        for stream in streams {
            context.create_media_stream_source(stream)?.connect_with_audio_node(&mixed)?;
        }
        Ok(Self { context, mixed })
    }

    /// The mixed sound: one track.
    pub(super) fn tracks(&self) -> Array {
        self.mixed.stream().get_audio_tracks()
    }
}

impl Drop for Mixer {
    fn drop(&mut self) {
        // It is closed or was never open; nobody waits for the answer.
        drop(self.context.close());
    }
}
