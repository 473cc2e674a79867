//! The way to Today, which is where a portfolio opens.

use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use crate::routes::Place;

/// A function that goes to Today, also after the view that asked for it is gone. To be asked for within a view.
pub fn to_today() -> impl Fn() + Clone + 'static {
    let navigate = use_navigate();
    move || navigate(&Place::Today.to_string(), NavigateOptions::default())
}
