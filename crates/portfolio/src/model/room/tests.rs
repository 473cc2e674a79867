//! The law of what may go, and that it finds out who breaks it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use proptest::prelude::*;

use super::{Held, LEAST, enough};
use crate::EntityId;
use crate::framework::tests::framework;
use crate::intent::{Intent, NewArtifact};
use crate::model::{Content, Portfolio, Preview, StoredFile};
use crate::submission::{Manifest, Sealed};
use crate::testing::{World, created, piece};

/// So many different files there are, but for copies that were handed in.
const FILES: u8 = 6;

/// File `number`; every third is a small one.
fn file(number: u8) -> StoredFile {
    let hash = format!("{number:064x}");
    let size = if number.is_multiple_of(3) { LEAST } else { LEAST + u64::from(number) };
    StoredFile {
        name: format!("{number}.png"),
        media_type: "image/png".into(),
        size,
        hash: hash.clone(),
        chunks: vec![hash],
    }
}

/// A portfolio, what of it was seen on the storage, and what is on the device.
#[derive(Debug, Clone)]
struct Scene {
    portfolio: Portfolio,
    there: BTreeSet<String>,
    held: Vec<Held>,
}

/// A piece: the files it shows, those that are something else to it, and how it was handed in.
#[derive(Debug, Clone)]
struct Plan {
    shown: Vec<u8>,
    thumb: Option<u8>,
    source: Option<u8>,
    removed: bool,
    sent: bool,
    taken_back: bool,
}

fn plan() -> impl Strategy<Value = Plan> {
    let number = || 0..FILES;
    let shown = prop::collection::vec(number(), 0..4);
    (shown, prop::option::of(number()), prop::option::of(number()), any::<[bool; 3]>()).prop_map(
        |(shown, thumb, source, [removed, sent, taken_back])| Plan { shown, thumb, source, removed, sent, taken_back },
    )
}

fn scene() -> impl Strategy<Value = Scene> {
    let plans = prop::collection::vec(plan(), 0..4);
    let there = prop::collection::vec(prop::bool::weighted(0.8), 12);
    let held = prop::collection::btree_map(0..FILES, (prop::option::of(0_i64..4), 0_u64..4), 0..6);
    (plans, there, held).prop_map(|(plans, there, held)| {
        let portfolio = portfolio(&plans);
        // Copies that were handed in lie on the device and the storage as other files do.
        let hashes: BTreeSet<String> = portfolio.files().map(|(_, file)| file.hash.clone()).collect();
        let there = hashes.iter().zip(there).filter(|(_, there)| *there).map(|(hash, _)| hash.clone()).collect();
        let at = |second| DateTime::from_timestamp(second, 0).unwrap();
        let used = |used: Option<i64>| used.map(at);
        let file = |(number, (seen, bytes)): (u8, (Option<i64>, u64))| Held {
            hash: file(number).hash,
            bytes,
            used: used(seen),
        };
        let copies =
            portfolio.frozen.values().map(|copy| Held { hash: copy.manifest.hash.clone(), bytes: 1, used: None });
        let held = held.into_iter().map(file).chain(copies).collect();
        Scene { portfolio, there, held }
    })
}

fn portfolio(plans: &[Plan]) -> Portfolio {
    let mut world = World::new(framework(&["a"], &[]));
    for plan in plans {
        let id = created(&world.act(Intent::AddEvidence(piece("words"))));
        let artifacts: Vec<EntityId> =
            plan.shown.iter().map(|number| add(&mut world, &id, *number, plan.source)).collect();
        if let (Some(artifact), Some(thumb)) = (artifacts.first(), plan.thumb) {
            let preview = Preview { thumb: Some(file(thumb)), ..Preview::default() };
            world.act(Intent::SetPreview { artifact: artifact.clone(), preview });
        }
        if plan.sent {
            let submission = hand_in(&mut world, &id);
            if plan.taken_back {
                world.act(Intent::Withdraw { submission });
            }
        }
        if let (Some(artifact), true) = (artifacts.first(), plan.removed) {
            world.act(Intent::RemoveArtifact { artifact: artifact.clone() });
        }
    }
    world.portfolio
}

fn add(world: &mut World, piece: &EntityId, number: u8, source: Option<u8>) -> EntityId {
    let artifact = NewArtifact { source: source.map(file), ..NewArtifact::of(Content::File(file(number))) };
    created(&world.act(Intent::AddArtifact { piece: piece.clone(), artifact }))
}

fn hand_in(world: &mut World, piece: &EntityId) -> EntityId {
    let noon = world.today.and_hms_opt(12, 0, 0).unwrap().and_utc();
    let sealed: Sealed = Manifest::of(&world.portfolio, piece, noon, "").unwrap().seal().unwrap();
    let hash = sealed.hash().to_owned();
    let size = sealed.bytes().len() as u64;
    let file = StoredFile {
        name: "manifest".into(),
        media_type: "application/json".into(),
        size,
        hash: hash.clone(),
        chunks: vec![hash],
    };
    created(&world.act(Intent::Submit { sealed, file }))
}

impl Scene {
    fn going(&self) -> Vec<Held> {
        self.portfolio.may_go(self.held.clone(), |file| self.is_there(file))
    }

    fn is_there(&self, file: &StoredFile) -> bool {
        self.there.contains(&file.hash)
    }

    /// Whether the law lets a file go, said in the plainest way.
    fn lets_go(&self, held: &Held) -> bool {
        let artifacts = || self.portfolio.artifacts.values();
        let shows = |artifact: &crate::model::Artifact| artifact.file().is_some_and(|file| file.hash == held.hash);
        let is_large =
            artifacts().any(|artifact| artifact.file().is_some_and(|file| file.hash == held.hash && file.size > LEAST));
        let is_also_else = artifacts().any(|artifact| {
            [artifact.source.as_ref(), artifact.preview.thumb.as_ref()]
                .into_iter()
                .flatten()
                .any(|file| file.hash == held.hash)
        }) || self.portfolio.frozen.values().any(|copy| copy.manifest.hash == held.hash);
        let pieces: Vec<&EntityId> =
            artifacts().filter(|artifact| shows(artifact)).map(|artifact| &artifact.evidence).collect();
        let is_safe = |piece: &&EntityId| {
            let sent: Vec<_> = self.portfolio.submissions.values().filter(|sent| sent.piece == **piece).collect();
            let copies = sent
                .iter()
                .all(|sent| self.portfolio.frozen(&sent.id).is_none_or(|copy| self.is_there(&copy.manifest)));
            let files =
                artifacts().filter(|artifact| artifact.evidence == **piece).filter_map(|artifact| artifact.file());
            sent.is_empty() || copies && files.into_iter().all(|file| self.is_there(file))
        };
        held.bytes > 0 && self.there.contains(&held.hash) && is_large && !is_also_else && pieces.iter().all(is_safe)
    }

    /// What breaks the law, if anything does.
    fn broken_by(&self, going: &[Held]) -> Option<String> {
        let wrong = going.iter().find(|held| !self.lets_go(held)).map(|held| format!("{} must stay", held.hash));
        let stuck = self.held.iter().find(|held| self.lets_go(held) && !going.contains(held));
        let stuck = stuck.map(|held| format!("{} may go", held.hash));
        let seen: Vec<Option<DateTime<Utc>>> = going.iter().map(|held| held.used).collect();
        let unordered = (!seen.is_sorted()).then(|| "what was seen lately goes first".to_owned());
        wrong.or(stuck).or(unordered)
    }
}

proptest! {
    #[test]
    fn what_goes_is_backed_up_and_nothing_that_was_handed_in_loses_its_only_copy(scene in scene()) {
        prop_assert_eq!(scene.broken_by(&scene.going()), None);
    }

    #[test]
    fn no_more_goes_than_is_wanted(scene in scene(), wanted in 0_u64..12) {
        let going = scene.going();
        let chosen = enough(going.clone(), wanted);
        prop_assert!(going.starts_with(&chosen));
        let bytes = |held: &[Held]| held.iter().map(|held| held.bytes).sum::<u64>();
        prop_assert!(bytes(&chosen) >= wanted.min(bytes(&going)));
        let without_last = chosen.split_last().map_or(0, |(_, before)| bytes(before));
        prop_assert!(chosen.is_empty() || without_last < wanted);
    }
}

/// A scene with a reason against each file but the last two.
fn hard() -> Scene {
    let piece =
        |shown: Vec<u8>, sent| Plan { shown, thumb: None, source: None, removed: false, sent, taken_back: false };
    let plans = [
        // 4 was handed in together with 5, which is not backed up.
        piece(vec![4, 5], true),
        // 1 is also the small picture of another.
        Plan { thumb: Some(1), ..piece(vec![2], false) },
        piece(vec![1], false),
        // 3 is small.
        piece(vec![3, 7], false),
    ];
    let portfolio = portfolio(&plans);
    let manifests = portfolio.frozen.values().map(|copy| copy.manifest.hash.clone());
    let there = [1, 2, 3, 4, 7].map(|number| file(number).hash).into_iter().chain(manifests).collect();
    let used = BTreeMap::from([(2, 20), (7, 10)]);
    let at = |number: &u8| used.get(number).and_then(|second| DateTime::from_timestamp(*second, 0));
    let held = [1, 2, 3, 4, 5, 7].map(|number| Held { hash: file(number).hash, bytes: 9, used: at(&number) });
    Scene { portfolio, there, held: held.to_vec() }
}

#[test]
fn the_one_not_seen_for_longest_goes_first() {
    let going: Vec<String> = hard().going().into_iter().map(|held| held.hash).collect();
    assert_eq!(going, [file(7).hash, file(2).hash]);
}

/// Something that decides in place of the law.
type Double = fn(&Scene) -> Vec<Held>;

#[test]
fn whoever_lets_go_of_too_much_or_too_little_breaks_the_law() {
    let scene = hard();
    let doubles: [(&str, Double); 5] = [
        ("takes a file on the device for backed up", |scene| scene.portfolio.may_go(scene.held.clone(), |_| true)),
        ("forgets what was handed in", |scene| {
            let mut portfolio = scene.portfolio.clone();
            portfolio.submissions.clear();
            portfolio.may_go(scene.held.clone(), |file| scene.is_there(file))
        }),
        ("forgets small pictures", |scene| {
            let mut portfolio = scene.portfolio.clone();
            portfolio.artifacts.values_mut().for_each(|artifact| artifact.preview = Preview::default());
            portfolio.may_go(scene.held.clone(), |file| scene.is_there(file))
        }),
        ("begins with what was seen last", |scene| scene.going().into_iter().rev().collect()),
        ("lets nothing go", |_| Vec::new()),
    ];
    for (name, double) in doubles {
        assert!(scene.broken_by(&double(&scene)).is_some(), "{name}");
    }
    assert_eq!(scene.broken_by(&scene.going()), None);
}
