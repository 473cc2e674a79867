//! What is seen and heard now, and that it is being recorded.

use std::time::Duration;

use leptos::leptos_dom::helpers::set_interval_with_handle;
use leptos::prelude::*;
use platform::capture::Kind;

use super::controls::Controls;
use super::devices::Devices;
use super::session::{Session, Stage};
use super::words::on_clock;
use crate::i18n::t;
use crate::ui::icon::{Glyph, Icon};

/// How often level and time are looked at.
const PULSE: Duration = Duration::from_millis(100);
/// So many silent looks in a row are three seconds.
const LONG_SILENCE: u32 = 30;
/// What is quieter may be nothing.
const AUDIBLE: f32 = 0.08;

/// The picture or the sound, how loud it is, what can be chosen and what can be done.
#[component]
pub fn LiveView(session: Session) -> impl IntoView {
    let kind = session.kind();
    let stage = session.stage();
    let is_on = move || matches!(stage.get(), Stage::Recording);
    let picture = move || match kind {
        Kind::Sound => view! {
            <p class="capture-sound">
                <Icon glyph=Glyph::Microphone />
            </p>
        }
        .into_any(),
        Kind::Photo | Kind::Video | Kind::Screen => view! { <Preview session /> }.into_any(),
    };
    view! {
        <div class="capture-view" class:capture-view-on=is_on>
            {picture()} <Badge session />
            {move || match stage.get() {
                Stage::Counting(left @ 1..) => {
                    Some(view! { <p class="capture-count" aria-hidden="true">{left}</p> })
                }
                _ => None,
            }}
        </div>
        <Loudness session />
        {move || match stage.get() {
            Stage::Ready => view! { <Devices session /> }.into_any(),
            Stage::Paused { out_of_sight: true } => view! { <p>{t::capture::paused_hidden()}</p> }.into_any(),
            _ => ().into_any(),
        }}
        <Controls session />
    }
}

/// The picture as it comes.
#[component]
fn Preview(session: Session) -> impl IntoView {
    let label = if session.kind() == Kind::Screen { t::capture::preview_screen() } else { t::capture::preview() };
    Effect::new(move |_| {
        if let (Some(video), Some(live)) = (session.video.get(), session.live()) {
            live.stream.show_in(&video);
        }
    });
    view! { <video node_ref=session.video autoplay playsinline prop:muted=true aria-label=label></video> }
}

/// That it records, and for how long.
#[component]
fn Badge(session: Session) -> impl IntoView {
    let recorded = RwSignal::new(session.recorded());
    pulse(move || {
        recorded.try_set(session.recorded());
    });
    let clock = Memo::new(move |_| on_clock(recorded.get()));
    move || {
        let (class, word) = match session.stage().get() {
            Stage::Recording => ("capture-badge capture-badge-on", t::capture::recording()),
            Stage::Paused { .. } => ("capture-badge", t::capture::paused()),
            Stage::Ending => ("capture-badge", t::capture::ending()),
            Stage::Counting(0) => ("capture-badge", t::capture::getting_ready()),
            _ => return None,
        };
        Some(view! {
            <p class=class>
                <span class="capture-dot" aria-hidden="true"></span>
                {word}
                <span role="timer" class="capture-clock">
                    {move || clock.get()}
                </span>
            </p>
        })
    }
}

/// How loud it is, and that it is too quiet for too long.
#[component]
fn Loudness(session: Session) -> impl IntoView {
    let level = RwSignal::new(0.0_f32);
    let silent = RwSignal::new(0_u32);
    pulse(move || {
        let live = session.live_now();
        let Some(now) = live.and_then(|live| live.level?.now()) else { return };
        level.try_set(now);
        silent.try_update(|silent| *silent = if now > AUDIBLE { 0 } else { silent.saturating_add(1) });
    });
    let is_quiet = Memo::new(move |_| silent.get() > LONG_SILENCE);
    move || {
        let live = session.live()?;
        if live.level.is_none() {
            let is_missed = matches!(session.kind(), Kind::Video | Kind::Sound);
            return is_missed.then(|| view! { <p class="hint">{t::capture::has_no_sound()}</p> }.into_any());
        }
        let meter = view! {
            <label class="capture-level">
                {t::capture::level()}
                <meter min="0" max="1" prop:value=move || f64::from(level.get())></meter>
            </label>
            {move || is_quiet.get().then(|| view! { <p class="hint">{t::capture::quiet()}</p> })}
        };
        Some(meter.into_any())
    }
}

/// Calls `beat` ten times a second for as long as the view stands.
fn pulse(beat: impl Fn() + 'static) {
    if let Ok(interval) = set_interval_with_handle(beat, PULSE) {
        on_cleanup(move || interval.clear());
    }
}
