//! Recordings: files that grow while somebody records, until they are kept or thrown away.
//!
//! What a browser puts in place only when a file is closed is lost in a crash. So the worker holds the file open, brings each part to
//! the disk, and only then says in the database how far it is: what a row promises is there. Where a trial shows no such files, each
//! part is a row of its own.

mod adopt;
mod finish;
mod growing;
mod row;
mod waiting;
mod whole;

pub(super) use adopt::adopt;
pub(super) use finish::{PutRight, finish};
pub(super) use growing::Growing;
pub(super) use row::places;
pub use row::{About, Recording, Safe};
pub use waiting::Finished;
