//! The database's stores, and how an older database becomes a newer one: one file a version.

use indexed_db_futures::database::Database;
use indexed_db_futures::error::Error;

mod v1;

/// The version of the schema that this app writes.
pub(super) const VERSION: u32 = 1;

pub(super) const OPS: &str = "ops";
pub(super) const SEGMENTS: &str = "segments";
pub(super) const STATE: &str = "state";
pub(crate) const ARTIFACTS: &str = "artifacts";
pub(crate) const CHUNKS: &str = "chunks";
pub(super) const META: &str = "meta";

/// Brings a database from `version` (0: it is new) to [`VERSION`], within the transaction of the upgrade.
pub(super) fn upgrade(database: &Database, version: u32) -> Result<(), Error> {
    if version < 1 {
        v1::create(database)?;
    }
    Ok(())
}
