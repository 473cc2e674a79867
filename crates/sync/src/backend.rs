//! The port: five verbs that every store can do, and nothing that some can not.

use crate::{
    body::Body,
    error::{BackendError, Fault},
    name::{Folder, Name},
};

/// What stands in a folder.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Entry {
    /// A file with its size.
    File {
        /// The last part of its name.
        name: String,
        /// Bytes.
        size: u64,
    },
    /// A folder.
    Folder {
        /// The last part of its name.
        name: String,
    },
}

impl Entry {
    /// The last part of the name.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::File { name, .. } | Self::Folder { name } => name,
        }
    }
}

/// A store that can put, get, list, make folders and delete.
///
/// Nothing else is asked of it: no lock, no conditional write, no time stamp, no atomic upload. What makes that enough is how it is
/// used: every name is written with the same bytes for ever, carries its own size and hash, and is believed when a listing shows it.
/// Every error may mean that the deed was done all the same: the answer can be lost after the work.
#[expect(async_fn_in_trait, reason = "one thread: the futures need not be Send")]
pub trait Backend {
    /// How this backend holds bytes.
    type Body: Body;

    /// Writes a file whole; writing the same bytes again is fine and repairs a file that was cut.
    ///
    /// # Errors
    /// [`Fault::NoParent`] when its folder is not there (some stores make it by themselves), or any other fault.
    async fn put(&self, name: &Name, body: Self::Body) -> Result<(), BackendError>;

    /// Reads a file whole, at most `at_most` bytes of it.
    ///
    /// # Errors
    /// [`Fault::Missing`] when it is not there, or any other fault.
    async fn get(&self, name: &Name, at_most: u64) -> Result<Self::Body, BackendError>;

    /// What stands in a folder, in no order. Names outside `[a-z0-9.-]` and files without a size are left out: they are not ours.
    ///
    /// # Errors
    /// [`Fault::Missing`] when the folder is not there, or any other fault.
    async fn list(&self, folder: &Folder) -> Result<Vec<Entry>, BackendError>;

    /// Makes a folder whose parent is there; one that is already there is fine.
    ///
    /// # Errors
    /// [`Fault::NoParent`] when its parent is not there, or any other fault.
    async fn mkdir(&self, folder: &Folder) -> Result<(), BackendError>;

    /// Removes a file; one that is not there is fine.
    ///
    /// # Errors
    /// Any fault.
    async fn delete(&self, name: &Name) -> Result<(), BackendError>;
}

/// Makes a folder and those that hold it, as far as they are missing.
///
/// # Errors
/// The first fault.
pub async fn make_folders<B: Backend>(backend: &B, folder: &Folder) -> Result<(), BackendError> {
    for folder in folder.from_the_top() {
        backend.mkdir(&folder).await?;
    }
    Ok(())
}

/// Writes a file and makes its folders when they are missing. Most stores need them made, and a few answer that only when asked.
///
/// # Errors
/// The first fault that is not a missing folder.
pub async fn put_making_folders<B: Backend>(backend: &B, name: &Name, body: B::Body) -> Result<(), BackendError> {
    match backend.put(name, body.clone()).await {
        Err(error) if error.fault == Fault::NoParent => {
            make_folders(backend, &name.folder()).await?;
            backend.put(name, body).await
        }
        done => done,
    }
}

/// What stands in a folder; a folder that is not there holds nothing.
///
/// # Errors
/// Any fault but [`Fault::Missing`].
pub async fn list_if_there<B: Backend>(backend: &B, folder: &Folder) -> Result<Vec<Entry>, BackendError> {
    match backend.list(folder).await {
        Err(error) if error.fault == Fault::Missing => Ok(Vec::new()),
        listed => listed,
    }
}
