//! What is inside a file that a learner adds: facts that nobody meant to share, and how to take them out without touching
//! a pixel.
//!
//! Files are read where they lie, a window at a time, so that a film of two gigabytes needs no more memory than a photo.
//! What a file becomes is a [`Plan`]: which of its bytes stay, and what is written between them. Every byte read here was
//! written by somebody else; a file that is not understood stays as it is, and says why.
#![forbid(unsafe_code)]

mod boxes;
pub mod captions;
mod ebml;
mod exif;
mod facts;
mod fault;
mod format;
mod heif;
mod input;
mod iptc;
mod jpeg;
mod movie;
pub mod moving;
mod office;
mod pdf;
mod plan;
mod png;
pub mod privacy;
mod riff;
pub mod webm;
mod webp;
mod xml;
mod xmp;

pub use facts::{Facts, facts};
pub use fault::{Fault, Kept};
pub use format::Format;
pub use plan::{Piece, Plan};
