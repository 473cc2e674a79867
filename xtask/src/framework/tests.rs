//! The promises of the bundled framework, and that each of them can be broken.

use std::collections::BTreeSet;
use std::path::Path;

use portfolio::framework::Framework;
use serde_json::Value;

use super::check::{Flaw, flaws};
use super::source::{Competency, Need, Source};
use super::{editions, generate, package, read};

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

fn source() -> Source {
    read(root()).unwrap()
}

fn broken(change: impl FnOnce(&mut Competency)) -> Vec<Flaw> {
    let mut source = source();
    change(&mut source.subjects[0].strands[0].competencies[0]);
    flaws(&source)
}

#[test]
fn the_package_is_what_the_source_says() {
    for edition in editions(root()).unwrap() {
        let written = std::fs::read_to_string(package(root(), &edition)).unwrap();
        assert!(written == generate(&edition).unwrap(), "the source has changed: run `cargo xtask framework`");
    }
}

#[test]
fn every_promise_is_kept_in_each_language() {
    for edition in editions(root()).unwrap() {
        assert_eq!(flaws(&edition), []);
    }
}

#[test]
fn there_is_enough_to_start_with() {
    let source = source();
    assert_eq!(source.subjects.len(), 8);
    assert!(source.competencies().count() >= 150);
    assert!(source.subjects.iter().all(|subject| subject.strands.len() >= 3));
}

#[test]
fn the_package_stays_small() {
    for edition in editions(root()).unwrap() {
        let bytes = generate(&edition).unwrap().len();
        assert!(bytes <= 750_000, "{bytes} bytes in {}", edition.about.language);
    }
}

#[test]
fn identifiers_are_unique_and_every_link_leads_somewhere() {
    let package: Value = serde_json::from_str(&generate(&source()).unwrap()).unwrap();
    let mut defined = Vec::new();
    let mut linked = Vec::new();
    collect(&package, &mut defined, &mut linked);
    let unique: BTreeSet<&str> = defined.iter().copied().collect();
    assert_eq!(unique.len(), defined.len(), "an identifier is used twice");
    assert_eq!(linked.iter().find(|link| !unique.contains(**link)), None);
}

/// Sorts identifiers into those of records (which carry a date of change) and those of links and requirements.
fn collect<'a>(value: &'a Value, defined: &mut Vec<&'a str>, linked: &mut Vec<&'a str>) {
    match value {
        Value::Array(all) => all.iter().for_each(|one| collect(one, defined, linked)),
        Value::Object(members) => {
            if let Some(identifier) = members.get("identifier").and_then(Value::as_str) {
                let list = if members.contains_key("lastChangeDateTime") { &mut *defined } else { &mut *linked };
                list.push(identifier);
            }
            linked.extend(members.get("item").and_then(Value::as_str));
            members.values().for_each(|one| collect(one, defined, linked));
        }
        _ => {}
    }
}

#[test]
fn a_broken_promise_is_found() {
    let key = || "place-value".to_owned();
    assert_eq!(broken(|one| one.can = "To know digits.".into()), [Flaw::NotICan(key())]);
    assert_eq!(broken(|one| one.learn.truncate(1)), [Flaw::FewLessons(key())]);
    assert_eq!(broken(|one| one.show.made = None), [Flaw::FewWays(key())]);
    assert_eq!(broken(|one| one.levels[3].clear()), [Flaw::EmptyLevel(key())]);
    assert_eq!(broken(|one| one.interests.truncate(1)), [Flaw::InterestCount(key())]);
    assert_eq!(broken(|one| one.code = "M.N.2".into()), [Flaw::SameCode("M.N.2".into())]);
    assert_eq!(
        broken(|one| one.interests[0] = "chess".into()),
        [Flaw::UnknownInterest { competency: key(), interest: "chess".into() }]
    );
    assert_eq!(
        broken(|one| one.levels[2] = "Digits are usually named.".into()),
        [Flaw::VagueWord { competency: key(), word: "usually".into() }]
    );
    assert_eq!(
        broken(|one| one.learn[0] = "Ask somebody in the next grade.".into()),
        [Flaw::AgeWord { competency: key(), word: "grade".into() }]
    );
}

#[test]
fn a_prompt_that_asks_nothing_is_found() {
    let mut source = source();
    source.subjects[0].prompts.push("Write about it.".into());
    assert_eq!(flaws(&source), [Flaw::NotAQuestion("Write about it.".into())]);
}

#[test]
fn a_broken_path_is_found() {
    let key = || "place-value".to_owned();
    assert_eq!(
        broken(|one| one.needs = vec![Need::One("nothing".into())]),
        [Flaw::UnknownNeed { competency: key(), need: "nothing".into() }]
    );
    assert_eq!(broken(|one| one.needs = vec![Need::Any { any: vec!["charts".into()] }]), [Flaw::NoChoice(key())]);
    let circle = broken(|one| one.needs = vec![Need::One("add-and-subtract".into())]);
    assert_eq!(circle, [Flaw::Circle(vec![key(), "add-and-subtract".into(), key()])]);
    let twice = broken(|one| one.key = "fractions".into());
    assert!(twice.contains(&Flaw::SameKey("fractions".into())), "{twice:?}");
}

#[test]
fn cairn_reads_it_as_it_was_meant() {
    let source = source();
    let reading = interchange::case::read(generate(&source).unwrap().as_bytes()).unwrap();
    assert_eq!(reading.deviations, []);
    assert_eq!((reading.summary.roots, reading.summary.dangling, reading.summary.cycles.len()), (8, 0, 0));
    let framework = Framework::build(reading.source, None);
    let read: Vec<&str> = framework.competencies().filter_map(|item| item.code.as_deref()).collect();
    let written: Vec<&str> = source.competencies().map(|competency| competency.code.as_str()).collect();
    assert_eq!(read, written);
    for item in framework.competencies() {
        assert!(framework.prompts(&item.id).count() >= 6, "{:?}", item.code);
        let competency = source.competencies().find(|competency| item.code.as_ref() == Some(&competency.code)).unwrap();
        assert_eq!(item.levels.len(), 4, "{}", competency.key);
        assert_eq!(framework.requirement(&item.id).is_some(), !competency.needs.is_empty(), "{}", competency.key);
    }
}
