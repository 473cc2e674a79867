//! What a map is made of, in numbers.

use std::collections::BTreeSet;

/// Stones by number, the region of each, and the trails between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    regions: Vec<usize>,
    before: Vec<Vec<usize>>,
    after: Vec<Vec<usize>>,
}

impl Graph {
    /// `regions` says for each stone in which region it lies, numbered from 0. A trail leads from a stone to what it opens; one that
    /// leads nowhere or back to where it began, or is told twice, is left out.
    pub fn new(regions: Vec<usize>, trails: impl IntoIterator<Item = (usize, usize)>) -> Self {
        let count = regions.len();
        let mut graph = Self { regions, before: vec![Vec::new(); count], after: vec![Vec::new(); count] };
        let leads = |(from, to): &(usize, usize)| from != to && *from < count && *to < count;
        let trails: BTreeSet<_> = trails.into_iter().filter(leads).collect();
        for (from, to) in trails {
            graph.after[from].push(to);
            graph.before[to].push(from);
        }
        graph
    }

    /// How many stones there are.
    pub fn len(&self) -> usize {
        self.regions.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.regions.is_empty()
    }

    /// How many regions there are, those without a stone among them.
    pub fn regions(&self) -> usize {
        self.regions.iter().max().map_or(0, |last| last + 1)
    }

    /// The region of a stone; of one that is not there, the first.
    pub fn region(&self, stone: usize) -> usize {
        self.regions.get(stone).copied().unwrap_or_default()
    }

    /// The stones that a stone rests on, ascending.
    pub fn before(&self, stone: usize) -> &[usize] {
        self.before.get(stone).map_or(&[], Vec::as_slice)
    }

    /// The stones that a stone opens, ascending.
    pub fn after(&self, stone: usize) -> &[usize] {
        self.after.get(stone).map_or(&[], Vec::as_slice)
    }

    /// All trails, by where they begin and then by where they lead.
    pub fn trails(&self) -> impl Iterator<Item = (usize, usize)> {
        self.after.iter().enumerate().flat_map(|(from, after)| after.iter().map(move |to| (from, *to)))
    }

    /// Whether no trail begins or ends at a stone.
    pub fn is_alone(&self, stone: usize) -> bool {
        self.before(stone).is_empty() && self.after(stone).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::Graph;

    #[test]
    fn trails_that_say_nothing_are_left_out() {
        let graph = Graph::new(vec![0, 0, 2], [(1, 2), (0, 1), (0, 1), (1, 1), (0, 9)]);
        assert_eq!(graph.trails().collect::<Vec<_>>(), [(0, 1), (1, 2)]);
        assert_eq!((graph.before(2), graph.after(0), graph.regions()), (&[1][..], &[1][..], 3));
        assert!(!graph.is_alone(0) && graph.is_alone(9) && graph.before(9).is_empty());
    }
}
