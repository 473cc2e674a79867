//! Cairn in the browser: a learner's portfolio as a single-page app that works with no network.
//!
//! `pages` hold the places of the app, `components` know the portfolio, `ui` knows neither portfolio nor route, `state` joins
//! the pure crates to the browser, and `platform` is the only module that talks to the browser itself.

pub mod app;
pub mod platform;
