//! A whole portfolio as a ZIP: out to take along, and in again.

mod arrive;
mod export;
mod nursery;
mod sample;

pub use arrive::{Arrival, Came, Found, Home};
pub use export::{Export, ExportError, Packed};
pub use sample::SampleError;

use leptos::prelude::*;
use portfolio::EntityId;

/// The ZIPs under way, which go on when the learner leaves the page that shows them. Copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Zips {
    /// With the profile whose portfolio it is.
    export: RwSignal<Option<(String, Export)>, LocalStorage>,
    arrival: RwSignal<Option<Arrival>, LocalStorage>,
    /// With the submission that is in it.
    pub(super) packet: RwSignal<Option<(EntityId, Export)>, LocalStorage>,
}

impl Zips {
    pub(super) fn new() -> Self {
        Self {
            export: RwSignal::new_local(None),
            arrival: RwSignal::new_local(None),
            packet: RwSignal::new_local(None),
        }
    }
}
