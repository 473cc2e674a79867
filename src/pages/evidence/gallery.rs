//! The pieces as cards, newest work first, by year.

use leptos::prelude::*;
use leptos_router::components::A;
use portfolio::EntityId;
use portfolio::gallery::{Gallery as Index, Query};
use portfolio::model::Artifact;
use writing::document::{self, Element, Node};

use super::points::{Point, PointMark};
use crate::components::media::{Look, Thumb};
use crate::i18n::{language, t};
use crate::platform::intl::{self, DateStyle};
use crate::routes::Place;
use crate::state::{AppState, World};

/// Which pieces are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// Those in use.
    Mine,
    /// Those in the trash.
    Trash,
}

/// What a card shows of a piece.
#[derive(Clone, PartialEq)]
struct Card {
    id: EntityId,
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

/// How many cards are drawn at first, and added each time more are asked for.
const PAGE: usize = 60;

fn cards(world: World<'_>, index: &mut Index, query: &Query, at: Option<Point>, most: usize) -> (Vec<Card>, bool) {
    let mut found = index.find(world.portfolio, query);
    if let Some(at) = at {
        found.retain(|piece| Point::of(world.portfolio, &piece.id) == at);
    }
    let more = found.len() > most;
    found.truncate(most);
    (found.into_iter().map(|piece| card(world, piece)).collect(), more)
}

fn card(world: World<'_>, piece: &portfolio::model::Evidence) -> Card {
    let artifacts = world.portfolio.artifacts_of(&piece.id);
    let claims = world.portfolio.claims_of(&piece.id).len();
    let files = (!artifacts.is_empty()).then(|| t::evidence::files(artifacts.len()));
    let shows = (claims > 0).then(|| t::evidence::shows(claims));
    let shown = artifacts.iter().find(|artifact| is_picture(artifact)).or(artifacts.first());
    let speaks = shown.is_none_or(|artifact| is_text(artifact)) && !piece.text.is_empty();
    Card {
        id: piece.id.clone(),
        title: title(piece),
        date: date(piece),
        about: [files, shows].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        look: shown.map(|artifact| Look::from(*artifact)).unwrap_or_default(),
        words: if speaks { first_words(&piece.text) } else { String::new() },
        point: Point::of(world.portfolio, &piece.id),
    }
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
    let Some((end, _)) = plain.char_indices().nth(FIRST_WORDS) else { return plain };
    let first = plain.get(..end).unwrap_or_default();
    let whole = first.rsplit_once(' ').map_or(first, |(whole, _)| whole);
    format!("{whole}…")
}

/// What a piece is called on the screen.
pub fn title(piece: &portfolio::model::Evidence) -> String {
    if piece.title.is_empty() { t::evidence::untitled().to_owned() } else { piece.title.clone() }
}

/// The day of a piece in the reader's words.
pub fn date(piece: &portfolio::model::Evidence) -> String {
    piece
        .day()
        .map_or_else(|| t::evidence::undated().to_owned(), |day| intl::date(language().tag(), day, DateStyle::Long))
}

/// The cards that match.
#[component]
pub fn Gallery(
    shelf: Signal<Shelf>,
    query: Signal<String>,
    /// Only pieces that stand there.
    at: Signal<Option<Point>>,
) -> impl IntoView {
    let state = AppState::expect();
    let most = RwSignal::new(PAGE);
    let index = StoredValue::new_local(Index::default());
    // The words are worked out anew when a piece has changed, and kept from one press of a key to the next.
    let changed = Memo::new(move |changes: Option<&u32>| {
        ["evidence", "artifact", "claim", "submission"].into_iter().for_each(|topic| state.track(topic));
        index.set_value(Index::default());
        changes.map_or(0, |changes| changes.wrapping_add(1))
    });
    let shown = Memo::new(move |_| {
        // Read, not only tracked: a memo that nobody reads never learns what it depends on.
        let (_changes, words) = (changed.get(), query.get());
        let query = Query { words, trashed: shelf.get() == Shelf::Trash, ..Query::default() };
        let found =
            state.read(|world| index.try_update_value(|index| cards(world, index, &query, at.get(), most.get())));
        found.flatten().unwrap_or_default()
    });
    view! {
        <ul role="list" class="grid gallery">
            <For each=move || shown.get().0 key=|card| (card.id.clone(), card.title.clone(), card.about.clone(), card.date.clone(), card.words.clone(), card.point, card.look.mark()) let(card)>
                <li>
                    <A href=Place::Piece(card.id.rest().to_owned()).to_string() attr:class="card card-link piece-card">
                        {if card.words.is_empty() {
                            view! { <Thumb look=card.look /> }.into_any()
                        } else {
                            view! { <span class="thumb thumb-words" aria-hidden="true">{card.words}</span> }.into_any()
                        }}
                        <span class="piece-title">{card.title}</span>
                        <span class="soft small">{card.date}</span>
                        <span class="soft small">{card.about}</span>
                        <PointMark point=card.point />
                    </A>
                </li>
            </For>
        </ul>
        <Show when=move || shown.with(|(cards, _)| cards.is_empty())>
            <p class="soft">{t::evidence::none_found()}</p>
        </Show>
        <Show when=move || shown.with(|(_, more)| *more)>
            <p>
                <button type="button" class="button" on:click=move |_| most.update(|most| *most += PAGE)>
                    {t::shell::more()}
                </button>
            </p>
        </Show>
    }
}
