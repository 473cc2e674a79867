//! Finding the package in the file, and what its parts are called.

use chrono::{DateTime, Utc};
use portfolio::date::parse_instant;

use super::CaseError;
use super::deviation::{Kind, Notes};
use super::extension::{self, Goal};
use super::members::{Object, Place};
use crate::json::Json;

const PACKAGE: &[&str] = &["CFDocument", "CFItems", "CFAssociations", "CFDefinitions", "CFRubrics", "extensions"];

const DOCUMENT: &[&str] = &[
    "identifier",
    "uri",
    "frameworkType",
    "caseVersion",
    "creator",
    "title",
    "lastChangeDateTime",
    "officialSourceURL",
    "publisher",
    "description",
    "subject",
    "subjectURI",
    "language",
    "version",
    "adoptionStatus",
    "statusStartDate",
    "statusEndDate",
    "licenseURI",
    "notes",
    "extensions",
];

/// What the document says about the framework as a whole.
#[derive(Debug, Default)]
pub(super) struct Document {
    pub(super) identifier: Option<String>,
    pub(super) title: Option<String>,
    pub(super) creator: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) description: Option<String>,
    pub(super) language: Option<String>,
    pub(super) kind: Option<String>,
    pub(super) subjects: Vec<String>,
    pub(super) licence: Option<String>,
    pub(super) prompts: Vec<String>,
    pub(super) recheck: Option<u32>,
    pub(super) goals: Vec<Goal>,
    pub(super) version: Option<String>,
    /// When it was changed last.
    pub(super) changed: Option<DateTime<Utc>>,
    /// The identifier of the document that it translates.
    pub(super) original: Option<String>,
}

/// The package's object, wherever the file keeps it.
pub(super) fn find<'j>(root: &'j Json<'j>, notes: &'j Notes) -> Result<Object<'j>, CaseError> {
    let package = match root {
        Json::List(entries) => match entries.as_slice() {
            [one] => {
                notes.add(Kind::ListInObject, || "[0]".to_owned());
                one
            }
            _ => {
                let packages = entries.iter().filter(|entry| is_package(unwrapped(entry).unwrap_or(entry))).count();
                return Err(if packages > 1 {
                    CaseError::SeveralPackages { packages }
                } else {
                    CaseError::NotAPackage
                });
            }
        },
        root => root,
    };
    let package = match unwrapped(package) {
        Some(inner) => {
            notes.add(Kind::Wrapped, || "CFPackage".to_owned());
            inner
        }
        None => package,
    };
    let place = Place { list: "CFPackage", index: None };
    is_package(package).then(|| Object::of(package, PACKAGE, place, notes)).flatten().ok_or(CaseError::NotAPackage)
}

fn unwrapped<'j>(json: &'j Json<'j>) -> Option<&'j Json<'j>> {
    json.get("CFPackage").filter(|package| package.members().is_some())
}

fn is_package(json: &Json<'_>) -> bool {
    let holds = |name| json.get(name).is_some_and(|value| matches!(value, Json::Object(_) | Json::List(_)));
    holds("CFDocument") || holds("CFItems")
}

pub(super) fn document(package: &Object<'_>) -> Document {
    let Some(json) = package.value("CFDocument") else {
        package.note(Kind::NoDocument, "CFDocument");
        return Document::default();
    };
    let place = Place { list: "CFDocument", index: None };
    let Some(document) = Object::of(json, DOCUMENT, place, package.notes()) else { return Document::default() };
    let changed = document.expect_changed().and_then(|text| instant(text.trim()));
    let text = |name| document.text(name).map(|text| text.trim().to_owned());
    let required = |name| document.required(name).map(|text| text.trim().to_owned());
    let extension = extension::of_document(&document);
    Document {
        identifier: required("identifier"),
        title: required("title"),
        creator: required("creator"),
        publisher: text("publisher"),
        description: text("description"),
        language: text("language"),
        kind: text("frameworkType"),
        subjects: subjects(&document),
        licence: document.link("licenseURI").map(|link| link.title.unwrap_or(link.identifier)),
        prompts: extension.prompts,
        recheck: extension.recheck,
        goals: extension.goals,
        version: text("version"),
        changed,
        // That stands in an association.
        original: None,
    }
}

/// An instant as packages write it; without a time zone it counts as that of Greenwich.
fn instant(text: &str) -> Option<DateTime<Utc>> {
    parse_instant(text).or_else(|| parse_instant(&format!("{text}Z")))
}

/// The subjects' names: `subject`, or the titles of `subjectURI` where that is all there is.
pub(super) fn subjects(object: &Object<'_>) -> Vec<String> {
    let named = object.texts("subject");
    if !named.is_empty() {
        return named;
    }
    let titles = object.entries("subjectURI").iter().filter_map(|link| link.get("title")?.text());
    titles.map(|title| title.trim().to_owned()).filter(|title| !title.is_empty()).collect()
}
