//! Cutting the beginning and the end off.

use std::time::Duration;

use leptos::prelude::*;
use platform::capture;

use super::words::{on_clock, spoken};
use crate::i18n::t;

/// The id of the player in the dialog.
pub const PLAYER: &str = "capture-player";
/// A step of the sliders and the shortest that can stay, in milliseconds.
const STEP: u32 = 100;

/// What stays of a recording, in milliseconds. Copies are the same.
#[derive(Clone, Copy)]
pub struct Cut {
    whole: u32,
    from: RwSignal<u32>,
    to: RwSignal<u32>,
    /// Whether what stays is being played.
    is_played: StoredValue<bool>,
}

impl Cut {
    /// All of it stays.
    pub fn of(length: Duration) -> Self {
        let whole = milliseconds(length);
        Self { whole, from: RwSignal::new(0), to: RwSignal::new(whole), is_played: StoredValue::new(false) }
    }

    /// What is to stay; nothing where all is.
    pub fn wanted(self) -> Option<(Duration, Duration)> {
        let (from, to) = (self.from.get_untracked(), self.to.get_untracked());
        (from > 0 || to < self.whole).then(|| (length(from), length(to)))
    }

    /// Plays what stays.
    fn play(self) {
        self.is_played.set_value(true);
        capture::play_from(PLAYER, length(self.from.get_untracked()));
    }

    /// Stops the player where what stays ends. Who plays beyond it by themselves is let go on.
    pub fn stop_in_time(self) {
        if self.is_played.get_value() && capture::position(PLAYER) >= length(self.to.get_untracked()) {
            self.is_played.set_value(false);
            capture::pause(PLAYER);
        }
    }

    fn begin_at(self, at: u32) {
        self.from.set(at.min(self.to.get_untracked().saturating_sub(STEP)));
    }

    fn end_at(self, at: u32) {
        self.to.set(at.max(self.from.get_untracked().saturating_add(STEP)).min(self.whole));
    }

    fn stays(self) -> Duration {
        length(self.to.get().saturating_sub(self.from.get()))
    }
}

/// Two sliders, each with a button that takes the place where the player is.
#[component]
pub fn Trim(
    cut: Cut,
    /// Films begin at a whole picture, so the beginning is cut less exactly.
    is_film: bool,
) -> impl IntoView {
    view! {
        <details>
            <summary>{t::capture::cut()}</summary>
            <div class="stack">
                {is_film.then(|| view! { <p class="hint">{t::capture::cut_film()}</p> })}
                <Mark
                    label=t::capture::cut_start()
                    here=t::capture::start_here()
                    at=cut.from
                    whole=cut.whole
                    set=Callback::new(move |at| cut.begin_at(at))
                />
                <Mark
                    label=t::capture::cut_end()
                    here=t::capture::end_here()
                    at=cut.to
                    whole=cut.whole
                    set=Callback::new(move |at| cut.end_at(at))
                />
                <div class="row">
                    <button type="button" class="button" on:click=move |_| cut.play()>
                        {t::capture::cut_play()}
                    </button>
                    <p class="soft">{move || t::capture::cut_stays(spoken(cut.stays()))}</p>
                </div>
            </div>
        </details>
    }
}

/// One end. Moving it shows what is there.
#[component]
fn Mark(
    label: &'static str,
    /// What its button is called.
    here: &'static str,
    at: RwSignal<u32>,
    whole: u32,
    set: Callback<u32>,
) -> impl IntoView {
    let slide = move |value: String| {
        if let Ok(at) = value.parse() {
            set.run(at);
            capture::show_at(PLAYER, length(at));
        }
    };
    view! {
        <div class="capture-mark">
            <label class="grow">
                <span class="row row-apart">
                    {label} <span class="capture-clock">{move || on_clock(length(at.get()))}</span>
                </span>
                <input
                    type="range"
                    min="0"
                    max=whole
                    step=STEP
                    prop:value=move || at.get().to_string()
                    aria-valuetext=move || spoken(length(at.get()))
                    on:input:target=move |event| slide(event.target().value())
                />
            </label>
            <button type="button" class="button" on:click=move |_| set.run(milliseconds(capture::position(PLAYER)))>
                {here}
            </button>
        </div>
    }
}

fn length(milliseconds: u32) -> Duration {
    Duration::from_millis(milliseconds.into())
}

/// No recording is longer than 49 days.
fn milliseconds(length: Duration) -> u32 {
    u32::try_from(length.as_millis()).unwrap_or(u32::MAX)
}
