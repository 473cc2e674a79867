//! Interests that the learner may have and has not named: told by what they did and chose, each with its reasons. They are offered,
//! never taken.

use std::collections::{BTreeMap, BTreeSet};

use search::fold;

use crate::entity::EntityId;
use crate::framework::{Frameworks, Item};
use crate::gallery;
use crate::item_id::ItemId;
use crate::model::Portfolio;

/// More than these are no suggestion any more.
pub const MOST: usize = 6;

/// What is told once may be chance.
const OFTEN: usize = 2;

/// A tag that may be an interest.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Suggested {
    /// As the framework writes it, else as the learner does.
    pub tag: String,
    /// How many pieces the learner tagged with it.
    pub tagged: usize,
    /// How many pieces show competencies that carry it.
    pub shown: usize,
    /// How many goals are on the pathway that carry it.
    pub chosen: usize,
    /// How many competencies of the frameworks carry it.
    pub carried: usize,
}

impl Suggested {
    /// Whether the learner's own doing speaks for it; otherwise only that there is much to find by it.
    pub fn is_own(&self) -> bool {
        self.tagged > 0 || self.shown >= OFTEN || self.chosen >= OFTEN
    }

    /// What speaks for it: a tag of one's own three times, a piece that shows it and a goal that is about it twice.
    fn weight(&self) -> usize {
        3 * self.tagged + 2 * (self.shown + self.chosen)
    }

    /// A tag that no competency carries opens nothing, unless the learner uses it again and again.
    fn is_worth_it(&self) -> bool {
        self.carried > 0 || self.tagged >= OFTEN
    }
}

/// Tags that may be interests and are none yet, those first that most speaks for. What the frameworks carry most fills up where the
/// learner's own doing does not tell enough.
pub fn suggested(portfolio: &Portfolio, frameworks: &Frameworks) -> Vec<Suggested> {
    let mine: BTreeSet<String> = portfolio.learner().interests.iter().map(|interest| fold::tag(interest)).collect();
    let all = count(portfolio, frameworks).into_iter().filter(|(tag, _)| !tag.is_empty() && !mine.contains(tag));
    let mut all: Vec<Suggested> = all.map(|(_, tag)| tag).filter(Suggested::is_worth_it).collect();
    // Stable, and they come by their words: what is equal stands in alphabetical order.
    all.sort_by_key(|tag| {
        let weight = if tag.is_own() { tag.weight() } else { 0 };
        std::cmp::Reverse((tag.is_own(), weight, tag.carried))
    });
    all.truncate(MOST);
    all
}

/// Every tag of frameworks, pieces and goals by what it has in common with those that are the same.
fn count(portfolio: &Portfolio, frameworks: &Frameworks) -> BTreeMap<String, Suggested> {
    let mut tags: BTreeMap<String, Suggested> = BTreeMap::new();
    for (tag, carried) in frameworks.iter().flat_map(|framework| framework.keywords()) {
        of(&mut tags, tag).carried += carried;
    }
    for piece in gallery::latest_first(portfolio) {
        piece.tags.iter().for_each(|tag| of(&mut tags, tag).tagged += 1);
    }
    let mut shown: BTreeSet<(String, &EntityId)> = BTreeSet::new();
    for (claim, piece) in portfolio.claims_in_use() {
        let (Some(item), Some(piece)) = (frameworks.item(&claim.competency), piece) else { continue };
        // A piece counts once for a tag, however many competencies of it carry that.
        for tag in distinct(item) {
            if shown.insert((fold::tag(tag), &piece.id)) {
                of(&mut tags, tag).shown += 1;
            }
        }
    }
    // What is on several pathways counts once.
    let chosen: BTreeSet<&ItemId> = portfolio.goals().into_iter().map(|goal| &goal.competency).collect();
    for item in chosen.into_iter().filter_map(|competency| frameworks.item(competency)) {
        distinct(item).into_iter().for_each(|tag| of(&mut tags, tag).chosen += 1);
    }
    tags
}

fn of<'t>(tags: &'t mut BTreeMap<String, Suggested>, tag: &str) -> &'t mut Suggested {
    let new = || Suggested { tag: tag.to_owned(), tagged: 0, shown: 0, chosen: 0, carried: 0 };
    tags.entry(fold::tag(tag)).or_insert_with(new)
}

/// Its tags, of the same written in two ways one.
fn distinct(item: &Item) -> Vec<&String> {
    let mut met = BTreeSet::new();
    item.keywords.iter().filter(|tag| met.insert(fold::tag(tag))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Framework;
    use crate::framework::tests::source;
    use crate::intent::Intent;
    use crate::testing::World;

    fn world() -> World {
        let mut told = source(&["a", "b", "c", "d"], &[]);
        let keywords = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>();
        told.items[0].keywords = keywords(&["nature", "Maps"]);
        told.items[1].keywords = keywords(&["nature", "music"]);
        told.items[2].keywords = keywords(&["space", "nature", "Nature"]);
        told.items[3].keywords = keywords(&["space"]);
        World::new(Framework::build(told, None))
    }

    fn tags(world: &World) -> Vec<String> {
        suggested(&world.portfolio, &world.frameworks).into_iter().map(|tag| tag.tag).collect()
    }

    #[test]
    fn what_the_learner_did_speaks_first_and_what_there_is_much_of_fills_up() {
        let mut world = world();
        assert_eq!(tags(&world), ["nature", "space", "Maps", "music"], "by how many competencies carry them");
        let piece = world.show("2026-03-01", &[("c", "2"), ("d", "2")]);
        assert_eq!(tags(&world)[0], "nature", "once may be chance");
        world.show("2026-03-02", &[("d", "3")]);
        let first = suggested(&world.portfolio, &world.frameworks).remove(0);
        assert_eq!(
            (first.tag.as_str(), first.shown, first.is_own()),
            ("space", 2, true),
            "the first piece counts once"
        );
        world.act(Intent::AddTag { piece: piece.clone(), tag: "MAPS".into() });
        world.act(Intent::AddTag { piece: piece.clone(), tag: "grandma".into() });
        assert_eq!(
            tags(&world),
            ["space", "Maps", "nature", "music"],
            "as the framework writes it; grandma is there once"
        );
        let other = world.show("2026-03-02", &[]);
        world.act(Intent::AddTag { piece: other, tag: "Grandma".into() });
        assert_eq!(tags(&world)[0], "Grandma", "a word of one’s own, again and again, as it was written last");
        world.act(Intent::Trash { piece });
        assert_eq!(tags(&world)[0], "nature", "what lies in the trash says nothing");
        for tag in ["🎸", "🎨", "🎨"] {
            let tagged = world.show("2026-03-02", &[]);
            world.act(Intent::AddTag { piece: tagged, tag: tag.into() });
        }
        assert_eq!(tags(&world)[0], "🎨", "one symbol is not another");
    }

    #[test]
    fn what_is_an_interest_already_is_not_suggested() {
        let mut world = world();
        world.choose("a", "3", None);
        world.choose("b", "3", None);
        let first = suggested(&world.portfolio, &world.frameworks).remove(0);
        assert_eq!((first.tag.as_str(), first.chosen, first.is_own()), ("nature", 2, true));
        world.act(Intent::AddInterest { interest: "NATURE".into() });
        assert_eq!(tags(&world), ["space", "Maps", "music"]);
    }
}
