//! Which file gets which preview, and how.

use platform::bytes::Bytes;
use platform::media::{self, Media, MediaError, SMALL, Shrunk};
use platform::{BrowserError, preview};
use portfolio::model::{Facts, Preview, StoredFile, Wave};
use reading::Kind;

use crate::state::files::stored_file;

/// A drawing of more bytes is not drawn beforehand: drawing it would keep the page from everything else.
const LARGEST_DRAWING: u64 = 2 << 20;
/// A sound is decoded whole, up to 23 MB a minute: a longer one has no shape.
const LONGEST_SOUND: u64 = 10 * 60 * 1000;
/// And one that does not say how long it is has none if it is larger: no more than a few minutes, however it is compressed.
const LARGEST_SOUND: u64 = 4 << 20;

/// The media type of drawings.
const DRAWING: &str = "image/svg+xml";

/// Data and not words: nobody looks for what stands in it.
const DATA: [&str; 2] = ["application/json", "application/xml"];

/// How the types of word processors, talks and tables begin.
const OFFICE: &str = "application/vnd.openxmlformats-officedocument.";

/// How a preview is made.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Way {
    /// The worker makes a small picture.
    Picture { media_type: String },
    /// The page draws it small; one of few bytes is only measured.
    Drawing { is_small: bool },
    /// The page looks at a frame.
    Film { media_type: String },
    /// The worker counts its pages.
    Document,
    /// The page listens to it.
    Sound { media_type: String, size: u64 },
    /// The worker reads it.
    Words { media_type: String },
}

impl Way {
    /// How to make all that `known` lacks of `file` and that could be made.
    pub(super) fn all(file: &StoredFile, known: &Preview) -> impl Iterator<Item = Self> {
        Self::to_look(file, known).into_iter().chain(Self::to_words(file, known))
    }

    fn to_words(file: &StoredFile, known: &Preview) -> Option<Self> {
        let media_type = file.media_type.clone();
        let has_words = Kind::of(&media_type).is_some() && !DATA.contains(&media_type.as_str());
        (has_words && known.words.is_none()).then_some(Self::Words { media_type })
    }

    /// How to make what is seen of it, and what is known of its size.
    fn to_look(file: &StoredFile, known: &Preview) -> Option<Self> {
        let media_type = file.media_type.clone();
        let has_picture = known.thumb.is_some();
        let has_enough = has_picture || file.size <= SMALL && known.facts.width.is_some();
        match file.media_type.as_str() {
            "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/avif" => {
                (!has_enough).then_some(Self::Picture { media_type })
            }
            DRAWING => {
                let is_worth_it = !has_enough && file.size < LARGEST_DRAWING;
                is_worth_it.then_some(Self::Drawing { is_small: file.size <= SMALL })
            }
            "video/mp4" | "video/webm" | "video/quicktime" | "video/ogg" => {
                (!has_picture).then_some(Self::Film { media_type })
            }
            sound if sound.starts_with("audio/") => {
                let is_known = known.wave.is_some() || known.facts.ms.is_some();
                (!is_known).then_some(Self::Sound { media_type, size: file.size })
            }
            document if document == "application/pdf" || document.starts_with(OFFICE) => {
                known.facts.pages.is_none().then_some(Self::Document)
            }
            _ => None,
        }
    }

    /// Makes it of the file `hash`.
    ///
    /// # Errors
    /// `NoPicture` where the file gives nothing to show, or the trouble with storing it.
    pub(super) async fn make(&self, media: &Media, hash: &str) -> Result<Preview, MediaError> {
        match self {
            Self::Picture { media_type } => {
                let Shrunk { thumb, width, height } = media.shrink(hash, media_type).await?;
                let thumb = thumb.map(|(file, media_type)| named(&media_type, &file));
                Ok(Preview { thumb, facts: size((width, height)), ..Preview::default() })
            }
            Self::Drawing { is_small } => {
                if media.measure(hash).await?.is_heavy {
                    return Err(MediaError::NoPicture);
                }
                let url = media.open(hash, DRAWING).await?;
                let (small, media_type, large) = preview::drawing(&url).await.map_err(nothing)?;
                let thumb = if *is_small { None } else { Some(store(media, &media_type, &small).await?) };
                Ok(Preview { thumb, facts: size(large), ..Preview::default() })
            }
            Self::Film { media_type } => {
                let url = media.open(hash, media_type).await?;
                let film = preview::film(&url).await.map_err(nothing)?;
                let thumb = Some(store(media, &film.media_type, &film.still).await?);
                let facts = Facts { ms: film.ms, ..size((film.width, film.height)) };
                Ok(Preview { thumb, facts, ..Preview::default() })
            }
            Self::Document => {
                let pages = Some(media.measure(hash).await?.pages.ok_or(MediaError::NoPicture)?);
                Ok(Preview { facts: Facts { pages, ..Facts::default() }, ..Preview::default() })
            }
            Self::Sound { media_type, size } => {
                let length = preview::length(&media.open(hash, media_type).await?).await.map_err(nothing)?;
                let is_short = length.map_or(*size <= LARGEST_SOUND, |ms| ms <= LONGEST_SOUND);
                if !is_short {
                    let ms = Some(length.ok_or(MediaError::NoPicture)?);
                    return Ok(Preview { facts: Facts { ms, ..Facts::default() }, ..Preview::default() });
                }
                let sound = preview::sound(&media.whole(hash).await?).await.map_err(nothing)?;
                let facts = Facts { ms: Some(sound.ms), ..Facts::default() };
                Ok(Preview { wave: Some(Wave::new(sound.bars)), facts, ..Preview::default() })
            }
            Self::Words { media_type } => {
                let words = media.words(hash, media_type).await?.ok_or(MediaError::NoPicture)?;
                Ok(Preview { words: Some(named("text/plain", &words)), ..Preview::default() })
            }
        }
    }
}

async fn store(media: &Media, media_type: &str, small: &Bytes) -> Result<StoredFile, MediaError> {
    Ok(named(media_type, &media.ingest_made(small).await?))
}

/// A preview as the portfolio names it: what it is called, nobody ever sees.
fn named(media_type: &str, file: &media::StoredFile) -> StoredFile {
    stored_file("", media_type, file)
}

fn size((width, height): (u32, u32)) -> Facts {
    Facts { width: Some(width.into()), height: Some(height.into()), ..Facts::default() }
}

/// That a decoder fails says that there is nothing to show, not that anything is lost.
fn nothing(_: BrowserError) -> MediaError {
    MediaError::NoPicture
}

#[cfg(test)]
mod tests {
    use portfolio::model::{Facts, Preview, StoredFile};

    use super::{DRAWING, SMALL, Way};

    fn file(media_type: &str, size: u64) -> StoredFile {
        let media_type = media_type.to_owned();
        StoredFile { name: String::new(), media_type, size, hash: String::new(), chunks: Vec::new() }
    }

    #[test]
    fn what_is_known_is_not_made_again_and_what_cannot_be_shown_is_not_tried() {
        let nothing = Preview::default();
        let facts = Facts { width: Some(4), height: Some(3), ms: Some(1), ..Facts::default() };
        let measured = Preview { facts, ..Preview::default() };
        let way = |media_type: &str, size, known: &Preview| Way::all(&file(media_type, size), known).next();
        assert!(way("image/jpeg", SMALL, &nothing).is_some() && way("image/jpeg", SMALL, &measured).is_none());
        assert!(way("image/jpeg", SMALL + 1, &measured).is_some());
        assert_eq!(way(DRAWING, SMALL - 1, &nothing), Some(Way::Drawing { is_small: true }));
        assert_eq!(way(DRAWING, SMALL - 1, &measured), None);
        assert!(way("audio/wav", 9, &nothing).is_some() && way("audio/wav", 9, &measured).is_none());
        for kept in ["image/heic", "image/tiff", "application/json", "video/x-matroska"] {
            assert_eq!(way(kept, SMALL * 9, &nothing), None, "{kept}");
        }
    }

    #[test]
    fn a_document_has_pages_and_words() {
        let office = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        let essay = file(office, 9);
        let words = Way::Words { media_type: office.to_owned() };
        assert_eq!(Way::all(&essay, &Preview::default()).collect::<Vec<_>>(), [Way::Document, words]);
        let known = Preview { words: Some(essay.clone()), ..Preview::default() };
        assert_eq!(Way::all(&essay, &known).collect::<Vec<_>>(), [Way::Document]);
    }
}
