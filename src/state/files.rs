//! Files of the learner: taken in, told apart by their bytes, shown.

use interchange::media_type::{self, MediaType};
use portfolio::model::StoredFile;

use super::frameworks::stored_file;
use super::{AppState, Work};
use crate::platform::files::PickedFile;
use crate::platform::media::{Media, MediaError};

impl AppState {
    /// Copies a file into the portfolio's own storage and tells its type by its bytes. It is not part of a piece yet.
    ///
    /// # Errors
    /// [`MediaError`]; nothing of the file is left then.
    pub async fn take_in(self, file: &PickedFile, work: &Work) -> Result<StoredFile, MediaError> {
        let media = self.media().ok_or(MediaError::Cancelled)?;
        let stored = media.ingest(file, work.report(), work.cancel()).await?;
        let name = file.name();
        let kind: MediaType = media_type::sniff(&stored.head, &name);
        Ok(stored_file(&name, kind.mime, &stored.file))
    }

    /// The files of the open portfolio.
    pub fn media(self) -> Option<Media> {
        self.of(|session| session.media.clone())
    }
}
