//! Recording a stream, a part a second.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use futures_channel::mpsc::{UnboundedReceiver, unbounded};
use futures_util::StreamExt as _;
use wasm_bindgen::JsCast as _;
use web_sys::{BlobEvent, MediaRecorder, MediaRecorderOptions};

use super::{CaptureError, Stream};
use crate::bytes::Bytes;
use crate::{BrowserError, Listener, clock};

/// The most that a crash may cost, in milliseconds.
const PART: i32 = 1000;
/// How far apart whole pictures stand, in milliseconds: a film can begin and be cut there alone.
const WHOLE_PICTURES: f64 = 1000.0;

/// A recording under way. It ends when this is dropped, when it is stopped, and when its stream ends.
pub struct Recorder {
    recorder: MediaRecorder,
    clock: Rc<Clock>,
    _listeners: [Listener; 2],
}

/// What a recorder gives, in order.
pub struct Parts(UnboundedReceiver<Part>);

/// A piece of a recording; put behind each other they are the whole.
pub struct Part {
    /// Its bytes.
    pub bytes: Bytes,
    /// How long the recording is with it.
    pub until: Duration,
}

impl Recorder {
    /// Begins to record `stream` as `media_type`, which [`container`](super::container) found.
    ///
    /// # Errors
    /// A browser that does not record, or not such a stream.
    pub fn start(stream: &Stream, media_type: &str) -> Result<(Self, Parts), CaptureError> {
        let options = MediaRecorderOptions::new();
        options.set_mime_type(media_type);
        options.set_video_key_frame_interval_duration(WHOLE_PICTURES);
        let recorder = MediaRecorder::new_with_media_stream_and_media_recorder_options(stream.inner(), &options)?;
        let clock = Rc::new(Clock::default());
        let (parts, received) = unbounded();
        let (giving, ended, since) = (parts.clone(), parts, Rc::clone(&clock));
        let listeners = [
            Listener::new(recorder.clone().into(), "dataavailable", move |event| {
                let data = event.dyn_into::<BlobEvent>().ok().and_then(|event| event.data());
                if let Some(data) = data.filter(|data| data.size() > 0.0) {
                    let part = Part { bytes: gloo_file::Blob::from(data).into(), until: since.recorded() };
                    // Who takes no more parts has said how it ended.
                    drop(giving.unbounded_send(part));
                }
            }),
            // After the last part, whatever ended it.
            Listener::new(recorder.clone().into(), "stop", move |_| ended.close_channel()),
        ];
        recorder.start_with_time_slice(PART)?;
        clock.run();
        Ok((Self { recorder, clock, _listeners: listeners }, Parts(received)))
    }

    /// Records nothing until [`Self::resume`].
    ///
    /// # Errors
    /// A recording that has ended.
    pub fn pause(&self) -> Result<(), BrowserError> {
        self.recorder.pause()?;
        self.clock.stop();
        Ok(())
    }

    /// Goes on.
    ///
    /// # Errors
    /// A recording that has ended.
    pub fn resume(&self) -> Result<(), BrowserError> {
        self.recorder.resume()?;
        self.clock.run();
        Ok(())
    }

    /// Ends it; the last part comes then. One that has ended stays so.
    pub fn stop(&self) {
        self.clock.stop();
        // It throws where the recording has ended by itself.
        drop(self.recorder.stop());
    }

    /// How long it is, without its pauses.
    pub fn recorded(&self) -> Duration {
        self.clock.recorded()
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Parts {
    /// The next part; nothing when the recording has ended.
    pub async fn next(&mut self) -> Option<Part> {
        self.0.next().await
    }
}

/// Counts while it runs, in milliseconds of the system's clock.
#[derive(Default)]
struct Clock {
    counted: Cell<Duration>,
    running_since: Cell<Option<chrono::DateTime<chrono::Utc>>>,
}

impl Clock {
    fn run(&self) {
        if self.running_since.get().is_none() {
            self.running_since.set(Some(clock::now()));
        }
    }

    fn stop(&self) {
        self.counted.set(self.recorded());
        self.running_since.set(None);
    }

    fn recorded(&self) -> Duration {
        // A clock that was set back meanwhile adds nothing.
        let running = self.running_since.get().and_then(|since| (clock::now() - since).to_std().ok());
        self.counted.get() + running.unwrap_or_default()
    }
}
