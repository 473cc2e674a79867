//! Finding out, on connecting, whether a store can do what the port asks of it: better to hear it now, with what helps, than on the day
//! the work is needed.

use std::time::Duration;

use thiserror::Error;

use crate::{
    backend::{Backend, Entry, make_folders},
    body::Body,
    error::{BackendError, Fault},
    host::Host,
    layout,
    name::Name,
    recipe::{Recipe, Topic},
};

/// The size of the large file. The limit that is met in practice is 1 MB; a rarer one between this and a whole chunk is met, and told,
/// when the first chunk is sent, and a slow line should not have to carry 8 MiB to say hello.
const LARGE: usize = 2 << 20;

/// How long to wait for a listing that does not show yet what was put.
const SETTLING: [Duration; 3] = [Duration::from_millis(500), Duration::from_secs(2), Duration::from_secs(5)];

/// What was tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Making a folder in a folder, and making it again.
    Folders,
    /// Asking for a file that is not there.
    Missing,
    /// Writing a small file.
    Put,
    /// Finding it in a listing with its size.
    List,
    /// Reading it.
    Get,
    /// Writing it again over a longer one that was there before.
    PutAgain,
}

/// How a store fell short.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Shortfall {
    /// It answered with a fault.
    #[error(transparent)]
    Backend(#[from] BackendError),
    /// It gives something for a file that is not there; then nothing it gives can be trusted.
    #[error("it gives a file that is not there")]
    InventsFiles,
    /// Its listing does not show what was put.
    #[error("its listing does not show what was put")]
    NotListed,
    /// Its listing shows another size.
    #[error("its listing shows {found} bytes instead of {expected}")]
    OtherSize {
        /// Bytes that were put.
        expected: u64,
        /// Bytes that are listed.
        found: u64,
    },
    /// It gives other bytes than were put.
    #[error("it gives other bytes than were put")]
    OtherBytes,
}

/// Why a store cannot hold a portfolio.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{shortfall}")]
pub struct Unfit {
    /// What was tried.
    pub step: Step,
    /// How it fell short.
    pub shortfall: Shortfall,
}

impl Unfit {
    /// The server's own configuration that helps, where a configuration does.
    #[must_use]
    pub fn recipe(&self) -> Option<Recipe> {
        match &self.shortfall {
            Shortfall::Backend(error) => error.recipe(),
            _ => None,
        }
    }
}

/// A store that can hold a portfolio, perhaps not all of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fit {
    /// Why it does not take large files: words will be backed up, media will not.
    pub no_large_files: Option<BackendError>,
    /// Why it does not remove files: what is purged will stay on it.
    pub no_deleting: Option<BackendError>,
}

impl Fit {
    /// The configuration that makes the server take large files, where it does not. Whatever the answer was: small files pass, so the
    /// size is the reason, and a refusal of a size often comes without the headers that would let a browser show it.
    #[must_use]
    pub fn recipe(&self) -> Option<Recipe> {
        self.no_large_files.as_ref().map(|error| Recipe { server: error.server, topic: Topic::BodyLimit })
    }
}

/// Tries everything the port asks for on a file named by `token`, 128 random bits, and removes it again. It writes, so it comes after a
/// [`connect`](crate::engine::Engine::connect) that did not ask anything.
///
/// # Errors
/// When the store cannot hold a portfolio, with the first reason.
pub async fn probe<B: Backend>(backend: &B, host: &impl Host, token: [u8; 16]) -> Result<Fit, Unfit> {
    let name = layout::probe(token);
    let small = small_file();
    let within = |step| move |shortfall: Shortfall| Unfit { step, shortfall };

    try_folders(backend).await.map_err(within(Step::Folders))?;
    try_missing(backend, &name).await.map_err(within(Step::Missing))?;
    put(backend, &name, &small.repeat(2)).await.map_err(within(Step::Put))?;
    put(backend, &name, &small).await.map_err(within(Step::PutAgain))?;
    try_listing(backend, host, &name, small.len() as u64).await.map_err(within(Step::List))?;
    try_reading(backend, &name, &small).await.map_err(within(Step::Get))?;

    let no_large_files = backend.put(&name, B::Body::from(vec![b' '; LARGE])).await.err();
    let no_deleting = backend.delete(&name).await.err();
    Ok(Fit { no_large_files, no_deleting })
}

/// Bytes that a store which takes files for text would change.
fn small_file() -> Vec<u8> {
    (0..=255_u8).chain(*b"\r\n\n<html>").collect()
}

async fn put<B: Backend>(backend: &B, name: &Name, bytes: &[u8]) -> Result<(), Shortfall> {
    Ok(backend.put(name, B::Body::from(bytes.to_vec())).await?)
}

async fn try_folders<B: Backend>(backend: &B) -> Result<(), Shortfall> {
    make_folders(backend, &layout::probes()).await?;
    Ok(make_folders(backend, &layout::probes()).await?)
}

async fn try_missing<B: Backend>(backend: &B, name: &Name) -> Result<(), Shortfall> {
    match backend.get(name, LARGE as u64).await {
        Ok(_) => Err(Shortfall::InventsFiles),
        Err(error) if error.fault == Fault::Missing => Ok(()),
        Err(error) => Err(error.into()),
    }
}

async fn try_listing<B: Backend>(backend: &B, host: &impl Host, name: &Name, expected: u64) -> Result<(), Shortfall> {
    for pause in SETTLING.into_iter().map(Some).chain([None]) {
        let entries = backend.list(&name.folder()).await?;
        let size = entries.iter().find_map(|entry| match entry {
            Entry::File { name: listed, size } if listed == name.last() => Some(*size),
            _ => None,
        });
        match (size, pause) {
            (Some(found), _) if found == expected => return Ok(()),
            (_, Some(pause)) => host.pause(pause).await,
            (Some(found), None) => return Err(Shortfall::OtherSize { expected, found }),
            (None, None) => {}
        }
    }
    Err(Shortfall::NotListed)
}

async fn try_reading<B: Backend>(backend: &B, name: &Name, expected: &[u8]) -> Result<(), Shortfall> {
    let body = backend.get(name, LARGE as u64).await?;
    match body.into_bytes().await {
        Ok(bytes) if bytes == expected => Ok(()),
        _ => Err(Shortfall::OtherBytes),
    }
}
