//! CASE packages as Cairn writes them: strict for others, and read back as they were.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use chrono::{DateTime, Utc};
use interchange::case::kind;
use interchange::case::pathway::Step;
use interchange::case::write::{About, Writing, write};
use interchange::case::{self, Node, Precedes, Reading};
use portfolio::framework::{ItemSource, Requirement, Size};
use portfolio::{ItemId, Level};
use proptest::prelude::*;
use serde_json::Value;

fn id(number: u128) -> ItemId {
    ItemId::uuid(number, 4)
}

fn node(number: u128, title: &str) -> Node {
    Node { id: id(number), title: title.into() }
}

fn link(before: Node, after: Node) -> Precedes {
    Precedes { before, after }
}

fn changed() -> DateTime<Utc> {
    "2026-03-02T12:00:00Z".parse().unwrap()
}

fn about(title: &str) -> About {
    About {
        identifier: "mine".into(),
        title: title.into(),
        creator: "Ada".into(),
        description: String::new(),
        kind: String::new(),
        language: "en".into(),
        changed: changed(),
    }
}

fn read(writing: &Writing) -> Reading {
    case::read(write(writing).unwrap().as_bytes()).unwrap()
}

fn mine() -> Writing {
    let level = |text: &str| text.parse::<Level>().unwrap();
    let bread = ItemSource {
        short: Some("Bread".into()),
        subjects: vec!["Cooking".into()],
        keywords: vec!["cooking".into(), "health".into()],
        levels: vec![(level("1"), "With help".into()), (level("2.5"), "\"Nearly\" </script>".into())],
        size: Some(Size::Small),
        ways: vec!["Bake for somebody".into()],
        ..ItemSource::new(id(1), "I can bake bread that my family likes to eat.")
    };
    let asked = vec![Requirement::item(id(1)), Requirement::Item { item: id(3), level: level("2") }];
    let fair = ItemSource {
        requires: Some(Requirement::any(asked)),
        ..ItemSource::new(id(2), "I can run a stall at the fair 🎪.")
    };
    let precedes = vec![link(node(9, "I can measure"), node(1, "Bread"))];
    let items = vec![bread, fair, ItemSource::new(id(3), "I can count.")];
    Writing { about: about("Mine"), items, precedes, goals: Vec::new() }
}

fn overlay() -> Writing {
    let order = [(7, "Seven", 5, "Five"), (5, "Five", 6, "Six")];
    let precedes = order.map(|(before, first, after, then)| link(node(before, first), node(after, then)));
    let about = About { kind: "Overlay".into(), description: "What I found".into(), ..about("What comes first") };
    Writing { about, items: Vec::new(), precedes: precedes.into(), goals: Vec::new() }
}

/// Over two competencies of others and one of one's own.
fn walked() -> Writing {
    let step = |node, aim: &str| Step { item: node, aim: Some(aim.parse().unwrap()) };
    let about = About { kind: kind::PATHWAY.into(), description: "For the fair".into(), ..about("Build a robot") };
    let own = ItemSource { requires: Some(Requirement::all(Vec::new())), ..ItemSource::new(id(1), "I can solder.") };
    let goals =
        vec![step(node(8, "Sensing"), "3"), step(node(1, "I can solder."), "2.5"), step(node(7, "Motors"), "4")];
    Writing { about, items: vec![own], precedes: Vec::new(), goals }
}

#[test]
fn what_is_written_is_read_back_and_nothing_in_it_is_odd() {
    let writing = mine();
    let reading = read(&writing);
    assert_eq!(reading.source.items, writing.items);
    assert_eq!(reading.source.title, "Mine");
    assert_eq!(reading.source.precedes, [(id(1), id(2)), (id(3), id(2))], "what requires names precedes, too");
    assert_eq!(reading.overlay, writing.precedes);
    let odd: Vec<_> = reading.deviations.iter().map(|deviation| deviation.kind).collect();
    assert_eq!(odd, [case::Kind::Dangling], "only the link to somebody else's item leads out");
}

#[test]
fn an_overlay_names_the_items_of_others_and_has_none() {
    let writing = overlay();
    let reading = read(&writing);
    assert!(reading.source.items.is_empty());
    assert_eq!(reading.overlay, writing.precedes);
    assert_eq!(reading.summary.kind.as_deref(), Some("Overlay"));
    assert_eq!(reading.summary.creator.as_deref(), Some("Ada"));
}

#[test]
fn each_step_of_a_pathway_precedes_the_next_and_its_document_says_the_levels() {
    let writing = walked();
    let reading = read(&writing);
    assert_eq!(reading.goals, writing.goals);
    let order = [link(node(8, "Sensing"), node(1, "I can solder.")), link(node(1, "I can solder."), node(7, "Motors"))];
    assert_eq!(reading.overlay, order);
    assert_eq!(reading.summary.kind.as_deref(), Some("Pathway"));
    assert_eq!(reading.source.items, writing.items, "one’s own competency comes along, and asks for nothing");
    let package: Value = serde_json::from_str(&write(&writing).unwrap()).unwrap();
    let goals = package["CFDocument"]["extensions"]["cairn"]["goals"].as_array().unwrap();
    assert_eq!(goals[1], serde_json::json!({"item": id(1).as_str(), "title": "I can solder.", "level": 2.5}));
}

#[test]
fn a_link_among_the_items_of_a_file_is_no_overlay() {
    let mut writing = mine();
    writing.precedes.push(link(node(3, "I can count."), node(1, "Bread")));
    let reading = read(&writing);
    assert_eq!(reading.source.precedes.first(), Some(&(id(3), id(1))));
    assert_eq!(reading.overlay.len(), 1);
}

#[test]
fn the_same_is_the_same_file_and_names_of_our_own_become_uuids() {
    assert_eq!(write(&mine()).unwrap(), write(&mine()).unwrap());
    let package: Value = serde_json::from_str(&write(&mine()).unwrap()).unwrap();
    assert_eq!(package["CFDocument"]["identifier"], "0738654b-6f0d-80be-8cab-15029a99ad16");
}

/// The records of the standard as far as Cairn writes them: what each must have, and what it may have besides. Source: 1EdTech CASE 1.1,
/// case_v1p1_cfpackage-jsonschema1.json, which allows no other members.
const RECORDS: [(&str, &[&str], &[&str]); 6] = [
    (
        "/CFDocument",
        &["identifier", "uri", "creator", "title", "lastChangeDateTime"],
        &["description", "frameworkType", "caseVersion", "language", "extensions"],
    ),
    (
        "/CFItems/*",
        &["identifier", "fullStatement", "uri", "lastChangeDateTime"],
        &["abbreviatedStatement", "subject", "conceptKeywords", "extensions"],
    ),
    (
        "/CFAssociations/*",
        &["identifier", "associationType", "uri", "originNodeURI", "destinationNodeURI", "lastChangeDateTime"],
        &["sequenceNumber"],
    ),
    ("/CFRubrics/*", &["identifier", "uri", "lastChangeDateTime"], &["title", "CFRubricCriteria"]),
    (
        "/CFRubrics/*/CFRubricCriteria/*",
        &["identifier", "uri", "lastChangeDateTime"],
        &["CFItemURI", "position", "CFRubricCriterionLevels"],
    ),
    (
        "/CFRubrics/*/CFRubricCriteria/*/CFRubricCriterionLevels/*",
        &["identifier", "uri", "lastChangeDateTime"],
        &["description", "score", "position"],
    ),
];

fn at<'v>(value: &'v Value, path: &str) -> Vec<&'v Value> {
    path.split('/').skip(1).fold(vec![value], |found, step| {
        found
            .into_iter()
            .flat_map(|value| match step {
                "*" => value.as_array().into_iter().flatten().collect(),
                name => value.get(name).into_iter().collect::<Vec<_>>(),
            })
            .collect()
    })
}

#[test]
fn every_record_has_what_the_standard_asks_for_and_nothing_that_it_forbids() {
    for writing in [mine(), overlay(), walked()] {
        let package: Value = serde_json::from_str(&write(&writing).unwrap()).unwrap();
        for (path, must, may) in RECORDS {
            for record in at(&package, path) {
                let names: Vec<&str> = record.as_object().unwrap().keys().map(String::as_str).collect();
                assert!(must.iter().all(|name| names.contains(name)), "{path}: {names:?}");
                assert!(names.iter().all(|name| must.contains(name) || may.contains(name)), "{path}: {names:?}");
                let identifier = record["identifier"].as_str().unwrap();
                assert!(identifier.len() == 36 && identifier.split('-').count() == 5, "{path}: {identifier}");
            }
        }
        for end in ["originNodeURI", "destinationNodeURI"] {
            for link in at(&package, &format!("/CFAssociations/*/{end}")) {
                let mut names: Vec<_> = link.as_object().unwrap().keys().collect();
                names.sort();
                assert_eq!(names, ["identifier", "title", "uri"]);
            }
        }
    }
    insta::assert_snapshot!(write(&mine()).unwrap());
}

fn requirements() -> impl Strategy<Value = Requirement> {
    let item = (1..4_u128, 0..=8_u8).prop_map(|(item, half_points)| Requirement::Item {
        item: id(item),
        level: Level::from_half_points(half_points).unwrap(),
    });
    item.prop_recursive(4, 16, 3, |inner| {
        (prop::collection::vec(inner, 1..4), 1..4_usize)
            .prop_map(|(of, count)| Requirement::AtLeast { count: count.min(of.len()), of })
    })
}

proptest! {
    #[test]
    fn any_requirement_comes_back(asked in requirements()) {
        let mut writing = mine();
        writing.items[1].requires = Some(asked);
        prop_assert_eq!(read(&writing).source.items, writing.items);
    }

    #[test]
    fn whatever_a_learner_writes_stays_inside_its_text(words in "[^<&]{1,40}") {
        let mut writing = mine();
        writing.items[0].statement = format!("I {words}");
        writing.items[0].levels = vec![(Level::PROFICIENT, format!("I {words}"))];
        prop_assert_eq!(read(&writing).source.items, writing.items);
    }
}
