//! What the learner's pathways are called, and which of them an address asks for.

use std::fmt;
use std::str::FromStr;

use portfolio::model::Pathway;
use portfolio::{EntityId, Kind};

use crate::i18n::t;
use crate::state::World;

/// The part of an address that says which pathways are asked for.
pub const PATHWAY: &str = "pathway";

/// What a pathway is called; one without a name is simply the learner's.
pub fn called(pathway: &Pathway) -> String {
    if pathway.name.is_empty() { t::pathway::first_name().to_owned() } else { pathway.name.clone() }
}

/// The pathways in use with their names, in the learner's order.
pub fn all(world: World<'_>) -> Vec<(EntityId, String)> {
    world.portfolio.pathways().into_iter().map(|pathway| (pathway.id.clone(), called(pathway))).collect()
}

/// Which pathways an address asks for.
#[derive(Clone, PartialEq, Eq)]
pub enum Wanted {
    /// All of the learner's.
    Mine,
    /// One of them.
    One(EntityId),
}

impl Wanted {
    const MINE: &str = "mine";
}

impl fmt::Display for Wanted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Mine => Self::MINE,
            Self::One(pathway) => pathway.rest(),
        })
    }
}

impl FromStr for Wanted {
    type Err = portfolio::entity::NotAnEntityId;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        if word == Self::MINE { Ok(Self::Mine) } else { EntityId::with_rest(Kind::Pathway, word).map(Self::One) }
    }
}
