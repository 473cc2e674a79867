//! A backend that fails in the ways that real ones were seen to fail.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    future::{self, Future},
    pin::Pin,
    rc::Rc,
    task::{Context, Poll},
    time::Duration,
};

use super::{
    dice::Dice,
    memory::{Memory, error},
};
use crate::{
    backend::{Backend, Entry},
    error::{BackendError, Fault, Verb},
    http::TransportError,
    name::{Folder, Name},
};

/// How often things go wrong, each in a thousand requests.
#[derive(Debug, Clone, Copy, Default)]
pub struct Rates {
    /// The request never arrives.
    pub lost: usize,
    /// It arrives and is carried out, but the answer is lost.
    pub unanswered: usize,
    /// An upload is cut, and the store keeps the part.
    pub cut: usize,
    /// An upload is kept in part, and the server says that all is well.
    pub halved: usize,
    /// The server has no time, or a problem of its own.
    pub busy: usize,
    /// A listing is an old one, or says a wrong size.
    pub lies: usize,
    /// A file comes with other bytes, too few, or is said to be missing.
    pub spoiled: usize,
}

impl Rates {
    /// Everything goes wrong now and then.
    pub const ALL: Self = Self { lost: 30, unanswered: 30, cut: 60, halved: 30, busy: 30, lies: 60, spoiled: 60 };
    /// The network is bad, the server honest.
    pub const HONEST: Self = Self { lost: 40, unanswered: 40, cut: 80, halved: 0, busy: 40, lies: 0, spoiled: 0 };
}

/// Where the device loses power: before or after a request is carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Crash {
    /// Which request, from 0 up.
    pub request: usize,
    /// Whether it is carried out.
    pub after: bool,
}

/// A memory backend behind a bad network. Clones share the store and the dice.
#[derive(Debug, Clone)]
pub struct Faulty {
    inner: Memory,
    dice: Rc<RefCell<Dice>>,
    rates: Rc<Cell<Rates>>,
    old: Rc<RefCell<BTreeMap<Folder, Vec<Entry>>>>,
    crash: Rc<Cell<Option<Crash>>>,
    requests: Rc<Cell<usize>>,
    meant: Rc<RefCell<BTreeMap<Name, Vec<u8>>>>,
    changed: Rc<Cell<bool>>,
}

impl Faulty {
    /// Puts a bad network before `inner`.
    #[must_use]
    pub fn new(inner: Memory, seed: u64, rates: Rates) -> Self {
        Self {
            inner,
            dice: Rc::new(RefCell::new(Dice::new(seed))),
            rates: Rc::new(Cell::new(rates)),
            old: Rc::default(),
            crash: Rc::default(),
            requests: Rc::default(),
            meant: Rc::default(),
            changed: Rc::default(),
        }
    }

    /// Changes how often things go wrong.
    pub fn set_rates(&self, rates: Rates) {
        self.rates.set(rates);
    }

    /// From now on requests are counted from 0; at `crash` one never ends.
    pub fn set_crash(&self, crash: Option<Crash>) {
        self.requests.set(0);
        self.crash.set(crash);
    }

    /// How many requests were made since they were last counted from 0.
    #[must_use]
    pub fn requests(&self) -> usize {
        self.requests.get()
    }

    /// Whether somebody put other bytes under a name than before.
    #[must_use]
    pub fn was_name_reused(&self) -> bool {
        self.changed.get()
    }

    fn chance(&self, rate: impl Fn(&Rates) -> usize) -> bool {
        self.dice.borrow_mut().in_thousand(rate(&self.rates.get()))
    }

    /// Carries a request out, or not, as chance has it.
    async fn exchange<T>(
        &self,
        verb: Verb,
        at: &impl ToString,
        work: impl AsyncFnOnce() -> Result<T, BackendError>,
    ) -> Result<T, BackendError> {
        let fails = |fault| Err(error(verb, at, fault));
        let number = self.requests.replace(self.requests.get() + 1);
        let crash = self.crash.get().filter(|crash| number >= crash.request);
        let turns = self.dice.borrow_mut().below(4);
        for _ in 0..turns {
            LetOthersGo::default().await;
        }
        if crash.is_some_and(|crash| number > crash.request || !crash.after) {
            future::pending::<()>().await;
        }
        if self.chance(|rates| rates.lost) {
            return fails(Fault::Transport(TransportError::NoAnswer));
        }
        if self.chance(|rates| rates.busy) {
            return fails(Fault::Busy { status: 503, retry_after: Some(Duration::from_secs(1)) });
        }
        let done = work().await;
        if crash.is_some() {
            future::pending::<()>().await;
        }
        if self.chance(|rates| rates.unanswered) {
            return fails(Fault::Transport(TransportError::Cut));
        }
        done
    }

    /// Notes what should be under a name for ever.
    fn note(&self, name: &Name, body: &[u8]) {
        let before = self.meant.borrow_mut().insert(name.clone(), body.to_vec());
        if before.is_some_and(|before| before != body) {
            self.changed.set(true);
        }
    }

    fn distort(&self, folder: &Folder, mut entries: Vec<Entry>) -> Vec<Entry> {
        let before = self.old.borrow_mut().insert(folder.clone(), entries.clone());
        if !self.chance(|rates| rates.lies) {
            return entries;
        }
        if let Some(before) = before.filter(|_| self.dice.borrow_mut().in_thousand(500)) {
            return before;
        }
        let at = self.dice.borrow_mut().below(entries.len());
        if let Some(Entry::File { size, .. }) = entries.get_mut(at) {
            *size /= 2;
        }
        entries
    }
}

impl Backend for Faulty {
    type Body = Vec<u8>;

    async fn put(&self, name: &Name, body: Vec<u8>) -> Result<(), BackendError> {
        self.note(name, &body);
        self.exchange(Verb::Put, name, async || {
            if self.chance(|rates| rates.cut) {
                let kept = self.dice.borrow_mut().below(body.len());
                self.inner.put(name, body.iter().take(kept).copied().collect()).await?;
                return Err(error(Verb::Put, name, Fault::Transport(TransportError::Cut)));
            }
            if self.chance(|rates| rates.halved) {
                return self.inner.put(name, body.iter().take(body.len() / 2).copied().collect()).await;
            }
            self.inner.put(name, body).await
        })
        .await
    }

    async fn get(&self, name: &Name, at_most: u64) -> Result<Vec<u8>, BackendError> {
        self.exchange(Verb::Get, name, async || {
            let mut bytes = self.inner.get(name, at_most).await?;
            if self.chance(|rates| rates.spoiled) {
                match self.dice.borrow_mut().below(3) {
                    0 => return Err(error(Verb::Get, name, Fault::Missing)),
                    1 => bytes.truncate(bytes.len() / 2),
                    _ => bytes.iter_mut().take(1).for_each(|byte| *byte ^= 1),
                }
            }
            Ok(bytes)
        })
        .await
    }

    async fn list(&self, folder: &Folder) -> Result<Vec<Entry>, BackendError> {
        let listed = self.exchange(Verb::List, folder, async || self.inner.list(folder).await).await?;
        Ok(self.distort(folder, listed))
    }

    async fn mkdir(&self, folder: &Folder) -> Result<(), BackendError> {
        self.exchange(Verb::MakeFolder, folder, async || self.inner.mkdir(folder).await).await
    }

    async fn delete(&self, name: &Name) -> Result<(), BackendError> {
        self.exchange(Verb::Delete, name, async || self.inner.delete(name).await).await
    }
}

/// Ends the turn of this task once, so that others that run beside it come in between.
#[derive(Default)]
struct LetOthersGo {
    went: bool,
}

impl Future for LetOthersGo {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.went {
            return Poll::Ready(());
        }
        self.went = true;
        context.waker().wake_by_ref();
        Poll::Pending
    }
}
