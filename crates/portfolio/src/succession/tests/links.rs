//! What the learner says comes first, when an end of it moves.

use super::*;
use crate::framework::Need;

fn need(pair: &str) -> Need {
    let (before, after) = pair.split_once(' ').unwrap();
    Need { after: id(after), before: id(before) }
}

fn told<'n>(needs: impl IntoIterator<Item = &'n Need>) -> BTreeSet<String> {
    needs.into_iter().map(|need| format!("{} {}", need.before, need.after)).collect()
}

fn pairs(told: &[&str]) -> BTreeSet<String> {
    told.iter().map(|pair| (*pair).to_owned()).collect()
}

fn said(world: &World) -> BTreeSet<String> {
    told(&world.portfolio.needs().collect::<Vec<_>>())
}

/// What would become of what is said.
fn foreseen(world: &World, moved: &[&str]) -> Links {
    let Intent::MoveAlong { moves } = moves(moved) else { unreachable!() };
    links(&world.portfolio, &world.frameworks, &moves)
}

/// Says all of these, `before after`, but what closes a circle.
fn say(mut world: World, pairs: &[&str]) -> World {
    for pair in pairs {
        match world.try_act(Intent::AddNeeds { needs: vec![need(pair)] }) {
            Ok(_) => world = meet(world),
            Err(refusal) => assert!(matches!(refusal, Refusal::ClosesACircle { .. })),
        }
    }
    world
}

/// Has the frameworks know what was said.
fn meet(mut world: World) -> World {
    world.frameworks = world.frameworks.with_needs(world.portfolio.needs());
    world
}

/// A learner who said this of a framework, and works with its next edition.
fn lived(items: &[&str], said: &[&str], newer: Arc<Framework>) -> World {
    let world = say(World::new(Framework::build(source(items, &[]), None)), said);
    meet(updated(world, newer))
}

/// An edition in which some come before others, `before after`.
fn ordered(items: &[&str], precedes: &[&str], replaced: &[&str]) -> Arc<Framework> {
    let succession = edition(items, replaced).succession().to_vec();
    build(FrameworkSource { succession, ..source(items, precedes) })
}

#[test]
fn what_is_said_of_what_is_retired_is_proposed_and_goes_along() {
    let mut world = lived(&["a", "b", "c"], &["b a", "a c", "b c"], edition(&["b", "c", "x"], &["a x"]));
    assert_eq!(proposed(&world), ["a x"]);
    assert_eq!(told(&kept(&world.portfolio, &world.frameworks)[&id("a")].needs), pairs(&["b a", "a c"]));
    let links = foreseen(&world, &["a x"]);
    assert_eq!((told(&links.gone), told(&links.there)), (pairs(&["b a", "a c"]), pairs(&["b x", "x c"])));
    assert_eq!(world.act(moves(&["a x"])).len(), 4, "what names neither end is not touched");
    assert_eq!(said(&world), pairs(&["b x", "x c", "b c"]));
    assert!(proposed(&world).is_empty());
}

#[test]
fn what_is_moved_to_several_waits_for_what_it_waited_for_at_each() {
    let mut world = lived(&["a", "b", "c"], &["b a", "a c"], edition(&["c", "x", "y", "z"], &["a x", "a y", "b z"]));
    world.act(moves(&["a x", "a y"]));
    assert_eq!(said(&world), pairs(&["b x", "b y", "x c", "y c"]), "what stays retired keeps its links");
    world.act(moves(&["b z"]));
    assert_eq!(said(&world), pairs(&["z x", "z y", "x c", "y c"]));
}

#[test]
fn two_that_became_one_do_not_wait_for_themselves() {
    let mut world = lived(&["a", "b", "c"], &["a b", "b c", "a c"], edition(&["c", "x"], &["a x", "b x"]));
    let links = foreseen(&world, &["a x", "b x"]);
    assert_eq!((told(&links.met), told(&links.there)), (pairs(&["a b"]), pairs(&["x c"])), "and nothing is said twice");
    world.act(moves(&["a x", "b x"]));
    assert_eq!(said(&world), pairs(&["x c"]));
}

#[test]
fn what_was_said_already_is_not_said_again() {
    let mut world = lived(&["a", "b", "x"], &["a b", "x b"], edition(&["b", "x"], &["a x"]));
    assert_eq!(foreseen(&world, &["a x"]).there, BTreeSet::new());
    world.act(moves(&["a x"]));
    assert_eq!(said(&world), pairs(&["x b"]));
}

#[test]
fn what_would_close_a_circle_is_foreseen_and_left_out() {
    let mut world = lived(&["a", "b"], &["a b"], ordered(&["b", "x"], &["b x"], &["a x"]));
    let links = foreseen(&world, &["a x"]);
    assert_eq!((told(&links.circles), told(&links.there)), (pairs(&["x b"]), BTreeSet::new()));
    world.act(moves(&["a x"]));
    assert_eq!(said(&world), BTreeSet::new());
    // Two words that move together can close one between them.
    let world = lived(&["a", "b", "c", "d"], &["a b", "c d"], edition(&["x", "y"], &["a x", "b y", "c y", "d x"]));
    let links = foreseen(&world, &["a x", "b y", "c y", "d x"]);
    assert_eq!((told(&links.there), told(&links.circles)), (pairs(&["x y"]), pairs(&["y x"])));
}

const OLD: [&str; 6] = ["c0", "c1", "c2", "c3", "c4", "c5"];
const NEW: [&str; 5] = ["c0", "c1", "x", "y", "z"];
const REPLACED: [&str; 5] = ["c2 x", "c3 x", "c3 y", "c4 c0", "c5 z"];

/// What one rests on, by what the edition and the learner say, however many steps away.
fn rests_on(world: &World, item: &str) -> BTreeSet<String> {
    let mut met = BTreeSet::new();
    let mut waiting = vec![item.to_owned()];
    while let Some(item) = waiting.pop() {
        let framework = world.frameworks.iter().next().unwrap();
        let asked = framework.told_requirement(&id(&item));
        let asked = asked.iter().flat_map(|asked| asked.items()).map(|(item, _)| item.to_string());
        let said = world.portfolio.needs().filter(|need| need.after == id(&item)).map(|need| need.before.to_string());
        for before in asked.chain(said) {
            if met.insert(before.clone()) {
                waiting.push(before);
            }
        }
    }
    met
}

fn some_of(names: &'static [&'static str]) -> impl Strategy<Value = Vec<String>> {
    let pair =
        (0..names.len(), 0..names.len()).prop_map(|(before, after)| format!("{} {}", names[before], names[after]));
    prop::collection::vec(pair, 0..10)
}

proptest! {
    #[test]
    fn what_is_moved_is_named_no_more_and_whoever_rested_on_something_still_does(
        said_so in some_of(&OLD),
        precedes in some_of(&NEW),
        taken in prop::collection::vec(any::<bool>(), REPLACED.len()),
    ) {
        let [said_so, precedes] = [&said_so, &precedes].map(|pairs| pairs.iter().map(String::as_str).collect::<Vec<_>>());
        let mut world = lived(&OLD, &said_so, ordered(&NEW, &precedes, &REPLACED));
        let taken: Vec<&str> = REPLACED.into_iter().zip(taken).filter(|(_, taken)| *taken).map(|(pair, _)| pair).collect();
        let before = world.clone();
        let links = foreseen(&world, &taken);
        world.act(moves(&taken));
        let world = meet(world);

        let ends = |item: &str| -> Vec<String> {
            let to: Vec<String> = taken.iter().filter_map(|pair| pair.split_once(' ')).filter(|(from, _)| *from == item).map(|(_, to)| to.to_owned()).collect();
            if to.is_empty() { vec![item.to_owned()] } else { to }
        };
        let moved = |item: &str| ends(item) != [item];
        prop_assert!(world.portfolio.needs().all(|need| !moved(need.before.as_str()) && !moved(need.after.as_str())));

        // Just what was foreseen became of it, and the frameworks hear all of it.
        let now: BTreeSet<Need> = world.portfolio.needs().collect();
        let foreseen: BTreeSet<Need> = before.portfolio.needs().filter(|need| !links.gone.contains(need)).chain(links.there.iter().cloned()).collect();
        prop_assert_eq!(&now, &foreseen);
        for need in now.iter().filter(|need| [&need.before, &need.after].iter().all(|end| world.frameworks.has_competency(end))) {
            prop_assert!(world.frameworks.overlay().needs(&need.after).any(|item| *item == need.before) || before.portfolio.needs().any(|said| said == *need));
        }

        // Each word holds at all its new ends, or the contrary does.
        for need in &links.gone {
            for (earlier, later) in ends(need.before.as_str()).iter().flat_map(|earlier| ends(need.after.as_str()).into_iter().map(move |later| (earlier.clone(), later))) {
                let holds = earlier == later || rests_on(&world, &later).contains(&earlier);
                let is_circle = links.circles.contains(&Need { before: id(&earlier), after: id(&later) });
                prop_assert!(holds || is_circle);
                prop_assert!(!is_circle || rests_on(&world, &earlier).contains(&later));
            }
        }
        if links.circles.is_empty() {
            for after in OLD {
                for on in rests_on(&before, after) {
                    for (earlier, later) in ends(&on).iter().flat_map(|earlier| ends(after).into_iter().map(move |later| (earlier.clone(), later))) {
                        prop_assert!(earlier == later || rests_on(&world, &later).contains(&earlier), "{} no longer rests on {}", later, earlier);
                    }
                }
            }
        }
    }
}
