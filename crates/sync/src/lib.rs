//! The backend port, its adapters as request and response values, and the sync engine.
#![forbid(unsafe_code)]
