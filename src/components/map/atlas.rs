//! The map with how the learner stands to it, and what of it is looked at: what all views of it share.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::{page, timer};
use portfolio::{ItemId, succession};
use trail::camera::{Camera, Size};
use trail::sheet::Look;
use trail::{Direction, Spot, drawn, travel};

use super::asked::{self, Asked};
use super::chart::Chart;
use super::standing::{Standing, standings};
use crate::components::no_framework::NoFramework;
use crate::i18n::t;
use crate::state::AppState;

/// How near the map is at first, where not all of it can be read at once.
const READABLE: f64 = 0.8;

/// Draws the map, and then shows what is to be shown of it. It is drawn anew when a framework comes or goes, and when something that is
/// retired does.
#[component]
pub fn Charted(show: fn(Atlas) -> AnyView) -> impl IntoView {
    let state = AppState::expect();
    let chart = RwSignal::new(None::<Arc<Chart>>);
    let kept = Memo::new(move |_| {
        let topics = &["claim", "evidence", "goal", "pathway", "notes", "framework"];
        let kept = state.watch(topics, |world| succession::kept(world.portfolio, world.frameworks));
        kept.unwrap_or_default().into_keys().collect::<Vec<_>>()
    });
    let round = StoredValue::new(0_u32);
    Effect::new(move |_| {
        state.track("framework");
        kept.track();
        round.update_value(|round| *round = round.wrapping_add(1));
        let mine = round.get_value();
        spawn_local(async move {
            if let Some(drawn) = Chart::draw(state).await {
                // What is seen of it is a task of its own.
                timer::breathe().await;
                // Whoever came after draws what is newer, and may have been faster.
                if round.try_get_value() != Some(mine) {
                    return;
                }
                // All around the map is drawn anew, too; whoever is in it stays there.
                let focused = page::focused();
                chart.try_set(Some(Arc::new(drawn)));
                timer::painted().await;
                if page::focused().is_none() {
                    focused.into_iter().for_each(page::focus_when_drawn);
                }
            }
        });
    });
    let asked = Asked::here();
    move || match chart.get() {
        None => view! { <p class="soft" role="status">{t::map::drawing()}</p> }.into_any(),
        Some(chart) if chart.stones.is_empty() => view! { <NoFramework /> }.into_any(),
        Some(chart) => show(Atlas::of(state, asked, chart)),
    }
}

/// Copies are the same atlas.
#[derive(Clone, Copy)]
pub struct Atlas {
    chart: StoredValue<Arc<Chart>>,
    /// How the learner stands to each stone; empty until it is known.
    pub standings: ReadSignal<Arc<Vec<Standing>>>,
    /// What the address asks for.
    pub asked: Asked,
    /// For each stone whether it is asked for.
    pub shown: Memo<Arc<Vec<bool>>>,
    /// The stone that is looked at.
    pub chosen: RwSignal<usize>,
    /// How the map is looked at.
    pub camera: RwSignal<Camera>,
    /// How large the frame is.
    pub frame: RwSignal<Size>,
    /// Whether the map glides to what it shows next.
    pub glides: RwSignal<bool>,
}

impl Atlas {
    fn of(state: AppState, asked: Asked, chart: Arc<Chart>) -> Self {
        let chosen = RwSignal::new(first(state, &chart));
        let standings = standings(state, Arc::clone(&chart), move || chosen.get_untracked());
        let of = Arc::clone(&chart);
        let shown = Memo::new(move |_| {
            let (standings, question) = (standings.read(), asked.now(state));
            let fits = |(number, stone)| question.fits(stone, standings.get(number));
            Arc::new(of.stones.iter().enumerate().map(fits).collect::<Vec<_>>())
        });
        Self {
            chart: StoredValue::new(chart),
            standings,
            asked,
            shown,
            chosen,
            camera: RwSignal::new(Camera::whole((1.0, 1.0), (1.0, 1.0))),
            frame: RwSignal::new((0.0, 0.0)),
            glides: RwSignal::new(false),
        }
    }

    /// The map.
    pub fn chart(self) -> Arc<Chart> {
        self.chart.get_value()
    }

    /// How the learner stands to a stone.
    pub fn standing(self, stone: usize) -> Standing {
        self.standings.read().get(stone).copied().unwrap_or_default()
    }

    /// How many stones are asked for.
    pub fn count(self) -> usize {
        self.shown.read().iter().filter(|is_shown| **is_shown).count()
    }

    /// Chooses a stone where it stands.
    pub fn choose(self, stone: usize) {
        self.chosen.set(stone);
        if let Some(stone) = self.chart().stones.get(stone) {
            asked::look_at(&stone.id.to_string());
        }
    }

    /// Chooses a stone, and brings it into the middle.
    pub fn go_to(self, stone: usize) {
        self.choose(stone);
        self.glides.set(true);
        let chart = self.chart();
        if let Some(spot) = chart.layout.stones.get(stone) {
            let near = self.camera.get_untracked().scale.max(READABLE.min(self.readable()));
            let camera = Camera { scale: near, ..self.camera.get_untracked() };
            self.camera.set(camera.at(drawn::spot(*spot), chart.size(), self.frame.get_untracked()));
        }
    }

    /// Goes on from the stone that is looked at.
    pub fn step(self, direction: Direction) {
        let chart = self.chart();
        let from = self.chosen.get_untracked();
        let is_shown = |stone| self.shown.read_untracked().get(stone).copied().unwrap_or_default();
        if let Some(to) = travel(&chart.graph, &chart.layout, from, direction, is_shown) {
            self.go_to(to);
        }
    }

    /// Goes through the stones in the order of the frameworks: by so many, or as far as there are any.
    pub fn leaf(self, by: isize) {
        let shown = self.shown.get_untracked();
        let stones: Vec<_> =
            shown.iter().enumerate().filter(|(_, is_shown)| **is_shown).map(|(stone, _)| stone).collect();
        let now = stones.partition_point(|stone| *stone < self.chosen.get_untracked());
        let last = stones.len().saturating_sub(1);
        if let Some(to) = stones.get(now.saturating_add_signed(by).min(last)) {
            self.go_to(*to);
        }
    }

    /// `by` times as close, around a place in the frame, from its middle.
    pub fn closer(self, by: f64, at: Size) {
        let (map, frame) = (self.chart().size(), self.frame.get_untracked());
        self.camera.update(|camera| *camera = camera.closer(by, at, map, frame));
    }

    /// Moves the map as a hand does. Says whether it moved.
    pub fn moved(self, by: Size) -> bool {
        let before = self.camera.get_untracked();
        let after = before.moved(by, self.chart().size(), self.frame.get_untracked());
        self.camera.set(after);
        after != before
    }

    /// Brings a place of the map into the middle.
    pub fn look_at(self, middle: Spot) {
        let (map, frame) = (self.chart().size(), self.frame.get_untracked());
        self.camera.update(|camera| *camera = camera.at(middle, map, frame));
    }

    /// Shows all of the map.
    pub fn whole(self) {
        self.camera.set(Camera::whole(self.chart().size(), self.frame.get_untracked()));
    }

    /// Takes note of how large the frame is. At first the map is shown so near that it can be read.
    pub fn fit(self, frame: Size) {
        let before = self.frame.get_untracked();
        if frame == before || frame.0 < 1.0 {
            return;
        }
        self.frame.set(frame);
        let chart = self.chart();
        let chosen = chart.layout.stones.get(self.chosen.get_untracked()).copied().map(drawn::spot).unwrap_or_default();
        let (scale, middle) = match self.camera.get_untracked() {
            Camera { middle, scale } if before.0 > 0.0 => (scale, middle),
            _ => (Camera::whole(chart.size(), frame).scale.max(self.readable()), chosen),
        };
        self.camera.set(Camera { middle, scale }.at(middle, chart.size(), frame));
    }

    /// A narrow frame shows two columns.
    fn readable(self) -> f64 {
        (self.frame.get_untracked().0 / (2.0 * drawn::COLUMN)).clamp(0.6, READABLE)
    }

    /// Where a stone is.
    pub fn spot(self, stone: usize) -> Spot {
        self.chart.with_value(|chart| chart.layout.stones.get(stone).copied().map(drawn::spot)).unwrap_or_default()
    }
}

/// The stone to begin with: that of the address, else the first goal that is not reached, else the first that is ready.
fn first(state: AppState, chart: &Chart) -> usize {
    let named = asked::at().and_then(|id| chart.place(&ItemId::new(&id).ok()?));
    let begin = || {
        state.read(|world| {
            let look = |stone: usize| chart.stones.get(stone).map(|stone| Standing::of(world, &stone.id).look);
            let turns = world.portfolio.by_turn().into_iter();
            let goals = turns.filter_map(|turn| chart.place(&turn.goal.competency));
            let is_open = |stone: &usize| matches!(look(*stone), Some(Look::Ready | Look::Blocked));
            let mut all = 0..chart.stones.len();
            goals.into_iter().find(is_open).or_else(|| all.find(|stone| look(*stone) == Some(Look::Ready)))
        })
    };
    named.or_else(|| begin().flatten()).unwrap_or_default()
}
