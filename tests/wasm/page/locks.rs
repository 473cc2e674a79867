//! Web Locks.

use std::time::Duration;

use platform::locks::{Mode, hold, try_hold};
use platform::timer::within;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::profile;

#[wasm_bindgen_test]
async fn an_exclusive_lock_is_held_by_one_and_let_go_by_dropping() {
    let name = profile();
    let lock = hold(&name, Mode::Exclusive).await.unwrap();
    assert!(try_hold(&name, Mode::Exclusive).await.unwrap().is_none());
    assert!(try_hold(&name, Mode::Shared).await.unwrap().is_none());
    drop(lock);
    let next = within(Duration::from_secs(5), hold(&name, Mode::Exclusive)).await;
    assert!(next.unwrap().is_ok());
}

#[wasm_bindgen_test]
async fn a_shared_lock_keeps_only_exclusive_ones_out() {
    let name = profile();
    let _one = hold(&name, Mode::Shared).await.unwrap();
    let _two = try_hold(&name, Mode::Shared).await.unwrap().unwrap();
    assert!(try_hold(&name, Mode::Exclusive).await.unwrap().is_none());
}

#[wasm_bindgen_test]
async fn whoever_stops_waiting_never_holds_the_lock() {
    let name = profile();
    let lock = hold(&name, Mode::Exclusive).await.unwrap();
    assert!(within(Duration::from_millis(20), hold(&name, Mode::Exclusive)).await.is_none());
    drop(lock);
    let next = within(Duration::from_secs(5), hold(&name, Mode::Exclusive)).await;
    assert!(next.unwrap().is_ok());
}
