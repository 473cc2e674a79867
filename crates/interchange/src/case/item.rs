//! One CFItem.

use chrono::NaiveDate;
use portfolio::date::parse_day;

use super::deviation::{Kind, Notes};
use super::extension::{self, Extension};
use super::identifier;
use super::members::{Object, Place, end_of_address};
use super::package::subjects;
use super::words;
use crate::json::Json;

const ITEM: &[&str] = &[
    "identifier",
    "fullStatement",
    "alternativeLabel",
    "CFItemType",
    "uri",
    "humanCodingScheme",
    "listEnumeration",
    "abbreviatedStatement",
    "conceptKeywords",
    "conceptKeywordsURI",
    "notes",
    "subject",
    "subjectURI",
    "language",
    "educationLevel",
    "CFItemTypeURI",
    "licenseURI",
    "statusStartDate",
    "statusEndDate",
    "lastChangeDateTime",
    "extensions",
];

/// The length of a day as it is written, with which an instant begins, too.
const DAY: usize = "2026-08-01".len();

/// A CFItem's words as they stand in the file.
#[derive(Debug)]
pub(super) struct Item {
    /// As spelled in the file, or made from address or words where the file gives none.
    pub(super) identifier: String,
    pub(super) address: Option<String>,
    pub(super) statement: String,
    pub(super) short: Option<String>,
    pub(super) code: Option<String>,
    pub(super) enumeration: Option<String>,
    pub(super) notes: Option<String>,
    pub(super) subjects: Vec<String>,
    /// Interest tags: the extension's, or else the words of `conceptKeywords`.
    pub(super) keywords: Vec<String>,
    pub(super) item_type: Option<String>,
    /// The identifier of the type's definition, if one is named.
    pub(super) type_identifier: Option<String>,
    /// The last day on which it is in force, where the file names one.
    pub(super) ends: Option<NaiveDate>,
    pub(super) extension: Extension,
}

impl Item {
    /// Reads one entry of `CFItems`; an entry that is no object is noted and skipped.
    pub(super) fn read<'j>(json: &'j Json<'j>, index: usize, notes: &'j Notes) -> Option<Self> {
        let item = Object::of(json, ITEM, Place { list: "CFItems", index: Some(index) }, notes)?;
        item.expect_changed();
        let text = |name| item.text(name).map(std::borrow::Cow::into_owned);
        let address = item.required("uri").map(std::borrow::Cow::into_owned);
        let statement = statement(&item);
        let identifier = identified(&item, address.as_deref(), &statement, index);
        note_spelling(&item, &identifier);
        let statement = words::read(statement, notes);
        let own_notes = text("notes").map(|own| words::read(own, notes));
        let item_type = item.link("CFItemTypeURI");
        let mut extension = extension::read(&item);
        let tags = std::mem::take(&mut extension.interests);
        Some(Self {
            short: text("abbreviatedStatement"),
            code: text("humanCodingScheme").map(|code| code.trim().to_owned()),
            enumeration: text("listEnumeration"),
            notes: own_notes,
            subjects: subjects(&item),
            keywords: if tags.is_empty() { item.texts("conceptKeywords") } else { tags },
            item_type: text("CFItemType").or_else(|| item_type.as_ref()?.title.clone()),
            type_identifier: item_type.map(|link| link.identifier),
            ends: item.text("statusEndDate").and_then(|text| parse_day(text.trim().get(..DAY)?)),
            extension,
            identifier,
            address,
            statement,
        })
    }

    /// What an example calls this item.
    pub(super) fn called(&self) -> String {
        self.code.clone().unwrap_or_else(|| self.identifier.clone())
    }
}

fn statement(item: &Object<'_>) -> String {
    if let Some(statement) = item.text("fullStatement") {
        return statement.into_owned();
    }
    item.note(Kind::NoStatement, "fullStatement");
    let instead = ["abbreviatedStatement", "alternativeLabel", "humanCodingScheme", "notes"];
    instead.iter().find_map(|name| item.text(name)).map(std::borrow::Cow::into_owned).unwrap_or_default()
}

fn identified(item: &Object<'_>, address: Option<&str>, statement: &str, index: usize) -> String {
    if let Some(identifier) = item.text("identifier") {
        return identifier.trim().to_owned();
    }
    item.note(Kind::NoIdentifier, "identifier");
    // CASE 1.0 drafts called it sourcedId.
    if let Some(identifier) = item.text("sourcedId") {
        return identifier.trim().to_owned();
    }
    match address.map(end_of_address) {
        Some(end) if identifier::is_uuid(end) => end.to_owned(),
        _ => identifier::made_from(&format!("{}\n{statement}\n{index}", address.unwrap_or_default())),
    }
}

fn note_spelling(item: &Object<'_>, identifier: &str) {
    if !identifier::is_uuid(identifier) {
        item.notes().add(Kind::NotUuid, || identifier.to_owned());
    } else if identifier.bytes().any(|byte| byte.is_ascii_uppercase()) {
        item.notes().add(Kind::CapitalsInIdentifier, || identifier.to_owned());
    }
}
