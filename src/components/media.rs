//! Files of the learner on the screen. Every byte is hostile until shown inert: a file is shown by what its bytes are, through
//! elements that run nothing, or offered as a copy.

mod contradiction;
mod event;
mod figure;
mod image;
mod look;
mod notes;
mod opened;
mod private;
mod shown;
mod sound;
mod text;
mod thumb;

pub use figure::ArtifactFigure;
pub use image::Image;
pub use look::Look;
pub use notes::FileNotes;
pub use thumb::Thumb;
