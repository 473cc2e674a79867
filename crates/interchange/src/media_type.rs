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

/// A name whose ending promises something else than the file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// What follows the last dot of the name, in lower case and without invisible characters.
    pub promised: String,
    /// The usual ending of what the file holds; `None` for bytes of no known kind.
    pub held: Option<&'static str>,
}

/// Whether a name contradicts the media type that [`sniff`] found in the bytes. Endings and types that no table knows
/// contradict nothing.
#[must_use]
pub fn contradiction(name: &str, mime: &str) -> Option<Contradiction> {
    let promised = ending(name);
    if !rows().any(|row| row.endings.contains(&promised.as_str())) {
        return None;
    }
    if mime == UNKNOWN.mime {
        return Some(Contradiction { promised, held: None });
    }
    let mut held = rows().filter(|row| row.mime == mime).flat_map(|row| row.endings).copied().peekable();
    let usual = held.peek().copied()?;
    (!held.any(|known| known == promised)).then_some(Contradiction { promised, held: Some(usual) })
}

/// Tells what a file is from its first bytes (see [`WANTED_BYTES`]) and, between look-alikes, its name.
#[must_use]
pub fn sniff(first_bytes: &[u8], name: &str) -> MediaType {
    let found = by_bytes(first_bytes, &ending(name));
    MediaType { mime: found.mime, kind: found.kind }
}

/// Every row of every table.
fn rows() -> impl Iterator<Item = &'static Type> {
    signatures::rows().chain(containers::rows()).chain(texts::rows())
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
