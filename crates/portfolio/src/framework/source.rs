//! A framework as a package tells it, before anything is put in order.

use serde::{Deserialize, Serialize};

use super::edition::{Edition, Succession};
use super::item::Size;
use super::requirement::Requirement;
use super::scale::Scale;
use crate::item_id::ItemId;
use crate::level::Level;

/// What a reader of packages fills in: items and links in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameworkSource {
    /// SHA-256 of the package's bytes in lower-case hex.
    pub id: String,
    /// What it is called; empty if the package does not say.
    pub title: String,
    /// Who wrote it.
    pub creator: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// What it is about, in its own words.
    pub description: Option<String>,
    /// Under which licence, by title or address.
    pub licence: Option<String>,
    /// Its language (BCP 47).
    pub language: Option<String>,
    /// Questions for a reflection on anything in it.
    pub prompts: Vec<String>,
    /// The items.
    pub items: Vec<ItemSource>,
    /// Which item stands below which.
    pub children: Vec<ChildLink>,
    /// Plain prerequisites: the first item comes before the second.
    pub precedes: Vec<(ItemId, ItemId)>,
    /// After how many days work is to be checked again, if it says so.
    pub recheck: Option<u32>,
    /// The scales of others that level words are of, in the order in which the file first uses them.
    pub scales: Vec<Scale>,
    /// Which edition of which document it is.
    pub edition: Edition,
    /// What takes the place of what, in it or elsewhere, in the order of the file.
    pub succession: Vec<Succession>,
}

/// One item as the package tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemSource {
    /// Its identifier. Of two items with the same one the first is kept.
    pub id: ItemId,
    /// The code people know it by.
    pub code: Option<String>,
    /// Its place among its siblings where no sequence number is given.
    pub enumeration: Option<String>,
    /// What it says, whole.
    pub statement: String,
    /// A shorter form for cards and lists.
    pub short: Option<String>,
    /// More about it.
    pub notes: Option<String>,
    /// Its own subjects; items below take them over.
    pub subjects: Vec<String>,
    /// Interest tags.
    pub keywords: Vec<String>,
    /// What kind of item it is, in the framework's words.
    pub item_type: Option<String>,
    /// Words for levels.
    pub levels: Vec<(Level, String)>,
    /// Which of the framework's scales of others these words are, one for each step; `None` if they are of Cairn's own.
    pub scale: Option<usize>,
    /// How much work it is, if said.
    pub size: Option<Size>,
    /// What it asks for, if said as more than plain `precedes`; then only this counts.
    pub requires: Option<Requirement>,
    /// Ways to show it.
    pub ways: Vec<String>,
    /// Ways to learn it that need no network.
    pub learn: Vec<String>,
    /// The same in the words of the package that was adopted, if these are a translation's.
    pub learn_as_adopted: Vec<String>,
    /// Questions for a reflection on it, and on anything below it.
    pub prompts: Vec<String>,
    /// Whether it was no longer in force when this edition was published. Then it is no competency.
    pub retired: bool,
}

impl ItemSource {
    /// An item that says this and nothing more.
    pub fn new(id: ItemId, statement: impl Into<String>) -> Self {
        Self {
            id,
            code: None,
            enumeration: None,
            statement: statement.into(),
            short: None,
            notes: None,
            subjects: Vec::new(),
            keywords: Vec::new(),
            item_type: None,
            levels: Vec::new(),
            scale: None,
            size: None,
            requires: None,
            ways: Vec::new(),
            learn: Vec::new(),
            learn_as_adopted: Vec::new(),
            prompts: Vec::new(),
            retired: false,
        }
    }
}

/// An item below another. An item may stand below several; the first is its parent where only one can be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildLink {
    /// The one above; `None` for the document itself.
    pub parent: Option<ItemId>,
    /// The one below.
    pub child: ItemId,
    /// Its place among its siblings.
    pub sequence: Option<i64>,
}
