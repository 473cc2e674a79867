//! Where one can go.

use super::act::Act;
use super::entry::Entry;
use crate::i18n::t;
use crate::routes::Place;
use crate::ui::icon::Glyph;

/// The places of the navigation and the way to more competencies.
pub fn places() -> Vec<Entry> {
    let place = |glyph, name: &str, place| Entry::new(glyph, name, Act::go(&place));
    vec![
        place(Glyph::Today, t::shell::today(), Place::Today),
        place(Glyph::Pathway, t::shell::pathway(), Place::Pathway),
        place(Glyph::Search, t::pathway::explore(), Place::Explore),
        place(Glyph::Evidence, t::shell::evidence(), Place::Evidence),
        place(Glyph::Pace, t::shell::pace(), Place::Pace),
        place(Glyph::Gaps, t::gaps::title(), Place::Gaps),
        place(Glyph::Settings, t::shell::settings(), Place::Settings),
    ]
}

/// The sections of Settings.
pub fn sections() -> Vec<Entry> {
    let section = |id, name| Entry::of_settings(Glyph::Settings, name, id);
    vec![
        section("me", t::settings::me()),
        section("frameworks", t::settings::frameworks()),
        section("backup", t::sync::title()),
        section("storage", t::settings::storage()),
        section("learners", t::settings::learners()),
        section("appearance", t::settings::appearance()),
    ]
}
