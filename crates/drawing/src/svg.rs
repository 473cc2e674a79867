//! A drawing as SVG, and that SVG as a drawing again.
//!
//! Every viewer shows the outlines. Beside each outline stand the points that it was made of (`data-ink`), so that the drawing can be
//! gone on with; reading takes the points and makes the outlines anew. An eraser is a mask over the group of all that was drawn before
//! it. A photo is named by its hash and not held: over a photo the SVG is the strokes alone.
//!
//! Only what [`write`] may have written is read. Anything else is refused, be it another element, another attribute or a text: what
//! was changed elsewhere is somebody else's drawing.

mod ink;
mod read;
mod scan;
mod write;

pub use read::{Unreadable, read};
pub use write::{ink, write};

/// The version of the format, in the attribute `data-drawing`.
const VERSION: &str = "1";
