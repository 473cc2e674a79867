//! A drawing as the strokes it was made of.
//!
//! A [`Drawing`] is a sheet and the steps that were taken on it, so that each can be taken back. A stroke has the points of a hand's
//! way and the pressure at each; what is seen of it is an outline to be filled, and that outline is the same on the screen, in the
//! picture and in the SVG. An eraser is a stroke, too: it rubs out what was drawn before it, where it passes and nowhere else.
//!
//! Lengths are in units of the sheet, whole numbers: 12,000 along its longer side, ten to a pixel of a sheet seen 1,200 pixels wide.
//! Nothing here depends on the machine, so the same strokes are always the same bytes.
#![forbid(unsafe_code)]

mod colour;
mod drawing;
mod hand;
mod line;
mod outline;
mod sheet;
mod stroke;
pub mod svg;
mod tool;
mod trace;

pub use colour::Colour;
pub use drawing::{Drawing, Full, Step};
pub use hand::{Contact, Hand, Verdict};
pub use outline::outline;
pub use sheet::{LONGER_SIDE, Paper, Sheet};
pub use stroke::{Point, Stroke};
pub use tool::{Thickness, Tool};
pub use trace::Trace;
