//! What the media worker does.

use std::cell::RefCell;
use std::collections::HashMap;

use ::reading::Reading;
use serde::Serialize;
use wasm_bindgen::{JsCast as _, JsValue};

use super::message::{Copied, Request};
use super::recording::{self, Growing, PutRight};
use super::{
    Held, Measures, Media, MediaError, Recording, Safe, Shrunk, StoredFile, Telling, chunk, ingest, measures, picture,
    privacy, reading,
};
use crate::BrowserError;
use crate::store::Store;
use crate::worker::{Task, serve};

/// Answers the page for as long as the worker lives.
///
/// # Errors
/// Outside a worker.
pub fn serve_worker() -> Result<(), BrowserError> {
    let (stores, growing) = (Stores::default(), Growing::default());
    serve(async move |request, payload, task: &Task| answer(&stores, &growing, request, payload, task).await)
}

#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Copied(Copied),
    Held(Held),
    Shrunk(Shrunk),
    Telling(Telling),
    Recording(Recording),
    Safe(Safe),
    PutRight(PutRight),
    Measures(Measures),
    Reading(Reading),
    Words(Option<StoredFile>),
}

async fn answer(
    stores: &Stores,
    growing: &Growing,
    request: Request,
    payload: JsValue,
    task: &Task,
) -> Result<Answer, MediaError> {
    match request {
        Request::Ingest { profile, clean } => {
            let store = stores.open(&profile).await?;
            let blob = payload.dyn_into().map_err(|_| not_given("a blob"))?;
            let (blob, taken_out) = if clean { privacy::cleaned_picture(blob)? } else { (blob, Vec::new()) };
            let report = |progress| task.report(&progress);
            let file = ingest::ingest(&profile, &store, &blob, report, task.cancel()).await?;
            Ok(Answer::Copied(Copied { file, taken_out }))
        }
        Request::WriteChunk { profile, file, index } => {
            let store = stores.open(&profile).await?;
            let blob = payload.dyn_into().map_err(|_| not_given("a blob"))?;
            chunk::write(&profile, &store, file, index, &blob).await.map(Answer::Held)
        }
        Request::Tell { profile, identity } => {
            let file = Media::new(&profile, stores.open(&profile).await?).blob(&identity, "").await?;
            privacy::telling(file.as_ref()).map(Answer::Telling)
        }
        Request::Clean { profile, identity } => {
            let store = stores.open(&profile).await?;
            let file = Media::new(&profile, store.clone()).blob(&identity, "").await?;
            let (blob, taken_out) = privacy::cleaned(file.into())?;
            let report = |progress| task.report(&progress);
            let file = ingest::ingest(&profile, &store, &blob, report, task.cancel()).await?;
            Ok(Answer::Copied(Copied { file, taken_out }))
        }
        Request::Measure { profile, identity } => {
            let file = Media::new(&profile, stores.open(&profile).await?).blob(&identity, "").await?;
            measures::of(file.as_ref()).map(Answer::Measures)
        }
        Request::Shrink { profile, identity, media_type } => {
            let store = stores.open(&profile).await?;
            picture::shrink(&profile, &store, &identity, &media_type, task.cancel()).await.map(Answer::Shrunk)
        }
        Request::Read { profile, identity, media_type } => {
            let store = stores.open(&profile).await?;
            reading::read(&profile, &store, &identity, &media_type).await.map(Answer::Reading)
        }
        Request::Words { profile, identity, media_type } => {
            let store = stores.open(&profile).await?;
            let stored = reading::store_words(&profile, &store, &identity, &media_type, task.cancel()).await;
            stored.map(Answer::Words)
        }
        Request::BeginRecording { profile, about } => {
            let store = stores.open(&profile).await?;
            growing.begin(&profile, store, about).await.map(Answer::Recording)
        }
        Request::Append { id, ms } => {
            let part = payload.dyn_into().map_err(|_| not_given("a blob"))?;
            growing.append(&id, ms, &part).await.map(Answer::Safe)
        }
        Request::EndRecording { id } => growing.end(&id).await.map(Answer::Recording),
        Request::Finish { profile, recording, part } => {
            let store = stores.open(&profile).await?;
            let (put_right, blob) = recording::finish(&profile, &store, &recording, part).await?;
            task.attach(blob.into());
            Ok(Answer::PutRight(put_right))
        }
        Request::Adopt { profile, recording } => {
            let store = stores.open(&profile).await?;
            let file = recording::adopt(&profile, &store, &recording).await?;
            Ok(Answer::Copied(Copied { file, taken_out: Vec::new() }))
        }
    }
}

fn not_given(what: &str) -> BrowserError {
    BrowserError::new("TypeError", format!("the message came without {what}"))
}

/// The worker's own connections, one a profile. What an earlier worker did not end is swept away before anything else is done there.
#[derive(Default)]
struct Stores(RefCell<HashMap<String, Store>>);

impl Stores {
    async fn open(&self, profile: &str) -> Result<Store, MediaError> {
        if let Some(store) = self.0.borrow().get(profile) {
            return Ok(store.clone());
        }
        let store = Store::open(profile).await?;
        self.0.borrow_mut().insert(profile.to_owned(), store.clone());
        if let Err(error) = Media::new(profile, store.clone()).clean().await {
            // It only takes room, and the next worker tries again.
            web_sys::console::warn_1(&format!("bytes that no file has are still here: {error}").into());
        }
        Ok(store)
    }
}
