//! A list that nearly always holds none or one: then it takes no heap of its own.

use std::ops::Deref;

use serde::{Deserialize, Serialize};

/// Items in an order.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) enum Few<T> {
    #[default]
    None,
    One(T),
    Many(Vec<T>),
}

impl<T> Few<T> {
    /// Puts an item before the `place`th, which is at most the length.
    pub(crate) fn insert(&mut self, place: usize, item: T) {
        *self = match std::mem::take(self) {
            Self::None => Self::One(item),
            Self::One(other) if place == 0 => Self::Many(vec![item, other]),
            Self::One(other) => Self::Many(vec![other, item]),
            Self::Many(mut items) => {
                items.insert(place, item);
                Self::Many(items)
            }
        };
    }

    /// Keeps only what `keep` is true of.
    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&T) -> bool) {
        match self {
            Self::None => {}
            Self::One(item) => {
                if !keep(item) {
                    *self = Self::None;
                }
            }
            Self::Many(items) => items.retain(keep),
        }
    }
}

impl<T> Deref for Few<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        match self {
            Self::None => &[],
            Self::One(item) => std::slice::from_ref(item),
            Self::Many(items) => items,
        }
    }
}
