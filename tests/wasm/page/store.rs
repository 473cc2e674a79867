//! The database of a profile.

use platform::store::{Batch, Store, StoreError, TailKey};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::profile;

/// Appends ops in the place of rows.
async fn append(store: &Store, ops: &[&str], replaced: &[TailKey]) -> Vec<TailKey> {
    let batch = replaced.iter().fold(Batch::new(), |batch, key| batch.drop_op(*key));
    store.commit(&ops.iter().fold(batch, |batch, &op| batch.op(op.to_owned()))).await.unwrap()
}

async fn tail(store: &Store) -> Vec<String> {
    store.read_tail(None, 100).await.unwrap().into_iter().map(|row| row.json).collect()
}

#[wasm_bindgen_test]
async fn ops_outlive_the_connection_and_keep_their_order() {
    let profile = profile();
    let store = Store::open(&profile).await.unwrap();
    let keys = append(&store, &["one", "two", "three"], &[]).await;
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
    let keys = append(&store, &["A ki", "other"], &[]).await;
    let newer = append(&store, &["A kite"], &keys[..1]).await;
    assert!(newer[0] > keys[1]);
    assert_eq!(tail(&store).await, ["other", "A kite"]);
    Store::delete(&profile).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_segment_takes_the_place_of_its_rows() {
    let profile = profile();
    let store = Store::open(&profile).await.unwrap();
    let keys = append(&store, &["one", "two", "three"], &[]).await;
    store.freeze("00000001-9-abc.jsonl.gz", vec![31, 139, 8], &keys[..2]).await.unwrap();
    assert_eq!(tail(&store).await, ["three"]);
    assert_eq!(store.segments().await.unwrap(), ["00000001-9-abc.jsonl.gz"]);
    assert_eq!(store.segment("00000001-9-abc.jsonl.gz").await.unwrap(), Some(vec![31, 139, 8]));
    assert_eq!(store.segment("another").await.unwrap(), None);
    Store::delete(&profile).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_batch_is_stored_whole_or_not_at_all() {
    let profile = profile();
    let store = Store::open(&profile).await.unwrap();
    store.commit(&Batch::new().op("one".to_owned()).meta("device", "d1")).await.unwrap();
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
async fn a_start_reads_everything_at_once_as_it_stands() {
    let profile = profile();
    let store = Store::open(&profile).await.unwrap();
    let nothing = store.opening(2).await.unwrap();
    assert!(nothing.state.is_empty() && nothing.segments.is_empty() && nothing.tail.is_empty());
    assert_eq!(nothing.meta("device"), None);

    let rows = [("snapshot".to_owned(), vec![1, 2, 3]), ("framework".to_owned(), vec![7; 900_000])];
    store.put_state(&rows).await.unwrap();
    let batch = ["one", "two", "three"].into_iter().fold(Batch::new(), |batch, op| batch.op(op.to_owned()));
    store.commit(&batch.segment("d/2", vec![2]).segment("d/1", vec![1]).meta("device", "d")).await.unwrap();
    let stored = store.opening(2).await.unwrap();
    assert_eq!(stored.meta("device"), Some("d"));
    assert_eq!(stored.state, rows.into());
    assert_eq!(stored.segments, ["d/1", "d/2"]);
    assert_eq!(stored.tail.iter().map(|row| row.json.as_str()).collect::<Vec<_>>(), ["one", "two"]);
    Store::delete(&profile).await.unwrap();
}

#[wasm_bindgen_test]
async fn large_caches_lie_in_pieces_that_a_start_does_not_read() {
    let profile = profile();
    let store = Store::open(&profile).await.unwrap();
    store.put_state(&[("head".to_owned(), vec![0])]).await.unwrap();
    for number in [1, 2, 10, 11] {
        store.put_piece("cache", number, &[number as u8; 3]).await.unwrap();
    }
    store.put_piece("other", 12, &[12]).await.unwrap();
    assert_eq!(store.opening(2).await.unwrap().state, [("head".to_owned(), vec![0])].into());
    store.drop_pieces_after("cache", 2).await.unwrap();
    let mut left = Vec::new();
    for (name, number) in [("cache", 1), ("cache", 2), ("cache", 10), ("cache", 11), ("other", 12)] {
        left.push(store.piece(name, number).await.unwrap());
    }
    assert_eq!(left, [Some(vec![1; 3]), Some(vec![2; 3]), None, None, Some(vec![12])]);
    Store::delete(&profile).await.unwrap();
}

#[wasm_bindgen_test]
async fn two_connections_see_each_others_rows() {
    let profile = profile();
    let (one, two) = (Store::open(&profile).await.unwrap(), Store::open(&profile).await.unwrap());
    let first = append(&one, &["one"], &[]).await;
    let second = append(&two, &["two"], &[]).await;
    assert!(second[0] > first[0]);
    assert_eq!(tail(&one).await, tail(&two).await);
    Store::delete(&profile).await.unwrap();
    assert_eq!(one.segments().await, Err(StoreError::Closed));
    assert_eq!(two.segments().await, Err(StoreError::Closed));
}
