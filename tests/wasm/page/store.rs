//! The database of a profile.

use cairn_app::platform::store::{Batch, Store, StoreError};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::profile;

fn texts(ops: &[&str]) -> Vec<String> {
    ops.iter().map(|&op| op.to_owned()).collect()
}

async fn tail(store: &Store) -> Vec<String> {
    store.read_tail(None, 100).await.unwrap().into_iter().map(|row| row.json).collect()
}

#[wasm_bindgen_test]
async fn ops_outlive_the_connection_and_keep_their_order() {
    let profile = profile();
    let store = Store::open(&profile).await.unwrap();
    let keys = store.append_ops(texts(&["one", "two", "three"]), &[]).await.unwrap();
    assert_eq!(keys.len(), 3);
    drop(store);
    let store = Store::open(&profile).await.unwrap();
    assert_eq!(tail(&store).await, ["one", "two", "three"]);
    let rest = store.read_tail(Some(keys[0]), 1).await.unwrap();
    assert_eq!((rest.len(), rest[0].key, rest[0].json.as_str()), (1, keys[1], "two"));
    Store::delete(&profile).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_replaced_op_goes_in_the_transaction_of_its_successor() {
    let profile = profile();
    let store = Store::open(&profile).await.unwrap();
    let keys = store.append_ops(texts(&["A ki", "other"]), &[]).await.unwrap();
    let newer = store.append_ops(texts(&["A kite"]), &keys[..1]).await.unwrap();
    assert!(newer[0] > keys[1]);
    assert_eq!(tail(&store).await, ["other", "A kite"]);
    Store::delete(&profile).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_segment_takes_the_place_of_its_rows() {
    let profile = profile();
    let store = Store::open(&profile).await.unwrap();
    let keys = store.append_ops(texts(&["one", "two", "three"]), &[]).await.unwrap();
    store.freeze("00000001-9-abc.jsonl.gz", vec![31, 139, 8], &keys[..2]).await.unwrap();
    assert_eq!(tail(&store).await, ["three"]);
    assert_eq!(store.segments().await.unwrap(), ["00000001-9-abc.jsonl.gz"]);
    assert_eq!(store.segment("00000001-9-abc.jsonl.gz").await.unwrap(), Some(vec![31, 139, 8]));
    assert_eq!(store.segment("another").await.unwrap(), None);
    Store::delete(&profile).await.unwrap();
}

#[wasm_bindgen_test]
async fn what_is_pulled_and_its_marks_arrive_together() {
    let profile = profile();
    let store = Store::open(&profile).await.unwrap();
    let segments = vec![("a".to_owned(), vec![1]), ("b".to_owned(), vec![2])];
    let marks = vec![("a".to_owned(), "ok".to_owned()), ("b".to_owned(), "ok".to_owned())];
    store.put_pulled(segments, marks).await.unwrap();
    assert_eq!(store.segments().await.unwrap(), ["a", "b"]);
    assert_eq!(store.applied().await.unwrap().into_keys().collect::<Vec<_>>(), ["a", "b"]);
    Store::delete(&profile).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_batch_is_stored_whole_or_not_at_all() {
    let profile = profile();
    let store = Store::open(&profile).await.unwrap();
    store.commit(&Batch::new().op("one".to_owned()).meta("device", "d1").applied("x", "")).await.unwrap();
    assert_eq!(store.meta("device").await.unwrap().as_deref(), Some("d1"));
    // The failure is made by deleting the profile under the batch.
    Store::delete(&profile).await.unwrap();
    let late = store.commit(&Batch::new().op("two".to_owned()).remove_meta("device")).await;
    assert_eq!(late, Err(StoreError::Closed));
    let again = Store::open(&profile).await.unwrap();
    assert_eq!(tail(&again).await, [""; 0]);
    Store::delete(&profile).await.unwrap();
}

#[wasm_bindgen_test]
async fn the_state_cache_holds_bytes_and_can_be_dropped() {
    let profile = profile();
    let store = Store::open(&profile).await.unwrap();
    let rows = [("first".to_owned(), vec![1, 2, 3]), ("list".to_owned(), vec![7; 900_000])];
    store.put_state(&rows).await.unwrap();
    assert_eq!(store.state("first").await.unwrap(), Some(vec![1, 2, 3]));
    assert_eq!(store.state("list").await.unwrap().map(|bytes| bytes.len()), Some(900_000));
    store.clear_state().await.unwrap();
    assert_eq!(store.state("first").await.unwrap(), None);
    Store::delete(&profile).await.unwrap();
}

#[wasm_bindgen_test]
async fn two_connections_see_each_others_rows() {
    let profile = profile();
    let (one, two) = (Store::open(&profile).await.unwrap(), Store::open(&profile).await.unwrap());
    let first = one.append_ops(texts(&["one"]), &[]).await.unwrap();
    let second = two.append_ops(texts(&["two"]), &[]).await.unwrap();
    assert!(second[0] > first[0]);
    assert_eq!(tail(&one).await, tail(&two).await);
    Store::delete(&profile).await.unwrap();
    assert_eq!(one.segments().await, Err(StoreError::Closed));
    assert_eq!(two.segments().await, Err(StoreError::Closed));
}
