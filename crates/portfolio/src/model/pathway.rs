//! What the learner walks, and why: goals in an order, for a purpose.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Goal, Portfolio};
use crate::change::FieldValue;
use crate::entity::EntityId;
use crate::fields::{Reader, Standing};
use crate::item_id::ItemId;

/// An order of competencies that the learner walks for a purpose. The default is the first one as every portfolio begins with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pathway {
    /// `pathway:first`, or `pathway:` and 128 random bits.
    pub id: EntityId,
    /// What it is called; may be empty.
    pub name: String,
    /// Why the learner walks it; may be empty.
    pub purpose: String,
    /// Its place among the pathways: a fractional index, compared as text. Equal ones stand in the order of their ids.
    pub order: String,
    /// On which day it was begun; `None` for the first, which is there from the beginning.
    pub begun: Option<NaiveDate>,
    /// Who proposed it; empty where the learner thought of it.
    pub from: String,
    /// In the trash means put away, and its goals with it.
    pub standing: Standing,
}

impl Default for Pathway {
    fn default() -> Self {
        Self {
            id: EntityId::first_pathway(),
            name: String::new(),
            purpose: String::new(),
            order: String::new(),
            begun: None,
            from: String::new(),
            standing: Standing::Live,
        }
    }
}

impl Pathway {
    pub(crate) const NAME: &str = "name";
    pub(crate) const PURPOSE: &str = "purpose";
    pub(crate) const ORDER: &str = "order";
    const BEGUN: &str = "begun";
    const FROM: &str = "from";

    /// `None` without the day it was begun, which every pathway but the first is made with.
    pub(super) fn read(id: &EntityId, reader: &Reader<'_>) -> Option<Self> {
        let standing = reader.0.standing();
        let begun = Some(reader.day(Self::BEGUN)?);
        Some(Self { id: id.clone(), begun, standing, ..Self::read_first(reader) })
    }

    /// The first one is there whatever is stored of it, and stays.
    pub(super) fn read_first(reader: &Reader<'_>) -> Self {
        Self {
            name: reader.words(Self::NAME),
            purpose: reader.words(Self::PURPOSE),
            order: reader.words(Self::ORDER),
            from: reader.words(Self::FROM),
            ..Self::default()
        }
    }

    /// The fields it is stored as.
    pub fn fields(&self) -> BTreeMap<String, FieldValue> {
        let fields = [
            (Self::NAME, self.name.as_str().into()),
            (Self::PURPOSE, self.purpose.as_str().into()),
            (Self::ORDER, self.order.as_str().into()),
            (Self::BEGUN, self.begun.into()),
            (Self::FROM, self.from.as_str().into()),
        ];
        fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// Whether it is the one that every portfolio begins with.
    pub fn is_first(&self) -> bool {
        self.id == EntityId::first_pathway()
    }
}

/// When the turn of a competency comes, by the pathways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn<'a> {
    /// The goal that it is.
    pub goal: &'a Goal,
    /// How many goals stand before it on its pathway.
    pub place: usize,
}

impl Portfolio {
    /// The pathways in use, in the learner's order. The first one is always among them.
    pub fn pathways(&self) -> Vec<&Pathway> {
        let mut walked: Vec<_> = self.walked().collect();
        walked.sort_by(|one, other| (&one.order, &one.id).cmp(&(&other.order, &other.id)));
        walked
    }

    /// The pathways that were put away, by their names.
    pub fn pathways_put_away(&self) -> Vec<&Pathway> {
        let mut away: Vec<_> = self.pathways.values().filter(|pathway| !pathway.standing.is_live()).collect();
        away.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
        away
    }

    /// A pathway, one put away too.
    pub fn pathway(&self, id: &EntityId) -> Option<&Pathway> {
        if *id == EntityId::first_pathway() { Some(&self.first_pathway) } else { self.pathways.get(id) }
    }

    /// The goals on a pathway in use, in the learner's order.
    pub fn goals_on(&self, pathway: &EntityId) -> Vec<&Goal> {
        let is_walked = self.pathway(pathway).is_some_and(|pathway| pathway.standing.is_live());
        let is_on_it = |goal: &&Goal| is_walked && goal.standing.is_live() && goal.pathway == *pathway;
        let mut goals: Vec<_> = self.goals.values().filter(is_on_it).collect();
        // Stable: equal keys stay in the order of their ids.
        goals.sort_by(|one, other| one.order.cmp(&other.order));
        goals
    }

    /// All goals on all pathways, pathway by pathway. A competency on several of them comes several times.
    pub fn goals(&self) -> Vec<&Goal> {
        self.pathways().into_iter().flat_map(|pathway| self.goals_on(&pathway.id)).collect()
    }

    /// A goal, a dropped one too.
    pub fn goal(&self, id: &EntityId) -> Option<&Goal> {
        self.goals.get(id)
    }

    /// The goals that a competency is, one for each pathway it is on, in no order that means anything.
    pub fn goals_for<'a>(&'a self, competency: &'a ItemId) -> impl Iterator<Item = &'a Goal> {
        let goals = self.walked().filter_map(|pathway| self.goals.get(&EntityId::goal(&pathway.id, competency)));
        goals.filter(|goal| goal.standing.is_live())
    }

    /// Whether a competency is on any pathway.
    pub fn is_chosen(&self, competency: &ItemId) -> bool {
        self.goals_for(competency).next().is_some()
    }

    /// All that was chosen, each competency once, as its turn comes: what stands first on each pathway, then what stands second, and so
    /// on; of one place the earlier pathway first. So none of several pathways has to wait for the end of another.
    pub fn by_turn(&self) -> Vec<Turn<'_>> {
        let pathways = self.pathways().into_iter().map(|pathway| self.goals_on(&pathway.id));
        let mut turns: Vec<_> = pathways
            .flat_map(|goals| goals.into_iter().enumerate().map(|(place, goal)| Turn { goal, place }))
            .collect();
        // Stable: of one place the earlier pathway stays first.
        turns.sort_by_key(|turn| turn.place);
        let mut met = BTreeSet::new();
        turns.retain(|turn| met.insert(&turn.goal.competency));
        turns
    }

    /// The first one, and the others that are not put away.
    fn walked(&self) -> impl Iterator<Item = &Pathway> {
        let others = self.pathways.values().filter(|pathway| pathway.standing.is_live());
        std::iter::once(&self.first_pathway).chain(others)
    }
}
