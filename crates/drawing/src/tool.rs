//! What is in the hand.

use crate::Colour;

/// A thing to draw with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tool {
    /// A pen: its line is as wide as the hand is heavy.
    #[default]
    Pen,
    /// A broad marker: what lies below shows through.
    Marker,
    /// A rubber: it takes away what was drawn before, and leaves the paper.
    Eraser,
}

/// How broad a tool is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Thickness {
    /// For what is small.
    Thin,
    /// For most things.
    #[default]
    Medium,
    /// For what is large.
    Thick,
}

impl Tool {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Pen, Self::Marker, Self::Eraser];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pen => "pen",
            Self::Marker => "marker",
            Self::Eraser => "eraser",
        }
    }

    /// The tool of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tool| tool.name() == name)
    }

    /// How much of what lies below is hidden, from 0 to 1.
    pub fn opacity(self) -> f64 {
        match self {
            Self::Pen | Self::Eraser => 1.0,
            Self::Marker => 0.45,
        }
    }

    /// What it leaves behind is filled with this; the eraser's path only says where nothing is left.
    pub fn ink(self, colour: Colour) -> &'static str {
        match self {
            Self::Pen | Self::Marker => colour.hex(),
            Self::Eraser => "#000",
        }
    }

    /// Half the width of its line under a pressure in per cent.
    pub fn radius(self, thickness: Thickness, pressure: u8) -> f64 {
        let half = self.width(thickness) / 2.0;
        match self {
            Self::Pen => half * (0.3 + 0.014 * f64::from(pressure)),
            Self::Marker | Self::Eraser => half,
        }
    }

    /// The width of its line under half the pressure, which is what a mouse and a finger have.
    pub fn width(self, thickness: Thickness) -> f64 {
        let (thin, medium, thick) = match self {
            Self::Pen => (45.0, 90.0, 180.0),
            Self::Marker => (220.0, 380.0, 640.0),
            Self::Eraser => (240.0, 520.0, 1100.0),
        };
        match thickness {
            Thickness::Thin => thin,
            Thickness::Medium => medium,
            Thickness::Thick => thick,
        }
    }
}

impl Thickness {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Thin, Self::Medium, Self::Thick];

    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Thin => "thin",
            Self::Medium => "medium",
            Self::Thick => "thick",
        }
    }

    /// The thickness of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|thickness| thickness.name() == name)
    }
}
