//! Keeping a portfolio on any store that can put, get, list, make folders and delete.
//!
//! - [`backend`] is the port, [`error`] what can go wrong with it, [`recipe`] the server configurations that help.
//! - [`webdav`] is the first adapter: it turns verbs into [`http`] request values and response values into results. Whoever has a
//!   network ([`http::Transport`]) runs them.
//! - [`layout`] says where things lie.
#![forbid(unsafe_code)]

pub mod backend;
pub mod body;
pub mod error;
pub mod http;
pub mod layout;
pub mod name;
pub mod recipe;
#[cfg(feature = "acceptance")]
pub mod testing;
pub mod webdav;
