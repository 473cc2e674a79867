//! Words to other tabs.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use platform::hints::Hints;
use platform::timer::{sleep, within};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::profile;

#[wasm_bindgen_test]
async fn the_others_hear_and_the_speaker_does_not() {
    let name = profile();
    let heard = Rc::new(RefCell::new(Vec::new()));
    let hear = |who: &'static str| {
        let heard = Rc::clone(&heard);
        move |words: String| heard.borrow_mut().push((who, words))
    };
    let one = Hints::open(&name, hear("one")).unwrap();
    let two = Hints::open(&name, hear("two")).unwrap();
    let three = Hints::open(&name, hear("three")).unwrap();
    drop(three);
    one.say("ops").unwrap();
    two.say("settings").unwrap();
    let both = async {
        while heard.borrow().len() < 2 {
            sleep(Duration::from_millis(5)).await;
        }
    };
    within(Duration::from_secs(5), both).await.unwrap();
    heard.borrow_mut().sort();
    assert_eq!(*heard.borrow(), [("one", "settings".to_owned()), ("two", "ops".to_owned())]);
}
