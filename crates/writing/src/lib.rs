//! Writing in Markdown: what a tool of the editor does to a text and its selection, and what a text means as a tree of elements.
//!
//! Pure: a text and a selection go in, an [`Edit`] or [`document::Node`]s come out. Texts are a learner's, so that all of them are
//! taken: nothing here fails, and nothing grows or nests without bound.
#![forbid(unsafe_code)]

mod blocks;
pub mod document;
mod edit;
mod enter;
mod lines;
mod link;
mod marks;
pub mod maths;
pub mod picture;
mod place;
mod tool;
pub mod words;

pub use edit::{Edit, Written};
pub use enter::continued;
pub use link::linked;
pub use tool::Tool;
