//! A piece at a glance.

use leptos::prelude::*;
use leptos_router::components::A;
use platform::intl::{self, DateStyle};
use portfolio::model::{Artifact, Evidence};
use writing::document::{self, Element, Node};

use crate::components::media::{Look, Thumb};
use crate::i18n::{language, t};
use crate::pages::evidence::points::{Point, PointMark};
use crate::routes::Place;
use crate::state::World;

/// What is shown of a piece.
pub struct Card {
    id: String,
    title: String,
    date: String,
    about: String,
    look: Look,
    /// How the words begin, where nothing else stands for the piece.
    words: String,
    /// Where it stands.
    point: Point,
}

/// As many characters of a piece's words as a card has room for.
const FIRST_WORDS: usize = 90;

/// As many characters of its title.
const SHORT_TITLE: usize = 48;

impl Card {
    /// What is shown of a piece now.
    pub fn of(world: World<'_>, piece: &Evidence) -> Self {
        let artifacts = world.portfolio.artifacts_of(&piece.id);
        let claims = world.portfolio.claims_of(&piece.id).len();
        let files = (!artifacts.is_empty()).then(|| t::evidence::files(artifacts.len()));
        let shows = (claims > 0).then(|| t::evidence::shows(claims));
        let shown = artifacts.iter().find(|artifact| is_picture(artifact)).or(artifacts.first());
        let speaks = shown.is_none_or(|artifact| is_text(artifact)) && !piece.text.is_empty();
        Self {
            id: piece.id.rest().to_owned(),
            title: title(piece),
            date: day(piece, DateStyle::Medium),
            about: [files, shows].into_iter().flatten().collect::<Vec<_>>().join(" · "),
            look: shown.map(|artifact| Look::from(*artifact)).unwrap_or_default(),
            words: if speaks { first_words(&piece.text) } else { String::new() },
            point: Point::of(world.portfolio, &piece.id),
        }
    }

    /// Tells it from every other, and from what it showed before.
    pub fn mark(&self) -> String {
        let Self { id, title, date, about, words, point, look } = self;
        format!("{id} {title} {date} {about} {words} {point} {}", look.mark())
    }

    /// The card.
    pub fn view(self) -> AnyView {
        let Self { id, title, date, about, look, words, point } = self;
        let picture = if words.is_empty() {
            view! { <Thumb look /> }.into_any()
        } else {
            view! { <span class="thumb thumb-words" aria-hidden="true">{words}</span> }.into_any()
        };
        view! {
            <A href=Place::Piece(id).to_string() attr:class="card card-link piece-card">
                {picture}
                <span class="piece-about">
                    <Title title />
                    <span class="soft small">{date}</span>
                    <span class="soft small">{about}</span>
                    <PointMark point />
                </span>
            </A>
        }
        .into_any()
    }
}

/// A title as far as there is room for it; whoever hears it hears all of it.
#[component]
fn Title(title: String) -> impl IntoView {
    let short = cut(&title, SHORT_TITLE);
    if short == title {
        return view! { <span class="piece-title">{title}</span> }.into_any();
    }
    view! {
        <span class="piece-title" aria-hidden="true">{short}</span>
        <span class="visually-hidden">{title}</span>
    }
    .into_any()
}

/// A picture stands for its piece better than a table or a program.
fn is_picture(artifact: &Artifact) -> bool {
    artifact.preview.thumb.is_some() || artifact.file().is_some_and(|file| file.media_type.starts_with("image/"))
}

/// Of a program, a table or a link a card has nothing to show that says more than the learner's own words.
fn is_text(artifact: &Artifact) -> bool {
    artifact.file().is_none_or(|file| file.media_type.starts_with("text/"))
}

/// As much of a text, in characters, as its first words can be in.
const BEGINNING: usize = 800;

/// How a text begins, as a reader sees it and without tables, cut between two words.
pub fn first_words(text: &str) -> String {
    let end = text.char_indices().nth(BEGINNING).map_or(text.len(), |(end, _)| end);
    let mut parts = document::read(text.get(..end).unwrap_or_default());
    parts.retain(|part| !matches!(part, Node::Element(Element::Table, _)));
    let plain = document::words(&parts).split_whitespace().collect::<Vec<_>>().join(" ");
    cut(&plain, FIRST_WORDS)
}

/// At most so many characters of a text, cut between two words.
fn cut(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else { return text.to_owned() };
    let first = text.get(..end).unwrap_or_default();
    let whole = first.rsplit_once(' ').map_or(first, |(whole, _)| whole);
    format!("{whole}…")
}

/// What a piece is called on the screen.
pub fn title(piece: &Evidence) -> String {
    if piece.title.is_empty() { t::evidence::untitled().to_owned() } else { piece.title.clone() }
}

/// The day of a piece in the reader's words.
pub fn date(piece: &Evidence) -> String {
    day(piece, DateStyle::Long)
}

fn day(piece: &Evidence, style: DateStyle) -> String {
    piece.day().map_or_else(|| t::evidence::undated().to_owned(), |day| intl::date(language().tag(), day, style))
}
