//! What goes wrong with cameras, microphones and disks, in words: what happened, what is safe, what to do.

use leptos::prelude::*;
use platform::capture::{CaptureError, Kind, Source};
use platform::media::MediaError;

use super::session::Session;
use super::words::spoken;
use crate::components::storage::RoomHint;
use crate::i18n::t;
use crate::ui::icon::{Glyph, Icon};

/// Why nothing can be taken down.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// A device gives nothing.
    Device(Source, CaptureError),
    /// A device went away before anything was recorded.
    Lost(Source),
    /// The disk is full.
    NoRoom,
    /// Anything else.
    Failed,
}

/// What ended a recording, if the learner did not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ended {
    /// A device went away, or the sharing of the screen was ended.
    Lost(Source),
    /// The disk is full.
    Full,
    /// It could not be stored for another reason.
    Broke,
}

impl Trouble {
    /// What the browser says of what was asked for.
    pub fn of_device(kind: Kind, error: CaptureError) -> Self {
        let source = match kind {
            Kind::Photo | Kind::Video => Source::Camera,
            Kind::Sound => Source::Microphone,
            Kind::Screen => Source::Screen,
        };
        Self::Device(source, error)
    }

    fn sentences(&self) -> (&'static str, &'static str) {
        match self {
            Self::Device(source, CaptureError::Refused) => match source {
                Source::Camera => (t::capture::refused_camera(), t::capture::allow()),
                Source::Microphone => (t::capture::refused_microphone(), t::capture::allow()),
                Source::Screen => (t::capture::refused_screen(), t::capture::share_again()),
            },
            Self::Device(source, CaptureError::NoDevice) => match source {
                Source::Microphone => (t::capture::none_microphone(), t::capture::plug_in()),
                Source::Camera | Source::Screen => (t::capture::none_camera(), t::capture::plug_in()),
            },
            Self::Device(source, CaptureError::Busy) => match source {
                Source::Camera => (t::capture::busy_camera(), t::capture::close_other()),
                Source::Microphone => (t::capture::busy_microphone(), t::capture::close_other()),
                Source::Screen => (t::capture::busy_screen(), t::capture::share_again()),
            },
            Self::Device(_, CaptureError::Unsupported) => (t::capture::unsupported(), t::capture::other_app()),
            Self::Lost(source) => (lost(*source), t::capture::plug_in()),
            Self::NoRoom => (t::capture::no_room(), t::capture::free_room()),
            Self::Device(_, CaptureError::Browser(_)) | Self::Failed => (t::capture::failed(), t::capture::other_app()),
        }
    }
}

impl From<MediaError> for Trouble {
    fn from(error: MediaError) -> Self {
        match error {
            MediaError::Quota => Self::NoRoom,
            _ => Self::Failed,
        }
    }
}

impl Ended {
    /// What happened, and what is safe.
    pub fn sentence(self, length: std::time::Duration) -> String {
        let happened = match self {
            Self::Lost(source) => lost(source),
            Self::Full => t::capture::full(),
            Self::Broke => t::capture::broke(),
        };
        format!("{happened} {}", t::capture::all_safe(spoken(length)))
    }
}

fn lost(source: Source) -> &'static str {
    match source {
        Source::Camera => t::capture::lost_camera(),
        Source::Microphone => t::capture::lost_microphone(),
        Source::Screen => t::capture::lost_screen(),
    }
}

/// The sentences, and a way to try again.
#[component]
pub fn TroubleNote(session: Session, trouble: Trouble) -> impl IntoView {
    let (happened, advice) = trouble.sentences();
    let is_no_room = trouble == Trouble::NoRoom;
    view! {
        <div class="stack" role="alert">
            <p class="row capture-trouble">
                <Icon glyph=Glyph::Alert />
                <strong class="grow">{happened}</strong>
            </p>
            <p>{t::capture::nothing_recorded()} " " {advice}</p>
            {is_no_room.then(|| view! { <RoomHint /> })}
        </div>
        <div class="row">
            <button id="capture-main" type="button" class="button button-main" on:click=move |_| session.try_again()>
                {t::capture::try_again()}
            </button>
            <button type="button" class="button" on:click=move |_| session.close()>
                {t::capture::close()}
            </button>
        </div>
    }
}
