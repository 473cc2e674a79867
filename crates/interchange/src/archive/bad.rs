//! What is wrong with single entries of a ZIP.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::zip::Refusal;

/// An entry that was not taken, or not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bad {
    /// Its name, as the ZIP or its lists give it.
    pub name: String,
    /// What is wrong.
    pub why: Why,
}

/// What is wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// It may not be read at all.
    Refused(Refusal),
    /// Its bytes are cut off or changed: they do not match their sum and size.
    Damaged,
    /// Its bytes are not those that the manifest lists.
    HashDiffers,
    /// The manifest does not list it.
    NotListed,
    /// The manifest or `files.json` lists it, and it is not there.
    Missing,
    /// Its bytes are not those that its name or `files.json` says.
    OtherFile,
    /// A list that cannot be read.
    Unreadable,
    /// Larger than something of its kind can be.
    TooLarge,
    /// A segment of another portfolio, in the folder of another device, or too far ahead of the others.
    Foreign,
}

impl fmt::Display for Why {
    /// Plain English, for the command line.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Refused(refusal) => match refusal {
                Refusal::UnsafeName => "its name leads out of the folder or hides what it is",
                Refusal::UnreadableName => "its name cannot be read",
                Refusal::RepeatedName => "an entry before it has the same name; that one was read",
                Refusal::Special => "it is a link or a device, not a file",
                Refusal::Encrypted => "it is encrypted",
                Refusal::Packing => "it is packed in a way that is not read here",
                Refusal::TooLarge => "it claims to be larger than any file may be",
                Refusal::Ratio => "it would grow too much by being unpacked",
                Refusal::Overlap => "it shares bytes with another entry",
            },
            Self::Damaged => "it is damaged",
            Self::HashDiffers => "its bytes are not the ones that the manifest lists",
            Self::NotListed => "the manifest does not list it",
            Self::Missing => "it is listed, but not there",
            Self::OtherFile => "its bytes are not the ones that its name promises",
            Self::Unreadable => "it cannot be read",
            Self::TooLarge => "it is larger than anything of its kind",
            Self::Foreign => "it does not belong to this portfolio",
        })
    }
}
