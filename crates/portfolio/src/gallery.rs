//! Finding pieces: what a search reads of each, what a filter keeps, and in which order they stand.

mod headline;
mod order;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::Datelike as _;
use search::{Weight, fold};

use crate::format::{Format, formats};
use crate::framework::Frameworks;
use crate::item_id::ItemId;
use crate::model::{Artifact, Claim, Content, Evidence, Portfolio};
pub use headline::Headline;
pub use order::Order;

/// Which pieces are wanted; everything left empty means any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A competency the piece claims a level for.
    pub competency: Option<ItemId>,
    /// A format the piece has.
    pub format: Option<Format>,
    /// A tag the piece has, written in any way.
    pub tag: Option<String>,
    /// The year it stands at.
    pub year: Option<i32>,
}

impl Filter {
    /// Tells which pieces of a portfolio are wanted.
    pub fn keeper(&self, portfolio: &Portfolio) -> impl Fn(&Evidence) -> bool {
        let tag = self.tag.as_deref().map(fold::tag);
        move |piece| {
            self.year.is_none_or(|year| year_of(piece) == Some(year))
                && tag.as_ref().is_none_or(|tag| piece.tags.iter().any(|mine| fold::tag(mine) == *tag))
                && self.competency.as_ref().is_none_or(|competency| claims(portfolio, piece, competency))
                && self.format.is_none_or(|format| formats(portfolio, &piece.id).contains(&format))
        }
    }
}

/// The texts of a piece that a search reads, each with what it says about the piece. The words inside its files are not among
/// them: they lie in files themselves.
pub fn texts<'p>(portfolio: &'p Portfolio, frameworks: &'p Frameworks, piece: &'p Evidence) -> Vec<(Weight, &'p str)> {
    let mut texts =
        vec![(Weight::Title, piece.title.as_str()), (Weight::Text, &piece.text), (Weight::Text, &piece.reflection)];
    texts.extend(piece.tags.iter().map(|tag| (Weight::Label, tag.as_str())));
    for Claim { competency, .. } in portfolio.claims_of(&piece.id) {
        if let Some(item) = frameworks.item(competency) {
            texts.push((Weight::Label, item.name()));
            texts.extend(item.code.as_deref().map(|code| (Weight::Label, code)));
        }
    }
    for artifact in portfolio.artifacts_of(&piece.id) {
        texts.extend([(Weight::Label, artifact.caption.as_str()), (Weight::Label, &artifact.alt)]);
        texts.extend(texts_in(artifact));
    }
    texts.retain(|(_, text)| !text.is_empty());
    texts
}

/// What an artifact is, in words.
fn texts_in(artifact: &Artifact) -> Vec<(Weight, &str)> {
    match &artifact.content {
        Some(Content::File(file)) => vec![(Weight::Inside, &file.name)],
        Some(Content::Link(link)) => vec![(Weight::Label, &link.title), (Weight::Inside, &link.url)],
        Some(Content::Event(event)) => {
            vec![(Weight::Label, &event.what), (Weight::Text, &event.place), (Weight::Text, &event.seen)]
        }
        None => Vec::new(),
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

/// The competencies that pieces in use claim a level for.
pub fn competencies(portfolio: &Portfolio) -> BTreeSet<&ItemId> {
    portfolio.claims_in_use().filter_map(|(claim, piece)| piece.map(|_| &claim.competency)).collect()
}

/// The year that a piece stands at.
pub fn year_of(piece: &Evidence) -> Option<i32> {
    piece.day().map(|day| day.year())
}

fn sorted<'p>(pieces: impl Iterator<Item = &'p Evidence>) -> Vec<&'p Evidence> {
    let mut pieces: Vec<_> = pieces.collect();
    pieces.sort_by_key(|piece| Reverse((piece.day(), piece.added, &piece.id)));
    pieces
}

/// Whether a piece claims a level for a competency; of one in the trash, whether it did when it went there.
fn claims(portfolio: &Portfolio, piece: &Evidence, competency: &ItemId) -> bool {
    portfolio.claims_of(&piece.id).iter().any(|claim| claim.competency == *competency)
}

#[cfg(test)]
mod tests {
    use std::slice::from_ref;

    use super::*;
    use crate::entity::EntityId;
    use crate::framework::tests::{framework, id};
    use crate::intent::{Intent, NewArtifact, NewEvidence};
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

    fn ids(pieces: Vec<&Evidence>) -> Vec<EntityId> {
        pieces.into_iter().map(|piece| piece.id.clone()).collect()
    }

    #[test]
    fn the_latest_work_stands_first() {
        let mut world = world();
        let old = world.on("2026-03-05").show("2026-02-01", &[]);
        let new = world.on("2026-03-04").show("2026-02-09", &[]);
        let older = world.on("2026-03-03").show("2026-02-01", &[]);
        assert_eq!(ids(latest_first(&world.portfolio)), [new.clone(), old.clone(), older.clone()]);
        world.on("2026-03-06").act(Intent::Trash { piece: old.clone() });
        assert_eq!(ids(latest_first(&world.portfolio)), [new, older]);
        assert_eq!(ids(in_trash(&world.portfolio)), [old]);
    }

    #[test]
    fn a_search_reads_every_word_that_somebody_wrote() {
        let mut world = world();
        let link = Content::Link(Link { url: "https://a.example/tides".into(), title: "Gezeiten".into() });
        let event = Event { what: "Talk".into(), place: "Town hall".into(), day: None, seen: "Mr Ferro".into() };
        let new = NewEvidence {
            title: "Over the water".into(),
            reflection: "Harder than I thought".into(),
            tags: ["Tide pools".to_owned()].into(),
            claims: vec![(id("a"), crate::Level::TOP)],
            artifacts: vec![file("IMG_2041.png"), NewArtifact::of(link), NewArtifact::of(Content::Event(event))],
            ..piece("It *spans* 3 m")
        };
        let shown = created(&world.act(Intent::AddEvidence(new)));
        let (portfolio, frameworks) = (&world.portfolio, &world.frameworks);
        let texts = texts(portfolio, frameworks, portfolio.piece(&shown).unwrap());
        let of = |weight| texts.iter().filter(|(of, _)| *of == weight).map(|(_, text)| *text).collect::<Vec<_>>();
        let name = frameworks.item(&id("a")).unwrap().name();
        assert_eq!(of(Weight::Title), ["Over the water"]);
        assert_eq!(of(Weight::Label), ["Tide pools", name, "Vista del río", "A bridge", "Gezeiten", "Talk"]);
        assert_eq!(of(Weight::Text), ["It *spans* 3 m", "Harder than I thought", "Town hall", "Mr Ferro"]);
        assert_eq!(of(Weight::Inside), ["IMG_2041.png", "https://a.example/tides"]);
    }

    #[test]
    fn filters_narrow_together() {
        let mut world = world();
        let written = world.show("2026-02-01", &[("a", "2")]);
        let pictured = NewEvidence {
            claims: vec![(id("a"), crate::Level::TOP)],
            artifacts: vec![file("x.png")],
            tags: ["Tide pools".to_owned()].into(),
            date: day("2025-12-31"),
            ..piece("")
        };
        let pictured = created(&world.act(Intent::AddEvidence(pictured)));
        let other = world.show("2026-02-01", &[("b", "2")]);
        let found = |world: &World, filter: Filter| {
            let pieces = latest_first(&world.portfolio);
            let keeps = filter.keeper(&world.portfolio);
            ids(pieces.into_iter().filter(|piece| keeps(piece)).collect())
        };
        let of_a = Filter { competency: Some(id("a")), ..Filter::default() };
        assert_eq!(found(&world, Filter::default()).len(), 3);
        assert_eq!(found(&world, of_a.clone()), [written.clone(), pictured.clone()]);
        assert_eq!(found(&world, Filter { year: Some(2026), ..of_a.clone() }), from_ref(&written));
        assert_eq!(found(&world, Filter { tag: Some("tide POOLS".into()), ..Filter::default() }), from_ref(&pictured));
        assert_eq!(found(&world, Filter { format: Some(Format::Pictured), ..of_a.clone() }), from_ref(&pictured));
        let none = Filter { format: Some(Format::Pictured), year: Some(2026), ..Filter::default() };
        assert!(found(&world, none).is_empty());
        assert_eq!(competencies(&world.portfolio), [&id("a"), &id("b")].into());
        world.act(Intent::Unclaim { claim: EntityId::claim(&written, &id("a")) });
        assert_eq!(found(&world, of_a), [pictured]);
        world.act(Intent::Trash { piece: other.clone() });
        assert_eq!(competencies(&world.portfolio), [&id("a")].into());
        let trashed = |filter: Filter| {
            let keeps = filter.keeper(&world.portfolio);
            ids(in_trash(&world.portfolio).into_iter().filter(|piece| keeps(piece)).collect())
        };
        assert_eq!(trashed(Filter { competency: Some(id("b")), ..Filter::default() }), [other]);
        assert!(trashed(Filter { competency: Some(id("a")), ..Filter::default() }).is_empty());
    }
}
