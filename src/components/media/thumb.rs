//! A small picture of an artifact, the shape of its sound, or the icon of what it is.

use leptos::prelude::*;

use super::look::Look;
use super::opened::{self, Opened};
use crate::ui::icon::Icon;
use crate::ui::waveform::Waveform;

/// Decorative: the name or title beside it says what it is.
#[component]
pub fn Thumb(look: Look) -> impl IntoView {
    let (glyph, word) = look.glyph_and_word();
    let length = look.length();
    let (bars, picture) = (look.few_bars(), look.picture().map(opened::open));
    let (label, is_long) = (length.clone(), length.is_some());
    let instead = move || match bars.clone() {
        Some(bars) => view! { <Waveform bars /> }.into_any(),
        None => view! {
            <span class="thumb-icon">
                <Icon glyph />
                <span class="tiny">{word}</span>
            </span>
        }
        .into_any(),
    };
    let broken = RwSignal::new(false);
    let shown = move || match picture.map(|picture| picture.get()) {
        Some(Opened::At(url)) if !broken.get() => {
            view! { <img src=url.to_string() alt="" loading="lazy" on:error=move |_| broken.set(true) /> }.into_any()
        }
        _ => instead(),
    };
    view! {
        <span class="thumb">
            {shown} {is_long.then(|| view! { <span class="thumb-length tiny">{label}</span> })}
        </span>
    }
}
