//! What takes the room that this site has on this device, and how room is made.

mod free;
mod wanted;

use std::collections::HashMap;

use platform::media::{self, MediaError, SMALL};
use portfolio::model::StoredFile;
use portfolio::model::room::{Held, LEAST};
use portfolio::{EntityId, Portfolio};

use super::AppState;
pub use free::{Freed, Unfreed};
pub(super) use wanted::wanted;

/// What stands in lists as it is stays on the device.
const _: () = assert!(SMALL <= LEAST);

/// A file with the bytes of it that are on this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileHere {
    /// The file.
    pub file: StoredFile,
    /// The piece that shows it; `None` for what lists and pages are made of.
    pub piece: Option<EntityId>,
    /// Its bytes on this device.
    pub bytes: u64,
}

/// What of the portfolio's files is on this device, and what is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// Those of which something is here, the largest first.
    pub here: Vec<FileHere>,
    /// How many are not here, or not whole.
    pub files_elsewhere: usize,
    /// The bytes of those that are not here.
    pub bytes_elsewhere: u64,
}

impl AppState {
    /// Which of the files that the portfolio names are on this device.
    ///
    /// # Errors
    /// Trouble with the database.
    pub async fn room(self) -> Result<Room, MediaError> {
        let held: HashMap<String, u64> = held(self).await?.into_iter().map(|held| (held.hash, held.bytes)).collect();
        Ok(self.read(|world| room(world.portfolio, &held)).unwrap_or_default())
    }

    /// How many bytes may leave this device, by what the last look at the storage showed. Nothing where nobody has looked.
    ///
    /// # Errors
    /// Trouble with the database.
    pub async fn may_go(self) -> Result<u64, MediaError> {
        let held = held(self).await?;
        let going = self.read(|world| world.portfolio.may_go(held, |file| self.was_seen(file)));
        Ok(going.unwrap_or_default().iter().map(|held| held.bytes).sum())
    }
}

fn room(portfolio: &Portfolio, held: &HashMap<String, u64>) -> Room {
    let mut named: HashMap<&str, (&StoredFile, Option<&EntityId>)> = HashMap::new();
    for (id, file) in portfolio.files() {
        let piece =
            portfolio.artifact(id).filter(|artifact| artifact.file() == Some(file)).map(|artifact| &artifact.evidence);
        let known = named.entry(&file.hash).or_insert((file, piece));
        known.1 = known.1.or(piece);
    }
    let mut room = Room::default();
    for (file, piece) in named.into_values() {
        let bytes = held.get(&file.hash).copied();
        if let Some(bytes) = bytes.filter(|bytes| *bytes > 0) {
            room.here.push(FileHere { file: file.clone(), piece: piece.cloned(), bytes });
        }
        let missing = file.size - bytes.unwrap_or_default().min(file.size);
        if missing > 0 {
            room.files_elsewhere += 1;
            room.bytes_elsewhere += missing;
        }
    }
    room.here.sort_by(|one, other| (other.bytes, &one.file.hash).cmp(&(one.bytes, &other.file.hash)));
    room
}

/// What this device holds of each file.
async fn held(state: AppState) -> Result<Vec<Held>, MediaError> {
    let Some(media) = state.media() else { return Ok(Vec::new()) };
    let held = |held: media::Held| Held { bytes: held.bytes(), used: held.used, hash: held.file.identity };
    Ok(media.list().await?.into_iter().map(held).collect())
}
