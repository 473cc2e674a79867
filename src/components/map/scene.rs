//! What is drawn of the map: only what is in sight, and from far away no more than can be told apart.

use leptos::prelude::*;
use trail::camera::{Camera, Part};
use trail::sheet::Look;
use trail::{Course, Spot, drawn};

use super::atlas::Atlas;
use super::chart::Chart;

/// Below this scale names cannot be read.
const NAMES: f64 = 0.5;
/// Below this one stones are dots.
const STONES: f64 = 0.2;
/// More stones at once are dots, too.
const MOST_STONES: usize = 240;
/// More trails at once are a thicket.
const MOST_TRAILS: usize = 1_200;
/// So much of a dashed line, in pixels of the map, is painted between two frames; where there is more of it dashes cannot be told apart either.
const MOST_DASHED: f64 = 40_000.0;
/// What is drawn reaches so far over the frame, in pixels of the screen, and by whole steps: the map can be moved without drawing anew.
const AROUND: f64 = 160.0;
const STEP: f64 = 400.0;

/// The part of the map for which everything is drawn. It changes seldom while the map is moved.
pub fn window(atlas: Atlas) -> Memo<Part> {
    Memo::new(move |_| {
        let camera: Camera = atlas.camera.get();
        let Part { left, top, right, bottom } = camera.sees(atlas.frame.get()).wider(AROUND / camera.scale);
        let (down, up) = (|at: f64| (at / STEP).floor() * STEP, |at: f64| (at / STEP).ceil() * STEP);
        Part { left: down(left), top: down(top), right: up(right), bottom: up(bottom) }
    })
}

/// Whether names can be read.
pub fn has_names(atlas: Atlas) -> Memo<bool> {
    Memo::new(move |_| atlas.camera.read().scale >= NAMES)
}

/// The stones that are drawn one by one: those in sight, and always the one that is looked at.
pub fn stones(atlas: Atlas, window: Memo<Part>) -> Memo<Vec<usize>> {
    let is_near = Memo::new(move |_| atlas.camera.read().scale >= STONES);
    Memo::new(move |_| {
        let (chart, window, chosen, shown) = (atlas.chart(), window.get(), atlas.chosen.get(), atlas.shown.read());
        let is_seen =
            |stone: &usize| shown.get(*stone) == Some(&true) && drawn::stone(&chart.layout, *stone).meets(&window);
        let seen: Vec<usize> =
            if is_near.get() { (0..chart.stones.len()).filter(is_seen).collect() } else { Vec::new() };
        if seen.len() > MOST_STONES {
            return vec![chosen];
        }
        let mut drawn = seen;
        if let Err(place) = drawn.binary_search(&chosen) {
            drawn.insert(place, chosen);
        }
        drawn
    })
}

/// The dots of all stones that look alike, as one path each.
#[derive(Clone, PartialEq, Default)]
pub struct Dots {
    /// By how they look.
    pub by_look: [String; 5],
    /// What is not asked for.
    pub faint: String,
}

/// What has a line of its own in each path.
pub const LOOKS: [(Look, &str); 5] = [
    (Look::Blocked, "map-dots map-dots-blocked"),
    (Look::Ready, "map-dots map-dots-ready"),
    (Look::Said, "map-dots map-dots-reached"),
    (Look::Reached, "map-dots map-dots-reached"),
    (Look::Retired, "map-dots map-dots-blocked"),
];

/// The stones of a part of the map as dots, but those that are drawn, which are ascending.
pub fn dots_beside(atlas: Atlas, window: Memo<Part>, drawn: Memo<Vec<usize>>) -> Memo<Dots> {
    Memo::new(move |_| {
        let (window, drawn) = (window.get(), drawn.read());
        // What is out of sight costs time nevertheless: a browser goes through the whole of a path for every square that it paints.
        let is_seen = |stone: usize, spot: Spot| window.has(spot) && drawn.binary_search(&stone).is_err();
        dots(atlas, is_seen)
    })
}

/// All stones as dots.
pub fn all_dots(atlas: Atlas) -> Memo<Dots> {
    Memo::new(move |_| dots(atlas, |_, _| true))
}

fn dots(atlas: Atlas, is_meant: impl Fn(usize, Spot) -> bool) -> Dots {
    let (chart, standings, shown) = (atlas.chart(), atlas.standings.read(), atlas.shown.read());
    let mut dots = Dots::default();
    for (stone, spot) in chart.layout.stones.iter().enumerate() {
        let spot = drawn::spot(*spot);
        if is_meant(stone, spot) {
            let look = standings.get(stone).map(|standing| standing.look).unwrap_or_default();
            let path = LOOKS.iter().position(|(other, _)| *other == look).and_then(|at| dots.by_look.get_mut(at));
            let path = path.filter(|_| shown.get(stone) == Some(&true)).unwrap_or(&mut dots.faint);
            // No map is two thousand million pixels wide.
            path.push_str(&format!("M{} {}h0", spot.x as i32, spot.y as i32));
        }
    }
    dots
}

/// How a trail is drawn, from below to above.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Along an island.
    Sequence,
    /// From one region to another, or past all that is in sight.
    Passing,
    /// From what is not reached.
    Ahead,
    /// From what is reached.
    Walked,
    /// The learner added it.
    Added,
}

/// A trail in sight.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Line {
    /// How it is drawn.
    pub kind: Kind,
    /// Its place in the layout.
    pub trail: usize,
}

/// The trails in sight, those above the others last. Each is a path of its own: a browser without a graphics card goes through the whole of
/// a path for every square of the screen that it touches.
#[derive(Clone, PartialEq, Default)]
pub struct Trails {
    /// All but those that are near.
    pub far: Vec<Line>,
    /// From and to the stone that is looked at.
    pub near: Vec<Line>,
    /// Whether there are too many to be told apart.
    pub is_thicket: bool,
    /// Whether there are too many dashes.
    pub is_dense: bool,
}

/// All trails between stones that are asked for.
pub fn trails(atlas: Atlas, window: Memo<Part>) -> Memo<Trails> {
    Memo::new(move |_| {
        let (chart, window, chosen) = (atlas.chart(), window.get(), atlas.chosen.get());
        let (standings, shown) = (atlas.standings.read(), atlas.shown.read());
        let is_shown = |stone: usize| shown.get(stone) == Some(&true);
        let is_seen = |stone: usize| drawn::stone(&chart.layout, stone).meets(&window);
        let seen: Vec<usize> = (0..chart.trails.len())
            .filter(|trail| chart.trails.get(*trail).is_some_and(|part| part.meets(&window)))
            .filter(|trail| chart.layout.trails.get(*trail).is_some_and(|one| is_shown(one.from) && is_shown(one.to)))
            .collect();
        let mut trails = Trails { is_thicket: seen.len() > MOST_TRAILS, ..Trails::default() };
        let mut dashed = 0.0;
        for place in seen {
            let Some(trail) = chart.layout.trails.get(place) else { continue };
            let is_near = trail.course != Course::Sequence && (trail.from == chosen || trail.to == chosen);
            let is_walked =
                standings.get(trail.from).is_some_and(|from| matches!(from.look, Look::Reached | Look::Said));
            let kind = match trail.course {
                _ if chart.added.contains(&(trail.from, trail.to)) => Kind::Added,
                Course::Between => Kind::Passing,
                Course::Sequence => Kind::Sequence,
                Course::Within if is_walked => Kind::Walked,
                Course::Within if is_seen(trail.from) || is_seen(trail.to) => Kind::Ahead,
                Course::Within => Kind::Passing,
            };
            if kind == Kind::Ahead {
                dashed += chart.trails.get(place).map_or(0.0, |part| part.common(&window).diagonal());
            }
            let line = Line { kind, trail: place };
            if is_near {
                trails.near.push(line);
            } else if !trails.is_thicket {
                trails.far.push(line);
            }
        }
        trails.is_dense = dashed > MOST_DASHED;
        trails.far.sort_unstable();
        trails.near.sort_unstable();
        trails
    })
}

/// The regions in sight.
pub fn regions(chart: &Chart, window: &Part) -> Vec<usize> {
    let is_seen = |region: &usize| {
        let region = chart.layout.regions.get(*region);
        region.is_some_and(|region| region.width > 0.0 && drawn::region(region).meets(window))
    };
    (0..chart.layout.regions.len()).filter(is_seen).collect()
}
