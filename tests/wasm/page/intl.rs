//! Words for dates and numbers.

use chrono::NaiveDate;
use platform::intl::{self, DateStyle};
use wasm_bindgen_test::wasm_bindgen_test;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[wasm_bindgen_test]
fn what_is_no_language_tag_is_none_and_speaks_english() {
    assert_eq!(intl::canonical("C"), None);
    assert_eq!(intl::canonical("ES-mx").as_deref(), Some("es-MX"));
    assert_eq!(intl::number("C", 1234), "1,234");
    assert_eq!(intl::date("not a tag", day(2027, 5, 3), DateStyle::Long), "May 3, 2027");
}

#[wasm_bindgen_test]
fn a_date_is_said_in_the_language_and_never_slips_a_day() {
    assert_eq!(intl::date("en-GB", day(2027, 5, 3), DateStyle::Long), "3 May 2027");
    assert_eq!(intl::date("es", day(2027, 12, 31), DateStyle::Long), "31 de diciembre de 2027");
    assert_eq!(intl::date("en-GB", day(1969, 12, 31), DateStyle::Long), "31 December 1969");
    assert_eq!(intl::month("en-GB", day(2027, 5, 3)), "May 2027");
}

#[wasm_bindgen_test]
fn numbers_amounts_and_lists_follow_the_language() {
    assert_eq!(intl::number("es", 12_345), "12.345");
    assert_eq!(intl::decimal("en", 2.5, 1), "2.5");
    assert_eq!(intl::percent("en", 0.256), "26%");
    assert_eq!(intl::bytes("en", 0), "0 bytes");
    assert_eq!(intl::bytes("en", 214_300), "214 kB");
    assert_eq!(intl::bytes("en", 999_700), "1 MB");
    assert_eq!(intl::bytes("en", 1_234_000_000), "1.2 GB");
    assert_eq!(intl::list("en", &["maths", "art", "music"]), "maths, art, and music");
    assert_eq!(intl::list("es", &["arte", "música"]), "arte y música");
}

#[wasm_bindgen_test]
fn words_are_told_apart_as_the_language_does() {
    assert_eq!(intl::words("en", "Don't stop – go on! 🙂"), Some(4));
    assert_eq!(intl::words("es", "¿Qué? 3 canciones."), Some(3));
    assert_eq!(intl::words("ja", "豆が育った").map(|words| words > 1), Some(true));
    assert_eq!(intl::words("en", ""), Some(0));
}

#[wasm_bindgen_test]
fn plurals_follow_the_language() {
    assert_eq!(intl::plural_category("en", 1), "one");
    assert_eq!(intl::plural_category("en", 0), "other");
    assert_eq!(intl::plural_category("pl", 3), "few");
    assert_eq!(intl::plural_category("es", 1_000_000), "many");
}
