//! Finding pieces: by date, words, competency and format.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use search::fold;

use crate::entity::EntityId;
use crate::format::{Format, formats};
use crate::item_id::ItemId;
use crate::model::{Content, Evidence, Portfolio};

/// What to look for; everything left empty means any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words, or beginnings of words, each of which is in the piece's title, text, reflection or tags, or in the captions,
    /// alternative texts, file names, links or events of its artifacts.
    pub words: String,
    /// A competency the piece claims a level for.
    pub competency: Option<ItemId>,
    /// A format the piece has.
    pub format: Option<Format>,
    /// Whether to look in the trash, and not among the pieces in use.
    pub trashed: bool,
}

/// The words of the pieces as a search compares them, worked out when first asked for. Ten years of work are some
/// megabytes of words, so they are kept from one press of a key to the next.
#[derive(Clone, Debug, Default)]
pub struct Gallery {
    words: BTreeMap<EntityId, String>,
}

impl Gallery {
    /// To be told whenever something was refreshed, so that its piece is read again.
    pub fn touch(&mut self, portfolio: &Portfolio, id: &EntityId) {
        if let Some(piece) = portfolio.piece_of(id) {
            self.words.remove(piece);
        }
    }

    /// The pieces that fit, latest work first.
    pub fn find<'p>(&mut self, portfolio: &'p Portfolio, query: &Query) -> Vec<&'p Evidence> {
        let mut phrases: Vec<String> = query.words.split_whitespace().map(fold::words).collect();
        phrases.retain(|phrase| !phrase.is_empty());
        let mut found = if query.trashed { in_trash(portfolio) } else { latest_first(portfolio) };
        found.retain(|piece| {
            query.competency.as_ref().is_none_or(|competency| claims(portfolio, piece, competency))
                && query.format.is_none_or(|format| formats(portfolio, &piece.id).contains(&format))
                && (phrases.is_empty() || self.holds(portfolio, piece, &phrases))
        });
        found
    }

    fn holds(&mut self, portfolio: &Portfolio, piece: &Evidence, phrases: &[String]) -> bool {
        if !self.words.contains_key(&piece.id) {
            self.words.insert(piece.id.clone(), words_of(portfolio, piece));
        }
        let words = self.words.get(&piece.id);
        words.is_some_and(|words| phrases.iter().all(|phrase| words.contains(phrase.as_str())))
    }
}

/// All pieces in use, latest work first; of one day what was added last stands first. What came back from the trash is
/// among them.
pub fn latest_first(portfolio: &Portfolio) -> Vec<&Evidence> {
    sorted(portfolio.pieces().filter(|piece| piece.standing.is_live()))
}

/// The pieces in the trash, latest work first.
pub fn in_trash(portfolio: &Portfolio) -> Vec<&Evidence> {
    sorted(portfolio.pieces().filter(|piece| !piece.standing.is_live()))
}

/// The tags of all pieces in use.
pub fn tags(portfolio: &Portfolio) -> BTreeSet<&str> {
    let live = portfolio.pieces().filter(|piece| piece.standing.is_live());
    live.flat_map(|piece| &piece.tags).map(String::as_str).collect()
}

fn sorted<'p>(pieces: impl Iterator<Item = &'p Evidence>) -> Vec<&'p Evidence> {
    let mut pieces: Vec<_> = pieces.collect();
    pieces.sort_by_key(|piece| Reverse((piece.day(), piece.added, &piece.id)));
    pieces
}

fn claims(portfolio: &Portfolio, piece: &Evidence, competency: &ItemId) -> bool {
    portfolio.claim(&EntityId::claim(&piece.id, competency)).is_some_and(|claim| claim.standing.is_live())
}

/// Each text on a line of its own, so that no phrase runs from one into the next.
fn words_of(portfolio: &Portfolio, piece: &Evidence) -> String {
    let mut texts: Vec<&str> = vec![&piece.title, &piece.text, &piece.reflection];
    texts.extend(piece.tags.iter().map(String::as_str));
    let artifacts = portfolio.artifacts_of(&piece.id);
    for artifact in &artifacts {
        texts.extend([artifact.caption.as_str(), &artifact.alt]);
        match &artifact.content {
            Some(Content::File(file)) => texts.push(&file.name),
            Some(Content::Link(link)) => texts.extend([link.title.as_str(), &link.url]),
            Some(Content::Event(event)) => texts.extend([event.what.as_str(), &event.place, &event.seen]),
            None => {}
        }
    }
    let folded: Vec<String> = texts.into_iter().map(fold::words).collect();
    folded.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::tests::{framework, id};
    use crate::intent::{ArtifactEdit, Intent, NewArtifact, NewEvidence, PieceEdit};
    use crate::model::{Event, Link, StoredFile};
    use crate::testing::{World, created, day, piece};

    fn file(name: &str) -> NewArtifact {
        let (hash, media_type) = ("5".repeat(64), "image/png".to_owned());
        let file = StoredFile { name: name.into(), media_type, size: 1, hash, chunks: Vec::new() };
        NewArtifact { caption: "Vista del río".into(), alt: "A bridge".into(), ..NewArtifact::of(Content::File(file)) }
    }

    fn world() -> World {
        World::new(framework(&["a", "b"], &[]))
    }

    #[test]
    fn the_latest_work_stands_first() {
        let mut world = world();
        let old = world.on("2026-03-05").show("2026-02-01", &[]);
        let new = world.on("2026-03-04").show("2026-02-09", &[]);
        let older = world.on("2026-03-03").show("2026-02-01", &[]);
        let ids = |pieces: Vec<&Evidence>| pieces.into_iter().map(|piece| piece.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(latest_first(&world.portfolio)), [new.clone(), old.clone(), older.clone()]);
        world.on("2026-03-06").act(Intent::Trash { piece: old.clone() });
        assert_eq!(ids(latest_first(&world.portfolio)), [new, older]);
        assert_eq!(ids(in_trash(&world.portfolio)), std::slice::from_ref(&old));
        let trashed = Query { trashed: true, ..Query::default() };
        assert_eq!(ids(Gallery::default().find(&world.portfolio, &trashed)), [old]);
    }

    #[test]
    fn words_are_found_wherever_they_stand() {
        let mut world = world();
        let link = Content::Link(Link { url: "https://a.example/tides".into(), title: "Gezeiten".into() });
        let event = Event { what: "Talk".into(), place: "Town hall".into(), day: None, seen: "Mr Ferro".into() };
        let new = NewEvidence {
            title: "Over the water".into(),
            reflection: "Harder than I thought".into(),
            tags: ["Tide pools".to_owned()].into(),
            artifacts: vec![file("IMG_2041.png"), NewArtifact::of(link), NewArtifact::of(Content::Event(event))],
            ..piece("It *spans* 3 m")
        };
        let shown = created(&world.act(Intent::AddEvidence(new)));
        world.show("2026-02-01", &[]);
        let (mut gallery, portfolio) = (Gallery::default(), &world.portfolio);
        let mut finds = |words: &str| {
            let query = Query { words: words.into(), ..Query::default() };
            gallery.find(portfolio, &query).iter().map(|piece| piece.id.clone()).collect::<Vec<_>>()
        };
        for words in [
            "over",
            "span 3",
            "HARD",
            "rio",
            "bridge",
            "img_2041",
            "gezei",
            "tides",
            "water thought",
            "pools",
            "talk ferro hall",
        ] {
            assert_eq!(finds(words), std::slice::from_ref(&shown), "{words}");
        }
        assert!(finds("pans").is_empty() && finds("over nowhere").is_empty() && finds("water-it").is_empty());
        assert_eq!(finds(" ").len(), 2, "no words, no filter");
    }

    #[test]
    fn filters_narrow_together() {
        let mut world = world();
        let written = world.show("2026-02-01", &[("a", "2")]);
        let artifacts = vec![file("x.png")];
        let new = NewEvidence { claims: vec![(id("a"), crate::Level::TOP)], artifacts, ..piece("") };
        let pictured = created(&world.act(Intent::AddEvidence(new)));
        world.show("2026-02-01", &[("b", "2")]);
        let mut gallery = Gallery::default();
        let mut finds = |world: &World, words: &str, competency: &str, format| {
            let query = Query { words: words.into(), competency: Some(id(competency)), format, trashed: false };
            gallery.find(&world.portfolio, &query).iter().map(|piece| piece.id.clone()).collect::<Vec<_>>()
        };
        assert_eq!(finds(&world, "", "a", None), [pictured.clone(), written.clone()]);
        assert_eq!(finds(&world, "", "a", Some(Format::Pictured)), [pictured]);
        assert_eq!(finds(&world, "words", "a", None), std::slice::from_ref(&written));
        world.act(Intent::Unclaim { claim: EntityId::claim(&written, &id("a")) });
        assert!(finds(&world, "words", "a", None).is_empty());
    }

    #[test]
    fn what_was_touched_is_read_again() {
        let mut world = world();
        let shown = world.show("2026-02-01", &[]);
        let artifact = created(&world.act(Intent::AddArtifact { piece: shown.clone(), artifact: file("a.png") }));
        let mut gallery = Gallery::default();
        let query = |words: &str| Query { words: words.into(), ..Query::default() };
        assert!(gallery.find(&world.portfolio, &query("kite")).is_empty());
        world.act(Intent::EditArtifact { artifact: artifact.clone(), edit: ArtifactEdit::Caption("Kite".into()) });
        gallery.touch(&world.portfolio, &artifact);
        assert_eq!(gallery.find(&world.portfolio, &query("kite")).len(), 1);
        world.act(Intent::EditEvidence { piece: shown.clone(), edit: PieceEdit::Date(day("2026-01-01")) });
        world.act(Intent::EditEvidence { piece: shown.clone(), edit: PieceEdit::Title("Wind".into()) });
        gallery.touch(&world.portfolio, &shown);
        assert_eq!(gallery.find(&world.portfolio, &query("wind kite")).len(), 1);
    }
}
