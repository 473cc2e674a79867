//! What files tell that nobody meant to share: looked at when asked, and taken out when wished.

use platform::media::{MediaError, Telling};
use portfolio::intent::Replacement;
use portfolio::model::{Frozen, Private, StoredFile};
use portfolio::{EntityId, Intent};

use super::files::stored_file;
use super::{AppState, Refused, Work};

/// No manifest of a piece that was handed in is larger.
const LARGEST_MANIFEST: u64 = 4 << 20;

/// Why nothing was taken out of a file; it is as it was.
#[derive(Debug)]
pub enum NotTakenOut {
    /// There is no copy of it.
    Media(MediaError),
    /// The portfolio refused the copy.
    Refused(Refused),
}

/// What became of the old file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Old {
    /// It is gone from this device, and from the storage with the next backup.
    Forgotten,
    /// The piece was handed in with it, and what was handed in never changes.
    HandedIn,
}

impl AppState {
    /// What a file tells.
    ///
    /// # Errors
    /// [`MediaError`]: it is not here, or cannot be read.
    pub async fn tells(self, file: &StoredFile) -> Result<Telling, MediaError> {
        let media = self.media().ok_or(MediaError::Cancelled)?;
        media.tells(&file.hash).await
    }

    /// Puts a copy in the place of an artifact's file that does not tell it any more.
    ///
    /// # Errors
    /// [`NotTakenOut`]; nothing is changed then.
    pub async fn take_out(self, artifact: EntityId, work: &Work) -> Result<Old, NotTakenOut> {
        let gone = || NotTakenOut::Refused(Refused::Gone);
        let found = self.read(|world| {
            let artifact = world.portfolio.artifact(&artifact)?;
            Some((artifact.evidence.clone(), artifact.file()?.clone()))
        });
        let (piece, file) = found.flatten().ok_or_else(gone)?;
        let media = self.media().ok_or_else(gone)?;
        let copied = media.clean_copy(&file.hash, work.report(), work.cancel()).await;
        let (copy, taken_out) = copied.map_err(NotTakenOut::Media)?;
        let old = if self.is_handed_in(&piece, &file).await { Old::HandedIn } else { Old::Forgotten };
        let by = Replacement {
            file: stored_file(&file.name, &file.media_type, &copy),
            source: None,
            cleaned: taken_out.iter().map(|word| Private::of_word(word)).collect(),
        };
        let intent = Intent::ReplaceFile { artifact, by, forget: old == Old::Forgotten };
        self.perform(intent).map_err(NotTakenOut::Refused)?;
        Ok(old)
    }

    /// Whether the piece was handed in with this file. Where that cannot be read it counts as if: nothing may be lost that was.
    async fn is_handed_in(self, piece: &EntityId, file: &StoredFile) -> bool {
        let frozen = self.read(|world| {
            let submissions = world.portfolio.submissions_of(piece).into_iter();
            let frozen = submissions.filter_map(|submission| world.portfolio.frozen(&submission.id));
            frozen.map(|Frozen { manifest, .. }| manifest.hash.clone()).collect::<Vec<_>>()
        });
        let Some(media) = self.media() else { return true };
        for manifest in frozen.unwrap_or_default() {
            let names_it = media.read(&manifest, LARGEST_MANIFEST).await.map(|bytes| holds(&bytes, &file.hash));
            if names_it.unwrap_or(true) {
                return true;
            }
        }
        false
    }
}

/// Whether a text holds a word. A hash of a file can stand in a manifest for nothing but the file.
fn holds(text: &[u8], word: &str) -> bool {
    text.windows(word.len()).any(|window| window == word.as_bytes())
}
