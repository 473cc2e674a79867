//! The framework in another language: the words alone, a file beside each of the source's, keyed by what they are the words of.
//!
//! Identifiers, codes, sizes, needs and tags are the source's. So a translation can forget nothing and change nothing: what it
//! leaves out, what it says too much, and what was translated from words that have changed since are [`Lapse`]s.

mod fingerprint;
mod lapse;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::source::{self, About, Competency, Original, Records, Show, Source, SourceError, Strand, Subject};
use fingerprint::Fingerprint;
pub use lapse::Lapse;
use lapse::Lapses;

/// A language's folder: `framework.toml` and a file a subject, under the names that the source gives them.
#[derive(Debug, Clone)]
pub struct Translation {
    language: String,
    about: AboutWords,
    subjects: BTreeMap<String, SubjectWords>,
}

/// What the framework is called and the words its subjects share.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct AboutWords {
    /// The fingerprint of the words that were translated; so in all of these.
    #[serde(default)]
    of: String,
    title: String,
    creator: String,
    says: String,
    prompts: Vec<String>,
    /// The interests by their tags.
    interests: BTreeMap<String, String>,
    licence: String,
    levels: [String; 4],
    records: Records,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct SubjectWords {
    #[serde(default)]
    of: String,
    subject: String,
    says: String,
    prompts: Vec<String>,
    /// By the strands' codes.
    strand: BTreeMap<String, StrandWords>,
    /// By the competencies' keys.
    competency: BTreeMap<String, CompetencyWords>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct StrandWords {
    #[serde(default)]
    of: String,
    name: String,
    says: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct CompetencyWords {
    #[serde(default)]
    of: String,
    name: String,
    can: String,
    levels: [String; 4],
    show: Show,
    learn: Vec<String>,
}

/// Reads the translation in `folder`, whose name is the language, of the subjects that `source` names.
pub fn read(folder: &Path, language: &str, source: &Source) -> Result<Translation, SourceError> {
    let read = |name: &String| {
        let file = folder.join(format!("{name}.toml"));
        file.exists().then(|| Ok((name.clone(), source::parse(&file)?)))
    };
    Ok(Translation {
        language: language.to_owned(),
        about: source::parse(&folder.join("framework.toml"))?,
        subjects: source.about.subjects.iter().filter_map(read).collect::<Result<_, _>>()?,
    })
}

impl Translation {
    /// The source in this language, or every lapse of the translation.
    pub fn of(&self, source: &Source) -> Result<Source, Vec<Lapse>> {
        let mut lapses = Lapses::default();
        let about = self.about.of(&source.about, &self.language, &mut lapses);
        let mut subjects = Vec::new();
        for (name, subject) in source.about.subjects.iter().zip(&source.subjects) {
            match self.subjects.get(name) {
                Some(words) => subjects.extend(words.of(name, subject, &mut lapses)),
                None => lapses.add(Lapse::Missing(format!("{name}.toml"))),
            }
        }
        let original = Original { title: source.about.title.clone(), interests: self.about.interests.clone() };
        lapses.none().map(|()| Source { about, subjects, original: Some(original) })
    }
}

impl AboutWords {
    fn of(&self, about: &About, language: &str, lapses: &mut Lapses) -> About {
        lapses.compare("framework.toml", &self.of, &Fingerprint::of_about(about));
        lapses.count("framework.toml", "prompts", self.prompts.len(), about.prompts.len());
        lapses.same_keys("interest", about.interests.iter(), self.interests.keys());
        let mut translated = about.clone();
        translated.language = language.to_owned();
        translated.title.clone_from(&self.title);
        translated.creator.clone_from(&self.creator);
        translated.says.clone_from(&self.says);
        translated.prompts.clone_from(&self.prompts);
        translated.licence.text.clone_from(&self.licence);
        translated.levels.names.clone_from(&self.levels);
        translated.records.clone_from(&self.records);
        translated
    }
}

impl SubjectWords {
    /// The subject in these words; `None` where something of it has none.
    fn of(&self, name: &str, subject: &Subject, lapses: &mut Lapses) -> Option<Subject> {
        lapses.compare(&format!("{name}.toml"), &self.of, &Fingerprint::of_subject(subject));
        lapses.count(&format!("{name}.toml"), "prompts", self.prompts.len(), subject.prompts.len());
        lapses.same_keys("strand", subject.strands.iter().map(|strand| &strand.code), self.strand.keys());
        let competencies = subject.strands.iter().flat_map(|strand| &strand.competencies);
        lapses.same_keys("competency", competencies.map(|one| &one.key), self.competency.keys());
        let strands = subject.strands.iter().map(|strand| {
            let words = self.strand.get(&strand.code)?;
            let competencies =
                strand.competencies.iter().map(|one| Some(self.competency.get(&one.key)?.of(one, lapses)));
            let competencies = competencies.collect::<Option<_>>()?;
            Some(words.of(strand, competencies, lapses))
        });
        Some(Subject {
            name: self.subject.clone(),
            code: subject.code.clone(),
            says: self.says.clone(),
            prompts: self.prompts.clone(),
            strands: strands.collect::<Option<_>>()?,
        })
    }
}

impl StrandWords {
    fn of(&self, strand: &Strand, competencies: Vec<Competency>, lapses: &mut Lapses) -> Strand {
        lapses.compare(&strand.code, &self.of, &Fingerprint::of_strand(strand));
        Strand { code: strand.code.clone(), name: self.name.clone(), says: self.says.clone(), competencies }
    }
}

impl CompetencyWords {
    fn of(&self, competency: &Competency, lapses: &mut Lapses) -> Competency {
        let key = &competency.key;
        lapses.compare(key, &self.of, &Fingerprint::of_competency(competency));
        lapses.count(key, "ways to learn", self.learn.len(), competency.learn.len());
        if !self.show.has_formats_of(&competency.show) {
            lapses.add(Lapse::OtherFormats(key.clone()));
        }
        Competency {
            name: self.name.clone(),
            can: self.can.clone(),
            levels: self.levels.clone(),
            show: self.show.clone(),
            learn: self.learn.clone(),
            ..competency.clone()
        }
    }
}
