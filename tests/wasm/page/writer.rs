//! The queue that every op goes through.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use platform::store::{NewOp, SaveStatus, Store, StoreError, Writer};
use platform::timer;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::profile;

fn op(id: &str, replaces: Option<&str>) -> NewOp {
    NewOp { id: id.to_owned(), json: format!("op {id}"), replaces: replaces.map(str::to_owned) }
}

type Statuses = Rc<RefCell<Vec<SaveStatus>>>;

fn writer(store: &Store) -> (Writer, Statuses) {
    let statuses = Statuses::default();
    let heard = Rc::clone(&statuses);
    (Writer::new(store.clone(), move |status| heard.borrow_mut().push(status)), statuses)
}

async fn tail(store: &Store) -> Vec<String> {
    store.read_tail(None, 100).await.unwrap().into_iter().map(|row| row.json).collect()
}

#[wasm_bindgen_test]
async fn saved_is_said_only_when_it_is_true() {
    let profile = profile();
    let store = Store::open(&profile).await.unwrap();
    let (writer, statuses) = writer(&store);
    writer.push(vec![op("a", None), op("b", None)]);
    assert!(!statuses.borrow().contains(&SaveStatus::Saved));
    writer.settled().await;
    assert_eq!(*statuses.borrow(), [SaveStatus::Saving, SaveStatus::Saved]);
    assert_eq!(tail(&store).await, ["op a", "op b"]);
    Store::delete(&profile).await.unwrap();
}

#[wasm_bindgen_test]
async fn typing_leaves_one_row_however_it_meets_the_disk() {
    let profile = profile();
    let store = Store::open(&profile).await.unwrap();
    let (writer, _) = writer(&store);
    // The second replaces the first while both wait; the third, after the second was stored.
    writer.push(vec![op("a", None)]);
    writer.push(vec![op("b", Some("a"))]);
    writer.settled().await;
    writer.push(vec![op("c", Some("b"))]);
    timer::breathe().await;
    writer.push(vec![op("d", Some("c"))]);
    writer.settled().await;
    assert_eq!(tail(&store).await, ["op d"]);
    Store::delete(&profile).await.unwrap();
}

#[wasm_bindgen_test]
async fn what_cannot_be_stored_stays_and_is_said() {
    let profile = profile();
    let store = Store::open(&profile).await.unwrap();
    let (writer, statuses) = writer(&store);
    Store::delete(&profile).await.unwrap();
    writer.push(vec![op("a", None)]);
    let said = async {
        while statuses.borrow().len() < 2 {
            timer::sleep(Duration::from_millis(5)).await;
        }
    };
    timer::within(Duration::from_secs(5), said).await.unwrap();
    assert_eq!(statuses.borrow()[1], SaveStatus::Failed(StoreError::Closed));
    let again = async {
        for tries in 2..=4 {
            writer.retry();
            while statuses.borrow().len() < 2 * tries {
                timer::sleep(Duration::from_millis(5)).await;
            }
        }
    };
    // Left alone, the writer would try again after one, three and ten seconds.
    timer::within(Duration::from_secs(10), again).await.unwrap();
    assert_eq!(statuses.borrow()[6..], [SaveStatus::Saving, SaveStatus::Failed(StoreError::Closed)]);
}

/// Runs a script, to make the browser fail as browsers do.
fn run(script: &str) {
    js_sys::Function::new_no_args(script).call0(&wasm_bindgen::JsValue::UNDEFINED).unwrap();
}

#[wasm_bindgen_test]
async fn a_full_disk_loses_nothing() {
    let profile = profile();
    let store = Store::open(&profile).await.unwrap();
    let (writer, statuses) = writer(&store);
    run("const store = IDBObjectStore.prototype;
        globalThis.cairnAdd ??= store.add;
        store.add = () => { throw new DOMException('full', 'QuotaExceededError'); };");
    writer.push(vec![op("a", None)]);
    let said = async {
        while statuses.borrow().len() < 2 {
            timer::sleep(Duration::from_millis(5)).await;
        }
    };
    timer::within(Duration::from_secs(5), said).await.unwrap();
    assert_eq!(statuses.borrow()[1], SaveStatus::Failed(StoreError::Quota));
    assert_eq!(tail(&store).await, [""; 0]);
    writer.push(vec![op("b", None)]);
    run("IDBObjectStore.prototype.add = globalThis.cairnAdd;");
    writer.retry();
    writer.settled().await;
    assert_eq!(statuses.borrow().last(), Some(&SaveStatus::Saved));
    assert_eq!(tail(&store).await, ["op a", "op b"]);
    Store::delete(&profile).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_lost_connection_is_opened_again() {
    let profile = profile();
    run("const factory = IDBFactory.prototype;
        globalThis.cairnOpened = [];
        globalThis.cairnOpen ??= factory.open;
        factory.open = function (...of) {
            const request = globalThis.cairnOpen.apply(this, of);
            request.addEventListener('success', () => globalThis.cairnOpened.push(request.result));
            return request;
        };");
    let store = Store::open(&profile).await.unwrap();
    run("IDBFactory.prototype.open = globalThis.cairnOpen;");
    let (writer, statuses) = writer(&store);
    writer.push(vec![op("a", None)]);
    writer.settled().await;
    run("for (const database of globalThis.cairnOpened) database.close();");
    writer.push(vec![op("b", None)]);
    writer.settled().await;
    assert!(statuses.borrow().iter().all(|status| !matches!(status, SaveStatus::Failed(_))));
    run("for (const database of globalThis.cairnOpened) database.close();");
    assert_eq!(tail(&store).await, ["op a", "op b"]);
    Store::delete(&profile).await.unwrap();
}
