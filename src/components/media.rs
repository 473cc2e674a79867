//! Files of the learner on the screen. Every byte is hostile until shown inert: a file is shown by what its bytes are, through
//! elements that run nothing, or offered as a copy.

mod captions;
mod contradiction;
mod event;
mod figure;
mod image;
mod link;
mod look;
mod moving;
mod notes;
mod opened;
mod pdf;
mod picture;
mod private;
mod reading;
mod save;
mod shown;
mod sound;
mod speed;
mod thumb;
mod video;
mod words;

pub use captions::{captions_of, joined};
pub use figure::ArtifactFigure;
pub use image::Image;
pub use look::Look;
pub use notes::FileNotes;
pub use shown::{Shown, of as shown_as};
pub use thumb::Thumb;
