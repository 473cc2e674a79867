//! From a file to what it says.

use std::borrow::Cow;
use std::io::{self, Read, Seek};

use interchange::text;
use interchange::zip::ZipError;
use thiserror::Error;

use crate::block::{Block, Reading};
use crate::kind::Kind;
use crate::{archive, limits, notebook, office, table};

/// Why there is nothing to show of a file.
#[derive(Debug, Error)]
pub enum Fault {
    /// It is not what its first bytes promised, or it is damaged.
    #[error("the file is damaged, or not what it seemed to be")]
    Damaged,
    /// It asks for more than is read of any file.
    #[error("the file is too large to be shown")]
    TooLarge,
    /// It could not be read.
    #[error("the file could not be read")]
    Io(#[from] io::Error),
}

impl From<ZipError> for Fault {
    fn from(error: ZipError) -> Self {
        match error {
            ZipError::Io(error) => Self::Io(error),
            ZipError::NotAZip | ZipError::Spread => Self::Damaged,
            ZipError::TooManyEntries { .. } | ZipError::DirectoryTooLarge { .. } | ZipError::TooLarge { .. } => {
                Self::TooLarge
            }
        }
    }
}

/// Reads a file of this kind, as much of it as is shown.
///
/// # Errors
/// See [`Fault`]. A file that breaks off in the middle is shown up to there.
pub fn read(mut input: impl Read + Seek, kind: Kind) -> Result<Reading, Fault> {
    match kind {
        Kind::Text | Kind::Code => text(&mut input, Block::Text),
        Kind::Markdown => text(&mut input, Block::Markdown),
        Kind::Table => {
            let (bytes, is_cut) = start(&mut input, limits::TEXT)?;
            Ok(table::read(&decoded(&bytes, is_cut), is_cut))
        }
        Kind::Notebook => {
            let (bytes, is_cut) = start(&mut input, limits::NOTEBOOK)?;
            if is_cut { Err(Fault::TooLarge) } else { notebook::read(&text::decode(&bytes).text) }
        }
        Kind::Archive => archive::read(input),
        Kind::Document | Kind::Slides | Kind::Sheets => office::read(input),
    }
}

fn text(input: &mut impl Read, block: fn(String) -> Block) -> Result<Reading, Fault> {
    let (bytes, is_cut) = start(input, limits::TEXT)?;
    let text = decoded(&bytes, is_cut).into_owned();
    Ok(Reading { blocks: if text.is_empty() { Vec::new() } else { vec![block(text)] }, is_cut, total: None })
}

fn decoded(bytes: &[u8], is_cut: bool) -> Cow<'_, str> {
    if is_cut { text::decode_start(bytes).text } else { text::decode(bytes).text }
}

/// The first bytes of a file, at most `most`, and whether there are more.
fn start(input: &mut impl Read, most: u64) -> io::Result<(Vec<u8>, bool)> {
    let mut bytes = Vec::new();
    input.take(most + 1).read_to_end(&mut bytes)?;
    let is_cut = bytes.len() as u64 > most;
    bytes.truncate(most as usize);
    Ok((bytes, is_cut))
}
