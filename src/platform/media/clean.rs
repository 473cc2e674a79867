//! Removing what is not wanted, and what a crash left behind.

use super::ingest::lock_name;
use super::place::{self, Place};
use super::record::Record;
use super::{Media, MediaError, chunk, recording};
use crate::opfs::Folder;
use crate::{BrowserError, locks};

impl Media {
    /// Removes a file from this device. One that is not here is no error.
    ///
    /// # Errors
    /// Trouble with the database or the file system.
    pub async fn remove(&self, identity: &str) -> Result<(), MediaError> {
        // The record goes first: a crash in between leaves bytes that the next start sweeps away, never a record without bytes.
        match Record::remove(&self.0.store, identity).await? {
            Some(record) => record.place.clear(&self.0.profile, &self.0.store).await,
            None => Ok(()),
        }
    }

    /// Lets the bytes of a file go, which lie elsewhere, too: what is known of it stays, and its chunks come again when somebody asks for
    /// them. Returns how many bytes went.
    ///
    /// # Errors
    /// Trouble with the database or the file system, such as a file that somebody has open: its bytes go at a later start.
    pub async fn let_go(&self, identity: &str) -> Result<u64, MediaError> {
        let (profile, store) = (&self.0.profile, &self.0.store);
        let _alone = locks::hold_where_known(&chunk::lock_name(profile, identity), locks::Mode::Exclusive).await?;
        let Some(record) = Record::find(store, identity).await? else { return Ok(0) };
        // The record goes before the bytes, as in `remove`; they can come again to another place only.
        match Record::let_go(store, identity, &record.place.another()?).await? {
            Some(before) => before.place.clear(profile, store).await.map(|()| before.held.bytes()),
            None => Ok(0),
        }
    }

    /// Sweeps away bytes that no record names: what was being stored when the browser ended. Meant for the start of a worker;
    /// while another tab stores a file it does nothing. Returns how many places were swept.
    ///
    /// # Errors
    /// Trouble with the database or the file system.
    pub async fn clean(&self) -> Result<usize, MediaError> {
        let (profile, store) = (&self.0.profile, &self.0.store);
        let Some(_alone) = locks::try_hold(&lock_name(profile), locks::Mode::Exclusive).await? else { return Ok(0) };
        let mut places: Vec<Place> = place::names_of_rows(store).await?.into_iter().map(Place::Rows).collect();
        // Where there is no file system there is nothing in it to sweep.
        if let Ok(folder) = place::folder(profile).await {
            places.extend(folder.names().await?.into_iter().map(Place::File));
        }
        let (records, recordings) = (Record::all(store).await?, recording::places(store).await?);
        let named: Vec<&Place> = records.iter().map(|record| &record.place).chain(&recordings).collect();
        let mut swept = 0;
        for place in places.iter().filter(|place| !named.contains(place)) {
            place.clear(profile, store).await?;
            swept += 1;
        }
        Ok(swept)
    }
}

/// Removes all files of a profile from the file system, once nobody writes one any more. Those in the database go with
/// [`Store::delete`], which is to come first: a writer that still waits for its turn finds it closed, and writes nothing.
///
/// [`Store::delete`]: crate::store::Store::delete
///
/// # Errors
/// Trouble with the file system, such as a file that another tab is recording.
pub async fn delete_all(profile: &str) -> Result<(), MediaError> {
    let _alone = locks::hold_where_known(&lock_name(profile), locks::Mode::Exclusive).await?;
    match Folder::make(&["media"]).await {
        Ok(media) => Ok(media.remove_folder(profile).await?),
        Err(BrowserError { name, .. }) if matches!(name.as_str(), "NotSupportedError" | "SecurityError") => Ok(()),
        Err(error) => Err(error.into()),
    }
}
