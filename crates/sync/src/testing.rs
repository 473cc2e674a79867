//! For tests of this crate and of servers: backends that are no network, a suite that every backend has to pass, and a small native
//! transport. None of it is built into the app.

pub mod acceptance;
pub mod memory;
#[cfg(feature = "native")]
pub mod native;
