//! Finding things by their words.
//!
//! An [`Index`] knows *documents*: texts under a key, each with a [`Weight`]. It is brought up to date document by document, finds
//! what holds the words of a [`Query`], and keeps itself as bytes that are read where they lie: opening them unpacks nothing.
//!
//! A word of a query finds the words that begin with it. Where none does, one typo is forgiven: a letter too many, too few,
//! another one, or two that changed places. What is spelled as somewhere in the documents is taken at its word, so that nobody is
//! shown `three` who asked for `tree`. Only documents that are wanted decide that.
//!
//! Nothing here knows what a document is about.
#![forbid(unsafe_code)]

mod bytes;
mod digest;
mod find;
mod fit;
pub mod fold;
mod fresh;
mod index;
mod postings;
mod query;
mod settle;
mod stored;
mod weight;
mod words;

pub use digest::stamp;
pub use find::Hit;
pub use index::Index;
pub use query::Query;
pub use weight::Weight;
pub use words::Words;
