//! Where files are, in words: on their way in, on this device, seen on the storage.

use leptos::prelude::*;
use platform::intl;
use portfolio::EntityId;
use portfolio::model::{StoredFile, Submission};
use portfolio::submission::Manifest;

use super::submitted::read_copy;
use crate::i18n::{language, t};
use crate::state::{AppState, Kept};

/// Which files are still on their way into a piece; nothing when there are none.
pub fn coming_in(state: AppState, piece: &EntityId) -> Option<String> {
    let names = state.on_their_way(piece);
    (!names.is_empty()).then(|| t::evidence::coming_in(intl::list(language().tag(), &names)))
}

/// How many of a piece's files are backed up; nothing of a piece without files.
pub fn files_kept(state: AppState, piece: &EntityId) -> Option<String> {
    let files = state.watch(&["artifact"], |world| {
        let artifacts = world.portfolio.artifacts_of(piece).into_iter();
        artifacts.filter_map(|artifact| artifact.file().cloned()).collect::<Vec<_>>()
    });
    let files = files.filter(|files| !files.is_empty())?;
    Some(match state.kept(&files) {
        Kept::Here => t::evidence::kept_here(files.len()),
        Kept::Unknown => t::evidence::kept_unknown().to_owned(),
        Kept::Seen { there, total } if there == total => t::evidence::kept_all(total),
        Kept::Seen { there, total } => t::evidence::kept_some(total, there),
    })
}

/// How much of a submission is backed up: what it says, and the files that it names.
#[component]
pub fn CopyKept(submission: Submission) -> impl IntoView {
    let state = AppState::expect();
    let copy = read_copy(state, &submission);
    let words = move || match copy.get()? {
        Ok(manifest) => Some(copy_kept(state, &submission.id, &manifest)),
        Err(_) => None,
    };
    view! { <p class="soft small">{words}</p> }
}

fn copy_kept(state: AppState, submission: &EntityId, manifest: &Manifest) -> String {
    let itself = state.read(|world| world.portfolio.frozen(submission).map(|frozen| frozen.manifest.clone())).flatten();
    let is_there = itself.is_some_and(|itself| matches!(state.kept([&itself]), Kept::Seen { there: 1, .. }));
    let files: Vec<&StoredFile> = manifest.files().collect();
    match state.kept(files) {
        Kept::Here => t::life::sent_here().to_owned(),
        Kept::Unknown => t::life::sent_unseen().to_owned(),
        Kept::Seen { there, total } if there < total => t::evidence::kept_some(total, there),
        Kept::Seen { .. } if !is_there => t::life::sent_not_seen().to_owned(),
        Kept::Seen { total: 0, .. } => t::life::sent_words_seen().to_owned(),
        Kept::Seen { total, .. } => t::life::sent_all_seen(total),
    }
}
