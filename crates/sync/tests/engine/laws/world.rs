//! Some devices, a storage behind a bad network, and what may happen to them.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
};

use futures_util::future::join_all;
use pollster::block_on;
use replica::{Hash, OpId};
use sync::{
    engine::{Connection, Engine},
    layout,
    local::{Holding, Local},
    report::{Pulled, Report, Stop},
    session::Session,
    testing::{
        device::Device,
        faulty::{Faulty, Rates},
        host::Timeless,
        memory::{Memory, Store},
    },
};

use crate::support::{all, device};

/// Something that happens.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    Edit {
        who: usize,
        what: u8,
    },
    AddFile {
        who: usize,
    },
    Sync {
        who: usize,
    },
    SyncTogether,
    /// The app is started anew.
    Restart {
        who: usize,
    },
    /// A device's disk is replaced by its own copy, and the app goes on elsewhere under the same device id.
    RestoreDisk {
        who: usize,
    },
    BackUpServer,
    /// The server comes back from its backup.
    RestoreServer,
    /// The share is not mounted while a device syncs.
    EmptyShare {
        who: usize,
    },
    /// Somebody else's share is there while a device syncs.
    SwappedShare {
        who: usize,
    },
}

pub struct World<L> {
    memory: Memory,
    backend: Faulty,
    rates: Rates,
    devices: Vec<(Device, L)>,
    sessions: RefCell<Vec<Session>>,
    backup: RefCell<Store>,
    made: RefCell<BTreeSet<OpId>>,
    files: RefCell<BTreeSet<Hash>>,
    count: Cell<u64>,
}

impl<L: Local<Body = Vec<u8>>> World<L> {
    /// One device with work and others that are fresh, all connected to one storage.
    pub fn new(seed: u64, devices: u64, rates: Rates, local: impl Fn(Device) -> L) -> Self {
        let memory = Memory::new();
        let backend = Faulty::new(memory.clone(), seed, Rates::default());
        let device = |at: u64| Device::new(seed.wrapping_add(at), Holding::Welcome);
        let devices: Vec<(Device, L)> = (0..devices).map(device).map(|it| (it.clone(), local(it))).collect();
        let world = Self {
            memory,
            backend,
            rates,
            sessions: RefCell::new(devices.iter().map(|_| Session::default()).collect()),
            devices,
            backup: RefCell::default(),
            made: RefCell::default(),
            files: RefCell::default(),
            count: Cell::default(),
        };
        for who in 0..world.devices.len() {
            world.connect(who);
        }
        *world.backup.borrow_mut() = world.memory.with(|store| store.clone());
        world.backend.set_rates(rates);
        world
    }

    fn connect(&self, who: usize) {
        let host = Timeless::default();
        let connected = block_on(Engine::new(&self.backend, &self.devices[who].1, &host).connect());
        assert!(matches!(connected, Ok(Connection::Begun | Connection::Known | Connection::Joined)), "{connected:?}");
    }

    async fn run(&self, who: usize) -> Report {
        let mut session = std::mem::take(&mut self.sessions.borrow_mut()[who]);
        let host = Timeless::default();
        let report = Engine::new(&self.backend, &self.devices[who].1, &host).run(&mut session, all()).await;
        self.sessions.borrow_mut()[who] = session;
        report
    }

    fn next(&self) -> u64 {
        self.count.set(self.count.get() + 1);
        self.count.get()
    }

    fn step(&self, step: Step) -> Result<(), String> {
        match step {
            Step::Edit { who, what } => {
                let id = self.devices[who].0.set(&format!("evidence:{what}"), "title", &self.next().to_string());
                self.made.borrow_mut().insert(id.unwrap());
            }
            Step::AddFile { who } => {
                let at = self.next();
                let hash =
                    self.devices[who].0.add_chunk(&format!("artifact:{at}"), at.to_be_bytes().repeat(20)).unwrap();
                self.files.borrow_mut().insert(hash);
            }
            Step::Sync { who } => {
                let report = block_on(self.run(who));
                self.is_true(who, &report)?;
            }
            Step::SyncTogether => {
                // What one run saw whole, another may be putting again at this moment, with a cable that breaks: what is said is true
                // of the moment it was checked, so it is only held against runs that are alone.
                block_on(join_all((0..self.devices.len()).map(|who| self.run(who))));
            }
            Step::Restart { who } => {
                self.devices[who].0.restart();
                self.sessions.borrow_mut()[who] = Session::default();
            }
            Step::RestoreDisk { who } => self.clone_writes_behind_the_back(who),
            Step::BackUpServer => *self.backup.borrow_mut() = self.memory.with(|store| store.clone()),
            Step::RestoreServer => {
                let backup = self.backup.borrow().clone();
                self.memory.with(|store| *store = backup);
            }
            Step::EmptyShare { who } => self.with_share(who, &Store::default())?,
            Step::SwappedShare { who } => self.with_share(who, &somebody_elses())?,
        }
        Ok(())
    }

    /// The disk is copied, the copy writes and syncs as the same device, and is then never seen again.
    fn clone_writes_behind_the_back(&self, who: usize) {
        let seed = self.next();
        let copy = self.devices[who].0.clone_disk(seed);
        let id = copy.set("evidence:0", "title", &format!("by a clone {seed}")).unwrap();
        let host = Timeless::default();
        let report = block_on(Engine::new(&self.backend, &copy, &host).run(&mut Session::default(), all()));
        // What the clone had not sent when it vanished is lost with it; only what was there counts.
        if report.backed_up_at().is_some() && self.rates.lies == 0 && self.rates.spoiled == 0 {
            self.made.borrow_mut().insert(id);
            *self.backup.borrow_mut() = self.memory.with(|store| store.clone());
        }
    }

    /// Another share is there while a device syncs; it must stay as it is.
    fn with_share(&self, who: usize, share: &Store) -> Result<(), String> {
        let ours = self.memory.with(|store| std::mem::replace(store, share.clone()));
        self.backend.set_rates(Rates { lies: 0, ..self.rates });
        let report = block_on(self.run(who));
        self.backend.set_rates(self.rates);
        let theirs = self.memory.with(|store| std::mem::replace(store, ours));
        if theirs.files != share.files || theirs.folders != share.folders {
            return Err("another share was written to".into());
        }
        match report.stopped {
            Some(Stop::RootMissing | Stop::OtherPortfolio { .. } | Stop::Backend(_)) => Ok(()),
            other => Err(format!("another share did not stop the run: {other:?}")),
        }
    }

    /// Whether "backed up" is true if it was said. A server that lies about what it holds can only be found out later.
    fn is_true(&self, who: usize, report: &Report) -> Result<(), String> {
        let lying = self.rates.lies + self.rates.spoiled + self.rates.halved > 0;
        if report.backed_up_at().is_none() || lying {
            return Ok(());
        }
        let (device, _) = &self.devices[who];
        let files = self.memory.with(|store| store.files.clone());
        for (at, bytes) in device.held() {
            if files.get(layout::segment(&at).as_str()) != Some(&bytes) {
                return Err(format!("{at} was said to be backed up"));
            }
        }
        for hash in self.files.borrow().iter().filter(|hash| device.has_chunk(**hash)) {
            if files.get(layout::chunk(*hash).as_str()).map(|bytes| Hash::of(bytes)) != Some(*hash) {
                return Err(format!("the chunk {hash} was said to be backed up"));
            }
        }
        Ok(())
    }

    /// The network and the server are well again; a few rounds must bring everybody to rest.
    fn settle(&self) -> Result<(), String> {
        self.backend.set_rates(Rates::default());
        let mut calm_rounds = 0;
        for _ in 0..10 {
            let mut calm = true;
            for who in 0..self.devices.len() {
                let report = block_on(self.run(who));
                if report.stopped == Some(Stop::RootMissing) {
                    self.connect(who);
                }
                // What a vanished clone left half sent is left there for ever.
                let took = Pulled { left: 0, ..report.pulled };
                calm &= report.backed_up_at().is_some() && took == Pulled::default();
                self.is_true(who, &report)?;
            }
            // What the last device sent in a calm round is only seen by the first in the next.
            calm_rounds = if calm { calm_rounds + 1 } else { 0 };
            if calm_rounds == 2 {
                return Ok(());
            }
        }
        Err("the devices do not come to rest".into())
    }
}

/// What is on a share that belongs to somebody else.
fn somebody_elses() -> Store {
    let (memory, stranger) = (Memory::new(), device(99));
    let host = Timeless::default();
    let engine = Engine::new(&memory, &stranger, &host);
    block_on(engine.connect()).unwrap();
    block_on(engine.run(&mut Session::default(), all()));
    memory.with(|store| store.clone())
}

/// Whether the promises hold after these steps.
pub fn holds<L: Local<Body = Vec<u8>>>(world: &World<L>, steps: &[Step]) -> Result<(), String> {
    steps.iter().try_for_each(|step| world.step(*step))?;
    world.settle()?;
    let made = world.made.borrow();
    let (first, _) = &world.devices[0];
    for (device, _) in &world.devices {
        if let Some(lost) = made.difference(&device.ops()).next() {
            return Err(format!("{} lost {lost}", device.id()));
        }
        if device.fingerprint() != first.fingerprint() {
            return Err("the devices differ".into());
        }
        if let Some(lost) = world.files.borrow().iter().find(|hash| !device.has_chunk(**hash)) {
            return Err(format!("{} has no chunk {lost}", device.id()));
        }
    }
    if world.backend.was_name_reused() {
        return Err("a name was used for other bytes".into());
    }
    Ok(())
}
