//! A whole portfolio as a ZIP, written and read by a worker of its own.
//!
//! The worker does not look up while it packs or unpacks a file, so work is called off by ending the worker; what it left half
//! done is swept away.

use chrono::{DateTime, Utc};
use interchange::archive::Plan;
use replica::RootFile;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

mod error;
mod export;
mod fold;
mod import;
mod message;
mod output;
mod work;

pub use error::ArchiveError;
pub use fold::{About, Fold, Log, Place};
use message::Request;
pub use message::{Contents, Imported, Summary};
pub use output::{Exported, clean};
pub use work::serve_worker;

use super::files::PickedFile;
use super::media::{Media, Progress};
use super::{Cancel, random, worker};

/// Writes a ZIP of all that the profile's segments say and of the files they name, as far as these are on this device. Ops that
/// are in no segment are not in it.
///
/// # Errors
/// Any of [`ArchiveError`]; nothing of the ZIP is left then.
pub async fn export(
    profile: &str,
    roots: Vec<RootFile>,
    made: DateTime<Utc>,
    on_progress: impl FnMut(Progress),
    cancel: &Cancel,
) -> Result<Exported, ArchiveError> {
    let file = output::Temporary::new(&format!("{:032x}", random::bits128()?)).await?;
    let request = Request::Export { profile: profile.to_owned(), roots, made, file: file.name().to_owned() };
    let (summary, payload) = run(&request, JsValue::UNDEFINED, on_progress, cancel).await?;
    file.finish(summary, payload).await
}

/// Writes a ZIP of the entries of `plan`, as far as the files among them are on this device.
///
/// # Errors
/// Any of [`ArchiveError`]; nothing of the ZIP is left then.
pub async fn pack(
    profile: &str,
    plan: Plan,
    on_progress: impl FnMut(Progress),
    cancel: &Cancel,
) -> Result<Exported, ArchiveError> {
    let file = output::Temporary::new(&format!("{:032x}", random::bits128()?)).await?;
    let request = Request::Pack { profile: profile.to_owned(), plan, file: file.name().to_owned() };
    let (summary, payload) = run(&request, JsValue::UNDEFINED, on_progress, cancel).await?;
    file.finish(summary, payload).await
}

/// Looks into a ZIP without changing anything.
///
/// # Errors
/// Any of [`ArchiveError`].
pub async fn look(zip: &PickedFile, cancel: &Cancel) -> Result<Contents, ArchiveError> {
    Ok(run(&Request::Look, payload(zip), |_| (), cancel).await?.0)
}

/// Brings the segments and files of a ZIP into a profile. Segments are stored as `<device>/<name>` and not folded; what the
/// profile has already is left as it is.
///
/// # Errors
/// Any of [`ArchiveError`]. What came in before stays: it is whole, and does no harm where nothing refers to it.
pub async fn import(
    profile: &str,
    media: &Media,
    zip: &PickedFile,
    on_progress: impl FnMut(Progress),
    cancel: &Cancel,
) -> Result<Imported, ArchiveError> {
    let request = Request::Import { profile: profile.to_owned() };
    match run(&request, payload(zip), on_progress, cancel).await {
        Ok((imported, _)) => Ok(imported),
        Err(error) => {
            // If the worker's lock is not let go yet, the next start sweeps; the first error is the one to tell.
            drop(media.clean().await);
            Err(error)
        }
    }
}

/// Has a worker of its own do the work, and ends it when the work is called off.
async fn run<T: DeserializeOwned>(
    request: &impl Serialize,
    payload: JsValue,
    on_progress: impl FnMut(Progress),
    cancel: &Cancel,
) -> Result<(T, JsValue), ArchiveError> {
    let worker = worker::start("cairn-archive")?;
    let never = Cancel::new();
    let work = worker.call(request, payload, on_progress, &never);
    Ok(cancel.unless_wished(work).await.ok_or(ArchiveError::Cancelled)??)
}

fn payload(zip: &PickedFile) -> JsValue {
    web_sys::Blob::from(zip.blob().clone()).into()
}
