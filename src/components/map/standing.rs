//! How the learner stands to each stone of the map.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use platform::timer::Slices;
use portfolio::ready::{self, Missing, Readiness};
use portfolio::{ItemId, Level, levels};
use trail::sheet::Look;

use super::chart::Chart;
use crate::components::level;
use crate::i18n::t;
use crate::state::{AppState, World};

/// So many stones are looked at between two looks at the clock.
const SLICE: usize = 32;

/// How somebody stands to a competency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// How its stone looks.
    pub look: Look,
    /// Whether it is ready on the learner's word alone.
    pub is_only_said: bool,
    /// How many competencies it waits for.
    pub waits_for: usize,
    /// The level held.
    pub level: Option<Level>,
    /// How many pieces of evidence there are.
    pub pieces: usize,
    /// Whether it is on a pathway.
    pub is_goal: bool,
}

impl Standing {
    /// How the learner stands to a competency now.
    pub fn of(world: World<'_>, id: &ItemId) -> Self {
        let readiness = world.frameworks.of(id).and_then(|framework| ready::readiness(world.portfolio, framework, id));
        let (look, is_only_said, waits_for) = match readiness {
            Some(Readiness::Reached(held)) if held.is_only_said() => (Look::Said, true, 0),
            Some(Readiness::Reached(_)) => (Look::Reached, false, 0),
            Some(Readiness::Ready(ready)) => (Look::Ready, !ready.only_said.is_empty(), 0),
            Some(Readiness::Blocked(missing)) => (Look::Blocked, false, least(&missing)),
            None if world.frameworks.is_retired(id) => (Look::Retired, false, 0),
            None => (Look::Blocked, false, 0),
        };
        Self {
            look,
            is_only_said,
            waits_for,
            level: levels::held(world.portfolio, id).map(|held| held.level),
            pieces: world.portfolio.claims_for(id).filter(|(_, piece)| piece.is_some()).count(),
            is_goal: world.portfolio.is_chosen(id),
        }
    }

    /// In the few words that fit below a stone.
    pub fn words(&self) -> String {
        let state = match self.look {
            Look::Reached => t::map::reached().to_owned(),
            Look::Said => t::map::said().to_owned(),
            Look::Ready if self.is_only_said => t::map::ready_said().to_owned(),
            Look::Ready => t::map::ready().to_owned(),
            Look::Blocked => t::map::waits(self.waits_for),
            Look::Retired => t::retired::badge().to_owned(),
        };
        match self.level {
            Some(held) => t::map::at_level(level::number(held), state),
            None => state,
        }
    }

    /// In all words, for those who do not see the stone.
    pub fn told(&self, name: &str) -> String {
        // As it is read on the map, word for word, so that it can be said to the computer.
        let mut told = vec![format!("{name} {}", self.words())];
        told.extend(self.level.map(level::words));
        told.extend((self.pieces > 0).then(|| t::pathway::stones(self.pieces)));
        told.extend(self.is_goal.then(|| t::pathway::on_pathway().to_owned()));
        told.join(", ")
    }
}

/// The fewest competencies that would be enough.
fn least(missing: &Missing) -> usize {
    match missing {
        Missing::Level { .. } => 1,
        Missing::Some { more, of } => {
            let mut each: Vec<usize> = of.iter().map(least).collect();
            each.sort_unstable();
            each.into_iter().take(*more).sum()
        }
    }
}

/// The standings of all stones, worked out anew when something changed: that of the stone that is looked at at once, for that is the one
/// that a person acts upon; all others in slices, since there may be thousands. Empty until they are there.
pub fn standings(
    state: AppState,
    chart: Arc<Chart>,
    looked_at: impl Fn() -> usize + 'static,
) -> ReadSignal<Arc<Vec<Standing>>> {
    let (standings, set_standings) = signal(Arc::<Vec<Standing>>::default());
    let look_at_once = move |chart: &Chart| {
        let at = looked_at();
        let id = chart.stones.get(at).map(|stone| &stone.id);
        let now = id.and_then(|id| state.read(|world| Standing::of(world, id)));
        let before = standings.read_untracked().get(at).copied();
        if let (Some(now), Some(before)) = (now, before)
            && now != before
        {
            set_standings.update(|all| Arc::make_mut(all).get_mut(at).into_iter().for_each(|standing| *standing = now));
        }
    };
    let round = StoredValue::new(0_u32);
    Effect::new(move |_| {
        ["claim", "evidence", "goal", "pathway", "framework"].iter().for_each(|topic| state.track(topic));
        round.update_value(|round| *round = round.wrapping_add(1));
        look_at_once(&chart);
        let (chart, mine) = (Arc::clone(&chart), round.get_value());
        spawn_local(async move {
            let mut all = Vec::with_capacity(chart.stones.len());
            let mut slices = Slices::begin();
            for stones in chart.stones.chunks(SLICE) {
                let looked = state.read(|world| all.extend(stones.iter().map(|stone| Standing::of(world, &stone.id))));
                // Whoever came after looks at what is newer.
                if looked.is_none() || round.try_get_value() != Some(mine) {
                    return;
                }
                slices.rest().await;
            }
            if standings.try_with_untracked(|before| **before != all) == Some(true) {
                set_standings.try_set(Arc::new(all));
            }
        });
    });
    standings
}
