//! What a learner's file says: a bounded list of [blocks](Block) to show, and plain words to find it by.
//!
//! Every byte was written by somebody else. Each reader takes a bounded part of its file, does work in proportion to it, and says so
//! when there is more ([`Reading::is_cut`]). Nothing is run, fetched or looked up, and what comes out is text: the one thing that is
//! not (a picture that a notebook drew) is told by its first bytes.
#![forbid(unsafe_code)]

mod archive;
mod base64;
mod block;
mod kind;
pub mod limits;
mod lines;
mod notebook;
mod office;
mod page;
mod read;
mod table;
mod words;

pub use block::{Block, Packed, Part, Picture, Reading};
pub use kind::Kind;
pub use lines::{Line, lines};
pub use read::{Fault, read};
pub use table::Table;
