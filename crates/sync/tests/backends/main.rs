//! The acceptance suite on every backend that can be had here.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod apache;
mod server;

use pollster::block_on;
use sync::testing::{acceptance, memory::Memory};

#[test]
fn memory_is_a_backend() {
    block_on(acceptance::all(&Memory::new())).unwrap();
    block_on(acceptance::two_devices(&Memory::new())).unwrap();
}
