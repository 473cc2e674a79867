//! Ops, merge and segments: one device's copy of a set of immutable facts.
#![forbid(unsafe_code)]
