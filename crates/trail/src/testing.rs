//! Maps for tests.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use proptest::prelude::*;

use crate::{Graph, Layout, lay_out};

/// What a future that never waits comes to.
pub fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits"),
    }
}

pub fn laid_out(graph: &Graph) -> Layout {
    now(lay_out(graph, async || {}))
}

/// A map without circles of at most `most` stones in four regions.
pub fn graphs(most: usize) -> impl Strategy<Value = Graph> {
    let stones = prop::collection::vec(0..4_usize, 1..most);
    stones.prop_flat_map(move |regions| {
        let count = regions.len();
        let trails = prop::collection::vec((0..count, 0..count), 0..2 * count);
        (Just(regions), trails).prop_map(|(regions, trails)| {
            Graph::new(regions, trails.into_iter().map(|(one, other)| (one.min(other), one.max(other))))
        })
    })
}

/// A map of that many stones and about that many trails, always the same: each trail leads on by at most a tenth of the map, mostly within
/// one of eight regions.
pub fn large(stones: usize, trails: usize) -> Graph {
    let mut seed = 0x9E37_79B9_7F4A_7C15_u64;
    let mut below = move |most: usize| {
        // xorshift64* (Vigna 2016)
        seed ^= seed >> 12;
        seed ^= seed << 25;
        seed ^= seed >> 27;
        (seed.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % most.max(1)
    };
    let regions = (0..stones).map(|stone| stone * 8 / stones).collect();
    let mut told = Vec::with_capacity(trails);
    for _ in 0..trails {
        let from = below(stones);
        told.push((from, (from + 1 + below(stones / 10)).min(stones - 1)));
    }
    Graph::new(regions, told)
}
