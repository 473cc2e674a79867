//! Telling a repetition from a second thing under the same identifier.

use std::collections::HashMap;

/// How many different things under one identifier are compared with the next; more are simply kept.
const COMPARED: usize = 8;

/// What was met under each identifier.
#[derive(Debug, Default)]
pub(super) struct Met {
    by_id: HashMap<String, Vec<usize>>,
}

/// How something relates to what was met before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    /// The first under its identifier.
    New,
    /// Word for word the same as the one at this index.
    Repeated(usize),
    /// Another thing under an identifier that the one at this index had first.
    Different(usize),
}

impl Met {
    /// Files `index` under `id`. `same` says whether it is word for word the one at an earlier index.
    pub(super) fn look(&mut self, id: &str, index: usize, same: impl Fn(usize) -> bool) -> Seen {
        let Some(earlier) = self.by_id.get_mut(id) else {
            self.by_id.insert(id.to_owned(), vec![index]);
            return Seen::New;
        };
        if let Some(repeated) = earlier.iter().copied().find(|earlier| same(*earlier)) {
            return Seen::Repeated(repeated);
        }
        let first = earlier.first().copied().unwrap_or(index);
        if earlier.len() < COMPARED {
            earlier.push(index);
        }
        Seen::Different(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetitions_are_found_also_of_the_second_thing() {
        let things = ["one", "two", "one", "two", "three"];
        let mut met = Met::default();
        let seen: Vec<_> =
            (0..things.len()).map(|at| met.look("id", at, |earlier| things[earlier] == things[at])).collect();
        assert_eq!(seen, [Seen::New, Seen::Different(0), Seen::Repeated(0), Seen::Repeated(1), Seen::Different(0)]);
        assert_eq!(met.look("other id", 9, |_| true), Seen::New);
    }
}
