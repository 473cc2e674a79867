//! Acts become facts that merge, can be taken back, and coalesce while one types.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use ledger::Ledger;
use portfolio::framework::Frameworks;
use portfolio::intent::{Context, Wording};
use portfolio::model::OwnWords;
use portfolio::{Change, EntityId, FieldValue, Intent, Kind};
use replica::{WriterId, fingerprint};

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).unwrap()
}

fn piece() -> EntityId {
    EntityId::random(Kind::Evidence, 5)
}

fn create(title: &str) -> Change {
    Change::Create { entity: piece(), fields: BTreeMap::from([("title".to_owned(), title.into())]) }
}

fn write(text: &str) -> Change {
    Change::Set { entity: piece(), field: "text".to_owned(), value: text.into() }
}

#[test]
fn an_act_is_read_back_and_can_be_taken_back() {
    let mut ledger = Ledger::new(WriterId(1));
    let added = ledger.apply(vec![create("Bridge")], now()).unwrap();
    assert_eq!(added.touched, [piece().to_string()]);
    assert_eq!(ledger.portfolio().piece(&piece()).unwrap().title, "Bridge");

    let taken_back = ledger.undo(added.undo, now()).unwrap();
    assert!(!ledger.portfolio().piece(&piece()).unwrap().standing.is_live());
    ledger.undo(taken_back.undo, now()).unwrap();
    assert!(ledger.portfolio().piece(&piece()).unwrap().standing.is_live());
}

#[test]
fn typing_leaves_one_op_and_the_same_state_without_the_others() {
    let mut typist = Ledger::new(WriterId(1));
    let mut reader = Ledger::new(WriterId(2));
    let created = typist.apply(vec![create("Bridge")], now()).unwrap();
    let first = typist.apply(vec![write("I b")], now()).unwrap();
    let second = typist.apply(vec![write("I built")], now() + TimeDelta::seconds(3)).unwrap();
    assert_eq!(second.replaced, Some(first.ops[0].id));

    // The first act also noted when the visit began.
    reader.merge(created.ops.iter().chain(first.ops.iter().skip(1)).chain(&second.ops));
    assert_eq!(fingerprint(reader.state()), fingerprint(typist.state()));
    assert_eq!(reader.portfolio().piece(&piece()).unwrap().text, "I built");
}

#[test]
fn a_pause_another_field_and_a_seal_each_end_the_visit() {
    let mut ledger = Ledger::new(WriterId(1));
    ledger.apply(vec![create("Bridge")], now()).unwrap();
    ledger.apply(vec![write("one")], now()).unwrap();
    let later = now() + TimeDelta::minutes(6);
    assert_eq!(ledger.apply(vec![write("two")], later).unwrap().replaced, None);
    let title = Change::Set { entity: piece(), field: "title".to_owned(), value: "Arch".into() };
    assert_eq!(ledger.apply(vec![title], later).unwrap().replaced, None);
    assert_eq!(ledger.apply(vec![write("three")], later).unwrap().replaced, None);
    ledger.seal();
    assert_eq!(ledger.apply(vec![write("four")], later).unwrap().replaced, None);
}

#[test]
fn two_devices_that_exchange_ops_end_alike_with_both_edits_kept() {
    let mut tablet = Ledger::new(WriterId(1));
    let mut laptop = Ledger::new(WriterId(2));
    let created = tablet.apply(vec![create("Bridge")], now()).unwrap();
    laptop.merge(&created.ops);
    let there = tablet.apply(vec![write("tablet")], now()).unwrap();
    let here = laptop.apply(vec![write("laptop")], now()).unwrap();
    tablet.merge(&here.ops);
    laptop.merge(&there.ops);
    assert_eq!(fingerprint(tablet.state()), fingerprint(laptop.state()));
    let heads = tablet.state().entity(piece().as_str()).unwrap().heads("text").len();
    assert_eq!(heads, 2);
}

#[test]
fn an_act_that_cannot_be_written_changes_nothing() {
    let mut ledger = Ledger::new(WriterId(1));
    let before = fingerprint(ledger.state());
    let huge = FieldValue::Text("x".repeat(70_000));
    let too_much = Change::Set { entity: piece(), field: "text".to_owned(), value: huge };
    assert!(ledger.apply(vec![create("Bridge"), too_much], now()).is_err());
    assert_eq!(fingerprint(ledger.state()), before);
    assert!(ledger.portfolio().piece(&piece()).is_none());
}

#[test]
fn the_longest_words_that_one_act_takes_fit_into_one_op() {
    let words = |wording: Wording| "字".repeat(wording.most());
    let own = OwnWords {
        statement: words(Wording::Statement),
        name: words(Wording::Title),
        subject: words(Wording::Tag),
        levels: std::array::from_fn(|_| words(Wording::Statement)),
        ..OwnWords::default()
    };
    let (now, frameworks) = (now(), Frameworks::default());
    let mut context = Context { now, today: now.date_naive(), fresh: &mut || 7, frameworks: &frameworks };
    let outcome = Ledger::new(WriterId(1)).perform(Intent::WriteOwn { words: own }, &mut context).unwrap();
    assert_eq!(outcome.ops.len(), 1);
}
