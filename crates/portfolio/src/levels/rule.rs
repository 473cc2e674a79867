//! Which rule a competency is looked at by.

use crate::entity::EntityId;
use crate::framework::Frameworks;
use crate::item_id::ItemId;
use crate::model::Portfolio;
use crate::rules::Rule;

/// A rule, and who chose it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InForce {
    /// The rule.
    pub rule: Rule,
    /// For what it was chosen.
    pub origin: Origin,
}

/// For what a rule was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// For this very competency or heading.
    Competency,
    /// For its framework.
    Framework,
    /// Nobody chose: it is Cairn's.
    Usual,
}

/// The rule of the competency, else that of the framework which speaks for it, else Cairn's own.
pub fn in_force(portfolio: &Portfolio, frameworks: &Frameworks, competency: &ItemId) -> InForce {
    let own = portfolio.notes(competency).and_then(|notes| notes.rule);
    if let Some(rule) = own {
        return InForce { rule, origin: Origin::Competency };
    }
    let framework = frameworks.of(competency).map(|framework| EntityId::framework(framework.id()));
    let adoption = framework.and_then(|id| portfolio.adoption(&id));
    match adoption.and_then(|adoption| adoption.rule) {
        Some(rule) => InForce { rule, origin: Origin::Framework },
        None => InForce { rule: Rule::default(), origin: Origin::Usual },
    }
}
