//! The bytes of a manifest, for ever.

use super::*;

/// The SHA-256 of `golden.json` without its line end.
const GOLDEN: &str = "cefb170e9830e34f5327c1409c0167cd4e1cd7ed685db2159515cd7f8cdc540d";

/// A piece with something of everything, handed in for the second time.
fn submitted() -> Sealed {
    let mut world = world();
    let event = Event { what: "First flight".into(), place: "Beach".into(), day: None, seen: "Leo".into() };
    let link = Link { url: "https://a.example/kites".into(), title: String::new() };
    let made = MadeWith { alone: Some(false), with: "Leo".into(), ..MadeWith::default() };
    let new = NewEvidence {
        title: "Kite «2»".into(),
        text: "It\nflies\u{1}".into(),
        date: day("2026-02-28"),
        claims: vec![(id("b"), level("3")), (id("a"), level("2.5"))],
        artifacts: vec![
            picture("up.png", '1'),
            NewArtifact::of(Content::Link(link)),
            NewArtifact::of(Content::Event(event)),
        ],
        tags: ["wind".to_owned(), "beach".to_owned()].into(),
        made,
        people: Some(true),
        ..piece("")
    };
    let piece = created(&world.act(Intent::AddEvidence(new)));
    try_submit(&mut world, &piece, "").unwrap();
    sealed(world.on("2026-03-09"), &piece, "A longer \"tail\"")
}

#[test]
fn a_manifest_has_the_same_bytes_for_ever() {
    let sealed = submitted();
    assert_eq!(String::from_utf8_lossy(sealed.bytes()), include_str!("golden.json").trim_end());
    assert_eq!(sealed.hash(), GOLDEN);
    assert_eq!(Manifest::read(sealed.bytes()).unwrap(), *sealed.manifest());
}

#[test]
fn members_that_a_newer_app_adds_are_passed_over_and_its_format_is_named() {
    let sealed = submitted();
    let text = String::from_utf8_lossy(sealed.bytes()).into_owned();
    let more = text.replacen("\"title\"", "\"mood\":{\"bright\":[1.5]},\"title\"", 1);
    assert_eq!(Manifest::read(more.as_bytes()).unwrap(), *sealed.manifest());
    let newer = text.replacen(Manifest::FORMAT, "cairn-submission-2", 1);
    let found = Manifest::read(newer.as_bytes());
    assert!(matches!(found, Err(Unreadable::OtherFormat { found }) if found == "cairn-submission-2"));
    for odd in ["", "null", "{}", "[]", "{\"format\":\"cairn-submission-1\"}"] {
        assert!(matches!(Manifest::read(odd.as_bytes()), Err(Unreadable::Json(_))), "{odd}");
    }
    for (was, is) in [("2026-02-28", "2026-02-30"), ("\"level\":6", "\"level\":9"), ("\"evidence:", "\"badge:")] {
        let broken = text.replacen(was, is, 1);
        assert!(broken != text && Manifest::read(broken.as_bytes()).is_err(), "{is}");
    }
}
