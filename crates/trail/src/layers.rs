//! How many steps come before each stone.

use std::collections::VecDeque;

use crate::graph::Graph;

/// For each stone the number of trails on the longest way to it. A circle, which no map should hold, is entered at its first stone.
pub(crate) fn of(graph: &Graph) -> Vec<usize> {
    let count = graph.len();
    let mut layers = vec![0; count];
    let mut waits: Vec<usize> = (0..count).map(|stone| graph.before(stone).len()).collect();
    let mut is_done = vec![false; count];
    let mut free: VecDeque<usize> = (0..count).filter(|stone| waits[*stone] == 0).collect();
    let mut first_left = 0;
    loop {
        let next = free
            .pop_front()
            .or_else(|| (first_left..count).find(|stone| !is_done[*stone]).inspect(|stone| first_left = stone + 1));
        let Some(stone) = next else { return layers };
        if std::mem::replace(&mut is_done[stone], true) {
            continue;
        }
        for after in graph.after(stone).iter().copied().filter(|after| !is_done[*after]) {
            layers[after] = layers[after].max(layers[stone] + 1);
            waits[after] -= 1;
            if waits[after] == 0 {
                free.push_back(after);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::of;
    use crate::graph::Graph;

    #[test]
    fn a_layer_is_the_longest_way_there() {
        let graph = Graph::new(vec![0; 5], [(0, 1), (1, 2), (0, 2), (3, 2)]);
        assert_eq!(of(&graph), [0, 1, 2, 0, 0]);
    }

    #[test]
    fn a_circle_is_entered_at_its_first_stone() {
        let graph = Graph::new(vec![0; 4], [(0, 1), (1, 2), (2, 0), (2, 3)]);
        assert_eq!(of(&graph), [0, 1, 2, 3]);
    }
}
