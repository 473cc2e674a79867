//! The structure of a TIFF: directories of entries, in either byte order.

/// The most entries of a directory that are looked at; cameras write some dozens.
const MOST_ENTRIES: u16 = 512;

pub(super) struct Tiff<'b> {
    bytes: &'b [u8],
    is_little: bool,
}

/// One entry, with the bytes of its value.
pub(super) struct Entry<'b> {
    pub(super) tag: u16,
    kind: u16,
    pub(super) bytes: &'b [u8],
}

/// How many bytes a directory takes, with its values.
pub(super) fn taken(entries: &[Entry<'_>]) -> usize {
    let beside = entries.iter().map(|entry| entry.bytes.len()).filter(|length| *length > 4);
    6 + 12 * entries.len() + beside.sum::<usize>()
}

/// A directory, and the place of the next one.
type Directory<'b> = (Vec<Entry<'b>>, Option<u32>);

/// TIFF's types by number: a byte, text, two bytes, four bytes, a fraction; the last is UTF-8.
const TEXT: u16 = 2;
const SHORT: u16 = 3;
const LONG: u16 = 4;
const FRACTION: u16 = 5;
const UTF8: u16 = 129;

impl<'b> Tiff<'b> {
    pub(super) fn of(bytes: &'b [u8]) -> Option<Self> {
        let is_little = match bytes {
            [b'I', b'I', 42, 0, ..] => true,
            [b'M', b'M', 0, 42, ..] => false,
            _ => return None,
        };
        Some(Self { bytes, is_little })
    }

    /// How many bytes the header takes.
    pub(super) const HEADER: usize = 8;

    /// All bytes, those that no directory tells of included.
    pub(super) fn size(&self) -> usize {
        self.bytes.len()
    }

    /// The first directory.
    pub(super) fn first(&self) -> Option<Directory<'b>> {
        self.directory(self.u32(4)?)
    }

    /// The directory that an entry points to, if it is a pointer.
    pub(super) fn pointed(&self, entry: &Entry<'_>) -> Option<Directory<'b>> {
        let value = entry.bytes.first_chunk().filter(|_| entry.kind == LONG && super::is_pointer(entry.tag))?;
        self.directory(self.number(*value))
    }

    /// The first of the two-byte numbers of an entry.
    pub(super) fn short(&self, entry: &Entry<'_>) -> Option<u16> {
        let value = entry.bytes.first_chunk().filter(|_| entry.kind == SHORT)?;
        Some(if self.is_little { u16::from_le_bytes(*value) } else { u16::from_be_bytes(*value) })
    }

    /// The words of an entry, or nothing if it has none.
    pub(super) fn words(&self, entry: &Entry<'_>, is_utf16: bool) -> String {
        if is_utf16 {
            let (units, _) = entry.bytes.as_chunks();
            let units: Vec<u16> = units.iter().map(|unit| u16::from_le_bytes(*unit)).collect();
            return String::from_utf16_lossy(&units);
        }
        if entry.kind == TEXT || entry.kind == UTF8 {
            return String::from_utf8_lossy(entry.bytes).trim_matches('\0').to_owned();
        }
        String::new()
    }

    /// Three fractions (degrees, minutes, seconds) as degrees.
    pub(super) fn degrees(&self, entry: &Entry<'_>) -> Option<f64> {
        let (numbers, _) = entry.bytes.as_chunks::<8>();
        let part = |index: usize| -> Option<f64> {
            let [over @ .., e, f, g, h] = *numbers.get(index)?;
            let (over, under) = (self.number(over), self.number([e, f, g, h]));
            (under != 0).then(|| f64::from(over) / f64::from(under))
        };
        let degrees = part(0).filter(|_| entry.kind == FRACTION)?;
        let all = degrees + part(1).unwrap_or_default() / 60.0 + part(2).unwrap_or_default() / 3600.0;
        (all <= 360.0).then_some(all)
    }

    fn directory(&self, at: u32) -> Option<Directory<'b>> {
        let at = at as usize;
        let count = self.u16(at)?;
        let place = |index: u16| at + 2 + usize::from(index) * 12;
        let entries = (0..count.min(MOST_ENTRIES)).filter_map(|index| self.entry(place(index))).collect();
        Some((entries, self.u32(place(count)).filter(|next| *next != 0)))
    }

    fn entry(&self, at: usize) -> Option<Entry<'b>> {
        let (tag, kind, count) = (self.u16(at)?, self.u16(at + 2)?, self.u32(at + 4)?);
        let size = match kind {
            SHORT | 8 => 2,
            LONG | 9 | 11 | 13 => 4,
            FRACTION | 10 | 12 => 8,
            _ => 1,
        };
        let length = (count as usize).checked_mul(size)?;
        let place = if length <= 4 { at + 8 } else { self.u32(at + 8)? as usize };
        // A value that lies outside the file is empty: the tag tells something all the same.
        let bytes = self.bytes.get(place..place.checked_add(length)?).unwrap_or_default();
        Some(Entry { tag, kind, bytes })
    }

    fn u16(&self, at: usize) -> Option<u16> {
        let bytes = self.bytes.get(at..)?.first_chunk()?;
        Some(if self.is_little { u16::from_le_bytes(*bytes) } else { u16::from_be_bytes(*bytes) })
    }

    fn u32(&self, at: usize) -> Option<u32> {
        Some(self.number(*self.bytes.get(at..)?.first_chunk()?))
    }

    fn number(&self, bytes: [u8; 4]) -> u32 {
        if self.is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) }
    }
}
