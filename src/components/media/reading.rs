//! What a file says, in place: text and code by their lines, tables, notebooks, documents, and what is packed in a ZIP.
//!
//! The worker reads it and answers with blocks; here they become elements with the words as text in them. The code for that is a part
//! of its own.

mod blocks;
mod files;
mod lines;
mod more;
mod table;

use std::time::Duration;

use ::reading::{Kind, Reading};
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::media::MediaError;
use platform::timer;
use portfolio::model::StoredFile;

use crate::i18n::t;
use crate::parts::{Later, apart, arriving};
use crate::state::AppState;
use blocks::Blocks;

/// A file that takes longer is not shown. What is read of one is bounded; a slow disk is not.
const PATIENCE: Duration = Duration::from_secs(30);

apart! {
    fn read_file in reading(file: StoredFile, kind: Kind) -> Later<AnyView> {
        Box::pin(async move { view! { <Read file kind /> }.into_any() })
    }
}

/// What a file of this kind says.
#[component]
pub fn FileReading(file: StoredFile, kind: Kind) -> impl IntoView {
    arriving(read_file(file, kind), || note(t::reading::unreached()))
}

#[component]
fn Read(file: StoredFile, kind: Kind) -> impl IntoView {
    let state = AppState::expect();
    let read = RwSignal::new_local(None::<Result<Reading, MediaError>>);
    let (hash, media_type) = (file.hash.clone(), file.media_type.clone());
    spawn_local(async move {
        let reading = match state.media() {
            Some(media) => timer::within(PATIENCE, media.reading(&hash, &media_type)).await,
            None => Some(Err(MediaError::Missing)),
        };
        read.try_set(Some(reading.unwrap_or(Err(MediaError::NotRead))));
    });
    let is_empty = file.size == 0;
    let name = StoredValue::new(file.name);
    move || {
        read.with(|read| match read {
            None => note(t::media::looking()),
            // It is said of every file that is empty.
            Some(Ok(_)) if is_empty => ().into_any(),
            Some(Ok(reading)) if reading.blocks.is_empty() => note(t::reading::nothing()),
            Some(Ok(reading)) => view! {
                <Blocks reading=reading.clone() kind name=name.get_value() />
                {reading.is_cut.then(|| view! { <p class="soft small">{t::media::cut()}</p> })}
            }
            .into_any(),
            Some(Err(MediaError::Missing)) => note(t::media::missing()),
            Some(Err(MediaError::TooLarge(_))) => note(t::reading::too_large()),
            Some(Err(_)) => note(t::reading::not_read()),
        })
    }
}

fn note(words: &'static str) -> AnyView {
    view! { <p class="soft">{words}</p> }.into_any()
}
