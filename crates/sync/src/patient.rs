//! A backend that tries again when that can help.

use crate::{
    backend::{Backend, Entry},
    error::BackendError,
    host::Host,
    name::{Folder, Name},
    retry,
};

/// Passes every verb on, and repeats it after a pause as [`retry::next_try`] says.
#[derive(Debug)]
pub(crate) struct Patient<'a, B, H> {
    backend: &'a B,
    host: &'a H,
}

impl<'a, B: Backend, H: Host> Patient<'a, B, H> {
    pub(crate) fn new(backend: &'a B, host: &'a H) -> Self {
        Self { backend, host }
    }

    /// Counts a failure; waits and says true when the same should be tried again.
    async fn again(&self, failures: &mut u32, error: &BackendError) -> bool {
        *failures += 1;
        match retry::next_try(*failures, &error.fault) {
            Some(pause) if !self.host.is_cancelled() => {
                self.host.pause(pause).await;
                true
            }
            _ => false,
        }
    }
}

impl<B: Backend, H: Host> Backend for Patient<'_, B, H> {
    type Body = B::Body;

    async fn put(&self, name: &Name, body: B::Body) -> Result<(), BackendError> {
        let mut failures = 0;
        loop {
            match self.backend.put(name, body.clone()).await {
                Err(error) if self.again(&mut failures, &error).await => {}
                done => return done,
            }
        }
    }

    async fn get(&self, name: &Name, at_most: u64) -> Result<B::Body, BackendError> {
        let mut failures = 0;
        loop {
            match self.backend.get(name, at_most).await {
                Err(error) if self.again(&mut failures, &error).await => {}
                done => return done,
            }
        }
    }

    async fn list(&self, folder: &Folder) -> Result<Vec<Entry>, BackendError> {
        let mut failures = 0;
        loop {
            match self.backend.list(folder).await {
                Err(error) if self.again(&mut failures, &error).await => {}
                done => return done,
            }
        }
    }

    async fn mkdir(&self, folder: &Folder) -> Result<(), BackendError> {
        let mut failures = 0;
        loop {
            match self.backend.mkdir(folder).await {
                Err(error) if self.again(&mut failures, &error).await => {}
                done => return done,
            }
        }
    }

    async fn delete(&self, name: &Name) -> Result<(), BackendError> {
        let mut failures = 0;
        loop {
            match self.backend.delete(name).await {
                Err(error) if self.again(&mut failures, &error).await => {}
                done => return done,
            }
        }
    }
}
