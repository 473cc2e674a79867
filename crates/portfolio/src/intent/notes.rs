//! What a learner sets down for a competency: the rule it is looked at by, where they say they are, whether they move on,
//! and what they learn it from.

use super::artifacts::check_link;
use super::refusal::{check_competency, check_heading};
use super::{Context, NewGoal, Refusal, add, remove, set};
use crate::change::Change;
use crate::entity::EntityId;
use crate::fields::Standing;
use crate::framework::{Framework, Frameworks};
use crate::item_id::ItemId;
use crate::level::Level;
use crate::levels;
use crate::model::{Adoption, Basis, Claim, Grounds, Link, Notes, Portfolio};
use crate::rules::{Rule, Together};

/// What a rule is chosen for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleFor {
    /// All competencies of an adopted framework that have none of their own.
    Framework(EntityId),
    /// One competency, or one heading.
    Competency(ItemId),
}

/// What a learner says of something to learn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// They used it.
    Used,
    /// It helped.
    Helped,
}

impl Portfolio {
    /// Of headings alike: a rule for all of a framework, or for one of them.
    pub(super) fn set_together(
        &self,
        of: RuleFor,
        rule: Option<Together>,
        frameworks: &Frameworks,
    ) -> Result<Vec<Change>, Refusal> {
        let (entity, before) = match of {
            RuleFor::Framework(framework) => {
                let before = self.adopted(&framework)?.together;
                (framework, before)
            }
            RuleFor::Competency(heading) => {
                check_heading(&heading, frameworks)?;
                let before = self.notes(&heading).and_then(|notes| notes.together);
                (EntityId::notes(&heading), before)
            }
        };
        let stored = rule.map(|rule| rule.to_string());
        Ok(if before == rule { Vec::new() } else { vec![set(&entity, Notes::TOGETHER, stored)] })
    }

    pub(super) fn require(
        &self,
        heading: &ItemId,
        child: &ItemId,
        so: bool,
        frameworks: &Frameworks,
    ) -> Result<Vec<Change>, Refusal> {
        check_heading(heading, frameworks)?;
        let has_child = |framework: &Framework| framework.children(heading).any(|known| known.id == *child);
        if so && !frameworks.of(heading).is_some_and(has_child) {
            return Err(Refusal::NotInAFramework { item: child.clone() });
        }
        let is_required = self.notes(heading).is_some_and(|notes| notes.required.contains(child));
        let id = EntityId::notes(heading);
        let change = || if so { add(&id, Notes::REQUIRED, child) } else { remove(&id, Notes::REQUIRED, child) };
        Ok(if is_required == so { Vec::new() } else { vec![change()] })
    }

    pub(super) fn adopted(&self, framework: &EntityId) -> Result<&Adoption, Refusal> {
        let adoption = self.adoption(framework).filter(|adoption| adoption.standing.is_live());
        adoption.ok_or_else(|| Refusal::NotThere { entity: framework.clone() })
    }

    pub(super) fn set_rule(
        &self,
        of: RuleFor,
        rule: Option<Rule>,
        frameworks: &Frameworks,
    ) -> Result<Vec<Change>, Refusal> {
        let (entity, before) = match of {
            RuleFor::Framework(framework) => {
                let before = self.adopted(&framework)?.rule;
                (framework, before)
            }
            RuleFor::Competency(competency) => {
                check_competency(&competency, frameworks)?;
                let before = self.notes(&competency).and_then(|notes| notes.rule);
                (EntityId::notes(&competency), before)
            }
        };
        let stored = rule.map(|rule| rule.to_string());
        Ok(if before == rule { Vec::new() } else { vec![set(&entity, Adoption::RULE, stored)] })
    }

    /// The learner's own word for one competency, which replaces whatever they said of it before.
    pub(super) fn say_level(
        &self,
        competency: &ItemId,
        level: Level,
        context: &Context<'_>,
    ) -> Result<Vec<Change>, Refusal> {
        check_competency(competency, context.frameworks)?;
        let id = EntityId::own_word(competency);
        let grounds = Grounds::OwnWord { date: Some(context.today), basis: Basis::Placed };
        let claim = Claim { id: id.clone(), competency: competency.clone(), level, grounds, standing: Standing::Live };
        let before = self.claim(&id);
        if before == Some(&claim) {
            return Ok(Vec::new());
        }
        let was_taken_back = before.is_some_and(|before| !before.standing.is_live());
        let restore = was_taken_back.then(|| Change::Restore { entity: id.clone() });
        Ok(restore.into_iter().chain([Change::Create { entity: id, fields: claim.fields() }]).collect())
    }

    /// What is held is enough: it is no longer asked about, and the goals that aim higher come down to it.
    pub(super) fn move_on(&self, competency: &ItemId, context: &Context<'_>) -> Result<Vec<Change>, Refusal> {
        check_competency(competency, context.frameworks)?;
        let mut changes = vec![set(&EntityId::notes(competency), Notes::MOVED_ON, context.today)];
        let held = levels::held(self, competency).map(|held| held.level);
        if let Some(held) = held.filter(|held| *held > Level::ZERO) {
            for goal in self.goals_for(competency).filter(|goal| goal.aim > held) {
                changes.extend(self.set_aim(&goal.id, held)?);
            }
        }
        Ok(changes)
    }

    /// The aim is 4 from now on, on every pathway it is on; what was on none comes onto the first.
    pub(super) fn go_deeper(&self, competency: &ItemId, context: &Context<'_>) -> Result<Vec<Change>, Refusal> {
        let aims = self.goals_for(competency).map(|goal| self.set_aim(&goal.id, Level::TOP));
        let mut changes = aims.collect::<Result<Vec<_>, _>>()?.concat();
        if !self.is_chosen(competency) {
            let goal = NewGoal { competency: competency.clone(), aim: Level::TOP, due: None };
            changes = self.choose(&EntityId::first_pathway(), &goal, context)?;
        }
        if self.notes(competency).is_some_and(|notes| notes.moved_on.is_some()) {
            changes.push(set(&EntityId::notes(competency), Notes::MOVED_ON, None::<Level>));
        }
        Ok(changes)
    }

    /// Of two links with one address the later replaces the earlier.
    pub(super) fn add_resource(
        &self,
        competency: &ItemId,
        link: &Link,
        frameworks: &Frameworks,
    ) -> Result<Vec<Change>, Refusal> {
        check_competency(competency, frameworks)?;
        check_link(link)?;
        if self.notes(competency).is_some_and(|notes| notes.links.contains(link)) {
            return Ok(Vec::new());
        }
        let id = EntityId::notes(competency);
        let same = self.links_to(competency, &link.url).map(|link| remove(&id, Notes::LINKS, link.to_value()));
        Ok(same.chain([add(&id, Notes::LINKS, link.to_value())]).collect())
    }

    /// What was said of it goes with it.
    pub(super) fn remove_resource(&self, competency: &ItemId, url: &str) -> Result<Vec<Change>, Refusal> {
        let id = EntityId::notes(competency);
        let links = self.links_to(competency, url).map(|link| remove(&id, Notes::LINKS, link.to_value()));
        let mut changes: Vec<Change> = links.collect();
        if changes.is_empty() {
            return Err(Refusal::NotThere { entity: id });
        }
        for mark in [Mark::Helped, Mark::Used] {
            changes.extend(self.mark_resource(competency, url, mark, false)?);
        }
        Ok(changes)
    }

    /// What helped was used, and what was not used did not help.
    pub(super) fn mark_resource(
        &self,
        competency: &ItemId,
        what: &str,
        mark: Mark,
        so: bool,
    ) -> Result<Vec<Change>, Refusal> {
        super::Wording::Address.check(what)?;
        let id = EntityId::notes(competency);
        let notes = self.notes(competency);
        let has = |mark: Mark| {
            notes.is_some_and(|notes| match mark {
                Mark::Used => notes.used.contains(what),
                Mark::Helped => notes.helped.contains(what),
            })
        };
        let marks: &[Mark] = match (mark, so) {
            (Mark::Used, true) => &[Mark::Used],
            (Mark::Helped, false) => &[Mark::Helped],
            (Mark::Helped, true) | (Mark::Used, false) => &[Mark::Used, Mark::Helped],
        };
        let field = |mark| match mark {
            Mark::Used => Notes::USED,
            Mark::Helped => Notes::HELPED,
        };
        let change = |mark: Mark| if so { add(&id, field(mark), what) } else { remove(&id, field(mark), what) };
        Ok(marks.iter().filter(|mark| has(**mark) != so).map(|mark| change(*mark)).collect())
    }

    fn links_to(&self, competency: &ItemId, url: &str) -> impl Iterator<Item = &Link> {
        let links = self.notes(competency).into_iter().flat_map(|notes| &notes.links);
        links.filter(move |link| link.url == url)
    }
}
