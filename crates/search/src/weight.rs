//! Where in a document a word stands, and what that counts.

/// How much a word says about the document that it stands in, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It is somewhere inside: in a file, or in its name.
    Inside,
    /// It is in what was written.
    Text,
    /// Somebody chose it to say what this is: a tag, a caption.
    Label,
    /// It is in the title.
    Title,
}

impl Weight {
    /// How many bits a weight is kept in.
    pub(crate) const BITS: u32 = 2;

    /// As it is kept.
    pub(crate) fn to_bits(self) -> u32 {
        match self {
            Self::Inside => 0,
            Self::Text => 1,
            Self::Label => 2,
            Self::Title => 3,
        }
    }

    /// The weight that the lowest bits of a number stand for.
    pub(crate) fn of_bits(number: u32) -> Self {
        match number & ((1 << Self::BITS) - 1) {
            0 => Self::Inside,
            1 => Self::Text,
            2 => Self::Label,
            _ => Self::Title,
        }
    }

    /// What a word there counts: each place twice as much as the one below.
    pub(crate) fn points(self) -> u8 {
        1 << self.to_bits()
    }
}
