//! What the archive worker does.

use serde::Serialize;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Blob;

use super::export::Order;
use super::message::Request;
use super::{ArchiveError, Contents, Fold, Imported, Summary, export, import};
use crate::BrowserError;
use crate::media::{Media, Progress};
use crate::store::Store;
use crate::worker::{Task, serve};

/// Answers the page for as long as the worker lives. `F` says what a log means.
///
/// # Errors
/// Outside a worker.
pub fn serve_worker<F: Fold>() -> Result<(), BrowserError> {
    serve(async move |request, payload, task: &Task| answer::<F>(request, payload, task).await)
}

#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Summary(Summary),
    Contents(Contents),
    Imported(Imported),
}

async fn answer<F: Fold>(request: Request, payload: JsValue, task: &Task) -> Result<Answer, ArchiveError> {
    match request {
        Request::Export { profile, roots, made, file } => {
            let store = Store::open(&profile).await?;
            let order = Order { profile, roots, made, file };
            let (summary, zip) = export::export::<F>(&order, &store, task).await?;
            task.attach(zip);
            Ok(Answer::Summary(summary))
        }
        Request::Pack { profile, plan, file } => {
            let store = Store::open(&profile).await?;
            let media = Media::new(&profile, store.clone());
            let (summary, zip) = export::pack(plan, None, &file, (&store, &media), task).await?;
            task.attach(zip);
            Ok(Answer::Summary(summary))
        }
        Request::Look => import::look::<F>(blob(payload)?).await.map(Answer::Contents),
        Request::Import { profile } => {
            let store = Store::open(&profile).await?;
            import::import::<F>(&profile, &store, blob(payload)?, task).await.map(Answer::Imported)
        }
    }
}

fn blob(payload: JsValue) -> Result<Blob, BrowserError> {
    payload.dyn_into().map_err(|_| BrowserError::new("TypeError", "the message came without a blob"))
}

/// Tells the page how far the work is, but not of every piece.
pub(super) struct Milestones<'a> {
    task: &'a Task,
    total: u64,
    told: u64,
}

/// Bytes between two reports.
const STEP: u64 = 1 << 20;

impl<'a> Milestones<'a> {
    pub(super) fn new(task: &'a Task, total: u64) -> Self {
        Self { task, total, told: 0 }
    }

    /// All is done, whatever the sizes that were foreseen.
    pub(super) fn end(&mut self) {
        self.reach(self.total);
    }

    pub(super) fn reach(&mut self, done: u64) {
        if done >= self.told + STEP || (done >= self.total && done > self.told) {
            self.told = done;
            self.task.report(&Progress { done: done.min(self.total), total: self.total });
        }
    }
}
