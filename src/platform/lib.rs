//! The browser, in plain Rust: bytes, strings and futures.
//!
//! This crate is the only one that names `web-sys` or `js-sys`, and it knows no portfolio.
//! Every failure is a value of a type here. Futures may be dropped at any point: what they started is then undone or runs to
//! its end by itself, and nothing panics.

mod bell;
mod bindings;
mod cancel;
mod canvas;
mod digest;
mod error;
mod globals;
mod input;
mod listener;
mod local;
mod opfs;
mod worker;

pub mod archive;
pub mod asset;
pub mod bytes;
pub mod captions;
pub mod capture;
pub mod clock;
pub mod curtain;
pub mod download;
pub mod easel;
pub mod fetch;
pub mod files;
pub mod frame;
pub mod glance;
pub mod gzip;
pub mod hints;
pub mod history;
pub mod intl;
pub mod journal;
pub mod keys;
pub mod launch;
pub mod lifecycle;
pub mod locks;
pub mod media;
pub mod moved;
pub mod object_url;
pub mod page;
pub mod player;
pub mod pointer;
pub mod preferences;
pub mod preview;
pub mod profiles;
pub mod quota;
pub mod random;
pub mod shared;
pub mod sight;
pub mod size;
pub mod still;
pub mod store;
pub mod text_field;
pub mod timer;
pub mod update;

pub use bell::Bell;
pub use cancel::Cancel;
pub use error::BrowserError;
pub use listener::Listener;
