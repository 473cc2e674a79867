//! Writing a ZIP, in the worker.

use std::io::Read;
use std::ops::ControlFlow;

use interchange::archive::{Content, Export, Plan, Planned};
use wasm_bindgen::JsValue;

use super::input::Input;
use super::output::Output;
use super::work::Milestones;
use super::{ArchiveError, Summary};
use crate::platform::media::{Media, MediaError};
use crate::platform::store::Store;
use crate::platform::worker::Task;

/// Writes the ZIP into the temporary file `name`. Returns what it holds and what goes to the page.
pub(super) async fn export(
    profile: &str,
    store: &Store,
    name: &str,
    plan: Plan,
    task: &Task,
) -> Result<(Summary, JsValue), ArchiveError> {
    let media = Media::new(profile, store.clone());
    let mut milestones = Milestones::new(task, plan.bytes());
    let mut export = Export::new(plan, Output::open(name).await);
    while let Some(planned) = export.needs()? {
        let mut watch = |done| {
            milestones.reach(done);
            ControlFlow::Continue(())
        };
        match content(store, &media, &planned).await? {
            Some(mut content) => export.give(&mut content, &mut watch)?,
            None => export.skip(),
        }
    }
    let (output, exported) = export.finish()?;
    let summary = Summary {
        entries: exported.entries,
        bytes: exported.bytes,
        missing: exported.missing,
        damaged: exported.damaged,
    };
    Ok((summary, output.into_payload()?))
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
