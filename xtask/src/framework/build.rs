//! From the source to the CASE package.

use super::case::{
    Association, Cairn, Criterion, CriterionLevel, Definition, Definitions, Document, Extensions, Identity, Item,
    License, Link, Package, Requirement, Rubric,
};
use super::identifier::{uri, uuid};
use super::source::{Competency, Kind, Need, Records, Source, Strand, Subject};

/// What the document's identifier is made from.
const DOCUMENT: &str = "document";

/// A kind of item.
#[derive(Clone, Copy)]
enum ItemType {
    Subject,
    Strand,
    Competency,
}

impl ItemType {
    const ALL: [Self; 3] = [Self::Subject, Self::Strand, Self::Competency];

    /// What its definition's identifier is made from, whatever it is called.
    fn key(self) -> &'static str {
        match self {
            Self::Subject => "item-type:Subject",
            Self::Strand => "item-type:Strand",
            Self::Competency => "item-type:Competency",
        }
    }

    /// Its place in the hierarchy.
    fn place(self) -> &'static str {
        match self {
            Self::Subject => "1",
            Self::Strand => "1.1",
            Self::Competency => "1.1.1",
        }
    }

    fn of(self, records: &Records) -> &Kind {
        match self {
            Self::Subject => &records.subject,
            Self::Strand => &records.strand,
            Self::Competency => &records.competency,
        }
    }
}

/// Builds the whole package; the same source always gives the same package.
pub fn package(source: &Source) -> Package {
    let build = Build { source };
    Package {
        document: build.document(),
        items: build.items(),
        associations: build.associations(),
        definitions: build.definitions(),
        rubrics: source.subjects.iter().map(|subject| build.rubric(subject)).collect(),
    }
}

struct Build<'a> {
    source: &'a Source,
}

impl Build<'_> {
    fn identity(&self, name: &str) -> Identity {
        let identifier = uuid(name);
        Identity { uri: uri(&identifier), identifier, last_change_date_time: self.source.about.changed.clone() }
    }

    fn document(&self) -> Document {
        let about = &self.source.about;
        Document {
            identity: self.identity(&self.document_key()),
            creator: about.creator.clone(),
            publisher: about.publisher.clone(),
            title: about.title.clone(),
            description: about.says.clone(),
            case_version: "1.1",
            language: about.language.clone(),
            version: about.version.clone(),
            adoption_status: "Implemented",
            subject: self.source.subjects.iter().map(|subject| subject.name.clone()).collect(),
            subject_uri: self.source.subjects.iter().map(subject_link).collect(),
            license_uri: Link::to(&about.licence.title, &uuid("licence")),
            extensions: Extensions::prompts(&about.prompts),
        }
    }

    /// A translation is a document of its own, in a language of its own, about the same items.
    fn document_key(&self) -> String {
        match self.source.original {
            None => DOCUMENT.to_owned(),
            Some(_) => format!("{DOCUMENT}:{}", self.source.about.language),
        }
    }

    fn items(&self) -> Vec<Item> {
        let mut items = Vec::new();
        for subject in &self.source.subjects {
            let name = subject_key(subject);
            let heading = self.heading(&name, ItemType::Subject, &subject.name, &subject.code, &subject.says, subject);
            items.push(Item { extensions: Some(Extensions::prompts(&subject.prompts)), ..heading });
            for strand in &subject.strands {
                items.push(self.heading(
                    &strand_key(strand),
                    ItemType::Strand,
                    &strand.name,
                    &strand.code,
                    &strand.says,
                    subject,
                ));
                items.extend(strand.competencies.iter().map(|competency| self.competency(competency, subject)));
            }
        }
        items
    }

    fn heading(&self, key: &str, kind: ItemType, name: &str, code: &str, says: &str, subject: &Subject) -> Item {
        Item {
            identity: self.identity(key),
            full_statement: name.to_owned(),
            abbreviated_statement: name.to_owned(),
            human_coding_scheme: code.to_owned(),
            item_type: self.called(kind),
            item_type_uri: self.item_type_link(kind),
            subject: vec![subject.name.clone()],
            subject_uri: vec![subject_link(subject)],
            concept_keywords: Vec::new(),
            notes: Some(says.to_owned()),
            extensions: None,
        }
    }

    fn competency(&self, competency: &Competency, subject: &Subject) -> Item {
        Item {
            identity: self.identity(&item_key(&competency.key)),
            full_statement: competency.can.clone(),
            abbreviated_statement: competency.name.clone(),
            human_coding_scheme: competency.code.clone(),
            item_type: self.called(ItemType::Competency),
            item_type_uri: self.item_type_link(ItemType::Competency),
            subject: vec![subject.name.clone()],
            subject_uri: vec![subject_link(subject)],
            concept_keywords: competency.interests.iter().map(|tag| self.interest(tag).to_owned()).collect(),
            notes: None,
            extensions: Some(Extensions {
                cairn: Cairn {
                    size: Some(competency.size.word()),
                    requires: requirement(&competency.needs),
                    ways: competency.show.ways().cloned().collect(),
                    learn: competency.learn.clone(),
                    prompts: Vec::new(),
                    interests: self.tags(competency),
                },
            }),
        }
    }

    fn called(&self, kind: ItemType) -> String {
        kind.of(&self.source.about.records).name.clone()
    }

    fn item_type_link(&self, kind: ItemType) -> Link {
        Link::to(&self.called(kind), &uuid(kind.key()))
    }

    /// An interest in the language of the source.
    fn interest<'tag>(&'tag self, tag: &'tag str) -> &'tag str {
        self.source.original.as_ref().and_then(|original| original.interests.get(tag)).map_or(tag, String::as_str)
    }

    /// The interests as tags, where the words for them are other words.
    fn tags(&self, competency: &Competency) -> Vec<String> {
        self.source.original.as_ref().map(|_| competency.interests.clone()).unwrap_or_default()
    }

    fn associations(&self) -> Vec<Association> {
        let mut all = Vec::new();
        let document = Link::to(&self.source.about.title, &uuid(&self.document_key()));
        if let Some(original) = &self.source.original {
            let original = Link::to(&original.title, &uuid(DOCUMENT));
            all.push(self.association("isTranslationOf", &document, &original, None));
        }
        for (place, subject) in self.source.subjects.iter().enumerate() {
            let top = Link::to(&subject.code, &uuid(&subject_key(subject)));
            all.push(self.child(&top, &document, place));
            for (place, strand) in subject.strands.iter().enumerate() {
                let middle = Link::to(&strand.code, &uuid(&strand_key(strand)));
                all.push(self.child(&middle, &top, place));
                for (place, competency) in strand.competencies.iter().enumerate() {
                    all.push(self.child(&item_link(competency), &middle, place));
                }
            }
        }
        for competency in self.source.competencies() {
            all.extend(self.precedes(competency));
        }
        all
    }

    fn child(&self, child: &Link, parent: &Link, place: usize) -> Association {
        self.association("isChildOf", child, parent, Some(place + 1))
    }

    /// One association for each competency that is named, in a group or not: other tools know no groups.
    fn precedes(&self, later: &Competency) -> Vec<Association> {
        let mut before: Vec<&Competency> = Vec::new();
        for key in later.needs.iter().flat_map(Need::keys) {
            if let Some(found) = self.source.competencies().find(|competency| competency.key == *key)
                && before.iter().all(|known| known.key != found.key)
            {
                before.push(found);
            }
        }
        let link = item_link(later);
        before.into_iter().map(|earlier| self.association("precedes", &item_link(earlier), &link, None)).collect()
    }

    fn association(
        &self,
        kind: &'static str,
        origin: &Link,
        destination: &Link,
        sequence: Option<usize>,
    ) -> Association {
        Association {
            identity: self.identity(&format!("{kind}:{}:{}", origin.identifier, destination.identifier)),
            association_type: kind,
            sequence_number: sequence,
            origin: origin.clone(),
            destination: destination.clone(),
        }
    }

    fn definitions(&self) -> Definitions {
        let about = &self.source.about;
        Definitions {
            concepts: (1..)
                .zip(&about.interests)
                .map(|(place, word)| {
                    let key = format!("interest:{word}");
                    self.definition(&key, self.interest(word), &place.to_string(), &about.records.interest)
                })
                .collect(),
            subjects: self
                .source
                .subjects
                .iter()
                .map(|subject| {
                    self.definition(&subject_definition(subject), &subject.name, &subject.code, &subject.says)
                })
                .collect(),
            licenses: vec![License {
                identity: self.identity("licence"),
                title: about.licence.title.clone(),
                description: about.licence.address.clone(),
                license_text: about.licence.text.clone(),
            }],
            item_types: ItemType::ALL
                .into_iter()
                .map(|kind| (kind, kind.of(&about.records)))
                .map(|(kind, words)| self.definition(kind.key(), &words.name, kind.place(), &words.says))
                .collect(),
        }
    }

    fn definition(&self, name: &str, title: &str, place: &str, says: &str) -> Definition {
        Definition {
            identity: self.identity(name),
            title: title.to_owned(),
            hierarchy_code: place.to_owned(),
            description: says.to_owned(),
        }
    }

    fn rubric(&self, subject: &Subject) -> Rubric {
        let competencies = subject.strands.iter().flat_map(|strand| &strand.competencies);
        Rubric {
            identity: self.identity(&format!("rubric:{}", subject.code)),
            title: self.source.about.records.rubric.replace("{subject}", &subject.name),
            criteria: (1..).zip(competencies).map(|(place, competency)| self.criterion(competency, place)).collect(),
        }
    }

    fn criterion(&self, competency: &Competency, position: usize) -> Criterion {
        let names = &self.source.about.levels.names;
        Criterion {
            identity: self.identity(&format!("criterion:{}", competency.key)),
            category: competency.name.clone(),
            item: item_link(competency),
            position,
            levels: (1..)
                .zip(names.iter().zip(&competency.levels))
                .map(|(level, (name, shows))| CriterionLevel {
                    identity: self.identity(&format!("level:{}:{level}", competency.key)),
                    score: level,
                    quality: name.clone(),
                    description: shows.clone(),
                    position: level,
                })
                .collect(),
        }
    }
}

/// The groups among the needs as Cairn's own requirement; nothing when they are a plain "all of these", which `precedes` says.
fn requirement(needs: &[Need]) -> Option<Requirement> {
    let plain = needs.iter().all(|need| matches!(need, Need::One(_)));
    (!plain).then(|| Requirement::All(needs.iter().map(one_need).collect()))
}

fn one_need(need: &Need) -> Requirement {
    match need {
        Need::One(key) => held(key),
        Need::Any { any } => Requirement::Any(any.iter().map(|key| held(key)).collect()),
        Need::TwoOf { two_of } => Requirement::Any(pairs(two_of).collect()),
    }
}

/// "Two of these" is any one of the pairs.
fn pairs(keys: &[String]) -> impl Iterator<Item = Requirement> {
    keys.iter().enumerate().flat_map(|(place, first)| {
        keys.iter().skip(place + 1).map(|second| Requirement::All(vec![held(first), held(second)]))
    })
}

fn held(key: &str) -> Requirement {
    Requirement::Item(competency_identifier(key))
}

/// The identifier of the competency with this key, whether there is one or not.
pub fn competency_identifier(key: &str) -> String {
    uuid(&item_key(key))
}

fn item_key(key: &str) -> String {
    format!("item:{key}")
}

fn subject_key(subject: &Subject) -> String {
    format!("subject-item:{}", subject.code)
}

fn subject_definition(subject: &Subject) -> String {
    format!("subject:{}", subject.code)
}

fn strand_key(strand: &Strand) -> String {
    format!("strand:{}", strand.code)
}

fn item_link(competency: &Competency) -> Link {
    Link::to(&competency.code, &competency_identifier(&competency.key))
}

fn subject_link(subject: &Subject) -> Link {
    Link::to(&subject.name, &uuid(&subject_definition(subject)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(words: &[&str]) -> Vec<String> {
        words.iter().map(|&word| word.to_owned()).collect()
    }

    #[test]
    fn plain_needs_leave_it_to_precedes() {
        assert_eq!(requirement(&[Need::One("a".into()), Need::One("b".into())]), None);
        assert_eq!(requirement(&[]), None);
    }

    #[test]
    fn two_of_three_is_any_of_three_pairs() {
        let needs = [Need::One("a".into()), Need::TwoOf { two_of: keys(&["b", "c", "d"]) }];
        let pair = |one: &str, other: &str| Requirement::All(vec![held(one), held(other)]);
        let expected =
            Requirement::All(vec![held("a"), Requirement::Any(vec![pair("b", "c"), pair("b", "d"), pair("c", "d")])]);
        assert_eq!(requirement(&needs), Some(expected));
    }
}
