//! The engine between devices and backends in memory.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod connecting;
mod cost;
mod crashes;
mod laws;
mod media;
mod probing;
mod support;
mod syncing;
