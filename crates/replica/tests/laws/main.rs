//! The laws of merging: on the real fold, on a plain model of it, and on broken doubles, which they must reject.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod excerpt;
mod fold;
mod law;
mod model;
mod snapshot;
mod story;
mod touched;

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use fold::{Fold, Real};
use law::{LAWS, Law};
use model::{FAULTS, Model};
use story::stories;

fn law(name: &str) -> &'static Law {
    LAWS.iter().find(|law| law.name == name).unwrap()
}

fn hold(law: &Law, fold: &dyn Fold, story: &story::Story) -> Result<(), TestCaseError> {
    (law.check)(fold, story).map_err(|broken| TestCaseError::fail(format!("{}: {broken}", law.name)))
}

/// One test for each law, so that a failure names it and they run side by side.
macro_rules! the_real_fold_obeys {
    ($($test:ident: $name:literal,)*) => {
        proptest! {
            $(#[test]
            fn $test(story in stories()) {
                hold(law($name), &Real, &story)?;
            })*
        }

        #[test]
        fn every_law_is_tested() {
            assert_eq!([$($name),*], LAWS.map(|law| law.name));
        }
    };
}

the_real_fold_obeys! {
    any_order: "any order",
    any_repetition: "any repetition",
    any_partition: "any partition",
    twice_is_once: "twice is once",
    typing_replaces: "typing replaces",
    every_value_stands: "every value nobody replaced stands",
    additions_win: "additions win",
    trash_loses_to_the_unseen: "trash loses to the unseen",
    purged_is_nothing: "purged is nothing",
    the_unknown_is_kept: "the unknown is kept",
    undone_is_as_before: "undone is as before",
}

proptest! {
    #[test]
    fn the_plain_model_agrees_with_the_real_fold(story in stories()) {
        let (real, model) = (Real.fold(&story.ops), Model { fault: None }.fold(&story.ops));
        prop_assert_eq!(real.heads, model.heads);
        prop_assert_eq!(real.members, model.members);
        prop_assert_eq!(real.standing, model.standing);
    }
}

/// The same stories at every run, so few that a law which needs more of them has a hole.
fn few_stories() -> Vec<story::Story> {
    let mut runner = TestRunner::deterministic();
    (0..400).map(|_| stories().new_tree(&mut runner).unwrap().current()).collect()
}

#[test]
fn the_laws_reject_every_broken_double_and_no_law_is_idle() {
    let stories = few_stories();
    let mut caught = BTreeSet::new();
    for fault in FAULTS {
        let double = Model { fault: Some(fault) };
        let rejects = |law: &&Law| stories.iter().any(|story| (law.check)(&double, story).is_err());
        let by: Vec<_> = LAWS.iter().filter(rejects).map(|law| law.name).collect();
        println!("{fault:?} is rejected by {by:?}");
        assert!(!by.is_empty(), "no law rejects {fault:?}");
        caught.extend(by);
    }
    for law in LAWS {
        assert!(caught.contains(law.name), "{} has never rejected anything", law.name);
    }
}

#[test]
fn the_laws_accept_the_sound_model() {
    let (sound, stories) = (Model { fault: None }, few_stories());
    for (law, story) in LAWS.iter().flat_map(|law| stories.iter().map(move |story| (law, story))) {
        assert_eq!((law.check)(&sound, story), Ok(()), "{} {story:?}", law.name);
    }
}
