//! What a learner adds was written by anybody: each reader of it is given what nobody would write, and must end with an answer.
//!
//! One program for all targets, so that it is built once; `cargo xtask fuzz` says which one it is. Without the engine each target reads
//! the files that it begins with.
#![cfg_attr(fuzzing, no_main)]

#[path = "../../crates/reading/tests/fixtures/mod.rs"]
mod documents;
#[path = "../../crates/media/tests/fixtures/mod.rs"]
mod fixtures;
mod targets;

#[cfg(fuzzing)]
mod engine;

#[cfg(not(fuzzing))]
fn main() {
    for target in targets::TARGETS {
        println!("{}", target.name);
        (target.seeds)().iter().for_each(|seed| (target.read)(seed));
    }
}
