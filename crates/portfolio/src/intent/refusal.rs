//! Why something cannot be done.

use chrono::NaiveDate;
use thiserror::Error;

use crate::entity::EntityId;
use crate::framework::Frameworks;
use crate::item_id::ItemId;

/// Why an act cannot be carried out. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// There is no such thing, or it was erased, dropped or taken back.
    #[error("{entity} is not there")]
    NotThere {
        /// What.
        entity: EntityId,
    },
    /// It lies in the trash; restore it first.
    #[error("{entity} is in the trash")]
    InTrash {
        /// What.
        entity: EntityId,
    },
    /// It is not in the trash.
    #[error("{entity} is not in the trash")]
    NotInTrash {
        /// What.
        entity: EntityId,
    },
    /// Only what lies in the trash is erased, and it does not, or not any more.
    #[error("{entity} is not in the trash, and nothing else is erased")]
    NotErased {
        /// What.
        entity: EntityId,
    },
    /// No framework in use knows the item.
    #[error("no framework in use holds {item}")]
    NotInAFramework {
        /// Which item.
        item: ItemId,
    },
    /// The item is a heading, or a part of a competency.
    #[error("{item} is not a competency")]
    NotACompetency {
        /// Which item.
        item: ItemId,
    },
    /// What is to come first rests on what is to come after it.
    #[error("{} come before each other in a circle", way.iter().map(ItemId::as_str).collect::<Vec<_>>().join(", "))]
    ClosesACircle {
        /// From the one that is to come first, each asking for the next, to the one that is to ask for it.
        way: Vec<ItemId>,
    },
    /// The item is a competency, or a part of one.
    #[error("{item} is not a heading")]
    NotAHeading {
        /// Which item.
        item: ItemId,
    },
    /// The competency is on that pathway already.
    #[error("{goal} is on the pathway already")]
    AlreadyChosen {
        /// As this goal.
        goal: EntityId,
    },
    /// No edition says that the one takes the place of the other, or the other is in use.
    #[error("{to} does not take the place of {from}")]
    NoSuccessor {
        /// What is to be left.
        from: ItemId,
        /// What is to be gone to.
        to: ItemId,
    },
    /// The first pathway cannot be put away; it is where everybody chooses at first.
    #[error("the first pathway stays")]
    FirstPathwayStays,
    /// Nobody aims at level 0.
    #[error("a goal cannot aim at level 0")]
    AimIsZero,
    /// A goal cannot be due before today.
    #[error("{due} is before today, {today}")]
    DueInThePast {
        /// The day asked for.
        due: NaiveDate,
        /// The day it is.
        today: NaiveDate,
    },
    /// Work cannot be from after today.
    #[error("{date} is after today, {today}")]
    WorkInTheFuture {
        /// The day asked for.
        date: NaiveDate,
        /// The day it is.
        today: NaiveDate,
    },
    /// Nothing can be kept until a day before today.
    #[error("{until} is before today, {today}")]
    KeptUntilThePast {
        /// The day asked for.
        until: NaiveDate,
        /// The day it is.
        today: NaiveDate,
    },
    /// A term or break cannot end before it begins.
    #[error("{last} is before {first}")]
    EndsBeforeItBegins {
        /// Its first day.
        first: NaiveDate,
        /// Its last day.
        last: NaiveDate,
    },
    /// A week without any school day is no school week.
    #[error("there is school on no day of the week")]
    NoSchoolDay,
    /// A day has at least a minute and at most 1,440.
    #[error("{minutes} minutes are no part of a day")]
    NoTimeOfADay {
        /// How many were given.
        minutes: u32,
    },
    /// A piece needs words, a file, a link or an event.
    #[error("there is nothing in it yet")]
    NothingInIt,
    /// The words are missing.
    #[error("there are no words")]
    NoWords,
    /// The words are too long. A longer text can be added as a file.
    #[error("the {wording} is too long: {length}, where at most {most} fits")]
    TooLong {
        /// Which words.
        wording: Wording,
        /// How long they are, by [`Wording::length`].
        length: usize,
        /// How long they may be.
        most: usize,
    },
    /// The file has more chunks than one change can name.
    #[error("a file of {size} bytes is too large")]
    FileTooLarge {
        /// How large it is, in bytes.
        size: u64,
    },
    /// What should be the SHA-256 of a package is none.
    #[error("not a SHA-256: {hash}")]
    NotAHash {
        /// What was given.
        hash: String,
    },
    /// Only http, https and mailto links are kept, because any other may run something.
    #[error("not a web or mail address: {url}")]
    NotALink {
        /// What was given.
        url: String,
    },
    /// It is a file or link, and no event.
    #[error("{artifact} is nothing that was done")]
    NotAnEvent {
        /// Which artifact.
        artifact: EntityId,
    },
    /// It is a link or event, and has no file.
    #[error("{artifact} is no file")]
    NotAFile {
        /// Which artifact.
        artifact: EntityId,
    },
    /// What was frozen is not the piece as it stands: somebody wrote on meanwhile, or the stored bytes are others.
    #[error("{piece} is not what was frozen of it")]
    NotAsItStands {
        /// Which piece.
        piece: EntityId,
    },
    /// It cannot be moved beside something of another list.
    #[error("{beside} is not in the same list")]
    NotInTheList {
        /// The thing it should stand beside.
        beside: EntityId,
    },
}

/// Words a learner writes, with a limit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wording {
    /// What the learner is called, or a pathway.
    Name,
    /// An interest.
    Interest,
    /// Why a pathway is walked.
    Purpose,
    /// The name of a term or a break.
    Period,
    /// A title, of a piece, a framework or a link; the name of a competency of one's own.
    Title,
    /// A competency of one's own, and what a level of it looks like.
    Statement,
    /// The words of a piece.
    Text,
    /// What the learner thinks of a piece.
    Reflection,
    /// The words beside an artifact.
    Caption,
    /// The words instead of an artifact.
    Alt,
    /// A file's name.
    FileName,
    /// The address of a link.
    Address,
    /// A word to find a piece by; the subject of a competency of one's own.
    Tag,
    /// With whom a piece was made.
    With,
    /// What help there was.
    Help,
    /// What an AI did.
    AiHow,
    /// What was done, where no file shows it.
    What,
    /// Where it was done.
    Place,
    /// Who saw it.
    Seen,
    /// What changed since a piece was handed in before.
    Changed,
}

impl Wording {
    /// The most of them that is kept, counted by [`length`](Self::length).
    pub fn most(self) -> usize {
        match self {
            Self::Name | Self::Interest | Self::Period | Self::Tag => 200,
            Self::Title | Self::FileName | Self::With | Self::What | Self::Place | Self::Seen => 1_000,
            Self::Caption | Self::Alt | Self::Address | Self::Help | Self::AiHow => 4_000,
            Self::Changed | Self::Purpose | Self::Statement => 4_000,
            Self::Text | Self::Reflection => 32 * 1024,
        }
    }

    /// The most letters that a field of a page should let in, as its `maxlength`. However many bytes a letter takes (up to three; only
    /// what nobody can type takes more), none of it is refused.
    pub fn most_letters(self) -> usize {
        if self.is_counted_in_bytes() { self.most() / 3 } else { self.most() }
    }

    /// How long words are: letters as the fields of browsers count them, which is in UTF-16 code units, so that a field and its rule
    /// never disagree; or bytes as stored, where line ends and quotation marks count two.
    pub fn length(self, words: &str) -> usize {
        if self.is_counted_in_bytes() { stored_length(words) } else { words.encode_utf16().count() }
    }

    /// Whether one change of at most 64 kB can only just carry them, beside what else is in it.
    fn is_counted_in_bytes(self) -> bool {
        matches!(self, Self::Text | Self::Reflection | Self::FileName)
    }

    /// As much of the words as may be kept, and an ellipsis where they are cut: for words that came in a file, which nobody can be asked
    /// to shorten.
    pub fn fit(self, words: &str) -> String {
        const CUT: &str = "…";
        let words = words.trim();
        if self.length(words) <= self.most() {
            return words.to_owned();
        }
        let mut room = self.most().saturating_sub(self.length(CUT));
        let fits = |letter: &char| {
            let left = room.checked_sub(self.length(letter.encode_utf8(&mut [0; 4])));
            room = left.unwrap_or(room);
            left.is_some()
        };
        let kept: String = words.chars().take_while(fits).collect();
        format!("{}{CUT}", kept.trim_end())
    }

    /// Refuses words that are too long.
    pub(super) fn check(self, words: &str) -> Result<(), Refusal> {
        let (length, most) = (self.length(words), self.most());
        if length > most { Err(Refusal::TooLong { wording: self, length, most }) } else { Ok(()) }
    }
}

impl std::fmt::Display for Wording {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Name => "name",
            Self::Interest => "interest",
            Self::Purpose => "purpose",
            Self::Period => "term or break",
            Self::Title => "title",
            Self::Statement => "statement",
            Self::Text => "text",
            Self::Reflection => "reflection",
            Self::Caption => "caption",
            Self::Alt => "alternative text",
            Self::FileName => "file name",
            Self::Address => "address",
            Self::Tag => "tag",
            Self::With => "names",
            Self::Help => "help",
            Self::AiHow => "part of the AI",
            Self::What => "event",
            Self::Place => "place",
            Self::Seen => "witnesses",
            Self::Changed => "change",
        })
    }
}

/// The bytes of a text inside a JSON string.
pub(super) fn stored_length(words: &str) -> usize {
    let stored = |byte: u8| match byte {
        b'"' | b'\\' | b'\n' | b'\r' | b'\t' | 8 | 12 => 2,
        0..=31 => 6,
        _ => 1,
    };
    words.bytes().map(stored).sum()
}

/// Refuses what is not a competency of a framework in use.
pub(super) fn check_competency(item: &ItemId, frameworks: &Frameworks) -> Result<(), Refusal> {
    match frameworks.of(item) {
        None => Err(Refusal::NotInAFramework { item: item.clone() }),
        Some(framework) if !framework.is_competency(item) => Err(Refusal::NotACompetency { item: item.clone() }),
        Some(_) => Ok(()),
    }
}

/// Refuses what heads no competencies of a framework in use.
pub(super) fn check_heading(item: &ItemId, frameworks: &Frameworks) -> Result<(), Refusal> {
    match frameworks.of(item) {
        None => Err(Refusal::NotInAFramework { item: item.clone() }),
        Some(framework) if !framework.is_heading(item) => Err(Refusal::NotAHeading { item: item.clone() }),
        Some(_) => Ok(()),
    }
}
