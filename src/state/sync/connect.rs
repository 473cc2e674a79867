//! The first meeting of a portfolio and a storage, and the end of it.

use leptos::prelude::*;
use platform::fetch::Fetch;
use platform::profiles::ProfileKind;
use platform::store::StoreError;
use platform::{BrowserError, Cancel, random};
use sync::engine::{Connection as Meeting, Engine, Question};
use sync::probe::{Fit, Unfit, probe};
use sync::progress::Progress;
use sync::report::Stop;
use sync::webdav::{Address, AddressError, Authorization, SignInError, WebDav, WebDavBackend};
use thiserror::Error;

use super::backup::Backup;
use super::connection::Connection;
use super::device::Device;
use super::keeping::Keeping;
use super::surroundings::Surroundings;
use crate::state::AppState;

/// What a person gives to connect to a storage.
#[derive(Clone)]
pub struct SignIn {
    /// The address of the folder, as typed.
    pub address: String,
    /// The name to sign in with.
    pub user: String,
    /// The password.
    pub password: String,
    /// Whether the password may be kept on this device.
    pub remember: bool,
}

/// How a meeting went.
#[derive(Clone, PartialEq, Debug)]
pub enum Met {
    /// Connected. The storage may have limits.
    Connected(Fit),
    /// Both sides hold work under different ids: a person has to say whether both are theirs. Nothing was written.
    Asks(Question),
}

/// Why there is no connection. Nothing on this device or the storage was changed that matters.
#[derive(Debug, Error)]
pub enum ConnectError {
    /// The address cannot be used.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// The name or password cannot be sent.
    #[error(transparent)]
    SignIn(#[from] SignInError),
    /// The storage or the device failed, or the person called it off.
    #[error(transparent)]
    Stop(#[from] Stop),
    /// The storage cannot hold a portfolio.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// The sample never connects, and neither does nothing.
    #[error("this portfolio does not connect")]
    NotThis,
    /// The connection could not be stored.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<BrowserError> for ConnectError {
    fn from(error: BrowserError) -> Self {
        Self::Store(error.into())
    }
}

impl AppState {
    /// Connects the open portfolio to a storage and begins to keep it backed up. With `join` the person has said that what both
    /// sides hold is theirs.
    ///
    /// # Errors
    /// [`ConnectError`]; the portfolio is connected as it was before, or not at all.
    pub async fn connect(
        self,
        sign_in: SignIn,
        join: bool,
        on_progress: impl Fn(Progress),
        cancel: Cancel,
    ) -> Result<Met, ConnectError> {
        let SignIn { address, user, password, remember } = sign_in;
        let address = Address::parse(&address)?;
        let connection =
            Connection { address: address.as_str().to_owned(), password: remember.then(|| password.clone()), user };
        let backend = backend(address, &connection.user, &password)?;
        let device = self.syncing_device().ok_or(ConnectError::NotThis)?;
        let surroundings = Surroundings { cancel, on_progress };
        let engine = Engine::new(&backend, &device, &surroundings);
        match engine.connect().await? {
            Meeting::Sample => return Err(ConnectError::NotThis),
            Meeting::Asks(_) if join => engine.join().await?,
            Meeting::Asks(question) => return Ok(Met::Asks(question)),
            Meeting::Begun | Meeting::Known | Meeting::Joined => {}
        }
        let fit = probe(&backend, &surroundings, random::bits128()?.to_be_bytes()).await?;
        let store = self.of(|session| session.store.clone()).ok_or(ConnectError::NotThis)?;
        connection.keep(&store).await?;
        self.keep_backed_up(connection, device, backend);
        Ok(Met::Connected(fit))
    }

    /// Ends the connection. What the storage holds stays there, what the device holds stays here.
    ///
    /// # Errors
    /// [`StoreError`]; the portfolio is connected still.
    pub async fn disconnect(self) -> Result<(), StoreError> {
        let Some(store) = self.of(|session| session.store.clone()) else { return Ok(()) };
        Connection::forget(&store).await?;
        self.stop_backing_up();
        Ok(())
    }

    /// Takes up the connection of the profile that was just opened.
    pub(in crate::state) async fn resume_backup(self) {
        self.stop_backing_up();
        let Some(store) = self.of(|session| session.store.clone()) else { return };
        let connection = match Connection::of(&store).await {
            Ok(Some(connection)) => connection,
            Ok(None) => return,
            Err(error) => return leptos::logging::warn!("whether a storage is connected is not known: {error}"),
        };
        let known = connection.password.as_ref().and_then(|password| {
            let address = Address::parse(&connection.address).ok()?;
            backend(address, &connection.user, password).ok().zip(self.syncing_device())
        });
        match known {
            Some((backend, device)) => self.keep_backed_up(connection, device, backend),
            None => {
                self.connection.set(Some(connection));
                self.backup.set(Backup::Locked);
            }
        }
    }

    fn keep_backed_up(self, connection: Connection, device: Device, backend: WebDavBackend<Fetch>) {
        // First the old one ends, so that it lets go of its lock.
        self.stop_backing_up();
        self.connection.set(Some(connection));
        self.within(|session| {
            session.keeping = Some(Keeping::begin(self, device, backend, &session.id));
        });
    }

    fn stop_backing_up(self) {
        // What is fetched comes over the connection that ends.
        self.fetches.end();
        let ended = self.within(|session| session.keeping.take());
        drop(ended);
        self.connection.set(None);
        self.backup.set(Backup::Off);
        self.backup_summary.set(None);
        self.seen_there.set(None);
    }

    /// The open portfolio, unless it is the sample.
    pub(in crate::state) fn syncing_device(self) -> Option<Device> {
        let kind = self.profile.get_untracked()?.kind;
        (kind == ProfileKind::Own).then(|| Device::of_open(self, kind)).flatten()
    }
}

fn backend(address: Address, user: &str, password: &str) -> Result<WebDavBackend<Fetch>, SignInError> {
    let is_open = user.is_empty() && password.is_empty();
    let authorization = if is_open { None } else { Some(Authorization::basic(user, password)?) };
    Ok(WebDavBackend::new(WebDav::new(address, authorization), Fetch))
}
