//! What the log says of the life of a piece, as it was first written down. Every later version reads the same from it.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use ledger::{History, Ledger};
use portfolio::date::parse_instant;
use portfolio::model::{Content, Evidence, Facts, MadeWith, Private, Stage};
use portfolio::{EntityId, Portfolio};
use replica::{Op, WriterId};

fn ops() -> Vec<Op> {
    include_str!("fixtures/life.jsonl").lines().map(|line| Op::from_json(line.as_bytes()).unwrap()).collect()
}

fn id(text: &str) -> EntityId {
    EntityId::parse(text).unwrap()
}

fn read(look: impl FnOnce(&Portfolio)) {
    let mut ledger = Ledger::new(WriterId(1));
    ledger.merge(&ops());
    look(ledger.portfolio());
}

#[test]
fn a_piece_says_all_it_said() {
    read(|portfolio| {
        let piece = portfolio.piece(&id("evidence:b")).unwrap();
        let made = MadeWith {
            alone: Some(false),
            with: "Leo".into(),
            help: "A saw".into(),
            ai: Some(true),
            ai_how: "It named three woods".into(),
        };
        assert_eq!((&piece.made, piece.people), (&made, Some(true)));
        assert_eq!(piece.tags, ["wind".to_owned()].into());
        assert_eq!((piece.text.as_str(), piece.edited), ("It flies high", parse_instant("2026-03-02T11:00:00Z")));
        assert_eq!(piece.keep_until.map(|day| day.to_string()).as_deref(), Some("2027-03-02"));
        assert_eq!(piece.copied, Some(id("evidence:a")));
    });
}

#[test]
fn artifacts_show_all_they_showed() {
    read(|portfolio| {
        let [picture, event, link] = portfolio.artifacts_of(&id("evidence:b")).try_into().unwrap();
        let files: Vec<_> = picture.files().map(|file| file.name.as_str()).collect();
        assert_eq!(files, ["kite.png", "kite.svg", "thumb.webp", "words.txt"]);
        assert_eq!(picture.cleaned, [Private::Location, Private::Camera].into());
        let facts = Facts { width: Some(640), height: Some(480), ms: Some(1500), pages: Some(2) };
        assert_eq!(picture.preview.facts, facts);
        assert_eq!(picture.preview.wave.unwrap().bars().first_chunk(), Some(&[10, 255]));
        assert!(matches!(&event.content, Some(Content::Event(done)) if done.seen == "Leo" && done.day.is_some()));
        assert!(matches!(&link.content, Some(Content::Link(_))));
    });
}

#[test]
fn what_was_handed_in_is_handed_in() {
    read(|portfolio| {
        let (piece, first, second) = (id("evidence:b"), id("submission:x"), id("submission:y"));
        assert!(matches!(portfolio.stage(&piece), Stage::Submitted(stands) if stands.id == second));
        assert_eq!(portfolio.submission(&second).unwrap().before, Some(first.clone()));
        assert_eq!(portfolio.submission(&first).unwrap().withdrawn, parse_instant("2026-03-02T12:30:00Z"));
        assert_eq!(portfolio.frozen(&first).unwrap().manifest.hash, portfolio.submission(&first).unwrap().hash);
        let erased = portfolio.submission(&id("submission:z")).unwrap();
        assert_eq!(erased.removed.as_ref().map(|removed| removed.by.as_str()), Some("Ana"));
        assert_eq!(portfolio.files().count(), 6);
    });
}

#[test]
fn a_text_has_the_history_it_had() {
    let mut history = History::of(id("evidence:b"), Evidence::TEXT);
    ops().iter().for_each(|op| history.take(op));
    let told: Vec<_> = history.versions().into_iter().map(|version| (version.text, version.at)).collect();
    let expected = [("It flies high", "2026-03-02T11:00:00Z"), ("It flies", "2026-03-02T10:00:00Z")];
    assert_eq!(told, expected.map(|(text, at)| (text.to_owned(), parse_instant(at))));
}
