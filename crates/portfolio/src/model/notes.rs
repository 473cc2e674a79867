//! What the learner set down for one competency.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::content::Link;
use crate::entity::EntityId;
use crate::fields::Reader;
use crate::item_id::ItemId;
use crate::rules::{Rule, Together};

/// The learner's own page of a competency: by which rule it is looked at, whether it is behind them, what they learn it from, and
/// what they say comes first. Of a heading: what makes its level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notes {
    /// Derived from the competency.
    pub id: EntityId,
    /// Of which competency or heading.
    pub competency: ItemId,
    /// The rule for this competency, where it is not that of its framework.
    pub rule: Option<Rule>,
    /// The rule for this heading, where it is not that of its framework.
    pub together: Option<Together>,
    /// The children of this heading without which it holds no level.
    pub required: BTreeSet<ItemId>,
    /// The day on which the learner chose to move on at level 3, rather than to go deeper.
    pub moved_on: Option<NaiveDate>,
    /// Links of the learner's own to learn it from, by title and address.
    pub links: Vec<Link>,
    /// What they used of all there is to learn it from: the words of an idea of the framework, or the address of a link.
    pub used: BTreeSet<String>,
    /// What helped of it, told alike.
    pub helped: BTreeSet<String>,
    /// The competencies that come before it, besides those of its framework.
    pub needs: BTreeSet<ItemId>,
}

impl Notes {
    /// The field of its rule, here and of a framework.
    pub(crate) const RULE: &str = "rule";
    /// The field of its rule for parents, here and of a framework.
    pub(crate) const TOGETHER: &str = "together";
    pub(crate) const REQUIRED: &str = "required";
    pub(crate) const MOVED_ON: &str = "moved_on";
    pub(crate) const LINKS: &str = "links";
    pub(crate) const USED: &str = "used";
    pub(crate) const HELPED: &str = "helped";
    pub(crate) const NEEDS: &str = "needs";

    pub(super) fn read(id: &EntityId, reader: &Reader<'_>) -> Option<Self> {
        let members = reader.0.members(Self::LINKS).into_iter();
        let mut links: Vec<Link> = members.filter_map(Link::from_value).collect();
        links.sort_by(|one, other| (&one.title, &one.url).cmp(&(&other.title, &other.url)));
        Some(Self {
            id: id.clone(),
            competency: id.competency()?,
            rule: reader.rule(Self::RULE),
            together: reader.together(Self::TOGETHER),
            required: reader.texts(Self::REQUIRED).iter().filter_map(|item| ItemId::new(item).ok()).collect(),
            moved_on: reader.day(Self::MOVED_ON),
            links,
            used: reader.texts(Self::USED),
            helped: reader.texts(Self::HELPED),
            needs: reader.texts(Self::NEEDS).iter().filter_map(|text| ItemId::new(text).ok()).collect(),
        })
    }
}
