//! The probe on stores that can and cannot hold a portfolio.

use pollster::block_on;
use sync::{
    backend::{Backend, Entry},
    error::{BackendError, Fault, Verb},
    http::TransportError,
    name::{Folder, Name},
    probe::{Fit, Shortfall, Step, Unfit, probe},
    recipe::{Recipe, Server, Topic},
    testing::{host::Timeless, memory::Memory},
};

/// A store that falls short in one way.
struct Odd {
    memory: Memory,
    way: Way,
}

#[derive(Clone, Copy, PartialEq)]
enum Way {
    None,
    NoFolders,
    InventsFiles,
    NoPut,
    ListsNothing,
    ChangesLines,
    KeepsTheFirst,
    TakesOneMegabyte,
    DeletesNothing,
}

fn fault(verb: Verb, fault: Fault) -> BackendError {
    BackendError { verb, at: "cairn1/".into(), fault, server: Server::Nginx }
}

impl Backend for Odd {
    type Body = Vec<u8>;

    async fn put(&self, name: &Name, body: Vec<u8>) -> Result<(), BackendError> {
        match self.way {
            Way::NoPut => Err(fault(Verb::Put, Fault::Transport(TransportError::Blocked))),
            Way::TakesOneMegabyte if body.len() > 1 << 20 => {
                Err(fault(Verb::Put, Fault::TooLarge { size: body.len() as u64 }))
            }
            Way::KeepsTheFirst if self.memory.get(name, u64::MAX).await.is_ok() => Ok(()),
            Way::ChangesLines => {
                self.memory.put(name, body.iter().map(|byte| byte.max(&b' ')).copied().collect()).await
            }
            _ => self.memory.put(name, body).await,
        }
    }

    async fn get(&self, name: &Name, at_most: u64) -> Result<Vec<u8>, BackendError> {
        match self.memory.get(name, at_most).await {
            Err(_) if self.way == Way::InventsFiles => Ok(b"<html>Sign in</html>".to_vec()),
            got => got,
        }
    }

    async fn list(&self, folder: &Folder) -> Result<Vec<Entry>, BackendError> {
        let entries = self.memory.list(folder).await?;
        let is_folder = |entry: &Entry| matches!(entry, Entry::Folder { .. });
        Ok(entries.into_iter().filter(|entry| self.way != Way::ListsNothing || is_folder(entry)).collect())
    }

    async fn mkdir(&self, folder: &Folder) -> Result<(), BackendError> {
        match self.way {
            Way::NoFolders => Err(fault(Verb::MakeFolder, Fault::NotWebDav { status: 405 })),
            _ => self.memory.mkdir(folder).await,
        }
    }

    async fn delete(&self, name: &Name) -> Result<(), BackendError> {
        match self.way {
            Way::DeletesNothing => Err(fault(Verb::Delete, Fault::Forbidden)),
            _ => self.memory.delete(name).await,
        }
    }
}

fn probed(way: Way) -> Result<Fit, Unfit> {
    block_on(probe(&Odd { memory: Memory::new(), way }, &Timeless::default(), [7; 16]))
}

#[test]
fn a_good_store_is_fit_and_left_clean() {
    let memory = Memory::new();
    let found = block_on(probe(&Odd { memory: memory.clone(), way: Way::None }, &Timeless::default(), [7; 16]));
    assert_eq!(found, Ok(Fit::default()));
    assert!(memory.with(|store| store.files.is_empty()));
}

#[test]
fn each_shortfall_is_told_with_what_helps() {
    let unfit = |way| probed(way).unwrap_err();
    assert_eq!(unfit(Way::NoFolders).step, Step::Folders);
    assert_eq!(unfit(Way::NoFolders).recipe(), Some(Recipe { server: Server::Nginx, topic: Topic::WebDav }));
    assert_eq!(unfit(Way::InventsFiles), Unfit { step: Step::Missing, shortfall: Shortfall::InventsFiles });
    assert_eq!(unfit(Way::NoPut).step, Step::Put);
    assert_eq!(unfit(Way::NoPut).recipe(), Some(Recipe { server: Server::Nginx, topic: Topic::OtherOrigins }));
    assert_eq!(unfit(Way::ListsNothing), Unfit { step: Step::List, shortfall: Shortfall::NotListed });
    assert_eq!(unfit(Way::ChangesLines), Unfit { step: Step::Get, shortfall: Shortfall::OtherBytes });
    let longer = Shortfall::OtherSize { expected: 265, found: 530 };
    assert_eq!(unfit(Way::KeepsTheFirst), Unfit { step: Step::List, shortfall: longer });
}

#[test]
fn a_store_for_words_alone_is_fit_and_says_so() {
    let found = probed(Way::TakesOneMegabyte).unwrap();
    assert_eq!(found.recipe(), Some(Recipe { server: Server::Nginx, topic: Topic::BodyLimit }));
    assert_eq!(found.no_deleting, None);
    assert_eq!(probed(Way::DeletesNothing).unwrap().no_deleting.map(|error| error.fault), Some(Fault::Forbidden));
}
