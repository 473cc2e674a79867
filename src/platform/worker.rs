//! Work off the page's thread: worker modules, and how they are talked to.
//!
//! A message is an array `[number of the call, text, payload]`. The text is JSON; the payload is what JSON cannot carry (a file,
//! bytes). From the page an empty text calls the work off; from the worker call number 0 says that it is ready.

mod client;
mod message;
mod server;
mod start;

pub(crate) use client::{CallError, Client};
pub(crate) use server::{Task, serve};
pub(crate) use start::start;
