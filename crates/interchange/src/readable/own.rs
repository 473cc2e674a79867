//! What the learner wrote about competencies, beside the frameworks that others published.

use super::Contents;
use super::paths::{OVERLAY, OWN};
use crate::archive::{Content, Planned};
use crate::case::write::write;
use crate::own::{Signed, competencies, overlay};

/// The CASE files, as far as there is something to write.
pub(super) fn files(contents: &Contents<'_>) -> Result<Vec<Planned>, serde_json::Error> {
    let portfolio = contents.roots.first().map(|root| root.root.to_string()).unwrap_or_default();
    let signed =
        |title| Signed { portfolio: &portfolio, nobody: "A learner", title, language: "en", made: contents.made };
    let own = competencies(contents.portfolio, contents.frameworks, &signed("Competencies of my own"));
    let needs = overlay(contents.portfolio, contents.frameworks, &signed("What comes first"));
    let files = [(OWN, own), (OVERLAY, needs)].into_iter().filter_map(|(path, writing)| Some((path, writing?)));
    files
        .map(|(path, writing)| Ok(Planned { path: path.to_owned(), content: Content::Text(write(&writing)?) }))
        .collect()
}
