//! The trail map: where the stones of a map lie, so that every trail leads from left to right.
//!
//! A [`Graph`] knows stones by number, the region each lies in, and the trails between them. [`lay_out`] gives each stone a place. A
//! region is an island by itself: its columns say what comes before what, its rows are ordered so that few trails cross (layered drawing
//! after Sugiyama, Tagawa and Toda 1981). One without trails is walked in sequence.
//!
//! The same graph is always laid out in the same way, and a change in one region moves no stone within another.
//! Nothing here knows what a stone stands for.
#![forbid(unsafe_code)]

mod bends;
mod block;
pub mod cairn;
pub mod camera;
mod columns;
mod crossings;
pub mod drawn;
mod graph;
mod islands;
mod layers;
mod layout;
mod order;
mod rows;
pub mod sheet;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod travel;

pub use bends::curve;
pub use graph::Graph;
pub use layout::{Course, Layout, Region, Spot, Trail, lay_out};
pub use travel::{Direction, travel};
