//! What stands in an entity, as values or as the bytes that they were read from.
//!
//! Of ten years of work nearly all is read once at a start and never touched again. As bytes it takes a third of the memory.

use std::borrow::Cow;
use std::fmt;

use serde::de::{self, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer, ser};

use super::register::Register;
use crate::id::OpId;

/// A field's register with the field's number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Slot {
    pub(crate) field: u32,
    pub(crate) register: Register,
}

/// What stands in an entity.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Contents {
    /// Fields put by `create` and `set`.
    pub(crate) registers: Vec<Slot>,
    /// Sets: each head is one addition.
    pub(crate) sets: Vec<Slot>,
}

impl Contents {
    pub(crate) fn register(&self, field: u32) -> Option<&Register> {
        find(&self.registers, field)
    }

    pub(crate) fn set(&self, field: u32) -> Option<&Register> {
        find(&self.sets, field)
    }

    pub(crate) fn register_mut(&mut self, field: u32) -> &mut Register {
        find_or_add(&mut self.registers, field)
    }

    pub(crate) fn set_mut(&mut self, field: u32) -> &mut Register {
        find_or_add(&mut self.sets, field)
    }

    /// Everything that stands: the ops of the fields and the sets, some of them more than once.
    pub(crate) fn heads(&self) -> impl Iterator<Item = OpId> {
        self.registers.iter().chain(&self.sets).flat_map(|slot| slot.register.heads.iter().map(|head| head.id))
    }
}

fn find(slots: &[Slot], field: u32) -> Option<&Register> {
    slots.iter().find(|slot| slot.field == field).map(|slot| &slot.register)
}

/// An entity has a handful of fields: looking through them beats any index.
fn find_or_add(slots: &mut Vec<Slot>, field: u32) -> &mut Register {
    let place = match slots.iter().position(|slot| slot.field == field) {
        Some(place) => place,
        None => {
            slots.push(Slot { field, register: Register::default() });
            slots.len() - 1
        }
    };
    &mut slots[place].register
}

/// Contents in memory: packed as a snapshot has them until something is put into them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Held {
    contents: Option<Box<Contents>>,
    /// Empty where there are `contents`, or where nothing stands.
    packed: Box<[u8]>,
}

impl Held {
    /// The contents; nothing where they are packed and damaged.
    pub(crate) fn read(&self) -> Option<Cow<'_, Contents>> {
        match &self.contents {
            Some(contents) => Some(Cow::Borrowed(contents)),
            None => unpack(&self.packed).map(Cow::Owned),
        }
    }

    /// The contents, to be changed.
    pub(crate) fn open(&mut self) -> &mut Contents {
        let packed = std::mem::take(&mut self.packed);
        // A snapshot with damaged contents is given up before anything is put into them.
        self.contents.get_or_insert_with(|| Box::new(unpack(&packed).unwrap_or_default()))
    }
}

fn unpack(bytes: &[u8]) -> Option<Contents> {
    if bytes.is_empty() {
        return Some(Contents::default());
    }
    let (contents, rest) = postcard::take_from_bytes(bytes).ok()?;
    rest.is_empty().then_some(contents)
}

impl Serialize for Held {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.contents {
            Some(contents) => serializer.serialize_bytes(&postcard::to_allocvec(contents).map_err(ser::Error::custom)?),
            None => serializer.serialize_bytes(&self.packed),
        }
    }
}

impl<'de> Deserialize<'de> for Held {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(Bytes).map(|packed| Self { contents: None, packed })
    }
}

struct Bytes;

impl Visitor<'_> for Bytes {
    type Value = Box<[u8]>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("packed contents")
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        Ok(bytes.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn restored(held: &Held) -> Held {
        postcard::from_bytes(&postcard::to_allocvec(held).unwrap()).unwrap()
    }

    #[test]
    fn contents_stay_packed_until_something_is_put_into_them() {
        let id = OpId { lamport: 1, writer: crate::WriterId(2), index: 3 };
        let mut held = Held::default();
        assert!(restored(&held).read().unwrap().registers.is_empty());
        held.open().register_mut(4).put(id, &[], "a stone".into());
        let mut packed = restored(&restored(&held));
        assert!(packed.contents.is_none());
        assert_eq!(packed.read().unwrap().heads().collect::<Vec<_>>(), [id]);
        packed.open().register_mut(4).bury(&[id]);
        assert!(packed.packed.is_empty());
        assert_eq!(packed.read().unwrap().heads().count(), 0);
    }

    #[test]
    fn what_is_damaged_reads_as_nothing_at_all() {
        let mut held = Held::default();
        held.open().register_mut(4);
        let mut packed = restored(&held);
        packed.packed = [&packed.packed[..], &[0]].concat().into();
        assert!(packed.read().is_none(), "bytes are left over");
        packed.packed = [9].into();
        assert!(packed.read().is_none(), "bytes are missing");
    }
}
