//! The map itself: which stones there are, in which regions, and where they lie.

use std::collections::{BTreeMap, BTreeSet};

use platform::timer::Slices;
use portfolio::framework::Item;
use portfolio::{Framework, Frameworks, ItemId, succession};
use trail::camera::{Part, Size};
use trail::{Graph, Layout, drawn, lay_out};

use crate::i18n::t;
use crate::state::AppState;

/// So many competencies are looked at between two looks at the clock.
const SLICE: usize = 64;

/// A competency on the map.
#[derive(Clone, Debug)]
pub struct Stone {
    /// Which.
    pub id: ItemId,
    /// What it is called.
    pub name: String,
    /// Its subjects.
    pub subjects: Vec<String>,
    /// Its interest tags.
    pub keywords: Vec<String>,
}

/// All competencies of the frameworks in use, laid out, and apart from them those that are retired and that the learner has something of.
#[derive(Default)]
pub struct Chart {
    /// In the order of the frameworks.
    pub stones: Vec<Stone>,
    /// What the regions are called.
    pub regions: Vec<String>,
    /// What comes before what.
    pub graph: Graph,
    /// Where everything lies.
    pub layout: Layout,
    /// The trails that the learner added.
    pub added: BTreeSet<(usize, usize)>,
    /// Where each trail goes through.
    pub trails: Vec<Part>,
    /// From which stone on they are retired, and there for what the learner has of them.
    retired_from: usize,
    places: BTreeMap<ItemId, usize>,
}

impl Chart {
    /// Draws the map in slices. `None` where no portfolio is open.
    pub async fn draw(state: AppState) -> Option<Self> {
        let frameworks = state.frameworks()?;
        let kept = state.read(|world| succession::kept(world.portfolio, world.frameworks))?;
        let mut slices = Slices::begin();
        let (mut chart, regions) = Self::sketch(&frameworks, kept.into_keys(), &mut slices).await;
        let mut trails = Vec::new();
        for stones in (0..chart.stones.len()).collect::<Vec<_>>().chunks(SLICE) {
            for stone in stones {
                trails.extend(chart.trails_to(&frameworks, *stone));
                let added = chart.added_to(&frameworks, *stone);
                chart.added.extend(added);
            }
            slices.rest().await;
        }
        chart.graph = Graph::new(regions, trails);
        chart.layout = lay_out(&chart.graph, async || slices.rest().await).await;
        for trails in chart.layout.trails.chunks(SLICE) {
            chart.trails.extend(trails.iter().map(|trail| drawn::trail_part(&chart.layout, trail)));
            slices.rest().await;
        }
        Some(chart)
    }

    /// In pixels.
    pub fn size(&self) -> Size {
        drawn::size(&self.layout)
    }

    /// The number of a competency's stone.
    pub fn place(&self, id: &ItemId) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// Whether its framework no longer has what a stone stands for.
    pub fn is_retired(&self, stone: usize) -> bool {
        stone >= self.retired_from
    }

    /// Whether any is so.
    pub fn has_retired(&self) -> bool {
        self.retired_from < self.stones.len()
    }

    /// The name of the region that a stone lies in.
    pub fn region_of(&self, stone: usize) -> &str {
        self.regions.get(self.graph.region(stone)).map_or("", String::as_str)
    }

    /// The stones and the region of each. What two frameworks hold is on the map once.
    async fn sketch(
        frameworks: &Frameworks,
        kept: impl Iterator<Item = ItemId>,
        slices: &mut Slices,
    ) -> (Self, Vec<usize>) {
        let mut chart = Self::default();
        let mut regions = Vec::new();
        for framework in frameworks.iter() {
            let lies_in = Regions::of(framework);
            let mut known: BTreeMap<Option<&ItemId>, usize> = BTreeMap::new();
            for (met, item) in framework.competencies().enumerate() {
                if met % SLICE == 0 {
                    slices.rest().await;
                }
                if chart.places.contains_key(&item.id) {
                    continue;
                }
                let heading = lies_in.heading(item);
                let region = *known.entry(heading.map(|heading| &heading.id)).or_insert_with(|| {
                    chart.regions.push(heading.map_or(&*framework.about().title, Item::name).to_owned());
                    chart.regions.len() - 1
                });
                chart.places.insert(item.id.clone(), chart.stones.len());
                chart.stones.push(Stone::of(item));
                regions.push(region);
            }
        }
        chart.retired_from = chart.stones.len();
        for item in kept.filter_map(|id| frameworks.item(&id)) {
            if !chart.has_retired() {
                chart.regions.push(t::retired::region().to_owned());
            }
            chart.places.insert(item.id.clone(), chart.stones.len());
            chart.stones.push(Stone::of(item));
            regions.push(chart.regions.len() - 1);
        }
        (chart, regions)
    }

    /// The trails that lead to a stone: from everything that its requirement names.
    fn trails_to(&self, frameworks: &Frameworks, stone: usize) -> Vec<(usize, usize)> {
        let id = self.stones.get(stone).map(|stone| &stone.id);
        let requirement = id.and_then(|id| frameworks.of(id)?.requirement(id));
        let asked = requirement.iter().flat_map(|requirement| requirement.items());
        asked.filter_map(|(item, _)| Some((self.place(item)?, stone))).collect()
    }

    /// Those of them that are there because the learner says so.
    fn added_to(&self, frameworks: &Frameworks, stone: usize) -> Vec<(usize, usize)> {
        let needs = self.stones.get(stone).map(|stone| frameworks.overlay().needs(&stone.id));
        needs.into_iter().flatten().filter_map(|before| Some((self.place(before)?, stone))).collect()
    }
}

impl Stone {
    fn of(item: &Item) -> Self {
        Self {
            id: item.id.clone(),
            name: short(item),
            subjects: item.subjects.clone(),
            keywords: item.keywords.clone(),
        }
    }
}

/// The name below a stone. Statements of a standard often begin alike: their code tells them apart.
fn short(item: &Item) -> String {
    match (&item.short, &item.code) {
        (None, Some(code)) => format!("{code} {}", item.statement),
        _ => item.name().to_owned(),
    }
}

/// Which headings are regions. Where trails say what comes first, these are the broadest: its trails hold a subject together. Where there
/// are none it is the heading right above, for then the hierarchy is all the order that there is.
struct Regions<'f> {
    framework: &'f Framework,
    depth: Option<u32>,
}

impl<'f> Regions<'f> {
    fn of(framework: &'f Framework) -> Self {
        let mut headings: BTreeMap<u32, usize> = BTreeMap::new();
        for item in framework.items().iter().filter(|item| !framework.is_competency(&item.id)) {
            *headings.entry(item.depth).or_default() += 1;
        }
        // A single heading over everything divides nothing.
        let broadest = headings.iter().find(|(_, count)| **count > 1).map_or(0, |(depth, _)| *depth);
        Self { framework, depth: framework.has_prerequisites().then_some(broadest) }
    }

    fn heading(&self, competency: &Item) -> Option<&'f Item> {
        let mut above = self.framework.ancestors(&competency.id);
        match self.depth {
            // Nearest first: the first that is broad enough, or broader.
            Some(depth) => above.find(|heading| heading.depth <= depth),
            None => above.next(),
        }
    }
}
