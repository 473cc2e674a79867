//! Films and sound in boxes (MP4, ISO/IEC 14496-12; QuickTime): what they tell beside what they show.

mod clean;
mod header;
mod tells;

pub(crate) use clean::clean;
pub(crate) use header::facts;
