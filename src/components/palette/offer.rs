//! All that the palette has to offer, and what of it fits some words.

use std::cmp::Reverse;

use leptos::prelude::*;
use platform::timer::Slices;
use portfolio::framework::Item;
use search::{Index, Query, Weight, fold};

use super::act::Act;
use super::commands::commands;
use super::entry::{Entry, Group, Kind};
use super::pieces::Pieces;
use super::places::{places, sections};
use crate::i18n::t;
use crate::routes::Place;
use crate::state::{AppState, Phase};
use crate::ui::icon::Glyph;

/// Entries of a group; of more, the way to all of them stands behind these.
const MOST: usize = 6;
/// Things to do, and pieces, that are offered before anything is looked for.
const AT_FIRST: usize = 3;
/// Competencies put in between two looks at the clock.
const STEP: usize = 16;

/// Everything, each with the words that find it; pieces are found by the words of the whole portfolio.
pub struct Offer {
    entries: Vec<(Kind, Entry)>,
    index: Index,
    pieces: Pieces,
    is_early: bool,
    is_complete: bool,
}

/// How well an entry fits: its points, and whether it is called just like that. More is better.
pub type Fit = (u32, bool);

impl Offer {
    /// What there is now, as far as the portfolio is read; but for the competencies, of which there may be thousands.
    pub fn of(state: AppState) -> Self {
        let is_early = state.phase().get_untracked() != Phase::Open;
        let mut offer = Self {
            entries: Vec::new(),
            index: Index::default(),
            pieces: Pieces::of(state),
            is_early,
            is_complete: false,
        };
        for (command, also) in commands(state) {
            offer.put(Kind::Action, command, &[(Weight::Label, also)]);
        }
        for place in places().into_iter().chain(sections()) {
            offer.put(Kind::Place, place, &[]);
        }
        offer
    }

    /// Whether it was made while the portfolio was being read.
    pub fn is_early(&self) -> bool {
        self.is_early
    }

    /// Whether the competencies are in it.
    pub fn is_complete(&self) -> bool {
        self.is_complete
    }

    /// Puts the competencies in, in slices, and tells who looks when all of them are there.
    pub async fn complete(offer: RwSignal<Self, LocalStorage>, state: AppState) {
        let Some(frameworks) = state.frameworks() else { return };
        let mut slices = Slices::begin();
        for (met, item) in frameworks.iter().flat_map(portfolio::Framework::competencies).enumerate() {
            if offer.try_update_untracked(|offer| offer.put_competency(item)).is_none() {
                // The palette was closed.
                return;
            }
            if met % STEP == 0 {
                slices.rest().await;
            }
        }
        offer.try_update(|offer| offer.is_complete = true);
    }

    fn put_competency(&mut self, item: &Item) {
        let mut texts = vec![(Weight::Text, item.statement.as_str())];
        texts.extend(item.code.iter().chain(&item.keywords).map(|text| (Weight::Label, text.as_str())));
        self.put(Kind::Competency, competency(item), &texts);
    }

    fn put(&mut self, kind: Kind, entry: Entry, texts: &[(Weight, &str)]) {
        let texts = texts.iter().copied().chain([(Weight::Title, entry.name.as_str())]);
        self.index.put(&self.entries.len().to_string(), 0, "", texts);
        self.entries.push((kind, entry));
    }

    /// What fits, that with the best fit in the first group. Without words: where to go, what to do, the latest pieces. `finds` says
    /// whether the place that shows all of a kind finds these words, too.
    pub fn groups(&self, typed: &str, finds: impl Fn(Kind) -> bool) -> Vec<Group> {
        let query = Query::new(typed);
        if query.is_blank() {
            return self.at_first();
        }
        let mut groups: Vec<(Fit, Group)> = Vec::new();
        let found = self.found(&query, typed);
        for kind in Kind::ALL {
            let (best, count) = match kind {
                Kind::Piece => self.pieces.found(&query, typed, MOST),
                Kind::Action | Kind::Place | Kind::Competency => {
                    let of_kind: Vec<_> = found.iter().filter(|(_, (of, _))| *of == kind).collect();
                    let best = of_kind.iter().take(MOST).map(|(fit, (_, entry))| (*fit, entry.clone()));
                    (best.collect(), of_kind.len())
                }
            };
            if let Some((fit, _)) = best.first() {
                let fit = *fit;
                let mut entries: Vec<Entry> = best.into_iter().map(|(_, entry)| entry).collect();
                entries.extend((count > MOST && finds(kind)).then(|| all(kind, typed.trim())).flatten());
                groups.push((fit, Group { kind, entries, fitting: count }));
            }
        }
        // Stable: those that fit alike stay in the order of their kinds.
        groups.sort_by_key(|(best, _)| Reverse(*best));
        groups.into_iter().map(|(_, group)| group).collect()
    }

    /// The entries that fit, best first; those that fit alike stand as they were put in.
    fn found(&self, query: &Query, typed: &str) -> Vec<(Fit, &(Kind, Entry))> {
        let hits = self.index.find(query);
        let mut found: Vec<(u32, usize)> =
            hits.iter().filter_map(|hit| Some((hit.points, hit.key.parse().ok()?))).collect();
        found.sort_by_key(|(points, place)| (Reverse(*points), *place));
        let fits = found.into_iter().filter_map(|(points, place)| Some((points, self.entries.get(place)?)));
        let mut fits: Vec<_> =
            fits.map(|(points, entry)| ((points, fold::same_words(&entry.1.name, typed)), entry)).collect();
        fits.sort_by_key(|(fit, _)| Reverse(*fit));
        fits
    }

    fn at_first(&self) -> Vec<Group> {
        let of = |kind: Kind, most: usize| {
            let entries = self.entries.iter().filter(|(of, _)| *of == kind).map(|(_, entry)| entry.clone());
            (kind, entries.take(most).collect::<Vec<_>>())
        };
        let pieces = (Kind::Piece, self.pieces.latest(AT_FIRST));
        let groups = [of(Kind::Place, MOST), of(Kind::Action, AT_FIRST), pieces];
        let group = |(kind, entries): (Kind, Vec<Entry>)| Group { kind, fitting: entries.len(), entries };
        groups.into_iter().map(group).filter(|group| !group.entries.is_empty()).collect()
    }
}

fn competency(item: &Item) -> Entry {
    Entry {
        about: item.subjects.first().cloned().unwrap_or_default(),
        ..Entry::new(Glyph::Pathway, item.name(), Act::go(&Place::Competency(item.id.to_string())))
    }
}

/// The way to all of a kind that have these words.
fn all(kind: Kind, typed: &str) -> Option<Entry> {
    let (name, place) = match kind {
        Kind::Competency => (t::palette::all_competencies(), Place::ExploreFor(typed.to_owned())),
        Kind::Piece => (t::palette::all_pieces(), Place::Found(typed.to_owned())),
        Kind::Action | Kind::Place => return None,
    };
    Some(Entry::new(Glyph::Search, name, Act::go(&place)))
}
