//! What tells this copy from others.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate};
use leptos::prelude::*;
use platform::clock;

use super::AppState;

/// Which portfolio this is, on which device, and what its state is.
#[derive(Clone, PartialEq, Debug)]
pub struct Identity {
    /// The portfolio, 32 hexadecimal digits.
    pub root: String,
    /// The day it was begun, where that is known.
    pub begun: Option<NaiveDate>,
    /// This installation, 20 hexadecimal digits.
    pub device: String,
    /// The SHA-256 of the canonical state; equal where the same facts are.
    pub fingerprint: String,
}

impl AppState {
    /// How many other devices wrote what is here, as far as their segments came. One that was set up anew counts again.
    pub fn other_devices(self) -> usize {
        let devices = self.of(|session| {
            let mine = session.device.to_string();
            let writers = session.folded.iter().filter_map(|name| Some(name.split_once('/')?.0));
            writers.filter(|device| *device != mine).collect::<BTreeSet<_>>().len()
        });
        devices.unwrap_or_default()
    }

    /// The identity of what is open now.
    pub fn identity(self) -> Option<Identity> {
        self.session.with_value(|session| {
            let session = session.as_ref()?;
            let root = session.roots.first()?;
            let begun = DateTime::parse_from_rfc3339(&root.created).ok().map(|begun| clock::local_date(begun.to_utc()));
            let fingerprint = replica::fingerprint(session.ledger.state());
            Some(Identity {
                root: root.root.to_string(),
                begun,
                device: session.device.to_string(),
                fingerprint: replica::Hash(fingerprint).to_string(),
            })
        })
    }
}
