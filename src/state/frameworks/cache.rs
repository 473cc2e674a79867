//! Frameworks as they stood ready when the app was open last: reading their packages anew takes longer than all else at a start.

use std::sync::Arc;

use platform::page;
use platform::store::{Opening, Store};
use portfolio::{Framework, Frameworks, Portfolio};

use super::package::{Adopted, adopted, earlier};

/// How the names of their rows begin; the package's SHA-256 follows.
const ROW: &str = "framework ";

/// The cached frameworks of a profile, adopted or not.
pub struct Cached(Vec<Arc<Framework>>);

impl Cached {
    /// Takes them out of what a start has read. One that another build of the app made counts as none.
    pub fn take(stored: &mut Opening) -> Self {
        let maker = page::build();
        let rows = stored.state.extract_if(|name, _| name.starts_with(ROW));
        Self(rows.filter_map(|(_, row)| Framework::from_cache(&row, &maker).map(Arc::new)).collect())
    }

    /// Those that the learner works with, as they adopted them and in the language of now.
    pub fn adopted(&self, portfolio: &Portfolio) -> Frameworks {
        let ready = |wanted: Vec<Adopted>| {
            let found = wanted.iter().filter_map(|wanted| self.0.iter().find(|ready| wanted.is_met_by(ready)).cloned());
            found.collect()
        };
        Frameworks::new(ready(adopted(portfolio))).with_earlier(ready(earlier(portfolio)))
    }
}

/// Keeps a framework for the next start. It is only a cache: a failure costs time.
pub(super) async fn keep(store: &Store, framework: &Framework) {
    let Some(row) = framework.to_cache(&page::build()) else { return };
    if let Err(error) = store.put_state(&[(format!("{ROW}{}", framework.id()), row)]).await {
        leptos::logging::warn!("the framework {} was not cached: {error}", framework.id());
    }
}
