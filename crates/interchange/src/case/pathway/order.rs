//! Putting what is linked into an order.

use std::collections::{BTreeSet, HashMap};

use super::Node;
use portfolio::ItemId;

/// Each node once, as it is met first, but after all that a link (before, after) puts before it. Where some wait for one another in a
/// circle, the one that is met first goes ahead.
pub(super) fn in_order(nodes: impl IntoIterator<Item = Node>, links: &[(&ItemId, &ItemId)]) -> Vec<Node> {
    let mut places = HashMap::new();
    let mut met: Vec<Node> = Vec::new();
    for node in nodes {
        places.entry(node.id.clone()).or_insert_with(|| {
            met.push(node);
            met.len() - 1
        });
    }
    let mut opens: Vec<Vec<usize>> = vec![Vec::new(); met.len()];
    let mut waits = vec![0_usize; met.len()];
    for (before, after) in links {
        let (Some(before), Some(after)) = (places.get(*before), places.get(*after)) else { continue };
        opens[*before].push(*after);
        waits[*after] += 1;
    }
    let mut left: BTreeSet<usize> = (0..met.len()).collect();
    let mut free: BTreeSet<usize> = left.iter().copied().filter(|place| waits[*place] == 0).collect();
    let mut ordered = Vec::with_capacity(met.len());
    while let Some(next) = free.pop_first().or_else(|| left.first().copied()) {
        if !left.remove(&next) {
            // It went ahead of its circle.
            continue;
        }
        ordered.push(met[next].clone());
        for after in &opens[next] {
            waits[*after] -= 1;
            if waits[*after] == 0 {
                free.insert(*after);
            }
        }
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn node(number: usize) -> Node {
        Node { id: ItemId::uuid(number as u128, 4), title: number.to_string() }
    }

    fn ordered(count: usize, links: &[(usize, usize)]) -> Vec<usize> {
        let ids: Vec<(ItemId, ItemId)> =
            links.iter().map(|(before, after)| (node(*before).id, node(*after).id)).collect();
        let ids: Vec<_> = ids.iter().map(|(before, after)| (before, after)).collect();
        in_order((0..count).map(node), &ids).iter().map(|node| node.title.parse().unwrap()).collect()
    }

    #[test]
    fn what_is_free_stays_where_it_is_met_and_the_rest_waits() {
        assert_eq!(ordered(4, &[]), [0, 1, 2, 3]);
        assert_eq!(ordered(4, &[(3, 0), (0, 1)]), [2, 3, 0, 1]);
        assert_eq!(ordered(2, &[(0, 9), (1, 0)]), [1, 0], "an end that is not there orders nothing");
    }

    #[test]
    fn of_a_circle_the_first_goes_ahead_and_nothing_is_lost() {
        assert_eq!(ordered(3, &[(0, 1), (1, 2), (2, 0)]), [0, 1, 2]);
        assert_eq!(ordered(2, &[(1, 1), (1, 0)]), [0, 1], "one that waits for itself");
        assert_eq!(in_order([node(1), node(1)], &[]).len(), 1);
    }

    proptest! {
        #[test]
        fn all_come_once_and_links_that_lead_on_are_kept(
            count in 1_usize..12,
            links in prop::collection::vec((0_usize..12, 0_usize..12), 0..30),
        ) {
            // Only links from higher to lower numbers: no circle, and each against the order of meeting.
            let links: Vec<_> = links.into_iter().filter(|(before, after)| before > after).collect();
            let order = ordered(count, &links);
            let mut all = order.clone();
            all.sort_unstable();
            prop_assert_eq!(all, (0..count).collect::<Vec<_>>());
            let place = |number: usize| order.iter().position(|other| *other == number);
            for (before, after) in links {
                if let (Some(before), Some(after)) = (place(before), place(after)) {
                    prop_assert!(before < after);
                }
            }
        }
    }
}
