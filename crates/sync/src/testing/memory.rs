//! A backend in memory. It keeps the strictest rules that real servers have: a folder must be made before anything is put in it.

use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use crate::{
    backend::{Backend, Entry},
    error::{BackendError, Fault, Verb},
    http::TransportError,
    name::{Folder, Name},
    recipe::Server,
};

/// What is stored. Clones share it, as two devices share a server.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    store: Rc<RefCell<Store>>,
}

/// All that a memory backend holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Store {
    /// Files by path.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Folders by path; the base is always there.
    pub folders: BTreeSet<String>,
    /// How often each verb was used: put, get, list, make folder, delete.
    pub uses: BTreeMap<&'static str, usize>,
}

impl Memory {
    /// An empty one.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Looks at the store or changes it behind everybody's back.
    pub fn with<T>(&self, work: impl FnOnce(&mut Store) -> T) -> T {
        work(&mut self.store.borrow_mut())
    }

    fn used(&self, verb: &'static str) {
        self.with(|store| *store.uses.entry(verb).or_default() += 1);
    }
}

impl Store {
    fn has_folder(&self, folder: &Folder) -> bool {
        folder.is_base() || self.folders.contains(folder.as_str())
    }
}

impl Backend for Memory {
    type Body = Vec<u8>;

    async fn put(&self, name: &Name, body: Vec<u8>) -> Result<(), BackendError> {
        self.used("put");
        self.with(|store| {
            if !store.has_folder(&name.folder()) {
                return Err(error(Verb::Put, name, Fault::NoParent));
            }
            store.files.insert(name.as_str().to_owned(), body);
            Ok(())
        })
    }

    async fn get(&self, name: &Name, at_most: u64) -> Result<Vec<u8>, BackendError> {
        self.used("get");
        self.with(|store| {
            let bytes = store.files.get(name.as_str()).ok_or_else(|| error(Verb::Get, name, Fault::Missing))?;
            if bytes.len() as u64 > at_most {
                return Err(error(Verb::Get, name, Fault::Transport(TransportError::AnswerTooLong)));
            }
            Ok(bytes.clone())
        })
    }

    async fn list(&self, folder: &Folder) -> Result<Vec<Entry>, BackendError> {
        self.used("list");
        self.with(|store| {
            if !store.has_folder(folder) {
                return Err(error(Verb::List, folder, Fault::Missing));
            }
            let files = store.files.iter().filter_map(|(path, bytes)| {
                Some(Entry::File { name: child(folder, path)?.to_owned(), size: bytes.len() as u64 })
            });
            let folders =
                store.folders.iter().filter_map(|path| Some(Entry::Folder { name: child(folder, path)?.to_owned() }));
            Ok(files.chain(folders).collect())
        })
    }

    async fn mkdir(&self, folder: &Folder) -> Result<(), BackendError> {
        self.used("mkdir");
        self.with(|store| {
            if folder.parent().is_some_and(|parent| !store.has_folder(&parent)) {
                return Err(error(Verb::MakeFolder, folder, Fault::NoParent));
            }
            store.folders.insert(folder.as_str().to_owned());
            Ok(())
        })
    }

    async fn delete(&self, name: &Name) -> Result<(), BackendError> {
        self.used("delete");
        self.with(|store| store.files.remove(name.as_str()));
        Ok(())
    }
}

/// The last part of `path` when it lies directly in `folder`.
fn child<'a>(folder: &Folder, path: &'a str) -> Option<&'a str> {
    let (head, last) = path.rsplit_once('/').unwrap_or(("", path));
    (head == folder.as_str()).then_some(last)
}

pub(super) fn error(verb: Verb, at: &impl ToString, fault: Fault) -> BackendError {
    BackendError { verb, at: at.to_string(), fault, server: Server::Unknown }
}
