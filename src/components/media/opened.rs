//! A stored file opened for the browser, for as long as a view shows it.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::object_url::ObjectUrl;
use portfolio::model::StoredFile;

use super::shown::DRAWING;
use crate::state::AppState;

/// How far opening is.
#[derive(Clone)]
pub enum Opened {
    /// It is being looked for.
    Looking,
    /// It can be shown from this address.
    At(Rc<ObjectUrl>),
    /// Its bytes are not on this device (yet), or cannot be read.
    Missing,
    /// Showing it may keep the page from everything else.
    Heavy,
}

/// As [`open_with_care`], and opens it when its bytes come; a picture in a text is brought without a word.
pub fn open_when_here(file: &StoredFile) -> RwSignal<Opened, LocalStorage> {
    let state = AppState::expect();
    let (here, opened, file) = (state.is_here(file), RwSignal::new_local(Opened::Looking), file.clone());
    Effect::new(move |_| match here.get() {
        None => {}
        Some(true) => with_care(state, &file, opened),
        Some(false) => {
            opened.set(Opened::Missing);
            state.bring(file.clone());
        }
    });
    opened
}

/// Opens a file that nobody has looked at before. One that may keep the page from everything else waits to be opened by
/// [`open_into`].
pub fn open_with_care(file: &StoredFile) -> RwSignal<Opened, LocalStorage> {
    let opened = RwSignal::new_local(Opened::Looking);
    with_care(AppState::expect(), file, opened);
    opened
}

/// Opens a file as its own media type. The address ends with the view.
pub fn open(file: &StoredFile) -> RwSignal<Opened, LocalStorage> {
    let opened = RwSignal::new_local(Opened::Looking);
    open_into(AppState::expect(), file, opened);
    opened
}

fn with_care(state: AppState, file: &StoredFile, opened: RwSignal<Opened, LocalStorage>) {
    if file.media_type != DRAWING {
        return open_into(state, file, opened);
    }
    let file = file.clone();
    spawn_local(async move {
        state.opened().await;
        let measures = match state.media() {
            Some(media) => media.measure(&file.hash).await.ok(),
            None => None,
        };
        match measures {
            Some(measures) if measures.is_heavy => drop(opened.try_set(Opened::Heavy)),
            Some(_) => open_into(state, &file, opened),
            None => drop(opened.try_set(Opened::Missing)),
        }
    });
}

/// Opens a file into a signal that views follow.
pub fn open_into(state: AppState, file: &StoredFile, opened: RwSignal<Opened, LocalStorage>) {
    let (hash, media_type) = (file.hash.clone(), file.media_type.clone());
    spawn_local(async move {
        state.opened().await;
        let url = match state.media() {
            Some(media) => media.open(&hash, &media_type).await.ok(),
            None => None,
        };
        opened.try_set(url.map_or(Opened::Missing, |url| Opened::At(Rc::new(url))));
    });
}
