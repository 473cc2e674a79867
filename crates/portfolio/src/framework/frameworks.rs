//! The frameworks a learner works with, together.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Age, Framework, FrameworkSource, Item, Need, Overlay};
use crate::item_id::ItemId;

/// Adopted frameworks. Where two hold the same item (two editions), the one that stands first speaks for it. One whose items all
/// have a speaker before it (the same framework in another language) is not heard at all. Older editions are remembered by what they
/// alone hold, which is [retired](Self::is_retired).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frameworks {
    heard: Vec<Arc<Framework>>,
    silent: Vec<Arc<Framework>>,
    /// The newest first.
    earlier: Vec<Arc<Framework>>,
    put_away: Arc<Framework>,
    overlay: Arc<Overlay>,
}

impl Frameworks {
    /// These frameworks; the one adopted last belongs first.
    pub fn new(frameworks: Vec<Arc<Framework>>) -> Self {
        let mut all = Self::default();
        for framework in frameworks {
            let place = if all.speaks_for_all_of(&framework) { &mut all.silent } else { &mut all.heard };
            place.push(framework);
        }
        all
    }

    /// With the learner's own competencies: those in use speak last, and those put away are remembered by their names.
    pub fn with_own(mut self, in_use: Arc<Framework>, put_away: Arc<Framework>) -> Self {
        self.heard.extend(Some(in_use).filter(|mine| !mine.items().is_empty()));
        self.put_away = put_away;
        self
    }

    /// With the editions that those in use took the place of, the newest first. They have no say in anything but how what is retired
    /// is called.
    pub fn with_earlier(mut self, earlier: Vec<Arc<Framework>>) -> Self {
        self.earlier = earlier;
        self
    }

    /// With what the learner says comes first. Left out is what is not between competencies, and in this order what would close a
    /// circle: two devices may each have said half of it.
    pub fn with_needs(mut self, needs: impl IntoIterator<Item = Need>) -> Self {
        let mut overlay = Overlay::default();
        for need in needs {
            if self.has_competency(&need.after) && self.has_competency(&need.before) {
                // What it would close is told when somebody adds it.
                overlay.add(need, &self).unwrap_or_default();
            }
        }
        self.overlay = Arc::new(overlay);
        for framework in &mut self.heard {
            *framework = Arc::new(Framework { told: Arc::clone(&framework.told), overlay: Arc::clone(&self.overlay) });
        }
        self
    }

    /// Those of these links that are new, between competencies, and close no circle with those before them.
    pub fn addable(&self, needs: Vec<Need>) -> Vec<Need> {
        let mut overlay = Overlay::clone(&self.overlay);
        let mut is_addable = |need: &Need| {
            let is_known = overlay.needs(&need.after).any(|before| *before == need.before);
            let is_here = self.has_competency(&need.after) && self.has_competency(&need.before);
            is_here && !is_known && overlay.add(need.clone(), self).is_ok()
        };
        needs.into_iter().filter(|need| is_addable(need)).collect()
    }

    /// What the learner says comes first.
    pub fn overlay(&self) -> &Overlay {
        &self.overlay
    }

    /// Whether an item is a competency, by whatever speaks for it.
    pub fn has_competency(&self, id: &ItemId) -> bool {
        self.of(id).is_some_and(|framework| framework.is_competency(id))
    }

    /// The competencies that name one as a prerequisite, framework by framework.
    pub fn opens(&self, id: &ItemId) -> Vec<&Item> {
        let mut opened = Vec::new();
        for framework in self.iter() {
            let speaks = |item: &&Item| self.of(&item.id).is_some_and(|of| of.id() == framework.id());
            opened.extend(framework.opens(id).into_iter().filter(speaks));
        }
        opened
    }

    /// All that have something to say.
    pub fn iter(&self) -> impl Iterator<Item = &Framework> {
        self.heard.iter().map(Arc::as_ref)
    }

    /// The editions that those in use took the place of, the newest first.
    pub fn earlier(&self) -> impl Iterator<Item = &Framework> {
        self.earlier.iter().map(Arc::as_ref)
    }

    /// All competencies, each with the framework that speaks for it, in the order of the frameworks.
    pub fn competencies(&self) -> impl Iterator<Item = (&Framework, &Item)> {
        let of = |framework| Framework::competencies(framework).map(move |item| (framework, item));
        self.iter()
            .flat_map(of)
            .filter(|(framework, item)| self.of(&item.id).is_some_and(|speaker| speaker.id() == framework.id()))
    }

    /// The subjects of all of them, in the order in which they are first met.
    pub fn subjects(&self) -> Vec<&str> {
        distinct(self.iter().flat_map(Framework::subjects))
    }

    /// The interest tags of all of them; those of each framework by how many competencies carry them.
    pub fn keywords(&self) -> Vec<&str> {
        distinct(self.iter().flat_map(Framework::keywords).map(|(tag, _)| tag))
    }

    /// One of them, heard or not or an older edition, by the SHA-256 of its package.
    pub fn get(&self, id: &str) -> Option<&Arc<Framework>> {
        self.heard.iter().chain(&self.silent).chain(&self.earlier).find(|framework| framework.id() == id)
    }

    /// The frameworks in use that a package is another edition of, each with how old the package is beside it.
    pub fn editions_of(&self, source: &FrameworkSource) -> Vec<(&Arc<Framework>, Age)> {
        let all = self.heard.iter().chain(&self.silent);
        all.filter_map(|framework| Some((framework, source.edition_of(framework)?))).collect()
    }

    fn speaks_for_all_of(&self, framework: &Framework) -> bool {
        let items = framework.items();
        !items.is_empty() && items.iter().all(|item| self.item(&item.id).is_some())
    }

    /// The framework that speaks for an item; none for what only older editions hold.
    pub fn of(&self, item: &ItemId) -> Option<&Framework> {
        self.iter().find(|framework| framework.item(item).is_some())
    }

    /// An item of any of them, as the newest edition that holds it words it: what is retired keeps its name.
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.iter().chain(self.earlier()).find_map(|framework| framework.item(id))
    }

    /// An item as it is worded wherever it is named: one that the learner wrote and put away, too.
    pub fn known(&self, id: &ItemId) -> Option<&Item> {
        self.item(id).or_else(|| self.put_away.item(id))
    }

    /// What an item is called, one put away too; its id, where no framework that is here has it.
    pub fn name(&self, id: &ItemId) -> String {
        self.known(id).map_or_else(|| id.to_string(), |item| item.name().to_owned())
    }
}

/// Each once, where it is first met.
fn distinct<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut met = BTreeSet::new();
    words.filter(|word| met.insert(*word)).collect()
}
