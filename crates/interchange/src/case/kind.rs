//! What a document says it is, as `frameworkType`, where it is no framework.

/// A pathway.
pub const PATHWAY: &str = "Pathway";

/// Links over the items of others.
pub const OVERLAY: &str = "Overlay";
