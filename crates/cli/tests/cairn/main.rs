//! The real binary, asked over HTTP and on its command line.
#![expect(clippy::expect_used, reason = "a test that cannot go on should say where")]

mod acceptance;
mod accounts;
mod app;
mod cors;
mod doors;
mod framework;
mod inspect;
mod names;
mod storage;
mod support;
mod uploads;
