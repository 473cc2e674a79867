//! A text while it is being written.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::{Node, read};

/// A part at the top of a text. It has the same key as long as it is the same, wherever it moves, so that a view draws only what
/// is new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What tells it from the others: what is in it, and which one of those that are alike it is.
    pub key: (u64, usize),
    /// What is in it.
    pub node: Node,
}

/// The parts at the top of a text.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut alike: HashMap<u64, usize> = HashMap::new();
    let keyed = read(text).into_iter().map(|node| {
        let mut hasher = DefaultHasher::new();
        node.hash(&mut hasher);
        let content = hasher.finish();
        let place = alike.entry(content).or_default();
        *place += 1;
        Block { key: (content, *place), node }
    });
    keyed.collect()
}

#[cfg(test)]
mod tests {
    use super::blocks;

    #[test]
    fn a_change_in_one_paragraph_leaves_the_keys_of_the_others() {
        let keys = |text: &str| blocks(text).into_iter().map(|block| block.key).collect::<Vec<_>>();
        let (before, after) = (keys("One.\n\nTwo.\n\nTwo.\n\nThree."), keys("One.\n\nTwo.\n\nTwo and more.\n\nThree."));
        assert_ne!(before[1], before[2], "those that are alike are told apart");
        assert_eq!((&before[..2], before[3]), (&after[..2], after[3]));
        assert_ne!(before[2], after[2]);
    }

    #[test]
    fn what_a_link_leads_to_is_part_of_its_paragraph() {
        let key = |text: &str| blocks(text)[0].key;
        assert_ne!(key("[here]\n\n[here]: a.example"), key("[here]\n\n[here]: b.example"));
    }
}
