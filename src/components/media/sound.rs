//! A sound that can be played, with its shape above it.

use leptos::prelude::*;

use super::look::Look;
use crate::ui::waveform::Waveform;

/// Plays the sound at `url`. `fail` is called if the browser cannot.
#[component]
pub fn SoundPlayer(url: String, label: String, look: Memo<Look>, fail: Callback<()>) -> impl IntoView {
    let heard = RwSignal::new(0.0);
    // What a recorder wrote in one go does not say how long it is; what is known of it does.
    let seconds = move |says: f64| look.read_untracked().facts().ms.map_or(says, |ms| ms as f64 / 1000.0);
    let bars = Memo::new(move |_| look.read().bars());
    view! {
        {move || bars.get().map(|bars| view! { <Waveform bars heard /> })}
        <audio
            controls
            src=url
            aria-label=label
            on:timeupdate:target=move |event| {
                let sound = event.target();
                let share = sound.current_time() / seconds(sound.duration());
                heard.set(if share.is_finite() { share } else { 0.0 });
            }
            on:error=move |_| fail.run(())
        ></audio>
    }
}
