//! Canvases that a person draws on, seen by eye and turned into pictures.
//!
//! Lengths are in units of the sheet on it, whatever the pixels; shapes are SVG path data, so that what is drawn here and what is
//! written as SVG is the same. Nothing is drawn but when it is asked for: there is no loop.

mod canvas;
mod hand;
mod picture;
mod words;

pub use canvas::Canvas;
pub use hand::{Touch, capture, touch, way};
pub use picture::Picture;
pub use words::Words;
