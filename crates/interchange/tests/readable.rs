//! The readable copies of a small portfolio, whole.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::sync::Arc;

use interchange::archive::{Content, Plan};
use interchange::case;
use interchange::readable::{Contents, plan};
use portfolio::date::parse_instant;
use portfolio::framework::{Framework, FrameworkSource, Frameworks};
use portfolio::{EntityId, FieldValue, Fields, Portfolio, Standing};
use replica::segment::SegmentName;
use replica::{DeviceId, RootFile, RootId};
use serde_json::{Value, json};

/// An entity's fields as JSON; `set` members stand in lists, `trashed` says where it lies.
struct Stored(Value);

fn field(value: &Value) -> FieldValue {
    match value {
        Value::Null => FieldValue::Null,
        Value::Bool(value) => FieldValue::Bool(*value),
        Value::Number(number) => FieldValue::Int(number.as_i64().unwrap()),
        Value::String(text) => FieldValue::Text(text.clone()),
        Value::Array(entries) => FieldValue::List(entries.iter().map(field).collect()),
        Value::Object(members) => {
            FieldValue::Map(members.iter().map(|(name, value)| (name.clone(), field(value))).collect())
        }
    }
}

impl Fields for Stored {
    fn get(&self, name: &str) -> Option<FieldValue> {
        self.0.get(name).map(field)
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }

    fn members(&self, name: &str) -> Vec<FieldValue> {
        self.0
            .get(name)
            .and_then(Value::as_array)
            .map(|members| members.iter().map(field).collect())
            .unwrap_or_default()
    }

    fn standing(&self) -> Standing {
        if self.0.get("trashed").is_some() { Standing::Trashed } else { Standing::Live }
    }
}

fn file(name: &str, media_type: &str, digit: &str) -> Value {
    let hash = digit.repeat(64);
    json!({"name": name, "type": media_type, "size": 1234, "hash": hash, "chunks": [hash]})
}

const SEED: &str = "c0ffee00-0000-4000-8000-000000000002";
const BOOKS: &str = "c0ffee00-0000-4000-8000-000000000005";

fn portfolio() -> Portfolio {
    let package = "ab".repeat(32);
    let entities = [
        ("learner", json!({"name": "Ana", "interests": ["plants", "outdoors"]})),
        (
            &format!("framework:{package}"),
            json!({"title": "School garden", "size": 9, "file": file("garden.json", "application/json", "f"), "adopted": "2026-01-10", "source": "file"}),
        ),
        (
            &format!("goal:first:{SEED}"),
            json!({"order": "b", "aim": 6, "due": "2026-03-01", "chosen": "2026-01-11", "start": 3, "moves": []}),
        ),
        (
            &format!("goal:first:{BOOKS}"),
            json!({"order": "a", "aim": 8, "due": null, "chosen": "2026-01-12", "start": 0, "moves": []}),
        ),
        ("pathway:first", json!({"name": "School", "purpose": "To know how things grow"})),
        (
            "pathway:market",
            json!({"name": "=Market day", "purpose": "", "order": "1", "begun": "2026-01-12", "from": "Ms Vega"}),
        ),
        (
            &format!("goal:market:{BOOKS}"),
            json!({"of": "pathway:market", "order": "1", "aim": 6, "due": null, "chosen": "2026-01-12", "start": 0, "moves": []}),
        ),
        ("pathway:rests", json!({"name": "Later", "order": "2", "begun": "2026-01-12", "trashed": true})),
        (
            "evidence:one",
            json!({"title": "=Bean: diary", "text": "Day 1, \"nothing\".\nDay 5: a leaf!", "reflection": "Beans are slow.", "date": "2026-01-15", "added": "2026-01-16T08:00:00Z", "edited": "2026-01-20T09:00:00Z", "tags": ["beans", "=diary"], "alone": false, "with": "Leo", "help": "water", "ai": true, "ai_how": "spelling", "people": true, "keep_until": "2027-01-01", "copied": "evidence:two"}),
        ),
        (
            "artifact:photo",
            json!({"of": "evidence:one", "order": "a", "caption": "My bean", "alt": "A bean in a jar", "file": file("bean.png", "image/png", "1"), "thumb": file("thumb.webp", "image/webp", "6"), "source": file("bean.svg", "image/svg+xml", "7"), "words": file("", "text/plain", "e"), "cleaned": ["location", "camera"], "facts": {"width": 3}}),
        ),
        ("artifact:again", json!({"of": "evidence:one", "order": "b", "file": file("../bean.png", "image/png", "2")})),
        (
            "artifact:link",
            json!({"of": "evidence:one", "order": "c", "link": {"url": "https://example.org/beans", "title": "Beans"}}),
        ),
        (
            "artifact:removed",
            json!({"of": "evidence:one", "order": "d", "trashed": true, "file": file("old.png", "image/png", "3")}),
        ),
        (
            "artifact:event",
            json!({"of": "evidence:one", "order": "e", "event": {"what": "Harvest", "place": "Garden", "day": "2026-01-19", "seen": "Mia"}}),
        ),
        (
            "artifact:orphan",
            json!({"of": "evidence:elsewhere", "order": "a", "file": file("lost.png", "image/png", "9")}),
        ),
        (
            "submission:first",
            json!({"piece": "evidence:one", "at": "2026-01-18T10:00:00Z", "hash": "aa", "withdrawn": "2026-01-18T11:00:00Z"}),
        ),
        ("frozen:first", json!({"of": "evidence:one", "manifest": file("submission.json", "application/json", "8")})),
        (
            "submission:second",
            json!({"piece": "evidence:one", "at": "2026-01-18T12:00:00Z", "hash": "bb", "before": "submission:first", "changed": "A leaf"}),
        ),
        ("frozen:second", json!({"of": "evidence:one", "manifest": file("submission.json", "application/json", "a")})),
        (
            "submission:erased",
            json!({"piece": "evidence:purged", "at": "2025-11-01T10:00:00Z", "hash": "cc", "removed": {"by": "Ana", "day": "2025-12-24"}}),
        ),
        (&format!("claim:one:{SEED}"), json!({"of": "evidence:one", "competency": SEED, "level": 5})),
        (
            "evidence:two",
            json!({"title": "", "text": "", "reflection": "", "date": "2026-01-15", "added": "2026-01-17T08:00:00Z"}),
        ),
        (
            "artifact:copy",
            json!({"of": "evidence:two", "order": "a", "file": file("the same bean.png", "image/png", "1")}),
        ),
        (
            "artifact:words",
            json!({"of": "evidence:two", "order": "b", "file": file("text.md", "text/markdown", "4"), "words": file("", "text/plain", "4")}),
        ),
        (
            "evidence:gone",
            json!({"title": "Thrown away", "text": "old words", "reflection": "", "date": "2025-12-01", "added": "2025-12-01T08:00:00Z", "trashed": true}),
        ),
        (
            "artifact:gone",
            json!({"of": "evidence:gone", "order": "a", "trashed": true, "file": file("gone.txt", "text/plain", "5")}),
        ),
        (
            &format!("claim:self:{BOOKS}"),
            json!({"competency": BOOKS, "level": 4, "date": "2026-01-12", "basis": "placed"}),
        ),
        (
            "calendar:first",
            json!({"weekdays": "12345", "terms": ["2026-01-07>2026-03-27>Spring"], "breaks": ["2026-02-16>2026-02-20>"]}),
        ),
        (
            "commitment:sow",
            json!({"week": "2026-01-12", "what": "Sow the beans", "competency": SEED, "outcome": "done", "added": "2026-01-12T08:00:00Z"}),
        ),
        ("commitment:read", json!({"week": "2026-01-12", "what": "=Read", "added": "2026-01-12T09:00:00Z"})),
        ("commitment:back", json!({"week": "2026-01-26", "what": "Taken back", "trashed": true})),
        ("week:2026-01-12", json!({"look_back": "Ask earlier."})),
        ("spent:late", json!({"competency": SEED, "day": "2026-01-14", "minutes": 20})),
        ("spent:early", json!({"competency": BOOKS, "day": "2026-01-13", "minutes": 45})),
        ("plan:one", json!({"helps": "A quiet corner", "who": "Mia", "until": "2026-02-06", "written": "2026-01-20"})),
    ];
    let mut portfolio = Portfolio::default();
    for (id, fields) in entities {
        portfolio.refresh(&EntityId::parse(id).unwrap(), Some(&Stored(fields)));
    }
    portfolio
}

fn garden() -> Frameworks {
    let path = format!("{}/tests/fixtures/case/garden.json", env!("CARGO_MANIFEST_DIR"));
    let reading = case::read(&std::fs::read(path).unwrap()).unwrap();
    Frameworks::new(vec![Arc::new(Framework::build(reading.source, None))])
}

fn planned() -> Plan {
    planned_of(&portfolio(), &garden())
}

fn planned_of(portfolio: &Portfolio, frameworks: &Frameworks) -> Plan {
    let segments = [(DeviceId([5; 10]), SegmentName::of(1, b"gzip"))];
    plan(&Contents {
        portfolio,
        frameworks,
        roots: &[RootFile::new(RootId([7; 16]), "2026-01-10T08:00:00Z".into())],
        segments: &segments,
        fingerprint: "0123abcd",
        made: parse_instant("2026-02-03T04:05:06Z").unwrap(),
    })
    .unwrap()
}

fn text(path: &str) -> String {
    text_of(planned(), path)
}

fn text_of(plan: Plan, path: &str) -> String {
    let found = plan.entries.into_iter().find(|planned| planned.path == path).unwrap();
    match found.content {
        Content::Text(text) => text,
        other => format!("{other:?}"),
    }
}

#[test]
fn every_file_has_one_place_and_every_piece_a_folder() {
    let places: Vec<String> = planned()
        .entries
        .iter()
        .map(|planned| match &planned.content {
            Content::Text(_) => planned.path.clone(),
            Content::Segment { size, .. } => format!("{} = segment of {size}", planned.path),
            Content::File { hash, .. } => format!("{} = file {}", planned.path, hash.chars().next().unwrap()),
        })
        .collect();
    insta::assert_snapshot!(places.join("\n"));
    assert_eq!(planned().made, (2026, 2, 3, 4, 5, 6));
}

#[test]
fn the_portfolio_is_readable_as_json() {
    insta::assert_snapshot!(text("portfolio.json"));
}

#[test]
fn the_tables_open_anywhere_and_run_nowhere() {
    insta::assert_snapshot!("evidence.csv", text("evidence.csv").replace("\r\n", "⏎\n"));
    insta::assert_snapshot!("goals.csv", text("goals.csv").replace("\r\n", "⏎\n"));
    insta::assert_snapshot!("weeks.csv", text("weeks.csv").replace("\r\n", "⏎\n"));
    insta::assert_snapshot!("time.csv", text("time.csv").replace("\r\n", "⏎\n"));
}

#[test]
fn the_first_words_are_plain() {
    insta::assert_snapshot!(text("README.txt"));
}

#[test]
fn words_stand_beside_the_files() {
    assert_eq!(text("evidence/2026-01-15 =Bean_ diary/text.md"), "Day 1, \"nothing\".\nDay 5: a leaf!");
    assert_eq!(text("evidence/2026-01-15 =Bean_ diary/reflection.md"), "Beans are slow.");
}

#[test]
fn every_file_that_the_log_names_comes_along_once() {
    let portfolio = portfolio();
    let mut named: Vec<String> = portfolio.files().map(|(_, file)| file.hash.clone()).collect();
    named.sort_unstable();
    named.dedup();
    let mut packed: Vec<String> = planned()
        .entries
        .into_iter()
        .filter_map(|planned| match planned.content {
            Content::File { hash, .. } => Some(hash),
            _ => None,
        })
        .collect();
    packed.sort_unstable();
    assert_eq!(packed, named);
}

#[test]
fn a_plan_survives_the_way_to_a_worker() {
    let sent = serde_json::to_string(&planned()).unwrap();
    assert_eq!(serde_json::from_str::<Plan>(&sent).unwrap(), planned());
}

#[test]
fn an_empty_portfolio_is_one_too() {
    let roots = [RootFile::new(RootId([7; 16]), "2026-01-10T08:00:00Z".into())];
    let made = parse_instant("2026-02-03T04:05:06Z").unwrap();
    let contents = Contents {
        portfolio: &Portfolio::default(),
        frameworks: &Frameworks::default(),
        roots: &roots,
        segments: &[],
        fingerprint: "",
        made,
    };
    let paths: BTreeMap<String, Content> =
        plan(&contents).unwrap().entries.into_iter().map(|planned| (planned.path, planned.content)).collect();
    assert_eq!(paths.len(), 7);
    assert!(matches!(&paths["README.txt"], Content::Text(text) if text.starts_with("PORTFOLIO\n")));
}

#[test]
fn what_the_learner_wrote_themselves_is_there_as_case() {
    const MINE: &str = "0f0c6a52-4a0e-4c57-9a55-0d7f4b6d2f10";
    let mut portfolio = portfolio();
    let own = json!({"statement": "I can bake bread.", "level_3": "It rises", "added": "2026-01-10T08:00:00Z"});
    let needs = |before: &str| json!({"needs": [before]});
    for (id, fields) in
        [(format!("own:{MINE}"), own), (format!("notes:{MINE}"), needs(SEED)), (format!("notes:{BOOKS}"), needs(MINE))]
    {
        portfolio.refresh(&EntityId::parse(&id).unwrap(), Some(&Stored(fields)));
    }
    let mine = Framework::build(FrameworkSource::mine("", portfolio.all_own()), None);
    let frameworks = garden().with_own(Arc::new(mine), Arc::default());
    let read = |path: &str| case::read(text_of(planned_of(&portfolio, &frameworks), path).as_bytes()).unwrap();
    let own = read("frameworks/competencies of my own.json");
    assert_eq!(own.source.items[0].statement, "I can bake bread.");
    assert_eq!(own.overlay[0].before.title, "From seed to plant");
    let whole: Value = serde_json::from_str(&text_of(planned_of(&portfolio, &frameworks), "portfolio.json")).unwrap();
    let expected = json!([{
        "id": MINE, "name": "", "statement": "I can bake bread.", "subject": "", "size": "medium", "interests": [],
        "levels": [{"level": 3.0, "words": "It rises"}], "put_away": false, "added": "2026-01-10T08:00:00Z"
    }]);
    assert_eq!(whole["own"], expected);
    let overlay = read("frameworks/what comes first.json");
    assert!(overlay.source.items.is_empty());
    assert_eq!(
        (overlay.overlay[0].before.title.as_str(), overlay.overlay[0].after.id.as_str()),
        ("I can bake bread.", BOOKS)
    );
    let paths: Vec<String> = planned().entries.into_iter().map(|planned| planned.path).collect();
    assert!(!paths.iter().any(|path| path.contains("my own")), "what is not there has no file");
}
