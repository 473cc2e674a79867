//! Last words, preferences and the list of profiles.

use chrono::{DateTime, Utc};
use platform::journal::{self, JournalError, LIMIT, LastWords};
use platform::preferences::{self, Preferences, Theme};
use platform::profiles::{self, Profile, ProfileKind};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::profile;

fn words(field: &str, text: &str) -> LastWords {
    LastWords { entity: "evidence:a".to_owned(), field: field.to_owned(), text: text.to_owned() }
}

#[wasm_bindgen_test]
fn the_last_words_of_each_field_are_kept_until_cleared() {
    let profile = profile();
    journal::put(&profile, words("text", "A kite th")).unwrap();
    journal::put(&profile, words("reflection", "¡Voló!")).unwrap();
    journal::put(&profile, words("text", "A kite that flies")).unwrap();
    let kept = [words("reflection", "¡Voló!"), words("text", "A kite that flies")];
    assert_eq!(journal::read(&profile), kept);
    assert_eq!(journal::read(&profile), kept, "reading must not forget");
    journal::clear(&profile);
    assert_eq!(journal::read(&profile), []);
}

#[wasm_bindgen_test]
fn the_oldest_words_make_room_and_no_text_is_cut() {
    let profile = profile();
    let half = "x".repeat(LIMIT / 2);
    journal::put(&profile, words("one", &half)).unwrap();
    journal::put(&profile, words("two", &half)).unwrap();
    journal::put(&profile, words("three", "!")).unwrap();
    assert_eq!(journal::read(&profile), [words("two", &half), words("three", "!")]);
    let long = "x".repeat(LIMIT + 1);
    assert_eq!(journal::put(&profile, words("four", &long)), Err(JournalError::TooLong(LIMIT + 1)));
    assert_eq!(journal::read(&profile).len(), 2);
    journal::clear(&profile);
}

#[wasm_bindgen_test]
fn preferences_are_remembered() {
    let before = preferences::load();
    let chosen =
        Preferences { theme: Theme::Dark, language: Some("es".to_owned()), last_profile: Some("abc".to_owned()) };
    preferences::save(&chosen).unwrap();
    assert_eq!(preferences::load(), chosen);
    preferences::save(&before).unwrap();
}

#[wasm_bindgen_test]
fn profiles_are_listed_with_the_latest_first() {
    let opened = |seconds| DateTime::<Utc>::from_timestamp(seconds, 0).unwrap();
    let made = |id: &str, at| Profile {
        id: id.to_owned(),
        name: "Ana".to_owned(),
        kind: ProfileKind::Own,
        last_opened: opened(at),
    };
    profiles::put(made("one", 10)).unwrap();
    profiles::put(made("two", 20)).unwrap();
    profiles::put(made("one", 30)).unwrap();
    let ids: Vec<_> = profiles::all().into_iter().map(|profile| profile.id).collect();
    assert_eq!(ids, ["one", "two"]);
    profiles::remove("one").unwrap();
    profiles::remove("two").unwrap();
    assert_eq!(profiles::all(), []);
}
