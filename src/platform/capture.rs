//! Camera, microphone and screen: what is there, what comes from it, and taking it down.
//!
//! A [`Stream`] is live for as long as it is held, and so is the camera's light. What a [`Recorder`] gives comes in parts of a second;
//! who takes them decides where they are kept (`media::Media::begin_recording`), so that hours of recording never gather in memory.

mod container;
mod devices;
mod error;
mod kind;
mod level;
mod mix;
mod photo;
mod player;
mod recorder;
mod stream;

pub use container::{container, ending};
pub use devices::{Device, Source, devices, on_change};
pub use error::CaptureError;
pub use kind::Kind;
pub use level::Level;
pub use photo::{Picture, picture};
pub use player::{pause, play_from, position, show_at};
pub use recorder::{Part, Parts, Recorder};
pub use stream::{Stream, Wanted, open};
