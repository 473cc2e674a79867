//! What a package says of items that are not its own: which of them comes before which.

use portfolio::ItemId;
use portfolio::framework::ItemSource;

use super::association::Association;
use super::identifier::safe;
use super::members::Link;

/// An item by its identifier, with what the package calls it: it may be unknown wherever the package is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// As Cairn names it.
    pub id: ItemId,
    /// What it is called; may be empty.
    pub title: String,
}

impl Node {
    /// An item of the package at hand, by the name for cards and lists.
    pub(super) fn of(item: &ItemSource) -> Self {
        Self { id: item.id.clone(), title: item.short.clone().unwrap_or_else(|| item.statement.clone()) }
    }
}

/// That one item comes before another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Precedes {
    /// The one to begin with.
    pub before: Node,
    /// The one that asks for it.
    pub after: Node,
}

/// The link of an association `precedes`, wherever its ends are.
pub(super) fn of(association: &Association) -> Option<Precedes> {
    let node = |link: &Option<Link>| {
        let link = link.as_ref()?;
        let id = ItemId::new(&safe(&link.identifier)).ok()?;
        Some(Node { id, title: link.title.clone().unwrap_or_default() })
    };
    Some(Precedes { before: node(&association.origin)?, after: node(&association.destination)? })
}
