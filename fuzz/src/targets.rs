//! Each target: a reader, what is promised of it, and files to begin with.

mod archive;
mod captions;
mod case;
mod document;
mod drawing;
mod facts;
mod ics;
mod index;
mod kind;
mod listing;
mod manifest;
mod maths;
mod privacy;
mod reading;
mod recording;
mod segment;
mod text;
mod tools;
mod zip;

/// A reader that is given anything.
pub struct Target {
    /// Its name; that of its file.
    pub name: &'static str,
    /// Reads an input, and panics where a promise is broken.
    pub read: fn(&[u8]),
    /// Inputs that are in order.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

macro_rules! targets {
    ($($name:ident),*) => {
        /// Every target.
        pub const TARGETS: &[Target] =
            &[$(Target { name: stringify!($name), read: $name::read, seeds: $name::seeds }),*];
    };
}

targets!(
    archive, captions, case, document, drawing, facts, ics, index, kind, listing, manifest, maths, privacy, reading,
    recording, segment, text, tools, zip
);
