//! The small sample as people write it: `learner.toml`, `weeks.toml` and one Markdown file a piece.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;

use super::story::{Piece, Story};

/// Parts the head of a piece from its text, and the text from the reflection.
const FENCE: &str = "+++\n";

/// Reads the story that is written in `folder`.
///
/// # Errors
/// When a file cannot be read or is not written as it should be.
pub fn story(folder: &Path) -> Result<Story> {
    let learner = told(&folder.join("learner.toml"))?;
    let rhythm = told(&folder.join("weeks.toml"))?;
    let mut pieces = Vec::new();
    for entry in fs::read_dir(folder.join("pieces")).context("the folder of pieces")? {
        let path = entry?.path();
        pieces.push(piece(&text(&path)?).with_context(|| path.display().to_string())?);
    }
    pieces.sort_by(|one, other| (one.about.date, &one.about.title).cmp(&(other.about.date, &other.about.title)));
    Ok(Story { learner, pieces, rhythm })
}

fn told<T: DeserializeOwned>(path: &Path) -> Result<T> {
    toml::from_str(&text(path)?).with_context(|| path.display().to_string())
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| path.display().to_string())
}

/// Reads `+++ head +++ text +++ reflection`.
fn piece(written: &str) -> Result<Piece> {
    let parts = written.strip_prefix(FENCE).context("it must begin with +++")?;
    let (head, parts) = parts.split_once(FENCE).context("its head must end with +++")?;
    let (text, reflection) = parts.split_once(FENCE).context("its reflection must follow after +++")?;
    Ok(Piece { about: toml::from_str(head)?, text: text.trim().to_owned(), reflection: reflection.trim().to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::story::Artifact;

    #[test]
    fn a_piece_is_head_text_and_reflection() {
        let written = "+++\ntitle = \"Leaf\"\ndate = \"2024-02-01\"\nclaims = { fractions = 2.5, chance = 3 }\n\n\
                       [[artifacts]]\nlink = \"https://example.org\"\ntitle = \"There\"\n+++\nI saw it.\n+++\nAgain.\n";
        let piece = piece(written).unwrap();
        assert_eq!((piece.text.as_str(), piece.reflection.as_str()), ("I saw it.", "Again."));
        assert_eq!(piece.about.claims.values().copied().collect::<Vec<_>>(), [3.0, 2.5]);
        assert!(matches!(piece.about.artifacts.as_slice(), [Artifact::Link { title, .. }] if title == "There"));
    }

    #[test]
    fn a_misspelled_word_is_refused() {
        assert!(piece("+++\ntitel = \"Leaf\"\n+++\n\n+++\n").is_err());
        assert!(piece("title = \"Leaf\"").is_err());
    }
}
