//! The objects of a PDF, read when they are asked for.

use std::io::{Read, Seek};

use flate2::read::ZlibDecoder;

use super::values::{Reader, Value};
use super::xref::{self, Places, Where};
use crate::fault::{Fault, Kept};
use crate::input::Input;

/// The last bytes of a file, among which it says where its newest table is.
const TAIL: u64 = 2048;

/// The most bytes that an object or table has, and to which a stream may be unpacked.
const MOST: u64 = 4 << 20;

/// Older tables that are looked at.
const MOST_TABLES: usize = 64;

/// A document whose tables were read.
pub(super) struct Document<'i, R> {
    input: &'i mut Input<R>,
    places: Places,
    trailer: Value,
}

impl<'i, R: Read + Seek> Document<'i, R> {
    pub(super) fn open(input: &'i mut Input<R>) -> Result<Self, Fault> {
        let size = input.size();
        let tail = input.bytes(size.saturating_sub(TAIL)..size)?;
        let mark = b"startxref";
        let at = tail.windows(mark.len()).rposition(|window| window == mark).ok_or(Kept::CutOff)?;
        let mut reader = Reader::new(tail.get(at + mark.len()..).unwrap_or_default());
        let mut next = reader.number();
        let mut document = Self { input, places: Places::new(), trailer: Value::Null };
        for _ in 0..MOST_TABLES {
            let Some(at) = next else { return Ok(document) };
            let trailer = document.table(at)?;
            next = trailer.get("Prev").place();
            if let Some(more) = trailer.get("XRefStm").place() {
                document.table(more)?;
            }
            if document.trailer == Value::Null {
                document.trailer = trailer;
            }
        }
        Err(Kept::Unusual.into())
    }

    /// What is read at a place.
    fn read_at(&mut self, at: u64) -> Result<&[u8], Fault> {
        let end = self.input.size().min(at.saturating_add(MOST));
        self.input.bytes(at..end)
    }

    /// The table at a place, and the dictionary after it.
    fn table(&mut self, at: u64) -> Result<Value, Fault> {
        let mut places = std::mem::take(&mut self.places);
        let bytes = self.read_at(at)?;
        let mut reader = Reader::new(bytes);
        let trailer = if xref::table(&mut reader, &mut places).is_some() {
            reader.value()
        } else {
            let (dictionary, data) = stream(bytes).ok_or(Kept::Damaged)?;
            xref::stream(&dictionary, &data, &mut places).map(|()| dictionary)
        };
        self.places = places;
        trailer.ok_or(Kept::Damaged.into())
    }

    /// What a key of the trailer stands for.
    pub(super) fn trailer(&mut self, key: &str) -> Result<Value, Fault> {
        let value = self.trailer.get(key).clone();
        self.resolved(value)
    }

    /// What a key of a dictionary stands for.
    pub(super) fn member(&mut self, dictionary: &Value, key: &str) -> Result<Value, Fault> {
        self.resolved(dictionary.get(key).clone())
    }

    fn resolved(&mut self, value: Value) -> Result<Value, Fault> {
        let Value::Object(number) = value else { return Ok(value) };
        Ok(match self.places.get(&number).copied() {
            Some(Where::At(at)) => self.object(number, at)?,
            Some(Where::In(holder)) => self.held(number, holder)?,
            None => Value::Null,
        })
    }

    /// The object at a place: `12 0 obj …`.
    fn object(&mut self, number: u64, at: u64) -> Result<Value, Fault> {
        let bytes = self.read_at(at)?;
        let value = object_of(&mut Reader::new(bytes), number);
        value.ok_or(Kept::Damaged.into())
    }

    /// An object that lies with others in a stream (7.5.7).
    fn held(&mut self, number: u64, holder: u64) -> Result<Value, Fault> {
        let Some(Where::At(at)) = self.places.get(&holder).copied() else { return Err(Kept::Damaged.into()) };
        let bytes = self.read_at(at)?;
        let value = stream(bytes).and_then(|(dictionary, data)| {
            let (first, count) = (dictionary.get("First").place()?, dictionary.get("N").place()?);
            let mut numbers = Reader::new(&data);
            for _ in 0..count.min(xref::MOST) {
                let (object, offset) = (numbers.number()?, numbers.number()?);
                if object == number {
                    let from = usize::try_from(first.checked_add(offset)?).ok()?;
                    return Reader::new(data.get(from..)?).value();
                }
            }
            None
        });
        value.ok_or(Kept::Damaged.into())
    }
}

fn object_of(reader: &mut Reader<'_>, number: u64) -> Option<Value> {
    let is_it = reader.number()? == number;
    reader.number()?;
    reader.take(b"obj")?;
    reader.value().filter(|_| is_it)
}

/// The dictionary and the unpacked bytes of the stream that bytes begin with.
fn stream(bytes: &[u8]) -> Option<(Value, Vec<u8>)> {
    let mut reader = Reader::new(bytes);
    reader.number()?;
    reader.number()?;
    reader.take(b"obj")?;
    let dictionary = reader.value()?;
    reader.take(b"stream")?;
    let data = reader.rest.strip_prefix(b"\r\n").or_else(|| reader.rest.strip_prefix(b"\n"))?;
    // Its length may stand in another object; then the packed bytes tell by themselves where they end.
    let length = dictionary.get("Length").place().and_then(|length| usize::try_from(length).ok());
    let data = length.and_then(|length| data.get(..length)).unwrap_or(data);
    let filter = match dictionary.get("Filter") {
        Value::List(filters) if filters.len() == 1 => filters.first()?,
        filter => filter,
    };
    let unpacked = match filter {
        Value::Null => data.to_vec(),
        Value::Name(name) if name == "FlateDecode" => inflated(data)?,
        _ => return None,
    };
    let unpacked = without_prediction(&dictionary, unpacked)?;
    Some((dictionary, unpacked))
}

/// `None` for what unpacks to more than is reasonable.
fn inflated(data: &[u8]) -> Option<Vec<u8>> {
    let mut unpacked = Vec::new();
    let read = ZlibDecoder::new(data).take(MOST + 1).read_to_end(&mut unpacked);
    (read.is_ok() && unpacked.len() as u64 <= MOST).then_some(unpacked)
}

/// Undoes the prediction of PNG (7.4.4.4), of which tables use none or the difference to the row above.
fn without_prediction(dictionary: &Value, data: Vec<u8>) -> Option<Vec<u8>> {
    let parameters = match dictionary.get("DecodeParms") {
        Value::List(list) if list.len() == 1 => list.first()?,
        parameters => parameters,
    };
    if parameters.get("Predictor").whole().unwrap_or(1) < 10 {
        return Some(data).filter(|_| parameters.get("Predictor").whole() != Some(2));
    }
    let columns = usize::try_from(parameters.get("Columns").whole().unwrap_or(1))
        .ok()
        .filter(|columns| (1..=4096).contains(columns))?;
    let mut rows = Vec::with_capacity(data.len());
    let mut above = vec![0_u8; columns];
    for row in data.chunks_exact(columns + 1) {
        let (kind, row) = row.split_first()?;
        let mut left = 0_u8;
        let mut new = Vec::with_capacity(columns);
        for (byte, up) in row.iter().zip(&above) {
            left = byte.wrapping_add(match kind {
                0 => 0,
                1 => left,
                2 => *up,
                _ => return None,
            });
            new.push(left);
        }
        rows.extend(&new);
        above = new;
    }
    Some(rows)
}
