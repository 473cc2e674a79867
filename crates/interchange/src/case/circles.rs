//! Circles among prerequisites: items of which each comes before itself.

/// The groups of nodes that all lead to each other over `edges` (from, to), and nodes that lead to themselves. Each
/// group starts with its lowest node and goes on along the edges; groups come in the order of their first nodes.
/// Tarjan's strongly connected components (SIAM J. Comput. 1, 1972), without recursion: a chain may be as long as the
/// file.
pub(super) fn of(nodes: usize, edges: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut after = vec![Vec::new(); nodes];
    for (from, to) in edges {
        after[*from].push(*to);
    }
    let component = components(&after);
    let mut members = vec![0_usize; nodes];
    component.iter().for_each(|component| members[*component] += 1);
    let mut told = vec![false; nodes];
    let mut circles = Vec::new();
    for node in 0..nodes {
        let circular = members[component[node]] > 1 || after[node].contains(&node);
        if circular && !told[component[node]] {
            told[component[node]] = true;
            circles.push(along(node, &after, &component));
        }
    }
    circles
}

/// The nodes of `first`'s component in the order in which following edges first meets them.
fn along(first: usize, after: &[Vec<usize>], component: &[usize]) -> Vec<usize> {
    let mut met = vec![first];
    let mut waiting = vec![(first, 0)];
    let mut seen = std::collections::HashSet::from([first]);
    while let Some((node, next)) = waiting.pop() {
        let Some(to) = after[node].get(next) else { continue };
        waiting.push((node, next + 1));
        if component[*to] == component[first] && seen.insert(*to) {
            met.push(*to);
            waiting.push((*to, 0));
        }
    }
    met
}

/// For each node a number that it shares with exactly the nodes of its component.
fn components(after: &[Vec<usize>]) -> Vec<usize> {
    const UNSEEN: usize = usize::MAX;
    let nodes = after.len();
    let (mut order, mut low, mut component) = (vec![UNSEEN; nodes], vec![UNSEEN; nodes], vec![UNSEEN; nodes]);
    let (mut open, mut seen, mut found) = (Vec::new(), 0, 0);
    for root in 0..nodes {
        let mut path = if order[root] == UNSEEN { vec![(root, 0)] } else { Vec::new() };
        while let Some((node, next)) = path.pop() {
            if next == 0 {
                (order[node], low[node]) = (seen, seen);
                seen += 1;
                open.push(node);
            }
            if let Some(to) = after[node].get(next).copied() {
                path.push((node, next + 1));
                if order[to] == UNSEEN {
                    path.push((to, 0));
                } else if component[to] == UNSEEN {
                    low[node] = low[node].min(order[to]);
                }
                continue;
            }
            if low[node] == order[node] {
                while let Some(member) = open.pop() {
                    component[member] = found;
                    if member == node {
                        break;
                    }
                }
                found += 1;
            }
            if let Some((parent, _)) = path.last() {
                low[*parent] = low[*parent].min(low[node]);
            }
        }
    }
    component
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_each_circle_along_its_edges() {
        let edges = [(0, 2), (2, 1), (1, 0), (3, 4), (4, 5), (6, 6), (5, 6)];
        assert_eq!(of(7, &edges), [vec![0, 2, 1], vec![6]]);
        assert_eq!(of(3, &[(0, 1), (1, 2)]), [[0_usize; 0]; 0]);
    }

    #[test]
    fn a_chain_as_long_as_a_file_needs_no_deep_stack() {
        let mut edges: Vec<_> = (1..100_000).map(|node| (node - 1, node)).collect();
        assert!(of(100_000, &edges).is_empty());
        edges.push((99_999, 0));
        assert_eq!(of(100_000, &edges).len(), 1);
    }

    proptest! {
        #[test]
        fn a_node_is_in_a_circle_exactly_if_it_reaches_itself(edges in prop::collection::vec((0_usize..8, 0_usize..8), 0..16)) {
            let mut reach = [[false; 8]; 8];
            edges.iter().for_each(|(from, to)| reach[*from][*to] = true);
            for by in 0..8 {
                for from in 0..8 {
                    for to in 0..8 {
                        reach[from][to] |= reach[from][by] && reach[by][to];
                    }
                }
            }
            let circles = of(8, &edges);
            for (node, reached) in reach.iter().enumerate() {
                let group: Vec<_> = circles.iter().filter(|circle| circle.contains(&node)).collect();
                prop_assert_eq!(group.len(), usize::from(reached[node]));
                for other in group.into_iter().flatten() {
                    prop_assert!(reached[*other] && reach[*other][node]);
                }
            }
        }
    }
}
