//! The learner's world: frameworks, pathways, evidence, levels and pace, as pure functions.
#![forbid(unsafe_code)]
