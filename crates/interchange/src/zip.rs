//! The ZIP format (PKWARE APPNOTE 6.3.10), as much of it as an export needs and a hostile archive demands.
//!
//! Written here and not taken from a crate because a reader for strangers' archives must see every entry: two entries
//! of one name are two, and the limits hold before anything is allocated. See docs/decisions for the comparison.

mod directory;
mod layout;
mod name;
mod path;
mod place;
mod reader;
mod records;
#[cfg(test)]
mod tests;
mod writer;

pub use directory::{Entry, Refusal};
#[cfg(test)]
pub(crate) use path::is_safe;
pub use place::{Place, Record};
pub use reader::{Archive, CopyError, Limits, ZipError};
pub use records::Stamp;
pub use writer::{Packing, Writer};
