//! Running the engine.

use std::{
    future::Future,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll, Wake, Waker},
};

use chrono::{DateTime, Utc};
use pollster::block_on;
use replica::Hash;
use sync::{
    backend::{Backend, Entry},
    engine::{Connection, Engine, MediaCheck, Options, Unfetched},
    error::{BackendError, Fault, Verb},
    local::{Chunk, Holding, Local},
    name::{Folder, Name},
    recipe::Server,
    report::{Report, Stop},
    session::Session,
    testing::{device::Device, host::Timeless, memory::Memory},
};

/// 10:42 on a school day.
pub fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_772_534_520, 0).unwrap()
}

pub fn all() -> Options {
    Options { now: now(), media: MediaCheck::All }
}

/// A device with work on it.
pub fn device(seed: u64) -> Device {
    let device = Device::new(seed, Holding::Welcome);
    device.set("evidence:1", "title", &format!("Bridge {seed}")).unwrap();
    device
}

/// A device where nobody has done anything yet.
pub fn fresh(seed: u64) -> Device {
    Device::new(seed, Holding::Welcome)
}

pub fn connect<B: Backend, L: Local<Body = B::Body>>(backend: &B, device: &L) -> Connection {
    block_on(Engine::new(backend, device, &Timeless::default()).connect()).unwrap()
}

/// One run of a new session.
pub fn run<B: Backend, L: Local<Body = B::Body>>(backend: &B, device: &L) -> Report {
    again(backend, device, &mut Session::default())
}

/// One more run of a session.
pub fn again<B: Backend, L: Local<Body = B::Body>>(backend: &B, device: &L, session: &mut Session) -> Report {
    block_on(Engine::new(backend, device, &Timeless::default()).run(session, all()))
}

/// One more run of a session, as they are made every few minutes: what the session has seen is not looked at again.
pub fn quietly<B: Backend, L: Local<Body = B::Body>>(backend: &B, device: &L, session: &mut Session) -> Report {
    let options = Options { media: MediaCheck::Unseen, ..all() };
    block_on(Engine::new(backend, device, &Timeless::default()).run(session, options))
}

/// Fetches some chunks, as when somebody opens a file.
pub fn fetch<B: Backend, L: Local<Body = B::Body>>(backend: &B, device: &L, chunks: &[Chunk]) -> Result<(), Unfetched> {
    block_on(Engine::new(backend, device, &Timeless::default()).fetch(chunks))
}

/// Looks whether some chunks are there, as before they are let go of.
pub fn see<B: Backend, L: Local<Body = B::Body>>(backend: &B, device: &L, chunks: &[Chunk]) -> Result<Vec<Hash>, Stop> {
    block_on(Engine::new(backend, device, &Timeless::default()).see(chunks))
}

/// What a device says of one of its chunks.
pub fn chunk_of(device: &Device, hash: Hash) -> Chunk {
    let chunks = block_on(device.chunks()).unwrap();
    *chunks.named.iter().find(|chunk| chunk.hash == hash).unwrap()
}

/// A run that must do all there is to do.
pub fn run_whole<B: Backend, L: Local<Body = B::Body>>(backend: &B, device: &L) -> Report {
    let report = run(backend, device);
    assert!(report.stopped.is_none() && report.problems.is_empty(), "{report:?}");
    report
}

/// Runs a future until it ends, or until nothing will ever wake it: then the device has lost power, and None comes back.
pub fn until_power_fails<T>(future: impl Future<Output = T>) -> Option<T> {
    struct Flag(AtomicBool);
    impl Wake for Flag {
        fn wake(self: Arc<Self>) {
            self.0.store(true, Ordering::SeqCst);
        }
    }
    let flag = Arc::new(Flag(AtomicBool::new(true)));
    let waker = Waker::from(flag.clone());
    let mut future = pin!(future);
    while flag.0.swap(false, Ordering::SeqCst) {
        if let Poll::Ready(value) = future.as_mut().poll(&mut Context::from_waker(&waker)) {
            return Some(value);
        }
    }
    None
}

/// A storage that does not take some files.
pub struct Refusing {
    pub memory: Memory,
    pub what: fn(&Memory, &Name) -> bool,
    pub fault: Fault,
}

impl Refusing {
    /// One that takes no media.
    pub fn media(memory: Memory, fault: Fault) -> Self {
        Self { memory, what: |_, name| name.as_str().contains("/blob/"), fault }
    }
}

impl Backend for Refusing {
    type Body = Vec<u8>;

    async fn put(&self, name: &Name, body: Vec<u8>) -> Result<(), BackendError> {
        if (self.what)(&self.memory, name) {
            let fault = self.fault.clone();
            return Err(BackendError { verb: Verb::Put, at: name.to_string(), fault, server: Server::Unknown });
        }
        self.memory.put(name, body).await
    }

    async fn get(&self, name: &Name, at_most: u64) -> Result<Vec<u8>, BackendError> {
        self.memory.get(name, at_most).await
    }

    async fn list(&self, folder: &Folder) -> Result<Vec<Entry>, BackendError> {
        self.memory.list(folder).await
    }

    async fn mkdir(&self, folder: &Folder) -> Result<(), BackendError> {
        self.memory.mkdir(folder).await
    }

    async fn delete(&self, name: &Name) -> Result<(), BackendError> {
        self.memory.delete(name).await
    }
}
