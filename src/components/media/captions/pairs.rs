//! Which file of captions belongs to which film or sound: their names say it.

use portfolio::model::{Artifact, StoredFile};
use reading::Kind;

use crate::components::media::shown::{self, Shown};

/// What captions are called.
const ENDING: &str = ".vtt";

/// The captions of an artifact among those of its piece: `film.vtt` or `film.es.vtt` belongs to `film.mp4`.
pub fn captions_of(artifact: &Artifact, among: &[Artifact]) -> Option<StoredFile> {
    let recording = artifact.file().filter(|file| is_played(file))?;
    let belongs = |file: &&StoredFile| is_text(file) && belong(&file.name, &recording.name);
    among.iter().filter_map(Artifact::file).find(belongs).cloned()
}

/// Each of `shown` with its captions among all of a piece. What is shown as captions of another is not shown by itself.
pub fn joined(shown: Vec<Artifact>, among: &[Artifact]) -> Vec<(Artifact, Option<StoredFile>)> {
    let taken: Vec<StoredFile> = among.iter().filter_map(|artifact| captions_of(artifact, among)).collect();
    let by_itself = |artifact: &Artifact| artifact.file().is_none_or(|file| !taken.contains(file));
    let shown = shown.into_iter().filter(by_itself);
    shown.map(|artifact| (captions_of(&artifact, among), artifact)).map(|(captions, it)| (it, captions)).collect()
}

/// What captions of a recording have to be called.
pub fn name_for(recording: &str) -> String {
    let stem = recording.rsplit_once('.').map_or(recording, |(stem, _)| stem);
    format!("{stem}{ENDING}")
}

fn is_played(file: &StoredFile) -> bool {
    matches!(shown::of(&file.media_type), Shown::Audio | Shown::Video)
}

fn is_text(file: &StoredFile) -> bool {
    shown::of(&file.media_type) == Shown::Read(Kind::Text)
}

fn belong(captions: &str, recording: &str) -> bool {
    let (captions, recording) = (captions.to_lowercase(), recording.to_lowercase());
    let stem = recording.rsplit_once('.').map_or(recording.as_str(), |(stem, _)| stem);
    let named = captions.strip_suffix(ENDING).and_then(|name| name.strip_prefix(stem));
    named.is_some_and(|language| language.is_empty() || language.starts_with('.'))
}

#[cfg(test)]
mod tests {
    use super::{belong, name_for};

    #[test]
    fn names_say_which_captions_belong_to_which_film() {
        for captions in ["Film.vtt", "film.es.vtt", "FILM.VTT"] {
            assert!(belong(captions, "film.mp4"), "{captions}");
        }
        for captions in ["film.srt", "film2.vtt", "other.vtt", "film", ".vtt"] {
            assert!(!belong(captions, "film.mp4"), "{captions}");
        }
        assert!(belong(&name_for("My film.v2.mp4"), "My film.v2.mp4"));
    }
}
