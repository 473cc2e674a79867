//! Pathways that come in files: Cairn's own, those that others wrote with other tools, and those that mean no good.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use interchange::case::pathway::{MOST_STEPS, NotAPath, Path, is_pathway};
use interchange::case::{self, Reading};
use proptest::prelude::*;
use serde_json::{Value, json};

fn read(package: &Value) -> Reading {
    case::read(package.to_string().as_bytes()).unwrap()
}

fn path(package: &Value) -> Path {
    Path::of(&read(package)).unwrap()
}

fn item(id: &str, statement: &str) -> Value {
    json!({"identifier": id, "fullStatement": statement})
}

fn end(id: &str) -> Value {
    json!({"identifier": id, "title": format!("I can {id}"), "uri": format!("urn:{id}")})
}

fn link(kind: &str, origin: &str, destination: &str) -> Value {
    json!({"associationType": kind, "originNodeURI": end(origin), "destinationNodeURI": end(destination)})
}

fn precedes(before: &str, after: &str) -> Value {
    link("precedes", before, after)
}

fn package(document: &Value, items: &[Value], associations: &[Value]) -> Value {
    json!({"CFDocument": document, "CFItems": items, "CFAssociations": associations})
}

fn proposed() -> Value {
    json!({"identifier": "doc", "title": "Sew a kite", "creator": "Ms Reed", "description": "To fly it in spring"})
}

fn names(path: &Path) -> Vec<&str> {
    path.steps.iter().map(|step| step.item.id.as_str()).collect()
}

fn aims(path: &Path) -> Vec<Option<String>> {
    path.steps.iter().map(|step| step.aim.map(|aim| aim.to_string())).collect()
}

#[test]
fn the_document_says_who_proposes_what_and_why() {
    let path = path(&package(&proposed(), &[], &[precedes("cut", "sew")]));
    assert_eq!(
        (path.name.as_str(), path.purpose.as_str(), path.from.as_str()),
        ("Sew a kite", "To fly it in spring", "Ms Reed")
    );
    let published = json!({"identifier": "doc", "title": "Kites", "publisher": "The school"});
    assert_eq!(self::path(&package(&published, &[item("cut", "Cut")], &[])).from, "The school");
}

#[test]
fn a_pathway_is_told_from_a_framework_and_from_what_comes_first() {
    let order = [precedes("cut", "sew")];
    let with = |more: Value, items: &[Value], links: &[Value]| {
        let mut document = proposed();
        document.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        is_pathway(&read(&package(&document, items, links)))
    };
    let goals = json!({"extensions": {"cairn": {"goals": [{"item": "cut"}]}}});
    assert!(with(goals, &[], &[]));
    assert!(with(json!({"frameworkType": "Pathway"}), &[item("cut", "I can cut.")], &[]));
    assert!(with(json!({}), &[], &order), "an order over the items of others, by any tool");
    assert!(!with(json!({"frameworkType": "Overlay"}), &[], &order), "it says that it is something else");
    assert!(!with(json!({}), &[item("cut", "I can cut."), item("sew", "I can sew.")], &order));
    assert!(!with(json!({}), &[], &[]));
}

#[test]
fn goals_of_the_document_are_the_order_whatever_links_say() {
    let mut document = proposed();
    document["extensions"] = json!({"cairn": {"goals": [
        {"item": "SEW", "title": "Sewing", "level": 3.5},
        {"item": "cut", "title": "Not what it is called", "level": 0},
        {"item": "sew", "title": "Again"},
        {"title": "Nothing"},
        {"item": "fly"},
    ]}});
    let reading = read(&package(&document, &[item("cut", "I can cut.")], &[precedes("cut", "sew")]));
    let path = Path::of(&reading).unwrap();
    assert_eq!(names(&path), ["sew", "cut", "fly"]);
    assert_eq!(aims(&path), [Some("3.5".to_owned()), None, None], "0 is nothing to aim for");
    assert_eq!(
        path.own.iter().map(portfolio::ItemId::as_str).collect::<Vec<_>>(),
        ["cut"],
        "whoever takes it needs the file"
    );
    let titles: Vec<_> = path.steps.iter().map(|step| step.item.title.as_str()).collect();
    assert_eq!(titles, ["Sewing", "I can cut.", ""], "what the file holds itself has its own name");
    let unreadable = |of: &&case::Deviation| of.kind == case::Kind::UnreadableExtension;
    assert_eq!(reading.deviations.iter().find(unreadable).map(|of| of.count), Some(1));
}

#[test]
fn without_goals_links_order_what_is_named() {
    let links = [precedes("sew", "fly"), precedes("cut", "sew")];
    assert_eq!(names(&path(&package(&proposed(), &[], &links))), ["cut", "sew", "fly"]);
    let circle = [precedes("sew", "fly"), precedes("fly", "sew"), precedes("cut", "sew")];
    assert_eq!(names(&path(&package(&proposed(), &[], &circle))), ["cut", "sew", "fly"]);
}

#[test]
fn without_links_its_items_are_the_steps_and_headings_are_none() {
    let items = [item("craft", "Craft"), item("cut", "Cut"), item("sew", "Sew")];
    let below = [link("isChildOf", "cut", "craft"), link("isChildOf", "sew", "craft")];
    assert_eq!(names(&path(&package(&proposed(), &items, &below))), ["cut", "sew"]);
    let linked = [below.as_slice(), &[precedes("sew", "cut"), precedes("fly", "sew")]].concat();
    assert_eq!(names(&path(&package(&proposed(), &items, &linked))), ["fly", "sew", "cut"]);
}

#[test]
fn what_names_nothing_or_too_much_is_no_pathway() {
    assert_eq!(Path::of(&read(&package(&proposed(), &[], &[]))), Err(NotAPath::Empty));
    let many = |count: usize| (0..count).map(|number| item(&format!("i{number}"), "I can")).collect::<Vec<_>>();
    let of = |count| Path::of(&read(&package(&proposed(), &many(count), &[]))).map(|path| path.steps.len());
    assert_eq!(of(MOST_STEPS), Ok(MOST_STEPS));
    assert_eq!(of(MOST_STEPS + 1), Err(NotAPath::TooLong { steps: MOST_STEPS + 1 }));
}

#[test]
fn words_lose_what_deceives_and_are_cut_where_they_would_not_fit() {
    let mut document = json!({"identifier": "doc", "title": "Kite\u{202e}gpj.\u{0}", "creator": "\u{200b}", "description": "x".repeat(9_000)});
    document["extensions"] =
        json!({"cairn": {"goals": [{"item": "cut", "title": format!("Cut\n{}", "y".repeat(5_000))}]}});
    let path = path(&package(&document, &[], &[]));
    assert_eq!((path.name.as_str(), path.from.as_str()), ("Kitegpj.", ""));
    assert!(path.purpose.chars().count() == 4_000 && path.purpose.ends_with("x…"));
    let title = &path.steps[0].item.title;
    assert!(title.starts_with("Cut yy") && title.chars().count() == 1_000);
}

proptest! {
    /// Whatever order somebody links competencies in, a reader that knows no goals finds the same one.
    #[test]
    fn links_alone_carry_the_order(order in Just((0..9).collect::<Vec<usize>>()).prop_shuffle(), shuffled in Just((0..8).collect::<Vec<usize>>()).prop_shuffle()) {
        let ids: Vec<String> = order.iter().map(|number| format!("i{number}")).collect();
        let links: Vec<Value> = shuffled.iter().map(|at| precedes(&ids[*at], &ids[at + 1])).collect();
        let path = path(&package(&proposed(), &[], &links));
        prop_assert_eq!(names(&path), ids);
    }
}
