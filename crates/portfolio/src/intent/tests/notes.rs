//! What is set down for a competency.

use super::world;
use crate::framework::tests::id;
use crate::framework::{Framework, Frameworks, Scale};
use crate::intent::{Intent, Mark, NewFramework, Refusal, RuleFor};
use crate::levels::{self, InForce, Origin};
use crate::model::{Link, Notes, Origin as From, StoredFile};
use crate::rules::{Rule, Together};
use crate::testing::{World, day, level};
use crate::{EntityId, Level};

fn link(url: &str, title: &str) -> Link {
    Link { url: url.into(), title: title.into() }
}

fn notes(world: &World) -> Notes {
    world.portfolio.notes(&id("a")).unwrap().clone()
}

#[test]
fn a_rule_is_chosen_for_a_competency_or_for_all_of_a_framework() {
    let mut world = world();
    let package = "0a".repeat(32);
    let mut told = crate::framework::tests::source(&["a", "b"], &[]);
    told.id.clone_from(&package);
    world.frameworks = Frameworks::new(vec![std::sync::Arc::new(Framework::build(told, None))]);
    let framework = EntityId::framework(&package);
    let for_all = |rule| Intent::SetRule { of: RuleFor::Framework(framework.clone()), rule };
    assert_eq!(world.try_act(for_all(None)), Err(Refusal::NotThere { entity: framework.clone() }));
    let hash = "5".repeat(64);
    let file =
        StoredFile { name: String::new(), media_type: String::new(), size: 1, hash: hash.clone(), chunks: vec![hash] };
    let adopt = NewFramework {
        package,
        title: "Ours".into(),
        file,
        depth: None,
        proficient: Vec::new(),
        origin: From::File,
        replaces: Vec::new(),
    };
    world.act(Intent::AdoptFramework(adopt.clone()));

    let rule = |world: &World, item: &str| levels::in_force(&world.portfolio, &world.frameworks, &id(item));
    assert_eq!(rule(&world, "a"), InForce { rule: Rule::Twice, origin: Origin::Usual });
    world.act(for_all(Some(Rule::Mean)));
    assert!(world.act(for_all(Some(Rule::Mean))).is_empty());
    let for_one = |rule| Intent::SetRule { of: RuleFor::Competency(id("a")), rule };
    world.act(for_one(Some(Rule::Highest)));
    assert_eq!(rule(&world, "a"), InForce { rule: Rule::Highest, origin: Origin::Competency });
    assert_eq!(rule(&world, "b"), InForce { rule: Rule::Mean, origin: Origin::Framework });
    world.act(Intent::AdoptFramework(adopt));
    assert_eq!(rule(&world, "b").rule, Rule::Mean, "adopting anew keeps it");
    world.act(for_one(None));
    world.act(for_all(None));
    assert_eq!(rule(&world, "a"), InForce { rule: Rule::Twice, origin: Origin::Usual });
}

#[test]
fn a_rule_for_parents_is_chosen_for_a_heading_or_for_all_of_a_framework() {
    let mut world = world();
    let package = "0a".repeat(32);
    let mut told = crate::framework::tests::source(&["h", "h/i", "i/a", "i/b", "h/c"], &[]);
    told.id.clone_from(&package);
    world.frameworks = Frameworks::new(vec![std::sync::Arc::new(Framework::build(told, None))]);
    let hash = "5".repeat(64);
    let file =
        StoredFile { name: String::new(), media_type: String::new(), size: 1, hash: hash.clone(), chunks: vec![hash] };
    let title = "Ours".into();
    let framework = EntityId::framework(&package);
    let adopt = NewFramework {
        package,
        title,
        file,
        depth: None,
        proficient: Vec::new(),
        origin: From::File,
        replaces: Vec::new(),
    };
    world.act(Intent::AdoptFramework(adopt));
    world.show("2026-03-01", &[("a", "3"), ("b", "2"), ("c", "4")]);

    let level_of = |world: &World, heading: &str| {
        let (held, framework) = (levels::all_held(&world.portfolio), world.frameworks.iter().next().unwrap());
        levels::of_parent(&held, &world.portfolio, framework, &id(heading)).map(|level| level.to_string())
    };
    let choose = |of, rule| Intent::SetTogether { of, rule };
    let for_one = |heading: &str, rule| choose(RuleFor::Competency(id(heading)), rule);
    assert_eq!(level_of(&world, "i").as_deref(), Some("2"), "half of them are at 3, none far below");
    world.act(for_one("i", Some(Together::Several { count: 1 })));
    assert_eq!(level_of(&world, "i").as_deref(), Some("3"));
    world.act(choose(RuleFor::Framework(framework), Some(Together::Several { count: 2 })));
    assert_eq!(level_of(&world, "h").as_deref(), Some("3"), "i at 3 by its own rule, c at 4");
    let require = |child: &str, so| Intent::Require { heading: id("i"), child: id(child), so };
    world.act(require("b", true));
    assert!(world.act(require("b", true)).is_empty());
    assert_eq!((level_of(&world, "i").as_deref(), level_of(&world, "h").as_deref()), (Some("2"), Some("2")));
    world.act(require("b", false));
    world.act(for_one("i", None));
    assert_eq!(level_of(&world, "i").as_deref(), Some("2"), "two of two, as for the framework");

    assert_eq!(world.try_act(for_one("a", None)), Err(Refusal::NotAHeading { item: id("a") }));
    assert_eq!(world.try_act(require("c", true)), Err(Refusal::NotInAFramework { item: id("c") }), "it is h’s child");
}

#[test]
fn which_word_of_a_scale_means_proficient_is_said_on_adopting_and_can_be_said_anew() {
    let mut world = world();
    let package = "0a".repeat(32);
    let mut told = crate::framework::tests::source(&["a"], &[]);
    told.id.clone_from(&package);
    let steps = |words: [&str; 3]| Scale::of(words.map(str::to_owned).into());
    told.scales = vec![steps(["No", "Nearly", "Yes"]), steps(["Low", "Middle", "High"])];
    world.frameworks = Frameworks::new(vec![std::sync::Arc::new(Framework::build(told, None))]);
    let framework = EntityId::framework(&package);
    let hash = "5".repeat(64);
    let file =
        StoredFile { name: String::new(), media_type: String::new(), size: 1, hash: hash.clone(), chunks: vec![hash] };
    let adopt = |proficient| {
        let (package, title, file) = (package.clone(), "Ours".into(), file.clone());
        Intent::AdoptFramework(NewFramework {
            package,
            title,
            file,
            depth: None,
            proficient,
            origin: From::File,
            replaces: Vec::new(),
        })
    };
    let said = |world: &World| world.portfolio.adoption(&framework).unwrap().proficient.clone();
    world.act(adopt(vec![Some(2)]));
    let say = |scale, step| Intent::SetProficient { framework: framework.clone(), scale, step };
    world.act(say(1, Some(1)));
    assert_eq!(said(&world), [Some(2), Some(1)]);
    assert!(world.act(say(1, Some(1))).is_empty(), "nothing changes");
    world.act(adopt(Vec::new()));
    assert_eq!(said(&world), [Some(2), Some(1)], "where nothing is said anew, what was said stands");
    world.act(say(0, None));
    assert_eq!(said(&world), [None, Some(1)]);
    for (scale, step) in [(2, Some(0)), (0, Some(3))] {
        assert_eq!(world.try_act(say(scale, step)), Err(Refusal::NotThere { entity: framework.clone() }));
    }
}

#[test]
fn ones_own_word_is_said_and_said_anew() {
    let mut world = world();
    let say = |text| Intent::SayLevel { competency: id("a"), level: level(text) };
    let said = |world: &World| {
        levels::held(&world.portfolio, &id("a")).map(|held| (held.level.to_string(), held.is_only_said()))
    };
    world.act(say("2"));
    assert!(world.act(say("2")).is_empty());
    world.on("2026-03-09").act(say("1.5"));
    assert_eq!(said(&world), Some(("1.5".into(), true)));
    world.act(Intent::Unclaim { claim: EntityId::own_word(&id("a")) });
    assert_eq!(said(&world), None);
    world.act(say("3"));
    assert_eq!(said(&world), Some(("3".into(), true)));
    world.show("2026-03-08", &[("a", "2")]);
    world.act(say("4"));
    assert_eq!(said(&world), Some(("2".into(), false)), "where there is work, the work speaks");
    let heading = Intent::SayLevel { competency: id("h"), level: level("3") };
    assert_eq!(world.try_act(heading), Err(Refusal::NotACompetency { item: id("h") }));
}

#[test]
fn at_three_one_goes_deeper_or_moves_on() {
    let mut world = world();
    world.show("2026-03-01", &[("a", "3")]);
    let aim = |world: &World| world.portfolio.goals_for(&id("a")).map(|goal| goal.aim).next();
    world.act(Intent::MoveOn { competency: id("a") });
    assert_eq!((notes(&world).moved_on, aim(&world)), (Some(day("2026-03-02")), None));
    world.act(Intent::GoDeeper { competency: id("a") });
    assert_eq!((notes(&world).moved_on, aim(&world)), (None, Some(Level::TOP)));
    world.act(Intent::MoveOn { competency: id("a") });
    assert_eq!(aim(&world), Some(Level::PROFICIENT), "the goal comes down to what is held");
    world.act(Intent::GoDeeper { competency: id("a") });
    assert_eq!(aim(&world), Some(Level::TOP));
}

#[test]
fn what_one_learns_from_is_kept_used_and_helps() {
    let mut world = world();
    let add = |link| Intent::AddResource { competency: id("a"), link };
    let mark = |what: &str, mark, so| Intent::MarkResource { competency: id("a"), what: what.into(), mark, so };
    world.act(add(link("https://b.example", "Bees")));
    world.act(add(link("https://a.example", "Ants")));
    assert!(world.act(add(link("https://a.example", "Ants"))).is_empty());
    world.act(add(link("https://a.example", "All ants")));
    assert_eq!(notes(&world).links, [link("https://a.example", "All ants"), link("https://b.example", "Bees")]);
    let unsafe_link = Err(Refusal::NotALink { url: "javascript:1".into() });
    assert_eq!(world.try_act(add(link("javascript:1", ""))), unsafe_link);

    world.act(mark("https://a.example", Mark::Helped, true));
    world.act(mark("Ask a beekeeper", Mark::Used, true));
    assert!(world.act(mark("Ask a beekeeper", Mark::Used, true)).is_empty());
    let marked = |world: &World| (notes(world).used.into_iter().collect::<Vec<_>>(), notes(world).helped.len());
    assert_eq!(marked(&world), (vec!["Ask a beekeeper".into(), "https://a.example".into()], 1), "what helped was used");
    world.act(mark("https://a.example", Mark::Used, false));
    assert_eq!(marked(&world), (vec!["Ask a beekeeper".into()], 0));

    world.act(mark("https://a.example", Mark::Helped, true));
    world.act(Intent::RemoveResource { competency: id("a"), url: "https://a.example".into() });
    assert_eq!(marked(&world), (vec!["Ask a beekeeper".into()], 0), "what was said of it goes with it");
    assert_eq!(notes(&world).links.len(), 1);
    let gone = Intent::RemoveResource { competency: id("a"), url: "https://a.example".into() };
    assert_eq!(world.try_act(gone), Err(Refusal::NotThere { entity: EntityId::notes(&id("a")) }));
}
