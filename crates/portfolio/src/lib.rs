//! The learner's world: frameworks, pathways, evidence, levels and pace, as pure functions.
//!
//! A learner's act comes in as an [`Intent`] and leaves as [`Change`]s of entities and fields, or as a [`Refusal`] with
//! its values. What is stored comes back through [`Portfolio::refresh`], entity by entity. Everything else is a
//! question about (framework, portfolio, today): which level is held ([`levels`]), what is ready ([`ready`]), what to
//! do next ([`next_steps`]), how far along the pathway is ([`pace`]). `docs/learning-model.md` states every rule with
//! its numbers.
//!
//! Nothing here knows a clock, chance, a browser or how changes are stored: today, ids and bytes come in as arguments.
#![forbid(unsafe_code)]

pub mod calendar;
pub mod change;
pub mod date;
pub mod difference;
pub mod entity;
pub mod fields;
pub mod first_screen;
pub mod format;
pub mod framework;
pub mod gallery;
pub mod gaps;
mod id_text;
pub mod intent;
pub mod interests;
mod item_id;
pub mod level;
pub mod levels;
pub mod model;
pub mod natural;
pub mod next_steps;
pub mod order;
pub mod pace;
pub mod ready;
pub mod rules;
pub mod submission;
pub mod succession;
#[cfg(test)]
mod testing;

pub use change::{Change, FieldValue};
pub use entity::{EntityId, Kind};
pub use fields::{Fields, Standing};
pub use framework::{Framework, Frameworks};
pub use intent::{Context, Intent, Refusal};
pub use item_id::ItemId;
pub use level::Level;
pub use model::Portfolio;
