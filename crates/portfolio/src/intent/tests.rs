//! Acts carried out on a small store.

mod calendar;
mod claims;
mod files;
mod goals;
mod made;
mod needs;
mod notes;
mod own;
mod pathways;
mod pieces;
mod week;

use super::*;
use crate::change::{Change, FieldValue};
use crate::entity::Kind;
use crate::fields::Standing;
use crate::framework::tests::{framework, id};
use crate::model::{Origin, StoredFile};
use crate::testing::World;

fn world() -> World {
    World::new(framework(&["h", "h/a", "h/b", "h/c", "i", "i/d", "i/e"], &["b c", "d b"]))
}

fn file(name: &str) -> StoredFile {
    let hash = "5".repeat(64);
    StoredFile { name: name.into(), media_type: "image/png".into(), size: 9, hash: hash.clone(), chunks: vec![hash] }
}

#[test]
fn a_learner_has_a_name_and_interests() {
    let mut world = world();
    world.act(Intent::SetName { name: " Ana ".into() });
    assert_eq!(world.portfolio.learner().name, "Ana");
    assert!(world.act(Intent::SetName { name: "Ana".into() }).is_empty());
    let long = world.try_act(Intent::SetName { name: "x".repeat(201) });
    assert_eq!(long, Err(Refusal::TooLong { wording: Wording::Name, length: 201, most: 200 }));

    let interests = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect();
    world.act(Intent::SetInterests { interests: interests(&["music", "Space "]) });
    assert_eq!(world.act(Intent::SetInterests { interests: interests(&["Space", "maps"]) }).len(), 2);
    assert!(world.act(Intent::AddInterest { interest: "MAPS".into() }).is_empty(), "the same words");
    world.act(Intent::AddInterest { interest: "Birds".into() });
    world.act(Intent::RemoveInterest { interest: "space".into() });
    assert_eq!(world.portfolio.learner().interests, interests(&["Birds", "maps"]));
    assert_eq!(world.try_act(Intent::AddInterest { interest: " ".into() }), Err(Refusal::NoWords));
    for interest in ["🎸", "🎨", "C#", "C++"] {
        assert!(!world.act(Intent::AddInterest { interest: interest.into() }).is_empty(), "{interest}");
    }
    world.act(Intent::RemoveInterest { interest: "🎨".into() });
    assert_eq!(world.portfolio.learner().interests, interests(&["Birds", "maps", "🎸", "C#", "C++"]));
}

#[test]
fn words_of_others_are_cut_where_they_would_not_fit() {
    assert_eq!(Wording::Name.fit("  Build a robot "), "Build a robot");
    let most = "字".repeat(200);
    assert_eq!(Wording::Name.fit(&most), most);
    assert_eq!(Wording::Name.fit(&format!("{most}字")), format!("{}…", "字".repeat(199)));
    assert_eq!(Wording::Name.fit(&"🪁".repeat(500)), format!("{}…", "🪁".repeat(99)), "a field counts it as two");
    assert_eq!(Wording::FileName.fit(&"\"".repeat(600)), format!("{}…", "\"".repeat(498)), "stored it takes two bytes");
    assert!(Wording::FileName.check(&Wording::FileName.fit(&"\u{1}ab ".repeat(400))).is_ok());
}

/// `maxlength` counts UTF-16 code units.
#[test]
fn whatever_a_field_lets_in_is_accepted() {
    use Wording::{Address, FileName, Name, Period, Reflection, Statement, Tag, Title};
    for wording in [Name, Period, Tag, Title, Address, Statement, Reflection, FileName] {
        let most = wording.most_letters();
        for letter in ['a', 'ñ', 'ब', '字', '🪁', '"', '\\', '\n'] {
            let words = letter.to_string().repeat(most / letter.len_utf16());
            assert_eq!(wording.check(&words), Ok(()), "{wording}");
        }
        assert!(wording.check(&"字".repeat(most + 1)).is_err(), "no field keeps out what is accepted: {wording}");
    }
}

#[test]
fn a_framework_is_adopted_left_and_adopted_again() {
    let mut world = world();
    let new = |package: &str, depth| NewFramework {
        package: package.into(),
        title: "Ours".into(),
        file: file("ours.json"),
        depth,
        proficient: Vec::new(),
        origin: Origin::Bundled,
        replaces: Vec::new(),
    };
    let hash = "0a".repeat(32);
    world.act(Intent::AdoptFramework(new(&hash, None)));
    let framework = EntityId::framework(&hash);
    assert_eq!(world.portfolio.adoptions()[0].package(), hash);
    world.act(Intent::LeaveFramework { framework: framework.clone() });
    assert!(world.portfolio.adoptions().is_empty());
    let gone = Refusal::NotThere { entity: framework.clone() };
    assert_eq!(world.try_act(Intent::LeaveFramework { framework: framework.clone() }), Err(gone));
    world.act(Intent::AdoptFramework(new(&hash, Some(2))));
    let adoption = world.portfolio.adoptions()[0];
    assert_eq!((adoption.depth, adoption.origin, adoption.standing), (Some(2), Origin::Bundled, Standing::Live));
    let odd = hash.to_uppercase();
    assert_eq!(world.try_act(Intent::AdoptFramework(new(&odd, None))), Err(Refusal::NotAHash { hash: odd }));
}

#[test]
fn a_newer_edition_takes_the_place_of_an_older_one_with_its_rules_and_is_left_with_it() {
    let mut world = world();
    let hash = |letter: &str| letter.repeat(64);
    let framework = |letter: &str| EntityId::framework(&hash(letter));
    let adopt = |letter: &str, replaces: &[&str]| {
        Intent::AdoptFramework(NewFramework {
            package: hash(letter),
            title: letter.into(),
            file: file("ours.json"),
            depth: None,
            proficient: Vec::new(),
            origin: Origin::File,
            replaces: replaces.iter().map(|letter| framework(letter)).collect(),
        })
    };
    let editions = |world: &World| {
        let titles =
            |all: Vec<&crate::model::Adoption>| all.into_iter().map(|one| one.title.clone()).collect::<String>();
        (titles(world.portfolio.adoptions()), titles(world.portfolio.earlier_editions()))
    };
    world.act(adopt("a", &[]));
    world.act(Intent::SetRecheck { framework: framework("a"), days: Some(90) });
    world.act(Intent::SetRule { of: RuleFor::Framework(framework("a")), rule: Some(Rule::Mean) });
    world.on("2026-03-03").act(adopt("b", &["a"]));
    world.on("2026-03-04").act(adopt("c", &["b"]));
    assert_eq!(editions(&world), ("c".into(), "ba".into()));
    let newest = world.portfolio.adoption(&framework("c")).unwrap();
    assert_eq!((newest.recheck, newest.rule), (Some(90), Some(Rule::Mean)));
    assert_eq!(world.try_act(adopt("d", &["x"])), Err(Refusal::NotThere { entity: framework("x") }));

    world.act(adopt("a", &["c"]));
    assert_eq!(editions(&world), ("a".into(), "cb".into()), "one may go back to an older one");
    world.act(Intent::LeaveFramework { framework: framework("a") });
    assert_eq!(editions(&world), (String::new(), String::new()));
    world.act(adopt("c", &[]));
    assert_eq!(editions(&world).0, "c", "and begin anew");
}

#[test]
fn of_editions_that_two_devices_had_replace_each_other_the_one_adopted_last_counts() {
    let mut world = world();
    let framework = |letter: &str| EntityId::framework(&letter.repeat(64));
    for (day, letter) in [("2026-03-02", "a"), ("2026-03-03", "b")] {
        let (package, title) = (letter.repeat(64), letter.to_owned());
        let new = NewFramework {
            package,
            title,
            file: file("ours.json"),
            depth: None,
            proficient: Vec::new(),
            origin: Origin::File,
            replaces: Vec::new(),
        };
        world.on(day).act(Intent::AdoptFramework(new));
    }
    for (one, other) in [("a", "b"), ("b", "a")] {
        let (entity, field) = (framework(one), "replaces".to_owned());
        world.carry_out(&Change::Add { entity, field, value: (&framework(other)).into() });
    }
    assert_eq!(world.portfolio.adoptions().len(), 1);
    assert_eq!(
        (&world.portfolio.adoptions()[0].id, &world.portfolio.earlier_editions()[0].id),
        (&framework("b"), &framework("a"))
    );
}

#[test]
fn changes_name_fields_as_they_are_stored() {
    let mut world = world();
    let piece = world.show("2026-03-01", &[("a", "2.5")]);
    let claim = &world.stored()[&EntityId::claim(&piece, &id("a"))].fields;
    let expected = [("competency", "a".into()), ("level", FieldValue::Int(5)), ("of", (&piece).into())];
    assert_eq!(*claim, expected.map(|(name, value)| (name.to_owned(), value)).into());
    assert_eq!(piece.kind(), Kind::Evidence);
    world.choose("a", "3", Some("2026-05-01"));
    let goal = &world.stored()[&EntityId::goal(&EntityId::first_pathway(), &id("a"))];
    let expected = [
        ("aim", FieldValue::Int(6)),
        ("chosen", "2026-03-02".into()),
        ("due", "2026-05-01".into()),
        ("order", "1".into()),
        ("start", FieldValue::Int(5)),
    ];
    assert_eq!(goal.fields, expected.map(|(name, value)| (name.to_owned(), value)).into());
    assert_eq!(goal.sets["moves"], ["2026-03-02>2026-05-01".into()]);
}
