//! Drawing in the app, on a sheet of paper or over a photo. The pad fills the screen, and its code comes when it is first opened.

mod desk;
mod finish;
mod keep;
mod offer;
mod pad;
mod paint;
mod paper;
mod photo;
mod sheet;
mod tools;
mod words;

use leptos::prelude::*;
use platform::files::PickedFile;
use portfolio::model::{Artifact, StoredFile};

use crate::i18n::t;
use crate::parts::{Later, apart, arriving};

/// What the pad is opened for, and what it tells.
#[derive(Clone)]
pub struct Wanted {
    /// The drawing to go on with; `None`: a new one.
    pub of: Option<Artifact>,
    /// The pictures that can lie under it.
    pub pictures: Signal<Vec<StoredFile>>,
    /// Takes a photo in, and says what it is stored as; `None` where that failed.
    pub take_photo: Callback<(PickedFile, Callback<Option<StoredFile>>)>,
    /// It is finished.
    pub done: Callback<Drawn>,
    /// The pad was closed.
    pub close: Callback<()>,
}

/// A drawing that is finished.
#[derive(Clone)]
pub struct Drawn {
    /// What it looks like, as PNG.
    pub picture: PickedFile,
    /// Its strokes, as SVG: to go on from.
    pub strokes: PickedFile,
    /// Words for who cannot see it, or in its place.
    pub words: String,
}

/// The pad, open.
pub fn pad(wanted: Wanted) -> impl IntoView {
    arriving(drawing_pad(wanted), || view! { <p class="error">{t::shell::unreached()}</p> }.into_any())
}

apart! {
    fn drawing_pad in drawing(wanted: Wanted) -> Later<AnyView> {
        Box::pin(async move { view! { <pad::DrawingPad wanted /> }.into_any() })
    }
}
