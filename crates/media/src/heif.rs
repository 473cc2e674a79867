//! HEIF (ISO/IEC 23008-12), as HEIC and AVIF files are: items in a file of boxes, found by number.

mod clean;
mod facts;
mod items;

pub(crate) use clean::clean;
pub(crate) use facts::facts;
