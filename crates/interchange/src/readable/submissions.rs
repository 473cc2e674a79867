//! What was handed in, as `portfolio.json` tells it.

use portfolio::date::format_instant;
use portfolio::model::Submission;
use portfolio::{EntityId, Portfolio};
use serde::Serialize;

use super::paths::Paths;

#[derive(Serialize)]
pub(super) struct Submitted<'a> {
    id: &'a str,
    piece: &'a str,
    at: String,
    /// SHA-256 of the manifest.
    hash: &'a str,
    /// The entry of the manifest; null once what was in it was erased.
    manifest: Option<&'a str>,
    changed: &'a str,
    before: Option<&'a str>,
    withdrawn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    removed: Option<Removed<'a>>,
}

/// Who erased what was in it, and when.
#[derive(Serialize)]
struct Removed<'a> {
    by: &'a str,
    day: String,
}

/// All that count, the earliest first.
pub(super) fn all<'a>(portfolio: &'a Portfolio, paths: &'a Paths) -> Vec<Submitted<'a>> {
    let mut submissions: Vec<&Submission> = portfolio.submissions().collect();
    submissions.sort_by_key(|submission| (submission.at, &submission.id));
    let submitted = |submission: &'a Submission| Submitted {
        id: submission.id.as_str(),
        piece: submission.piece.as_str(),
        at: format_instant(submission.at),
        hash: &submission.hash,
        manifest: portfolio.frozen(&submission.id).map(|frozen| paths.path(&frozen.manifest)),
        changed: &submission.changed,
        before: submission.before.as_ref().map(EntityId::as_str),
        withdrawn: submission.withdrawn.map(format_instant),
        removed: submission.removed.as_ref().map(|removed| Removed { by: &removed.by, day: removed.day.to_string() }),
    };
    submissions.into_iter().map(submitted).collect()
}
