//! What the portfolio gets of a package.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use interchange::case;
use portfolio::framework::{FrameworkSource, ItemSource, Link, Requirement, Size};
use portfolio::{ItemId, Level};

fn source(file: &str) -> FrameworkSource {
    let path = format!("{}/tests/fixtures/case/{file}", env!("CARGO_MANIFEST_DIR"));
    case::read(&std::fs::read(path).unwrap()).unwrap().source
}

fn id(number: u32) -> ItemId {
    ItemId::new(&format!("c0ffee00-0000-4000-8000-{number:012x}")).unwrap()
}

fn level(text: &str) -> Level {
    text.parse().unwrap()
}

fn item(source: &FrameworkSource, number: u32) -> &ItemSource {
    source.items.iter().find(|item| item.id == id(number)).unwrap()
}

/// (parent, child, sequence), items by the number in their identifier.
fn links(source: &FrameworkSource) -> Vec<(Option<String>, String, Option<i64>)> {
    let short =
        |id: &ItemId| id.as_str().trim_start_matches("c0ffee00-0000-4000-8000-").trim_start_matches('0').to_owned();
    let link =
        |link: &portfolio::framework::ChildLink| (link.parent.as_ref().map(short), short(&link.child), link.sequence);
    source.children.iter().map(link).collect()
}

#[test]
fn a_framework_as_documented_comes_over_whole() {
    let garden = source("garden.json");
    assert_eq!((garden.title.as_str(), garden.licence.as_deref()), ("School garden", Some("CC BY 4.0")));
    assert_eq!(garden.publisher.as_deref(), Some("Riverside School"));
    assert_eq!(garden.id.len(), 64);
    assert_eq!(garden.prompts, ["What are you proud of?"]);
    assert_eq!(item(&garden, 1).prompts, ["What grew, and what did not?"]);
    let parent = |number: u32| Some(format!("{number:x}"));
    let expected = [
        (None, "1".to_owned(), Some(2)),
        (parent(1), "2".to_owned(), Some(1)),
        (parent(1), "3".to_owned(), Some(2)),
        (None, "4".to_owned(), Some(1)),
        (parent(4), "5".to_owned(), None),
    ];
    assert_eq!(links(&garden), expected);
    assert_eq!(garden.precedes, [(id(2), id(3)), (id(5), id(3)), (id(2), id(5))]);
    let expected = ItemSource {
        code: Some("G.1".into()),
        short: Some("From seed to plant".into()),
        notes: Some("Beans are quick.".into()),
        keywords: vec!["plants".into(), "outdoors".into()],
        levels: vec![
            (level("1"), "With help, I grow a plant.".into()),
            (level("3"), "On my own, I grow a plant.".into()),
            (level("3.5"), "Between".into()),
        ],
        size: Some(Size::Small),
        ways: vec!["Keep a photo diary".into()],
        learn: vec!["Ask a neighbour who gardens".into()],
        prompts: vec!["What did the plant need?".into()],
        ..ItemSource::new(id(2), "I can grow a plant from a seed and say what it needs.")
    };
    assert_eq!(item(&garden, 2), &expected);
}

#[test]
fn a_requirement_names_items_and_levels() {
    let garden = source("garden.json");
    let either = Requirement::Item { item: id(2), level: level("2.5") };
    let or = Requirement::all(vec![Requirement::item(id(5))]);
    assert_eq!(item(&garden, 3).requires, Some(Requirement::any(vec![either, or])));
    assert_eq!(item(&garden, 2).requires, None);
}

#[test]
fn the_words_of_another_scale_are_spread_in_order() {
    let words = &source("garden.json").items.iter().find(|item| item.id == id(5)).unwrap().levels.clone();
    let levels: Vec<String> = words.iter().map(|(level, words)| format!("{level} {words}")).collect();
    assert_eq!(levels, ["1 I have not sold anything.", "2.5 I sold something.", "4 I sold it and kept the books."]);
}

#[test]
fn another_scale_is_told_by_the_names_of_its_steps_so_that_it_can_be_asked_which_means_proficient() {
    let garden = source("garden.json");
    let [scale] = garden.scales.as_slice() else { panic!("one scale is not Cairn’s own: {:?}", garden.scales) };
    assert_eq!((item(&garden, 5).scale, item(&garden, 2).scale), (Some(0), None));
    assert_eq!((scale.steps.len(), scale.steps[0].as_str(), scale.proficient), (3, "Not yet", None));
    let answered = garden.clone().by_scales(&[Some(1)]);
    let levels: Vec<String> = item(&answered, 5).levels.iter().map(|(level, _)| level.to_string()).collect();
    assert_eq!(levels, ["1", "3", "4"]);
    assert_eq!(item(&source("departures.json"), 1).scale, None, "the words of two criteria are steps of neither");
}

#[test]
fn what_departs_is_used_as_far_as_it_goes() {
    let departures = source("departures.json");
    let first = item(&departures, 1);
    assert_eq!(first.statement, "Uses 1/2 and ¼");
    assert_eq!((first.enumeration.as_deref(), first.subjects.as_slice()), (Some("1"), &["Mathematics".to_owned()][..]));
    let words: Vec<String> = first.levels.iter().map(|(level, words)| format!("{level} {words}")).collect();
    assert_eq!(words, ["1 Lo", "3 Another criterion", "4 Higher"]);
    assert_eq!(item(&departures, 2).keywords, ["powers", "7"]);
    assert_eq!(item(&departures, 2).item_type.as_deref(), Some("Standard"));
    assert_eq!(item(&departures, 3).statement, "Short only");
    assert_eq!(item(&departures, 7).size, None);
    assert_eq!(item(&departures, 8).requires, Some(Requirement::all(vec![Requirement::item(id(1))])));
    let links = links(&departures);
    assert!(links.contains(&(None, "2".into(), Some(1))), "{links:?}");
    assert!(links.contains(&(Some("1".into()), "6".into(), None)), "{links:?}");
    assert!(links.contains(&(None, "7".into(), None)) && links.contains(&(Some("7".into()), "8".into(), None)));
}

#[test]
fn items_under_one_identifier_stand_side_by_side() {
    let repeated = source("repeated.json");
    let ids: Vec<&str> = repeated.items.iter().map(|item| item.id.as_str()).collect();
    let second = id(2);
    assert_eq!(ids, [id(1).as_str(), second.as_str(), &format!("{second}.2"), &format!("{second}.3")]);
    let statements: Vec<&str> = repeated.items.iter().map(|item| item.statement.as_str()).collect();
    assert_eq!(statements, ["First", "Second", "Another under the identifier of R2", "The same in capitals"]);
    assert!(repeated.children[1..].iter().all(|link| link.parent == Some(id(1))));
}

#[test]
fn only_prerequisites_inside_the_file_are_handed_over() {
    assert_eq!(source("outside.json").precedes, []);
    assert_eq!(source("circle.json").precedes.len(), 6);
}

/// A package in which `1` took the place of `2`, which is not in it, `3` says what `4` of somebody else says, and `5` has ended.
fn newer_edition(more: &str) -> FrameworkSource {
    let item = |number: u32, more: &str| format!(r#"{{"identifier":"{}","fullStatement":"I can"{more}}}"#, id(number));
    let link = |kind: &str, from: &str, to: &str| {
        format!(
            r#"{{"associationType":"{kind}","originNodeURI":{{"identifier":"{from}"}},"destinationNodeURI":{{"identifier":"{to}"}}}}"#
        )
    };
    let items = [
        item(1, ""),
        item(3, ""),
        item(5, r#","statusEndDate":"2026-07-31""#),
        item(6, r#","statusEndDate":"2027-07-31""#),
    ];
    let [one, two, three, four] = [1, 2, 3, 4].map(|number| id(number).to_string());
    let links = [
        link("replacedBy", &two.to_uppercase(), &one),
        link("exactMatchOf", &three, &four),
        link("replacedBy", &one, &one),
        link("replacedBy", "Garden", &one),
    ];
    let package = format!(
        r#"{{"CFDocument":{{"identifier":"Garden","title":"Garden","version":"2","lastChangeDateTime":"2026-08-01T08:00:00","language":"es"}},"CFItems":[{}],"CFAssociations":[{}{more}]}}"#,
        items.join(","),
        links.join(",")
    );
    case::read(package.as_bytes()).unwrap().source
}

#[test]
fn an_edition_says_what_it_is_and_what_takes_the_place_of_what() {
    let newer = newer_edition("");
    let edition = &newer.edition;
    assert_eq!((edition.document.as_str(), edition.version.as_deref()), ("garden", Some("2")));
    assert_eq!(edition.changed.map(|changed| changed.to_rfc3339()).as_deref(), Some("2026-08-01T08:00:00+00:00"));
    let told: Vec<_> = newer.succession.iter().map(|one| (one.from.clone(), one.to.clone(), one.link)).collect();
    assert_eq!(
        told,
        [(id(2), id(1), Link::ReplacedBy), (id(3), id(4), Link::ExactMatch)],
        "between two items, not of itself"
    );
    let retired: Vec<_> = newer.items.iter().map(|item| item.retired).collect();
    assert_eq!(retired, [false, false, true, false], "what ended before the edition was published");
}

#[test]
fn a_translation_is_an_edition_of_its_original() {
    let original = r#",{"associationType":"isTranslationOf","originNodeURI":{"identifier":"Garden"},"destinationNodeURI":{"identifier":"The-Garden"}}"#;
    let translation = newer_edition(original);
    assert_eq!(
        (translation.edition.document.as_str(), translation.edition.language.as_deref()),
        ("the-garden", Some("es"))
    );
}
