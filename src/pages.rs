//! The places of the app, one file each.

mod broken;
mod competency;
mod evidence;
mod not_found;
mod pace;
mod pathway;
mod settings;
mod today;
mod unreached;
mod welcome;

pub use broken::Broken;
pub use competency::Competency;
pub use evidence::{EditPiece, Evidence, NewPiece, Piece};
pub use not_found::NotFound;
pub use pace::Pace;
pub use pathway::{Explore, Pathway};
pub use settings::Settings;
pub use today::Today;
pub use unreached::Unreached;
pub use welcome::Welcome;
