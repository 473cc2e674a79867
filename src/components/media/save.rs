//! A copy of a stored file, for the person to keep elsewhere.

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::download;
use portfolio::model::StoredFile;

use crate::i18n::t;
use crate::state::AppState;
use crate::ui::icon::{Glyph, Icon};

/// The button that saves one, under a name that is safe anywhere.
#[component]
pub fn SaveCopy(file: StoredFile) -> impl IntoView {
    let state = AppState::expect();
    let name = interchange::names::safe_name(&file.name);
    let label = t::media::save_named(&file.name);
    let save = move |_| {
        let (hash, name) = (file.hash.clone(), name.clone());
        spawn_local(async move {
            let saved = match state.media() {
                Some(media) => match media.open(&hash, "application/octet-stream").await {
                    Ok(url) => download::address(&name, url).is_ok(),
                    Err(_) => false,
                },
                None => false,
            };
            if !saved {
                state.say(t::media::save_failed(), None);
            }
        });
    };
    view! {
        <button type="button" class="button button-quiet" aria-label=label on:click=save>
            <Icon glyph=Glyph::Download />
            {t::media::save_copy()}
        </button>
    }
}
