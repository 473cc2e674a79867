//! How large, how long, how many pages: what files say of themselves.
#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod fixtures;

use std::io::Cursor;

use fixtures::{files, film};
use media::webm::Recording;
use media::{Facts, facts};

fn of(bytes: &[u8]) -> Facts {
    facts(Cursor::new(bytes)).unwrap()
}

fn sized(width: u64, height: u64) -> Facts {
    Facts { width: Some(width), height: Some(height), ..Facts::default() }
}

#[test]
fn each_file_says_what_it_is_like() {
    for (name, bytes) in files() {
        let wanted = match name {
            // Stored lying, shown standing.
            "jpeg" | "png" | "webp" | "heic" => sized(480, 640),
            "gif" | "svg" => sized(640, 480),
            "mov" => Facts { ms: Some(2000), ..sized(360, 640) },
            "wav" => Facts { ms: Some(250), ..Facts::default() },
            "pptx" | "pdf" => Facts { pages: Some(3), ..Facts::default() },
            "odt" => Facts { pages: Some(2), ..Facts::default() },
            _ => continue,
        };
        assert_eq!(of(&bytes), wanted, "{name}");
    }
}

#[test]
fn a_recording_knows_its_length_once_it_is_finished() {
    assert_eq!(of(&film()), sized(640, 480));
    let mut finished = Vec::new();
    let plan = Recording::read(Cursor::new(film())).unwrap().finish();
    plan.write(Cursor::new(film()), &mut finished).unwrap();
    assert_eq!(of(&finished), Facts { ms: Some(10_000), ..sized(640, 480) });
}

#[test]
fn nothing_is_known_of_what_is_not_understood() {
    let nothing = Facts { is_heavy: true, ..Facts::default() };
    assert_eq!(of(b""), nothing);
    assert_eq!(of(b"plain words"), nothing);
    assert_eq!(of(b"\xff\xfe<\0s\0v\0g\0>\0"), nothing);
    assert_eq!(of(&fixtures::pdf()[..100]), Facts::default());
}
