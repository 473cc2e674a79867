//! `portfolio.json`: the portfolio as it stands, in words that need no key.

use portfolio::date::format_instant;
use portfolio::format::{Format, formats};
use portfolio::model::{
    Artifact, Claim, Content, Event, Evidence, Goal, Grounds, Link, MadeWith, Pathway, Stage, StoredFile,
};
use portfolio::{EntityId, ItemId, Level};
use serde::Serialize;

use super::Contents;
use super::paths::Paths;
use super::submissions::{self, Submitted};
use super::weeks::{self, Help, Schooling, Time, Week};
use super::written::{self, Written};

#[derive(Serialize)]
struct Whole<'a> {
    about: &'static str,
    made: String,
    /// Of the state that the log folds to.
    fingerprint: &'a str,
    learner: Learner<'a>,
    frameworks: Vec<Framework<'a>>,
    /// The competencies that the learner wrote.
    own: Vec<Written<'a>>,
    /// Those in use, in the learner's order.
    pathways: Vec<Walked<'a>>,
    /// By day of the work.
    evidence: Vec<Piece<'a>>,
    /// What was handed in, the earliest first.
    submissions: Vec<Submitted<'a>>,
    /// Levels claimed on the learner's word alone.
    said: Vec<Said<'a>>,
    calendar: Schooling<'a>,
    weeks: Vec<Week<'a>>,
    /// By day.
    time: Vec<Time<'a>>,
    /// How to catch up; null without such a plan.
    plan: Option<Help<'a>>,
}

#[derive(Serialize)]
struct Learner<'a> {
    name: &'a str,
    interests: Vec<&'a str>,
}

#[derive(Serialize)]
struct Framework<'a> {
    title: &'a str,
    adopted: Option<String>,
    path: &'a str,
}

/// A competency by its identifier and, where its framework is known, in words.
#[derive(Serialize)]
pub(super) struct Competency<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
}

#[derive(Serialize)]
struct Walked<'a> {
    name: &'a str,
    purpose: &'a str,
    /// Who proposed it.
    from: &'a str,
    /// In the learner's order.
    goals: Vec<OnPathway<'a>>,
}

#[derive(Serialize)]
struct OnPathway<'a> {
    competency: Competency<'a>,
    aim: Half,
    due: Option<String>,
    chosen: String,
    level_when_chosen: Half,
}

#[derive(Serialize)]
struct Piece<'a> {
    id: &'a str,
    title: &'a str,
    /// The day of the work.
    date: Option<String>,
    added: Option<String>,
    in_trash: bool,
    folder: &'a str,
    text: &'a str,
    reflection: &'a str,
    tags: Vec<&'a str>,
    /// In which ways it shows something: as the learner said, else as is suggested.
    shown: Vec<&'static str>,
    /// How it was made.
    made: &'a MadeWith,
    shows_people: Option<bool>,
    keep_until: Option<String>,
    copied_from: Option<&'a str>,
    edited: Option<String>,
    stage: &'static str,
    artifacts: Vec<Part<'a>>,
    claims: Vec<Claimed<'a>>,
}

#[derive(Serialize)]
struct Part<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<File<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'a Link>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<&'a Event>,
    caption: &'a str,
    alt: &'a str,
    /// What the file was made from.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<File<'a>>,
    /// The entry of a small picture of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    preview: Option<&'a str>,
    /// The entry of the words in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<&'a str>,
    /// What was taken out of the file on the way in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cleaned: Vec<&'static str>,
}

#[derive(Serialize)]
struct File<'a> {
    name: &'a str,
    #[serde(rename = "type")]
    media_type: &'a str,
    size: u64,
    /// Its identity in `files.json`.
    hash: &'a str,
    path: &'a str,
}

#[derive(Serialize)]
struct Claimed<'a> {
    competency: Competency<'a>,
    level: Half,
}

#[derive(Serialize)]
struct Said<'a> {
    competency: Competency<'a>,
    level: Half,
    date: Option<String>,
}

/// A level as a number: 0, 0.5 … 4.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct Half(f32);

impl From<Level> for Half {
    fn from(level: Level) -> Self {
        Self(f32::from(level.half_points()) / 2.0)
    }
}

pub(super) fn portfolio(contents: &Contents<'_>, paths: &Paths) -> Result<String, serde_json::Error> {
    let portfolio = contents.portfolio;
    let learner = portfolio.learner();
    let frameworks = portfolio.adoptions().into_iter().map(|adoption| Framework {
        title: &adoption.title,
        adopted: adoption.adopted.map(|day| day.to_string()),
        path: paths.path(&adoption.file),
    });
    let pieces = paths.pieces().filter_map(|id| portfolio.piece(id));
    let whole = Whole {
        about: "A readable copy of a Cairn portfolio. The log in cairn1/ is the original.",
        made: format_instant(contents.made),
        fingerprint: contents.fingerprint,
        learner: Learner { name: &learner.name, interests: learner.interests.iter().map(String::as_str).collect() },
        frameworks: frameworks.collect(),
        own: written::all(portfolio),
        pathways: portfolio.pathways().into_iter().map(|pathway| walked(pathway, contents)).collect(),
        evidence: pieces.map(|piece| self::piece(piece, contents, paths)).collect(),
        submissions: submissions::all(portfolio, paths),
        said: portfolio.claims_in_use().filter_map(|(claim, _)| said(claim, contents)).collect(),
        calendar: weeks::schooling(portfolio.calendar()),
        weeks: weeks::weeks(contents),
        time: weeks::time(contents),
        plan: weeks::help(portfolio),
    };
    serde_json::to_string_pretty(&whole)
}

pub(super) fn competency<'a>(id: &'a ItemId, contents: &Contents<'a>) -> Competency<'a> {
    let item = contents.frameworks.known(id);
    Competency {
        id: id.as_str(),
        code: item.and_then(|item| item.code.as_deref()),
        name: item.map(portfolio::framework::Item::name),
    }
}

fn walked<'a>(pathway: &'a Pathway, contents: &Contents<'a>) -> Walked<'a> {
    let goals = contents.portfolio.goals_on(&pathway.id).into_iter();
    Walked {
        name: &pathway.name,
        purpose: &pathway.purpose,
        from: &pathway.from,
        goals: goals.map(|goal| on_pathway(goal, contents)).collect(),
    }
}

fn on_pathway<'a>(goal: &'a Goal, contents: &Contents<'a>) -> OnPathway<'a> {
    OnPathway {
        competency: competency(&goal.competency, contents),
        aim: goal.aim.into(),
        due: goal.due.map(|day| day.to_string()),
        chosen: goal.chosen.to_string(),
        level_when_chosen: goal.start.into(),
    }
}

fn piece<'a>(piece: &'a Evidence, contents: &Contents<'a>, paths: &'a Paths) -> Piece<'a> {
    let portfolio = contents.portfolio;
    let claimed =
        |claim: &'a Claim| Claimed { competency: competency(&claim.competency, contents), level: claim.level.into() };
    Piece {
        id: piece.id.as_str(),
        title: &piece.title,
        date: piece.date.map(|day| day.to_string()),
        added: piece.added.map(format_instant),
        in_trash: !piece.standing.is_live(),
        folder: paths.folder(&piece.id),
        text: &piece.text,
        reflection: &piece.reflection,
        tags: piece.tags.iter().map(String::as_str).collect(),
        shown: formats(portfolio, &piece.id).into_iter().map(Format::word).collect(),
        made: &piece.made,
        shows_people: piece.people,
        keep_until: piece.keep_until.map(|day| day.to_string()),
        copied_from: piece.copied.as_ref().map(EntityId::as_str),
        edited: piece.edited.map(format_instant),
        stage: match portfolio.stage(&piece.id) {
            Stage::Draft => "draft",
            Stage::Submitted(_) => "submitted",
            Stage::Withdrawn(_) => "withdrawn",
        },
        artifacts: portfolio.artifacts_of(&piece.id).into_iter().map(|artifact| part(artifact, paths)).collect(),
        claims: portfolio.claims_of(&piece.id).into_iter().map(claimed).collect(),
    }
}

fn part<'a>(artifact: &'a Artifact, paths: &'a Paths) -> Part<'a> {
    let (mut link, mut event) = (None, None);
    match &artifact.content {
        Some(Content::Link(to)) => link = Some(to),
        Some(Content::Event(done)) => event = Some(done),
        Some(Content::File(_)) | None => {}
    }
    Part {
        id: artifact.id.as_str(),
        file: artifact.file().map(|stored| file(stored, paths)),
        link,
        event,
        caption: &artifact.caption,
        alt: &artifact.alt,
        source: artifact.source.as_ref().map(|stored| file(stored, paths)),
        preview: artifact.preview.thumb.as_ref().map(|thumb| paths.path(thumb)),
        words: artifact.preview.words.as_ref().map(|words| paths.path(words)),
        cleaned: artifact.cleaned.iter().map(|private| private.word()).collect(),
    }
}

fn file<'a>(stored: &'a StoredFile, paths: &'a Paths) -> File<'a> {
    File {
        name: &stored.name,
        media_type: &stored.media_type,
        size: stored.size,
        hash: &stored.hash,
        path: paths.path(stored),
    }
}

fn said<'a>(claim: &'a Claim, contents: &Contents<'a>) -> Option<Said<'a>> {
    match &claim.grounds {
        Grounds::OwnWord { date, .. } => Some(Said {
            competency: competency(&claim.competency, contents),
            level: claim.level.into(),
            date: date.map(|day| day.to_string()),
        }),
        Grounds::Work(_) => None,
    }
}
