//! Any recording is finished and cut, or refused; what comes of it is a recording again.

use std::io::Cursor;

use media::Plan;
use media::webm::Recording;

use crate::fixtures;

pub fn read(input: &[u8]) {
    let Ok(recording) = Recording::read(Cursor::new(input)) else { return };
    let new = written(&recording.finish(), input);
    let again = Recording::read(Cursor::new(&new)).expect("a finished recording is a recording");
    assert_eq!(again.duration_ms(), recording.duration_ms());
    let length = recording.duration_ms();
    for (from, to) in [(0, length), (length / 3, length / 3 * 2), (length / 2, u64::MAX)] {
        if let Ok(Some(trimmed)) = recording.trim(Cursor::new(input), from, to) {
            Recording::read(Cursor::new(written(&trimmed.plan, input))).expect("a cut recording is a recording");
        }
    }
}

fn written(plan: &Plan, old: &[u8]) -> Vec<u8> {
    let mut new = Vec::new();
    plan.write(Cursor::new(old), &mut new).expect("a plan that can be carried out");
    assert_eq!(plan.size(), new.len() as u64);
    new
}

pub fn seeds() -> Vec<Vec<u8>> {
    vec![fixtures::film(), fixtures::sound()]
}
