//! The records of a CASE 1.1 package that the bundled framework uses, in the words and the order of the standard.
//!
//! Source: 1EdTech Competencies and Academic Standards Exchange 1.1. Typed records, not loose JSON, so that the order of members
//! and with it every byte of the file is the same each time.

use serde::Serialize;

use super::identifier::uri;

/// A package: flat lists, joined by associations.
#[derive(Debug, Serialize)]
pub struct Package {
    #[serde(rename = "CFDocument")]
    pub document: Document,
    #[serde(rename = "CFItems")]
    pub items: Vec<Item>,
    #[serde(rename = "CFAssociations")]
    pub associations: Vec<Association>,
    #[serde(rename = "CFDefinitions")]
    pub definitions: Definitions,
    #[serde(rename = "CFRubrics")]
    pub rubrics: Vec<Rubric>,
}

/// What every record begins with.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Identity {
    pub identifier: String,
    pub uri: String,
    pub last_change_date_time: String,
}

/// A link to another record.
#[derive(Debug, Clone, Serialize)]
pub struct Link {
    pub title: String,
    pub identifier: String,
    pub uri: String,
}

impl Link {
    /// A link to the record `identifier`, with a title for people.
    pub fn to(title: &str, identifier: &str) -> Self {
        Self { title: title.to_owned(), identifier: identifier.to_owned(), uri: uri(identifier) }
    }
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    #[serde(flatten)]
    pub identity: Identity,
    pub creator: String,
    pub publisher: String,
    pub title: String,
    pub description: String,
    pub case_version: &'static str,
    pub language: String,
    pub version: String,
    pub adoption_status: &'static str,
    pub subject: Vec<String>,
    #[serde(rename = "subjectURI")]
    pub subject_uri: Vec<Link>,
    #[serde(rename = "licenseURI")]
    pub license_uri: Link,
    pub extensions: Extensions,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Item {
    #[serde(flatten)]
    pub identity: Identity,
    pub full_statement: String,
    pub abbreviated_statement: String,
    pub human_coding_scheme: String,
    #[serde(rename = "CFItemType")]
    pub item_type: String,
    #[serde(rename = "CFItemTypeURI")]
    pub item_type_uri: Link,
    pub subject: Vec<String>,
    #[serde(rename = "subjectURI")]
    pub subject_uri: Vec<Link>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub concept_keywords: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extensions: Option<Extensions>,
}

/// Where the standard leaves room for what it does not know.
#[derive(Debug, Serialize)]
pub struct Extensions {
    pub cairn: Cairn,
}

/// Cairn's own members of a document and an item; docs/framework-authoring.md says what they mean.
#[derive(Debug, Default, Serialize)]
pub struct Cairn {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requires: Option<Requirement>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub learn: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub prompts: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub interests: Vec<String>,
}

impl Extensions {
    /// Prompts and nothing more.
    pub fn prompts(prompts: &[String]) -> Self {
        Self { cairn: Cairn { prompts: prompts.to_vec(), ..Cairn::default() } }
    }
}

/// What must be held before, where it is more than a plain "all of these".
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Requirement {
    Item(String),
    All(Vec<Requirement>),
    Any(Vec<Requirement>),
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Association {
    #[serde(flatten)]
    pub identity: Identity,
    pub association_type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sequence_number: Option<usize>,
    #[serde(rename = "originNodeURI")]
    pub origin: Link,
    #[serde(rename = "destinationNodeURI")]
    pub destination: Link,
}

#[derive(Debug, Serialize)]
pub struct Definitions {
    #[serde(rename = "CFConcepts")]
    pub concepts: Vec<Definition>,
    #[serde(rename = "CFSubjects")]
    pub subjects: Vec<Definition>,
    #[serde(rename = "CFLicenses")]
    pub licenses: Vec<License>,
    #[serde(rename = "CFItemTypes")]
    pub item_types: Vec<Definition>,
}

/// A concept, a subject or an item type: a word with its meaning and its place among its kind.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Definition {
    #[serde(flatten)]
    pub identity: Identity,
    pub title: String,
    pub hierarchy_code: String,
    pub description: String,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct License {
    #[serde(flatten)]
    pub identity: Identity,
    pub title: String,
    pub description: String,
    pub license_text: String,
}

#[derive(Debug, Serialize)]
pub struct Rubric {
    #[serde(flatten)]
    pub identity: Identity,
    pub title: String,
    #[serde(rename = "CFRubricCriteria")]
    pub criteria: Vec<Criterion>,
}

#[derive(Debug, Serialize)]
pub struct Criterion {
    #[serde(flatten)]
    pub identity: Identity,
    pub category: String,
    #[serde(rename = "CFItemURI")]
    pub item: Link,
    pub position: usize,
    #[serde(rename = "CFRubricCriterionLevels")]
    pub levels: Vec<CriterionLevel>,
}

#[derive(Debug, Serialize)]
pub struct CriterionLevel {
    #[serde(flatten)]
    pub identity: Identity,
    pub score: usize,
    pub quality: String,
    pub description: String,
    pub position: usize,
}
