//! JPEG (ITU-T T.81): segments, of which those that applications wrote tell more than the picture.

mod clean;
mod segments;

pub(crate) use clean::clean;
pub(crate) use segments::walk;
