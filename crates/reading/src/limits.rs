//! How much of a file is read and shown. What a person reads in one go is far below; what would make a page slow is above.

use interchange::zip::Limits;

/// Bytes of a text or a table.
pub const TEXT: u64 = 1 << 20;
/// Bytes of a notebook, its pictures included: it is read whole or not at all.
pub const NOTEBOOK: u64 = 8 << 20;
/// Characters that all blocks have together, pictures aside.
pub const LETTERS: usize = 1 << 20;
/// Blocks, and parts with or without any.
pub const BLOCKS: usize = 20_000;
/// Cells that all tables have together, empty ones too: each has its place in memory. As many as letters, so that the largest table
/// that is read has room, and a document with something in every cell ends with its letters as it would without this.
pub const CELLS: usize = LETTERS;
/// Rows of one table.
pub const ROWS: usize = 10_000;
/// Cells of one row.
pub const COLUMNS: usize = 100;
/// Letters of the pictures of a notebook, as they are written in it.
pub const PICTURES: usize = 6 << 20;
/// Packed files that are listed.
pub const PACKED: usize = 2_000;
/// Bytes of one part of a document, unpacked.
pub const PART: u64 = 16 << 20;
/// Bytes of all its parts that are read, unpacked.
pub const PARTS: u64 = 64 << 20;
/// Slides or sheets.
pub const LEAVES: usize = 500;
/// Elements within elements of a document.
pub const DEPTH: usize = 256;
/// Bytes of the words that a file is found by.
pub const WORDS: usize = 64 << 10;

/// What a ZIP may ask for, be it a document or packed files.
pub(crate) const ZIP: Limits =
    Limits { entries: 50_000, directory_bytes: 8 << 20, entry_bytes: 4 << 30, total_bytes: 64 << 30, ratio: 200 };
