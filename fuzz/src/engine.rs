//! The target whose name was given, led by the engine.

use std::path::Path;
use std::sync::OnceLock;
use std::{env, fs};

use libfuzzer_sys::fuzz_target;

use crate::targets::{TARGETS, Target};

/// The name of the target.
const TARGET: &str = "CAIRN_FUZZ_TARGET";
/// The folder that its first inputs are written to.
const SEEDS: &str = "CAIRN_FUZZ_SEEDS";

static CHOSEN: OnceLock<&Target> = OnceLock::new();

fuzz_target!(init: begin(), |input: &[u8]| {
    if let Some(target) = CHOSEN.get() {
        (target.read)(input);
    }
});

fn begin() {
    let name = env::var(TARGET).expect("a target");
    let target = TARGETS.iter().find(|target| target.name == name).expect("a target of that name");
    let folder = env::var_os(SEEDS).expect("a folder for the first inputs");
    fs::create_dir_all(&folder).expect("a folder to write to");
    for (index, seed) in (target.seeds)().into_iter().enumerate() {
        fs::write(Path::new(&folder).join(format!("seed-{index}")), seed).expect("room for the first inputs");
    }
    let _ = CHOSEN.set(target);
}
