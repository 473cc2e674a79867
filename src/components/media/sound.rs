//! A sound that can be played, with its shape to find a place by.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use platform::player;

use super::captions::{Said, Transcript};
use super::look::{Look, clock};
use super::speed::Speed;
use super::words::InWords;
use crate::i18n::t;
use crate::ui::icon::{Glyph, Icon};
use crate::ui::waveform::Waveform;

/// An arrow key goes so many seconds on or back.
const ARROW: f64 = 5.0;
/// As many bars as a shape has, where the sound's own is not known (yet).
const BARS: usize = 100;

/// Plays the sound at `url`. `fail` is called if the browser cannot.
#[component]
pub fn SoundPlayer(
    url: String,
    name: String,
    alt: String,
    look: Memo<Look>,
    said: Option<Said>,
    fail: Callback<()>,
) -> impl IntoView {
    let sound = NodeRef::<html::Audio>::new();
    let (now, is_playing) = (RwSignal::new(0.0), RwSignal::new(false));
    let says = RwSignal::new(None::<f64>);
    // What a recorder wrote in one go does not say how long it is; what is known of it does.
    let length = Memo::new(move |_| look.read().facts().ms.map(|ms| ms as f64 / 1000.0).or(says.get()));
    let seek = Callback::new(move |to: f64| {
        if let Some(sound) = sound.get_untracked() {
            player::seek(&sound, to);
            now.set(to);
        }
    });
    let toggle = move |_| {
        if let Some(sound) = sound.get_untracked() {
            player::toggle(&sound);
        }
    };
    let set_speed = Callback::new(move |times: f64| {
        if let Some(sound) = sound.get_untracked() {
            player::set_speed(&sound, times);
        }
    });
    let press =
        move || if is_playing.get() { (Glyph::Pause, t::viewer::pause()) } else { (Glyph::Play, t::viewer::play()) };
    let (label, whose) = (name.clone(), name.clone());
    view! {
        <div class="player" role="group" aria-label=label>
            <audio
                node_ref=sound
                src=url
                preload="metadata"
                on:loadedmetadata:target=move |event| says.set(Some(event.target().duration()).filter(|it| it.is_finite()))
                on:timeupdate:target=move |event| now.set(event.target().current_time())
                on:play=move |_| is_playing.set(true)
                on:pause=move |_| is_playing.set(false)
                on:error=move |_| fail.run(())
            ></audio>
            {move || view! { <Shape bars=look.read().bars() name=name.clone() now length=length.get() seek /> }}
            <div class="row">
                <button type="button" class="button button-main" on:click=toggle>
                    {move || {
                        let (glyph, words) = press();
                        view! {
                            <Icon glyph />
                            {words}
                        }
                    }}
                </button>
                <span class="grow player-time small">{move || reading(now.get(), length.get())}</span>
                <Speed name=whose set=set_speed />
            </div>
        </div>
        <InWords words=alt />
        {said.map(|said| view! { <Transcript said now seek /> })}
    }
}

/// Where it is, and how long it is if that is known: `0:12 / 1:23`.
fn reading(now: f64, length: Option<f64>) -> String {
    match length {
        Some(length) => format!("{} / {}", clock(now), clock(length)),
        None => clock(now),
    }
}

/// The shape of the sound, with the place that is heard now. It is found by pressing on it, or by keys.
#[component]
fn Shape(
    bars: Option<Vec<u8>>,
    name: String,
    now: RwSignal<f64>,
    length: Option<f64>,
    seek: Callback<f64>,
) -> impl IntoView {
    let bars = bars.unwrap_or_else(|| vec![0; BARS]);
    let heard = Signal::derive(move || length.map_or(0.0, |length| now.get() / length));
    let by_key = move |event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => ARROW,
            "ArrowLeft" | "ArrowDown" => -ARROW,
            _ => return,
        };
        event.prevent_default();
        seek.run((now.get_untracked() + step).clamp(0.0, length.unwrap_or_default()));
    };
    let place = length.map(|length| {
        view! {
            <input
                type="range"
                class="player-place"
                min="0"
                max=length.to_string()
                step="any"
                aria-label=t::viewer::place(name)
                aria-valuetext=move || t::viewer::at(clock(now.get()), clock(length))
                prop:value=move || now.get().to_string()
                on:input:target=move |event| seek.run(event.target().value().parse().unwrap_or_default())
                on:keydown=by_key
            />
        }
    });
    view! { <div class="player-shape"><Waveform bars heard /> {place}</div> }
}
