//! What every backend has to do. Run it against a real server: [`all`] and [`two_devices`] with the right sign-in, each on a base of its
//! own, and [`refuses`] with a wrong one.
//!
//! It writes below `cairn1` in names of the layout only, so that a server which refuses all others can be tested too.

mod checks;
mod devices;

use std::fmt;

pub use devices::two_devices;
use thiserror::Error;

use crate::{
    backend::Backend,
    body::Body,
    error::{BackendError, Fault},
    layout,
};

/// A promise that a backend broke.
#[derive(Debug, Error)]
pub enum Broken {
    /// A verb that should work did not.
    #[error("{0}")]
    Backend(#[from] BackendError),
    /// It worked, but not as it should.
    #[error("{what}: expected {expected}, found {found}")]
    Otherwise {
        /// What was looked at.
        what: &'static str,
        /// What it should have been.
        expected: String,
        /// What it was.
        found: String,
    },
}

/// Runs all checks on a backend whose base is there and empty.
///
/// # Errors
/// The first promise that is broken.
pub async fn all<B: Backend>(backend: &B) -> Result<(), Broken> {
    checks::a_fresh_base_is_empty(backend).await?;
    checks::folders_are_made_once_and_again(backend).await?;
    checks::what_is_put_is_got_and_listed(backend).await?;
    checks::a_put_into_no_folder_is_told_or_makes_it(backend).await?;
    checks::putting_again_repairs_a_cut_file(backend).await?;
    checks::what_is_deleted_is_missing(backend).await?;
    checks::several_at_once_all_arrive(backend).await?;
    checks::long_folders_are_listed_whole(backend).await?;
    checks::a_chunk_of_full_size_passes(backend).await?;
    checks::no_more_is_read_than_asked(backend).await
}

/// Checks that a backend with a wrong password lets nothing through and says why.
///
/// # Errors
/// The first promise that is broken.
pub async fn refuses<B: Backend>(backend: &B) -> Result<(), Broken> {
    let name = layout::probe([0xee; 16]);
    let refused = Err(Fault::SignInRefused);
    same("a listing", refused.clone(), fault(backend.list(&layout::home()).await))?;
    same("a put", refused.clone(), fault(backend.put(&name, B::Body::from(vec![1])).await))?;
    same("a get", refused.clone(), fault(backend.get(&name, 9).await))?;
    same("a new folder", refused.clone(), fault(backend.mkdir(&layout::home()).await))?;
    same("a delete", refused, fault(backend.delete(&name).await))
}

/// Only whether it worked, and the fault when it did not.
fn fault<T>(result: Result<T, BackendError>) -> Result<(), Fault> {
    result.map(|_| ()).map_err(|error| error.fault)
}

fn same<T: PartialEq + fmt::Debug>(what: &'static str, expected: T, found: T) -> Result<(), Broken> {
    if expected == found {
        return Ok(());
    }
    let [expected, found] = [expected, found].map(|value| format!("{value:?}").chars().take(200).collect());
    Err(Broken::Otherwise { what, expected, found })
}

/// Reads a file of which at most `at_most` bytes are expected.
async fn read<B: Backend>(backend: &B, name: &crate::name::Name, at_most: usize) -> Result<Vec<u8>, Broken> {
    let body = backend.get(name, at_most as u64).await?;
    body.into_bytes().await.map_err(|error| Broken::Otherwise {
        what: "the bytes of an answer",
        expected: "readable".into(),
        found: error.to_string(),
    })
}
