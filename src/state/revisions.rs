//! Who is told when: one counter for each entity that a view has asked about, and one for each kind of entity.
//!
//! A view reads the portfolio itself and subscribes to a counter; no view holds a copy of a fact.

use std::collections::HashMap;

use leptos::prelude::*;

/// The counters. They are made when first asked for and live as long as the app.
#[derive(Default)]
pub struct Revisions {
    counters: HashMap<String, ArcRwSignal<u32>>,
}

impl Revisions {
    /// Subscribes the running view to `topic`: an entity's id, or a kind such as `goal`.
    pub fn track(&mut self, topic: &str) {
        self.counters.entry(topic.to_owned()).or_insert_with(|| ArcRwSignal::new(0)).track();
    }

    /// The counters that `entities` and their kinds touch; the caller bumps them when it no longer borrows anything.
    pub fn of<'ids>(&self, entities: impl IntoIterator<Item = &'ids str>) -> Vec<ArcRwSignal<u32>> {
        let mut touched: Vec<&str> = Vec::new();
        for entity in entities {
            touched.push(entity);
            touched.push(kind_of(entity));
        }
        touched.sort_unstable();
        touched.dedup();
        touched.into_iter().filter_map(|topic| self.counters.get(topic).cloned()).collect()
    }

    /// All counters, for when another portfolio takes the place of this one.
    pub fn all(&self) -> Vec<ArcRwSignal<u32>> {
        self.counters.values().cloned().collect()
    }
}

/// Moves each counter on, which runs the views that read it.
pub fn bump(counters: Vec<ArcRwSignal<u32>>) {
    for counter in counters {
        counter.update(|revision| *revision = revision.wrapping_add(1));
    }
}

fn kind_of(entity: &str) -> &str {
    entity.split_once(':').map_or(entity, |(kind, _)| kind)
}
