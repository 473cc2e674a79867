//! The connection to a database: opened when needed, opened again when lost, given up when another tab needs it gone.

use std::cell::RefCell;
use std::rc::{Rc, Weak};
use std::time::Duration;

use futures_channel::oneshot;
use indexed_db_futures::Build as _;
use indexed_db_futures::database::{Database, VersionChangeEvent};
use indexed_db_futures::error::Error;
use indexed_db_futures::internals::SystemRepr as _;
use indexed_db_futures::transaction::{Transaction, TransactionDurability, TransactionMode, TransactionOptions};
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use web_sys::EventTarget;

use super::batch::Batch;
use super::error::reason_of_abort;
use super::rows::TailKey;
use super::{StoreError, schema};
use crate::{Listener, timer};

/// Longer than a healthy browser takes to open or delete a database on a slow disk.
const PATIENCE: Duration = Duration::from_secs(15);

pub(crate) struct Connection {
    name: String,
    state: RefCell<State>,
}

enum State {
    /// Not open, or lost: the next request opens it.
    Idle,
    Open {
        database: Database,
        _listeners: [Listener; 2],
    },
    /// Deleted or upgraded by another tab. Opening it again would bring a deleted profile back, empty.
    Gone,
}

impl Connection {
    pub(super) async fn open(name: String) -> Result<Rc<Self>, StoreError> {
        let connection = Rc::new(Self { name, state: RefCell::new(State::Idle) });
        connection.database().await?;
        Ok(connection)
    }

    /// Whether the database is still there to be used.
    ///
    /// # Errors
    /// `Closed` if it was deleted or upgraded elsewhere.
    pub(crate) async fn ready(self: &Rc<Self>) -> Result<(), StoreError> {
        self.database().await.map(drop)
    }

    /// Runs `work` in a transaction that only reads.
    pub(crate) async fn read<T>(
        self: &Rc<Self>,
        stores: &[&str],
        work: impl AsyncFn(&Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, StoreError> {
        let attempt = async || {
            let database = self.database().await?;
            let transaction = database.transaction(stores).with_mode(TransactionMode::Readonly).build()?;
            Ok(work(&transaction).await?)
        };
        match attempt().await {
            Err(StoreError::Other(_)) => {
                self.forget();
                attempt().await
            }
            result => result,
        }
    }

    /// Runs `work` in one transaction with strict durability, and returns when it has completed. If `work` fails, nothing of
    /// it remains.
    pub(crate) async fn write<T>(
        self: &Rc<Self>,
        stores: &[&str],
        work: impl AsyncFn(&Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, StoreError> {
        self.write_with(TransactionDurability::Strict, stores, work).await
    }

    /// As [`Self::write`], without waiting for the disk: for what can be made again.
    pub(crate) async fn write_relaxed<T>(
        self: &Rc<Self>,
        stores: &[&str],
        work: impl AsyncFn(&Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, StoreError> {
        self.write_with(TransactionDurability::Relaxed, stores, work).await
    }

    pub(super) async fn commit(self: &Rc<Self>, batch: &Batch) -> Result<Vec<TailKey>, StoreError> {
        if batch.is_empty() {
            return Ok(Vec::new());
        }
        self.write(&batch.stores(), async |transaction| batch.issue(transaction).await).await
    }

    async fn write_with<T>(
        self: &Rc<Self>,
        durability: TransactionDurability,
        stores: &[&str],
        work: impl AsyncFn(&Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, StoreError> {
        let attempt = async || {
            let database = self.database().await?;
            let transaction = database
                .transaction(stores)
                .with_mode(TransactionMode::Readwrite)
                .with_options(TransactionOptions::new().with_durability(durability))
                .build()?;
            let handle = transaction.as_sys().clone();
            let written = async {
                let output = work(&transaction).await?;
                transaction.commit().await?;
                Ok(output)
            };
            written.await.map_err(|error: Error| reason_of_abort(&handle).unwrap_or_else(|| error.into()))
        };
        match attempt().await {
            Err(error) if error.may_pass() => {
                self.forget();
                attempt().await
            }
            result => result,
        }
    }

    async fn database(self: &Rc<Self>) -> Result<Database, StoreError> {
        match &*self.state.borrow() {
            State::Open { database, .. } => return Ok(database.clone()),
            State::Gone => return Err(StoreError::Closed),
            State::Idle => {}
        }
        let opened = open(self.name.clone()).await?;
        let mut state = self.state.borrow_mut();
        match &*state {
            // Another request was quicker; a second connection would only stand in the way of other tabs.
            State::Open { database, .. } => {
                opened.close();
                Ok(database.clone())
            }
            State::Gone => {
                opened.close();
                Err(StoreError::Closed)
            }
            State::Idle => {
                let database = opened.clone();
                *state = State::Open { database, _listeners: self.listen(&opened) };
                Ok(opened)
            }
        }
    }

    fn listen(self: &Rc<Self>, database: &Database) -> [Listener; 2] {
        let target: &EventTarget = database.as_sys().unchecked_ref();
        let (lost, gone) = (Rc::downgrade(self), Rc::downgrade(self));
        let lose = move |_| with(&lost, |connection| connection.leave(State::Idle));
        let give_up = move |_| with(&gone, |connection| connection.leave(State::Gone));
        [Listener::new(target.clone(), "close", lose), Listener::new(target.clone(), "versionchange", give_up)]
    }

    /// Lets go of a connection that failed, so that the next request opens a new one.
    fn forget(&self) {
        if !matches!(*self.state.borrow(), State::Gone) {
            self.leave(State::Idle);
        }
    }

    fn leave(&self, next: State) {
        if let State::Open { database, _listeners } = self.state.replace(next) {
            database.close();
            // The listener that led here may be running: it must outlive its own call.
            spawn_local(async move { drop(_listeners) });
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.leave(State::Gone);
    }
}

fn with(connection: &Weak<Connection>, then: impl FnOnce(&Connection)) {
    if let Some(connection) = connection.upgrade() {
        then(&connection);
    }
}

async fn open(name: String) -> Result<Database, StoreError> {
    let request = Database::open(name).with_version(schema::VERSION).with_on_upgrade_needed(
        // Versions are small whole numbers.
        |event: VersionChangeEvent, database: Database| schema::upgrade(&database, event.old_version() as u32),
    );
    // The request runs to its end even if nobody waits any more: an upgrade cut off half-way would leave a database without
    // its stores.
    let (sender, receiver) = oneshot::channel();
    spawn_local(async move {
        let opened = async { request.build()?.await }.await.map_err(StoreError::from);
        if let Err(Ok(too_late)) = sender.send(opened) {
            Database::close(too_late);
        }
    });
    match timer::within(PATIENCE, receiver).await {
        Some(Ok(opened)) => opened,
        Some(Err(oneshot::Canceled)) | None => Err(StoreError::Blocked),
    }
}

pub(super) async fn delete(name: String) -> Result<(), StoreError> {
    let request = Database::delete_by_name(&name)?;
    match timer::within(PATIENCE, request).await {
        Some(deleted) => Ok(deleted?),
        None => Err(StoreError::Blocked),
    }
}
