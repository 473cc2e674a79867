//! Rules against the golden values of the learning model, and laws of all of them.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::entity::{EntityId, Kind};
use crate::format::Format;
use crate::framework::tests::id;
use crate::item_id::ItemId;
use crate::testing::{day, level};

fn judged(levels: &[(&str, &[Format])]) -> Vec<Judged> {
    let of = |(place, (text, formats)): (usize, &(&str, &[Format]))| Judged {
        piece: EntityId::random(Kind::Evidence, place as u128),
        day: Some(day("2026-03-02") + chrono::Days::new(place as u64)),
        level: level(text),
        formats: formats.iter().copied().collect(),
    };
    levels.iter().enumerate().map(of).collect()
}

fn written(scores: &str) -> Vec<Judged> {
    judged(&scores.split(',').map(|text| (text, &[Format::Written][..])).collect::<Vec<_>>())
}

/// The value as it is shown.
fn shown(rule: Rule, scores: &str) -> String {
    let value = suggest(rule, &written(scores)).value;
    value.map_or("none".into(), |value| format!("{}.{:02}", value.hundredths() / 100, value.hundredths() % 100))
}

#[test]
fn golden_values() {
    let rules = [
        Rule::Weighted { newest: 65 },
        Rule::Decaying { newest: 65 },
        Rule::Several { count: 2, mastery: Level::PROFICIENT },
        Rule::Latest,
        Rule::Highest,
        Rule::Mean,
        Rule::Trend,
        Rule::PowerLaw,
    ];
    let table = [
        ("1,2,3,4", "3.30 3.48 3.50 4.00 4.00 2.50 4.00 4.00"),
        ("2,3,4", "3.48 3.53 3.50 4.00 4.00 3.00 4.00 3.95"),
        ("1.5,2,2.5,3,3", "2.74 2.91 3.00 3.00 3.00 2.40 3.20 3.14"),
        ("3,3,1.5,3", "2.83 2.66 3.00 3.00 3.00 2.63 2.40 2.25"),
        ("4,3,2,2", "2.35 2.17 3.50 2.00 4.00 2.75 1.70 1.91"),
        ("0,2,3", "2.30 2.41 none 3.00 3.00 1.67 3.17 none"),
    ];
    for (scores, expected) in table {
        assert_eq!(rules.map(|rule| shown(rule, scores)).join(" "), expected, "{scores}");
    }
}

#[test]
fn a_value_becomes_a_level_by_rounding_down() {
    let levels =
        |rule| ["1,2,3,4", "2,3,4", "3,3,1.5,3"].map(|scores| suggest(rule, &written(scores)).level().unwrap());
    assert_eq!(levels(Rule::Decaying { newest: 65 }).map(|level| level.to_string()), ["3", "3.5", "2.5"]);
    // Ten times a tenth is not one in binary, and must not fall below 3.
    let just = Value::of((0..30).map(|_| 0.1).sum::<f64>());
    assert_eq!((just.level(), just.hundredths()), (Level::PROFICIENT, 300));
    assert_eq!(Value::of(2.999).level(), level("2.5"));
    assert_eq!((Value::of(9.0).level(), Value::of(-1.0).level()), (Level::TOP, Level::ZERO));
}

#[test]
fn mode_and_median_look_at_the_last_ones() {
    assert_eq!(shown(Rule::Mode { last: 5 }, "4,4,4,1,2,2,3,3"), "3.00", "of equally frequent ones the later");
    assert_eq!(shown(Rule::Mode { last: 3 }, "3,3,3,2,1,2"), "2.00");
    assert_eq!(shown(Rule::Median { last: 4 }, "0,1,3,2.5,4"), "2.75");
    assert_eq!(shown(Rule::Median { last: 3 }, "0,0,3,1,4"), "3.00");
    let parts = suggest(Rule::Mode { last: 2 }, &written("4,1,2")).parts;
    assert_eq!(parts, [Part::Left(Left::Older(2)), Part::Left(Left::Rarer), Part::Counted]);
}

#[test]
fn several_waits_until_there_are_enough() {
    let rule = Rule::Several { count: 2, mastery: Level::PROFICIENT };
    let waiting = suggest(rule, &written("2,3.5"));
    assert_eq!((waiting.value, waiting.lacks), (None, Some(Lacking::More { count: 1, at: Level::PROFICIENT })));
    assert_eq!(waiting.parts, [Part::Left(Left::Below(Level::PROFICIENT)), Part::Counted]);
    assert_eq!(suggest(Rule::PowerLaw, &written("0,2")).lacks, Some(Lacking::NoZero));
}

#[test]
fn shown_twice_means_in_two_ways_and_lately() {
    use Format::{Filmed, Spoken, Written};
    let of = |levels: &[(&str, &[Format])]| {
        let suggestion = suggest(Rule::Twice, &judged(levels));
        (suggestion.level().map(|level| level.to_string()).unwrap_or_default(), suggestion.is_provisional)
    };
    assert_eq!(of(&[("3", &[Written]), ("3.5", &[Spoken])]), ("3".into(), false));
    assert_eq!(of(&[("3", &[Written]), ("3", &[Written])]), ("3".into(), true), "twice in one way");
    assert_eq!(of(&[("3", &[Written, Filmed]), ("3", &[Written])]), ("3".into(), false));
    assert_eq!(of(&[("3", &[Written]), ("3", &[])]), ("3".into(), true), "no way known is no other way");
    assert_eq!(of(&[("4", &[Written]), ("3.5", &[Spoken]), ("4", &[Filmed])]), ("4".into(), false));
    assert_eq!(
        of(&[("2.5", &[Written]), ("2.5", &[Spoken]), ("2", &[Filmed])]),
        ("2".into(), true),
        "below 3 the latest"
    );
    let one_bad_day: [(&str, &[Format]); 3] = [("3", &[Written]), ("3", &[Spoken]), ("1", &[Filmed])];
    assert_eq!(of(&one_bad_day), ("3".into(), false));
    let parts = suggest(Rule::Twice, &judged(&one_bad_day)).parts;
    assert_eq!(parts, [Part::Counted, Part::Counted, Part::Left(Left::Lower)]);
    let long_ago = [("3", &[Written][..]), ("3", &[Spoken])].into_iter().chain([("2", &[Written][..]); 4]);
    assert_eq!(of(&long_ago.collect::<Vec<_>>()), ("2".into(), true), "only one of them is among the last five");
}

#[test]
fn what_a_provisional_level_waits_for_is_said() {
    let lacks = |scores| suggest(Rule::Twice, &written(scores)).lacks;
    assert_eq!(lacks("2"), Some(Lacking::More { count: 2, at: Level::PROFICIENT }));
    assert_eq!(lacks("3"), Some(Lacking::SecondWay));
    assert_eq!(suggest(Rule::Twice, &[]).lacks, Some(Lacking::Work));
    assert_eq!((suggest(Rule::Twice, &[]).level(), suggest(Rule::Twice, &[]).is_provisional), (None, false));
}

#[test]
fn rules_are_stored_as_text() {
    let more =
        [Rule::Weighted { newest: 1 }, Rule::Several { count: 10, mastery: Level::ZERO }, Rule::Mode { last: 1 }];
    for rule in Rule::ALL.into_iter().chain(more) {
        assert_eq!(rule.to_string().parse(), Ok(rule));
    }
    for odd in
        ["", "best", "mean:1", "weighted", "weighted:0", "weighted:100", "weighted:065", "several:2:9", "mode:11"]
    {
        assert_eq!(odd.parse::<Rule>(), Err(NotARule), "{odd}");
    }
}

fn child(name: &str, held: Option<&str>) -> (ItemId, Option<Level>) {
    (id(name), held.map(level))
}

/// The level of a parent whose children are all of the same size.
fn by(rule: Together, required: &[&str], children: &[(ItemId, Option<Level>)]) -> Option<Level> {
    let looked_at: Vec<Child> = children.iter().map(|(item, _)| Child { item: item.clone(), work: 2 }).collect();
    rule.rule(&looked_at, &required.iter().map(|name| id(name)).collect()).level(children)
}

#[test]
fn a_parent_is_proficient_with_80_percent_at_3_and_all_at_2() {
    let level_of = |held: &[Option<&str>]| {
        let children: Vec<_> = held.iter().enumerate().map(|(n, held)| child(&format!("c{n}"), *held)).collect();
        by(Together::default(), &[], &children).map(|level| level.to_string())
    };
    let three = Some("3");
    assert_eq!(level_of(&[three, three, three, three, Some("2")]).as_deref(), Some("3"));
    assert_eq!(level_of(&[three, three, three, three, Some("1.5")]).as_deref(), Some("2.5"));
    assert_eq!(level_of(&[three, three, three, Some("2.5"), Some("2.5")]).as_deref(), Some("2.5"), "60 % at 3");
    assert_eq!(level_of(&[three, three, three, three, None]), None, "nothing held is not 0");
    assert_eq!(level_of(&[]), None);
}

#[test]
fn parents_know_and_or_counts_points_and_what_is_required() {
    let children = [child("a", Some("3")), child("b", Some("2")), child("c", None)];
    let at = |name: &str, text: &str| Condition::Child { item: id(name), level: level(text) };
    let met = |condition: Condition| condition.is_met(&children);
    let one_of = Condition::AtLeast { count: 1, of: vec![at("c", "1"), at("a", "3")] };
    assert!(met(one_of) && !met(Condition::all(vec![at("a", "3"), at("c", "0")])));
    let two_of = |text| Condition::AtLeast { count: 2, of: vec![at("a", text), at("b", text), at("c", text)] };
    assert!(met(two_of("2")) && !met(two_of("2.5")));
    assert!(met(Condition::AtLeast { count: 9, of: vec![at("a", "3")] }), "of fewer all are enough");
    let points =
        |least| Condition::Points { least, level: level("3"), worth: vec![(id("a"), 2), (id("b"), 5), (id("z"), 9)] };
    assert!(met(points(2)) && !met(points(3)), "b is below 3, and z is no child");
    let required = |name| Condition::all(vec![points(2), at(name, "2")]);
    assert!(met(required("b")) && !met(required("c")));
    let third = ParentRule(vec![(level("2"), Condition::Share { percent: 33, level: level("3") })]);
    assert_eq!(third.level(&children), Some(level("2")));
}

#[test]
fn the_rules_for_parents_that_can_be_chosen() {
    let children = [child("a", Some("4")), child("b", Some("3")), child("c", Some("2")), child("d", None)];
    let level_of = |rule, required: &[&str]| by(rule, required, &children).map(|level| level.to_string());
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(level_of(Together::All, &[]), None, "nothing is held in d");
    assert_eq!(by(Together::All, &[], &children[..3]).map(|level| level.to_string()), some("2"));
    assert_eq!(level_of(Together::Several { count: 1 }, &[]), some("4"));
    assert_eq!(level_of(Together::Several { count: 2 }, &[]), some("3"));
    assert_eq!(level_of(Together::Several { count: 2 }, &["c"]), some("2"), "c is required");
    assert_eq!(level_of(Together::Several { count: 1 }, &["d"]), None);
    assert_eq!(level_of(Together::Several { count: 1 }, &["z"]), some("4"), "who is no child is not required");
    assert_eq!(level_of(Together::Most { percent: 50 }, &[]), None, "d is far below");
    assert_eq!(level_of(Together::BySize { percent: 50 }, &[]), some("3"));
    let sized = [("a", 1), ("b", 3), ("c", 1)].map(|(name, work)| Child { item: id(name), work });
    let by_size = |percent| {
        let level = Together::BySize { percent }.rule(&sized, &BTreeSet::new()).level(&children[..3]);
        level.map(|level| level.to_string())
    };
    assert_eq!([by_size(20), by_size(21), by_size(80), by_size(81)], ["4", "3", "3", "2"].map(some));
}

#[test]
fn rules_for_parents_are_stored_as_text() {
    for rule in Together::ALL.into_iter().chain([Together::Most { percent: 1 }, Together::Several { count: 99 }]) {
        assert_eq!(rule.to_string().parse(), Ok(rule));
    }
    for odd in ["", "most", "most:0", "most:101", "all:1", "several:0", "several:100", "several:03", "size:x"] {
        assert_eq!(odd.parse::<Together>(), Err(NotARule), "{odd}");
    }
}

#[test]
fn a_scale_of_others_spreads_around_its_proficient_word() {
    let spread =
        |words, proficient| spread(words, proficient).iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    assert_eq!(spread(4, 2), "1 2 3 4");
    assert_eq!(spread(5, 2), "1 2 3 3.5 4");
    assert_eq!(spread(5, 3), "1 1.5 2 3 4");
    assert_eq!(spread(3, 2), "1 2 3");
    assert_eq!(spread(3, 0), "3 3.5 4");
    assert_eq!(spread(1, 0), "3");
    assert_eq!(spread(2, 1), "1 3");
    assert_eq!(spread(0, 0), "");
}

fn any_judged() -> impl Strategy<Value = Vec<Judged>> {
    let formats = prop::collection::btree_set(prop::sample::select(Format::ALL.to_vec()), 0..3);
    prop::collection::vec((0..=8_u8, formats), 0..9).prop_map(|given| {
        let of = |(place, (half_points, formats)): (usize, (u8, BTreeSet<Format>))| Judged {
            piece: EntityId::random(Kind::Evidence, place as u128),
            day: None,
            level: Level::from_half_points(half_points).unwrap(),
            formats,
        };
        given.into_iter().enumerate().map(of).collect()
    })
}

fn any_rule() -> impl Strategy<Value = Rule> {
    prop::sample::select(Rule::ALL.to_vec())
}

proptest! {
    #[test]
    fn every_rule_accounts_for_every_judgement(rule in any_rule(), judged in any_judged()) {
        let suggestion = suggest(rule, &judged);
        prop_assert_eq!(suggestion.parts.len(), judged.len());
        let counted = suggestion.parts.iter().filter(|part| **part == Part::Counted).count();
        prop_assert!(suggestion.value.is_none() || counted > 0, "a level rests on something");
        prop_assert!(suggestion.value.is_some() || suggestion.lacks.is_some(), "no level without a reason");
    }

    #[test]
    fn one_score_is_its_own_value_but_for_several(rule in any_rule(), half_points in 0..=8_u8) {
        let only = Level::from_half_points(half_points).unwrap();
        let judged = Judged { level: only, ..written("0").remove(0) };
        let expected = (!matches!(rule, Rule::Several { .. })).then_some(only);
        prop_assert_eq!(suggest(rule, &[judged]).level(), expected);
    }

    #[test]
    fn the_same_all_along_is_that_level(rule in any_rule(), half_points in 6..=8_u8, times in 2..6_usize) {
        let same = Level::from_half_points(half_points).unwrap();
        let one = Judged { level: same, ..written("0").remove(0) };
        prop_assert_eq!(suggest(rule, &vec![one; times]).level(), Some(same));
    }

    #[test]
    fn what_is_shown_twice_agrees_with_trying_all_levels(judged in any_judged()) {
        let last: Vec<_> = judged.iter().rev().take(5).collect();
        let reached = |wanted: &Level| {
            let good: Vec<_> = last.iter().filter(|judged| judged.level >= *wanted && !judged.formats.is_empty()).collect();
            let ways: BTreeSet<_> = good.iter().flat_map(|judged| &judged.formats).collect();
            // Two pieces that share their one way are told apart by nothing.
            good.len() > 1 && ways.len() > 1
        };
        let best = Level::all().filter(|level| *level >= Level::PROFICIENT).rfind(|level| reached(level));
        let suggestion = suggest(Rule::Twice, &judged);
        let expected = best.or(judged.last().map(|judged| judged.level));
        prop_assert_eq!(suggestion.level(), expected);
        prop_assert_eq!(suggestion.is_provisional, best.is_none() && !judged.is_empty());
    }

    #[test]
    fn better_children_never_lower_a_parent(held in prop::collection::vec(prop::option::of(0..=8_u8), 1..7), up in 0..7_usize) {
        let of = |held: &[Option<u8>]| {
            let level = |half_points: Option<u8>| half_points.map(|half| Level::from_half_points(half).unwrap());
            let children: Vec<_> = held.iter().enumerate().map(|(n, held)| (id(&format!("c{n}")), level(*held))).collect();
            by(Together::default(), &[], &children)
        };
        let mut better = held.clone();
        let place = up % held.len();
        better[place] = Some(held[place].map_or(0, |half| (half + 1).min(8)));
        prop_assert!(of(&better) >= of(&held));
    }
}
