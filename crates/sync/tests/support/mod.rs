//! What several tests need.

pub mod apache;
