//! What can be shown of a file depends on where its bytes are.

use leptos::prelude::*;
use portfolio::model::StoredFile;

use super::elsewhere::Elsewhere;
use crate::i18n::t;
use crate::state::{AppState, Kept};

/// Shows what needs the bytes of a file, as soon as they are on this device. Until then it says where they are, and brings them.
#[component]
pub fn Here(
    file: StoredFile,
    /// Whether they are.
    here: RwSignal<Option<bool>, LocalStorage>,
    /// The id of the line that says what the file is.
    line: String,
    children: ChildrenFn,
) -> impl IntoView {
    let state = AppState::expect();
    move || match here.get() {
        None => view! { <p class="soft">{t::media::looking()}</p> }.into_any(),
        Some(true) => {
            state.note_looked_at(&file);
            children()
        }
        Some(false) => view! { <Elsewhere file=file.clone() line=line.clone() /> }.into_any(),
    }
}

/// Where a file is, in words: on this device, on the storage, or on both.
#[component]
pub fn WhereItIs(file: StoredFile, here: RwSignal<Option<bool>, LocalStorage>) -> impl IntoView {
    let state = AppState::expect();
    move || here.get().map(|here| where_it_is(here, state.kept([&file])))
}

/// Where a file is, by whether it is on this device and how it was seen on the storage.
pub fn where_it_is(here: bool, kept: Kept) -> &'static str {
    match (here, kept) {
        (true, Kept::Here) => t::room::here_only(),
        (true, Kept::Unknown) => t::room::here(),
        (true, Kept::Seen { there: 0, .. }) => t::room::here_not_yet_there(),
        (true, Kept::Seen { .. }) => t::room::here_and_there(),
        (false, Kept::Seen { there: 1.., .. }) => t::room::only_there(),
        (false, _) => t::room::not_here(),
    }
}
