//! Chunks.

use std::collections::BTreeSet;

use replica::{Edit, Hash};
use sync::{
    engine::Unfetched,
    error::Fault,
    http::TransportError,
    layout,
    local::ChunkError,
    name::Name,
    report::{Problem, Stop, Tally, Unreadable},
    session::Session,
    testing::{
        faulty::{Faulty, Rates},
        memory::Memory,
    },
};

use crate::support::{Refusing, again, chunk_of, connect, device, fetch, fresh, quietly, run, run_whole, see};

fn chunks(backend: &Memory) -> usize {
    backend.with(|store| store.files.keys().filter(|path| path.contains("/blob/")).count())
}

#[test]
fn media_reaches_the_other_device() {
    let (backend, laptop, phone) = (Memory::new(), device(1), fresh(2));
    let hashes: Vec<Hash> =
        (0..20_u8).map(|at| laptop.add_chunk(&format!("artifact:{at}"), vec![at; 1000]).unwrap()).collect();
    connect(&backend, &laptop);
    let report = run_whole(&backend, &laptop);
    assert_eq!(report.media, Some(Tally { there: 20, total: 20, bytes_there: 20_000, bytes_total: 20_000 }));
    assert!(report.backed_up_at().is_some());
    let all: BTreeSet<Hash> = hashes.iter().copied().collect();
    assert_eq!(report.chunks_there, Some(all.into_iter().collect()));
    connect(&backend, &phone);
    let report = run_whole(&backend, &phone);
    assert_eq!(report.pulled.chunks, 20);
    assert_eq!(report.chunks_there.map(|there| there.len()), Some(20), "also what another device sent");
    assert!(hashes.iter().all(|hash| phone.has_chunk(*hash)));
}

#[test]
fn only_shelves_that_matter_are_listed_and_only_once_a_session() {
    let (backend, laptop) = (Memory::new(), device(1));
    laptop.add_chunk("artifact:1", vec![1; 10]).unwrap();
    // One whose shelf nobody ever made.
    laptop.add_chunk("artifact:2", vec![2; 10]).unwrap();
    laptop.edit(Edit::Purge { entities: vec!["artifact:2".into()] }).unwrap();
    connect(&backend, &laptop);
    let mut session = Session::default();
    again(&backend, &laptop, &mut session);
    backend.with(|store| store.uses.clear());
    assert!(quietly(&backend, &laptop, &mut session).backed_up_at().is_some());
    let uses = backend.with(|store| store.uses.clone());
    // The home, the log and the device's folder.
    assert_eq!(uses.get("list"), Some(&3));
}

#[test]
fn what_vanished_or_was_cut_is_sent_again() {
    let (backend, laptop) = (Memory::new(), device(1));
    let one = laptop.add_chunk("artifact:1", vec![1; 10]).unwrap();
    let two = laptop.add_chunk("artifact:2", vec![2; 10]).unwrap();
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    let whole = backend.with(|store| store.files.clone());
    backend.with(|store| {
        store.files.remove(layout::chunk(one).as_str());
        store.files.insert(layout::chunk(two).as_str().to_owned(), vec![2; 4]);
    });
    assert_eq!(run_whole(&backend, &laptop).chunks_there.map(|there| there.len()), Some(2));
    assert_eq!(backend.with(|store| store.files.clone()), whole);
}

#[test]
fn what_is_neither_here_nor_there_is_awaited() {
    let (backend, laptop, phone) = (Memory::new(), device(1), fresh(2));
    let hash = laptop.add_chunk("artifact:1", vec![1; 10]).unwrap();
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    let path = layout::chunk(hash).as_str().to_owned();
    let bytes = backend.with(|store| store.files.remove(&path)).unwrap();
    connect(&backend, &phone);
    let mut session = Session::default();
    let report = again(&backend, &phone, &mut session);
    assert_eq!((report.pulled.chunks_awaited, report.problems.len()), (1, 0));
    // This device holds nothing that is not backed up.
    assert!(report.backed_up_at().is_some());
    backend.with(|store| store.files.insert(path, bytes));
    assert_eq!(quietly(&backend, &phone, &mut session).pulled.chunks, 1);
}

#[test]
fn a_spoiled_chunk_is_left_and_shown_the_third_time() {
    let (backend, laptop, phone) = (Memory::new(), device(1), fresh(2));
    let hash = laptop.add_chunk("artifact:1", vec![1; 10]).unwrap();
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    connect(&backend, &phone);
    backend.with(|store| store.files.insert(layout::chunk(hash).as_str().to_owned(), vec![9; 10]));
    let mut session = Session::default();
    let shown: Vec<usize> = (0..3).map(|_| again(&backend, &phone, &mut session).problems.len()).collect();
    assert_eq!((shown, phone.has_chunk(hash)), (vec![0, 0, 1], false));
    backend.with(|store| store.files.insert(layout::chunk(hash).as_str().to_owned(), vec![1; 3]));
    let report = quietly(&backend, &phone, &mut session);
    assert!(
        matches!(report.problems[..], [Problem::Chunk { reason: Unreadable::Length { expected: 10, found: 3 }, .. }]),
        "{report:?}"
    );
}

#[test]
fn a_chunk_that_comes_back_spoiled_is_not_called_backed_up_and_is_sent_again() {
    let (backend, laptop) = (Memory::new(), device(1));
    let hash = laptop.add_chunk("artifact:1", vec![1; 10]).unwrap();
    connect(&backend, &laptop);
    let spoiling = Faulty::new(backend.clone(), 1, Rates { spoiled: 1000, ..Rates::default() });
    let mut session = Session::default();
    let report = again(&spoiling, &laptop, &mut session);
    let kept = |problem: &&Problem| matches!(problem, Problem::NotKept { name } if *name == layout::chunk(hash));
    assert_eq!(report.problems.iter().filter(kept).count(), 1, "{report:?}");
    assert_eq!(report.media.map(|media| (media.there, media.total)), Some((0, 1)));
    backend.with(|store| store.uses.clear());
    laptop.add_chunk("artifact:2", vec![2; 3]).unwrap();
    assert!(quietly(&backend, &laptop, &mut session).backed_up_at().is_some());
    // A new segment and its smaller chunk; the segment, whose reading back was spoiled too, and the chunk.
    assert_eq!(backend.with(|store| store.uses.get("put").copied()), Some(4));
}

#[test]
fn what_is_purged_is_removed_and_never_comes_back() {
    let (backend, laptop, phone) = (Memory::new(), device(1), fresh(2));
    let hash = laptop.add_chunk("artifact:1", vec![1; 10]).unwrap();
    let kept = laptop.add_chunk("artifact:2", vec![2; 10]).unwrap();
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    connect(&backend, &phone);
    run_whole(&backend, &phone);
    laptop.edit(Edit::Purge { entities: vec!["artifact:1".into()] }).unwrap();
    let mut session = Session::default();
    again(&backend, &laptop, &mut session);
    assert_eq!(chunks(&backend), 1);
    assert!(quietly(&backend, &laptop, &mut session).backed_up_at().is_some());
    for device in [&phone, &laptop, &phone] {
        run_whole(&backend, device);
    }
    // Once it is gone, nobody asks for it to be removed again.
    assert_eq!(backend.with(|store| store.uses["delete"]), 1);
    assert!(!phone.has_chunk(hash) && phone.has_chunk(kept));
    assert_eq!(chunks(&backend), 1);
}

#[test]
fn shelves_are_made_before_anything_is_put_on_them() {
    let (backend, laptop) = (Memory::new(), device(1));
    laptop.add_chunk("artifact:1", vec![1; 10]).unwrap();
    laptop.add_chunk("artifact:2", vec![2; 10]).unwrap();
    connect(&backend, &laptop);
    // A server that hangs up on whoever begins a long upload that has nowhere to go.
    let no_folder = |memory: &Memory, name: &Name| !memory.with(|store| store.folders.contains(name.folder().as_str()));
    let rude = Refusing { memory: backend.clone(), what: no_folder, fault: Fault::Transport(TransportError::Cut) };
    assert!(run_whole(&rude, &laptop).backed_up_at().is_some());
    assert_eq!(chunks(&backend), 2);
}

#[test]
fn a_full_storage_ends_the_run_and_the_log_is_still_told_truly() {
    let (backend, laptop) = (Memory::new(), device(1));
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    laptop.add_chunk("artifact:1", vec![1; 10]).unwrap();
    let report = run(&Refusing::media(backend, Fault::Full), &laptop);
    assert!(matches!(&report.stopped, Some(Stop::Backend(error)) if error.fault == Fault::Full), "{report:?}");
    assert_eq!((report.log.map(|log| log.is_whole()), report.media, report.backed_up_at()), (Some(true), None, None));
    assert_eq!(report.chunks_there, Some(Vec::new()), "nothing is said to be there that was not listed");
}

#[test]
fn what_was_let_go_of_comes_only_when_somebody_asks_and_counts_as_backed_up() {
    let (backend, laptop) = (Memory::new(), device(1));
    let hash = laptop.add_chunk("artifact:1", vec![1; 10]).unwrap();
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    let chunk = chunk_of(&laptop, hash);
    assert_eq!(see(&backend, &laptop, &[chunk]), Ok(vec![hash]));
    laptop.let_go(hash);
    let report = run_whole(&backend, &laptop);
    assert!(report.backed_up_at().is_some());
    assert_eq!((laptop.has_chunk(hash), report.pulled.chunks, report.chunks_there), (false, 0, Some(vec![hash])));
    fetch(&backend, &laptop, &[chunk]).unwrap();
    assert!(laptop.has_chunk(hash));
}

#[test]
fn what_is_asked_for_and_not_there_is_said() {
    let (backend, laptop) = (Memory::new(), device(1));
    let [gone, spoiled] = [1, 2].map(|at| laptop.add_chunk(&format!("artifact:{at}"), vec![at; 10]).unwrap());
    let chunks = [gone, spoiled].map(|hash| chunk_of(&laptop, hash));
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    backend.with(|store| {
        store.files.remove(layout::chunk(gone).as_str());
        store.files.insert(layout::chunk(spoiled).as_str().to_owned(), vec![9; 10]);
    });
    chunks.iter().for_each(|chunk| laptop.let_go(chunk.hash));
    let failed = chunks.map(|chunk| fetch(&backend, &laptop, &[chunk]).unwrap_err());
    assert!(
        matches!(&failed, [
            Unfetched::Chunk { reason: Unreadable::Backend(error), .. },
            Unfetched::Chunk { reason: Unreadable::Chunk(ChunkError::Hash), .. },
        ] if error.fault == Fault::Missing),
        "{failed:?}"
    );
    let report = run(&backend, &laptop);
    assert_eq!((report.pulled.chunks_awaited, report.chunks_there), (1, Some(vec![spoiled])), "nobody has it any more");
}

#[test]
fn a_storage_that_gives_back_something_else_is_not_believed_and_one_of_somebody_else_not_asked() {
    let (backend, laptop) = (Memory::new(), device(1));
    let [small, large] = [10, 20].map(|size| laptop.add_chunk(&format!("artifact:{size}"), vec![1; size]).unwrap());
    let chunks = [small, large].map(|hash| chunk_of(&laptop, hash));
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    backend.with(|store| store.files.insert(layout::chunk(large).as_str().to_owned(), vec![1; 7]));
    assert_eq!(see(&backend, &laptop, &chunks), Ok(vec![small]), "the other was cut");
    backend.with(|store| store.files.insert(layout::chunk(small).as_str().to_owned(), vec![9; 10]));
    assert_eq!(see(&backend, &laptop, &chunks), Ok(Vec::new()));
    let others = Memory::new();
    connect(&others, &device(2));
    assert!(matches!(see(&others, &laptop, &chunks), Err(Stop::OtherPortfolio { .. })));
    assert_eq!(see(&Memory::new(), &laptop, &chunks), Err(Stop::RootMissing));
}

#[test]
fn a_full_device_stops_only_what_did_not_fit() {
    let (backend, laptop, phone) = (Memory::new(), device(1), fresh(2));
    for at in 0..9_u8 {
        laptop.add_chunk(&format!("artifact:{at}"), vec![at; 100]).unwrap();
    }
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    connect(&backend, &phone);
    phone.set_room(250);
    let mut session = Session::default();
    let report = again(&backend, &phone, &mut session);
    assert_eq!((report.pulled.chunks, report.pulled.no_room, report.stopped.is_none()), (2, true, true), "{report:?}");
    assert!(report.backed_up_at().is_some(), "all that this device has is there");
    backend.with(|store| store.uses.clear());
    assert!(quietly(&backend, &phone, &mut session).pulled.no_room);
    let read = backend.with(|store| store.uses.get("get").copied());
    assert!(read <= Some(1), "nothing is fetched again only to find out that it does not fit: {read:?}");
    phone.set_room(10_000);
    assert_eq!(again(&backend, &phone, &mut session).pulled.chunks, 7);
}
