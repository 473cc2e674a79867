//! Files of the learner: taken in, told apart by their bytes, shown.

use std::collections::BTreeSet;

use interchange::media_type::{self, MediaType};
use platform::files::PickedFile;
use platform::media::{self, Ingested, Media, MediaError};
use portfolio::model::{Private, StoredFile};

use super::{AppState, Work};

/// A file that was taken in.
#[derive(Clone, Debug)]
pub struct TakenIn {
    /// What it is stored as.
    pub file: StoredFile,
    /// What was taken out of it on the way.
    pub cleaned: BTreeSet<Private>,
}

impl AppState {
    /// Copies a file into the portfolio's own storage, a picture without what it tells that nobody meant to share, and tells its type by
    /// its bytes. It is not part of a piece yet.
    ///
    /// # Errors
    /// [`MediaError`]; nothing of the file is left then.
    pub async fn take_in(self, file: &PickedFile, work: &Work) -> Result<TakenIn, MediaError> {
        let media = self.media().ok_or(MediaError::Cancelled)?;
        let ingested = match (media.ingest_clean(file, work.report(), work.cancel()).await, file.whole_recording()) {
            // A recording is on the disk already, and there it can stay. What was cut off must not.
            (Err(MediaError::Quota), Some(recording)) => media.adopt(recording).await?,
            (ingested, _) => ingested?,
        };
        let Ingested { file: stored, head, taken_out } = ingested;
        let name = file.name();
        let kind: MediaType = media_type::sniff(&head, &name);
        let cleaned = taken_out.iter().map(|word| Private::of_word(word)).collect();
        Ok(TakenIn { file: stored_file(&name, kind.mime, &stored), cleaned })
    }

    /// The files of the open portfolio.
    pub fn media(self) -> Option<Media> {
        self.of(|session| session.media.clone())
    }
}

/// A stored file as the portfolio names it.
pub(super) fn stored_file(name: &str, media_type: &str, file: &media::StoredFile) -> StoredFile {
    StoredFile {
        name: name.to_owned(),
        media_type: media_type.to_owned(),
        size: file.size,
        hash: file.identity.clone(),
        chunks: file.chunks.clone(),
    }
}
