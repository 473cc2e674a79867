//! The way every op takes to the disk: a queue in memory that is emptied into one strict transaction after another.
//!
//! What cannot be stored stays in the queue and is tried again, so a full disk or a lost connection loses nothing while the
//! page lives.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;
use std::time::Duration;

use futures_channel::oneshot;
use wasm_bindgen_futures::spawn_local;

use super::{Batch, Store, StoreError, TailKey};
use crate::timer;

/// An op on its way to the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewOp {
    /// Its id, as text.
    pub id: String,
    /// The op as text.
    pub json: String,
    /// The id of the op that it replaces (typing coalesces); that op's row is dropped in the same transaction.
    pub replaces: Option<String>,
}

/// Where the learner's latest changes are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveStatus {
    /// In memory, on their way.
    Saving,
    /// On the disk, all of them.
    Saved,
    /// In memory only; it is tried again.
    Failed(StoreError),
}

/// Stores ops in the order in which they are given. Clones share the queue.
#[derive(Clone)]
pub struct Writer(Rc<Inner>);

struct Inner {
    store: Store,
    report: Box<dyn Fn(SaveStatus)>,
    queue: RefCell<Vec<NewOp>>,
    /// The rows of the ops stored by this writer, which alone can be replaced.
    rows: RefCell<HashMap<String, TailKey>>,
    running: Cell<bool>,
    hurry: Cell<Option<oneshot::Sender<()>>>,
    waiting: RefCell<Vec<oneshot::Sender<()>>>,
}

impl Writer {
    /// A writer into `store` that tells `report` of every change of status.
    pub fn new(store: Store, report: impl Fn(SaveStatus) + 'static) -> Self {
        Self(Rc::new(Inner {
            store,
            report: Box::new(report),
            queue: RefCell::default(),
            rows: RefCell::default(),
            running: Cell::new(false),
            hurry: Cell::new(None),
            waiting: RefCell::default(),
        }))
    }

    /// Takes the ops of one change. They are stored in one transaction, perhaps with others.
    pub fn push(&self, ops: Vec<NewOp>) {
        if ops.is_empty() {
            return;
        }
        self.0.queue.borrow_mut().extend(ops);
        if !self.0.running.replace(true) {
            spawn_local(Rc::clone(&self.0).run());
        }
    }

    /// Tries at once what failed before: the person asked, or the page is in sight again.
    pub fn retry(&self) {
        if let Some(hurry) = self.0.hurry.take() {
            // Nobody listens if the next try has just begun, which is what was wanted.
            hurry.send(()).unwrap_or_default();
        }
    }

    /// Whether nothing is left to store.
    pub fn is_settled(&self) -> bool {
        !self.0.running.get()
    }

    /// Resolves when nothing is left to store.
    pub async fn settled(&self) {
        if !self.is_settled() {
            let (sender, receiver) = oneshot::channel();
            self.0.waiting.borrow_mut().push(sender);
            // The sender lives as long as the writer does.
            receiver.await.unwrap_or_default();
        }
    }
}

/// The pauses before trying again; the last one repeats.
const PAUSES: [Duration; 4] =
    [Duration::from_secs(1), Duration::from_secs(3), Duration::from_secs(10), Duration::from_secs(30)];

impl Inner {
    async fn run(self: Rc<Self>) {
        let mut failures = 0_usize;
        loop {
            let ops = self.queue.take();
            if ops.is_empty() {
                break;
            }
            (self.report)(SaveStatus::Saving);
            match self.store_all(&ops).await {
                Ok(()) => failures = 0,
                Err(error) => {
                    self.queue.borrow_mut().splice(0..0, ops);
                    (self.report)(SaveStatus::Failed(error));
                    let pause = PAUSES.get(failures).or(PAUSES.last()).copied().unwrap_or_default();
                    self.pause(pause).await;
                    failures += 1;
                }
            }
        }
        self.running.set(false);
        (self.report)(SaveStatus::Saved);
        for waiting in self.waiting.take() {
            waiting.send(()).unwrap_or_default();
        }
    }

    async fn store_all(&self, ops: &[NewOp]) -> Result<(), StoreError> {
        let replaced: HashSet<&String> = ops.iter().filter_map(|op| op.replaces.as_ref()).collect();
        let (stored, kept): (Vec<_>, Vec<_>) = {
            let rows = self.rows.borrow();
            (
                replaced.iter().filter_map(|id| rows.get(*id).copied()).collect(),
                // What is replaced before it was ever stored need not be stored.
                ops.iter().filter(|op| !replaced.contains(&op.id)).collect(),
            )
        };
        let batch = stored.iter().fold(Batch::new(), |batch, key| batch.drop_op(*key));
        let batch = kept.iter().fold(batch, |batch, op| batch.op(op.json.clone()));
        let keys = self.store.commit(&batch).await?;
        let mut rows = self.rows.borrow_mut();
        for id in replaced {
            rows.remove(id);
        }
        rows.extend(kept.iter().map(|op| op.id.clone()).zip(keys));
        Ok(())
    }

    async fn pause(&self, pause: Duration) {
        let (sender, receiver) = oneshot::channel();
        self.hurry.set(Some(sender));
        timer::within(pause, receiver).await;
        self.hurry.set(None);
    }
}
