//! What the laws look at: a fold, and the picture it gives of a set of ops.

use std::collections::{BTreeMap, BTreeSet};

use replica::{Op, OpId, Standing, State, Value, canonical};

/// Anything that gives ops a meaning: the real fold, the plain model, and the broken doubles of it.
pub trait Fold {
    fn fold(&self, ops: &[Op]) -> Picture;
}

/// The real fold.
pub struct Real;

/// What a set of ops means. Two pictures are equal when nobody can tell them apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// All that is kept, for comparing.
    pub text: String,
    /// The heads of each field, by entity and field.
    pub heads: BTreeMap<(String, String), BTreeSet<(OpId, Value)>>,
    /// The members of each set, by entity and set.
    pub members: BTreeMap<(String, String), BTreeSet<Value>>,
    /// How each entity stands in which something stands.
    pub standing: BTreeMap<String, Standing>,
}

impl Picture {
    /// The value shown in each field of an entity; nothing and null are shown alike.
    pub fn shown(&self, entity: &str) -> BTreeMap<&str, &Value> {
        let own = self.heads.iter().filter(|((owner, _), _)| owner == entity);
        let shown = own.filter_map(|((_, field), heads)| Some((field.as_str(), &heads.last()?.1)));
        shown.filter(|(_, value)| **value != Value::Null).collect()
    }

    pub fn is_trashed(&self, entity: &str) -> bool {
        self.standing.get(entity) == Some(&Standing::Trashed)
    }
}

impl Fold for Real {
    fn fold(&self, ops: &[Op]) -> Picture {
        let mut state = State::default();
        ops.iter().for_each(|op| state.apply(op));
        picture(&state)
    }
}

/// The picture of a state.
pub fn picture(state: &State) -> Picture {
    let text = String::from_utf8(canonical(state)).unwrap();
    let mut picture = Picture { text, ..Picture::default() };
    for view in state.entities() {
        let key = |field: &str| (view.id().to_owned(), field.to_owned());
        for field in view.fields() {
            let heads = view.heads(field).iter().map(|head| (head.id, head.value.clone()));
            picture.heads.insert(key(field), heads.collect());
        }
        for set in view.sets() {
            picture.members.insert(key(set), view.members(set).into_iter().cloned().collect());
        }
        picture.standing.insert(view.id().to_owned(), view.standing());
    }
    picture
}
