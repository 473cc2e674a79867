//! The tables: one row a piece, one row a goal. The trash is not in them.

use portfolio::ItemId;
use portfolio::model::{Claim, Content};

use super::Contents;
use super::paths::Paths;
use crate::csv;

/// Between several things in one cell.
const AND: &str = "; ";

pub(super) fn evidence(contents: &Contents<'_>, paths: &Paths) -> String {
    let headings = ["date", "title", "text", "reflection", "competencies and levels", "files", "links", "folder"];
    let portfolio = contents.portfolio;
    let live = paths.pieces().filter_map(|id| portfolio.piece(id)).filter(|piece| piece.standing.is_live());
    let rows = live.map(|piece| {
        let artifacts = portfolio.artifacts_of(&piece.id);
        let files = artifacts.iter().filter_map(|artifact| match &artifact.content {
            Some(Content::File(file)) => Some(paths.path(file)),
            _ => None,
        });
        let links = artifacts.iter().filter_map(|artifact| match &artifact.content {
            Some(Content::Link(link)) => Some(link.url.as_str()),
            _ => None,
        });
        let claims = portfolio.claims_of(&piece.id);
        let claims =
            claims.iter().map(|claim: &&Claim| format!("{}: {}", named(&claim.competency, contents), claim.level));
        [
            piece.day().map(|day| day.to_string()).unwrap_or_default(),
            piece.title.clone(),
            piece.text.clone(),
            piece.reflection.clone(),
            claims.collect::<Vec<_>>().join(AND),
            files.collect::<Vec<_>>().join(AND),
            links.collect::<Vec<_>>().join(AND),
            paths.folder(&piece.id).to_owned(),
        ]
    });
    csv::table(headings, rows)
}

pub(super) fn goals(contents: &Contents<'_>) -> String {
    let headings = ["place", "code", "competency", "aim", "due", "chosen", "level when chosen"];
    let rows = contents.portfolio.pathway().into_iter().enumerate().map(|(index, goal)| {
        let item = contents.frameworks.item(&goal.competency);
        [
            (index + 1).to_string(),
            item.and_then(|item| item.code.clone()).unwrap_or_default(),
            item.map_or_else(|| goal.competency.to_string(), |item| item.name().to_owned()),
            goal.aim.to_string(),
            goal.due.map(|day| day.to_string()).unwrap_or_default(),
            goal.chosen.to_string(),
            goal.start.to_string(),
        ]
    });
    csv::table(headings, rows)
}

/// Code and name, as far as the framework is known.
fn named(id: &ItemId, contents: &Contents<'_>) -> String {
    match contents.frameworks.item(id) {
        None => id.to_string(),
        Some(item) => match &item.code {
            Some(code) => format!("{code} {}", item.name()),
            None => item.name().to_owned(),
        },
    }
}
