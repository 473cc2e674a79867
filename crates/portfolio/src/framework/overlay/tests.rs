//! Laws of what is added to frameworks.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::framework::tests::{id, source};
use crate::framework::{Framework, Need};

const ITEMS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

fn pairs() -> impl Strategy<Value = Vec<(usize, usize)>> {
    prop::collection::vec((0..ITEMS.len(), 0..ITEMS.len()), 0..16)
}

fn frameworks(told: &[(usize, usize)], said: &[(usize, usize)]) -> Frameworks {
    let told: Vec<String> =
        told.iter().map(|(before, after)| format!("{} {}", ITEMS[*before], ITEMS[*after])).collect();
    let told: Vec<&str> = told.iter().map(String::as_str).collect();
    let framework = Framework::build(source(&ITEMS, &told), None);
    let needs = said.iter().map(|(before, after)| Need { after: id(ITEMS[*after]), before: id(ITEMS[*before]) });
    Frameworks::new(vec![framework.into()]).with_needs(needs)
}

fn is_met(requirement: &Requirement, held: &BTreeSet<ItemId>) -> bool {
    match requirement {
        Requirement::Item { item, .. } => held.contains(item),
        Requirement::AtLeast { count, of } => of.iter().filter(|part| is_met(part, held)).count() >= *count,
    }
}

proptest! {
    #[test]
    fn nobody_is_locked_out(told in pairs(), said in pairs()) {
        let frameworks = frameworks(&told, &said);
        let framework = frameworks.iter().next().unwrap();
        let mut held = BTreeSet::new();
        for _ in ITEMS {
            let is_open = |item: &ItemId| framework.requirement(item).is_none_or(|asked| is_met(&asked, &held));
            let open: Vec<ItemId> = framework.competencies().map(|item| item.id.clone()).filter(is_open).collect();
            held.extend(open);
        }
        prop_assert_eq!(held.len(), ITEMS.len());
    }

    #[test]
    fn what_asks_and_what_is_asked_for_agree(told in pairs(), said in pairs()) {
        let frameworks = frameworks(&told, &said);
        for asked in ITEMS.map(id) {
            let opened: BTreeSet<ItemId> = frameworks.opens(&asked).into_iter().map(|item| item.id.clone()).collect();
            let asks = |asking: &ItemId| {
                let requirement = frameworks.of(asking).and_then(|framework| framework.requirement(asking));
                requirement.is_some_and(|requirement| requirement.items().iter().any(|(item, _)| **item == asked))
            };
            let asking: BTreeSet<ItemId> = ITEMS.map(id).into_iter().filter(asks).collect();
            prop_assert_eq!(opened, asking);
        }
    }

    #[test]
    fn only_what_would_close_a_circle_is_left_out(told in pairs(), said in pairs()) {
        let with = frameworks(&told, &said);
        for (before, after) in said {
            let is_heard = with.overlay().needs(&id(ITEMS[after])).any(|item| *item == id(ITEMS[before]));
            let closes = with.overlay().way(&id(ITEMS[before]), &id(ITEMS[after]), &with).is_some();
            prop_assert!(is_heard != closes);
        }
    }
}
