//! A stored file opened for the browser, for as long as a view shows it.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::object_url::ObjectUrl;
use portfolio::model::StoredFile;

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
}

/// As [`open`], and opens it when its bytes come; a picture in a text is brought without a word.
pub fn open_when_here(file: &StoredFile) -> RwSignal<Opened, LocalStorage> {
    let state = AppState::expect();
    let (here, opened, file) = (state.is_here(file), RwSignal::new_local(Opened::Looking), file.clone());
    Effect::new(move |_| match here.get() {
        None => {}
        Some(true) => open_into(state, &file, opened),
        Some(false) => {
            opened.set(Opened::Missing);
            state.bring(file.clone());
        }
    });
    opened
}

/// Opens a file as its own media type. The address ends with the view.
pub fn open(file: &StoredFile) -> RwSignal<Opened, LocalStorage> {
    let opened = RwSignal::new_local(Opened::Looking);
    open_into(AppState::expect(), file, opened);
    opened
}

fn open_into(state: AppState, file: &StoredFile, opened: RwSignal<Opened, LocalStorage>) {
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
