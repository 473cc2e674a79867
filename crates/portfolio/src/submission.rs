//! Submissions: what exactly was handed in, and what changed from one to the next.

mod compare;
mod manifest;
mod seal;
#[cfg(test)]
mod tests;

pub use compare::{ClaimMove, Comparison, PartMove, Words};
pub use manifest::{Claimed, Manifest, Part};
pub use seal::{Sealed, Unreadable};
