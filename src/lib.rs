//! Cairn in the browser: a learner's portfolio as a single-page app that works with no network.
//!
//! `pages` hold the places of the app, `components` know the portfolio, `ui` knows neither portfolio nor route, `state` joins
//! the pure crates to the browser, and the crate `platform` is the only one that talks to the browser itself.
#![expect(clippy::needless_pass_by_value, reason = "a component owns its properties")]

pub mod app;
mod components;
mod i18n;
mod pages;
mod parts;
mod routes;
mod state;
mod ui;
