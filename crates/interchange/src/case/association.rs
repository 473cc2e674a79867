//! One CFAssociation: a typed link between two nodes.

use super::deviation::{Kind, Notes};
use super::members::{Link, Object, Place};
use crate::json::Json;

const ASSOCIATION: &[&str] = &[
    "identifier",
    "associationType",
    "sequenceNumber",
    "uri",
    "originNodeURI",
    "destinationNodeURI",
    "CFAssociationGroupingURI",
    "lastChangeDateTime",
    "notes",
    "extensions",
];

/// The types of CASE 1.1; besides these a type may be `ext:` and a word.
const TYPES: &[&str] = &[
    "isChildOf",
    "isPartOf",
    "isPeerOf",
    "precedes",
    "exactMatchOf",
    "isRelatedTo",
    "replacedBy",
    "exemplar",
    "hasSkillLevel",
    "isTranslationOf",
];

/// A link as it stands in the file.
#[derive(Debug)]
pub(super) struct Association {
    pub(super) kind: String,
    /// `None` where the file leaves the end out.
    pub(super) origin: Option<Link>,
    pub(super) destination: Option<Link>,
    pub(super) sequence: Option<i64>,
    pub(super) identifier: Option<String>,
}

impl Association {
    /// Reads one entry of `CFAssociations`; an entry that is no object is noted and skipped.
    pub(super) fn read<'j>(json: &'j Json<'j>, index: usize, notes: &'j Notes) -> Option<Self> {
        let place = Place { list: "CFAssociations", index: Some(index) };
        let association = Object::of(json, ASSOCIATION, place, notes)?;
        association.expect_changed();
        association.required("uri");
        let kind = association.required("associationType").map(|kind| kind.trim().to_owned()).unwrap_or_default();
        if !TYPES.contains(&kind.as_str()) && !is_custom(&kind) {
            notes.add(Kind::UnknownAssociation, || kind.clone());
        }
        let end = |name| {
            let link = association.link(name);
            if link.is_none() {
                association.note(Kind::NoEnd, name);
            }
            link
        };
        Some(Self {
            kind,
            origin: end("originNodeURI"),
            destination: end("destinationNodeURI"),
            sequence: association.whole("sequenceNumber"),
            identifier: association.required("identifier").map(|identifier| identifier.trim().to_owned()),
        })
    }
}

fn is_custom(kind: &str) -> bool {
    let word = kind.strip_prefix("ext:").unwrap_or_default();
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::is_custom;

    #[test]
    fn custom_types_are_anchored() {
        assert!(is_custom("ext:co-requisite.2"));
        for kind in ["ext:", "ext:a b", "xext:a", "ext:a|b"] {
            assert!(!is_custom(kind), "{kind}");
        }
    }
}
