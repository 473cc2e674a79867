//! What a learner wants to do, and the changes that do it.

pub mod artifacts;
mod calendar;
mod change;
mod claims;
mod copy;
mod evidence;
mod files;
mod frameworks;
mod goals;
mod learner;
mod moves;
mod needs;
mod notes;
mod own;
mod pathways;
mod piece_edit;
pub mod placement;
mod plan;
mod refusal;
mod submissions;
mod tags;
#[cfg(test)]
mod tests;
mod week;

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use change::{add, remove, said, set, written};

pub use artifacts::{ArtifactEdit, NewArtifact};
pub use evidence::NewEvidence;
pub use files::Replacement;
pub use frameworks::NewFramework;
pub use notes::{Mark, RuleFor};
pub use pathways::{NewGoal, NewPathway};
pub use piece_edit::PieceEdit;
pub use refusal::{Refusal, Wording};

use crate::calendar::{Period, PeriodKind, Weekdays};
use crate::entity::EntityId;
use crate::framework::{Frameworks, Need};
use crate::item_id::ItemId;
use crate::level::Level;
use crate::model::{Link, Outcome, OwnWords, Preview, StoredFile};
use crate::rules::{Rule, Together};
use crate::submission::Sealed;
use crate::succession::Move;

/// One act of a learner. It is carried out whole or not at all, and undone in one step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// To be called something else.
    SetName {
        /// What; empty for nothing.
        name: String,
    },
    /// To have exactly these interests.
    SetInterests {
        /// Which.
        interests: BTreeSet<String>,
    },
    /// To have one interest more.
    AddInterest {
        /// Which.
        interest: String,
    },
    /// To have one interest less.
    RemoveInterest {
        /// Which.
        interest: String,
    },
    /// To work with a framework. Adopting one again takes it back into use and may choose another depth.
    AdoptFramework(NewFramework),
    /// To say which word of a scale of others means proficient.
    SetProficient {
        /// In which framework.
        framework: EntityId,
        /// Which of its scales, from 0.
        scale: usize,
        /// The place of the word, from 0 for the lowest; `None` for not knowing.
        step: Option<u8>,
    },
    /// To have work of a framework checked again after some time.
    SetRecheck {
        /// Of which framework.
        framework: EntityId,
        /// After how many days; 0 for never, `None` for what the framework says.
        days: Option<u32>,
    },
    /// To stop working with a framework, and with the editions it took the place of. Goals, claims and evidence stay.
    LeaveFramework {
        /// Which.
        framework: EntityId,
    },
    /// To have goals, claims, links and what one says comes first of competencies that are retired at those that take their place.
    MoveAlong {
        /// From where to where. What is moved to several is at all of them.
        moves: Vec<Move>,
    },
    /// To write a competency of one's own. The first change creates it.
    WriteOwn {
        /// What it says.
        words: OwnWords,
    },
    /// To write such a competency anew.
    RewriteOwn {
        /// Which.
        competency: ItemId,
        /// What it says now.
        words: OwnWords,
    },
    /// To put such a competency away, and off its pathways. Claims and evidence stay.
    PutAwayOwn {
        /// Which.
        competency: ItemId,
    },
    /// To take one back that was put away.
    TakeBackOwn {
        /// Which.
        competency: ItemId,
    },
    /// To say on which days of the week there is school.
    SetSchoolDays {
        /// Which.
        weekdays: Weekdays,
    },
    /// To put terms and breaks into the school calendar. Those that are there stay.
    AddPeriods {
        /// Which.
        periods: Vec<(PeriodKind, Period)>,
    },
    /// To take a term or a break out of the school calendar.
    RemovePeriod {
        /// Which of the two.
        kind: PeriodKind,
        /// Which one.
        period: Period,
    },
    /// To walk another pathway. The first change creates it.
    AddPathway(NewPathway),
    /// To call a pathway something else, and to say why one walks it.
    DescribePathway {
        /// Which.
        pathway: EntityId,
        /// What it is called now.
        name: String,
        /// Why it is walked; empty for nothing.
        purpose: String,
    },
    /// To put a pathway elsewhere among the others.
    MovePathway {
        /// Which.
        pathway: EntityId,
        /// Where.
        to: Place,
    },
    /// To put a pathway away with its goals. Claims and evidence stay.
    PutAwayPathway {
        /// Which; not the first.
        pathway: EntityId,
    },
    /// To walk a pathway again that was put away.
    TakeUpPathway {
        /// Which.
        pathway: EntityId,
    },
    /// To put a competency at the end of a pathway, ready for it or not.
    ChooseGoal {
        /// On which.
        pathway: EntityId,
        /// What.
        goal: NewGoal,
    },
    /// To take a goal off its pathway.
    DropGoal {
        /// Which.
        goal: EntityId,
    },
    /// To put a goal elsewhere on its pathway.
    MoveGoal {
        /// Which.
        goal: EntityId,
        /// Where.
        to: Place,
    },
    /// To aim higher or lower.
    SetAim {
        /// In which goal.
        goal: EntityId,
        /// At what.
        aim: Level,
    },
    /// To move the date of a goal, or take it away.
    SetDue {
        /// Of which goal.
        goal: EntityId,
        /// To when.
        due: Option<NaiveDate>,
    },
    /// To date several goals at once.
    SetDues {
        /// Which, and when each is due.
        dues: Vec<(EntityId, NaiveDate)>,
    },
    /// To set out to do something in one week.
    Commit {
        /// Any day of the week.
        week: NaiveDate,
        /// What.
        what: String,
        /// For which competency, if for one.
        competency: Option<ItemId>,
    },
    /// To say how that went, or to take it back.
    SayOutcome {
        /// Of which commitment.
        commitment: EntityId,
        /// How.
        outcome: Option<Outcome>,
    },
    /// To take a commitment back.
    DropCommitment {
        /// Which.
        commitment: EntityId,
    },
    /// To write down what one thinks of a week.
    LookBack {
        /// Any day of the week.
        week: NaiveDate,
        /// What; empty for nothing.
        words: String,
    },
    /// To log time spent on a competency.
    SpendTime {
        /// On which.
        competency: ItemId,
        /// When.
        day: NaiveDate,
        /// How many minutes.
        minutes: u32,
    },
    /// To take logged time back.
    DropSpent {
        /// Which.
        spent: EntityId,
    },
    /// To plan how to catch up. There is one such plan; written again, it is changed.
    PlanCatchUp {
        /// What helps.
        helps: String,
        /// Who helps.
        who: String,
        /// Until when.
        until: Option<NaiveDate>,
    },
    /// To put that plan away.
    EndCatchUp {
        /// Which.
        plan: EntityId,
    },
    /// To add a piece of work with all that belongs to it. The first change creates the piece.
    AddEvidence(NewEvidence),
    /// To write or correct one thing of a piece.
    EditEvidence {
        /// Which piece.
        piece: EntityId,
        /// What.
        edit: PieceEdit,
    },
    /// To give a piece a word to find it by.
    AddTag {
        /// Which piece.
        piece: EntityId,
        /// What.
        tag: String,
    },
    /// To take such a word away.
    RemoveTag {
        /// From which piece.
        piece: EntityId,
        /// Which.
        tag: String,
    },
    /// To make a piece of one's own from another, with its words, tags, claims and artifacts. The first change creates the copy.
    CopyPiece {
        /// Which piece.
        piece: EntityId,
        /// What the copy is called.
        title: String,
    },
    /// To add a file, a link or something done to a piece, at its end. The first change creates the artifact.
    AddArtifact {
        /// To which piece.
        piece: EntityId,
        /// What.
        artifact: NewArtifact,
    },
    /// To write or correct what is said of an artifact.
    EditArtifact {
        /// Which.
        artifact: EntityId,
        /// What.
        edit: ArtifactEdit,
    },
    /// To put an artifact elsewhere in its piece.
    MoveArtifact {
        /// Which.
        artifact: EntityId,
        /// Where.
        to: Place,
    },
    /// To put another file in the place of an artifact's. The first change creates the artifact that stands there from now on; the old
    /// one goes to the trash.
    ReplaceFile {
        /// Of which artifact.
        artifact: EntityId,
        /// By what.
        by: Replacement,
        /// Whether the old one is erased for ever instead, because of what is private in it.
        forget: bool,
    },
    /// To note what a file looks like and how long it is. The app does it by itself, and nobody takes it back.
    SetPreview {
        /// Of which artifact.
        artifact: EntityId,
        /// What is known; what is missing in it stays as it was.
        preview: Preview,
    },
    /// To take an artifact out of its piece.
    RemoveArtifact {
        /// Which.
        artifact: EntityId,
    },
    /// To claim a level in a competency for a piece.
    ClaimLevel {
        /// For which piece.
        piece: EntityId,
        /// In what.
        competency: ItemId,
        /// Which level.
        level: Level,
    },
    /// To take a claim back, of a piece or on one's own word.
    Unclaim {
        /// Which.
        claim: EntityId,
    },
    /// To look at the levels of a framework or of one competency by another rule.
    SetRule {
        /// Of what.
        of: RuleFor,
        /// By which; `None` for the usual one.
        rule: Option<Rule>,
    },
    /// To have the headings of a framework, or one heading, come to a level by another rule.
    SetTogether {
        /// Of what.
        of: RuleFor,
        /// By which; `None` for the usual one.
        rule: Option<Together>,
    },
    /// To say that a heading holds no level without one of its children, or that it does.
    Require {
        /// Which heading.
        heading: ItemId,
        /// Which child.
        child: ItemId,
        /// Whether it is required.
        so: bool,
    },
    /// To say which level one holds in a competency, without work.
    SayLevel {
        /// In what.
        competency: ItemId,
        /// Which.
        level: Level,
    },
    /// To leave a competency at the level that is held, and go on to others.
    MoveOn {
        /// Which.
        competency: ItemId,
    },
    /// To aim at 4 in a competency.
    GoDeeper {
        /// Which.
        competency: ItemId,
    },
    /// To keep a link to learn a competency from.
    AddResource {
        /// Which.
        competency: ItemId,
        /// The link.
        link: Link,
    },
    /// To let go of such a link.
    RemoveResource {
        /// Of which competency.
        competency: ItemId,
        /// Its address.
        url: String,
    },
    /// To say that something to learn from was used or helped, or that it was not so.
    MarkResource {
        /// Of which competency.
        competency: ItemId,
        /// The words of an idea of the framework, or the address of a link.
        what: String,
        /// What of it.
        mark: Mark,
        /// Whether it is so.
        so: bool,
    },
    /// To say that competencies come before others, besides what their frameworks say.
    AddNeeds {
        /// Which, all of them or none.
        needs: Vec<Need>,
    },
    /// To take such a word back.
    RemoveNeed {
        /// Which.
        need: Need,
    },
    /// To say where one is: level 3 in each of these and in all they rest on, without work (see [`placement`]).
    PlaceSelf {
        /// The furthest that is true, of each subject or strand.
        furthest: Vec<ItemId>,
    },
    /// To hand a piece in: what was [sealed](crate::submission::Manifest::seal) of it is frozen, and the learner goes on with the piece. The
    /// first change creates the submission.
    Submit {
        /// The piece as it stands.
        sealed: Sealed,
        /// The stored file that holds the sealed bytes, and nothing else.
        file: StoredFile,
    },
    /// To take a submission back. What was handed in stays readable.
    Withdraw {
        /// Which.
        submission: EntityId,
    },
    /// To put a piece in the trash.
    Trash {
        /// Which.
        piece: EntityId,
    },
    /// To take a piece out of the trash, or to keep one that came back from it.
    Restore {
        /// Which.
        piece: EntityId,
    },
    /// To erase pieces and all that belongs to them for ever, what was handed in of them too. That it was handed in stays, with its
    /// hash, and who erased it and when.
    Purge {
        /// Which.
        pieces: Vec<EntityId>,
    },
}

impl Intent {
    /// Whether it may erase something for ever, so that files may be left that nothing names.
    pub fn erases(&self) -> bool {
        matches!(self, Self::Purge { .. } | Self::ReplaceFile { forget: true, .. })
    }

    /// Whether it is the app's own doing: the learner's way back leads past it.
    pub fn is_housekeeping(&self) -> bool {
        matches!(self, Self::SetPreview { .. })
    }
}

/// A place beside something of the same list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Right before it.
    Before(EntityId),
    /// Right after it.
    After(EntityId),
}

/// What an act depends on besides the portfolio.
pub struct Context<'a> {
    /// The instant of the act.
    pub now: DateTime<Utc>,
    /// The day of the act where the learner is.
    pub today: NaiveDate,
    /// Gives 128 random bits for a new id, others each time.
    pub fresh: &'a mut dyn FnMut() -> u128,
    /// The frameworks the learner works with.
    pub frameworks: &'a Frameworks,
}
