//! What the palette offers.

use super::act::Act;
use crate::i18n::t;
use crate::routes::Place;
use crate::ui::icon::Glyph;

/// Something to be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it shows beside its name.
    pub glyph: Glyph,
    /// What it is called.
    pub name: String,
    /// What tells it from others of the same name; may be empty.
    pub about: String,
    /// What choosing it does.
    pub act: Act,
}

impl Entry {
    /// One that needs nothing said about it.
    pub fn new(glyph: Glyph, name: impl Into<String>, act: Act) -> Self {
        Self { glyph, name: name.into(), about: String::new(), act }
    }

    /// One that leads to a section of Settings, and says so.
    pub fn of_settings(glyph: Glyph, name: &str, section: &str) -> Self {
        let act = Act::Go(format!("{}#{section}", Place::Settings));
        Self { about: t::shell::settings().to_owned(), ..Self::new(glyph, name, act) }
    }
}

/// What entries have in common. Where nothing fits better than anything else they stand in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Something to do.
    Action,
    /// A place of the app.
    Place,
    /// A competency of an adopted framework.
    Competency,
    /// A piece of evidence.
    Piece,
}

impl Kind {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Action, Self::Place, Self::Competency, Self::Piece];

    /// The heading of their group.
    pub fn title(self) -> &'static str {
        match self {
            Self::Action => t::palette::actions(),
            Self::Place => t::palette::places(),
            Self::Competency => t::palette::competencies(),
            Self::Piece => t::palette::evidence(),
        }
    }
}

/// Entries of one kind, the best first.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Their kind.
    pub kind: Kind,
    /// At least one; where many fit, the best and perhaps the way to all of them.
    pub entries: Vec<Entry>,
    /// How many fit.
    pub fitting: usize,
}
