//! The suite on the backend in memory.

use pollster::block_on;
use sync::testing::{acceptance, memory::Memory};

#[test]
fn memory_is_a_backend() {
    block_on(acceptance::all(&Memory::new())).unwrap();
}
