//! A small store for tests: carries out changes as a replica with one writer would, and keeps a portfolio over it.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::change::{Change, FieldValue};
use crate::date::parse_day;
use crate::entity::EntityId;
use crate::fields::{Fields, Standing};
use crate::framework::tests::id;
use crate::framework::{Framework, Frameworks};
use crate::intent::{Context, Intent, NewEvidence, NewGoal, NewPathway, Refusal};
use crate::level::Level;
use crate::model::Portfolio;

/// An entity as a store would hold it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Stored {
    pub(crate) fields: BTreeMap<String, FieldValue>,
    pub(crate) sets: BTreeMap<String, Vec<FieldValue>>,
    pub(crate) standing: Standing,
}

impl Fields for Stored {
    fn get(&self, field: &str) -> Option<FieldValue> {
        self.fields.get(field).cloned()
    }
    fn text(&self, field: &str) -> Option<&str> {
        match self.fields.get(field) {
            Some(FieldValue::Text(text)) => Some(text),
            _ => None,
        }
    }
    fn members(&self, field: &str) -> Vec<FieldValue> {
        self.sets.get(field).cloned().unwrap_or_default()
    }
    fn standing(&self) -> Standing {
        self.standing
    }
}

pub(crate) fn stored(fields: BTreeMap<String, FieldValue>, standing: Standing) -> Stored {
    Stored { fields, standing, ..Stored::default() }
}

pub(crate) fn day(text: &str) -> NaiveDate {
    parse_day(text).unwrap()
}

pub(crate) fn level(text: &str) -> Level {
    text.parse().unwrap()
}

/// A learner with a portfolio, frameworks and a day.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) portfolio: Portfolio,
    pub(crate) frameworks: Frameworks,
    pub(crate) today: NaiveDate,
    store: BTreeMap<EntityId, Stored>,
    ids: u128,
}

impl World {
    pub(crate) fn new(framework: Framework) -> Self {
        Self {
            portfolio: Portfolio::default(),
            frameworks: Frameworks::new(vec![Arc::new(framework)]),
            today: day("2026-03-02"),
            store: BTreeMap::new(),
            ids: 0,
        }
    }

    pub(crate) fn on(&mut self, today: &str) -> &mut Self {
        self.today = day(today);
        self
    }

    /// Carries out an act.
    pub(crate) fn act(&mut self, intent: Intent) -> Vec<Change> {
        self.try_act(intent).unwrap()
    }

    pub(crate) fn try_act(&mut self, intent: Intent) -> Result<Vec<Change>, Refusal> {
        let changes = {
            let mut fresh = || {
                self.ids += 1;
                self.ids
            };
            let now = self.today.and_hms_opt(12, 0, 0).unwrap().and_utc();
            let mut context = Context { now, today: self.today, fresh: &mut fresh, frameworks: &self.frameworks };
            self.portfolio.plan(intent, &mut context)?
        };
        changes.iter().for_each(|change| self.carry_out(change));
        Ok(changes)
    }

    /// Adds a piece of words that claims levels; its id.
    pub(crate) fn show(&mut self, date: &str, claims: &[(&str, &str)]) -> EntityId {
        let claims = claims.iter().map(|(competency, claimed)| (id(competency), level(claimed))).collect();
        let new = NewEvidence { date: day(date), claims, ..piece("words") };
        created(&self.act(Intent::AddEvidence(new)))
    }

    pub(crate) fn choose(&mut self, competency: &str, aim: &str, due: Option<&str>) -> EntityId {
        self.choose_on(&EntityId::first_pathway(), competency, aim, due)
    }

    pub(crate) fn choose_on(&mut self, pathway: &EntityId, competency: &str, aim: &str, due: Option<&str>) -> EntityId {
        let goal = NewGoal { competency: id(competency), aim: level(aim), due: due.map(day) };
        self.act(Intent::ChooseGoal { pathway: pathway.clone(), goal });
        EntityId::goal(pathway, &id(competency))
    }

    /// Begins a pathway; its id.
    pub(crate) fn walk(&mut self, name: &str) -> EntityId {
        created(&self.act(Intent::AddPathway(NewPathway { name: name.into(), ..NewPathway::default() })))
    }

    /// All entities with something in them, as the store holds them.
    pub(crate) fn stored(&self) -> &BTreeMap<EntityId, Stored> {
        &self.store
    }

    pub(crate) fn carry_out(&mut self, change: &Change) {
        match change {
            Change::Create { entity, fields } => {
                let stored = self.touch(entity);
                stored.fields.extend(fields.clone());
            }
            Change::Set { entity, field, value } => {
                self.touch(entity).fields.insert(field.clone(), value.clone());
            }
            Change::Add { entity, field, value } => {
                let members = self.touch(entity).sets.entry(field.clone()).or_default();
                if !members.contains(value) {
                    members.push(value.clone());
                }
            }
            Change::Remove { entity, field, value } => {
                let members = self.store.entry(entity.clone()).or_default().sets.entry(field.clone()).or_default();
                members.retain(|member| member != value);
            }
            Change::Trash { entity } => self.store.entry(entity.clone()).or_default().standing = Standing::Trashed,
            Change::Restore { entity } => self.store.entry(entity.clone()).or_default().standing = Standing::Live,
            Change::Purge { entities } => self.store.retain(|entity, _| !entities.contains(entity)),
        }
        self.refresh();
    }

    /// What is written to in the trash comes back by itself.
    fn touch(&mut self, entity: &EntityId) -> &mut Stored {
        let stored = self.store.entry(entity.clone()).or_default();
        if stored.standing == Standing::Trashed {
            stored.standing = Standing::Recovered;
        }
        stored
    }

    fn refresh(&mut self) {
        self.portfolio = Portfolio::default();
        for (id, stored) in &self.store {
            let mut stored = stored.clone();
            let whole = match stored.fields.get("of") {
                Some(FieldValue::Text(whole)) => EntityId::parse(whole).ok(),
                _ => None,
            };
            if whole.and_then(|whole| self.store.get(&whole)).is_some_and(|whole| !whole.standing.is_live()) {
                stored.standing = Standing::Trashed;
            }
            self.portfolio.refresh(id, Some(&stored));
        }
    }
}

/// A piece of words alone, on 2 March 2026.
pub(crate) fn piece(text: &str) -> NewEvidence {
    NewEvidence { text: text.into(), ..NewEvidence::on(day("2026-03-02")) }
}

/// The id of what the first change creates.
pub(crate) fn created(changes: &[Change]) -> EntityId {
    match changes.first() {
        Some(Change::Create { entity, .. }) => entity.clone(),
        other => panic!("nothing is created first, but {other:?}"),
    }
}
