//! In the studio: whether a film has captions, and how it gets some.

use leptos::prelude::*;
use portfolio::model::Artifact;

use super::pairs::{captions_of, name_for};
use crate::components::media::shown::{self, Shown};
use crate::i18n::t;
use crate::state::AppState;

/// A line below a film; nothing of what is none.
#[component]
pub fn CaptionsNote(artifact: Artifact) -> impl IntoView {
    let state = AppState::expect();
    let film = artifact.file().filter(|file| shown::of(&file.media_type) == Shown::Video).map(|file| file.name.clone());
    let said = move |film: &str| {
        let captions = state.watch(&["artifact"], |world| {
            let all: Vec<_> = world.portfolio.artifacts_of(&artifact.evidence).into_iter().cloned().collect();
            captions_of(&artifact, &all)
        });
        match captions.flatten() {
            Some(captions) => t::viewer::captions_in(captions.name),
            None => t::viewer::captions_wanted(name_for(film)),
        }
    };
    film.map(|film| view! { <p class="soft small">{move || said(&film)}</p> })
}
