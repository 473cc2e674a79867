//! The colours in the box. Each has a name, for nobody should need to see a colour to choose it.

/// A colour to draw with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Colour {
    /// Ink, almost black.
    #[default]
    Black,
    /// Earth.
    Brown,
    /// Brick.
    Red,
    /// Rust.
    Orange,
    /// Straw.
    Yellow,
    /// Moss.
    Green,
    /// Deep water.
    Blue,
    /// Heather.
    Violet,
    /// Wild rose.
    Pink,
    /// Chalk, to be seen over a photo.
    White,
}

impl Colour {
    /// All of them, in the order in which they lie in the box.
    pub const ALL: [Self; 10] = [
        Self::Black,
        Self::Brown,
        Self::Red,
        Self::Orange,
        Self::Yellow,
        Self::Green,
        Self::Blue,
        Self::Violet,
        Self::Pink,
        Self::White,
    ];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Black => "black",
            Self::Brown => "brown",
            Self::Red => "red",
            Self::Orange => "orange",
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Violet => "violet",
            Self::Pink => "pink",
            Self::White => "white",
        }
    }

    /// As SVG and canvas know it. Black and white are told by every eye; the others differ in lightness as well as in hue.
    pub fn hex(self) -> &'static str {
        match self {
            Self::Black => "#28231a",
            Self::Brown => "#7a4b22",
            Self::Red => "#c22f1e",
            Self::Orange => "#e57f20",
            Self::Yellow => "#f4c531",
            Self::Green => "#3d7a2c",
            Self::Blue => "#235f9e",
            Self::Violet => "#6a4199",
            Self::Pink => "#d9629b",
            Self::White => "#ffffff",
        }
    }

    /// The colour of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|colour| colour.name() == name)
    }
}
