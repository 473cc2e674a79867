//! What a sync costs, in requests and bytes. Times are measured elsewhere, beside others.

use std::collections::BTreeMap;

use sync::testing::{device::Device, memory::Memory};

use crate::support::{connect, device, fresh, run_whole};

/// Five thousand ops as a learner makes them: titles, dates, words.
fn five_thousand() -> Device {
    let laptop = device(1);
    for at in 0..4999 {
        let words = format!("Measured the flow of the brook behind the school for the {at}th time, after rain");
        laptop
            .set(&format!("evidence:{}", at / 5), ["title", "text", "date", "reflection", "added"][at % 5], &words)
            .unwrap();
    }
    laptop
}

fn uses(backend: &Memory) -> BTreeMap<&'static str, usize> {
    backend.with(|store| std::mem::take(&mut store.uses))
}

#[test]
fn five_thousand_records_take_ten_puts_at_most() {
    let (backend, laptop, phone) = (Memory::new(), five_thousand(), fresh(2));
    connect(&backend, &laptop);
    assert!(run_whole(&backend, &laptop).backed_up_at().is_some());
    let there = uses(&backend);
    let bytes: usize = backend.with(|store| store.files.values().map(Vec::len).sum());
    connect(&backend, &phone);
    assert_eq!(run_whole(&backend, &phone).pulled.ops, 5000);
    let back = uses(&backend);
    println!("5,000 ops: there {there:?}, {bytes} bytes; back {back:?}");
    assert!(there["put"] <= 10, "{there:?}");
    assert_eq!(phone.fingerprint(), laptop.fingerprint());
    assert_eq!(back.get("put"), None);
}
