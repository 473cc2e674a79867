//! Steps of the history, and what is kept with them.

use platform::history;
use wasm_bindgen_test::wasm_bindgen_test;

fn address() -> String {
    let here = web_sys::window().unwrap().location();
    format!("{}{}", here.pathname().unwrap(), here.search().unwrap())
}

#[wasm_bindgen_test]
fn each_step_keeps_its_own_by_names() {
    history::begin().unwrap();
    history::keep("list", "12").unwrap();
    history::keep("typed", "yes").unwrap();
    assert_eq!([history::kept("list").as_deref(), history::kept("typed").as_deref()], [Some("12"), Some("yes")]);
    history::begin().unwrap();
    assert_eq!([history::kept("list"), history::kept("typed")], [None, None]);
}

#[wasm_bindgen_test]
fn a_step_begins_only_at_another_address() {
    let steps = || web_sys::window().unwrap().history().unwrap().length().unwrap();
    let (before, here) = (steps(), address());
    history::be_at(&here).unwrap();
    assert_eq!((steps(), address()), (before, here.clone()));
    history::be_at(&format!("{}?q=r\u{ed}o", here.split('?').next().unwrap())).unwrap();
    assert!(address().ends_with("?q=r%C3%ADo"));
    assert_eq!(steps(), before + 1);
    history::be_at(&here).unwrap();
}
