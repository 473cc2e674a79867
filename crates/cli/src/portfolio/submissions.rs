//! What was handed in (docs/format-submission.md).

use replica::{Standing, State, Value};

use super::report::Bad;

/// What was found.
#[derive(Default)]
pub struct Submissions {
    /// How many stand, those taken back too.
    pub count: usize,
    /// How many of them were taken back.
    pub withdrawn: usize,
}

/// Counts the submissions. One whose manifest is not the one that its hash names is added to `bad`; one without a manifest was erased.
pub fn check(state: &State, bad: &mut Vec<Bad>) -> Submissions {
    let mut found = Submissions::default();
    for submission in state.entities().filter(|entity| entity.id().starts_with("submission:")) {
        if submission.standing() == Standing::Trashed {
            continue;
        }
        found.count += 1;
        let is_withdrawn = submission.get("withdrawn").is_some_and(|value| *value != Value::Null);
        found.withdrawn += usize::from(is_withdrawn);
        let frozen = state.entity(&submission.id().replacen("submission:", "frozen:", 1));
        let Some(Value::Map(manifest)) = frozen.as_ref().and_then(|frozen| frozen.get("manifest")) else { continue };
        if manifest.get("hash") != submission.get("hash") {
            bad.push(Bad::new(submission.id(), "its manifest is not the one that its hash names"));
        }
    }
    found
}
