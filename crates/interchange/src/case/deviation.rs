//! What a package does that the standard does not, as values with their counts: nothing is put right in silence.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// How many examples a deviation keeps.
const EXAMPLES: usize = 3;

/// The longest example in characters; statements may be pages long.
const EXAMPLE_LENGTH: usize = 80;

/// One way of departing from CASE 1.1 (or from what Cairn's extension allows), how often, and where for example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deviation {
    /// What it is.
    pub kind: Kind,
    /// How often it was met; at least 1.
    pub count: usize,
    /// The first few places: an identifier, a member's path, or the text in question. At most three, at most 80
    /// characters each.
    pub examples: Vec<String>,
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $kind:ident = $name:literal, $says:literal;)+) => {
        /// The ways of departing. The order is the order of a report: the file, its members, items, links, levels,
        /// the extension.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[doc = $doc])+ $kind,)+ }

        impl Kind {
            /// Every kind, in order.
            pub const ALL: &[Self] = &[$(Self::$kind,)+];

            /// A name that stays the same, for programs and for the catalogues of the app.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$kind => $name,)+ }
            }

            /// What was met and what Cairn made of it, in plain English.
            #[must_use]
            pub fn says(self) -> &'static str {
                match self { $(Self::$kind => $says,)+ }
            }
        }
    };
}

kinds! {
    /// The file starts with a byte-order mark.
    ByteOrderMark = "byte-order-mark", "The file starts with a byte-order mark; it was skipped.";
    /// The file is UTF-16, not UTF-8.
    Utf16 = "utf-16", "The file is written in UTF-16 and not in UTF-8; it was read all the same.";
    /// The package is a member `CFPackage` of the file, not the file.
    Wrapped = "wrapped", "The package is wrapped in a member CFPackage; it was taken out.";
    /// There is no `CFDocument`.
    NoDocument = "no-document", "There is no CFDocument, so the framework has no title of its own.";
    /// A list is an object that holds the list under the same name (`CFItemSet` style), or one object alone.
    ListInObject = "list-in-object", "A list is wrapped in an object; it was taken out.";

    /// `null` where the member should be left out.
    Null = "null", "Members are null; they were read as left out.";
    /// A member the standard does not have here.
    UnknownMember = "unknown-member", "Members that CASE 1.1 does not have in this place; they were left alone.";
    /// The same member twice in one object.
    RepeatedMember = "repeated-member", "A member is written twice in one object; the first was used.";
    /// A required member is missing.
    MissingMember = "missing-member", "A member that the standard requires is missing.";
    /// A number written as text.
    TextForNumber = "text-for-number", "A number is written as text; it was read as a number.";
    /// A text written as a number.
    NumberForText = "number-for-text", "A text is written as a number; it was read as text.";
    /// One text where a list of texts belongs.
    TextForList = "text-for-list", "One text stands where a list belongs; it was read as a list of one.";
    /// A bare address where an object with title, identifier and uri belongs.
    TextForLink = "text-for-link", "A link is a bare address and not an object; the identifier at its end was used.";
    /// A value of a shape that says nothing here; ignored.
    WrongShape = "wrong-shape", "A member has a value of the wrong kind; it was ignored.";
    /// A whole number belongs here, this one is not whole; rounded down.
    NotWhole = "not-whole", "A position is not a whole number; it was rounded down.";
    /// A date and time without a time zone.
    DateWithoutZone = "date-without-zone", "A date and time has no time zone.";

    /// An item or document without identifier.
    NoIdentifier = "no-identifier", "An identifier is missing; one was made from the address or the words.";
    /// An identifier that is not a UUID.
    NotUuid = "not-uuid", "An identifier is not a UUID.";
    /// An identifier with capital letters.
    CapitalsInIdentifier = "capitals-in-identifier", "An identifier has capital letters; letters are compared without case.";
    /// An item whose statement is missing or empty.
    NoStatement = "no-statement", "An item has no full statement; its short name or its code is shown.";
    /// HTML in a statement or notes; shown as text.
    Markup = "markup", "HTML in words; it is never run, only read as text.";
    /// A LaTeX formula in a statement or notes; shown as it is written.
    Formula = "formula", "A LaTeX formula in words; it is shown as it is written.";
    /// The same item twice, alike in all but spelling of the identifier.
    RepeatedItem = "repeated-item", "An item is in the file twice, word for word; one was kept.";
    /// Two different items under one identifier.
    SameIdentifier = "same-identifier", "Different items have the same identifier; all were kept, the later ones under an added number.";
    /// Two different items whose identifiers differ only in capital letters.
    SameIdentifierOtherCase = "same-identifier-other-case",
        "Different items have identifiers that differ only in capital letters; all were kept, the later ones under an added number.";
    /// An item names a type that is not defined in the package.
    UndefinedItemType = "undefined-item-type", "An item has a type that the file does not define; its title was used.";

    /// An association without one of its ends.
    NoEnd = "no-end", "A link has only one end; it was ignored.";
    /// An association of a type the standard does not know.
    UnknownAssociation = "unknown-association", "A link is of a type that CASE does not have; it was left alone.";
    /// An end that is neither an item nor the document of the file.
    Dangling = "dangling", "A link leads out of the file; it was kept in the file and not followed.";
    /// The same association twice, word for word.
    RepeatedAssociation = "repeated-association", "A link is in the file twice, word for word; one was kept.";
    /// Two different associations under one identifier; both kept.
    SameAssociationIdentifier = "same-association-identifier", "Different links have the same identifier; all were kept.";
    /// An item without any parent.
    NoParent = "no-parent", "An item has no parent; it stands at the top.";
    /// An item whose only parents are outside the file.
    ParentOutside = "parent-outside", "An item's parent is not in the file; it stands at the top.";
    /// An item with more than one parent.
    SeveralParents = "several-parents", "An item has more than one parent; it stands under the first.";
    /// Items that are each other's parents.
    ParentCircle = "parent-circle", "Items are each other's parents; the one that comes first stands at the top.";
    /// Items that precede each other in a circle.
    PrerequisiteCircle = "prerequisite-circle", "Prerequisites run in a circle; the link that closes it is ignored.";

    /// A criterion that names no item.
    CriterionWithoutItem = "criterion-without-item", "A rubric's criterion names no item of the file; it was left alone.";
    /// A level without a readable score.
    LevelWithoutScore = "level-without-score", "A rubric's level has no score; its place in the list was used.";
    /// More level words than an item may have.
    TooManyLevels = "too-many-levels", "An item has more than 64 level words; the others were left out.";
    /// A rubric level without words.
    LevelWithoutWords = "level-without-words", "A rubric's level has no words; it was left out.";
    /// Scores that are not levels from 0 to 4 in half steps.
    OtherScale = "other-scale", "A rubric's scores are not levels from 0 to 4; its words were kept in order and spread over 1 to 4.";
    /// A second criterion for an item that has one.
    SecondCriterion = "second-criterion", "An item has more than one rubric criterion; the words of all of them are its level words.";

    /// Something in `extensions.cairn` that is not as documented; ignored.
    UnreadableExtension = "unreadable-extension", "Something in Cairn's own extension is not as described; it was ignored.";
    /// A `requires` that names an item that is not in the file.
    UnknownRequirement = "unknown-requirement", "A requirement names an item that is not in the file; it was ignored.";
}

/// Collects deviations while reading. Shared by every reader of a member, hence the cell.
#[derive(Debug, Default)]
pub(super) struct Notes {
    met: RefCell<BTreeMap<Kind, (usize, Vec<String>)>>,
}

impl Notes {
    /// Counts one more; `example` is only made while examples are still wanted.
    pub(super) fn add(&self, kind: Kind, example: impl FnOnce() -> String) {
        let mut met = self.met.borrow_mut();
        let (count, examples) = met.entry(kind).or_default();
        *count += 1;
        if examples.len() < EXAMPLES {
            examples.push(shortened(&example()));
        }
    }

    /// All that was met, in the order of [`Kind`].
    pub(super) fn finish(self) -> Vec<Deviation> {
        self.met.into_inner().into_iter().map(|(kind, (count, examples))| Deviation { kind, count, examples }).collect()
    }
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(EXAMPLE_LENGTH).collect();
    if short.len() < text.len() {
        short.pop();
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_every_kind_says_something() {
        let mut names: Vec<_> = Kind::ALL.iter().map(|kind| kind.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Kind::ALL.len());
        assert!(Kind::ALL.iter().all(|kind| kind.says().ends_with('.')));
    }

    #[test]
    fn counts_all_and_keeps_three_short_examples() {
        let notes = Notes::default();
        for n in 0..5 {
            notes.add(Kind::Null, || format!("{n}{}", "é".repeat(200)));
        }
        let [deviation] = notes.finish().try_into().unwrap();
        assert_eq!((deviation.count, deviation.examples.len()), (5, 3));
        assert!(deviation.examples.iter().all(|example| example.chars().count() == EXAMPLE_LENGTH));
    }
}
