//! What is asked of the gallery: all of it stands in the address, so it can be kept, shared and gone back to.

use std::str::FromStr;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::query_signal_with_options;
use portfolio::ItemId;
use portfolio::format::Format;
use portfolio::gallery::Filter;
use search::Query;

use crate::i18n::t;
use crate::pages::evidence::points::Point;
use crate::routes::QueryText;

/// A part of the address: what it says, and the way to say something else. Each change is a step that Back takes back.
type Part<T> = (Memo<Option<T>>, SignalSetter<Option<T>>);

/// The name of the words.
pub const WORDS: &str = "q";

/// Everything that the address says about which pieces are shown and how.
#[derive(Clone, Copy)]
pub struct Asked {
    /// The words that are looked for. Who types says them by the field of the search.
    words: Part<QueryText>,
    /// Where a piece stands.
    pub point: Part<Point>,
    /// A format it has.
    pub format: Part<FormatName>,
    /// A tag it has.
    pub tag: Part<QueryText>,
    /// A competency it shows.
    pub competency: Part<CompetencyId>,
    /// The year of its day.
    pub year: Part<i32>,
    /// Whether it lies in the trash.
    pub trash: Part<bool>,
    /// How pieces are laid out, where that is not as cards.
    pub layout: Part<Layout>,
}

/// How pieces are laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// As cards with pictures.
    #[default]
    Cards,
    /// Along the days.
    Timeline,
}

/// A competency with its id in an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompetencyId(pub ItemId);

/// A format with its name in an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormatName(pub Format);

impl Asked {
    /// What the address of now asks for.
    pub fn here() -> Self {
        Self {
            words: part(WORDS),
            point: part("stage"),
            format: part("format"),
            tag: part("tag"),
            competency: part("competency"),
            year: part("year"),
            trash: part("trash"),
            layout: part("layout"),
        }
    }

    /// The words that are looked for.
    pub fn words(self) -> String {
        self.words.0.get().map(QueryText::into_text).unwrap_or_default()
    }

    /// Whether words are looked for.
    pub fn has_words(self) -> bool {
        !Query::new(&self.words()).is_blank()
    }

    /// Whether anything else narrows the pieces down.
    pub fn has_filters(self) -> bool {
        self.filter() != Filter::default() || self.point().is_some()
    }

    /// What a piece must be.
    pub fn filter(self) -> Filter {
        Filter {
            competency: self.competency.0.get().map(|CompetencyId(id)| id),
            format: self.format.0.get().map(|FormatName(format)| format),
            tag: self.tag.0.get().map(QueryText::into_text),
            year: self.year.0.get(),
        }
    }

    /// Where it must stand. In the trash it stands nowhere.
    pub fn point(self) -> Option<Point> {
        self.point.0.get().filter(|_| !self.is_in_trash())
    }

    /// Whether the trash is looked through.
    pub fn is_in_trash(self) -> bool {
        self.trash.0.get().unwrap_or(false)
    }

    /// How pieces are laid out.
    pub fn layout(self) -> Layout {
        self.layout.0.get().unwrap_or_default()
    }

    /// Asks for all pieces again, in one step.
    pub fn clear(self) {
        self.words.1.set(None);
        self.point.1.set(None);
        self.format.1.set(None);
        self.tag.1.set(None);
        self.competency.1.set(None);
        self.year.1.set(None);
    }
}

fn part<T: FromStr + ToString + PartialEq + Send + Sync + 'static>(name: &'static str) -> Part<T> {
    query_signal_with_options(name, NavigateOptions { scroll: false, ..NavigateOptions::default() })
}

impl FromStr for CompetencyId {
    type Err = ();

    fn from_str(id: &str) -> Result<Self, ()> {
        ItemId::new(id).map(Self).map_err(drop)
    }
}

impl std::fmt::Display for CompetencyId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl FormatName {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self(Format::Pictured),
        Self(Format::Written),
        Self(Format::Spoken),
        Self(Format::Filmed),
        Self(Format::Coded),
        Self(Format::Made),
        Self(Format::Performed),
    ];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self.0 {
            Format::Written => t::find::written(),
            Format::Pictured => t::find::pictured(),
            Format::Filmed => t::find::filmed(),
            Format::Spoken => t::find::spoken(),
            Format::Coded => t::find::coded(),
            Format::Made => t::find::made(),
            Format::Performed => t::find::performed(),
        }
    }

    fn name(self) -> &'static str {
        match self.0 {
            Format::Written => "writing",
            Format::Pictured => "pictures",
            Format::Filmed => "film",
            Format::Spoken => "sound",
            Format::Coded => "code",
            Format::Made => "models",
            Format::Performed => "performances",
        }
    }
}

impl FromStr for FormatName {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|format| format.name() == name).ok_or(())
    }
}

impl std::fmt::Display for FormatName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// The name of [`Layout::Timeline`] in an address.
const TIMELINE: &str = "timeline";

impl FromStr for Layout {
    type Err = ();

    fn from_str(name: &str) -> Result<Self, ()> {
        if name == TIMELINE { Ok(Self::Timeline) } else { Err(()) }
    }
}

impl std::fmt::Display for Layout {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Cards => Ok(()),
            Self::Timeline => f.write_str(TIMELINE),
        }
    }
}
