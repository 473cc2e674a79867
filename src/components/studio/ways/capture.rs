//! Taking something down here and now.

use leptos::prelude::*;
use platform::capture::Kind;

use super::Way;
use crate::components::capture::Recorder;
use crate::components::studio::intake::Intake;
use crate::i18n::t;
use crate::ui::icon::Glyph;

/// Opens the dialog for a photo, a video, sound or the screen, made anew each time.
#[component]
pub fn CaptureWay(kind: Kind, intake: Intake) -> impl IntoView {
    let open = RwSignal::new(false);
    let press = Callback::new(move |()| open.set(true));
    let on_close = Callback::new(move |()| {
        open.try_set(false);
    });
    let on_file = Callback::new(move |file| intake.add(vec![file]));
    let (glyph, word) = match kind {
        Kind::Photo => (Glyph::Camera, t::capture::way_photo()),
        Kind::Video => (Glyph::Video, t::capture::way_video()),
        Kind::Sound => (Glyph::Microphone, t::capture::way_sound()),
        Kind::Screen => (Glyph::Screen, t::capture::way_screen()),
    };
    view! {
        <Way glyph word press>
            {move || open.get().then(|| view! { <Recorder kind on_file on_close /> })}
        </Way>
    }
}
