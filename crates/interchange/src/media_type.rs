//! What a learner's file is, judged by its bytes. The name is a claim: it decides only between things whose bytes
//! look alike.
//!
//! Sources of the signatures: the formats' own specifications and the WHATWG MIME Sniffing Standard.

mod containers;
mod signatures;
#[cfg(test)]
mod tests;
mod texts;

/// How many of a file's first bytes [`sniff`] wants to see. More is read but changes little; fewer is fine.
pub const WANTED_BYTES: usize = 4096;

/// How a file can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A picture, for an `img` element and nothing else (an SVG may hold scripts; in an `img` they cannot run).
    Image,
    /// Sound.
    Audio,
    /// Moving pictures.
    Video,
    /// A PDF document.
    Pdf,
    /// Words to read: plain text, Markdown, tables as text.
    Text,
    /// Source text, HTML and XML included: shown as text, never rendered.
    Code,
    /// A word processor's, spreadsheet's or presentation's document.
    Office,
    /// Files packed into one.
    Archive,
    /// Anything else: kept whole and given back.
    Other,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MediaType {
    /// The media type (RFC 6838).
    pub mime: &'static str,
    /// How it can be shown.
    pub kind: Kind,
    /// The name's ending promises something else than the bytes hold.
    pub mismatch: bool,
}

/// One row of the tables: a media type, how it is shown, and what may follow the last dot of its name.
#[derive(Debug, PartialEq, Eq)]
struct Type {
    mime: &'static str,
    kind: Kind,
    endings: &'static [&'static str],
}

const fn row(mime: &'static str, kind: Kind, endings: &'static [&'static str]) -> Type {
    Type { mime, kind, endings }
}

/// What is said of bytes that no table knows.
static UNKNOWN: Type = row("application/octet-stream", Kind::Other, &[]);

/// A solid for printing in its binary form, which starts with 80 bytes of anything: the name is all there is to go by.
static BINARY_STL: Type = row("model/stl", Kind::Other, &["stl"]);

/// Tells what a file is from its first bytes (see [`WANTED_BYTES`]) and, between look-alikes, its name.
#[must_use]
pub fn sniff(first_bytes: &[u8], name: &str) -> MediaType {
    let ending = ending(name);
    let found = by_bytes(first_bytes, &ending);
    let promised = signatures::promises(&ending) || containers::promises(&ending) || texts::promises(&ending);
    let mismatch = promised && !found.endings.contains(&ending.as_str());
    MediaType { mime: found.mime, kind: found.kind, mismatch }
}

fn by_bytes(bytes: &[u8], ending: &str) -> &'static Type {
    if bytes.is_empty() {
        return &UNKNOWN;
    }
    containers::find(bytes, ending)
        .or_else(|| signatures::find(bytes))
        .or_else(|| texts::find(bytes, ending))
        .or_else(|| (ending == "stl" && bytes.len() > 84).then_some(&BINARY_STL))
        .unwrap_or(&UNKNOWN)
}

/// What follows the last dot of a name, in lower case and without invisible characters; empty if there is nothing.
fn ending(name: &str) -> String {
    let visible = name.chars().filter(|letter| !crate::names::is_invisible(*letter)).collect::<String>();
    match visible.trim_end_matches(['.', ' ']).rsplit_once('.') {
        Some((_, ending)) => ending.to_lowercase(),
        None => String::new(),
    }
}
