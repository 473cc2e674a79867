//! CASE packages as other tools write them.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use interchange::case::{self, CaseError, Kind, Reading};

fn read(file: &str) -> Reading {
    let path = format!("{}/tests/fixtures/case/{file}", env!("CARGO_MANIFEST_DIR"));
    case::read(&std::fs::read(path).unwrap()).unwrap()
}

/// The deviations, one a line, with their first example.
fn told(reading: &Reading) -> String {
    let line = |found: &case::Deviation| format!("{} {}: {}\n", found.count, found.kind.name(), found.examples[0]);
    reading.deviations.iter().map(line).collect()
}

#[test]
fn a_package_as_documented_departs_only_in_its_scale() {
    let garden = read("garden.json");
    insta::assert_snapshot!(told(&garden), @"1 other-scale: CFRubricCriteria[1].CFRubricCriterionLevels");
}

#[test]
fn each_departure_is_counted_and_what_can_be_used_is_used() {
    insta::assert_snapshot!(told(&read("departures.json")), @r"
    1 wrapped: CFPackage
    1 list-in-object: CFPackage.CFItems
    4 null: CFDocument.frameworkType
    2 unknown-member: CFDocument.CFPackageURI
    1 missing-member: CFItems[2].uri
    2 text-for-number: CFAssociations[0].sequenceNumber
    2 number-for-text: CFItems[0].listEnumeration
    1 text-for-list: CFItems[0].subject
    2 text-for-link: CFAssociations[1].originNodeURI
    3 wrong-shape: CFItems[8]
    1 not-whole: CFAssociations[1].sequenceNumber
    1 date-without-zone: CFDocument.lastChangeDateTime
    1 no-identifier: CFItems[3].identifier
    1 not-uuid: CCSS.Math.5
    1 capitals-in-identifier: C0FFEE00-0000-4000-8000-000000000006
    1 no-statement: CFItems[2].fullStatement
    1 markup: Uses <sup>1</sup>/<sub>2</sub> and &frac14;
    1 formula: Solves $x^2 = 4$
    1 undefined-item-type: Standard
    1 no-end: CFAssociations[8].destinationNodeURI
    1 unknown-association: requires
    3 no-parent: c0ffee00-0000-4000-8000-000000000003
    1 several-parents: C0FFEE00-0000-4000-8000-000000000006
    1 parent-circle: c0ffee00-0000-4000-8000-000000000007 → c0ffee00-0000-4000-8000-000000000008
    2 criterion-without-item: CFRubricCriteria[0].CFItemURI
    1 level-without-score: CFRubricCriterionLevels[0].score
    1 level-without-words: CFRubricCriterionLevels[1].description
    1 second-criterion: c0ffee00-0000-4000-8000-000000000001
    4 unreadable-extension: CFItems[6].extensions.cairn.size
    1 unknown-requirement: nowhere
    ");
}

#[test]
fn repetitions_are_told_and_different_things_under_one_identifier_are_all_kept() {
    let repeated = read("repeated.json");
    assert_eq!((repeated.summary.items, repeated.summary.roots), (5, 1));
    insta::assert_snapshot!(told(&repeated), @r"
    1 capitals-in-identifier: C0FFEE00-0000-4000-8000-000000000002
    1 repeated-item: R1
    1 same-identifier: R3
    1 same-identifier-other-case: R4
    1 repeated-association: c0ffee00-0000-4000-8000-000000001001
    1 same-association-identifier: c0ffee00-0000-4000-8000-000000001002
    1 no-parent: R1
    1 prerequisite-circle: c0ffee00-0000-4000-8000-000000000001 → c0ffee00-0000-4000-8000-000000000002
    ");
}

#[test]
fn what_leads_out_of_the_file_leaves_items_at_the_top() {
    let outside = read("outside.json");
    assert_eq!((outside.summary.roots, outside.summary.prerequisites, outside.summary.dangling), (3, 2, 4));
    insta::assert_snapshot!(told(&outside), @r"
    4 dangling: c0ffee00-0000-4000-8000-000000000050
    1 no-parent: O3
    1 parent-outside: O2
    ");
}

#[test]
fn circles_of_prerequisites_are_named() {
    let circle = read("circle.json");
    let short = |id: &String| id.rsplit('0').next().unwrap_or_default().to_owned();
    let cycles: Vec<Vec<String>> = circle.summary.cycles.iter().map(|ids| ids.iter().map(short).collect()).collect();
    assert_eq!(cycles, [vec!["1", "2", "3"], vec!["6"]]);
}

#[test]
fn the_bundled_framework_departs_in_nothing() {
    for language in ["", ".es"] {
        let path = format!("{}/../../public/frameworks/cairn{language}.json", env!("CARGO_MANIFEST_DIR"));
        let reading = case::read(&std::fs::read(path).unwrap()).unwrap();
        assert_eq!((reading.deviations.as_slice(), reading.summary.dangling), (&[][..], 0), "{language}");
    }
}

#[test]
fn the_original_of_a_translation_is_elsewhere_and_no_link_is_missing() {
    let package = r#"{"CFDocument": {"identifier": "c0ffee00-0000-4000-8000-000000000001"}, "CFAssociations": [{
        "associationType": "isTranslationOf",
        "originNodeURI": {"identifier": "c0ffee00-0000-4000-8000-00000000000ORIGIN"},
        "destinationNodeURI": {"identifier": "c0ffee00-0000-4000-8000-000000000002"}}]}"#;
    let dangling =
        |origin: &str| case::read(package.replace("00000000000ORIGIN", origin).as_bytes()).unwrap().summary.dangling;
    assert_eq!(dangling("000000000001"), 0, "the document says what it translates");
    assert_eq!(dangling("000000000003"), 1, "something else says so of something else");
}

#[test]
fn interests_are_tags_where_the_keywords_are_in_another_language() {
    let package = r#"{"CFItems": [
        {"fullStatement": "Uno", "conceptKeywords": ["música"], "extensions": {"cairn": {"interests": ["music"]}}},
        {"fullStatement": "Dos", "conceptKeywords": ["ajedrez"]}]}"#;
    let reading = case::read(package.as_bytes()).unwrap();
    let keywords: Vec<_> = reading.source.items.iter().map(|item| item.keywords.as_slice()).collect();
    assert_eq!(keywords, [["music"], ["ajedrez"]]);
}

#[test]
fn an_empty_framework_is_one() {
    let reading = case::read(br#"{"CFDocument": {"title": "Empty"}}"#).unwrap();
    assert_eq!((reading.summary.title.as_str(), reading.summary.items), ("Empty", 0));
}

#[test]
fn a_file_without_document_is_read_by_its_items() {
    let reading = case::read(br#"[{"CFItems": [{"fullStatement": "One"}], "CFAssociations": null}]"#).unwrap();
    assert_eq!(reading.summary.items, 1);
    assert!(reading.deviations.iter().any(|found| found.kind == Kind::NoDocument));
}

#[test]
fn prompts_are_read_as_far_as_they_are_questions_in_words() {
    let package = r#"{"CFDocument": {"extensions": {"cairn": {"prompts": ["Why?", " ", 5], "size": "small"}}}}"#;
    let reading = case::read(package.as_bytes()).unwrap();
    assert_eq!(reading.source.prompts, ["Why?"]);
    let noted = reading.deviations.iter().find(|found| found.kind == Kind::UnreadableExtension).unwrap();
    assert_eq!(noted.count, 3);
}

#[test]
fn marks_and_utf16_are_read() {
    let text = r#"{"CFDocument": {"title": "数"}}"#;
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for (bytes, kind) in [(marked, Kind::ByteOrderMark), (utf16, Kind::Utf16)] {
        let reading = case::read(&bytes).unwrap();
        assert_eq!(reading.summary.title, "数");
        assert!(reading.deviations.iter().any(|found| found.kind == kind));
    }
}

#[test]
fn what_is_no_package_is_refused_with_its_reason() {
    let refused = |bytes: &[u8]| case::read(bytes).unwrap_err();
    assert_eq!(refused(b""), CaseError::NotJson { line: 1, column: 0 });
    assert_eq!(refused(b"{\"CFDocument\": "), CaseError::NotJson { line: 1, column: 15 });
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\xff"), CaseError::NotText);
    assert_eq!(refused(b"[1, 2]"), CaseError::NotAPackage);
    assert_eq!(refused(b"{\"CFItems\": 5}"), CaseError::NotAPackage);
    assert_eq!(
        refused(br#"[{"CFItems": []}, {"CFPackage": {"CFItems": []}}]"#),
        CaseError::SeveralPackages { packages: 2 }
    );
    let deep = format!("{{\"CFItems\": {}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(refused(deep.as_bytes()), CaseError::TooDeep);
    let large = vec![b' '; case::MAX_BYTES + 1];
    assert_eq!(refused(&large), CaseError::TooLarge { bytes: case::MAX_BYTES + 1 });
}
