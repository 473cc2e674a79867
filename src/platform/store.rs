//! The learner's data on this device: one IndexedDB database per profile.
//!
//! | store | rows |
//! |---|---|
//! | `ops` | the ops that no segment holds yet, as text, numbered as they came |
//! | `segments` | gzip bytes by name, as frozen here or pulled |
//! | `state` | caches of the folded state and of its words, large ones in pieces; losing one costs time only |
//! | `artifacts`, `chunks` | what is known of each stored file; the bytes themselves where the browser has no file system for them |
//! | `meta` | single values by key |
//!
//! Whatever belongs together is written in one transaction with strict durability, and a promise is kept only when the
//! transaction has completed. Within a transaction nothing is awaited but the database, or it would end by itself.

use std::rc::Rc;

mod batch;
mod connection;
mod error;
mod opening;
mod pieces;
mod rows;
mod schema;
mod writer;

pub use batch::Batch;
use connection::Connection;
pub use error::StoreError;
pub use opening::Opening;
pub use rows::{TailKey, TailRow};
pub(crate) use schema::{ARTIFACTS, CHUNKS};
pub use writer::{NewOp, SaveStatus, Writer};

/// A profile's database. Clones share the connection, which is opened again by itself when the browser loses it.
#[derive(Clone)]
pub struct Store {
    connection: Rc<Connection>,
}

impl Store {
    /// Opens the database of a profile, or makes it.
    ///
    /// # Errors
    /// Any of [`StoreError`] but `Quota`.
    pub async fn open(profile: &str) -> Result<Self, StoreError> {
        Ok(Self { connection: Connection::open(database_name(profile)).await? })
    }

    /// Deletes the database of a profile, for ever. Other tabs that have it open find it `Closed`.
    ///
    /// # Errors
    /// `Blocked` if another tab holds on to it.
    pub async fn delete(profile: &str) -> Result<(), StoreError> {
        connection::delete(database_name(profile)).await
    }

    /// Does all of `batch` or none of it, and returns once it is on the disk: the numbers of the batch's ops, in order.
    ///
    /// # Errors
    /// Any of [`StoreError`]; nothing was stored then, or (if the connection was lost on the way) all of it.
    pub async fn commit(&self, batch: &Batch) -> Result<Vec<TailKey>, StoreError> {
        self.connection.commit(batch).await
    }

    pub(crate) fn connection(&self) -> &Rc<Connection> {
        &self.connection
    }
}

fn database_name(profile: &str) -> String {
    format!("cairn-{profile}")
}
