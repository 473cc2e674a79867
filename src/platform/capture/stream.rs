//! What comes from a camera, a microphone or the screen, live.

use std::rc::Rc;

use js_sys::{Array, JsString, Object};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlVideoElement, MediaStream, MediaStreamTrack};

use super::devices::manager;
use super::mix::Mixer;
use super::{CaptureError, Kind, Source};
use crate::{Listener, globals};

/// What is asked of the browser.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// What is to be taken down.
    pub kind: Kind,
    /// The camera, by its id; `None`: the browser's choice.
    pub camera: Option<String>,
    /// The microphone, likewise.
    pub microphone: Option<String>,
    /// Whether the microphone is wanted at all.
    pub voice: bool,
}

/// A live stream. Camera, microphone and screen are let go when its last clone is dropped.
#[derive(Clone)]
pub struct Stream(Rc<Inner>);

struct Inner {
    /// What is shown and recorded.
    stream: MediaStream,
    /// What it is made of: camera and microphone, or the screen and then the voice.
    sources: Vec<MediaStream>,
    is_screen: bool,
    _mixer: Option<Mixer>,
}

/// Asks the browser, which asks the person. For the screen it must be called while a press is being answered.
///
/// # Errors
/// Any of [`CaptureError`].
pub async fn open(wanted: &Wanted) -> Result<Stream, CaptureError> {
    match wanted.kind {
        Kind::Screen => screen(wanted).await,
        Kind::Photo => devices(Some(camera(wanted)), None).await.map(Stream::plain),
        Kind::Sound => devices(None, Some(microphone(wanted))).await.map(Stream::plain),
        Kind::Video if !wanted.voice => devices(Some(camera(wanted)), None).await.map(Stream::plain),
        Kind::Video => match devices(Some(camera(wanted)), Some(microphone(wanted))).await {
            // A computer may have a camera and no microphone: a film without sound is better than none.
            Err(CaptureError::NoDevice) => devices(Some(camera(wanted)), None).await.map(Stream::plain),
            opened => opened.map(Stream::plain),
        },
    }
}

/// The screen as the person chooses it, with its own sound where the browser gives that, and the voice where it is wanted.
async fn screen(wanted: &Wanted) -> Result<Stream, CaptureError> {
    let manager = manager()?;
    if globals::property_of::<js_sys::Function>(&manager, "getDisplayMedia").is_err() {
        return Err(CaptureError::Unsupported);
    }
    let constraints = globals::options(&[("video", JsValue::TRUE), ("audio", JsValue::TRUE)]);
    let asked = manager.get_display_media_with_constraints(constraints.unchecked_ref())?;
    let shown = held(JsFuture::from(asked).await?);
    if !wanted.voice {
        return Ok(Stream::of_screen(shown));
    }
    // Whoever refuses the microphone still has the screen.
    match devices(None, Some(microphone(wanted))).await {
        Ok(voice) => Stream::of_screen_and_voice(shown, voice),
        Err(_) => Ok(Stream::of_screen(shown)),
    }
}

async fn devices(video: Option<Object>, audio: Option<Object>) -> Result<MediaStream, CaptureError> {
    let part = |wanted: Option<Object>| wanted.map_or(JsValue::FALSE, JsValue::from);
    let constraints = globals::options(&[("video", part(video)), ("audio", part(audio))]);
    let asked = manager()?.get_user_media_with_constraints(constraints.unchecked_ref())?;
    Ok(held(JsFuture::from(asked).await?))
}

/// The same stream: its own method of the name `clone` makes another, with tracks that go on when these are stopped.
fn same(stream: &MediaStream) -> MediaStream {
    Clone::clone(stream)
}

fn held(stream: JsValue) -> MediaStream {
    stream.unchecked_into()
}

/// As sharp as a photo can use, and for a film as much as a school's computer can encode.
fn camera(wanted: &Wanted) -> Object {
    let ideal = |value: u32| JsValue::from(globals::options(&[("ideal", value.into())]));
    let (width, height) = if wanted.kind == Kind::Photo { (1920, 1080) } else { (1280, 720) };
    let mut entries = vec![("width", ideal(width)), ("height", ideal(height))];
    if wanted.kind == Kind::Video {
        entries.push(("frameRate", ideal(30)));
    }
    chosen(&mut entries, wanted.camera.as_deref());
    globals::options(&entries)
}

fn microphone(wanted: &Wanted) -> Object {
    let mut entries = Vec::new();
    chosen(&mut entries, wanted.microphone.as_deref());
    globals::options(&entries)
}

fn chosen(entries: &mut Vec<(&str, JsValue)>, id: Option<&str>) {
    if let Some(id) = id {
        entries.push(("deviceId", globals::options(&[("exact", id.into())]).into()));
    }
}

impl Stream {
    fn plain(stream: MediaStream) -> Self {
        Self(Rc::new(Inner { sources: vec![same(&stream)], stream, is_screen: false, _mixer: None }))
    }

    fn of_screen(stream: MediaStream) -> Self {
        Self(Rc::new(Inner { sources: vec![same(&stream)], stream, is_screen: true, _mixer: None }))
    }

    /// A recorder takes one track of sound, so the two are mixed where the screen has its own.
    fn of_screen_and_voice(shown: MediaStream, voice: MediaStream) -> Result<Self, CaptureError> {
        let (picture, voice_alone) = (shown.get_video_tracks(), voice.get_audio_tracks());
        let has_own_sound = shown.get_audio_tracks().length() > 0;
        let sources = vec![shown, voice];
        let mixer = if has_own_sound { Some(Mixer::of(&sources)?) } else { None };
        let sound = mixer.as_ref().map_or(voice_alone, Mixer::tracks);
        let stream = MediaStream::new_with_tracks(&picture.concat(&sound))?;
        Ok(Self(Rc::new(Inner { stream, sources, is_screen: true, _mixer: mixer })))
    }

    /// Shows it in a `video`, without its sound, which would come back through the microphone.
    pub fn show_in(&self, video: &HtmlVideoElement) {
        video.set_muted(true);
        video.set_src_object(Some(&self.0.stream));
        // A video that does not begin by itself has `autoplay` to try again.
        drop(video.play().map(JsFuture::from));
    }

    /// Whether it has sound.
    pub fn is_heard(&self) -> bool {
        self.0.stream.get_audio_tracks().length() > 0
    }

    /// The id of the camera or microphone that it comes from.
    pub fn device(&self, source: Source) -> Option<String> {
        let (track, _) = self.devices().into_iter().find(|(_, of)| *of == source)?;
        Some(globals::property_of::<JsString>(&track.get_settings(), "deviceId").ok()?.into())
    }

    /// Calls `then` when one of its devices is gone: unplugged, taken away by the system, or ended by the browser's own bar.
    #[must_use]
    pub fn on_lost(&self, then: impl Fn(Source) + 'static) -> Vec<Listener> {
        let then = Rc::new(then);
        let listen = |(track, source): (MediaStreamTrack, Source)| {
            let then = Rc::clone(&then);
            Listener::new(track.into(), "ended", move |_| then(source))
        };
        self.devices().into_iter().map(listen).collect()
    }

    /// The tracks that come from devices. The screen's own sound ends with the screen and counts for none.
    fn devices(&self) -> Vec<(MediaStreamTrack, Source)> {
        let Inner { sources, is_screen, .. } = &*self.0;
        let picture = if *is_screen { Source::Screen } else { Source::Camera };
        let seen = sources.first().map(|first| tracks(&first.get_video_tracks())).unwrap_or_default();
        let heard = sources.iter().skip(usize::from(*is_screen)).flat_map(|source| tracks(&source.get_audio_tracks()));
        let seen = seen.into_iter().map(|track| (track, picture));
        seen.chain(heard.map(|track| (track, Source::Microphone))).collect()
    }

    pub(super) fn inner(&self) -> &MediaStream {
        &self.0.stream
    }
}

fn tracks(listed: &Array) -> Vec<MediaStreamTrack> {
    listed.iter().filter_map(|track| track.dyn_into().ok()).collect()
}

impl Drop for Inner {
    fn drop(&mut self) {
        for source in &self.sources {
            tracks(&source.get_tracks()).iter().for_each(MediaStreamTrack::stop);
        }
    }
}
