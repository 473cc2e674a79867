//! The first meeting.

use pollster::block_on;
use sync::{
    backend::put_making_folders,
    engine::{Connection, Engine},
    layout,
    local::{Description, Holding},
    report::Stop,
    testing::{device::Device, host::Timeless, memory::Memory},
};

use crate::support::{connect, device, fresh, run, run_whole};

fn roots(backend: &Memory) -> usize {
    backend.with(|store| store.files.keys().filter(|path| path.starts_with("cairn1/root-")).count())
}

#[test]
fn an_empty_storage_gets_my_portfolio() {
    let (backend, ana) = (Memory::new(), device(1));
    assert_eq!(connect(&backend, &ana), Connection::Begun);
    let name = layout::root(ana.roots()[0]);
    let written = backend.with(|store| store.files.clone());
    assert_eq!(written.keys().collect::<Vec<_>>(), [name.as_str()]);
    assert!(String::from_utf8(written[name.as_str()].clone()).unwrap().contains(r#""format":"cairn1""#));
    assert_eq!(connect(&backend, &ana), Connection::Known);
    run_whole(&backend, &ana);
}

#[test]
fn a_device_with_welcome_answers_joins_without_being_asked() {
    let (backend, ana, phone) = (Memory::new(), device(1), fresh(2));
    connect(&backend, &ana);
    run_whole(&backend, &ana);
    phone.set("learner", "name", "Ana").unwrap();
    phone.set_holding(Holding::Welcome);
    assert_eq!(connect(&backend, &phone), Connection::Joined);
    assert_eq!((phone.roots(), roots(&backend)), (ana.roots(), 1));
    run_whole(&backend, &phone);
    run_whole(&backend, &ana);
    assert_eq!(ana.fingerprint(), phone.fingerprint());
    assert_eq!(ana.get("learner", "name").as_deref(), Some("Ana"));
    assert_eq!(phone.get("evidence:1", "title").as_deref(), Some("Bridge 1"));
}

#[test]
fn two_with_work_are_asked_by_name_and_nothing_happens_until_the_answer() {
    let (backend, ana, other) = (Memory::new(), device(1), device(2));
    ana.set("learner", "name", "Ana").unwrap();
    connect(&backend, &ana);
    run_whole(&backend, &ana);
    let before = backend.with(|store| store.files.clone());
    let Connection::Asks(question) = connect(&backend, &other) else { panic!("not asked") };
    assert_eq!(question.theirs, Description { name: "Ana".into(), pieces: 1 });
    assert_eq!(question.roots, ana.roots());
    assert_eq!(backend.with(|store| store.files.clone()), before);
    assert_eq!(other.ops().len(), 1);
    let report = run(&backend, &other);
    assert_eq!(report.stopped, Some(Stop::OtherPortfolio { roots: question.roots }));
    assert_eq!(backend.with(|store| store.files.clone()), before);
}

#[test]
fn both_are_mine_makes_them_one_and_my_other_devices_follow() {
    let (school, home) = (Memory::new(), Memory::new());
    let (laptop, tablet, phone) = (device(1), fresh(2), device(3));
    connect(&school, &laptop);
    run_whole(&school, &laptop);
    connect(&school, &tablet);
    run_whole(&school, &tablet);
    connect(&home, &phone);
    run_whole(&home, &phone);

    // The phone, until now at home, is told that the school's portfolio is its own, too.
    assert!(matches!(connect(&school, &phone), Connection::Asks(_)));
    block_on(Engine::new(&school, &phone, &Timeless::default()).join()).unwrap();
    run_whole(&school, &phone);
    for device in [&laptop, &tablet] {
        run_whole(&school, device);
        assert_eq!(device.fingerprint(), phone.fingerprint());
        assert_eq!(device.roots(), phone.roots());
    }
    assert_eq!(phone.ops().len(), 2);
    // At home nobody has to be asked either.
    assert_eq!(connect(&home, &phone), Connection::Known);
    run_whole(&home, &phone);
    assert_eq!(connect(&home, &laptop), Connection::Known);
    run_whole(&home, &laptop);
}

#[test]
fn two_devices_that_begin_at_once_become_one_portfolio() {
    let (backend, one, two) = (Memory::new(), device(1), device(2));
    let elsewhere = Memory::new();
    connect(&backend, &one);
    // Two saw no root at the same moment, and wrote its own.
    connect(&elsewhere, &two);
    let written = elsewhere.with(|store| store.files.clone());
    backend.with(|store| store.files.extend(written));
    for _ in 0..2 {
        run_whole(&backend, &one);
        run_whole(&backend, &two);
    }
    assert_eq!(one.fingerprint(), two.fingerprint());
    assert_eq!((one.roots(), roots(&backend)), (two.roots(), 2));
    // The least id is the portfolio: the next segments carry it.
    one.set("evidence:3", "title", "Later").unwrap();
    run_whole(&backend, &one);
    run_whole(&backend, &two);
    assert_eq!(two.get("evidence:3", "title").as_deref(), Some("Later"));
}

#[test]
fn a_lost_id_is_written_again_and_its_segments_are_taken_in_the_same_run() {
    let (backend, elsewhere, one, two) = (Memory::new(), Memory::new(), device(1), device(2));
    connect(&backend, &one);
    connect(&elsewhere, &two);
    run_whole(&elsewhere, &two);
    let root = layout::root(two.roots()[0]).as_str().to_owned();
    let file = elsewhere.with(|store| store.files[&root].clone());
    backend.with(|store| store.files.insert(root.clone(), file.clone()));
    run_whole(&backend, &one);
    let (at, segment) = two.held().pop_first().unwrap();
    block_on(put_making_folders(&backend, &layout::segment(&at), segment)).unwrap();
    backend.with(|store| store.files.remove(&root));
    assert_eq!(run_whole(&backend, &one).pulled.segments, 1);
    assert_eq!(backend.with(|store| store.files.get(&root).cloned()), Some(file));
}

#[test]
fn the_sample_never_connects() {
    let (backend, sample) = (Memory::new(), Device::new(1, Holding::Sample));
    assert_eq!(connect(&backend, &sample), Connection::Sample);
    assert_eq!(backend.with(|store| store.clone()), Memory::new().with(|store| store.clone()));
}

#[test]
fn an_emptied_storage_is_never_taken_for_a_deletion() {
    let (backend, ana) = (Memory::new(), device(1));
    connect(&backend, &ana);
    run_whole(&backend, &ana);
    backend.with(|store| *store = Default::default());
    let report = run(&backend, &ana);
    assert_eq!(report.stopped, Some(Stop::RootMissing));
    assert_eq!((report.log, report.backed_up_at()), (None, None));
    assert!(backend.with(|store| store.files.is_empty()));
    assert_eq!(ana.ops().len(), 1);
    // The person says to go on.
    assert_eq!(connect(&backend, &ana), Connection::Begun);
    assert!(run_whole(&backend, &ana).backed_up_at().is_some());
}

#[test]
fn a_root_file_that_was_cut_is_written_again() {
    let (backend, ana) = (Memory::new(), device(1));
    connect(&backend, &ana);
    let path = layout::root(ana.roots()[0]).as_str().to_owned();
    let whole = backend.with(|store| store.files.insert(path.clone(), b"{\"for".to_vec()));
    run_whole(&backend, &ana);
    assert_eq!(connect(&backend, &ana), Connection::Known);
    assert_eq!(backend.with(|store| store.files.get(&path).cloned()), whole);
}
