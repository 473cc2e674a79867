//! Packages that nobody would write on purpose, or that somebody did.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeSet;

use interchange::case;
use interchange::case::pathway::{MOST_STEPS, Path};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

const FIXTURES: [&str; 6] =
    ["garden.json", "departures.json", "repeated.json", "outside.json", "pathway.json", "circle.json"];

fn fixture(file: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/case/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Every value below a value, with a way to replace it.
fn places(value: &mut Value) -> usize {
    1 + match value {
        Value::Array(entries) => entries.iter_mut().map(places).sum(),
        Value::Object(members) => members.values_mut().map(places).sum(),
        _ => 0,
    }
}

fn replace(value: &mut Value, at: &mut usize, with: &Value) {
    if *at == 0 {
        *value = with.clone();
    }
    *at = at.wrapping_sub(1);
    match value {
        Value::Array(entries) => entries.iter_mut().for_each(|entry| replace(entry, at, with)),
        Value::Object(members) => members.values_mut().for_each(|member| replace(member, at, with)),
        _ => {}
    }
}

fn anything() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(json!(true)),
        Just(json!(-1.5e300)),
        Just(json!("")),
        Just(json!("c0ffee00-0000-4000-8000-000000000001")),
        Just(json!([])),
        Just(json!({})),
        Just(json!([[null, {"identifier": 7}]])),
        Just(json!({"title": 1, "identifier": "C0FFEE00-0000-4000-8000-000000000002", "uri": null})),
        "\\PC{0,12}".prop_map(|text| json!(text)),
    ]
}

/// What it proposes as a pathway has each competency once, and not more than anybody would walk.
fn is_walkable_or_refused(reading: &case::Reading) {
    let Ok(path) = Path::of(reading) else { return };
    let ids: BTreeSet<_> = path.steps.iter().map(|step| &step.item.id).collect();
    assert_eq!(ids.len(), path.steps.len());
    assert!((1..=MOST_STEPS).contains(&ids.len()));
    assert!(path.own.iter().all(|id| ids.contains(id)));
}

/// What the portfolio relies on: ids are unique, every link names items that are there, every item has one place, and the way up ends.
fn is_sound(reading: &case::Reading) {
    is_walkable_or_refused(reading);
    let source = &reading.source;
    let ids: BTreeSet<_> = source.items.iter().map(|item| &item.id).collect();
    assert_eq!(ids.len(), source.items.len());
    assert_eq!(source.children.len(), source.items.len());
    assert!(source.precedes.iter().all(|(before, after)| ids.contains(before) && ids.contains(after)));
    for item in &source.items {
        let named = item.requires.iter().flat_map(portfolio::framework::Requirement::items);
        assert!(named.into_iter().all(|(id, _)| ids.contains(id)));
    }
    for link in &source.children {
        let mut steps = 0;
        let mut above = link.parent.as_ref();
        while let Some(parent) = above {
            above = source.children.iter().find(|link| link.child == *parent).unwrap().parent.as_ref();
            steps += 1;
            assert!(steps <= source.items.len(), "no way up from {}", link.child);
        }
    }
    assert!(reading.deviations.iter().all(|found| found.count >= found.examples.len() && !found.examples.is_empty()));
}

proptest! {
    #[test]
    fn a_package_with_parts_exchanged_is_read_soundly(
        file in prop::sample::select(FIXTURES.as_slice()),
        changes in prop::collection::vec((any::<Index>(), anything()), 1..6),
    ) {
        let mut package: Value = serde_json::from_slice(&fixture(file)).unwrap();
        for (at, with) in changes {
            let mut at = at.index(places(&mut package));
            replace(&mut package, &mut at, &with);
        }
        if let Ok(reading) = case::read(package.to_string().as_bytes()) {
            is_sound(&reading);
        }
    }

    #[test]
    fn a_package_with_bytes_exchanged_is_read_soundly_or_refused(
        file in prop::sample::select(FIXTURES.as_slice()),
        changes in prop::collection::vec((any::<Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = fixture(file);
        for (at, with) in changes {
            let at = at.index(bytes.len());
            bytes[at] = with;
        }
        if let Ok(reading) = case::read(&bytes) {
            is_sound(&reading);
        }
    }
}

/// All of this would take hours if anything compared each with each.
#[test]
fn many_alike_take_no_longer_each() {
    let item = r#"{"identifier": "a", "fullStatement": "<a<a<a&a&a", "notes": N},"#;
    let link = r#"{"identifier": "l", "associationType": "isChildOf", "originNodeURI": "a", "destinationNodeURI": "b", "sequenceNumber": N},"#;
    let many =
        |part: &str, count: usize| (0..count).map(|number| part.replace('N', &number.to_string())).collect::<String>();
    let package = format!(r#"{{"CFItems": [{}0], "CFAssociations": [{}0]}}"#, many(item, 50_000), many(link, 50_000));
    let reading = case::read(package.as_bytes()).unwrap();
    assert_eq!(reading.source.items.len(), 50_000);
}

#[test]
fn a_long_chain_of_parents_and_prerequisites_needs_no_deep_stack() {
    let items: String =
        (0..30_000).map(|number| format!(r#"{{"identifier": "i{number}", "fullStatement": "x"}},"#)).collect();
    let link = |kind: &str, from: usize| {
        let to = (from + 1) % 30_000;
        format!(
            r#"{{"associationType": "{kind}", "originNodeURI": {{"identifier": "i{from}"}}, "destinationNodeURI": {{"identifier": "i{to}"}}}},"#
        )
    };
    let links: String = (0..30_000).map(|from| link("isChildOf", from) + &link("precedes", from)).collect();
    let package = format!(r#"{{"CFItems": [{items}0], "CFAssociations": [{links}0]}}"#);
    let reading = case::read(package.as_bytes()).unwrap();
    assert_eq!((reading.summary.roots, reading.summary.cycles.len(), reading.summary.cycles[0].len()), (1, 1, 30_000));
}
