//! Building and asking whole frameworks.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::testing::level;

pub(crate) fn id(name: &str) -> ItemId {
    ItemId::new(name).unwrap()
}

/// A framework of items given as `name` or `parent/name`, parents first, and plain prerequisites given as `before
/// after`.
pub(crate) fn framework(items: &[&str], precedes: &[&str]) -> Framework {
    Framework::build(source(items, precedes), None)
}

pub(crate) fn source(items: &[&str], precedes: &[&str]) -> FrameworkSource {
    let mut source = FrameworkSource { id: "f".into(), ..FrameworkSource::default() };
    for path in items {
        let (parent, name) = path.rsplit_once('/').map_or((None, *path), |(parent, name)| (Some(parent), name));
        source.items.push(ItemSource::new(id(name), name));
        source.children.push(ChildLink { parent: parent.map(id), child: id(name), sequence: None });
    }
    let pairs = precedes.iter().filter_map(|pair| pair.split_once(' '));
    source.precedes = pairs.map(|(before, after)| (id(before), id(after))).collect();
    source
}

fn names<'a>(items: impl IntoIterator<Item = &'a Item>) -> Vec<&'a str> {
    items.into_iter().map(|item| item.id.as_str()).collect()
}

fn asked(framework: &Framework, competency: &str) -> Vec<String> {
    let requirement = framework.requirement(&id(competency));
    requirement.iter().flat_map(|requirement| requirement.items()).map(|(item, _)| item.to_string()).collect()
}

#[test]
fn the_hierarchy_is_asked_by_id() {
    let framework = framework(&["m", "s", "m/m1", "m/m2", "m1/a", "m1/b", "m2/c"], &[]);
    assert_eq!(names(framework.items()), ["m", "m1", "a", "b", "m2", "c", "s"]);
    assert_eq!(names(framework.roots()), ["m", "s"]);
    assert_eq!(names(framework.children(&id("m"))), ["m1", "m2"]);
    assert_eq!(names(framework.children(&id("a"))), [""; 0]);
    assert_eq!(names(framework.ancestors(&id("a"))), ["m1", "m"]);
    assert_eq!(names(framework.competencies()), ["a", "b", "c", "s"]);
    assert_eq!(names(framework.competencies_in(&id("m1"))), ["a", "b"]);
    assert_eq!(framework.position(&id("c")), Some(5));
    assert!(framework.item(&id("nowhere")).is_none() && framework.children(&id("nowhere")).next().is_none());
}

#[test]
fn prompts_stand_from_the_nearest_to_those_on_anything() {
    let mut told = source(&["m", "s", "m/m1", "m1/a"], &[]);
    told.prompts = vec!["proud?".into()];
    for item in &mut told.items {
        item.prompts = vec![format!("{}?", item.id)];
    }
    let framework = Framework::build(told, None);
    assert_eq!(framework.prompts(&id("a")).collect::<Vec<_>>(), ["a?", "m1?", "m?", "proud?"]);
    assert_eq!(framework.prompts(&id("s")).collect::<Vec<_>>(), ["s?", "proud?"]);
}

#[test]
fn another_depth_makes_other_competencies() {
    let told = source(&["m", "s", "m/m1", "m/m2", "m1/a", "m1/b", "m2/c"], &["a c", "b a"]);
    let framework = Framework::build(told.clone(), Some(1));
    assert_eq!(names(framework.competencies()), ["m1", "m2", "s"]);
    assert_eq!(asked(&framework, "m2"), ["m1"], "what a part asks for, the whole asks for");
    assert!(
        framework.cycles().is_empty() && asked(&framework, "m1").is_empty(),
        "a link within one whole is no circle"
    );
    assert_eq!(
        [0, 1, 2, 9].map(|depth| Framework::build(told.clone(), Some(depth)).competencies().count()),
        [2, 3, 4, 4]
    );
}

#[test]
fn subjects_are_taken_over_and_tags_counted() {
    let mut told = source(&["m", "m/a", "m/b"], &[]);
    told.items[0].subjects = vec!["Maths".into()];
    told.items[2].subjects = vec!["Art".into()];
    told.items[1].keywords = vec!["Música".into(), "games".into()];
    told.items[2].keywords = vec!["musica".into()];
    let framework = Framework::build(told, None);
    assert_eq!(framework.item(&id("a")).unwrap().subjects, ["Maths"]);
    assert_eq!(framework.subjects(), ["Maths", "Art"]);
    assert_eq!(framework.keywords(), [("Música", 2), ("games", 1)]);
    assert!(framework.item(&id("b")).unwrap().is_about("MÚSICA"));
    let mut other = source(&["s", "t"], &[]);
    (other.items[0].subjects, other.items[1].subjects) = (vec!["Art".into()], vec!["Sport".into()]);
    other.items[0].keywords = vec!["games".into()];
    let both = Frameworks::new(vec![framework.into(), Framework::build(other, None).into()]);
    assert_eq!((both.subjects(), both.keywords()), (vec!["Maths", "Art", "Sport"], vec!["Música", "games"]));
}

#[test]
fn a_requirement_told_as_such_replaces_plain_links() {
    let mut told = source(&["a", "b", "c", "d"], &["a d", "b d", "b d", "nowhere d", "a c"]);
    let any = Requirement::any(vec![
        Requirement::Item { item: id("b"), level: level("2.5") },
        Requirement::item(id("c")),
        Requirement::item(id("nowhere")),
    ]);
    let plain = Framework::build(told.clone(), None);
    let both = Requirement::all(vec![Requirement::item(id("a")), Requirement::item(id("b"))]);
    assert_eq!(plain.requirement(&id("d")), Some(both));
    told.items[3].requires = Some(any);
    let framework = Framework::build(told, None);
    let left =
        Requirement::any(vec![Requirement::Item { item: id("b"), level: level("2.5") }, Requirement::item(id("c"))]);
    assert_eq!(framework.requirement(&id("d")), Some(left));
    assert_eq!(names(framework.opens(&id("a"))), ["c"]);
    assert_eq!(names(framework.opens(&id("b"))), ["d"]);
}

#[test]
fn a_heading_stands_for_what_is_below_it() {
    let framework = framework(&["h", "h/a", "h/b", "i", "i/c", "i/d"], &["h i"]);
    assert_eq!(asked(&framework, "c"), ["a", "b"]);
    assert_eq!(asked(&framework, "d"), ["a", "b"]);
    assert_eq!(names(framework.opens(&id("b"))), ["c", "d"]);
    assert!(framework.requirement(&id("i")).is_none(), "only competencies open");
}

#[test]
fn circles_are_named_and_opened_where_they_close() {
    let framework = framework(&["a", "b", "c", "d", "e", "g"], &["b c", "c a", "a b", "g g", "d e"]);
    assert_eq!(framework.cycles(), [vec![id("a"), id("b"), id("c")], vec![id("g")]]);
    let all = ["a", "b", "c", "d", "e", "g"].map(|competency| asked(&framework, competency));
    assert_eq!(all, [vec![], vec!["a".to_owned()], vec!["b".into()], vec![], vec!["d".into()], vec![]]);
    assert!(framework.opens(&id("g")).is_empty());
}

#[test]
fn of_a_circle_the_first_opens_whatever_leads_into_it() {
    for links in [["a b", "b a", "a c", "b c"], ["b c", "a c", "b a", "a b"]] {
        let framework = framework(&["a", "b", "c"], &links);
        assert_eq!(framework.cycles(), [vec![id("a"), id("b")]]);
        assert_eq!((asked(&framework, "a"), asked(&framework, "b")), (vec![], vec!["a".to_owned()]));
    }
    let framework = framework(&["h", "h/a", "h/b", "c"], &["a b", "b a", "h c"]);
    assert_eq!((asked(&framework, "a"), asked(&framework, "b")), (vec![], vec!["a".to_owned()]));
}

#[test]
fn a_circle_through_headings_is_opened() {
    let framework = framework(&["h", "h/a", "h/b", "i", "i/c"], &["h i", "c a"]);
    assert_eq!(framework.cycles(), [vec![id("a"), id("c")]]);
    assert!(is_acyclic(&framework));
}

#[test]
fn ten_thousand_items_with_links_across_headings_stay_quick() {
    let mut told = source(&["h", "i"], &["h i", "i h"]);
    for number in 0..5_000_u32 {
        for parent in ["h", "i"] {
            let name = id(&format!("{parent}{number}"));
            told.items.push(ItemSource::new(name.clone(), "word"));
            told.children.push(ChildLink { parent: Some(id(parent)), child: name.clone(), sequence: None });
            told.precedes.push((id(&format!("{parent}{}", number + 1)), name.clone()));
            told.precedes.push((id("h"), name.clone()));
            told.precedes.push((name, id("h0")));
        }
    }
    let framework = Framework::build(told, None);
    assert_eq!(framework.items().len(), 10_002);
    assert_eq!(framework.cycles().len(), 100);
    assert_eq!(framework.search("word").len(), 10_000);
}

/// What every competency asks for, asked the public way, has an order in which all of it can be met.
fn is_acyclic(framework: &Framework) -> bool {
    let mut left: Vec<&Item> = framework.competencies().collect();
    let mut met: BTreeSet<&ItemId> = BTreeSet::new();
    loop {
        let before = left.len();
        left.retain(|item| {
            let requirement = framework.requirement(&item.id);
            let all_met = requirement.iter().flat_map(|asked| asked.items()).all(|(item, _)| met.contains(item));
            if all_met {
                met.insert(&item.id);
            }
            !all_met
        });
        if left.len() == before {
            return left.is_empty();
        }
    }
}

/// (before, after) over competencies, worked out the long way from the told links.
fn written_out(framework: &Framework, precedes: &[(ItemId, ItemId)]) -> BTreeSet<(ItemId, ItemId)> {
    let stands_for = |item: &ItemId| -> Vec<ItemId> {
        let inside: Vec<_> = framework.competencies_in(item).map(|item| item.id.clone()).collect();
        let mut above = framework.ancestors(item).filter(|item| framework.is_competency(&item.id));
        if inside.is_empty() { above.next().map(|item| item.id.clone()).into_iter().collect() } else { inside }
    };
    let pairs = precedes.iter().flat_map(|(before, after)| {
        let after = stands_for(after);
        stands_for(before)
            .into_iter()
            .flat_map(move |before| after.clone().into_iter().map(move |after| (before.clone(), after)))
    });
    pairs.collect()
}

fn has_circle(edges: &BTreeSet<(ItemId, ItemId)>) -> bool {
    let mut edges: Vec<_> = edges.iter().collect();
    loop {
        let before = edges.len();
        let targets: BTreeSet<_> = edges.iter().map(|(_, after)| after).collect();
        edges.retain(|(before, _)| targets.contains(before));
        if edges.len() == before {
            return !edges.is_empty();
        }
    }
}

proptest! {
    #[test]
    fn what_is_left_of_any_links_has_no_circle(
        parents in prop::collection::vec(prop::option::of(0..9_usize), 9),
        links in prop::collection::vec((0..9_usize, 0..9_usize), 0..14),
        depth in prop::option::of(0..3_u32),
    ) {
        let items: Vec<String> = parents.iter().enumerate().map(|(item, parent)| match parent {
            Some(parent) if *parent < item => format!("i{parent}/i{item}"),
            _ => format!("i{item}"),
        }).collect();
        let paths: Vec<&str> = items.iter().map(String::as_str).collect();
        let mut told = source(&paths, &[]);
        let name = |number: &usize| id(&format!("i{number}"));
        told.precedes = links.iter().map(|(before, after)| (name(before), name(after))).collect();
        let framework = Framework::build(told.clone(), depth);
        prop_assert!(is_acyclic(&framework));

        let edges = written_out(&framework, &told.precedes);
        let kept: BTreeSet<(ItemId, ItemId)> = framework.competencies().flat_map(|after| {
            let requirement = framework.requirement(&after.id);
            let asked = requirement.iter().flat_map(|asked| asked.items());
            asked.map(|(before, _)| (before.clone(), after.id.clone())).collect::<Vec<_>>()
        }).collect();
        prop_assert!(kept.is_subset(&edges));
        if !has_circle(&edges) {
            prop_assert_eq!(&kept, &edges, "nothing is ignored without a circle");
            prop_assert!(framework.cycles().is_empty());
        }
        for cycle in framework.cycles() {
            for (place, before) in cycle.iter().enumerate() {
                let after = cycle[(place + 1) % cycle.len()].clone();
                prop_assert!(edges.contains(&(before.clone(), after)));
            }
        }
        let opened: BTreeSet<(ItemId, ItemId)> = framework.competencies().flat_map(|before| {
            framework.opens(&before.id).into_iter().map(|after| (before.id.clone(), after.id.clone()))
        }).collect();
        prop_assert_eq!(opened, kept, "opening is asking, seen from the other side");
    }
}
