//! Writing CASE 1.1 packages that are valid by the official schema, so that what a learner makes can be read anywhere.
//!
//! What is written is small: competencies of one's own, links between competencies of others, and pathways over both. Every identifier is
//! made from what it names, so that the same package is the same file.

mod records;
mod requires;

use chrono::{DateTime, Utc};
use portfolio::date::format_instant;
use portfolio::framework::{ItemSource, Requirement, Size};

use super::identifier::{is_uuid, uuid_from};
use super::overlay::{Node, Precedes};
use super::pathway::{Step, links};
use records::{
    Association, Cairn, Criterion, Document, End, Extensions, Goal, Identity, Item, Package, Rubric, RubricLevel, Walk,
};

/// What is to be written.
#[derive(Debug, Clone)]
pub struct Writing {
    /// The document.
    pub about: About,
    /// Its items, in their order. All stand at the top.
    pub items: Vec<ItemSource>,
    /// What comes before what, among its items and those of others, in their order.
    pub precedes: Vec<Precedes>,
    /// Of a pathway: what stands on it, in order, each competency once. Each precedes the next.
    pub goals: Vec<Step>,
}

/// What a document says of itself.
#[derive(Debug, Clone)]
pub struct About {
    /// A UUID; anything else becomes one.
    pub identifier: String,
    /// What it is called.
    pub title: String,
    /// Who wrote it. The standard asks for a name.
    pub creator: String,
    /// What it is for; may be empty.
    pub description: String,
    /// What kind of document it is, as `frameworkType`; may be empty.
    pub kind: String,
    /// Its language (BCP 47).
    pub language: String,
    /// When it was changed last.
    pub changed: DateTime<Utc>,
}

/// The package as text.
///
/// # Errors
/// Only when JSON cannot be written, which none of these values causes.
pub fn write(writing: &Writing) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&Writer::of(&writing.about).package(writing))
}

/// What every record of a package has in common.
struct Writer<'a> {
    about: &'a About,
    document: String,
    changed: String,
}

impl<'a> Writer<'a> {
    fn of(about: &'a About) -> Self {
        Self { about, document: identifier(&about.identifier), changed: format_instant(about.changed) }
    }

    fn package(&self, writing: &Writing) -> Package {
        let items = &writing.items;
        let below = items.iter().zip(1..).map(|(item, place)| self.below_document(item, place));
        let before = precedes(writing);
        let before = before.iter().zip(1..).map(|(link, place)| self.precedes(link, place));
        Package {
            document: Document {
                identity: self.identity(self.document.clone()),
                creator: self.about.creator.clone(),
                title: self.about.title.clone(),
                description: some(&self.about.description),
                framework_type: some(&self.about.kind),
                case_version: "1.1",
                language: self.about.language.clone(),
                extensions: walk(&writing.goals),
            },
            items: items.iter().map(|item| self.item(item)).collect(),
            associations: below.chain(before).collect(),
            rubrics: self.rubric(items).into_iter().collect(),
        }
    }

    fn item(&self, item: &ItemSource) -> Item {
        Item {
            identity: self.identity(identifier(item.id.as_str())),
            full_statement: item.statement.clone(),
            abbreviated_statement: item.short.clone(),
            human_coding_scheme: item.code.clone(),
            list_enumeration: item.enumeration.clone(),
            item_type: item.item_type.clone(),
            subject: item.subjects.clone(),
            concept_keywords: item.keywords.clone(),
            notes: item.notes.clone(),
            extensions: extension(item).map(|cairn| Extensions { cairn }),
        }
    }

    fn below_document(&self, item: &ItemSource, place: u32) -> Association {
        let document = End::to(&self.about.title, &self.document);
        self.association("isChildOf", own_end(item), document, place)
    }

    fn precedes(&self, link: &Precedes, place: u32) -> Association {
        let end = |node: &Node| End::to(&node.title, node.id.as_str());
        self.association("precedes", end(&link.before), end(&link.after), place)
    }

    fn association(&self, association_type: &'static str, origin: End, destination: End, place: u32) -> Association {
        let name = format!("{association_type} {} {}", origin.identifier, destination.identifier);
        Association { identity: self.named(&name), association_type, sequence_number: place, origin, destination }
    }

    /// The level words of all items that have any.
    fn rubric(&self, items: &[ItemSource]) -> Option<Rubric> {
        let worded = items.iter().filter(|item| !item.levels.is_empty());
        let criteria: Vec<Criterion> = worded.zip(1..).map(|(item, place)| self.criterion(item, place)).collect();
        let title = self.about.title.clone();
        (!criteria.is_empty()).then(|| Rubric { identity: self.named("rubric"), title, criteria })
    }

    fn criterion(&self, item: &ItemSource, position: u32) -> Criterion {
        let name = format!("criterion {}", item.id);
        let level = |(position, (level, words)): (u32, &(portfolio::Level, String))| RubricLevel {
            identity: self.named(&format!("{name} {level}")),
            description: words.clone(),
            score: f64::from(level.half_points()) / 2.0,
            position,
        };
        Criterion {
            identity: self.named(&name),
            item: own_end(item),
            position,
            levels: (1..).zip(&item.levels).map(level).collect(),
        }
    }

    /// The identity of what is named within this document.
    fn named(&self, name: &str) -> Identity {
        self.identity(uuid_from(&format!("{} {name}", self.document)))
    }

    fn identity(&self, identifier: String) -> Identity {
        Identity::of(identifier, &self.changed)
    }
}

/// What precedes what as it is told, and what items ask for besides: a reader that knows no requirements sees the links at least.
fn precedes(writing: &Writing) -> Vec<Precedes> {
    let mut all = writing.precedes.clone();
    all.extend(links(&writing.goals));
    for item in &writing.items {
        for (before, _) in item.requires.iter().flat_map(Requirement::items) {
            let Some(before) = writing.items.iter().find(|item| item.id == *before) else { continue };
            let link = Precedes { before: Node::of(before), after: Node::of(item) };
            if !all.contains(&link) {
                all.push(link);
            }
        }
    }
    all
}

fn own_end(item: &ItemSource) -> End {
    let Node { id, title } = Node::of(item);
    End::to(&title, &identifier(id.as_str()))
}

fn extension(item: &ItemSource) -> Option<Cairn> {
    let cairn = Cairn {
        size: item.size.map(Size::word),
        requires: item.requires.as_ref().map(requires::of),
        ways: item.ways.clone(),
        learn: item.learn.clone(),
        prompts: item.prompts.clone(),
    };
    (cairn != Cairn::default()).then_some(cairn)
}

/// What links cannot say of a pathway: where it is one of a single step, and the levels.
fn walk(steps: &[Step]) -> Option<Extensions<Walk>> {
    let goal = |step: &Step| Goal {
        item: step.item.id.to_string(),
        title: step.item.title.clone(),
        level: step.aim.map(|aim| f64::from(aim.half_points()) / 2.0),
    };
    let goals: Vec<Goal> = steps.iter().map(goal).collect();
    (!goals.is_empty()).then_some(Extensions { cairn: Walk { goals } })
}

/// What is ours has a UUID, as the standard wants it. The identifiers of others are not ours to change.
fn identifier(id: &str) -> String {
    if is_uuid(id) { id.to_owned() } else { uuid_from(id) }
}

fn some(words: &str) -> Option<String> {
    (!words.trim().is_empty()).then(|| words.to_owned())
}
