//! In which formats a piece shows something: suggested by its words and the types of its files, chosen by the learner.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::entity::EntityId;
use crate::model::{Artifact, Content, Portfolio};

/// A way of showing what one can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// In words and numbers to read: text, documents, tables, slides.
    Written,
    /// In pictures.
    Pictured,
    /// In moving pictures.
    Filmed,
    /// In sound.
    Spoken,
    /// In code.
    Coded,
    /// In a thing that was built.
    Made,
    /// Done before others: played, acted, presented, taught.
    Performed,
}

impl Format {
    /// All formats in the order in which they are shown.
    pub const ALL: [Self; 7] =
        [Self::Written, Self::Pictured, Self::Filmed, Self::Spoken, Self::Coded, Self::Made, Self::Performed];

    /// The word it is stored as.
    pub fn word(self) -> &'static str {
        match self {
            Self::Written => "written",
            Self::Pictured => "pictured",
            Self::Filmed => "filmed",
            Self::Spoken => "spoken",
            Self::Coded => "coded",
            Self::Made => "made",
            Self::Performed => "performed",
        }
    }

    /// The format of a stored word; `None` if it is none, or a newer app's.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }

    /// The format that a file of this media type shows something in; `None` where the type does not tell, as of an
    /// archive.
    pub fn of_media_type(media_type: &str) -> Option<Self> {
        let (kind, detail) = media_type.split_once('/')?;
        match kind {
            "image" => Some(Self::Pictured),
            "video" => Some(Self::Filmed),
            "audio" => Some(Self::Spoken),
            "model" => Some(Self::Made),
            "text" => Some(of_text(detail)),
            "application" => of_application(detail),
            _ => None,
        }
    }
}

/// The formats of a piece: those that the learner chose, else those that are suggested.
pub fn formats(portfolio: &Portfolio, piece: &EntityId) -> BTreeSet<Format> {
    let chosen = portfolio.piece(piece).and_then(|piece| piece.shown.clone());
    chosen.unwrap_or_else(|| suggested(portfolio, piece))
}

/// What a piece tells by itself: written if it has words of its own, the formats of its files, performed if somebody did something.
pub fn suggested(portfolio: &Portfolio, piece: &EntityId) -> BTreeSet<Format> {
    let has_words = portfolio.piece(piece).is_some_and(|piece| !piece.text.trim().is_empty());
    let of_content = |artifact: &Artifact| match &artifact.content {
        Some(Content::File(file)) => Format::of_media_type(&file.media_type),
        Some(Content::Event(_)) => Some(Format::Performed),
        Some(Content::Link(_)) | None => None,
    };
    let of_artifacts = portfolio.artifacts_of(piece).into_iter().filter_map(of_content);
    of_artifacts.chain(has_words.then_some(Format::Written)).collect()
}

fn of_text(detail: &str) -> Format {
    match detail {
        "plain" | "markdown" | "csv" | "tab-separated-values" | "rtf" => Format::Written,
        _ => Format::Coded,
    }
}

fn of_application(detail: &str) -> Option<Format> {
    const CODED: &[&str] =
        &["json", "xml", "yaml", "toml", "sql", "wasm", "x-sh", "x-ipynb+json", "x.scratch.sb3", "java-archive"];
    const WRITTEN: &[&str] = &["pdf", "msword", "rtf", "epub+zip", "x-tex", "postscript"];
    const OFFICE: &[&str] = &["vnd.oasis.opendocument.", "vnd.openxmlformats-officedocument.", "vnd.ms-"];
    if detail == "vnd.oasis.opendocument.graphics" {
        Some(Format::Pictured)
    } else if WRITTEN.contains(&detail) || OFFICE.iter().any(|office| detail.starts_with(office)) {
        Some(Format::Written)
    } else {
        CODED.contains(&detail).then_some(Format::Coded)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::tests::framework;
    use crate::intent::PieceEdit;
    use crate::intent::{Intent, NewArtifact, NewEvidence};
    use crate::model::{Event, Link, StoredFile};
    use crate::testing::{World, created, piece};

    #[test]
    fn types_tell_formats() {
        let told = [
            ("image/svg+xml", Some(Format::Pictured)),
            ("video/webm", Some(Format::Filmed)),
            ("audio/mpeg", Some(Format::Spoken)),
            ("text/plain", Some(Format::Written)),
            ("text/csv", Some(Format::Written)),
            ("text/x-python", Some(Format::Coded)),
            ("text/html", Some(Format::Coded)),
            ("application/pdf", Some(Format::Written)),
            ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Some(Format::Written)),
            ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Some(Format::Written)),
            ("application/vnd.openxmlformats-officedocument.presentationml.presentation", Some(Format::Written)),
            ("application/vnd.oasis.opendocument.text", Some(Format::Written)),
            ("application/vnd.oasis.opendocument.graphics", Some(Format::Pictured)),
            ("application/x.scratch.sb3", Some(Format::Coded)),
            ("model/stl", Some(Format::Made)),
            ("application/zip", None),
            ("application/octet-stream", None),
            ("", None),
        ];
        for (media_type, format) in told {
            assert_eq!(Format::of_media_type(media_type), format, "{media_type}");
        }
    }

    #[test]
    fn a_piece_has_the_formats_of_all_it_holds() {
        let mut world = World::new(framework(&["a"], &[]));
        let file = |media_type: &str| {
            let hash = "5".repeat(64);
            let (name, media_type) = (String::new(), media_type.to_owned());
            NewArtifact::of(Content::File(StoredFile { name, media_type, size: 1, hash, chunks: Vec::new() }))
        };
        let link = NewArtifact::of(Content::Link(Link { url: "https://a.example".into(), title: String::new() }));
        let new = |text, artifacts| Intent::AddEvidence(NewEvidence { artifacts, ..piece(text) });
        let many =
            created(&world.act(new("words", vec![file("image/png"), link, file("video/mp4"), file("image/png")])));
        let wordless = created(&world.act(new(" ", vec![file("audio/wav"), file("application/zip")])));
        let of = |piece| formats(&world.portfolio, piece).into_iter().collect::<Vec<_>>();
        assert_eq!(of(&many), [Format::Written, Format::Pictured, Format::Filmed]);
        assert_eq!(of(&wordless), [Format::Spoken]);
        let event = Event { what: "Played it".into(), place: String::new(), day: None, seen: "Ms B".into() };
        let done = created(&world.act(new("", vec![NewArtifact::of(Content::Event(event))])));
        assert_eq!(formats(&world.portfolio, &done), [Format::Performed].into());
    }

    #[test]
    fn what_the_learner_chose_counts_and_can_be_taken_back() {
        let mut world = World::new(framework(&["a"], &[]));
        let piece = created(&world.act(Intent::AddEvidence(piece("I built it of wood"))));
        let mut choose = |shown: Option<&[Format]>| {
            let edit = PieceEdit::Shown(shown.map(|shown| shown.iter().copied().collect()));
            world.act(Intent::EditEvidence { piece: piece.clone(), edit });
            formats(&world.portfolio, &piece).into_iter().collect::<Vec<_>>()
        };
        assert_eq!(choose(Some(&[Format::Made, Format::Performed])), [Format::Made, Format::Performed]);
        assert_eq!(choose(Some(&[])), [], "in none of these ways");
        assert_eq!(choose(None), [Format::Written], "as is suggested");
    }
}
