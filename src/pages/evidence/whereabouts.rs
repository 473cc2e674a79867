//! Where the files of a piece are: on their way in, on this device, seen on the storage.

use leptos::prelude::*;
use portfolio::EntityId;
use portfolio::model::StoredFile;

use crate::i18n::{language, t};
use crate::platform::intl;
use crate::state::{AppState, Kept};

/// Says of the piece's files where they are. Nothing of a piece without files.
#[component]
pub fn Whereabouts(piece: EntityId) -> impl IntoView {
    let state = AppState::expect();
    let coming = {
        let piece = piece.clone();
        move || coming_in(state, &piece).map(|words| view! { <p>{words}</p> })
    };
    let files = Memo::new(move |_| {
        let files = state.watch(&["artifact"], |world| {
            let artifacts = world.portfolio.artifacts_of(&piece).into_iter();
            artifacts.filter_map(|artifact| artifact.file().cloned()).collect::<Vec<_>>()
        });
        files.unwrap_or_default()
    });
    let kept = move || files.with(|files| kept_words(state, files)).map(|words| view! { <p>{words}</p> });
    view! {
        <div class="stack stack-tight soft small" role="status">
            {coming} {kept}
        </div>
    }
}

/// Which files are still on their way into a piece, in words; nothing when there are none.
fn coming_in(state: AppState, piece: &EntityId) -> Option<String> {
    let names = state.on_their_way(piece);
    (!names.is_empty()).then(|| t::evidence::coming_in(intl::list(language().tag(), &names)))
}

/// How many of `files` are backed up, in words; nothing when there are none.
fn kept_words(state: AppState, files: &[StoredFile]) -> Option<String> {
    let words = match state.kept(files) {
        _ if files.is_empty() => return None,
        Kept::Here => t::evidence::kept_here(files.len()),
        Kept::Unknown => t::evidence::kept_unknown().to_owned(),
        Kept::Seen { there, total } if there == total => t::evidence::kept_all(total),
        Kept::Seen { there, total } => t::evidence::kept_some(total, there),
    };
    Some(words)
}
