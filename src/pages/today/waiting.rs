//! What came from other apps and was neither taken nor thrown away.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use platform::shared;

use crate::i18n::t;
use crate::routes::Place;

/// A line that leads there; nothing while nothing waits.
#[component]
pub fn Waiting() -> impl IntoView {
    let is_waiting = RwSignal::new(false);
    spawn_local(async move {
        match shared::is_anything_waiting().await {
            Ok(waiting) => drop(is_waiting.try_set(waiting)),
            Err(error) => leptos::logging::warn!("what was shared could not be looked for: {error}"),
        }
    });
    view! {
        <Show when=move || is_waiting.get()>
            <p class="card card-sunk" role="status">
                <span>{t::share::waiting()}</span>
                <A href=Place::Share.to_string()>{t::share::see()}</A>
            </p>
        </Show>
    }
}
