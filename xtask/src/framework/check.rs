//! What the bundled framework promises, checked before it is written.

use std::collections::BTreeSet;
use std::fmt;

use super::source::{Competency, Need, Source};

/// How the promises about words read in a language.
struct Speech {
    /// How a statement begins.
    i_can: &'static str,
    /// How a question begins, where the language marks that.
    asks: &'static str,
    /// Words that sort people by age or schooling. A competency is for whoever is ready for it.
    age: &'static [&'static str],
    /// Words that count how often instead of saying what the work shows.
    vague: &'static [&'static str],
}

const ENGLISH: Speech = Speech {
    i_can: "I can ",
    asks: "",
    age: &["grade", "grades", "age", "ages", "aged", "kindergarten", "freshman", "toddler"],
    vague: &["sometimes", "usually", "often", "rarely", "consistently", "mostly", "occasionally", "frequently"],
};

const SPANISH: Speech = Speech {
    i_can: "Puedo ",
    asks: "¿",
    age: &["edad", "edades", "bachillerato", "preescolar", "parvulario"],
    vague: &["menudo", "normalmente", "generalmente", "habitualmente", "frecuentemente", "ocasionalmente", "raramente"],
};

fn speech(source: &Source) -> &'static Speech {
    match source.about.language.as_str() {
        "es" => &SPANISH,
        _ => &ENGLISH,
    }
}

/// A promise that the source breaks, with the key of the competency that breaks it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    SameKey(String),
    SameCode(String),
    NotICan(String),
    UnknownNeed {
        competency: String,
        need: String,
    },
    /// A group that is no choice: fewer than two to choose from, or for "two of" fewer than three.
    NoChoice(String),
    Circle(Vec<String>),
    UnknownInterest {
        competency: String,
        interest: String,
    },
    InterestCount(String),
    FewWays(String),
    FewLessons(String),
    EmptyLevel(String),
    /// A prompt that asks nothing.
    NotAQuestion(String),
    AgeWord {
        competency: String,
        word: String,
    },
    VagueWord {
        competency: String,
        word: String,
    },
}

impl fmt::Display for Flaw {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SameKey(key) => write!(to, "{key}: two competencies have this key"),
            Self::SameCode(code) => write!(to, "{code}: two items have this code"),
            Self::NotICan(key) => {
                write!(to, "{key}: the statement must begin with \"I can\" in its language, and end with a full stop")
            }
            Self::UnknownNeed { competency, need } => write!(to, "{competency}: needs {need}, which is nowhere"),
            Self::NoChoice(key) => write!(to, "{key}: a group of needs leaves nothing to choose"),
            Self::Circle(keys) => write!(to, "these need each other in a circle: {}", keys.join(" → ")),
            Self::UnknownInterest { competency, interest } => {
                write!(to, "{competency}: the interest \"{interest}\" is not in framework.toml")
            }
            Self::InterestCount(key) => write!(to, "{key}: give two to four different interests"),
            Self::FewWays(key) => write!(to, "{key}: give at least two ways to show it"),
            Self::FewLessons(key) => write!(to, "{key}: give at least two ways to learn it without a network"),
            Self::EmptyLevel(key) => write!(to, "{key}: a level has no words"),
            Self::NotAQuestion(prompt) => write!(to, "{prompt:?}: a prompt is a question"),
            Self::AgeWord { competency, word } => write!(to, "{competency}: \"{word}\" sorts people by age"),
            Self::VagueWord { competency, word } => {
                write!(to, "{competency}: \"{word}\" counts how often; say what the work shows")
            }
        }
    }
}

/// Every broken promise, in the order of the source.
pub fn flaws(source: &Source) -> Vec<Flaw> {
    let keys: BTreeSet<&str> = source.competencies().map(|competency| competency.key.as_str()).collect();
    let mut flaws = repeated(source);
    for competency in source.competencies() {
        flaws.extend(needs(competency, &keys));
        flaws.extend(interests(competency, &source.about.interests));
        flaws.extend(words(competency, speech(source)));
    }
    flaws.extend(circle(source));
    flaws.extend(prompts(source));
    flaws
}

fn prompts(source: &Source) -> impl Iterator<Item = Flaw> {
    let all = source.subjects.iter().flat_map(|subject| &subject.prompts).chain(&source.about.prompts);
    let asks = speech(source).asks;
    all.filter(move |prompt| !(prompt.starts_with(asks) && prompt.ends_with('?')))
        .map(|prompt| Flaw::NotAQuestion(prompt.clone()))
}

fn repeated(source: &Source) -> Vec<Flaw> {
    let mut keys = BTreeSet::new();
    let same_keys =
        source.competencies().filter(|one| !keys.insert(&one.key)).map(|one| Flaw::SameKey(one.key.clone()));
    let mut flaws: Vec<Flaw> = same_keys.collect();
    let strands = source.subjects.iter().flat_map(|subject| &subject.strands).map(|strand| &strand.code);
    let codes = source.subjects.iter().map(|subject| &subject.code).chain(strands);
    let mut seen = BTreeSet::new();
    for code in codes.chain(source.competencies().map(|competency| &competency.code)) {
        if !seen.insert(code) {
            flaws.push(Flaw::SameCode(code.clone()));
        }
    }
    flaws
}

fn needs(competency: &Competency, keys: &BTreeSet<&str>) -> Vec<Flaw> {
    let unknown = competency.needs.iter().flat_map(Need::keys).filter(|need| !keys.contains(need.as_str()));
    let mut flaws: Vec<Flaw> =
        unknown.map(|need| Flaw::UnknownNeed { competency: competency.key.clone(), need: need.clone() }).collect();
    let leaves_no_choice = |need: &Need| match need {
        Need::One(_) => false,
        Need::Any { any } => any.len() < 2,
        Need::TwoOf { two_of } => two_of.len() < 3,
    };
    if competency.needs.iter().any(leaves_no_choice) {
        flaws.push(Flaw::NoChoice(competency.key.clone()));
    }
    flaws
}

fn interests(competency: &Competency, known: &[String]) -> Vec<Flaw> {
    let unknown = competency.interests.iter().filter(|interest| !known.contains(interest));
    let mut flaws: Vec<Flaw> = unknown
        .map(|interest| Flaw::UnknownInterest { competency: competency.key.clone(), interest: interest.clone() })
        .collect();
    let different: BTreeSet<&String> = competency.interests.iter().collect();
    if different.len() != competency.interests.len() || !(2..=4).contains(&different.len()) {
        flaws.push(Flaw::InterestCount(competency.key.clone()));
    }
    flaws
}

fn words(competency: &Competency, speech: &Speech) -> Vec<Flaw> {
    let key = || competency.key.clone();
    let mut flaws = Vec::new();
    if !competency.can.starts_with(speech.i_can) || !competency.can.ends_with('.') {
        flaws.push(Flaw::NotICan(key()));
    }
    if competency.show.ways().count() < 2 {
        flaws.push(Flaw::FewWays(key()));
    }
    if competency.learn.len() < 2 {
        flaws.push(Flaw::FewLessons(key()));
    }
    if competency.levels.iter().any(|level| level.trim().is_empty()) {
        flaws.push(Flaw::EmptyLevel(key()));
    }
    let levels = competency.levels.iter();
    let said = [&competency.can, &competency.name]
        .into_iter()
        .chain(levels.clone())
        .chain(competency.show.ways())
        .chain(&competency.learn);
    flaws.extend(among(said, speech.age).map(|word| Flaw::AgeWord { competency: key(), word }));
    flaws.extend(among(levels, speech.vague).map(|word| Flaw::VagueWord { competency: key(), word }));
    flaws
}

fn among<'a>(texts: impl Iterator<Item = &'a String>, unwanted: &[&str]) -> impl Iterator<Item = String> {
    texts
        .flat_map(|text| text.split(|letter: char| !letter.is_alphanumeric()))
        .map(str::to_lowercase)
        .filter(|word| unwanted.contains(&word.as_str()))
}

/// The first circle among the needs, if there is one.
fn circle(source: &Source) -> Option<Flaw> {
    let mut done = BTreeSet::new();
    source.competencies().find_map(|competency| walk(source, competency, &mut Vec::new(), &mut done))
}

fn walk<'a>(
    source: &'a Source,
    at: &'a Competency,
    path: &mut Vec<&'a str>,
    done: &mut BTreeSet<&'a str>,
) -> Option<Flaw> {
    if let Some(start) = path.iter().position(|&key| key == at.key) {
        return Some(Flaw::Circle(
            path.iter().skip(start).chain([&at.key.as_str()]).map(|&key| key.to_owned()).collect(),
        ));
    }
    if done.contains(at.key.as_str()) {
        return None;
    }
    path.push(&at.key);
    for key in at.needs.iter().flat_map(Need::keys) {
        let before = source.competencies().find(|competency| competency.key == *key);
        if let Some(found) = before.and_then(|before| walk(source, before, path, done)) {
            return Some(found);
        }
    }
    path.pop();
    done.insert(&at.key);
    None
}
