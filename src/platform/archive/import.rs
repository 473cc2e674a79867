//! Reading a ZIP, in the worker.

use interchange::archive::{Import, Item};
use interchange::zip::Limits;

use super::fold::{self, Fold, Place};
use super::work::Milestones;
use super::{About, ArchiveError, Contents, Imported};
use crate::input::Input;
use crate::media::{Intake, Media, StoredFile};
use crate::store::{Batch, Store};
use crate::worker::Task;

/// Bytes of segments that are stored together.
const TOGETHER: usize = 4 << 20;

/// Says what is in the ZIP.
pub(super) async fn look<F: Fold>(zip: web_sys::Blob) -> Result<Contents, ArchiveError> {
    let mut import = open(zip)?;
    let Log { segments, about } = read_log::<F>(&mut import).await?;
    let files = import.items().iter().filter(|item| matches!(item, Item::File { .. })).count();
    Ok(Contents {
        roots: import.roots().to_vec(),
        about,
        segments: segments.len(),
        files,
        bytes: import.items().iter().map(size).sum(),
        bad: import.bad().to_vec(),
    })
}

/// Brings in the segments and files of the ZIP, whole each or not at all.
pub(super) async fn import<F: Fold>(
    profile: &str,
    store: &Store,
    zip: web_sys::Blob,
    task: &Task,
) -> Result<Imported, ArchiveError> {
    let mut import = open(zip)?;
    let mut milestones = Milestones::new(task, import.items().iter().map(size).sum());
    let Log { segments, about } = read_log::<F>(&mut import).await?;
    let mut done = store_segments(&mut import, &segments, store, &mut milestones).await?;
    let media = Media::new(profile, store.clone());
    let mut files = 0;
    for (at, item) in import.items().to_vec().into_iter().enumerate() {
        let Item::File { hash, size, .. } = item else { continue };
        if !media.held(&hash).await?.is_some_and(|held| held.is_whole()) {
            let so_far = |in_file| milestones.reach(done + in_file);
            files += usize::from(bring_in(&mut import, at, profile, store, so_far).await?);
        }
        done += size;
        milestones.reach(done);
    }
    import.check_rest(&mut |_| Ok(()))?;
    milestones.end();
    let segments = segments.iter().map(|(_, place)| fold::key(place)).collect();
    Ok(Imported { roots: import.roots().to_vec(), about, segments, files, bad: import.bad().to_vec() })
}

/// The log in a ZIP.
struct Log {
    /// The segments that may be taken, each with its index among the items.
    segments: Vec<(usize, Place)>,
    about: About,
}

/// Folds the log. Segments that no device may fold are refused.
async fn read_log<F: Fold>(import: &mut Import<Input>) -> Result<Log, ArchiveError> {
    let items = import.items().iter().enumerate();
    let segments: Vec<(usize, Place)> = items
        .filter_map(|(at, item)| match item {
            Item::Segment { device, name } => Some((at, (*device, *name))),
            Item::File { .. } => None,
        })
        .collect();
    let places: Vec<Place> = segments.iter().map(|(_, place)| *place).collect();
    let roots = import.roots().to_vec();
    let read = async |which: usize| match segments.get(which) {
        Some((at, _)) => Ok(import.segment(*at)?),
        None => Ok(None),
    };
    let folded = fold::fold::<F>(&places, &roots, read).await?;
    for (which, why) in &folded.refused {
        if let Some((at, _)) = segments.get(*which) {
            import.refuse(*at, *why);
        }
    }
    let segments = folded.taken.iter().filter_map(|which| segments.get(*which).copied()).collect();
    Ok(Log { segments, about: folded.log.about() })
}

/// Stores segments, a few together. Returns how many bytes of items are done.
async fn store_segments(
    import: &mut Import<Input>,
    segments: &[(usize, Place)],
    store: &Store,
    milestones: &mut Milestones<'_>,
) -> Result<u64, ArchiveError> {
    let (mut batch, mut waiting, mut done) = (Batch::new(), 0, 0);
    for (at, place) in segments {
        let Some(gz) = import.segment(*at)? else { continue };
        waiting += gz.len();
        done += place.1.bytes;
        batch = batch.segment(fold::key(place), gz);
        if waiting >= TOGETHER {
            store.commit(&std::mem::take(&mut batch)).await?;
            waiting = 0;
        }
        milestones.reach(done);
    }
    store.commit(&batch).await?;
    Ok(done)
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

fn open(zip: web_sys::Blob) -> Result<Import<Input>, ArchiveError> {
    Ok(Import::open(Input::of_blob(zip)?, &Limits::default())?)
}

fn size(item: &Item) -> u64 {
    match item {
        Item::Segment { name, .. } => name.bytes,
        Item::File { size, .. } => *size,
    }
}
