//! Standards and files: bytes to portfolio values and back.
#![forbid(unsafe_code)]
