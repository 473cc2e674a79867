//! Power fails at every request, before and after it is carried out.

use sync::{
    engine::Engine,
    session::Session,
    testing::{
        device::Device,
        faulty::{Crash, Faulty, Rates},
        host::Timeless,
        memory::Memory,
    },
};

use crate::support::{all, connect, device, fresh, run_whole, until_power_fails};

/// A device with a few segments' worth of work still to be sent.
fn busy_device() -> Device {
    let laptop = device(1);
    for at in 0..3_u8 {
        laptop.add_chunk(&format!("artifact:{at}"), vec![at; 50]).unwrap();
    }
    laptop
}

/// Connects and runs until the power fails; false when it never did.
fn power_failed(backend: &Faulty, laptop: &Device) -> bool {
    let host = Timeless::default();
    let ended = until_power_fails(async {
        let engine = Engine::new(backend, laptop, &host);
        engine.connect().await.unwrap();
        engine.run(&mut Session::default(), all()).await
    });
    ended.is_none()
}

#[test]
fn a_crash_between_any_two_steps_sends_the_same_bytes_again() {
    let mut crashes = 0;
    for after in [false, true] {
        for request in 0.. {
            let (memory, laptop, phone) = (Memory::new(), busy_device(), fresh(2));
            let backend = Faulty::new(memory.clone(), 7, Rates::default());
            backend.set_crash(Some(Crash { request, after }));
            if !power_failed(&backend, &laptop) {
                break;
            }
            crashes += 1;
            backend.set_crash(None);
            laptop.restart();
            laptop.set("evidence:2", "title", "After the crash").unwrap();
            connect(&backend, &laptop);
            assert!(run_whole(&backend, &laptop).backed_up_at().is_some());
            assert!(!backend.was_name_reused(), "request {request}, after: {after}");
            connect(&memory, &phone);
            run_whole(&memory, &phone);
            assert_eq!(phone.fingerprint(), laptop.fingerprint());
            assert_eq!(phone.ops(), laptop.ops());
        }
    }
    // Two loops over all requests of a first connect and run.
    assert!(crashes > 40, "{crashes}");
}
