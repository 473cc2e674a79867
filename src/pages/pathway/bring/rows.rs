//! The steps of a proposal, as they are to this learner.

use interchange::case::pathway::{Path, Step};
use portfolio::intent::NewGoal;
use portfolio::{EntityId, ItemId, Level};

use crate::components::{level, pathways};
use crate::i18n::{list, t};
use crate::state::World;

/// Whence a competency is known.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// A framework in use has it.
    Here,
    /// The file itself has it.
    ByTheFile,
    /// Only its identifier is known, and what the file calls it.
    Nowhere,
}

/// A competency that is proposed.
#[derive(Clone)]
pub struct Row {
    /// Which.
    pub id: ItemId,
    /// What it is called here; where it is not known, what the file calls it.
    pub name: String,
    /// Whence it is known.
    pub known: Known,
    aim: Level,
    on: Vec<String>,
}

impl Row {
    fn of(world: World<'_>, path: &Path, Step { item, aim }: &Step) -> Self {
        let known = match () {
            () if world.frameworks.has_competency(&item.id) => Known::Here,
            () if path.own.contains(&item.id) => Known::ByTheFile,
            () => Known::Nowhere,
        };
        let name = match known {
            Known::Here => world.frameworks.name(&item.id),
            Known::ByTheFile | Known::Nowhere if item.title.is_empty() => t::proposal::nameless().to_owned(),
            Known::ByTheFile | Known::Nowhere => item.title.clone(),
        };
        let is_on = |pathway: &EntityId| {
            let goal = world.portfolio.goal(&EntityId::goal(pathway, &item.id));
            goal.is_some_and(|goal| goal.standing.is_live())
        };
        let on = pathways::all(world).into_iter().filter(|(pathway, _)| is_on(pathway)).map(|(_, name)| name);
        Self { id: item.id.clone(), name, known, aim: aim.unwrap_or(Level::PROFICIENT), on: on.collect() }
    }

    /// The goal that it becomes.
    pub fn goal(&self) -> NewGoal {
        NewGoal { competency: self.id.clone(), aim: self.aim, due: None }
    }

    /// What is said beside its name.
    pub fn about(&self) -> String {
        match self.known {
            Known::Nowhere => t::proposal::not_known().to_owned(),
            Known::ByTheFile => t::proposal::with_the_file().to_owned(),
            Known::Here if self.on.is_empty() => t::proposal::aims_at(level::number(self.aim), level::words(self.aim)),
            Known::Here => t::pathway::on_several(list(&self.on)),
        }
    }
}

/// All that is proposed, in order.
pub fn rows(world: World<'_>, path: &Path) -> Vec<Row> {
    path.steps.iter().map(|step| Row::of(world, path, step)).collect()
}
