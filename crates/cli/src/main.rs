//! The native `cairn`.
#![forbid(unsafe_code)]

fn main() {}
