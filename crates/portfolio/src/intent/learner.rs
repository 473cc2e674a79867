//! Who the learner is.

use std::collections::BTreeSet;

use search::fold::same_words;

use super::{Refusal, Wording, add, remove, set};
use crate::change::Change;
use crate::entity::EntityId;
use crate::model::{Learner, Portfolio};

impl Portfolio {
    pub(super) fn set_name(&self, name: &str) -> Result<Vec<Change>, Refusal> {
        let name = name.trim();
        Wording::Name.check(name)?;
        let change = || set(&EntityId::learner(), Learner::NAME, name);
        Ok(if name == self.learner().name { Vec::new() } else { vec![change()] })
    }

    pub(super) fn set_interests(&self, interests: &BTreeSet<String>) -> Result<Vec<Change>, Refusal> {
        let wanted = interests.iter().map(|interest| checked(interest)).collect::<Result<BTreeSet<_>, _>>()?;
        let have: BTreeSet<&str> = self.learner().interests.iter().map(String::as_str).collect();
        let gone = have.difference(&wanted).map(|gone| take(gone));
        let new = wanted.difference(&have).map(|new| add(&EntityId::learner(), Learner::INTERESTS, *new));
        Ok(gone.chain(new).collect())
    }

    pub(super) fn add_interest(&self, interest: &str) -> Result<Vec<Change>, Refusal> {
        let interest = checked(interest)?;
        let is_known = self.learner().interests.iter().any(|known| same_words(known, interest));
        let change = || add(&EntityId::learner(), Learner::INTERESTS, interest);
        Ok(if is_known { Vec::new() } else { vec![change()] })
    }

    pub(super) fn remove_interest(&self, interest: &str) -> Vec<Change> {
        let same = self.learner().interests.iter().filter(|known| same_words(known, interest));
        same.map(|known| take(known)).collect()
    }
}

fn take(interest: &str) -> Change {
    remove(&EntityId::learner(), Learner::INTERESTS, interest)
}

fn checked(interest: &str) -> Result<&str, Refusal> {
    let interest = interest.trim();
    if interest.is_empty() {
        return Err(Refusal::NoWords);
    }
    Wording::Interest.check(interest)?;
    Ok(interest)
}
