//! What there is to show of a file.

use interchange::zip::Refusal;
use serde::{Deserialize, Serialize};

use crate::table::Table;

/// A file as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// Its blocks, in the order of the file.
    pub blocks: Vec<Block>,
    /// Whether there is more in the file: it was too much, or it breaks off.
    pub is_cut: bool,
    /// How many packed files, or rows below the head of a table written as text, there are in all, where not all of them are here and
    /// the number is known.
    pub total: Option<usize>,
}

/// A part of what is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// Characters as they are, with their lines.
    Text(String),
    /// Markdown as it was written.
    Markdown(String),
    /// A heading of the page, from 2 to 5: none is left out on the way down.
    Heading(u8, String),
    /// A paragraph. A tab or a new line in it stands where it stood.
    Paragraph(String),
    /// A part of a list, and how deep in the list it stands, from 0.
    Item(u8, String),
    /// Rows of cells.
    Table(Table),
    /// What a program wrote.
    Output(String),
    /// A picture.
    Picture(Picture),
    /// Something that is not shown, by its media type.
    Hidden(String),
    /// Files packed into one.
    Files(Vec<Packed>),
    /// A part of the file that has blocks itself, but no parts.
    Part(Part, Vec<Block>),
}

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// A slide, by its number from 1.
    Slide(usize),
    /// A sheet, by its name.
    Sheet(String),
    /// Code of a notebook with what came of it, and the number of the run that it comes from.
    Code(Option<u32>),
}

/// A picture that is small enough to stand in the file as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// `image/png` or `image/jpeg`, as its first bytes say.
    pub media_type: String,
    /// Its bytes in base64, which is nothing but letters, digits, `+`, `/` and `=`.
    pub base64: String,
    /// Words instead of it; may be empty.
    pub words: String,
}

/// A packed file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Packed {
    /// Its name with its folders, without what could hide another name.
    pub name: String,
    /// The bytes that it claims to have.
    pub size: u64,
    /// Why it could not be unpacked safely, if so.
    pub refused: Option<Refusal>,
}

impl Picture {
    /// An address that shows it. No other scheme, type or character than those above can be in it.
    #[must_use]
    pub fn address(&self) -> String {
        format!("data:{};base64,{}", self.media_type, self.base64)
    }
}
