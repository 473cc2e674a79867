//! How far a run is, as a bar with words.

use leptos::prelude::*;
use platform::intl;
use sync::progress::{Phase, Progress};

use crate::i18n::{language, t};

/// What a run is doing, and how much of it is done where that is known.
#[component]
pub fn RunProgress(#[prop(into)] progress: Signal<Option<Progress>, LocalStorage>) -> impl IntoView {
    let bytes = |count| intl::bytes(language().tag(), count);
    move || {
        let known = progress.get().filter(|progress| progress.total > 0);
        let words = match known {
            Some(Progress { phase, done, total }) => t::sync::done_of(phase_name(phase), bytes(done), bytes(total)),
            None => progress.get().map_or(t::sync::connecting(), |progress| phase_name(progress.phase)).to_owned(),
        };
        let (done, total) = known.map(|known| (known.done.to_string(), known.total.to_string())).unzip();
        view! {
            <div class="stack stack-tight">
                <span class="small">{words.clone()}</span>
                <progress aria-label=words max=total value=done></progress>
            </div>
        }
    }
}

fn phase_name(phase: Phase) -> &'static str {
    match phase {
        Phase::Looking => t::sync::looking(),
        Phase::FetchingChanges => t::sync::fetching_changes(),
        Phase::SendingChanges => t::sync::sending_changes(),
        Phase::Checking => t::sync::checking(),
        Phase::SendingMedia => t::sync::sending_media(),
        Phase::FetchingMedia => t::sync::fetching_media(),
    }
}
