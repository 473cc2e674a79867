//! Keeping a portfolio on any store that can put, get, list, make folders and delete.
//!
//! - [`backend`] is the port, [`error`] what can go wrong with it, [`recipe`] the server configurations that help.
//! - [`webdav`] is the first adapter: it turns verbs into [`http`] request values and response values into results. Whoever has a
//!   network ([`http::Transport`]) runs them.
//! - [`layout`] says where things lie; a [`probe`] finds out what a store can do.
//! - [`engine`] brings a device's own store ([`local`]) and a backend to hold the same facts, in the surroundings that a
//!   [`host`] gives, and says in a [`report`] what it saw. [`retry`] says when to try again.
#![forbid(unsafe_code)]

pub mod backend;
pub mod body;
pub mod engine;
pub mod error;
pub mod host;
pub mod http;
pub mod layout;
pub mod local;
pub mod name;
mod patient;
pub mod probe;
pub mod progress;
pub mod recipe;
pub mod report;
pub mod retry;
pub mod session;
#[cfg(feature = "acceptance")]
pub mod testing;
pub mod webdav;
