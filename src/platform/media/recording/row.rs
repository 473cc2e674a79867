//! What the database knows of each recording.

use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::capture::Kind;
use crate::media::MediaError;
use crate::media::place::Place;
use crate::store::{Batch, Store};

/// What the keys of recordings begin with.
const KEYS: &str = "recording:";

/// What is known of a recording from its first moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// What is recorded.
    pub kind: Kind,
    /// The media type that the recorder was asked for, with its codecs.
    pub media_type: String,
    /// When it began.
    pub begun: DateTime<Utc>,
}

/// How much of a recording is on the disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Safe {
    /// Its length in milliseconds, without pauses.
    pub ms: u64,
    /// Its bytes.
    pub bytes: u64,
    /// How many parts they came in.
    pub parts: u32,
}

impl Safe {
    /// Its length, without pauses.
    pub fn length(self) -> Duration {
        Duration::from_millis(self.ms)
    }
}

/// A recording that is neither kept nor thrown away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recording {
    /// Names it: 32 hexadecimal digits.
    pub id: String,
    /// What it is.
    pub about: About,
    /// How much of it is here.
    pub safe: Safe,
    /// Whether it came to its end; else it was interrupted.
    pub ended: bool,
    pub(in crate::media) place: Place,
}

impl Recording {
    /// The lock that is held by whoever records it.
    pub(super) fn lock(&self) -> String {
        format!("cairn-recording-{}", self.id)
    }

    /// Notes what is known of it now.
    pub(super) async fn store(&self, store: &Store) -> Result<(), MediaError> {
        Ok(store.put_meta_json(&key(&self.id), self).await?)
    }

    /// Forgets it. Its bytes are another matter.
    pub(super) async fn forget(&self, store: &Store) -> Result<(), MediaError> {
        store.commit(&Batch::new().remove_meta(key(&self.id))).await?;
        Ok(())
    }
}

/// All recordings, those that are being made among them. A row that this version cannot read is left alone.
pub(super) async fn all(store: &Store) -> Result<Vec<Recording>, MediaError> {
    let rows = store.meta_of(KEYS).await?;
    Ok(rows.iter().filter_map(|json| serde_json::from_str(json).ok()).collect())
}

/// Where the bytes of all recordings lie: they are in no file's record, and wanted all the same.
pub(in crate::media) async fn places(store: &Store) -> Result<Vec<Place>, MediaError> {
    Ok(all(store).await?.into_iter().map(|recording| recording.place).collect())
}

fn key(id: &str) -> String {
    format!("{KEYS}{id}")
}
