//! Writing a ZIP, in the worker.

use std::io::Read;
use std::ops::ControlFlow;

use chrono::{DateTime, Utc};
use interchange::archive::{Content, Export, Plan, Planned};
use replica::RootFile;
use wasm_bindgen::JsValue;

use super::fold::{self, Fold, Log, Place};
use super::output::Output;
use super::work::Milestones;
use super::{ArchiveError, Summary};
use crate::BrowserError;
use crate::input::Input;
use crate::media::{Media, MediaError};
use crate::store::Store;
use crate::worker::Task;

/// Whose portfolio goes where.
pub(super) struct Order {
    pub(super) profile: String,
    pub(super) roots: Vec<RootFile>,
    pub(super) made: DateTime<Utc>,
    /// The temporary file.
    pub(super) file: String,
}

/// Writes the ZIP. Returns what it holds and what goes to the page.
pub(super) async fn export<F: Fold>(
    order: &Order,
    store: &Store,
    task: &Task,
) -> Result<(Summary, JsValue), ArchiveError> {
    let media = Media::new(&order.profile, store.clone());
    let (plan, fingerprint) = plan::<F>(order, store, &media).await?;
    pack(plan, fingerprint, &order.file, (store, &media), task).await
}

/// Writes the entries of `plan` into the temporary file. Returns what it holds and what goes to the page.
pub(super) async fn pack(
    plan: Plan,
    fingerprint: Option<String>,
    file: &str,
    (store, media): (&Store, &Media),
    task: &Task,
) -> Result<(Summary, JsValue), ArchiveError> {
    let mut milestones = Milestones::new(task, plan.bytes());
    let mut export = Export::new(plan, Output::open(file).await);
    while let Some(planned) = export.needs()? {
        let mut watch = |done| {
            milestones.reach(done);
            ControlFlow::Continue(())
        };
        match content(store, media, &planned).await? {
            Some(mut content) => export.give(&mut content, &mut watch)?,
            None => export.skip(),
        }
    }
    let (output, exported) = export.finish()?;
    milestones.end();
    let summary = Summary {
        entries: exported.entries,
        bytes: exported.bytes,
        missing: exported.missing,
        damaged: exported.damaged,
        fingerprint,
    };
    Ok((summary, output.into_payload()?))
}

/// What goes into the ZIP, by what the stored segments say, and the fingerprint of that.
async fn plan<F: Fold>(order: &Order, store: &Store, media: &Media) -> Result<(Plan, Option<String>), ArchiveError> {
    let names = store.segments().await?;
    let place = |name: &String| {
        let (device, name) = name.split_once('/')?;
        Some((device.parse().ok()?, name.parse().ok()?))
    };
    // Those of a newer version, which this one cannot fold, go along as they are.
    let segments: Vec<Place> = names.iter().filter_map(place).collect();
    let read = async |at| match segments.get(at) {
        Some(place) => Ok(store.segment(&fold::key(place)).await?),
        None => Ok(None),
    };
    let mut log = fold::fold::<F>(&segments, &order.roots, read).await?.log;
    for (identity, size) in log.packages() {
        match media.read(&identity, size).await {
            Ok(package) => log.learn(&package),
            Err(MediaError::Missing) => {}
            Err(error) => return Err(error.into()),
        }
    }
    let plan = log.plan(&Log { roots: &order.roots, segments: &segments, made: order.made });
    Ok((plan.map_err(|why| BrowserError::new("DataError", why))?, Some(log.about().fingerprint)))
}

/// The bytes of an entry; `None` if they are not on this device.
async fn content(store: &Store, media: &Media, planned: &Planned) -> Result<Option<Box<dyn Read>>, ArchiveError> {
    match &planned.content {
        Content::Text(text) => Ok(Some(Box::new(std::io::Cursor::new(text.clone())))),
        Content::Segment { device, name, .. } => {
            let gz = store.segment(&format!("{device}/{name}")).await?;
            Ok(gz.map(|gz| Box::new(std::io::Cursor::new(gz)) as Box<dyn Read>))
        }
        Content::File { hash, .. } => match file(media, hash).await {
            Ok(input) => Ok(Some(Box::new(input))),
            Err(ArchiveError::Media(MediaError::Missing)) => Ok(None),
            Err(error) => Err(error),
        },
    }
}

async fn file(media: &Media, identity: &str) -> Result<Input, ArchiveError> {
    let whole = media.whole(identity).await?;
    match media.read_at_once(identity).await? {
        Some(handle) => Ok(Input::of_handle(handle)?),
        None => Ok(Input::of_blob(whole.blob().clone().into())?),
    }
}
