//! The story carried out as a learner would: act by act, in the order in which it happened, through the ledger.

mod weeks;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::{Context as _, Result};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use interchange::chunks::{Identifier, Identity};
use interchange::{case, media_type};
use ledger::Ledger;
use portfolio::framework::{Framework, Frameworks};
use portfolio::intent::{
    Context, Intent, NewArtifact, NewEvidence, NewFramework, NewGoal, NewPathway, PieceEdit, Place,
};
use portfolio::model::{Content, Event, Facts, Link, MadeWith, Origin, Preview, StoredFile};
use portfolio::submission::Manifest;
use portfolio::{EntityId, ItemId, Level};
use replica::{Op, WriterId};

use super::media::chance::Chance;
use super::story::{About, Artifact, CatchUp, Goal, HandedIn, Pathway, Piece, Story, Time, Week};
use crate::framework::competency_identifier;

/// After school, in minutes of the day.
const AFTERNOON: i64 = 15 * 60 + 30;

/// From the Monday of a week to the day on which one looks back on it.
const FRIDAY: TimeDelta = TimeDelta::days(4);

/// How long a learner takes until they reflect on what they have added.
const PAUSE: TimeDelta = TimeDelta::minutes(20);

/// How many bytes tell what a file is.
const MAGIC: usize = 4_096;

/// Where what the story needs comes from.
pub struct Material<'a> {
    /// The CASE package.
    pub package: Vec<u8>,
    /// Its file name.
    pub package_name: &'a str,
    /// Where the learner has it from.
    pub origin: Origin,
    /// The bytes of a file by its name.
    pub file: &'a dyn Fn(&str) -> Result<Vec<u8>>,
    /// What the app would find out about a file in a quiet moment, where that is not left to it.
    pub facts: &'a dyn Fn(&StoredFile) -> Option<Facts>,
    /// Another number, other ids.
    pub seed: u64,
}

/// A portfolio after its last day.
pub struct Performed {
    pub ledger: Ledger,
    /// All that was ever done, in order.
    pub ops: Vec<Op>,
    /// The bytes of every stored file, by identity.
    pub files: BTreeMap<String, Vec<u8>>,
    pub frameworks: Frameworks,
}

/// Carries out the story.
///
/// # Errors
/// When the package or a file cannot be made, or the story asks for what a learner may not do.
pub fn perform(story: &Story, material: &Material<'_>) -> Result<Performed> {
    let reading = case::read(&material.package).context("the framework of the story")?;
    let title = reading.source.title.clone();
    let hash = reading.source.id.clone();
    let framework = Framework::build(reading.source, None);
    let mut chance = Chance::new(material.seed);
    let mut stage = Stage {
        performed: Performed {
            ledger: Ledger::new(WriterId(chance.bits())),
            ops: Vec::new(),
            files: BTreeMap::new(),
            frameworks: Frameworks::new(vec![Arc::new(framework)]),
        },
        chance,
        now: DateTime::UNIX_EPOCH,
        file: material.file,
        facts: material.facts,
        pathways: BTreeMap::new(),
        pieces: BTreeMap::new(),
        set_out: BTreeMap::new(),
    };
    stage.wake(story.learner.begins);
    stage.introduce(story)?;
    let file = stage.keep(material.package_name, material.package.clone());
    stage.act(Intent::AdoptFramework(NewFramework {
        package: hash,
        title,
        file,
        depth: None,
        proficient: Vec::new(),
        origin: material.origin,
        replaces: Vec::new(),
    }))?;
    let furthest = story.learner.placed.iter().map(|key| competency(key)).collect::<Result<_>>()?;
    stage.act(Intent::PlaceSelf { furthest })?;
    stage.tell_school(story)?;
    for (day, scene) in scenes(story) {
        stage.wake(day);
        stage.play(scene)?;
    }
    Ok(stage.performed)
}

/// One thing that happens on a day.
#[derive(Clone, Copy)]
enum Scene<'a> {
    Walk(&'a Pathway),
    Choose(&'a Pathway, &'a Goal),
    Postpone(&'a Pathway, &'a Goal, NaiveDate),
    Add(&'a Piece),
    HandIn(&'a Piece, &'a HandedIn),
    Withdraw(&'a Piece),
    SetOut(&'a Week),
    LookBack(&'a Week),
    Log(&'a Time),
    Plan(&'a CatchUp),
}

/// Everything that happens, by day; on one day work comes before plans.
fn scenes(story: &Story) -> Vec<(NaiveDate, Scene<'_>)> {
    let pathways = &story.learner.pathways;
    let goals = || pathways.iter().flat_map(|pathway| pathway.goals.iter().map(move |goal| (pathway, goal)));
    let walked = pathways.iter().map(|pathway| (pathway.begun.unwrap_or(story.learner.begins), Scene::Walk(pathway)));
    let added = story.pieces.iter().map(|piece| (piece.about.date, Scene::Add(piece)));
    let handed_in = || story.pieces.iter().flat_map(|piece| piece.about.handed_in.iter().map(move |at| (piece, at)));
    let submitted = handed_in().map(|(piece, at)| (at.on, Scene::HandIn(piece, at)));
    let withdrawn = handed_in().filter_map(|(piece, at)| Some((at.withdrawn?, Scene::Withdraw(piece))));
    let chosen = goals().map(|(pathway, goal)| (goal.chosen, Scene::Choose(pathway, goal)));
    let postponed = goals()
        .filter_map(|(pathway, goal)| goal.moved.map(|moved| (moved.on, Scene::Postpone(pathway, goal, moved.to))));
    let rhythm = &story.rhythm;
    let set_out = rhythm.weeks.iter().map(|week| (week.monday, Scene::SetOut(week)));
    let looked_back = rhythm.weeks.iter().map(|week| (week.monday + FRIDAY, Scene::LookBack(week)));
    let logged = rhythm.time.iter().map(|time| (time.day, Scene::Log(time)));
    let planned = rhythm.plan.iter().map(|plan| (plan.written, Scene::Plan(plan)));
    let work = added.chain(submitted).chain(withdrawn).chain(walked).chain(chosen).chain(postponed);
    let mut scenes: Vec<_> = work.chain(set_out).chain(logged).chain(planned).chain(looked_back).collect();
    scenes.sort_by_key(|(day, _)| *day);
    scenes
}

struct Stage<'a> {
    performed: Performed,
    chance: Chance,
    now: DateTime<Utc>,
    file: &'a dyn Fn(&str) -> Result<Vec<u8>>,
    facts: &'a dyn Fn(&StoredFile) -> Option<Facts>,
    /// By their names.
    pathways: BTreeMap<String, EntityId>,
    /// By their titles.
    pieces: BTreeMap<String, EntityId>,
    /// By the Monday of their week, in the order of the story.
    set_out: BTreeMap<NaiveDate, Vec<EntityId>>,
}

impl Stage<'_> {
    /// Goes on to the afternoon of a day; several things on one day happen one after the other.
    fn wake(&mut self, day: NaiveDate) {
        let afternoon = day.and_time(chrono::NaiveTime::MIN).and_utc() + TimeDelta::minutes(AFTERNOON);
        self.now = self.now.max(afternoon);
    }

    fn act(&mut self, intent: Intent) -> Result<Vec<Op>> {
        let chance = &mut self.chance;
        let mut context = Context {
            now: self.now,
            today: self.now.date_naive(),
            fresh: &mut || chance.wide(),
            frameworks: &self.performed.frameworks,
        };
        let outcome = self.performed.ledger.perform(intent, &mut context)?;
        self.now += TimeDelta::minutes(1);
        if let Some(replaced) = outcome.replaced {
            self.performed.ops.retain(|op| op.id != replaced);
        }
        self.performed.ops.extend(outcome.ops.iter().cloned());
        Ok(outcome.ops)
    }

    fn introduce(&mut self, story: &Story) -> Result<()> {
        let interests: BTreeSet<String> = story.learner.interests.iter().cloned().collect();
        self.act(Intent::SetName { name: story.learner.name.clone() })?;
        self.act(Intent::SetInterests { interests })?;
        Ok(())
    }

    fn play(&mut self, scene: Scene<'_>) -> Result<()> {
        match scene {
            Scene::Add(piece) => self.add(piece).with_context(|| piece.about.title.clone()),
            Scene::HandIn(piece, at) => self.hand_in(piece, at).with_context(|| piece.about.title.clone()),
            Scene::Withdraw(piece) => self.withdraw(piece).with_context(|| piece.about.title.clone()),
            Scene::Walk(pathway) => self.walk(pathway).with_context(|| pathway.name.clone()),
            Scene::Choose(pathway, goal) => self.choose(pathway, goal).with_context(|| goal.key.clone()),
            Scene::Postpone(pathway, goal, due) => {
                let goal = EntityId::goal(&self.pathway(pathway), &competency(&goal.key)?);
                self.act(Intent::SetDue { goal, due: Some(due) }).map(drop)
            }
            Scene::SetOut(week) => self.set_out(week).with_context(|| week.monday.to_string()),
            Scene::LookBack(week) => self.look_back(week).with_context(|| week.monday.to_string()),
            Scene::Log(time) => self.log(time).with_context(|| time.day.to_string()),
            Scene::Plan(plan) => self.plan(plan),
        }
    }

    /// Begins a pathway, or says what the first one is for.
    fn walk(&mut self, Pathway { name, purpose, from, begun, .. }: &Pathway) -> Result<()> {
        let (name, purpose, from) = (name.clone(), purpose.clone(), from.clone());
        if begun.is_none() {
            let describe = Intent::DescribePathway { pathway: EntityId::first_pathway(), name, purpose };
            return self.act(describe).map(drop);
        }
        let ops = self.act(Intent::AddPathway(NewPathway { name: name.clone(), purpose, from, goals: Vec::new() }))?;
        self.pathways.insert(name, first(&ops)?);
        Ok(())
    }

    fn pathway(&self, pathway: &Pathway) -> EntityId {
        self.pathways.get(&pathway.name).cloned().unwrap_or_else(EntityId::first_pathway)
    }

    /// Puts a goal on its pathway, before those that the learner ranks after it.
    fn choose(&mut self, walked: &Pathway, goal: &Goal) -> Result<()> {
        let pathway = self.pathway(walked);
        let competency_id = competency(&goal.key)?;
        let id = EntityId::goal(&pathway, &competency_id);
        let new = NewGoal { competency: competency_id, aim: level(goal.aim)?, due: goal.due };
        self.act(Intent::ChooseGoal { pathway: pathway.clone(), goal: new })?;
        let later = walked.goals.iter().skip_while(|other| other.key != goal.key).skip(1);
        for other in later {
            let other = EntityId::goal(&pathway, &competency(&other.key)?);
            if self.performed.ledger.portfolio().goal(&other).is_some() {
                self.act(Intent::MoveGoal { goal: id, to: Place::Before(other) })?;
                break;
            }
        }
        Ok(())
    }

    /// Adds a piece, and a while later what the learner thinks of it.
    fn add(&mut self, piece: &Piece) -> Result<()> {
        let about = &piece.about;
        let id = match &about.copy_of {
            Some(original) => self.copy(piece, original)?,
            None => self.begin(piece)?,
        };
        self.pieces.insert(about.title.clone(), id.clone());
        self.look_at_files(&id)?;
        self.now += PAUSE;
        self.edit(&id, PieceEdit::Reflection(piece.reflection.clone()))
    }

    fn begin(&mut self, piece: &Piece) -> Result<EntityId> {
        let about = &piece.about;
        let artifacts = about.artifacts.iter().map(|artifact| self.artifact(artifact)).collect::<Result<_>>()?;
        let ops = self.act(Intent::AddEvidence(NewEvidence {
            title: about.title.clone(),
            text: piece.first_text().to_owned(),
            claims: claims(about)?,
            artifacts,
            tags: about.tags.clone(),
            made: made(about),
            people: about.people,
            keep_until: about.keep_until,
            ..NewEvidence::on(about.date)
        }))?;
        first(&ops)
    }

    fn look_at_files(&mut self, piece: &EntityId) -> Result<()> {
        let artifacts = self.performed.ledger.portfolio().artifacts_of(piece).into_iter();
        let known = artifacts.filter_map(|artifact| Some((artifact.id.clone(), (self.facts)(artifact.file()?)?)));
        for (artifact, facts) in known.collect::<Vec<_>>() {
            self.act(Intent::SetPreview { artifact, preview: Preview { facts, ..Preview::default() } })?;
        }
        Ok(())
    }

    /// Copies another piece and writes over what is new. It keeps the files of the other.
    fn copy(&mut self, piece: &Piece, original: &str) -> Result<EntityId> {
        let about = &piece.about;
        let original = self.piece(original)?;
        let ops = self.act(Intent::CopyPiece { piece: original, title: about.title.clone() })?;
        let id = first(&ops)?;
        self.edit(&id, PieceEdit::Text(piece.first_text().to_owned()))?;
        self.edit(&id, PieceEdit::Date(about.date))?;
        let wanted: BTreeMap<ItemId, Level> = claims(about)?.into_iter().collect();
        let copied = self.performed.ledger.portfolio().claims_of(&id).into_iter().map(|claim| claim.id.clone());
        for claim in copied.collect::<Vec<_>>() {
            if claim.competency().is_none_or(|competency| !wanted.contains_key(&competency)) {
                self.act(Intent::Unclaim { claim })?;
            }
        }
        for (competency, level) in wanted {
            self.act(Intent::ClaimLevel { piece: id.clone(), competency, level })?;
        }
        Ok(id)
    }

    /// Brings the text to where it was on that day, and hands the piece in.
    fn hand_in(&mut self, piece: &Piece, at: &HandedIn) -> Result<()> {
        let id = self.piece(&piece.about.title)?;
        self.edit(&id, PieceEdit::Text(piece.text_at(at).to_owned()))?;
        self.now += PAUSE;
        let portfolio = self.performed.ledger.portfolio();
        let manifest = Manifest::of(portfolio, &id, self.now, &at.changed).context("the piece is not there")?;
        let sealed = manifest.seal()?;
        let file = self.keep("submission.json", sealed.bytes().to_vec());
        self.act(Intent::Submit { sealed, file }).map(drop)
    }

    /// Takes back what was handed in last.
    fn withdraw(&mut self, piece: &Piece) -> Result<()> {
        let id = self.piece(&piece.about.title)?;
        let submissions = self.performed.ledger.portfolio().submissions_of(&id);
        let submission = submissions.first().context("it was never handed in")?.id.clone();
        self.act(Intent::Withdraw { submission }).map(drop)
    }

    fn edit(&mut self, piece: &EntityId, edit: PieceEdit) -> Result<()> {
        self.act(Intent::EditEvidence { piece: piece.clone(), edit }).map(drop)
    }

    fn piece(&self, title: &str) -> Result<EntityId> {
        self.pieces.get(title).cloned().with_context(|| format!("no piece before is called {title}"))
    }

    fn artifact(&mut self, artifact: &Artifact) -> Result<NewArtifact> {
        Ok(match artifact {
            Artifact::File { file, caption, alt } => {
                let bytes = (self.file)(file).with_context(|| file.clone())?;
                let content = Content::File(self.keep(file, bytes));
                NewArtifact { caption: caption.clone(), alt: alt.clone(), ..NewArtifact::of(content) }
            }
            Artifact::Link { link, title } => {
                let content = Content::Link(Link { url: link.clone(), title: title.clone() });
                NewArtifact::of(content)
            }
            Artifact::Event { event, place, day, seen } => NewArtifact::of(Content::Event(Event {
                what: event.clone(),
                place: place.clone(),
                day: *day,
                seen: seen.clone(),
            })),
        })
    }

    /// Stores a file's bytes and says what it is.
    fn keep(&mut self, name: &str, bytes: Vec<u8>) -> StoredFile {
        let mut identifier = Identifier::default();
        identifier.update(&bytes);
        let Identity { hash, chunks, size, .. } = identifier.finish();
        let first = bytes.get(..MAGIC).unwrap_or(&bytes);
        let media_type = media_type::sniff(first, name).mime.to_owned();
        self.performed.files.insert(hash.clone(), bytes);
        StoredFile { name: name.to_owned(), media_type, size, hash, chunks }
    }
}

/// The piece or commitment that an act created.
fn first(ops: &[Op]) -> Result<EntityId> {
    Ok(EntityId::parse(&ops.first().context("an act that changes nothing")?.entity)?)
}

fn claims(about: &About) -> Result<Vec<(ItemId, Level)>> {
    about.claims.iter().map(|(key, claimed)| Ok((competency(key)?, level(*claimed)?))).collect()
}

fn made(about: &About) -> MadeWith {
    MadeWith {
        alone: about.alone,
        with: about.with.clone(),
        help: about.help.clone(),
        ai: about.ai,
        ai_how: about.ai_how.clone(),
    }
}

fn competency(key: &str) -> Result<ItemId> {
    Ok(ItemId::new(&competency_identifier(key))?)
}

/// A level in half steps as it is stored.
fn level(level: f64) -> Result<Level> {
    let level = Level::all().find(|known| f64::from(known.half_points()) == level * 2.0);
    level.context("levels go from 0 to 4 in half steps")
}
