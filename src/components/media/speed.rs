//! How fast a recording is played.

use leptos::prelude::*;
use platform::intl;

use crate::i18n::{language, t};

/// Times as fast as it was recorded.
const SPEEDS: [f64; 6] = [0.5, 0.75, 1.0, 1.25, 1.5, 2.0];
const AS_RECORDED: f64 = 1.0;

/// A choice of speeds for the recording called `name`; `set` takes how many times as fast.
#[component]
pub fn Speed(name: String, set: Callback<f64>) -> impl IntoView {
    let speeds = SPEEDS.map(|speed| {
        let words = t::viewer::times(intl::decimal(language().tag(), speed, 2));
        view! {
            <option value=speed.to_string() selected=speed == AS_RECORDED>
                {words}
            </option>
        }
    });
    view! {
        <label class="player-speed small">
            <span aria-hidden="true">{t::viewer::speed()}</span>
            <select
                class="input"
                aria-label=t::viewer::speed_of(name)
                on:change:target=move |event| set.run(event.target().value().parse().unwrap_or(AS_RECORDED))
            >
                {speeds.into_iter().collect_view()}
            </select>
        </label>
    }
}
