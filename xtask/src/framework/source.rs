//! The framework as a teacher writes it: one TOML file a subject beside `framework.toml`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The whole source, subjects in the order learners see them.
#[derive(Debug, Clone)]
pub struct Source {
    pub about: About,
    pub subjects: Vec<Subject>,
    /// What it is a translation of; `None` for what was written first.
    pub original: Option<Original>,
}

/// What a translation keeps of the framework that it was made from.
#[derive(Debug, Clone)]
pub struct Original {
    pub title: String,
    /// The words for the interests. The interests themselves are tags, the same in each language.
    pub interests: BTreeMap<String, String>,
}

/// `framework.toml`: what the framework is called and the words its subjects share.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    pub title: String,
    pub creator: String,
    pub publisher: String,
    pub language: String,
    pub version: String,
    /// Moment of the last change, RFC 3339; stands on every record.
    pub changed: String,
    pub says: String,
    /// File names of the subjects, without their ending.
    pub subjects: Vec<String>,
    /// The words that a competency may use as interests.
    pub interests: Vec<String>,
    /// Questions for a reflection on anything.
    pub prompts: Vec<String>,
    pub licence: Licence,
    pub levels: Levels,
    pub records: Records,
}

/// Under what terms the framework may be used.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Licence {
    pub title: String,
    pub address: String,
    pub text: String,
}

/// What the levels 1 to 4 are called.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Levels {
    pub names: [String; 4],
}

/// What the package calls its records, for other tools that show them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Records {
    pub subject: Kind,
    pub strand: Kind,
    pub competency: Kind,
    /// What an interest is.
    pub interest: String,
    /// The title of a subject's level words; `{subject}` stands for its name.
    pub rubric: String,
}

/// A kind of item: its name and its meaning.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    pub name: String,
    pub says: String,
}

/// One file: a subject with its strands.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subject {
    #[serde(rename = "subject")]
    pub name: String,
    pub code: String,
    pub says: String,
    /// Questions for a reflection on work in this subject.
    pub prompts: Vec<String>,
    #[serde(rename = "strand")]
    pub strands: Vec<Strand>,
}

/// Competencies that belong together within a subject.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Strand {
    pub code: String,
    pub name: String,
    pub says: String,
    #[serde(rename = "competency")]
    pub competencies: Vec<Competency>,
}

/// Something a learner can show that they can do.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Competency {
    /// Names the competency for ever: its identifier is made from it.
    pub key: String,
    /// Short code for people; may change.
    pub code: String,
    /// Short name for cards and lists.
    pub name: String,
    /// The whole statement, "I can …".
    pub can: String,
    #[serde(default)]
    pub size: Size,
    pub interests: Vec<String>,
    #[serde(default)]
    pub needs: Vec<Need>,
    /// What work at levels 1 to 4 shows.
    pub levels: [String; 4],
    pub show: Show,
    /// Ways to learn it without a network.
    pub learn: Vec<String>,
}

/// How much work a competency is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Size {
    Small,
    #[default]
    Medium,
    Large,
}

impl Size {
    /// The word of Cairn's extension to CASE.
    pub fn word(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Medium => "medium",
            Self::Large => "large",
        }
    }
}

/// What must come before: one competency, one of several, or two of several. Several needs in a row are all needed.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum Need {
    One(String),
    Any {
        any: Vec<String>,
    },
    TwoOf {
        #[serde(rename = "two-of")]
        two_of: Vec<String>,
    },
}

impl Need {
    /// Every key that the need names.
    pub fn keys(&self) -> &[String] {
        match self {
            Self::One(key) => std::slice::from_ref(key),
            Self::Any { any: keys } | Self::TwoOf { two_of: keys } => keys,
        }
    }
}

/// Suggestions of how to show it, at most one a format.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Show {
    pub written: Option<String>,
    pub spoken: Option<String>,
    pub pictured: Option<String>,
    pub filmed: Option<String>,
    pub made: Option<String>,
    pub coded: Option<String>,
    pub performed: Option<String>,
}

impl Show {
    /// The suggestions, in a fixed order of their formats.
    pub fn ways(&self) -> impl Iterator<Item = &String> {
        self.by_format().into_iter().flatten()
    }

    /// Whether both suggest something for the same formats.
    pub fn has_formats_of(&self, other: &Self) -> bool {
        self.by_format().map(Option::is_some) == other.by_format().map(Option::is_some)
    }

    fn by_format(&self) -> [&Option<String>; 7] {
        [&self.written, &self.spoken, &self.pictured, &self.filmed, &self.made, &self.coded, &self.performed]
    }
}

impl Source {
    /// Every competency, in framework order.
    pub fn competencies(&self) -> impl Iterator<Item = &Competency> {
        self.subjects.iter().flat_map(|subject| &subject.strands).flat_map(|strand| &strand.competencies)
    }
}

/// Why the source could not be read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    #[error("cannot read {path}: {cause}")]
    File { path: PathBuf, cause: std::io::Error },
    #[error("{path} is not written as it should be: {cause}")]
    Toml { path: PathBuf, cause: toml::de::Error },
}

/// Reads `framework.toml` in `folder` and the subjects it names.
pub fn read(folder: &Path) -> Result<Source, SourceError> {
    let about: About = parse(&folder.join("framework.toml"))?;
    let subjects =
        about.subjects.iter().map(|name| parse(&folder.join(format!("{name}.toml")))).collect::<Result<_, _>>()?;
    Ok(Source { about, subjects, original: None })
}

/// Reads one file of the source or of a translation.
pub fn parse<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T, SourceError> {
    let text = std::fs::read_to_string(path).map_err(|cause| SourceError::File { path: path.to_owned(), cause })?;
    toml::from_str(&text).map_err(|cause| SourceError::Toml { path: path.to_owned(), cause })
}
