//! What can be done from anywhere.

use leptos::prelude::GetUntracked as _;
use platform::preferences::Theme;

use super::act::Act;
use super::entry::Entry;
use crate::i18n::{Language, language, t};
use crate::routes::Place;
use crate::state::AppState;
use crate::ui::icon::Glyph;

/// Each with other words that somebody may have for it. What would do nothing now is left out.
pub fn commands(state: AppState) -> Vec<(Entry, &'static str)> {
    let add = Act::go(&Place::NewEvidence(None));
    let trash = Act::Go(format!("{}?trash=true", Place::Evidence));
    let mut commands = vec![(Entry::new(Glyph::Add, t::evidence::add(), add), t::palette::add_also())];
    if state.can_undo() {
        commands.push((Entry::new(Glyph::Undo, t::palette::undo(), Act::Undo), t::palette::undo_also()));
    }
    if state.connection().get_untracked().is_some() {
        commands.push((Entry::new(Glyph::Busy, t::sync::now(), Act::BackUp), t::palette::back_up_also()));
    }
    commands.extend([
        (Entry::new(Glyph::Edit, t::own::write_title(), Act::go(&Place::WriteOwn(None))), t::own::find_also()),
        (Entry::new(Glyph::Folder, t::proposal::title(), Act::go(&Place::BringPathway)), t::proposal::find_also()),
        (Entry::of_settings(Glyph::Download, t::archive::take_title(), "take"), t::palette::take_also()),
        (Entry::of_settings(Glyph::Folder, t::archive::bring_title(), "bring"), t::palette::bring_also()),
        (Entry::new(Glyph::Trash, t::evidence::show_trash(), trash), t::palette::trash_also()),
    ]);
    commands.extend(looks(state));
    commands.extend(languages());
    commands
}

/// Light and dark, but for the one chosen.
fn looks(state: AppState) -> impl Iterator<Item = (Entry, &'static str)> {
    let now = state.theme().get_untracked();
    let looks = [
        (Theme::Light, t::palette::light()),
        (Theme::Dark, t::palette::dark()),
        (Theme::System, t::palette::as_the_system()),
    ];
    let others = looks.into_iter().filter(move |(theme, _)| *theme != now);
    others.map(|(theme, name)| (Entry::new(Glyph::Look, name, Act::Wear(theme)), t::palette::look_also()))
}

/// The languages but for the one of now, each in its own words as well.
fn languages() -> impl Iterator<Item = (Entry, &'static str)> {
    let others = Language::ALL.into_iter().filter(|other| *other != language());
    others.map(|other| {
        let name = t::palette::speak(other.own_name());
        (Entry::new(Glyph::Words, name, Act::Speak(other)), t::palette::speak_also())
    })
}
