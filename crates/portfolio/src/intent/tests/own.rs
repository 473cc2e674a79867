//! Competencies of one's own.

use std::sync::Arc;

use super::world;
use crate::EntityId;
use crate::change::Change;
use crate::framework::tests::id;
use crate::framework::{Framework, FrameworkSource, Size};
use crate::intent::{Intent, Refusal, Wording};
use crate::item_id::ItemId;
use crate::levels;
use crate::model::{Own, OwnWords};
use crate::testing::{World, created, level};

fn words() -> OwnWords {
    OwnWords {
        statement: " I can bake bread. ".into(),
        name: "Bread".into(),
        subject: "Cooking".into(),
        interests: ["cooking ", "Health", "COOKING"].map(str::to_owned).into(),
        size: Size::Large,
        levels: ["With help".into(), String::new(), "Alone".into(), " ".into()],
    }
}

fn write(world: &mut World, words: OwnWords) -> ItemId {
    let own = created(&world.act(Intent::WriteOwn { words }));
    meet(world);
    own.competency().unwrap()
}

/// Has the world's frameworks hold what was written.
fn meet(world: &mut World) {
    let (in_use, put_away): (Vec<_>, Vec<_>) =
        world.portfolio.all_own().into_iter().partition(|own| own.standing.is_live());
    let framework = |own: Vec<&Own>| Arc::new(Framework::build(FrameworkSource::mine("Mine", own), None));
    let (in_use, put_away) = (framework(in_use), framework(put_away));
    world.frameworks = super::world().frameworks.with_own(in_use, put_away);
}

#[test]
fn a_competency_of_ones_own_is_one_like_any_other() {
    let mut world = world();
    let bread = write(&mut world, words());
    let item = world.frameworks.item(&bread).unwrap().clone();
    assert_eq!((item.statement.as_str(), item.name(), item.size), ("I can bake bread.", "Bread", Size::Large));
    assert_eq!((item.subjects, item.keywords), (vec!["Cooking".to_owned()], vec!["COOKING".into(), "Health".into()]));
    assert_eq!(item.levels, [(level("1"), "With help".to_owned()), (level("3"), "Alone".into())]);
    world.choose(bread.as_str(), "3", None);
    world.show("2026-03-01", &[(bread.as_str(), "2")]);
    assert_eq!(levels::held(&world.portfolio, &bread).unwrap().level, level("2"));
    let mine = world.frameworks.of(&bread).unwrap();
    assert_eq!((mine.id(), mine.competencies().count()), (FrameworkSource::MINE, 1));
}

#[test]
fn they_stand_in_the_order_of_writing_after_all_others() {
    let mut world = world();
    let first = write(&mut world, words());
    world.on("2026-03-03");
    let second = write(&mut world, OwnWords { name: "Cake".into(), ..words() });
    let all: Vec<_> = world.frameworks.iter().flat_map(Framework::competencies).map(|item| item.id.clone()).collect();
    assert_eq!(all[all.len() - 2..], [first, second]);
}

#[test]
fn written_anew_it_keeps_what_is_the_same() {
    let mut world = world();
    let bread = write(&mut world, words());
    assert!(world.act(Intent::RewriteOwn { competency: bread.clone(), words: words() }).is_empty());
    let now = OwnWords { size: Size::Small, interests: ["health".to_owned()].into(), ..words() };
    let changes = world.act(Intent::RewriteOwn { competency: bread.clone(), words: now });
    let entity = EntityId::own(&bread);
    let expected = [
        Change::Set { entity: entity.clone(), field: "size".into(), value: "small".into() },
        Change::Remove { entity: entity.clone(), field: "interests".into(), value: "COOKING".into() },
        Change::Remove { entity: entity.clone(), field: "interests".into(), value: "Health".into() },
        Change::Add { entity, field: "interests".into(), value: "health".into() },
    ];
    assert_eq!(changes, expected);
    assert_eq!(world.portfolio.own(&bread).unwrap().words.name, "Bread");
}

#[test]
fn put_away_it_loses_nothing_and_can_be_taken_back() {
    let mut world = world();
    let bread = write(&mut world, words());
    world.choose(bread.as_str(), "3", None);
    let piece = world.show("2026-03-01", &[(bread.as_str(), "2")]);
    world.act(Intent::PutAwayOwn { competency: bread.clone() });
    meet(&mut world);
    assert!(world.frameworks.item(&bread).is_none() && !world.portfolio.is_chosen(&bread));
    assert_eq!(world.frameworks.name(&bread), "Bread", "whoever has evidence for it still reads what it was");
    assert_eq!(world.portfolio.claims_of(&piece).len(), 1);
    let entity = EntityId::own(&bread);
    let again = world.try_act(Intent::PutAwayOwn { competency: bread.clone() });
    assert_eq!(again, Err(Refusal::InTrash { entity: entity.clone() }));
    world.act(Intent::TakeBackOwn { competency: bread.clone() });
    meet(&mut world);
    assert_eq!(levels::held(&world.portfolio, &bread).unwrap().level, level("2"));
    assert!(world.frameworks.item(&bread).is_some());
    assert_eq!(world.try_act(Intent::TakeBackOwn { competency: bread }), Err(Refusal::NotInTrash { entity }));
}

#[test]
fn what_cannot_be_written_is_refused() {
    let mut world = world();
    let nothing = OwnWords { statement: " ".into(), ..words() };
    assert_eq!(world.try_act(Intent::WriteOwn { words: nothing }), Err(Refusal::NoWords));
    let long = OwnWords { levels: std::array::from_fn(|_| "x".repeat(4_001)), ..words() };
    let too_long = Refusal::TooLong { wording: Wording::Statement, length: 4_001, most: 4_000 };
    assert_eq!(world.try_act(Intent::WriteOwn { words: long }), Err(too_long));
    let gone = Refusal::NotThere { entity: EntityId::own(&id("a")) };
    assert_eq!(world.try_act(Intent::RewriteOwn { competency: id("a"), words: words() }), Err(gone));
}
