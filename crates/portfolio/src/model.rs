//! The read model: what the stored entities mean, kept entity by entity.

mod adoption;
mod artifact;
mod calendar;
mod catch_up;
mod claim;
mod content;
mod editions;
mod evidence;
mod goal;
mod index;
mod last_day;
mod learner;
mod made_with;
mod notes;
mod own;
mod pathway;
mod preview;
mod private;
pub mod room;
mod spent;
mod stage;
mod stored_file;
mod submission;
#[cfg(test)]
mod tests;
mod week;

pub(crate) use adoption::proficient_value;
pub use adoption::{Adoption, Origin};
pub use artifact::Artifact;
pub use catch_up::CatchUp;
pub use claim::{Basis, Claim, Grounds};
pub use content::{Content, Event, Link};
pub use evidence::Evidence;
pub(crate) use evidence::shown_value;
pub use goal::{DueMove, Goal};
pub use learner::Learner;
pub use made_with::MadeWith;
pub use notes::Notes;
pub use own::{Own, OwnWords};
pub use pathway::{Pathway, Turn};
pub use preview::{Facts, Preview, Wave};
pub use private::Private;
pub use spent::Spent;
pub use stage::Stage;
pub use stored_file::StoredFile;
pub use submission::{Frozen, Removed, Submission};
pub use week::{Commitment, Outcome};

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::calendar::{Calendar, monday_of};
use crate::entity::{EntityId, Kind};
use crate::fields::{Fields, Reader};
use crate::framework::Need;
use crate::item_id::ItemId;
use index::Index;

/// Everything the learner has, as it stands. What lies in the trash is here too, with its standing; lists leave it out
/// unless they say otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Portfolio {
    learner: Learner,
    calendar: Calendar,
    adoptions: BTreeMap<EntityId, Adoption>,
    first_pathway: Pathway,
    /// All but the first.
    pathways: BTreeMap<EntityId, Pathway>,
    goals: BTreeMap<EntityId, Goal>,
    commitments: BTreeMap<EntityId, Commitment>,
    /// By the Monday of the week, what was written when looking back on it.
    looked_back: BTreeMap<NaiveDate, String>,
    spent: BTreeMap<EntityId, Spent>,
    plans: BTreeMap<EntityId, CatchUp>,
    evidence: BTreeMap<EntityId, Evidence>,
    artifacts: BTreeMap<EntityId, Artifact>,
    claims: BTreeMap<EntityId, Claim>,
    submissions: BTreeMap<EntityId, Submission>,
    frozen: BTreeMap<EntityId, Frozen>,
    notes: BTreeMap<EntityId, Notes>,
    own: BTreeMap<EntityId, Own>,
    index: Index,
}

impl Portfolio {
    /// Reads one entity again; `None` if nothing of it is stored (any more). What lacks the field that makes it what it
    /// is reads as not there.
    pub fn refresh(&mut self, id: &EntityId, fields: Option<&dyn Fields>) {
        let reader = fields.map(Reader);
        let reader = reader.as_ref();
        match id.kind() {
            Kind::Learner => self.learner = reader.map(Learner::read).unwrap_or_default(),
            Kind::Framework => put(&mut self.adoptions, id, reader.and_then(|reader| Adoption::read(id, reader))),
            // A calendar that only a newer app knows is not this one.
            Kind::Calendar if *id != EntityId::calendar() => {}
            Kind::Calendar => self.calendar = reader.map(Calendar::read).unwrap_or_default(),
            Kind::Pathway if *id == EntityId::first_pathway() => {
                self.first_pathway = reader.map(Pathway::read_first).unwrap_or_default();
            }
            Kind::Pathway => put(&mut self.pathways, id, reader.and_then(|reader| Pathway::read(id, reader))),
            Kind::Goal => put(&mut self.goals, id, reader.and_then(|reader| Goal::read(id, reader))),
            Kind::Commitment => put(&mut self.commitments, id, reader.and_then(|reader| Commitment::read(id, reader))),
            Kind::Week => self.read_week(id, reader),
            Kind::Spent => put(&mut self.spent, id, reader.and_then(|reader| Spent::read(id, reader))),
            Kind::Plan => put(&mut self.plans, id, reader.and_then(|reader| CatchUp::read(id, reader))),
            Kind::Evidence => put(&mut self.evidence, id, reader.map(|reader| Evidence::read(id, reader))),
            Kind::Artifact => {
                let artifact = reader.and_then(|reader| Artifact::read(id, reader));
                let piece = artifact.as_ref().map(|artifact| artifact.evidence.clone());
                self.index.place_artifact(id, self.artifacts.get(id).map(|before| &before.evidence), piece.as_ref());
                put(&mut self.artifacts, id, artifact);
            }
            Kind::Claim => {
                let claim = reader.and_then(|reader| Claim::read(id, reader)).map(|claim| self.index.share(claim));
                self.index.place_claim(id, self.claims.get(id), claim.as_ref());
                put(&mut self.claims, id, claim);
            }
            Kind::Submission => {
                let submission = reader.and_then(|reader| Submission::read(id, reader));
                self.index.place_submission(id, self.submissions.get(id), submission.as_ref());
                put(&mut self.submissions, id, submission);
            }
            Kind::Frozen => {
                let frozen = reader.and_then(|reader| Frozen::read(id, reader));
                self.index.place_frozen(id, self.frozen.get(id), frozen.as_ref());
                put(&mut self.frozen, id, frozen);
            }
            Kind::Notes => put(&mut self.notes, id, reader.and_then(|reader| Notes::read(id, reader))),
            Kind::Own => put(&mut self.own, id, reader.and_then(|reader| Own::read(id, reader))),
        }
    }

    /// Who they are.
    pub fn learner(&self) -> &Learner {
        &self.learner
    }

    /// On which days there is school.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Every framework that was ever adopted, those that were left too, in no order that means anything.
    pub fn all_adoptions(&self) -> impl Iterator<Item = &Adoption> {
        self.adoptions.values()
    }

    /// An adopted framework, one that was left too.
    pub fn adoption(&self, id: &EntityId) -> Option<&Adoption> {
        self.adoptions.get(id)
    }

    /// What the learner set down for a competency.
    pub fn notes(&self, competency: &ItemId) -> Option<&Notes> {
        self.notes.get(&EntityId::notes(competency))
    }

    /// What the learner says comes before what, ascending.
    pub fn needs(&self) -> impl Iterator<Item = Need> {
        let of = |notes: &Notes| {
            let after = notes.competency.clone();
            notes.needs.clone().into_iter().map(move |before| Need { after: after.clone(), before })
        };
        self.notes.values().flat_map(of)
    }

    /// A competency that the learner wrote, one put away too.
    pub fn own(&self, competency: &ItemId) -> Option<&Own> {
        self.own.get(&EntityId::own(competency))
    }

    /// All competencies that the learner wrote, those put away too, in the order of writing.
    pub fn all_own(&self) -> Vec<&Own> {
        let mut all: Vec<_> = self.own.values().collect();
        // Stable: those of one moment stay in the order of their ids.
        all.sort_by_key(|own| own.added);
        all
    }

    /// A commitment, one taken back too.
    pub fn commitment(&self, id: &EntityId) -> Option<&Commitment> {
        self.commitments.get(id)
    }

    /// The commitments of the week that a day is in, in the order of writing.
    pub fn commitments_of(&self, day: NaiveDate) -> Vec<&Commitment> {
        let is_of_it = |one: &&Commitment| one.standing.is_live() && one.week == monday_of(day);
        let mut commitments: Vec<_> = self.commitments.values().filter(is_of_it).collect();
        // Stable: those of one moment stay in the order of their ids.
        commitments.sort_by_key(|one| one.added);
        commitments
    }

    /// What the learner wrote when looking back on the week that a day is in; empty if nothing.
    pub fn looked_back(&self, day: NaiveDate) -> &str {
        self.looked_back.get(&monday_of(day)).map_or("", String::as_str)
    }

    /// The Mondays of all weeks for which something was set out, or which were looked back on.
    pub fn weeks(&self) -> BTreeSet<NaiveDate> {
        let set_out = self.commitments.values().filter(|one| one.standing.is_live()).map(|one| one.week);
        let looked_back = self.looked_back.iter().filter(|(_, words)| !words.is_empty()).map(|(monday, _)| *monday);
        set_out.chain(looked_back).collect()
    }

    /// All time that was logged, in no order that means anything.
    pub fn spent(&self) -> impl Iterator<Item = &Spent> {
        self.spent.values().filter(|spent| spent.standing.is_live())
    }

    /// The plan to catch up: of several, which two devices may have written, the latest.
    pub fn catch_up(&self) -> Option<&CatchUp> {
        self.plans.values().filter(|plan| plan.standing.is_live()).max_by_key(|plan| (plan.written, &plan.id))
    }

    /// All pieces of evidence, those in the trash too, in no order that means anything.
    pub fn pieces(&self) -> impl Iterator<Item = &Evidence> {
        self.evidence.values()
    }

    /// A piece of evidence, one in the trash too.
    pub fn piece(&self, id: &EntityId) -> Option<&Evidence> {
        self.evidence.get(id)
    }

    /// An artifact, one in the trash too.
    pub fn artifact(&self, id: &EntityId) -> Option<&Artifact> {
        self.artifacts.get(id)
    }

    /// Every file that the log names, with what names it: artifacts with their sources and small pictures, manifests of
    /// submissions, and frameworks, those in the trash or left too. Their bytes belong on every device and backend.
    pub fn files(&self) -> impl Iterator<Item = (&EntityId, &StoredFile)> {
        let packages = self.adoptions.values().map(|adoption| (&adoption.id, &adoption.file));
        let of = self.artifacts.values().flat_map(|artifact| artifact.files().map(move |file| (&artifact.id, file)));
        let manifests = self.frozen.values().map(|frozen| (&frozen.id, &frozen.manifest));
        packages.chain(of).chain(manifests)
    }

    /// The artifacts of a piece in their order. Of a piece in the trash: all that went there with it or before.
    pub fn artifacts_of(&self, piece: &EntityId) -> Vec<&Artifact> {
        let is_shown = self.shows_parts_of(piece);
        let parts = self.index.artifacts_of(piece).filter_map(|id| self.artifacts.get(id));
        let mut shown: Vec<_> = parts.filter(|artifact| is_shown(artifact.standing)).collect();
        // Stable: equal keys stay in the order of their ids.
        shown.sort_by(|one, other| one.order.cmp(&other.order));
        shown
    }

    /// A claim, one taken back too.
    pub fn claim(&self, id: &EntityId) -> Option<&Claim> {
        self.claims.get(id)
    }

    /// The claims a piece makes, by competency id. Of a piece in the trash: all that went there with it or before.
    pub fn claims_of(&self, piece: &EntityId) -> Vec<&Claim> {
        let is_shown = self.shows_parts_of(piece);
        let parts = self.index.claims_of(piece).filter_map(|id| self.claims.get(id));
        parts.filter(|claim| is_shown(claim.standing)).collect()
    }

    /// The claims that count for a competency, by their ids, each with its piece if it rests on one: taken back,
    /// trashed and orphaned ones do not.
    pub fn claims_for(&self, competency: &ItemId) -> impl Iterator<Item = (&Claim, Option<&Evidence>)> {
        let claims = self.index.claims_for(competency).filter_map(|id| self.claims.get(id));
        claims.filter_map(|claim| self.counting(claim))
    }

    /// All claims that count, by their ids, each with its piece if it rests on one.
    pub fn claims_in_use(&self) -> impl Iterator<Item = (&Claim, Option<&Evidence>)> {
        // Claims of one piece stand side by side, for their ids begin with its.
        let mut last: Option<(&EntityId, Option<&Evidence>)> = None;
        self.claims.values().filter(|claim| claim.standing.is_live()).filter_map(move |claim| {
            let Grounds::Work(id) = &claim.grounds else { return Some((claim, None)) };
            let known = last.filter(|(before, _)| *before == id).map(|(_, piece)| piece);
            let piece = known.unwrap_or_else(|| self.evidence.get(id).filter(|piece| piece.standing.is_live()));
            last = Some((id, piece));
            piece.map(|piece| (claim, Some(piece)))
        })
    }

    /// The piece that something is, is a part of, or was a submission of.
    pub fn piece_of<'a>(&'a self, id: &'a EntityId) -> Option<&'a EntityId> {
        match id.kind() {
            Kind::Evidence => Some(id),
            Kind::Artifact => self.artifacts.get(id).map(|artifact| &artifact.evidence),
            Kind::Claim => match &self.claims.get(id)?.grounds {
                Grounds::Work(piece) => Some(piece),
                Grounds::OwnWord { .. } => None,
            },
            Kind::Submission => self.submissions.get(id).map(|submission| &submission.piece),
            Kind::Frozen => self.frozen.get(id).map(|frozen| &frozen.piece),
            Kind::Learner | Kind::Framework | Kind::Calendar | Kind::Notes => None,
            Kind::Pathway | Kind::Goal => None,
            Kind::Commitment | Kind::Week | Kind::Spent | Kind::Plan | Kind::Own => None,
        }
    }

    /// All ids of what is a part of a piece, whatever its standing.
    pub fn parts_of(&self, piece: &EntityId) -> impl Iterator<Item = &EntityId> {
        self.index.artifacts_of(piece).chain(self.index.claims_of(piece)).chain(self.index.frozen_of(piece))
    }

    fn read_week(&mut self, id: &EntityId, reader: Option<&Reader<'_>>) {
        let words = reader.map(|reader| reader.words(Commitment::LOOK_BACK)).unwrap_or_default();
        let Some(monday) = id.monday() else { return };
        if words.is_empty() {
            self.looked_back.remove(&monday);
        } else {
            self.looked_back.insert(monday, words);
        }
    }

    fn counting<'p>(&'p self, claim: &'p Claim) -> Option<(&'p Claim, Option<&'p Evidence>)> {
        let piece = match &claim.grounds {
            Grounds::Work(piece) => Some(self.evidence.get(piece).filter(|piece| piece.standing.is_live())?),
            Grounds::OwnWord { .. } => None,
        };
        claim.standing.is_live().then_some((claim, piece))
    }

    fn shows_parts_of(&self, piece: &EntityId) -> impl Fn(crate::Standing) -> bool + use<> {
        let is_in_use = self.evidence.get(piece).is_some_and(|piece| piece.standing.is_live());
        move |standing| standing.is_live() || !is_in_use
    }
}

fn put<T>(map: &mut BTreeMap<EntityId, T>, id: &EntityId, value: Option<T>) {
    match value {
        Some(value) => map.insert(id.clone(), value),
        None => map.remove(id),
    };
}
