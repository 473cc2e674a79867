//! How requests are made: tried again when that can help, a few at once, and none after the person has cancelled.

use std::cell::Cell;

use futures_util::stream::{self, StreamExt, TryStreamExt};

use super::Engine;
use crate::{
    backend::Backend,
    error::BackendError,
    host::Host,
    local::Local,
    progress::{Phase, Progress},
    report::Stop,
    retry,
};

/// How many requests are under way at once: more is no faster on most servers, and some begin to refuse.
pub(super) const AT_ONCE: usize = 4;

impl<B: Backend, L: Local<Body = B::Body>, H: Host> Engine<'_, B, L, H> {
    /// Makes a request, and makes it again as [`retry`] says.
    pub(super) async fn attempt<T>(
        &self,
        request: impl AsyncFn() -> Result<T, BackendError>,
    ) -> Result<T, BackendError> {
        let mut failures = 0;
        loop {
            let error = match request().await {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            failures += 1;
            match retry::next_try(failures, &error.fault) {
                Some(pause) if !self.host.is_cancelled() => self.host.pause(pause).await,
                _ => return Err(error),
            }
        }
    }

    /// Stops a run that the person has cancelled.
    pub(super) fn go_on(&self) -> Result<(), Stop> {
        if self.host.is_cancelled() { Err(Stop::Cancelled) } else { Ok(()) }
    }

    /// Does the same for several things, a few at once, until one stops the run.
    pub(super) async fn together<T, R>(
        &self,
        things: impl IntoIterator<Item = T>,
        work: impl AsyncFn(T) -> Result<R, Stop>,
    ) -> Result<Vec<R>, Stop> {
        let work = &work;
        let all = stream::iter(things).map(|thing| async move {
            self.go_on()?;
            work(thing).await
        });
        all.buffer_unordered(AT_ONCE).try_collect().await
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
