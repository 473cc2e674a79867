//! Runs on a storage that is known.

use std::time::Duration;

use pollster::block_on;
use sync::{
    backend::put_making_folders,
    engine::Engine,
    error::Fault,
    host::Host,
    layout,
    progress::{Phase, Progress},
    report::{Problem, Stop, Tally, Unreadable},
    session::Session,
    testing::{
        device::Device,
        faulty::{Faulty, Rates},
        host::Timeless,
        memory::Memory,
    },
};

use crate::support::{Refusing, again, all, connect, device, fresh, now, run, run_whole};

#[test]
fn what_one_writes_the_other_reads_and_both_edits_are_kept() {
    let (backend, laptop, phone) = (Memory::new(), device(1), fresh(2));
    connect(&backend, &laptop);
    let report = run_whole(&backend, &laptop);
    assert_eq!(report.backed_up_at(), Some(now()));
    connect(&backend, &phone);
    assert_eq!(run_whole(&backend, &phone).pulled.ops, 1);
    laptop.set("evidence:1", "title", "On the laptop").unwrap();
    phone.set("evidence:1", "title", "On the phone").unwrap();
    for device in [&laptop, &phone, &laptop] {
        run_whole(&backend, device);
    }
    assert_eq!(laptop.fingerprint(), phone.fingerprint());
    assert_eq!(laptop.ops().len(), 3);
}

#[test]
fn a_quiet_run_only_looks_and_reads_one_segment_back() {
    let (backend, laptop) = (Memory::new(), device(1));
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    backend.with(|store| store.uses.clear());
    run_whole(&backend, &laptop);
    let uses = backend.with(|store| store.uses.clone());
    assert_eq!(uses.into_iter().collect::<Vec<_>>(), [("get", 1), ("list", 3)]);
}

#[test]
fn what_vanished_from_the_server_comes_back_from_whoever_has_it() {
    let (backend, laptop, phone) = (Memory::new(), device(1), fresh(2));
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    connect(&backend, &phone);
    phone.set("evidence:2", "title", "Phone").unwrap();
    run_whole(&backend, &phone);
    run_whole(&backend, &laptop);
    let whole = backend.with(|store| store.files.clone());
    backend.with(|store| store.files.retain(|path, _| path.contains("root-")));
    backend.with(|store| store.uses.clear());
    // The phone is at the bottom of a lake; the laptop has both logs.
    run_whole(&backend, &laptop);
    assert_eq!(backend.with(|store| store.files.clone()), whole);
    // Whatever a run sends, it reads back.
    assert_eq!(backend.with(|store| (store.uses["put"], store.uses["get"])), (2, 2));
}

#[test]
fn a_cut_segment_is_left_shown_the_third_time_and_taken_once_it_is_whole() {
    let (backend, laptop, phone) = (Memory::new(), device(1), fresh(2));
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    connect(&backend, &phone);
    let path = backend.with(|store| store.files.keys().find(|path| path.contains("/log/")).cloned()).unwrap();
    let whole = backend.with(|store| store.files.insert(path.clone(), vec![0x1f])).unwrap();
    let mut session = Session::default();
    for shown in [0, 0, 1] {
        let report = again(&backend, &phone, &mut session);
        assert_eq!((report.pulled.left, report.problems.len()), (1, shown));
        for problem in &report.problems {
            assert!(
                matches!(problem, Problem::Segment { reason: Unreadable::Length { found: 1, .. }, .. }),
                "{problem}"
            );
        }
    }
    // The right length is not enough.
    let mut spoiled = whole.clone();
    spoiled[20] ^= 1;
    backend.with(|store| store.files.insert(path.clone(), spoiled));
    let report = again(&backend, &phone, &mut session);
    assert!(matches!(report.problems[..], [Problem::Segment { reason: Unreadable::Segment(_), .. }]), "{report:?}");
    assert!(phone.ops().is_empty());
    backend.with(|store| store.files.insert(path, whole));
    assert_eq!(again(&backend, &phone, &mut session).pulled.segments, 1);
    assert_eq!(phone.fingerprint(), laptop.fingerprint());
}

#[test]
fn a_segment_that_was_cut_on_the_server_is_repaired_by_its_writer() {
    let (backend, laptop) = (Memory::new(), device(1));
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    let (at, bytes) = laptop.held().pop_first().unwrap();
    let path = layout::segment(&at).as_str().to_owned();
    backend.with(|store| store.files.insert(path.clone(), bytes[..9].to_vec()));
    run_whole(&backend, &laptop);
    assert_eq!(backend.with(|store| store.files.get(&path).cloned()), Some(bytes.clone()));

    // The same size with other bytes shows when it is read back.
    backend.with(|store| store.files.insert(path.clone(), vec![0; bytes.len()]));
    run_whole(&backend, &laptop);
    assert_eq!(backend.with(|store| store.files.get(&path).cloned()), Some(bytes));
}

#[test]
fn a_server_that_keeps_other_bytes_is_never_called_a_backup() {
    let (backend, laptop) = (Memory::new(), device(1));
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    let spoiling = Faulty::new(backend.clone(), 1, Rates { spoiled: 1000, ..Rates::default() });
    let mut session = Session::default();
    let report = again(&spoiling, &laptop, &mut session);
    assert!(matches!(report.problems[..], [Problem::NotKept { .. }]), "{report:?}");
    assert_eq!(report.log.map(|log| (log.there, log.total)), Some((0, 1)));
    assert_eq!(report.backed_up_at(), None);
    // An honest server afterwards is believed again.
    assert!(again(&backend, &laptop, &mut session).backed_up_at().is_some());
}

#[test]
fn a_cloned_profile_takes_a_folder_of_its_own() {
    let (backend, laptop) = (Memory::new(), device(1));
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    let clone = laptop.clone_disk(9);
    laptop.set("evidence:2", "title", "By the laptop").unwrap();
    clone.set("evidence:3", "title", "By the clone").unwrap();
    assert!(!run_whole(&backend, &laptop).became_new_device);
    assert!(run_whole(&backend, &clone).became_new_device);
    assert_ne!(clone.id(), laptop.id());
    assert!(!run_whole(&backend, &laptop).became_new_device);
    assert_eq!(clone.fingerprint(), laptop.fingerprint());
    assert_eq!(clone.get("evidence:2", "title").as_deref(), Some("By the laptop"));
    assert_eq!(laptop.get("evidence:3", "title").as_deref(), Some("By the clone"));
}

#[test]
fn a_restored_disk_gets_back_what_it_had_sent() {
    let (backend, laptop) = (Memory::new(), device(1));
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    let backup = laptop.clone_disk(9);
    laptop.set("evidence:2", "title", "After the backup").unwrap();
    run_whole(&backend, &laptop);
    let report = run_whole(&backend, &backup);
    assert!(report.became_new_device && report.pulled.ops == 1);
    backup.set("evidence:2", "title", "Afterwards").unwrap();
    run_whole(&backend, &backup);
    assert_eq!(backup.get("evidence:2", "title").as_deref(), Some("Afterwards"));
}

#[test]
fn an_answer_that_does_not_come_is_asked_for_again_and_then_ends_the_run() {
    let (backend, laptop) = (Memory::new(), device(1));
    connect(&backend, &laptop);
    let offline = Faulty::new(backend, 1, Rates { lost: 1000, ..Rates::default() });
    let host = Timeless::default();
    let report = block_on(Engine::new(&offline, &laptop, &host).run(&mut Session::default(), all()));
    let Some(Stop::Backend(error)) = &report.stopped else { panic!("{report:?}") };
    assert!(error.fault.passes() && report.checked_at.is_none());
    assert_eq!(*host.pauses.borrow(), [Duration::from_millis(500), Duration::from_secs(2)]);
}

#[test]
fn progress_is_told_in_bytes_and_a_cancelled_run_goes_on_later() {
    let (backend, laptop) = (Memory::new(), device(1));
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    laptop.set("evidence:2", "title", "More").unwrap();
    let host = Timeless::default();
    host.cancel_after.set(Some(2));
    let report = block_on(Engine::new(&backend, &laptop, &host).run(&mut Session::default(), all()));
    assert_eq!((report.stopped, report.checked_at), (Some(Stop::Cancelled), None));

    let host = Timeless::default();
    let report = block_on(Engine::new(&backend, &laptop, &host).run(&mut Session::default(), all()));
    let log = report.log.unwrap();
    assert_eq!(log, Tally { there: 2, total: 2, ..log });
    let heard = host.heard.borrow();
    assert!(heard.iter().all(|progress| progress.done <= progress.total), "{heard:?}");
    let mut sent = heard.iter().filter(|progress| progress.phase == Phase::SendingChanges);
    assert!(sent.next_back().is_some_and(|progress| progress.done == progress.total && progress.total > 0));
}

#[test]
fn foreign_files_are_left_alone() {
    let (backend, laptop) = (Memory::new(), device(1));
    connect(&backend, &laptop);
    run_whole(&backend, &laptop);
    let log = layout::log_of(laptop.id()).as_str().to_owned();
    for path in ["cairn1/readme.txt", "cairn1/log/notes", &format!("{log}/00000009-copy.jsonl.gz"), "holiday.jpg"] {
        backend.with(|store| store.files.insert(path.to_owned(), b"?".to_vec()));
    }
    let before = backend.with(|store| store.files.clone());
    let report = run_whole(&backend, &laptop);
    assert_eq!((report.pulled.left, report.became_new_device), (0, false));
    assert_eq!(backend.with(|store| store.files.clone()), before);
}

#[test]
fn a_segment_of_another_portfolio_is_not_taken() {
    let (backend, elsewhere, laptop, stranger) = (Memory::new(), Memory::new(), device(1), device(2));
    connect(&backend, &laptop);
    connect(&elsewhere, &stranger);
    run_whole(&elsewhere, &stranger);
    let (at, bytes) = stranger.held().pop_first().unwrap();
    block_on(put_making_folders(&backend, &layout::segment(&at), bytes)).unwrap();
    let mut session = Session::default();
    let reports: Vec<_> = (0..3).map(|_| again(&backend, &laptop, &mut session)).collect();
    assert!(reports.iter().all(|report| report.pulled.left == 1 && report.stopped.is_none()));
    assert!(matches!(reports[2].problems[..], [Problem::Segment { reason: Unreadable::Segment(_), .. }]));
    assert_eq!(laptop.ops().len(), 1);
}

/// Somebody who types while a run checks.
struct Typing<'a>(&'a Device);

impl Host for Typing<'_> {
    async fn pause(&self, _: Duration) {}

    fn is_cancelled(&self) -> bool {
        false
    }

    fn progress(&self, progress: Progress) {
        if progress.phase == Phase::Checking && progress.done == 0 {
            self.0.set("evidence:2", "title", "While it ran").unwrap();
        }
    }
}

#[test]
fn edits_made_during_a_run_are_not_called_backed_up() {
    let (backend, laptop) = (Memory::new(), device(1));
    connect(&backend, &laptop);
    let host = Typing(&laptop);
    let report = block_on(Engine::new(&backend, &laptop, &host).run(&mut Session::default(), all()));
    assert_eq!((report.loose_ops, report.checked_at, report.backed_up_at()), (1, Some(now()), None));
    assert!(run(&backend, &laptop).backed_up_at().is_some());
}

#[test]
fn a_server_that_keeps_half_and_says_all_is_well_is_never_called_a_backup() {
    let (backend, laptop) = (Memory::new(), device(1));
    connect(&backend, &laptop);
    let halving = Faulty::new(backend, 1, Rates { halved: 1000, ..Rates::default() });
    let report = run(&halving, &laptop);
    assert_eq!(report.log.map(|log| (log.there, log.total)), Some((0, 1)));
    assert_eq!(report.backed_up_at(), None);
}

#[test]
fn a_refusal_of_one_object_leaves_the_rest_alone() {
    let (backend, laptop) = (Refusing::media(Memory::new(), Fault::TooLarge { size: 100 }), device(1));
    laptop.add_chunk("artifact:1", vec![1; 100]).unwrap();
    laptop.add_chunk("artifact:2", vec![2; 200]).unwrap();
    connect(&backend, &laptop);
    let report = run(&backend, &laptop);
    assert!(matches!(report.problems[..], [Problem::NotSent(_), Problem::NotSent(_)]), "{report:?}");
    assert!(report.stopped.is_none() && report.log.unwrap().is_whole());
    assert_eq!(report.media, Some(Tally { there: 0, total: 2, bytes_there: 0, bytes_total: 300 }));
    assert_eq!((report.checked_at, report.backed_up_at()), (Some(now()), None));
}
