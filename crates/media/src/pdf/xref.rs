//! Where the objects of a PDF are (7.5.4, 7.5.8): tables and streams, each with the place of an older one.

use std::collections::BTreeMap;

use super::values::{Reader, Value};

/// The most objects of a document.
pub(super) const MOST: u64 = 1 << 20;

/// Where an object is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Where {
    /// At this place in the file.
    At(u64),
    /// In this object, which is a stream of others.
    In(u64),
}

/// All objects by number. What was read first is newer and stays.
pub(super) type Places = BTreeMap<u64, Where>;

/// Adds an object that is not known yet. `None` if there are too many.
fn add(places: &mut Places, object: u64, place: Where) -> Option<()> {
    places.entry(object).or_insert(place);
    (places.len() as u64 <= MOST).then_some(())
}

/// A table: after the word `xref`, rows of twenty bytes in sections.
pub(super) fn table(reader: &mut Reader<'_>, places: &mut Places) -> Option<()> {
    reader.take(b"xref")?;
    while reader.take(b"trailer").is_none() {
        let (first, count) = (reader.number()?, reader.number()?);
        for index in 0..count.min(MOST) {
            let (at, _) = (reader.number()?, reader.number()?);
            let is_used = reader.take(b"n").is_some();
            if is_used {
                add(places, first.checked_add(index)?, Where::At(at))?;
            } else {
                reader.take(b"f")?;
            }
        }
    }
    Some(())
}

/// A stream: numbers of fixed widths, for the ranges that its dictionary names.
pub(super) fn stream(dictionary: &Value, data: &[u8], places: &mut Places) -> Option<()> {
    let widths = match dictionary.get("W") {
        Value::List(widths) => {
            widths.iter().map(|width| usize::try_from(width.whole()?).ok().filter(|width| *width <= 8))
        }
        _ => return None,
    };
    let widths: Vec<usize> = widths.collect::<Option<_>>()?;
    let [kind_width, second_width, third_width] = widths.as_slice() else { return None };
    let ranges = match dictionary.get("Index") {
        Value::List(numbers) => numbers.iter().map(Value::place).collect::<Option<Vec<u64>>>()?,
        _ => vec![0, dictionary.get("Size").place()?],
    };
    let mut rest = data;
    let mut number = |width: usize, unless: u64| {
        let (bytes, after) = rest.split_at_checked(width)?;
        rest = after;
        Some(if width == 0 { unless } else { bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)) })
    };
    if kind_width + second_width + third_width == 0 {
        return None;
    }
    for range in ranges.chunks_exact(2) {
        let (first, count) = (range.first()?, range.get(1)?);
        for object in *first..first.checked_add(*count)? {
            let Some(kind) = number(*kind_width, 1) else { return Some(()) };
            let (second, _) = (number(*second_width, 0)?, number(*third_width, 0)?);
            match kind {
                1 => add(places, object, Where::At(second))?,
                2 => add(places, object, Where::In(second))?,
                _ => {}
            }
        }
    }
    Some(())
}
