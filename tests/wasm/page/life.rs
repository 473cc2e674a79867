//! The page: its moments, its root element, its clock.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use chrono::TimeDelta;
use platform::lifecycle::{Moment, on};
use platform::preferences::Theme;
use platform::{clock, page, random, timer};
use wasm_bindgen_test::wasm_bindgen_test;

fn run(script: &str) -> wasm_bindgen::JsValue {
    js_sys::Function::new_no_args(script).call0(&wasm_bindgen::JsValue::UNDEFINED).unwrap()
}

#[wasm_bindgen_test]
fn a_moment_is_heard_until_the_listener_is_dropped() {
    let heard = Rc::new(Cell::new(0));
    let hear = || {
        let heard = Rc::clone(&heard);
        move || heard.set(heard.get() + 1)
    };
    let leaving = on(Moment::Leaving, hear()).unwrap();
    run("dispatchEvent(new PageTransitionEvent('pagehide'))");
    assert_eq!(heard.get(), 1);
    drop(leaving);
    run("dispatchEvent(new PageTransitionEvent('pagehide'))");
    assert_eq!(heard.get(), 1);
    let _returning = on(Moment::Returning, hear()).unwrap();
    run("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }))");
    assert_eq!(heard.get(), 1, "an ordinary load is no return");
    run("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
    assert_eq!(heard.get(), 2);
    let (_hidden, _visible) = (on(Moment::Hidden, hear()).unwrap(), on(Moment::Visible, hear()).unwrap());
    run("document.dispatchEvent(new Event('visibilitychange'))");
    assert_eq!(heard.get(), 3, "the page is either hidden or visible");
}

#[wasm_bindgen_test]
fn the_root_says_language_and_theme() {
    let root = || run("const root = document.documentElement; return `${root.lang} ${root.dataset.theme}`;");
    page::set_language("es").unwrap();
    page::set_theme(Theme::Dark).unwrap();
    assert_eq!(root(), "es dark");
    page::set_theme(Theme::System).unwrap();
    assert_eq!(root(), "es undefined");
    page::set_title("Hoy · Cairn");
    assert_eq!(run("return document.title"), "Hoy · Cairn");
    assert!(page::is_secure());
    assert_eq!(page::base(), "/");
}

#[wasm_bindgen_test]
fn only_the_first_place_was_not_navigated_to() {
    assert_eq!([page::was_navigated(), page::was_navigated(), page::was_navigated()], [false, true, true]);
}

#[wasm_bindgen_test]
fn today_is_the_date_on_the_wall() {
    let shown = run("const now = new Date(); const two = n => String(n).padStart(2, '0');
        return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;");
    assert_eq!(shown, clock::today().to_string().as_str());
    assert!(clock::utc_offset(clock::now()).abs() <= TimeDelta::hours(14));
}

#[wasm_bindgen_test]
fn random_bits_differ() {
    assert_ne!(random::bits128().unwrap(), random::bits128().unwrap());
    assert_ne!(random::bits64().unwrap(), random::bits64().unwrap());
}

#[wasm_bindgen_test]
async fn waiting_ends_with_whichever_comes_first() {
    assert_eq!(timer::within(Duration::from_secs(5), async { 1 }).await, Some(1));
    assert_eq!(timer::within(Duration::from_millis(5), std::future::pending::<()>()).await, None);
}
