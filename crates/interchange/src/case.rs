//! CASE 1.0 and 1.1 packages (1EdTech Competencies and Academic Standards Exchange) read with goodwill, and written strictly.
//!
//! Most published packages break the official schema somewhere, so nothing is refused that can be understood: every
//! departure is a typed [`Deviation`] with its count. The package's own bytes are the record; what is read here is
//! only what Cairn needs of them.

mod assemble;
mod association;
mod circles;
mod deviation;
mod extension;
mod identifier;
mod item;
pub mod kind;
mod markup;
mod members;
mod overlay;
mod package;
pub mod pathway;
mod repeated;
mod rubric;
mod source;
mod summary;
mod tree;
mod words;
pub mod write;

use std::borrow::Cow;

use thiserror::Error;

pub use deviation::{Deviation, Kind};
pub use overlay::{Node, Precedes};
pub use summary::Summary;

use crate::json::{self, JsonError, MAX_DEPTH, MAX_VALUES};
use crate::text::{self, Encoding};
use deviation::Notes;
use pathway::Step;
use portfolio::framework::FrameworkSource;

/// The largest file read, in bytes. A real framework of 1,000 items has 1.4 MB.
pub const MAX_BYTES: usize = 64 << 20;

/// What a package holds.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The framework, ready to be built.
    pub source: FrameworkSource,
    /// What comes before what, where not both are items of the file: each link once, in the order of the file.
    pub overlay: Vec<Precedes>,
    /// Of a pathway: what its document says stands on it, in the order of the file.
    pub goals: Vec<Step>,
    /// The same in numbers, and whose work it is.
    pub summary: Summary,
    /// How the file departs from the standard, each way once.
    pub deviations: Vec<Deviation>,
}

/// Why a file is not read at all.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CaseError {
    /// More than [`MAX_BYTES`].
    #[error("the file has {bytes} bytes; at most {MAX_BYTES} are read")]
    TooLarge {
        /// How many it has.
        bytes: usize,
    },
    /// Nested deeper than [`MAX_DEPTH`] levels.
    #[error("the file is nested deeper than {MAX_DEPTH} levels")]
    TooDeep,
    /// More than [`MAX_VALUES`] values.
    #[error("the file holds more than {MAX_VALUES} values")]
    TooMany,
    /// Neither UTF-8 nor UTF-16.
    #[error("the file is not text")]
    NotText,
    /// Text, but not JSON.
    #[error("the file is not JSON: the first fault is at line {line}, column {column}")]
    NotJson {
        /// Counted from 1.
        line: usize,
        /// Counted from 1, in bytes.
        column: usize,
    },
    /// JSON, but there is neither a CFDocument nor a list of CFItems in it.
    #[error("the file is not a CASE package: it has neither a CFDocument nor CFItems")]
    NotAPackage,
    /// A list of packages; one is expected.
    #[error("the file holds {packages} packages; one is expected")]
    SeveralPackages {
        /// How many there are.
        packages: usize,
    },
}

/// Reads one package, wrapped or bare.
///
/// # Errors
/// Only what cannot be understood as one package within the limits; see [`CaseError`].
pub fn read(bytes: &[u8]) -> Result<Reading, CaseError> {
    if bytes.len() > MAX_BYTES {
        return Err(CaseError::TooLarge { bytes: bytes.len() });
    }
    let notes = Notes::default();
    let text = text_of(bytes, &notes)?;
    let tree = json::parse(&text).map_err(|fault| match fault {
        JsonError::TooDeep => CaseError::TooDeep,
        JsonError::TooMany => CaseError::TooMany,
        JsonError::Syntax { line, column } => CaseError::NotJson { line, column },
    })?;
    let mut parts = assemble::assemble(&package::find(&tree, &notes)?, &notes);
    let summary = summary::of(&parts, &notes);
    let overlay = std::mem::take(&mut parts.overlay);
    let goals = pathway::goals(&mut parts);
    let source = source::of(parts, crate::hash::sha256_hex(bytes), &notes);
    Ok(Reading { source, overlay, goals, summary, deviations: notes.finish() })
}

fn text_of<'b>(bytes: &'b [u8], notes: &Notes) -> Result<Cow<'b, str>, CaseError> {
    let decoded = text::decode(bytes);
    match decoded.encoding {
        Encoding::Utf8 if decoded.text.len() == bytes.len() => {}
        Encoding::Utf8 if bytes.starts_with(b"\xef\xbb\xbf") => notes.add(Kind::ByteOrderMark, String::new),
        Encoding::Utf16Le | Encoding::Utf16Be => notes.add(Kind::Utf16, String::new),
        Encoding::Utf8 | Encoding::Windows1252 => return Err(CaseError::NotText),
    }
    Ok(decoded.text)
}
