//! Frameworks: competencies with their order, hierarchy and prerequisites.

pub mod item;
pub mod requirement;
pub mod source;

pub use item::{Item, Size};
pub use requirement::Requirement;
pub use source::{ChildLink, FrameworkSource, ItemSource};
