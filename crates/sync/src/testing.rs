//! For tests of this crate and of servers: devices and backends in memory, a bad network, a suite that every backend has to pass, and a
//! small native transport. None of it is built into the app.

pub mod acceptance;
pub mod device;
pub mod dice;
pub mod faulty;
pub mod host;
pub mod memory;
#[cfg(feature = "native")]
pub mod native;
