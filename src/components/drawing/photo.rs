//! The photo under a drawing.

use drawing::{Drawing, Paper, Sheet};
use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::easel::Picture;
use portfolio::model::StoredFile;

use super::desk::Desk;
use crate::i18n::t;
use crate::state::AppState;

/// What is known of the photo that the paper is.
#[derive(Clone)]
pub enum Photo {
    /// The paper is none.
    None,
    /// It is being looked for.
    Coming,
    /// It is decoded.
    Here {
        /// What names its bytes.
        hash: String,
        /// What it looks like.
        picture: Picture,
    },
    /// Its bytes are not on this device, or the browser knows no such picture.
    Missing,
}

/// The files that can lie under a drawing: pictures made of dots, which browsers decode.
pub fn can_lie_under(file: &StoredFile) -> bool {
    matches!(
        file.media_type.as_str(),
        "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/avif" | "image/bmp"
    )
}

/// Lays a photo under the drawing. A sheet that nothing was done to takes its shape.
pub fn lay(desk: Desk, hash: String) {
    let state = desk.state;
    desk.photo.set(Photo::Coming);
    spawn_local(async move {
        let found = find(state, &hash).await;
        if let Some(picture) = &found {
            let (width, height) = picture.size();
            desk.drawing.try_update(|drawing| drawing.reshape(Sheet::shaped(width, height)));
        }
        let photo = found.map_or(Photo::Missing, |picture| Photo::Here { hash: hash.clone(), picture });
        let is_here = matches!(photo, Photo::Here { .. });
        if desk.photo.try_set(photo).is_some() {
            // The pad was closed.
            return;
        }
        if is_here {
            desk.lay(Paper::Photo(hash));
            desk.fit();
        }
    });
}

/// Looks for the photo of a drawing that was laid there before.
pub fn fetch(desk: Desk) {
    let state = desk.state;
    let Some(hash) = desk.drawing.with_untracked(hash_of) else { return };
    desk.photo.set(Photo::Coming);
    spawn_local(async move {
        let photo = match find(state, &hash).await {
            Some(picture) => Photo::Here { hash, picture },
            None => Photo::Missing,
        };
        if desk.photo.try_set(photo).is_none() {
            desk.paint();
        }
    });
}

/// The hash of the photo that the paper is.
pub fn hash_of(drawing: &Drawing) -> Option<String> {
    match drawing.paper() {
        Paper::Photo(hash) => Some(hash.clone()),
        _ => None,
    }
}

async fn find(state: AppState, hash: &str) -> Option<Picture> {
    let bytes = state.media()?.whole(hash).await.ok()?;
    Picture::of(&bytes).await.ok()
}

/// Says how it is with the photo, where it is not simply there.
#[component]
pub fn PhotoNote(desk: Desk) -> impl IntoView {
    move || {
        let is_photo = desk.drawing.with(|drawing| hash_of(drawing).is_some());
        let words = desk.photo.with(|photo| match photo {
            Photo::Coming => Some(t::drawing::photo_coming()),
            Photo::Missing if is_photo => Some(t::drawing::photo_missing()),
            Photo::Missing => Some(t::drawing::photo_failed()),
            Photo::None | Photo::Here { .. } => None,
        });
        words.map(|words| view! { <p class="pad-note">{words}</p> })
    }
}
