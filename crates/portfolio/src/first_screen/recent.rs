//! The pieces that were added last.

use serde::{Deserialize, Serialize};

use crate::entity::EntityId;
use crate::model::{Artifact, Content, Portfolio, Preview};

/// How many pieces.
const SHOWN: usize = 4;

/// A piece, as a line of a list shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    /// Its id.
    pub piece: EntityId,
    /// What it is called; may be empty.
    pub title: String,
    /// What stands for it: the first of its artifacts that is or has a picture, or its first; none where it has none.
    pub sight: Option<Sight>,
}

/// What can be shown of an artifact without its bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sight {
    /// What it is; `None` for a kind this version does not know.
    pub content: Option<Content>,
    /// What is known of its file.
    pub preview: Preview,
}

impl From<&Artifact> for Sight {
    fn from(artifact: &Artifact) -> Self {
        Self { content: artifact.content.clone(), preview: artifact.preview.clone() }
    }
}

/// The latest pieces by the moment they were added, the latest first.
pub fn recent(portfolio: &Portfolio) -> Vec<Recent> {
    let mut latest = Vec::with_capacity(SHOWN + 1);
    for piece in portfolio.pieces().filter(|piece| piece.standing.is_live()) {
        let when = (piece.added, &piece.id);
        let place = latest.partition_point(|(other, _)| *other > when);
        if place < SHOWN {
            latest.insert(place, (when, piece));
            latest.truncate(SHOWN);
        }
    }
    let shown = latest.into_iter().map(|(_, piece)| Recent {
        piece: piece.id.clone(),
        title: piece.title.clone(),
        sight: sight(portfolio, &piece.id),
    });
    shown.collect()
}

fn sight(portfolio: &Portfolio, piece: &EntityId) -> Option<Sight> {
    let artifacts = portfolio.artifacts_of(piece);
    let pictured = artifacts.iter().find(|artifact| is_pictured(artifact));
    pictured.or(artifacts.first()).map(|artifact| Sight::from(*artifact))
}

fn is_pictured(artifact: &Artifact) -> bool {
    artifact.preview.thumb.is_some() || artifact.file().is_some_and(|file| file.media_type.starts_with("image/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::tests::framework;
    use crate::intent::Intent;
    use crate::testing::World;

    #[test]
    fn the_latest_come_first_and_what_lies_in_the_trash_does_not_come() {
        let mut world = World::new(framework(&["a"], &[]));
        let days = ["03", "07", "05", "01", "09", "02"];
        let pieces = days.map(|day| world.on(&format!("2026-03-{day}")).show("2026-02-01", &[]));
        let shown = |world: &World| recent(&world.portfolio).into_iter().map(|recent| recent.piece).collect::<Vec<_>>();
        assert_eq!(shown(&world), [4, 1, 2, 0].map(|at: usize| pieces[at].clone()));
        world.act(Intent::Trash { piece: pieces[1].clone() });
        assert_eq!(shown(&world), [4, 2, 0, 5].map(|at: usize| pieces[at].clone()));
    }
}
