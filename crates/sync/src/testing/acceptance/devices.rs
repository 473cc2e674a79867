//! Two devices on one backend: what it is all for.

use std::fmt;

use chrono::{DateTime, Utc};

use super::{Broken, same};
use crate::{
    backend::Backend,
    engine::{Connection, Engine, MediaCheck, Options},
    local::{Chunk, Holding, Local as _},
    probe,
    report::Report,
    session::Session,
    testing::{device::Device, host::Timeless},
};

fn failed(what: &'static str) -> impl Fn(&dyn fmt::Display) -> Broken {
    move |error| Broken::Otherwise { what, expected: "no error".into(), found: error.to_string() }
}

/// One device begins, another joins, both edit without seeing each other, both edits are kept, media arrives, and what is said to be
/// backed up is. The base must be there and empty.
///
/// # Errors
/// The first promise that is broken.
pub async fn two_devices<B: Backend<Body = Vec<u8>>>(backend: &B) -> Result<(), Broken> {
    let (laptop, phone) = (Device::new(1, Holding::Welcome), Device::new(2, Holding::Welcome));
    set(&laptop, "title", "Bridge of spaghetti")?;
    let photo: Vec<u8> = (0..700_000_u32).map(|at| (at % 249) as u8).collect();
    let hash = laptop.add_chunk("artifact:1", photo).map_err(|error| failed("adding a file")(&error))?;

    let host = Timeless::default();
    same("the first connect", Connection::Begun, connect(backend, &laptop).await?)?;
    let fit = probe::probe(backend, &host, [0x5a; 16]).await.map_err(|error| failed("the probe")(&error))?;
    same("what the probe found", probe::Fit::default(), fit)?;
    backed_up(&run(backend, &laptop).await)?;
    same("the second device's connect", Connection::Joined, connect(backend, &phone).await?)?;
    backed_up(&run(backend, &phone).await)?;
    same("the photo on the second device", true, phone.has_chunk(hash))?;

    set(&laptop, "title", "Bridge of wood")?;
    set(&phone, "title", "Bridge of rope")?;
    for device in [&laptop, &phone, &laptop] {
        backed_up(&run(backend, device).await)?;
    }
    same("ops on the first device", 4, laptop.ops().len())?;
    same("ops on the second device", laptop.ops(), phone.ops())?;
    same("the fingerprint", laptop.fingerprint(), phone.fingerprint())?;
    let chunks = phone.chunks().await.map_err(|error| failed("the chunks")(&error))?;
    same("chunks", vec![Chunk { hash, size: 700_000, here: true, wanted: true }], chunks.named)
}

fn set(device: &Device, field: &str, words: &str) -> Result<(), Broken> {
    device.set("evidence:1", field, words).map(|_| ()).map_err(|error| failed("an edit")(&error))
}

async fn connect<B: Backend<Body = Vec<u8>>>(backend: &B, device: &Device) -> Result<Connection, Broken> {
    let host = Timeless::default();
    Engine::new(backend, device, &host).connect().await.map_err(|stop| failed("connecting")(&stop))
}

async fn run<B: Backend<Body = Vec<u8>>>(backend: &B, device: &Device) -> Report {
    let host = Timeless::default();
    let options = Options { now: DateTime::<Utc>::UNIX_EPOCH, media: MediaCheck::All };
    Engine::new(backend, device, &host).run(&mut Session::default(), options).await
}

fn backed_up(report: &Report) -> Result<(), Broken> {
    if report.backed_up_at().is_some() {
        return Ok(());
    }
    Err(Broken::Otherwise { what: "a run", expected: "everything backed up".into(), found: format!("{report:?}") })
}
