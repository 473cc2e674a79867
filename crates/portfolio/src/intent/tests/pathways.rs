//! Several pathways: begun, described, ordered, put away and taken up again.

use super::world;
use crate::framework::tests::id;
use crate::intent::{Intent, NewGoal, NewPathway, Place, Refusal, Wording};
use crate::testing::{World, created, day, level};
use crate::{Change, EntityId, ItemId, Kind};

fn first() -> EntityId {
    EntityId::first_pathway()
}

fn goal(competency: &str, aim: &str) -> NewGoal {
    NewGoal { competency: id(competency), aim: level(aim), due: None }
}

fn names(world: &World) -> Vec<&str> {
    world.portfolio.pathways().into_iter().map(|pathway| pathway.name.as_str()).collect()
}

fn on(world: &World, pathway: &EntityId) -> Vec<String> {
    world.portfolio.goals_on(pathway).into_iter().map(|goal| goal.competency.to_string()).collect()
}

fn by_turn(world: &World) -> Vec<(&str, usize)> {
    world.portfolio.by_turn().into_iter().map(|turn| (turn.goal.competency.as_str(), turn.place)).collect()
}

#[test]
fn a_pathway_is_begun_with_its_purpose_and_its_goals_in_one_act() {
    let mut world = world();
    world.show("2026-02-01", &[("b", "1.5")]);
    let new = NewPathway {
        name: " A robot ".into(),
        purpose: "For the fair. ".into(),
        from: "Ms Vega".into(),
        goals: vec![goal("b", "3"), NewGoal { due: Some(day("2026-06-01")), ..goal("a", "4") }],
    };
    let robot = created(&world.act(Intent::AddPathway(new)));
    let pathway = world.portfolio.pathway(&robot).unwrap();
    assert_eq!((pathway.name.as_str(), pathway.purpose.as_str()), ("A robot", "For the fair."));
    assert_eq!((pathway.from.as_str(), pathway.begun), ("Ms Vega", Some(world.today)));
    assert_eq!((names(&world), on(&world, &robot)), (vec!["", "A robot"], vec!["b".to_owned(), "a".to_owned()]));
    let [b, a] = world.portfolio.goals_on(&robot)[..] else { panic!("two goals") };
    assert_eq!((b.start, a.aim, a.moves.len()), (level("1.5"), level("4"), 1));
    assert!(world.portfolio.goals_on(&first()).is_empty());
}

#[test]
fn what_cannot_be_begun_says_why() {
    let mut world = world();
    let new = |name: &str, goals: Vec<NewGoal>| {
        Intent::AddPathway(NewPathway { name: name.into(), goals, ..NewPathway::default() })
    };
    assert_eq!(world.try_act(new(" ", Vec::new())), Err(Refusal::NoWords));
    let long = Refusal::TooLong { wording: Wording::Name, length: 201, most: 200 };
    assert_eq!(world.try_act(new(&"x".repeat(201), Vec::new())), Err(long));
    assert_eq!(world.try_act(new("Mine", vec![goal("x", "3")])), Err(Refusal::NotInAFramework { item: id("x") }));
    assert_eq!(world.try_act(new("Mine", vec![goal("a", "0")])), Err(Refusal::AimIsZero));
    let twice = world.try_act(new("Mine", vec![goal("a", "3"), goal("a", "4")]));
    assert!(matches!(twice, Err(Refusal::AlreadyChosen { .. })));
    assert_eq!(names(&world), [""], "nothing is begun by halves");
    let nowhere = EntityId::random(Kind::Pathway, 99);
    let choose = Intent::ChooseGoal { pathway: nowhere.clone(), goal: goal("a", "3") };
    assert_eq!(world.try_act(choose), Err(Refusal::NotThere { entity: nowhere }));
}

#[test]
fn a_competency_is_a_goal_of_its_own_on_each_pathway() {
    let mut world = world();
    let music = world.walk("Music");
    let here = world.choose("a", "3", Some("2026-04-01"));
    let there = world.choose_on(&music, "a", "4", None);
    assert_ne!(here, there);
    let aims: Vec<_> = world.portfolio.goals_for(&id("a")).map(|goal| (goal.aim, goal.due)).collect();
    assert_eq!(aims, [(level("3"), Some(day("2026-04-01"))), (level("4"), None)]);
    assert_eq!(crate::ready::aim(&world.portfolio, &id("a")), level("4"), "the highest aim is what is aimed at");
    world.act(Intent::DropGoal { goal: there });
    assert_eq!(crate::ready::aim(&world.portfolio, &id("a")), level("3"));
    assert!(world.portfolio.is_chosen(&id("a")) && !world.portfolio.is_chosen(&id("b")));

    world.act(Intent::GoDeeper { competency: id("b") });
    assert_eq!(on(&world, &first()), ["a", "b"], "what is on none comes onto the first");
}

#[test]
fn going_deeper_and_moving_on_are_said_of_every_pathway() {
    let mut world = world();
    world.show("2026-03-01", &[("a", "3")]);
    let music = world.walk("Music");
    world.choose("a", "3", None);
    world.choose_on(&music, "a", "3.5", None);
    let aims = |world: &World| world.portfolio.goals_for(&id("a")).map(|goal| goal.aim.to_string()).collect::<Vec<_>>();
    world.act(Intent::GoDeeper { competency: id("a") });
    assert_eq!(aims(&world), ["4", "4"]);
    world.act(Intent::MoveOn { competency: id("a") });
    assert_eq!(aims(&world), ["3", "3"]);
}

#[test]
fn turns_go_round_the_pathways() {
    let mut world = world();
    for name in ["a", "b", "c"] {
        world.choose(name, "3", None);
    }
    let music = world.walk("Music");
    for name in ["d", "a"] {
        world.choose_on(&music, name, "3", None);
    }
    assert_eq!(by_turn(&world), [("a", 0), ("d", 0), ("b", 1), ("c", 2)]);
    let goals: Vec<_> = world.portfolio.goals().into_iter().map(|goal| goal.competency.as_str()).collect();
    assert_eq!(goals, ["a", "b", "c", "d", "a"]);
    world.act(Intent::MovePathway { pathway: music, to: Place::Before(first()) });
    assert_eq!(by_turn(&world), [("d", 0), ("a", 0), ("b", 1), ("c", 2)]);
}

#[test]
fn pathways_are_described_and_ordered() {
    let mut world = world();
    let (music, robot) = (world.walk("Music"), world.walk("Robot"));
    assert_eq!(names(&world), ["", "Music", "Robot"]);
    let moved = world.act(Intent::MovePathway { pathway: robot.clone(), to: Place::Before(music.clone()) });
    assert_eq!((moved.len(), names(&world)), (1, vec!["", "Robot", "Music"]));
    world.act(Intent::MovePathway { pathway: first(), to: Place::After(music.clone()) });
    assert_eq!(names(&world), ["Robot", "Music", ""]);
    world.act(Intent::MovePathway { pathway: first(), to: Place::Before(robot) });
    assert_eq!(names(&world), ["", "Robot", "Music"]);

    let describe = |pathway: &EntityId, name: &str, purpose: &str| Intent::DescribePathway {
        pathway: pathway.clone(),
        name: name.into(),
        purpose: purpose.into(),
    };
    assert_eq!(world.act(describe(&music, "Band", "To play in June")).len(), 2);
    assert!(world.act(describe(&music, "Band", "To play in June")).is_empty());
    assert_eq!(world.try_act(describe(&music, "", "")), Err(Refusal::NoWords));
    world.act(describe(&first(), "School", ""));
    world.act(describe(&first(), "", ""));
    assert_eq!(names(&world), ["", "Robot", "Band"], "the first may go without a name");
}

#[test]
fn a_pathway_is_put_away_and_taken_up_with_its_goals() {
    let mut world = world();
    let music = world.walk("Music");
    world.choose_on(&music, "a", "3", None);
    let dropped = world.choose_on(&music, "b", "3", None);
    world.act(Intent::DropGoal { goal: dropped });
    world.choose("c", "3", None);
    let away = world.act(Intent::PutAwayPathway { pathway: music.clone() });
    assert_eq!(away, [Change::Trash { entity: music.clone() }]);
    assert_eq!((names(&world), by_turn(&world)), (vec![""], vec![("c", 0)]));
    assert!(on(&world, &music).is_empty() && !world.portfolio.is_chosen(&id("a")));
    let put_away: Vec<_> = world.portfolio.pathways_put_away().into_iter().map(|pathway| &pathway.id).collect();
    assert_eq!(put_away, [&music]);
    let gone = Err(Refusal::NotThere { entity: music.clone() });
    assert_eq!(world.try_act(Intent::PutAwayPathway { pathway: music.clone() }), gone);
    let choose = Intent::ChooseGoal { pathway: music.clone(), goal: goal("d", "3") };
    assert_eq!(world.try_act(choose), gone);

    world.act(Intent::TakeUpPathway { pathway: music.clone() });
    assert_eq!((names(&world), on(&world, &music)), (vec!["", "Music"], vec!["a".to_owned()]));
    let there = Refusal::NotInTrash { entity: music.clone() };
    assert_eq!(world.try_act(Intent::TakeUpPathway { pathway: music }), Err(there));
    assert_eq!(world.try_act(Intent::PutAwayPathway { pathway: first() }), Err(Refusal::FirstPathwayStays));
}

#[test]
fn a_goal_on_another_pathway_is_stored_as_a_part_of_it() {
    let mut world = world();
    let music = world.walk("Music");
    let goal = world.choose_on(&music, "a", "3", None);
    assert_eq!(world.stored()[&goal].fields["of"], (&music).into());
    let here = world.choose("a", "3", None);
    assert!(!world.stored()[&here].fields.contains_key("of"), "as before there were pathways");
    let competency: Option<ItemId> = goal.competency();
    assert_eq!((goal.pathway(), competency), (Some(music), Some(id("a"))));
}
