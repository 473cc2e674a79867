//! Files of the learner on the screen. Every byte is hostile until shown inert: a file is shown by what its bytes are, through
//! elements that run nothing, or offered as a copy.

mod contradiction;
mod event;
mod figure;
mod image;
mod opened;
mod shown;
mod text;
mod thumb;

pub use contradiction::note as contradiction_of;
pub use figure::ArtifactFigure;
pub use image::Image;
pub use thumb::Thumb;
