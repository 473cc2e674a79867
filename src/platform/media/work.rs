//! What the media worker does.

use std::cell::RefCell;
use std::collections::HashMap;

use serde::Serialize;
use wasm_bindgen::{JsCast as _, JsValue};

use super::message::Request;
use super::{Held, MediaError, StoredFile, chunk, ingest};
use crate::platform::BrowserError;
use crate::platform::store::Store;
use crate::platform::worker::{Task, serve};

/// Answers the page for as long as the worker lives.
///
/// # Errors
/// Outside a worker.
pub fn serve_worker() -> Result<(), BrowserError> {
    let stores = Stores::default();
    serve(async move |request, payload, task: &Task| answer(&stores, request, payload, task).await)
}

#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    File(StoredFile),
    Held(Held),
}

async fn answer(stores: &Stores, request: Request, payload: JsValue, task: &Task) -> Result<Answer, MediaError> {
    match request {
        Request::Ingest { profile } => {
            let store = stores.open(&profile).await?;
            let blob = payload.dyn_into().map_err(|_| not_given("a blob"))?;
            let report = |progress| task.report(&progress);
            ingest::ingest(&profile, &store, &blob, report, task.cancel()).await.map(Answer::File)
        }
        Request::WriteChunk { profile, file, index } => {
            let store = stores.open(&profile).await?;
            let blob = payload.dyn_into().map_err(|_| not_given("a blob"))?;
            chunk::write(&profile, &store, file, index, &blob).await.map(Answer::Held)
        }
    }
}

fn not_given(what: &str) -> BrowserError {
    BrowserError::new("TypeError", format!("the message came without {what}"))
}

/// The worker's own connections, one a profile.
#[derive(Default)]
struct Stores(RefCell<HashMap<String, Store>>);

impl Stores {
    async fn open(&self, profile: &str) -> Result<Store, MediaError> {
        if let Some(store) = self.0.borrow().get(profile) {
            return Ok(store.clone());
        }
        let store = Store::open(profile).await?;
        self.0.borrow_mut().insert(profile.to_owned(), store.clone());
        Ok(store)
    }
}
