//! Reading a ZIP, in the worker.

use interchange::archive::{Import, Item};
use interchange::zip::Limits;

use super::input::Input;
use super::work::Milestones;
use super::{ArchiveError, Contents, Imported};
use crate::platform::media::{Intake, Media, StoredFile};
use crate::platform::store::{Batch, Store};
use crate::platform::worker::Task;

/// Bytes of segments that are stored together.
const TOGETHER: usize = 4 << 20;

/// Says what is in the ZIP.
pub(super) fn look(zip: web_sys::Blob) -> Result<Contents, ArchiveError> {
    let import = open(zip)?;
    let segments = import.items().iter().filter(|item| matches!(item, Item::Segment { .. })).count();
    Ok(Contents {
        roots: roots(&import)?,
        segments,
        files: import.items().len() - segments,
        bytes: import.items().iter().map(size).sum(),
        bad: import.bad().to_vec(),
    })
}

/// Brings in the segments and files of the ZIP, whole each or not at all.
pub(super) async fn import(
    profile: &str,
    store: &Store,
    zip: web_sys::Blob,
    task: &Task,
) -> Result<Imported, ArchiveError> {
    let mut import = open(zip)?;
    let media = Media::new(profile, store.clone());
    let items = import.items().to_vec();
    let mut milestones = Milestones::new(task, items.iter().map(size).sum());
    let mut imported = Imported { roots: roots(&import)?, segments: Vec::new(), files: 0, bad: Vec::new() };
    let mut waiting = Segments::default();
    let mut done = 0;
    for (index, item) in items.iter().enumerate() {
        match item {
            Item::Segment { device, name } => {
                if let Some(gz) = import.segment(index)? {
                    let key = format!("{device}/{name}");
                    imported.segments.push(key.clone());
                    waiting.push(key, gz, store).await?;
                }
            }
            Item::File { hash, .. } => {
                if !media.held(hash).await?.is_some_and(|held| held.is_whole()) {
                    let so_far = |in_file| milestones.reach(done + in_file);
                    imported.files += usize::from(bring_in(&mut import, index, profile, store, so_far).await?);
                }
            }
        }
        done += size(item);
        milestones.reach(done);
    }
    waiting.flush(store).await?;
    import.check_rest(&mut |_| Ok(()))?;
    imported.bad = import.bad().to_vec();
    Ok(imported)
}

/// Unpacks one file. Returns whether it is what the ZIP says; if not, nothing of it is left.
async fn bring_in(
    import: &mut Import<Input>,
    index: usize,
    profile: &str,
    store: &Store,
    mut so_far: impl FnMut(u64),
) -> Result<bool, ArchiveError> {
    let mut intake = Intake::begin(profile, store).await?;
    let mut done = 0;
    let unpacked = import.file(index, &mut |piece| {
        intake.push(piece)?;
        done += piece.len() as u64;
        so_far(done);
        Ok(())
    });
    match unpacked {
        Ok(Some(identity)) => {
            let file = StoredFile { identity: identity.hash, size: identity.size, chunks: identity.chunks };
            intake.keep(file).await?;
            Ok(true)
        }
        Ok(None) => {
            intake.discard().await?;
            Ok(false)
        }
        Err(error) => {
            // The first error is the one to tell; what stays is swept away.
            drop(intake.discard().await);
            Err(error.into())
        }
    }
}

/// Segments that wait to be stored together.
#[derive(Default)]
struct Segments {
    batch: Batch,
    bytes: usize,
}

impl Segments {
    async fn push(&mut self, key: String, gz: Vec<u8>, store: &Store) -> Result<(), ArchiveError> {
        self.bytes += gz.len();
        self.batch = std::mem::take(&mut self.batch).segment(key, gz);
        if self.bytes >= TOGETHER { self.flush(store).await } else { Ok(()) }
    }

    async fn flush(&mut self, store: &Store) -> Result<(), ArchiveError> {
        self.bytes = 0;
        store.commit(&std::mem::take(&mut self.batch)).await?;
        Ok(())
    }
}

fn open(zip: web_sys::Blob) -> Result<Import<Input>, ArchiveError> {
    Ok(Import::open(Input::of_blob(zip)?, &Limits::default())?)
}

fn roots(import: &Import<Input>) -> Result<Vec<String>, ArchiveError> {
    let json = |root| serde_json::to_string(root).map_err(|error| ArchiveError::Root(error.to_string()));
    import.roots().iter().map(json).collect()
}

fn size(item: &Item) -> u64 {
    match item {
        Item::Segment { name, .. } => name.bytes,
        Item::File { size, .. } => *size,
    }
}
