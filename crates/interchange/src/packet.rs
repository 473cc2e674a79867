//! One submission as one ZIP: the manifest byte for byte, its words, its files in order, and a page that says what it is.
//!
//! Whoever gets it needs no Cairn to read it, and can check by its hash that it is what was handed in.

mod readme;

use chrono::{DateTime, Utc};
use portfolio::framework::Frameworks;
use portfolio::model::Submission;
use portfolio::submission::{Manifest, Unreadable};
use thiserror::Error;

use crate::archive::{Content, Plan, Planned, README};
use crate::hash::sha256_hex;
use crate::names::{Taken, safe_name};

/// The manifest, the original of everything else in the packet.
pub const MANIFEST: &str = "manifest.json";
/// The words of the piece.
pub const TEXT: &str = "text.md";
/// What the learner thought of it.
pub const REFLECTION: &str = "reflection.md";
/// The folder of its files.
pub const FILES: &str = "files/";

/// What a packet is made of.
#[derive(Debug, Clone, Copy)]
pub struct Packet<'a> {
    /// What was handed in.
    pub submission: &'a Submission,
    /// The bytes of its manifest as they are stored.
    pub manifest: &'a str,
    /// Who handed it in, as they are called; may be empty.
    pub learner: &'a str,
    /// The adopted frameworks, for the names of competencies.
    pub frameworks: &'a Frameworks,
    /// Now.
    pub made: DateTime<Utc>,
}

/// Why there can be no packet.
#[derive(Debug, Error)]
pub enum PacketError {
    /// The bytes are not those that were handed in.
    #[error("the SHA-256 of the manifest is {found}, not that of the submission")]
    OtherBytes {
        /// What their hash is.
        found: String,
    },
    /// They are, but this version cannot read them.
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
}

/// The entries of the packet, in order: README, manifest, words, files.
///
/// # Errors
/// [`PacketError`].
pub fn plan(packet: &Packet<'_>) -> Result<Plan, PacketError> {
    let found = sha256_hex(packet.manifest.as_bytes());
    if found != packet.submission.hash {
        return Err(PacketError::OtherBytes { found });
    }
    let manifest = Manifest::read(packet.manifest.as_bytes())?;
    let paths = paths(&manifest);
    let text = |path: &str, text: String| Planned { path: path.to_owned(), content: Content::Text(text) };
    let mut entries =
        vec![text(README, readme::words(packet, &manifest, &paths)), text(MANIFEST, packet.manifest.to_owned())];
    for (path, words) in [(TEXT, &manifest.text), (REFLECTION, &manifest.reflection)] {
        if !words.is_empty() {
            entries.push(text(path, words.clone()));
        }
    }
    for (file, path) in manifest.artifacts.iter().zip(paths).filter_map(|(part, path)| part.file.as_ref().zip(path)) {
        let (hash, media_type) = (file.hash.clone(), file.media_type.clone());
        entries.push(Planned { path, content: Content::File { hash, size: file.size, media_type } });
    }
    Ok(Plan::of(packet.made, entries))
}

/// For each artifact, the entry of its file. The number before the name is its place in the piece.
fn paths(manifest: &Manifest) -> Vec<Option<String>> {
    let mut taken = Taken::default();
    let width = manifest.artifacts.len().to_string().len().max(2);
    let path = |(place, part): (usize, &portfolio::submission::Part)| {
        let name = safe_name(&part.file.as_ref()?.name);
        Some(format!("{FILES}{}", taken.unique(&safe_name(&format!("{:0width$} {name}", place + 1)))))
    };
    manifest.artifacts.iter().enumerate().map(path).collect()
}
