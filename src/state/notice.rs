//! What was just done, to be said once.

use leptos::prelude::Callback;

/// Words, and at most one thing that can be done about them.
#[derive(Clone)]
pub struct Notice {
    /// What happened.
    pub words: String,
    /// The label of the way back and what it does.
    pub action: Option<(String, Callback<()>)>,
}
