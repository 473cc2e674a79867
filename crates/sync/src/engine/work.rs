//! What all parts of a run do in the same way.

use std::cell::Cell;

use super::{
    Engine,
    few::{Job, few_at_once},
};
use crate::{
    backend::Backend,
    body::Body,
    error::{BackendError, Fault, Verb},
    host::Host,
    local::Local,
    name::Name,
    progress::{Phase, Progress},
    recipe::Server,
    report::Stop,
};

impl<B: Backend, L: Local<Body = B::Body>, H: Host> Engine<'_, B, L, H> {
    /// Stops a run that the person has cancelled.
    pub(super) fn go_on(&self) -> Result<(), Stop> {
        if self.host.is_cancelled() { Err(Stop::Cancelled) } else { Ok(()) }
    }

    /// Does the same for each of several things, a few at once, until one stops the run.
    pub(super) async fn each<T>(
        &self,
        things: impl IntoIterator<Item = T>,
        work: impl AsyncFn(T) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        let work = &work;
        let job = |thing| -> Job<'_> {
            Box::pin(async move {
                self.go_on()?;
                work(thing).await
            })
        };
        few_at_once(&mut things.into_iter().map(job)).await
    }

    /// Reads a small object.
    pub(super) async fn read(&self, name: &Name, at_most: u64) -> Result<Vec<u8>, BackendError> {
        let body = self.backend.get(name, at_most).await?;
        body.into_bytes().await.map_err(|error| BackendError {
            verb: Verb::Get,
            at: name.to_string(),
            fault: Fault::Transport(error),
            server: Server::Unknown,
        })
    }

    /// Begins a phase of `total` bytes.
    pub(super) fn meter(&self, phase: Phase, total: u64) -> Meter<'_, H> {
        let meter = Meter { host: self.host, phase, done: Cell::new(0), total };
        meter.add(0);
        meter
    }
}

/// Counts the bytes of a phase and tells the host.
pub(super) struct Meter<'a, H> {
    host: &'a H,
    phase: Phase,
    done: Cell<u64>,
    total: u64,
}

impl<H: Host> Meter<'_, H> {
    pub(super) fn add(&self, bytes: u64) {
        self.done.set(self.done.get() + bytes);
        self.host.progress(Progress { phase: self.phase, done: self.done.get(), total: self.total });
    }
}

/// A fault that every further request would meet stops the run; another concerns one object alone.
pub(super) fn of_one_object(error: BackendError) -> Result<BackendError, Stop> {
    if error.fault.concerns_everything() { Err(error.into()) } else { Ok(error) }
}
