//! The records of a CASE 1.1 package, in the words and the order of the standard, as far as Cairn writes them.
//!
//! Source: 1EdTech Competencies and Academic Standards Exchange 1.1.

use serde::Serialize;

use super::requires::Requires;

#[derive(Serialize)]
pub(super) struct Package {
    #[serde(rename = "CFDocument")]
    pub(super) document: Document,
    #[serde(rename = "CFItems")]
    pub(super) items: Vec<Item>,
    #[serde(rename = "CFAssociations")]
    pub(super) associations: Vec<Association>,
    #[serde(rename = "CFRubrics", skip_serializing_if = "Vec::is_empty")]
    pub(super) rubrics: Vec<Rubric>,
}

/// What every record begins with.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Identity {
    identifier: String,
    uri: String,
    last_change_date_time: String,
}

impl Identity {
    pub(super) fn of(identifier: String, changed: &str) -> Self {
        Self { uri: uri(&identifier), identifier, last_change_date_time: changed.to_owned() }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Document {
    #[serde(flatten)]
    pub(super) identity: Identity,
    pub(super) creator: String,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) framework_type: Option<String>,
    pub(super) case_version: &'static str,
    pub(super) language: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) extensions: Option<Extensions<Walk>>,
}

/// Cairn's own members of the document of a pathway; docs/framework-authoring.md says what they mean.
#[derive(Serialize)]
pub(super) struct Walk {
    pub(super) goals: Vec<Goal>,
}

#[derive(Serialize)]
pub(super) struct Goal {
    pub(super) item: String,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) level: Option<f64>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Item {
    #[serde(flatten)]
    pub(super) identity: Identity,
    pub(super) full_statement: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) abbreviated_statement: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) human_coding_scheme: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) list_enumeration: Option<String>,
    #[serde(rename = "CFItemType", skip_serializing_if = "Option::is_none")]
    pub(super) item_type: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) subject: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) concept_keywords: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) notes: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) extensions: Option<Extensions<Cairn>>,
}

/// Where the standard leaves room for what it does not know.
#[derive(Serialize)]
pub(super) struct Extensions<C> {
    pub(super) cairn: C,
}

/// Cairn's own members of an item; docs/framework-authoring.md says what they mean.
#[derive(Default, PartialEq, Serialize)]
pub(super) struct Cairn {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) size: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) requires: Option<Requires>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) ways: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) learn: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) prompts: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Association {
    #[serde(flatten)]
    pub(super) identity: Identity,
    pub(super) association_type: &'static str,
    pub(super) sequence_number: u32,
    #[serde(rename = "originNodeURI")]
    pub(super) origin: End,
    #[serde(rename = "destinationNodeURI")]
    pub(super) destination: End,
}

/// A link to any record, whatever it calls itself.
#[derive(Serialize)]
pub(super) struct End {
    pub(super) title: String,
    pub(super) identifier: String,
    pub(super) uri: String,
}

impl End {
    pub(super) fn to(title: &str, identifier: &str) -> Self {
        Self { title: title.to_owned(), identifier: identifier.to_owned(), uri: uri(identifier) }
    }
}

#[derive(Serialize)]
pub(super) struct Rubric {
    #[serde(flatten)]
    pub(super) identity: Identity,
    pub(super) title: String,
    #[serde(rename = "CFRubricCriteria")]
    pub(super) criteria: Vec<Criterion>,
}

#[derive(Serialize)]
pub(super) struct Criterion {
    #[serde(flatten)]
    pub(super) identity: Identity,
    #[serde(rename = "CFItemURI")]
    pub(super) item: End,
    pub(super) position: u32,
    #[serde(rename = "CFRubricCriterionLevels")]
    pub(super) levels: Vec<RubricLevel>,
}

#[derive(Serialize)]
pub(super) struct RubricLevel {
    #[serde(flatten)]
    pub(super) identity: Identity,
    pub(super) description: String,
    pub(super) score: f64,
    pub(super) position: u32,
}

/// What a learner makes lies in a file and has no address of its own.
fn uri(identifier: &str) -> String {
    format!("urn:uuid:{identifier}")
}
