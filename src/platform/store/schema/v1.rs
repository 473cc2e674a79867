//! Version 1: the first.

use indexed_db_futures::Build as _;
use indexed_db_futures::database::Database;
use indexed_db_futures::error::Error;

/// Keys are given with each row, except in `ops`, where the database counts.
pub(super) fn create(database: &Database) -> Result<(), Error> {
    database.create_object_store("ops").with_auto_increment(true).build()?;
    for name in ["segments", "state", "artifacts", "chunks", "meta"] {
        database.create_object_store(name).build()?;
    }
    Ok(())
}
