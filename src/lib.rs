//! Cairn in the browser.
