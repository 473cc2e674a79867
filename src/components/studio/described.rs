//! How many pictures have no words yet for who cannot see them. Asked for kindly, and nothing waits for it.

use leptos::prelude::*;

use super::Draft;
use crate::i18n::t;

/// A line with the count; nothing when all are described.
#[component]
pub fn Undescribed(draft: Draft) -> impl IntoView {
    let state = draft.state();
    let count = Memo::new(move |_| {
        let piece = draft.piece().get()?;
        state.watch(&["artifact"], |world| {
            let pictures = world
                .portfolio
                .artifacts_of(&piece)
                .into_iter()
                .filter(|artifact| artifact.file().is_some_and(|file| file.media_type.starts_with("image/")));
            pictures.filter(|picture| picture.alt.trim().is_empty()).count()
        })
    });
    move || {
        count
            .get()
            .filter(|count| *count > 0)
            .map(|count| view! { <p class="hint">{t::studio::undescribed(count)}</p> })
    }
}
