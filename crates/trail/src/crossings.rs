//! How many trails cross.

use crate::columns::Columns;

/// The crossings between each column and the next, together.
pub(crate) fn count(columns: &Columns, places: &[usize]) -> usize {
    (1..columns.order.len()).map(|column| before(columns, column, places)).sum()
}

/// The crossings of the trails that come into a column from the one before it: pairs that are in one order where they begin and in the
/// other where they end, counted as in a merge (Barth, Mutzel and Jünger 2002).
fn before(columns: &Columns, column: usize, places: &[usize]) -> usize {
    let Some(ends) = columns.order.get(column) else { return 0 };
    let mut trails: Vec<(usize, usize)> = Vec::new();
    for (place, slot) in ends.iter().enumerate() {
        trails.extend(columns.slots[*slot].before.iter().map(|from| (places[*from], place)));
    }
    trails.sort_unstable();
    let mut tree = Tally(vec![0; ends.len() + 1]);
    trails.iter().enumerate().map(|(so_far, (_, end))| (so_far - tree.up_to(*end), tree.add(*end)).0).sum()
}

/// How many numbers were added that are at most some number: a Fenwick tree.
struct Tally(Vec<usize>);

impl Tally {
    fn add(&mut self, number: usize) {
        let mut at = number + 1;
        while let Some(sum) = self.0.get_mut(at) {
            *sum += 1;
            at += at & at.wrapping_neg();
        }
    }

    fn up_to(&self, number: usize) -> usize {
        let mut at = number + 1;
        let mut all = 0;
        while at > 0 {
            all += self.0.get(at).copied().unwrap_or_default();
            at -= at & at.wrapping_neg();
        }
        all
    }
}
