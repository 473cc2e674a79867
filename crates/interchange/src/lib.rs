//! Bytes to portfolio values and back: CASE frameworks, the ZIP of a whole portfolio, and what kind of file a
//! learner's file is.
//!
//! Every byte that comes in here was written by somebody else. Readers never panic, never trust a size that a file
//! claims, and say what they found as typed values; the words for people are made where they are shown.
#![forbid(unsafe_code)]

pub mod archive;
pub mod case;
pub mod chunks;
pub mod csv;
pub mod hash;
pub mod ics;
pub mod json;
pub mod media_type;
pub mod names;
pub mod own;
pub mod packet;
pub mod readable;
pub mod text;
pub mod zip;
