//! The places of the app, one file each.

mod competency;
mod evidence;
mod gaps;
mod instead;
mod not_found;
mod pace;
mod pathway;
mod settings;
mod share;
mod today;
mod welcome;

pub use competency::Competency;
pub use evidence::{EditPiece, Evidence, History, NewPiece, Piece, Submitted};
pub use gaps::Gaps;
pub use instead::{Broken, Unreached};
pub use not_found::NotFound;
pub use pace::Pace;
pub use pathway::{BringPathway, Explore, Pathway, WriteOwn};
pub use settings::Settings;
pub use share::Share;
pub use today::Today;
pub use welcome::Welcome;
