//! What is unusual about a package, in words that name the entries in question.

use std::collections::BTreeMap;

use interchange::case::{Deviation, Kind};
use portfolio::{Framework, ItemId};

use crate::i18n::{list, t};

/// The most circles that are named one by one.
const CIRCLES: usize = 5;

/// A sentence for each way in which the package departs from what is expected. What changes how a framework is used names the
/// entries; the rest is counted together.
pub fn sentences(deviations: &[Deviation], framework: &Framework) -> Vec<String> {
    let circles =
        framework.cycles().iter().take(CIRCLES).map(|circle| t::framework::odd_circle(round(circle, framework)));
    let mut met: BTreeMap<Kind, &Deviation> = deviations.iter().map(|deviation| (deviation.kind, deviation)).collect();
    met.remove(&Kind::PrerequisiteCircle);
    let mut sentences: Vec<String> = circles.collect();
    sentences.extend(NAMED.iter().filter_map(|(kind, say)| met.remove(kind).map(say)));
    if !met.is_empty() {
        sentences.push(t::framework::odd_rest(met.len()));
    }
    sentences
}

/// What is said of a deviation.
type Sentence = fn(&Deviation) -> String;

/// The kinds that are said with the entries they are about.
const NAMED: [(Kind, Sentence); 7] = [
    (Kind::RepeatedItem, |of| t::framework::odd_repeated(of.count, examples(of))),
    (Kind::SameIdentifier, |of| t::framework::odd_shared(of.count, examples(of))),
    (Kind::SameIdentifierOtherCase, |of| t::framework::odd_shared(of.count, examples(of))),
    (Kind::Dangling, |of| t::framework::odd_outside(of.count, examples(of))),
    (Kind::ParentOutside, |of| t::framework::odd_parent(of.count, examples(of))),
    (Kind::ParentCircle, |of| t::framework::odd_parents(examples(of))),
    (Kind::UnknownRequirement, |of| t::framework::odd_requirement(of.count, examples(of))),
];

/// The places that the reader kept as examples, and that there are more if so.
fn examples(deviation: &Deviation) -> String {
    let mut names: Vec<String> = deviation.examples.clone();
    names.dedup();
    if deviation.count > deviation.examples.len() {
        names.push(t::framework::odd_more().to_owned());
        return names.join(", ");
    }
    list(&names)
}

/// A circle from its first entry round to the first again.
fn round(circle: &[ItemId], framework: &Framework) -> String {
    let name = |id: &ItemId| framework.item(id).map_or_else(|| id.to_string(), |item| item.name().to_owned());
    circle.iter().chain(circle.first()).map(name).collect::<Vec<_>>().join(" → ")
}
